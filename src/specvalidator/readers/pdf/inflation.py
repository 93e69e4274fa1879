"""Streams that swell: measured before PDFium unpacks them, which it does without any bound."""

import re
import zlib
from bisect import bisect

from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_DATA = re.compile(rb"/Subtype\s*/Image|/Length1\b|/FontFile|/Subtype\s*/(?:CID|Type1C|OpenType)")
"""Pictures and fonts are large by nature, and are not read as a page's content."""
_DICTIONARY = 400
"""Bytes before a stream in which its dictionary stands."""
_STRONGEST = 1030
"""Deflate makes nothing smaller than one byte in so many."""
_CHUNK = 1 << 20
_PIECE = 1 << 14
"""Bytes that are unpacked at once. A stream costs at least as much, however little comes of it."""

_SOUGHT = 600_000_000
"""How many bytes PDFium may look through for the ends of streams and their objects, at 3 ns each.
It looks anew from the beginning of each: many without an end cost the square of the file."""
_AFTER_A_WORD = frozenset(b"\0\t\n\f\r ()<>[]{}/%")


def swells(data: bytes, limits: PdfLimits, meter: PdfMeter) -> bool:
    """Tell whether the file's streams unpack to more than the limits allow, or seldom end."""
    try:
        _measure(data, limits, meter)
    except TooMuch:
        return True
    return False


def _measure(data: bytes, limits: PdfLimits, meter: PdfMeter) -> None:
    if data.count(b"stream") * 2 * len(data) > _SOUGHT:  # else it cannot be as much
        _refuse_long_search(data)
    end = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        if end < start:  # sought once for all that seem to begin before it
            end = data.find(_END, start)
            end = len(data) if end < 0 else end
        longest = (end - start) * _STRONGEST
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        most = limits.data_bytes if _DATA.search(head) else limits.content_bytes
        if longest <= most // 16 or b"FlateDecode" not in head:
            continue
        if longest <= most and meter.may_pass(longest):
            continue
        unpacked = _unpacked(memoryview(data)[start:end], most)
        meter.take("all_bytes", max(unpacked, _PIECE))
        if unpacked > most:
            raise TooMuch


def _refuse_long_search(data: bytes) -> None:
    words = _places(data, b"stream")
    begun = [at for at in words if data[at - 3 : at] != b"end"]
    sought = 0
    for ends in ([at for at in words if data[at - 3 : at] == b"end"], _places(data, b"endobj")):
        places = [*ends, len(data)]
        sought += sum(places[bisect(places, at)] - at for at in begun)
    if sought > max(_SOUGHT, 4 * len(data)):
        raise TooMuch


def _places(data: bytes, word: bytes) -> list[int]:
    """Return where a word stands, as PDFium tells words."""
    places = []
    at = data.find(word)
    while at >= 0:
        after = at + len(word)
        if after == len(data) or data[after] in _AFTER_A_WORD:
            places.append(at)
        at = data.find(word, after)
    return places


def _unpacked(packed: memoryview, most: int) -> int:
    """Return how long a stream is when unpacked, or any number over `most`."""
    inflater = zlib.decompressobj()
    length = 0
    try:
        for at in range(0, len(packed), _PIECE):
            rest: bytes | memoryview = packed[at : at + _PIECE]
            while rest and length <= most and not inflater.eof:
                length += len(inflater.decompress(rest, _CHUNK))
                rest = inflater.unconsumed_tail
            if length > most or inflater.eof:
                break
    except zlib.error:
        pass  # damaged from here on: PDFium gets no further either
    return length
