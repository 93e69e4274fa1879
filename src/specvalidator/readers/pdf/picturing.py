"""Pages as pictures, for looking at: bounded in pixels, bytes and time."""

import ctypes
import math
import re
import time
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pypdfium2 import raw

from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.opening import OpenPdf, opened
from specvalidator.readers.pdf.pages import frame_of
from specvalidator.readers.pdf.png import png
from specvalidator.readers.pdf.settings import LIMITS, PdfLimits

_FINE = 2.0
"""Pixels for a point of a page that is looked at closely: 144 dpi."""
_COARSE = 1.25
"""Of every other page: enough to read it."""
_WHITE = 0xFFFFFFFF
_FORMAT = raw.FPDFBitmap_BGR
_UNDECLARED = b"JPXDecode"
"""Pictures of this kind say how large they are only inside."""
_LONGEST_FILTER = 32
_ENDLESS = re.compile(rb"/PatternType|/FunctionType\s*4|/ShadingType\s*[4-7]")
"""Patterns, programs and meshes: one stroke of them may keep PDFium busy for hours, and cannot be
interrupted. All are streams, so that their names stand in the file uncompressed."""
_WRITTEN_AS_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


class PagePicture(NamedTuple):
    """One page as displayed."""

    number: int
    """From 1."""
    width: float
    """Points."""
    height: float
    """Points."""
    png: bytes | None
    """None where drawing the page would ask too much."""


def pictures_of(
    data: bytes, closely: Collection[int] = (), limits: PdfLimits = LIMITS
) -> tuple[PagePicture, ...]:
    """Return the pages of a PDF, damaged ones left out.

    Args:
        data: the file.
        closely: numbers of the pages to draw first and finely.
        limits: what each picture, and all together, may take.

    Raises:
        UnreadableFile: `encrypted`, `corrupt` or `too-large`, as `read_pdf`.
    """
    with opened(data, limits, legible=True) as pdf:
        order = sorted(range(pdf.pages), key=lambda index: (index + 1 not in closely, index))
        board = _Board(pdf, limits, is_harmless=_ENDLESS.search(_spelt_out(data)) is None)
        drawn = [
            board.picture(index, _FINE if index + 1 in closely else _COARSE) for index in order
        ]
    return tuple(sorted(picture for picture in drawn if picture is not None))


class _Board:
    """Draws the pages of one file until what may be spent is spent."""

    def __init__(self, pdf: OpenPdf, limits: PdfLimits, *, is_harmless: bool) -> None:
        self._pdf = pdf
        self._limits = limits
        self._is_harmless = is_harmless
        self._left = limits.picture_bytes
        self._until = time.thread_time() + limits.drawing_seconds
        self._pause = raw.IFSDK_PAUSE()
        self._pause.version = 1
        self._pause.NeedToPauseNow = type(self._pause.NeedToPauseNow)(self._is_late)

    def _is_late(self, _: object = None) -> bool:
        return time.thread_time() > self._until

    def _may_go_on(self) -> bool:
        return self._is_harmless and self._left > 0 and not self._is_late()

    def picture(self, index: int, scale: float) -> PagePicture | None:
        """Return page `index`, counted from 0; None when it is damaged."""
        if self._pdf.has_form:
            # As the reader does: what is filled into fields becomes a part of the page.
            with native.opened_page(self._pdf.handle, index) as page:
                if page:
                    native.flatten_page(page, 0)
        with native.opened_page(self._pdf.handle, index) as page:
            if not page:
                return None
            width, height = frame_of(page, native.Floats(4)).size
            drawn = None
            if self._may_go_on() and self._is_modest(page):
                drawn = self._drawn(page, width, height, scale)
        if drawn is not None:
            self._left -= len(drawn)
        return PagePicture(index + 1, width, height, drawn if self._left >= 0 else None)

    def _is_modest(self, page: int) -> bool:
        """Say whether a page holds no more than is drawn, and no image that unpacks to more."""
        size = native.Ints(2)
        for number, thing in enumerate(_things(page, self._limits.depth)):
            if thing is None or number >= self._limits.objects:
                return False
            if native.object_type(thing) == native.IMAGE:
                native.image_size(thing, *size.at)
                is_huge = math.prod(size.values) > self._limits.image_pixels
                if is_huge or _UNDECLARED in _filters(thing):
                    return False
        return True

    def _drawn(self, page: int, width: float, height: float, scale: float) -> bytes | None:
        if min(width, height) < 1 or not math.isfinite(width * height):
            return None
        scale = min(scale, math.sqrt(self._limits.picture_pixels / (width * height)))
        # Four pixels of three bytes fill whole words, so that lines follow each other closely.
        wide = math.ceil(width * scale / 4) * 4
        high = max(1, round(height * scale))
        if wide * high > 2 * self._limits.picture_pixels:
            return None
        bitmap = native.new_bitmap(wide, high, _FORMAT, None, 0)
        if not bitmap:
            return None
        try:
            native.fill_bitmap(bitmap, 0, 0, wide, high, _WHITE)
            if not self._is_done(page, bitmap, wide, high):
                return None
            return png(_pixels(bitmap, wide, high), wide, high)
        finally:
            native.close_bitmap(bitmap)

    def _is_done(self, page: int, bitmap: int, wide: int, high: int) -> bool:
        """Draw; say whether that came to its end in time."""
        pause = ctypes.addressof(self._pause)
        try:
            state = native.begin_drawing(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_ANNOT, pause)
            while state == raw.FPDF_RENDER_TOBECONTINUED and not self._is_late():
                state = native.go_on_drawing(page, pause)
        finally:
            native.end_drawing(page)
        return bool(state == raw.FPDF_RENDER_DONE)


def _pixels(bitmap: int, wide: int, high: int) -> bytes:
    return ctypes.string_at(native.bitmap_bytes(bitmap), 3 * wide * high)


def _filters(image: int) -> Iterator[bytes]:
    """Yield how an image is packed."""
    for index in range(native.count_filters(image)):
        name = ctypes.create_string_buffer(_LONGEST_FILTER)
        native.image_filter(image, index, ctypes.addressof(name), _LONGEST_FILTER)
        yield name.value


def _things(page: int, depth: int) -> Iterator[int | None]:
    """Yield what is drawn on a page; None for what is nested too deeply."""
    for index in range(native.count_objects(page)):
        yield from _inside(native.object_at(page, index), depth)


def _inside(thing: int, depth: int) -> Iterator[int | None]:
    yield thing if depth >= 0 else None
    if depth >= 0 and native.object_type(thing) == native.FORM:
        for index in range(native.count_inner(thing)):
            yield from _inside(native.inner_at(thing, index), depth - 1)


def _spelt_out(data: bytes) -> bytes:
    """Return a file with its names spelt in letters, which may be written as codes, too."""
    return _WRITTEN_AS_CODE.sub(lambda code: bytes([int(code[1], 16)]), data)
