"""Pictures as the pages of a PDF: nothing is written on them."""

import struct
from collections.abc import Iterable

from specvalidator.readers.scan import DisplayedPage

_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


def pdf_of(pages: Iterable[DisplayedPage]) -> bytes:
    """Return a PDF of these pages, the same bytes for the same pages."""
    bodies: list[bytes] = []
    sheets: list[int] = []
    for page in pages:
        sheets.append(len(bodies) + 3)
        bodies += _sheet(page, sheets[-1])
    kids = b" ".join(b"%d 0 R" % each for each in sheets)
    front = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(sheets)),
    ]
    return _written([*front, *bodies])


def _sheet(page: DisplayedPage, number: int) -> list[bytes]:
    """Return a page whose object has this number, what it draws, and its picture."""
    width, height = page.width, page.height
    draws = b"q %.2f 0 0 %.2f 0 0 cm /P Do Q" % (width, height)
    across, down, channels = _size(page.jpeg)
    space = b"/DeviceGray" if channels == 1 else b"/DeviceRGB"
    return [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R"
        b"/Resources<</XObject<</P %d 0 R>>>>>>" % (width, height, number + 1, number + 2),
        _stream(b"", draws),
        _stream(
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s"
            b"/Filter/DCTDecode" % (across, down, space),
            page.jpeg,
        ),
    ]


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _size(jpeg: bytes) -> tuple[int, int, int]:
    """Return width, height and channels of a JPEG that we have packed."""
    at = 2
    while jpeg[at + 1] not in {0xC0, 0xC1, 0xC2}:
        at += 2 + int(struct.unpack_from(">H", jpeg, at + 2)[0])
    height, width, channels = struct.unpack_from(">HHB", jpeg, at + 5)
    return width, height, channels


def _written(bodies: list[bytes]) -> bytes:
    parts, at = [_HEAD], len(_HEAD)
    places: list[int] = []
    for number, body in enumerate(bodies, 1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places.append(at)
        parts.append(part)
        at += len(part)
    table = b"".join(b"%010d 00000 n \n" % each for each in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table))
    parts.append(
        b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, at)
    )
    return b"".join(parts)
