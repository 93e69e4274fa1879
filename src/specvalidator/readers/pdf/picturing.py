"""Pages as pictures, for looking at: bounded in pixels, bytes and time."""

import ctypes
import math
import time
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pypdfium2 import raw

from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.opening import OpenPdf, opened
from specvalidator.readers.pdf.png import png
from specvalidator.readers.pdf.settings import LIMITS, PdfLimits

_FINE = 2.0
"""Pixels for a point of a page that is looked at closely: 144 dpi."""
_COARSE = 1.25
"""Of every other page: enough to read it."""
_WHITE = 0xFFFFFFFF
_FLAGS = raw.FPDF_ANNOT | raw.FPDF_RENDER_NO_SMOOTHIMAGE
_FORMAT = raw.FPDFBitmap_BGR
_UNDECLARED = b"JPXDecode"
"""Pictures of this kind say how large they are only inside."""
_LONGEST_FILTER = 32


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
    with opened(data, limits) as pdf:
        order = sorted(range(pdf.pages), key=lambda index: (index + 1 not in closely, index))
        board = _Board(pdf, limits)
        drawn = [
            board.picture(index, _FINE if index + 1 in closely else _COARSE) for index in order
        ]
    return tuple(sorted(picture for picture in drawn if picture is not None))


class _Board:
    """Draws the pages of one file until what may be spent is spent."""

    def __init__(self, pdf: OpenPdf, limits: PdfLimits) -> None:
        self._pdf = pdf
        self._limits = limits
        self._left = limits.picture_bytes
        self._until = time.monotonic() + limits.drawing_seconds
        self._pause = raw.IFSDK_PAUSE()
        self._pause.version = 1
        self._pause.NeedToPauseNow = type(self._pause.NeedToPauseNow)(self._is_late)

    def _is_late(self, _: object = None) -> bool:
        return time.monotonic() > self._until

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
            width, height = _size(page)
            drawn = None
            if self._left > 0 and not self._is_late() and self._is_modest(page):
                drawn = self._drawn(page, width, height, scale)
        if drawn is not None:
            self._left -= len(drawn)
        return PagePicture(index + 1, width, height, drawn if self._left >= 0 else None)

    def _is_modest(self, page: int) -> bool:
        """Say whether no image of a page unpacks to more than is drawn."""
        size = native.Ints(2)
        for image in _images(page, self._limits.depth):
            native.image_size(image, *size.at)
            if math.prod(size.values) > self._limits.image_pixels or _UNDECLARED in _filters(image):
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
            state = native.begin_drawing(bitmap, page, 0, 0, wide, high, 0, _FLAGS, pause)
            while state == raw.FPDF_RENDER_TOBECONTINUED and not self._is_late():
                state = native.go_on_drawing(page, pause)
        finally:
            native.end_drawing(page)
        return bool(state == raw.FPDF_RENDER_DONE)


def _pixels(bitmap: int, wide: int, high: int) -> bytes:
    return ctypes.string_at(native.bitmap_bytes(bitmap), 3 * wide * high)


def _size(page: int) -> tuple[float, float]:
    box = native.Floats(4)
    native.page_box(page, box.at[0])
    left, top, right, bottom = box.values
    sides = right - left, top - bottom
    return (sides[1], sides[0]) if native.page_rotation(page) % 2 else sides


def _filters(image: int) -> Iterator[bytes]:
    """Yield how an image is packed."""
    for index in range(native.count_filters(image)):
        name = ctypes.create_string_buffer(_LONGEST_FILTER)
        native.image_filter(image, index, ctypes.addressof(name), _LONGEST_FILTER)
        yield name.value


def _images(page: int, depth: int) -> Iterator[int]:
    """Yield the images on a page, those in drawings within drawings included."""
    for index in range(native.count_objects(page)):
        yield from _images_in(native.object_at(page, index), depth)


def _images_in(thing: int, depth: int) -> Iterator[int]:
    kind = native.object_type(thing)
    if kind == native.IMAGE:
        yield thing
    elif kind == native.FORM and depth:
        for index in range(native.count_inner(thing)):
            yield from _images_in(native.inner_at(thing, index), depth - 1)
