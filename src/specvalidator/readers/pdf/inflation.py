"""Streams that swell: measured before PDFium unpacks them, which it does without any bound."""

import re
import zlib

from specvalidator.readers.pdf.settings import PdfLimits

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_DATA = re.compile(rb"/Subtype\s*/Image|/Length1\b|/FontFile|/Subtype\s*/(?:CID|Type1C|OpenType)")
"""Pictures and fonts are large by nature, and are not read as a page's content."""
_DICTIONARY = 400
"""Bytes before a stream in which its dictionary stands."""
_STRONGEST = 1030
"""Deflate makes nothing smaller than one byte in so many."""
_CHUNK = 1 << 20


def swells(data: bytes, limits: PdfLimits) -> bool:
    """Tell whether the file's streams unpack to more than the limits allow."""
    total = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(_END, start)
        size = (end if end >= 0 else len(data)) - start
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        most = limits.data_bytes if _DATA.search(head) else limits.content_bytes
        if size * _STRONGEST <= most // 16 or b"FlateDecode" not in head:
            continue
        unpacked = _unpacked(data[start : start + size], most)
        total += unpacked
        if unpacked > most or total > limits.all_bytes:
            return True
    return False


def _unpacked(packed: bytes, most: int) -> int:
    """Return how long a stream is when unpacked, or any number over `most`."""
    inflater = zlib.decompressobj()
    length = 0
    rest = packed
    try:
        while rest and length <= most and not inflater.eof:
            length += len(inflater.decompress(rest, _CHUNK))
            rest = inflater.unconsumed_tail
    except zlib.error:
        pass  # damaged from here on: PDFium gets no further either
    return length
