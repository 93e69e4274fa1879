"""What is drawn on a page beside its letters: lines, filled boxes, images, curves."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing, DrawnPath, extent_of
from specvalidator.readers.layout.frame import (
    IDENTITY,
    Frame,
    Matrix,
    moved,
    point,
    product,
    turned,
)
from specvalidator.readers.layout.page import Box
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.faces import OURS

_RECTANGLE = 5
"""Segments of one rectangle: a move, three or four lines."""
_WHITE = 250
_PATTERN = 191
"""Red, green and blue that PDFium gives for what is painted with a pattern."""
_CLEAR = 8
_ENDS = 2
"""Points of a straight line."""
_STROKE = 3
"""Segments of a line that may be as thick as what it covers."""
_FILLED, _OUTLINED = 0, (1, 2)
"""Render modes of ordinary letters, and of letters with an outline."""
_INVISIBLE_MODES = (3, 7)
"""Render modes of text that is not drawn: invisible, and used only to clip."""
_CLIPPING = 4
"""From this render mode on, nothing but what lies within the letters is drawn after them."""
SMALLEST = 1.5
"""Letters lower than this many points are not to be seen."""
_NARROWEST = 0.05
"""Of their height: letters that are drawn narrower are not to be seen."""
_MIXING = (b"/SMask", b"/BM", b"/ObjStm")
"""Where none of these stands, nothing is masked or mixed with what lies below it."""
_UNUSUAL = (b"/Type3", b"/ObjStm", b"SpecvalidatorHan")
"""Where none of these stands, no font of the file is made of drawings, and none is our own."""
_DISGUISED = re.compile(rb"/[A-Za-z]*#[0-9A-Fa-f]{2}")
"""A name with a letter in digits, which may be one of them."""
_LAYER = "OC\0".encode("utf-16-le")
"""What the beginning of a layer's content is marked with."""
_NAME_BYTES = 128


@dataclass(slots=True)
class PdfDrawing(Drawing):
    """The same of a page of a PDF, and what its text is like."""

    plain: bool = True
    """No text on the page is turned, or may be hidden."""
    turns: Counter[int] = field(default_factory=Counter)
    """Text by how far it is turned clockwise on the page, in degrees."""
    doubted: set[int] = field(default_factory=set)
    """PDFium's handles of text that may be hidden, or be visible in spite of its colour."""
    fonts: frozenset[bytes] = frozenset()
    """Names of the fonts that text is drawn with and that the file holds."""
    only_ours: bool = False
    """All text is in the face of our own summary pages."""
    covered: set[int] = field(default_factory=set)
    """Those of them over which something was painted."""
    minute: set[int] = field(default_factory=set)
    """PDFium's handles of text too low or too narrow to be seen."""
    mirrored: set[int] = field(default_factory=set)
    """PDFium's handles of text as a mirror shows it."""
    left_out: bool = False
    """Drawings nested too deeply were not looked into."""

    def doubt(self, handles: set[int]) -> None:
        """Doubt that some more text can be seen."""
        self.doubted |= handles
        self.plain = self.plain and not handles


