"""What a picture says of its size before anybody unpacks it, and whether all of it is there."""

import re
import struct
from collections.abc import Iterator

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import ScanLimits
from specvalidator.readers.scan.recognition import too_many_pages
from specvalidator.wording import Words

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""In coded data of a JPEG: whatever is neither a stuffed byte nor a restart."""
_BARE = frozenset(b"\x01\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, 0xD9
_WIDTH, _HEIGHT = 256, 257
_ACROSS, _DOWN = 282, 283
"""Dots of an inch, as one number over another."""
_HIGHEST = 4.0
"""Times as high as wide: no machine makes pixels that are higher."""
_SHORT = 3
_TAGS = 4_096
"""Entries of one directory of a TIFF; a usual one has 20."""

Size = tuple[int, int]
"""Width and height in pixels."""


def refuse_oversized(data: bytes, limits: ScanLimits) -> int:
    """Return how many pages a picture has, once none of them asks too much.

    Raises:
        UnreadableFile: `corrupt`, or `too-large`.
    """
    pages = 0
    try:
        for width, height in sizes(data):
            pages += 1
            if pages > limits.pages:
                raise too_many_pages(limits)
            if width <= 0 or height <= 0:
                raise damaged()
            if width * height > limits.pixels:
                raise refusals.too_large(
                    Words(
                        f"图片为 {width}×{height} 像素，超过 {limits.pixels // 2**20} 百万像素",
                        f"the picture has {width} × {height} pixels, more than "
                        f"{limits.pixels // 2**20} million",
                    )
                )
    except (struct.error, IndexError):
        raise damaged() from None
    if not pages:
        raise damaged()
    return pages


def damaged() -> UnreadableFile:
    """Return the refusal of a picture that cannot be opened whole."""
    return UnreadableFile(
        "corrupt",
        Words(
            "图片已损坏或不完整，无法打开；请重新扫描或拍照后提交。",
            "The picture is damaged or not complete and cannot be opened; scan it again.",
        ),
    )


def sizes(data: bytes) -> Iterator[Size]:
    """Yield the size of each page of a picture, as it says; it may say nonsense."""
    if data.startswith(_PNG):
        yield _png(data)
    elif data.startswith(_JPEG):
        yield _jpeg(data)
    elif data.startswith(b"BM"):
        yield _bitmap(data)
    else:
        yield from _tiff(data)


def _png(data: bytes) -> Size:
    at = len(_PNG)
    size: Size = struct.unpack_from(">II", data, at + 8)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        at += length + 12
        if at > len(data):
            raise damaged()
        if kind == b"IEND":
            return size


def _jpeg(data: bytes) -> Size:
    """Return the size of a JPEG whose end is there; what cameras write behind it is let be."""
    at, size = 2, None
    while True:
        while data[at] != 0xFF or data[at + 1] == 0xFF:  # noqa: PLR2004 - what begins a marker
            at += 1
        marker, at = data[at + 1], at + 2
        if marker == _END:
            if size is None:
                raise damaged()
            return size
        if marker in _BARE:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            size = (width, height)
        at += length
        if marker == _SCAN:
            found = _MARKER.search(data, at)
            if found is None:
                raise damaged()
            at = found.start()


def _bitmap(data: bytes) -> Size:
    """Return the size of a BMP; its rows may run upwards or downwards."""
    (header,) = struct.unpack_from("<I", data, 14)
    if header == 12:  # noqa: PLR2004 - as OS/2 wrote it
        size: Size = struct.unpack_from("<HH", data, 18)
        return size
    width, height, _, bits, packing = struct.unpack_from("<iiHHI", data, 18)
    if not packing and abs(height) * ((abs(width) * bits + 31) // 32 * 4) > len(data):
        raise damaged()
    return abs(width), abs(height)


def stretches(data: bytes) -> Iterator[float]:
    """Yield how many times as high as wide a pixel is, page by page: a fax has half of the rows."""
    if data.startswith((b"II", b"MM")):
        for tags in _directories(data):
            across, down = tags.get(_ACROSS, 0.0), tags.get(_DOWN, 0.0)
            stretch = across / down if across > 0 and down > 0 else 1.0
            yield stretch if _HIGHEST > stretch > 1 / _HIGHEST else 1.0
    else:
        yield 1.0


def _tiff(data: bytes) -> Iterator[Size]:
    """Yield the size of each page of a TIFF; one that leads back to an earlier page is damaged."""
    for tags in _directories(data):
        yield int(tags.get(_WIDTH, 0)), int(tags.get(_HEIGHT, 0))


def _directories(data: bytes) -> Iterator[dict[int, float]]:
    """Yield the sizes and resolutions of each page of a TIFF."""
    order = "<" if data.startswith(b"II") else ">"
    if struct.unpack_from(order + "H", data, 2)[0] != 42:  # noqa: PLR2004 - the mark of a TIFF
        raise UnreadableFile(
            "unsupported",
            Words(
                "不支持 BigTIFF，请另存为普通 TIFF、JPEG 或 PNG 后提交。",
                "BigTIFF is not read; save it as a usual TIFF, JPEG or PNG and hand that in.",
            ),
        )
    (at,) = struct.unpack_from(order + "I", data, 4)
    seen = set[int]()
    while at:
        if at in seen:
            raise damaged()
        seen.add(at)
        (entries,) = struct.unpack_from(order + "H", data, at)
        if entries > _TAGS:
            raise damaged()
        found: dict[int, float] = {}
        for entry in range(at + 2, at + 2 + 12 * entries, 12):
            tag, kind = struct.unpack_from(order + "HH", data, entry)
            if tag in (_WIDTH, _HEIGHT):
                form = order + ("H" if kind == _SHORT else "I")
                (found[tag],) = struct.unpack_from(form, data, entry + 8)
            elif tag in (_ACROSS, _DOWN):
                (place,) = struct.unpack_from(order + "I", data, entry + 8)
                if place + 8 <= len(data):
                    above, below = struct.unpack_from(order + "II", data, place)
                    found[tag] = above / below if below else 0.0
        yield found
        (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * entries)
