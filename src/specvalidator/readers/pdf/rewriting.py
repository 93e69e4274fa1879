"""A PDF with faulty tables, written anew by PDFium, which reads it all the same."""

import hashlib
import io
import re

import pypdfium2 as pdfium

from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.pdf.opening import opened

_ID = re.compile(rb"/ID\[<([0-9A-F]*)><([0-9A-F]*)>\]")
_TAIL = 2048


def rewritten(data: bytes, limits: PdfLimits) -> bytes:
    """Return the same pages in a file whose tables are right; the same bytes for the same file.

    Raises:
        UnreadableFile: `encrypted`, `corrupt` or `too-large`.
        PdfiumError: PDFium cannot write it.
    """
    written = io.BytesIO()
    with opened(data, limits):  # one thread at a time
        document = pdfium.PdfDocument(data)
        try:
            document.save(written)
        finally:
            document.close()
    out = written.getvalue()
    # PDFium makes up what the file is known by from the clock.
    digest = hashlib.sha256(data).hexdigest().upper().encode()
    tail = _ID.sub(lambda known: _known(known, digest), out[-_TAIL:])
    return out[:-_TAIL] + tail


def _known(known: re.Match[bytes], digest: bytes) -> bytes:
    """Return as many letters as there were, so that nothing moves."""
    first, second = (digest * (len(part) // len(digest) + 1) for part in known.groups())
    return b"/ID[<%s><%s>]" % (first[: len(known[1])], second[: len(known[2])])