class Surveyor:
    """Walks over a page's objects; one is used for all pages, one after the other."""

    def __init__(
        self, data: bytes, limits: PdfLimits, meter: PdfMeter, distances: Distances
    ) -> None:
        disguised = _DISGUISED.search(data) is not None
        self._all_usual = not disguised and all(name not in data for name in _UNUSUAL)
        self._never_mixed = not disguised and all(name not in data for name in _MIXING)
        self._limits = limits
        self._meter = meter
        self._distances = distances
        self._box = native.Floats(4)
        self._matrix = native.Floats(6)
        self._matrix_at = self._matrix.at[0]
        self._point = native.Floats(2)
        self._color = native.Ints(4)
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._name_at = ctypes.addressof(self._name)
        self._length = ctypes.c_ulong()
        self._mode = native.Ints(2)
        self._size = native.Floats(1)
        self._clips_by_text = False
        """Letters on the page may clip what is drawn after them."""
        self._seen = 0
        """Objects on the page so far."""
        self._texts: list[tuple[int, Matrix]] = []
        """Text on the page so far, and what moves it."""
        self._fonts: dict[int | None, bytes | None] = {}
        """Names of the page's fonts, None of those that the file does not hold."""
        self._later: list[tuple[Box, int]] = []
        """What may cover text, and how much of the text was there before."""

    def survey(self, page: int, frame: Frame) -> PdfDrawing:
        """Return what is drawn on an open page.

        Raises:
            TooMuch: there are more objects than the limits allow.
        """
        drawing = PdfDrawing()
        self._seen = 0
        self._texts, self._later = [], []
        self._clips_by_text = False
        self._fonts.clear()
        count = native.count_objects(page)
        self._count(count)
        object_at, object_type, text = native.object_at, native.object_type, native.TEXT
        texts = self._texts
        plain = self._plain if frame.rotation == 0 else _never
        for index in range(count):
            handle = object_at(page, index)
            if object_type(handle) == text:
                if plain(handle):
                    texts.append((handle, IDENTITY))
                else:
                    self._text(handle, frame, IDENTITY, drawing)
            else:
                self._look(handle, frame, IDENTITY, drawing, self._limits.depth)
        drawing.turns[0] += len(texts) - drawing.turns.total()
        drawing.fonts = frozenset(name for name in self._fonts.values() if name)
        drawing.only_ours = set(self._fonts.values()) == {OURS}
        drawing.covered = self._covered(frame)
        if self._clips_by_text:
            drawing.doubt({handle for handle, _ in texts})
        drawing.doubt(drawing.doubted | drawing.covered)
        return drawing

    @cached_property
    def _plain(self) -> Callable[[int], bool]:
        """Tells of text on the page itself, at once, what `_text` finds out: most is plain."""
        matrix, matrix_at, color, color_at = (
            self._matrix.values, self._matrix_at, self._color.values, self._color.at
        )  # fmt: skip
        object_matrix, render_mode, fill_color = (
            native.object_matrix, native.render_mode, native.fill_color
        )  # fmt: skip
        font_of, count_marks, clip_of, count_clips = (
            native.font_of, native.count_marks, native.clip_of, native.count_clips
        )  # fmt: skip
        fonts, all_usual, never_mixed = self._fonts, self._all_usual, self._never_mixed
        has_transparency, font_size = native.has_transparency, native.object_font_size
        size, size_at = self._size.values, self._size.at[0]

        def is_plain(handle: int) -> bool:
            object_matrix(handle, matrix_at)
            across, down = matrix[0], matrix[3]
            if matrix[1] != 0 or across <= 0 or down <= 0 or render_mode(handle) != _FILLED:
                return False
            font_size(handle, size_at)
            if size[0] * down < SMALLEST or across < _NARROWEST * down:
                return False
            if not fill_color(handle, *color_at):
                return False
            red, green, blue, alpha = color[:]
            return (
                alpha > _CLEAR
                and min(red, green, blue) < _WHITE
                and not red == green == blue == _PATTERN
                and (all_usual or fonts.get(font_of(handle), b"") != b"")
                and (never_mixed or not has_transparency(handle))
                and count_marks(handle) <= 0
                and count_clips(clip_of(handle)) <= 0
            )

        return is_plain

    def _text(self, handle: int, frame: Frame, outer: Matrix, drawing: PdfDrawing) -> None:
        self._texts.append((handle, outer))
        turn, evident = self._manner(handle, frame, outer, drawing)
        drawing.turns[turn] += 1
        drawing.plain = drawing.plain and turn == 0 and handle not in drawing.mirrored
        marks = native.count_marks(handle)
        if marks > 0 and self._is_layered(handle, marks):
            evident = False
        font = native.font_of(handle)
        if font not in self._fonts:
            self._fonts[font] = self.embedded_font(font)
        evident = evident and self._fonts[font] != b""
        evident = evident and (self._never_mixed or not native.has_transparency(handle))
        clip = native.clip_of(handle)
        clips = native.count_clips(clip)
        if clips > 0 and evident and self._is_clipped(handle, clip, clips):
            evident = False
        if not evident or outer is not IDENTITY:
            drawing.doubted.add(handle)

    def embedded_font(self, font: int | None) -> bytes | None:
        """Return a font's name, "" where its letters are drawings, None if the file lacks it."""
        if not font or native.is_embedded(font) != 1:
            return None
        native.font_name(font, self._name_at, _NAME_BYTES)
        return self._name.value

    def _is_minute(self, handle: int, across: float, down: float) -> bool:
        """Tell whether letters are too low or too narrow to be seen."""
        native.object_font_size(handle, self._size.at[0])
        return self._size.values[0] * down < SMALLEST or across < _NARROWEST * down

    def _manner(
        self, handle: int, frame: Frame, outer: Matrix, drawing: PdfDrawing
    ) -> tuple[int, bool]:
        """Return how far text is turned, and whether it can be seen whatever lies behind it."""
        native.object_matrix(handle, self._matrix_at)
        a, b, c, d = self._matrix.values[:4]
        if outer is not IDENTITY:
            a, b = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
            c, d = c * outer[0] + d * outer[2], c * outer[1] + d * outer[3]
        turn = turned(a, b, frame.rotation)
        if a * d < b * c:
            drawing.mirrored.add(handle)
        mode = native.render_mode(handle)
        self._clips_by_text = self._clips_by_text or mode >= _CLIPPING
        if self._is_minute(handle, math.hypot(a, b), math.hypot(c, d)):
            drawing.minute.add(handle)
            return turn, False
        if mode == _FILLED:
            color_of = native.fill_color
        elif mode in _OUTLINED:
            color_of = native.stroke_color
        else:
            return turn, False
        if not color_of(handle, *self._color.at):
            return turn, False
        red, green, blue, alpha = self._color.values[:]
        if red == green == blue == _PATTERN:
            return turn, False
        return turn, alpha > _CLEAR and (red < _WHITE or green < _WHITE or blue < _WHITE)

    def is_drawn(self, handle: int) -> bool:
        """Tell whether text is painted at all, if nothing covers it."""
        if native.render_mode(handle) in _INVISIBLE_MODES:
            return False
        return not native.fill_color(handle, *self._color.at) or self._color.values[3] > _CLEAR

    def _is_layered(self, handle: int, marks: int) -> bool:
        """Tell whether text stands in a layer, and let its own letters speak, not a note on it."""
        layered = False
        for index in reversed(range(marks)):
            mark = native.mark_at(handle, index)
            if not mark:
                continue
            native.mark_name(mark, self._name_at, _NAME_BYTES, self._length)
            layered = layered or self._name.raw.startswith(_LAYER)
            if native.mark_value_type(mark, b"ActualText"):
                native.remove_mark(handle, mark)
        return layered

    def _is_clipped(self, handle: int, clip: int, clips: int) -> bool:
        """Tell whether text may reach beyond what is shown of it."""
        left, bottom, right, top = self._bounds(handle)
        margin = (top - bottom) / 4
        across, down = self._point.at
        for index in range(clips):
            count = native.count_clip_segments(clip, index)
            if not 0 < count <= _RECTANGLE + 1:
                return True
            points = []
            for number in range(count):
                native.segment_point(native.clip_segment(clip, index, number), across, down)
                points.append((self._point.values[0], self._point.values[1]))
            x0, y0, x1, y1 = extent_of(points)
            if not (x0 - margin <= left and right <= x1 + margin):
                return True
            if not (y0 <= bottom + margin and top - margin <= y1):
                return True
        return False

    def _covered(self, frame: Frame) -> set[int]:
        """Return the text where something was painted later."""
        later = [(box, count) for box, count in self._later if count]
        if not later:
            return set()
        texts = []
        for handle, outer in self._texts[: later[-1][1]]:
            x0, y0, x1, y1 = frame.shown(*moved(outer, self._bounds(handle)))
            margin = (y1 - y0) / 4
            texts.append((x0 + 1, y0 + margin, x1 - 1, y1 - margin, handle))
        self._meter.take("comparisons", sum(count for _, count in later))
        return {
            handle
            for (left, top, right, bottom), count in later
            for x0, y0, x1, y1, handle in texts[:count]
            if x0 < right and left < x1 and y0 < bottom and top < y1
        }

    def _look(
        self, handle: int, frame: Frame, outer: Matrix, drawing: PdfDrawing, depth: int
    ) -> None:
        kind = native.object_type(handle)
        if kind == native.TEXT:
            self._text(handle, frame, outer, drawing)
        elif kind == native.PATH:
            self._path(handle, frame, outer, drawing)
        elif kind == native.IMAGE:
            box = frame.shown(*moved(outer, self._bounds(handle)))
            drawing.images.append(box)
            self._later.append((box, len(self._texts)))
        elif kind == native.SHADING:
            self._later.append((frame.shown(*moved(outer, self._bounds(handle))), len(self._texts)))
        elif kind == native.FORM:
            if depth == 0:
                drawing.left_out = True
                return
            native.object_matrix(handle, self._matrix.at[0])
            inner = product(tuple(self._matrix.values), outer)
            count = native.count_inner(handle)
            self._count(count)
            for index in range(count):
                child = native.inner_at(handle, index)
                if child:
                    self._look(child, frame, inner, drawing, depth - 1)

    def _count(self, more: int) -> None:
        self._seen += more
        self._meter.take("all_objects", more)
        if self._seen > self._limits.objects:
            raise TooMuch

    def _bounds(self, handle: int) -> Box:
        native.object_bounds(handle, *self._box.at)
        left, bottom, right, top = self._box.values[:]
        return (left, bottom, right, top)

    def _path(self, handle: int, frame: Frame, outer: Matrix, drawing: PdfDrawing) -> None:
        x0, y0, x1, y1 = frame.shown(*moved(outer, self._bounds(handle)))
        thick = self._distances.line_width
        segments = native.count_segments(handle)
        thin = x1 - x0 <= thick or y1 - y0 <= thick
        if thin and segments <= _RECTANGLE:
            drawing.add_line((x0, y0, x1, y1), thick)
            return
        native.draw_mode(handle, *self._mode.at)
        filled, stroked = self._mode.values[:]
        if filled or (stroked and segments <= _STROKE):
            self._later.append(((x0, y0, x1, y1), len(self._texts)))
        if not stroked and segments <= _RECTANGLE:
            return
        self._count(segments)
        native.object_matrix(handle, self._matrix.at[0])
        matrix = product(tuple(self._matrix.values), outer)
        inked = self._is_inked(handle, filled=bool(filled), stroked=bool(stroked))
        for corners, curved in self._subpaths(handle, segments):
            points = [point(matrix, x, y) for x, y in corners]
            if stroked and segments == _ENDS and min(x1 - x0, y1 - y0) > thick:
                extent = extent_of(points)
                if min(extent[2] - extent[0], extent[3] - extent[1]) <= thick:
                    continue  # so thick that it is a bar, not a line
            shown = [frame.shown(x, y, x, y)[:2] for x, y in points]
            drawing.add_path(DrawnPath(shown, curved, bool(filled), bool(stroked), inked), thick)

    def _is_inked(self, handle: int, *, filled: bool, stroked: bool) -> bool:
        """Tell whether a path is painted in any colour but white."""
        for painted, color_of in ((filled, native.fill_color), (stroked, native.stroke_color)):
            if painted and color_of(handle, *self._color.at):
                red, green, blue, alpha = self._color.values[:]
                if alpha > _CLEAR and min(red, green, blue) < _WHITE:
                    return True
        return False

    def _subpaths(self, handle: int, segments: int) -> list[tuple[list[tuple[float, float]], bool]]:
        """Return the corners of each part of a path, and whether it has curves."""
        parts: list[tuple[list[tuple[float, float]], bool]] = []
        corners: list[tuple[float, float]] = []
        curved = False
        across, down = self._point.at
        for index in range(segments):
            segment = native.segment_at(handle, index)
            kind = native.segment_type(segment)
            native.segment_point(segment, across, down)
            point = (self._point.values[0], self._point.values[1])
            if kind == native.MOVE_TO and corners:
                parts.append((corners, curved))
                corners, curved = [], False
            curved = curved or kind not in (native.MOVE_TO, native.LINE_TO)
            corners.append(point)
            if native.segment_closes(segment):
                corners.append(corners[0])
        if corners:
            parts.append((corners, curved))
        return parts


def _never(_: int) -> bool:
    return False
