"""A page drawn as pixels: bounded in what it may hold, in pixels and in time."""

import ctypes
import math
import re
import time
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pypdfium2 import raw

from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.pdf import native

_WHITE = 0xFFFFFFFF
_FORMAT = raw.FPDFBitmap_BGR
_UNDECLARED = b"JPXDecode"
"""Pictures of this kind say how large they are only inside."""
_LONGEST_FILTER = 32
_LONGEST_PATTERN = 32
_MOST_DASHES = 1_000_000
"""Of a page that is drawn: while one line is drawn, nothing can interrupt PDFium."""
_ENDLESS = re.compile(
    rb"/PatternType(?!\s*2\b(?!\s+\d+\s+R))|/FunctionType\s*4|/ShadingType\s*[4-7]"
)
"""Tiles, programs and meshes: one stroke of them may keep PDFium busy for hours, and cannot be
interrupted. All are streams, so that their names stand in the file uncompressed. A pattern of the
second type is a shading, which is drawn once."""
_WRITTEN_AS_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


class Pixels(NamedTuple):
    """Blue, green and red of each pixel, line by line from the top."""

    values: bytes
    width: int
    height: int


class Board:
    """Draws pages of one file until the time for that is spent."""

    def __init__(self, data: bytes, limits: PdfLimits, seconds: float) -> None:
        self._data = data
        self._limits = limits
        self._until = time.thread_time() + seconds
        self._pause = raw.IFSDK_PAUSE()
        self._pause.version = 1
        self._pause.NeedToPauseNow = type(self._pause.NeedToPauseNow)(self._is_late)

    @cached_property
    def is_harmless(self) -> bool:
        """Whether the file holds nothing that may be drawn forever."""
        return _ENDLESS.search(_spelt_out(self._data)) is None

    def may_draw(self, page: int) -> bool:
        """Tell whether there is time, and a page holds no more than is drawn."""
        return self.is_harmless and not self._is_late() and self._is_modest(page)

    def drawn(
        self, page: int, size: tuple[float, float], scale: float, turns: int = 0
    ) -> Pixels | None:
        """Return a page as displayed; None where it asks too much.

        Args:
            page: PDFium's handle.
            size: width and height in points, when turned.
            scale: pixels for a point.
            turns: quarter turns clockwise from how it is displayed.
        """
        width, height = size
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
            if not self._is_done(page, bitmap, wide, high, turns):
                return None
            values = ctypes.string_at(native.bitmap_bytes(bitmap), 3 * wide * high)
            return Pixels(values, wide, high)
        finally:
            native.close_bitmap(bitmap)

    def _is_late(self, _: object = None) -> bool:
        return time.thread_time() > self._until

    def _is_modest(self, page: int) -> bool:
        """Say whether a page holds no more than is drawn, and no image that unpacks to more."""
        size = native.Ints(2)
        dashes = 0.0
        for number, thing in enumerate(things(page, self._limits.depth)):
            if thing is None or number >= self._limits.objects:
                return False
            kind = native.object_type(thing)
            if kind == native.PATH and native.count_dashes(thing) > 0:
                dashes += _dashes(thing)
                if dashes > _MOST_DASHES:
                    return False
            if kind == native.IMAGE:
                native.image_size(thing, *size.at)
                is_huge = math.prod(size.values) > self._limits.image_pixels
                if is_huge or _UNDECLARED in _filters(thing):
                    return False
        return True

    def _is_done(self, page: int, bitmap: int, wide: int, high: int, turns: int) -> bool:
        """Draw; say whether that came to its end in time."""
        pause = ctypes.addressof(self._pause)
        try:
            state = native.begin_drawing(
                bitmap, page, 0, 0, wide, high, turns, raw.FPDF_ANNOT, pause
            )
            while state == raw.FPDF_RENDER_TOBECONTINUED and not self._is_late():
                state = native.go_on_drawing(page, pause)
        finally:
            native.end_drawing(page)
        return bool(state == raw.FPDF_RENDER_DONE)


def _dashes(path: int) -> float:
    """Return how many dashes a path has at most, as a straight line across its bounds."""
    count = min(native.count_dashes(path), _LONGEST_PATTERN)
    pattern, bounds, matrix = native.Floats(count), native.Floats(4), native.Floats(6)
    native.dashes_of(path, pattern.at[0], count)
    native.object_bounds(path, *bounds.at)
    native.object_matrix(path, matrix.at[0])
    left, bottom, right, top = bounds.values
    length = math.hypot(right - left, top - bottom) * native.count_segments(path)
    scale = math.hypot(*matrix.values[:2]) or 1.0
    whole = sum(map(abs, pattern.values)) * scale
    return count * length / whole if whole > 0 and math.isfinite(length / whole) else 0.0


def things(page: int, depth: int) -> Iterator[int | None]:
    """Yield what is drawn on a page; None for what is nested too deeply."""
    for index in range(native.count_objects(page)):
        yield from _inside(native.object_at(page, index), depth)


def _inside(thing: int, depth: int) -> Iterator[int | None]:
    yield thing if depth >= 0 else None
    if depth >= 0 and native.object_type(thing) == native.FORM:
        for index in range(native.count_inner(thing)):
            yield from _inside(native.inner_at(thing, index), depth - 1)


def _filters(image: int) -> Iterator[bytes]:
    """Yield how an image is packed."""
    for index in range(native.count_filters(image)):
        name = ctypes.create_string_buffer(_LONGEST_FILTER)
        native.image_filter(image, index, ctypes.addressof(name), _LONGEST_FILTER)
        yield name.value


def _spelt_out(data: bytes) -> bytes:
    """Return a file with its names spelt in letters, which may be written as codes, too."""
    return _WRITTEN_AS_CODE.sub(lambda code: bytes([int(code[1], 16)]), data)
