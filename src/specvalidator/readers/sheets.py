"""Whether a picture has the shape of a scanned sheet, as far as its first bytes say."""

import re

SHEET = 2**0.5
"""How much longer a sheet of A4 is than wide; cameras give 4:3, 3:2 or 16:9."""
_NEARLY = 0.012
_LEAST = 600
"""Pixels of the shorter side below which nobody reads a page: pictures of programs are small."""
_PNG = b"\x89PNG\r\n\x1a\n"
_TIFF = (b"II*\0", b"MM\0*")
_FRAME = re.compile(rb"\xff[\xc0-\xc3]..\x08(..)(..)", re.DOTALL)


def has_shape_of_sheet(width: int, height: int) -> bool:
    """Say whether a picture is as much longer than wide as A4 is."""
    least = min(width, height)
    return least > 0 and abs(max(width, height) / least - SHEET) < _NEARLY


def begins_as_scan(head: bytes) -> bool:
    """Say whether a picture comes from a scanner rather than from a camera or a program.

    A TIFF does, and what is of the shape of a sheet and large enough to be read. What says its size
    later than in these bytes, as cameras do behind a preview, does not.
    """
    if head.startswith(_TIFF):
        return True
    size = _size(head)
    return size is not None and min(size) >= _LEAST and has_shape_of_sheet(*size)


def _size(head: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG, a JPEG or a BMP, None where these bytes do not say."""
    if head.startswith(_PNG):
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    if head.startswith(b"BM"):
        width, height = (
            int.from_bytes(head[at : at + 4], "little", signed=True) for at in (18, 22)
        )
        return abs(width), abs(height)
    found = _FRAME.search(head) if head.startswith(b"\xff\xd8\xff") else None
    if found is None:
        return None
    high, wide = found.groups()
    return int.from_bytes(wide, "big"), int.from_bytes(high, "big")
