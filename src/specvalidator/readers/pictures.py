"""Pictures, known by their first bytes."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_BITMAP = b"BM"
_BITMAP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
"""Lengths of the header behind a bitmap's first 14 bytes; two letters prove nothing."""
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"), "HEIC"),
    **dict.fromkeys((b"mif1", b"msf1", b"heif"), "HEIC"),
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
}
"""What stands behind `ftyp` in the boxes that telephones write (ISO/IEC 23008-12)."""

HEAD = 32
"""How many bytes tell a picture."""


def picture_format(head: bytes) -> str | None:
    """Return the format of a picture that begins with these bytes, None where it is no picture."""
    for beginning, name in _BEGINNINGS:
        if head.startswith(beginning):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head[:2] == _BITMAP and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS:
        return "BMP"
    return None
