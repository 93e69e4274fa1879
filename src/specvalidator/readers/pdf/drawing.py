"""What is drawn on a page beside its letters: lines, filled boxes, images, curves."""

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.frame import IDENTITY, Frame, Matrix, moved, product
from specvalidator.readers.pdf.layout import Box, RuledLine
from specvalidator.readers.pdf.settings import Distances, PdfLimits, PdfMeter, TooMuch

_RECTANGLE = 5
"""Segments of one rectangle: a move, three or four lines."""
_WHITE = 250
_CLEAR = 8
_INVISIBLE_MODES = (3, 7)
"""Render modes of text that is not drawn: invisible, and used only to clip."""


@dataclass(slots=True)
class Drawing:
    """What is drawn on one page, as displayed."""

    horizontal: list[RuledLine] = field(default_factory=list)
    vertical: list[RuledLine] = field(default_factory=list)
    walls: list[RuledLine] = field(default_factory=list)
    """The vertical lines put together; known once the page's tables are."""
    strokes: list[RuledLine] = field(default_factory=list)
    """Horizontal lines that are no edges of cells; known once the page's tables are."""
    images: list[Box] = field(default_factory=list)
    fills: list[tuple[Box, int]] = field(default_factory=list)
    """Filled areas and PDFium's handle, to ask for the colour while the page is open."""
    curves: int = 0
    """Paths that are no lines and no boxes, such as letters drawn as outlines."""
    plain: bool = True
    """No text on the page is hidden, white or turned."""
    left_out: bool = False
    """Drawings nested too deeply were not looked into."""


class _Style(NamedTuple):
    """How a text object is drawn."""

    turn: int
    drawn: bool
    """With a render mode that draws, and not fully transparent."""
    white: bool


_PLAIN = _Style(turn=0, drawn=True, white=False)


class Surveyor:
    """Walks over a page's objects; one is used for all pages, one after the other."""

    def __init__(self, limits: PdfLimits, meter: PdfMeter, distances: Distances) -> None:
        self._limits = limits
        self._meter = meter
        self._distances = distances
        self._box = native.Floats(4)
        self._matrix = native.Floats(6)
        self._matrix_at = self._matrix.at[0]
        self._point = native.Floats(2)
        self._color = native.Ints(4)
        self._mode = native.Ints(2)
        self._seen = 0
        """Objects on the page so far."""

    def survey(self, page: int, frame: Frame) -> Drawing:
        """Return what is drawn on an open page.

        Raises:
            TooMuch: there are more objects than the limits allow.
        """
        drawing = Drawing()
        self._seen = 0
        count = native.count_objects(page)
        self._count(count)
        object_at, object_type, text = native.object_at, native.object_type, native.TEXT
        for index in range(count):
            handle = object_at(page, index)
            if object_type(handle) != text:
                self._look(handle, frame, IDENTITY, drawing, self._limits.depth)
            elif drawing.plain:
                drawing.plain = self._is_plain(handle, frame, IDENTITY)
        return drawing

    def _is_plain(self, handle: int, frame: Frame, outer: Matrix) -> bool:
        """Tell whether a text object is upright and visible, whatever lies behind it."""
        if outer is not IDENTITY or frame.rotation:
            return self.style(handle, frame, outer) == _PLAIN
        native.object_matrix(handle, self._matrix_at)
        matrix = self._matrix.values
        upright = matrix[1] == 0 and matrix[0] > 0
        if not upright or native.render_mode(handle) in _INVISIBLE_MODES:
            return False
        if not native.fill_color(handle, *self._color.at):
            return True
        color = self._color.values
        return color[3] > _CLEAR and (color[0] < _WHITE or color[1] < _WHITE or color[2] < _WHITE)

    def style(self, handle: int, frame: Frame, outer: Matrix = IDENTITY) -> _Style:
        """Return how a text object is drawn."""
        native.object_matrix(handle, self._matrix.at[0])
        a, b, _, _, _, _ = self._matrix.values
        if outer is not IDENTITY:
            a, b = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
        turn = turned(a, b, frame.rotation)
        drawn = native.render_mode(handle) not in _INVISIBLE_MODES
        white = False
        red, green, blue, alpha = self._color.at
        if native.fill_color(handle, red, green, blue, alpha):
            values = self._color.values
            white = values[0] >= _WHITE and values[1] >= _WHITE and values[2] >= _WHITE
            drawn = drawn and values[3] > _CLEAR
        return _Style(turn, drawn, white)

    def is_dark(self, handle: int) -> bool:
        """Tell whether white text on this filled area can be seen."""
        red, green, blue, alpha = self._color.at
        if not native.fill_color(handle, red, green, blue, alpha):
            return False
        values = self._color.values
        return min(values[0], values[1], values[2]) < _WHITE and values[3] > _CLEAR

    def _look(self, handle: int, frame: Frame, outer: Matrix, drawing: Drawing, depth: int) -> None:
        kind = native.object_type(handle)
        if kind == native.TEXT:
            drawing.plain = drawing.plain and self._is_plain(handle, frame, outer)
        elif kind == native.PATH:
            self._path(handle, frame, outer, drawing)
        elif kind == native.IMAGE:
            box = self._bounds(handle)
            drawing.images.append(frame.shown(*moved(outer, box)))
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

    def _path(self, handle: int, frame: Frame, outer: Matrix, drawing: Drawing) -> None:
        x0, y0, x1, y1 = frame.shown(*moved(outer, self._bounds(handle)))
        thick = self._distances.line_width
        segments = native.count_segments(handle)
        thin = x1 - x0 <= thick or y1 - y0 <= thick
        if thin and segments <= _RECTANGLE:
            _add(drawing, (x0, y0, x1, y1), thick)
            return
        native.draw_mode(handle, *self._mode.at)
        filled, stroked = self._mode.values
        if not stroked and segments <= _RECTANGLE:
            if filled:
                drawing.fills.append(((x0, y0, x1, y1), handle))
            return
        self._count(segments)
        native.object_matrix(handle, self._matrix.at[0])
        matrix = product(tuple(self._matrix.values), outer)
        for part in self._subpaths(handle, segments):
            if part is None:
                drawing.curves += 1
                continue
            points = [_point(matrix, x, y) for x, y in part]
            boxes = _strokes(points) if stroked else [_extent(points)]
            for box in boxes:
                _add(drawing, frame.shown(*box), thick)

    def _subpaths(self, handle: int, segments: int) -> list[list[tuple[float, float]] | None]:
        """Return the corners of each part of a path; None for a part with curves."""
        parts: list[list[tuple[float, float]] | None] = []
        corners: list[tuple[float, float]] = []
        curved = False
        across, down = self._point.at
        for index in range(segments):
            segment = native.segment_at(handle, index)
            kind = native.segment_type(segment)
            native.segment_point(segment, across, down)
            point = (self._point.values[0], self._point.values[1])
            if kind == native.MOVE_TO and corners:
                parts.append(None if curved else corners)
                corners, curved = [], False
            curved = curved or kind not in (native.MOVE_TO, native.LINE_TO)
            corners.append(point)
            if native.segment_closes(segment):
                corners.append(corners[0])
        if corners:
            parts.append(None if curved else corners)
        return parts


def turned(a: float, b: float, rotation: int) -> int:
    """Return how far text is turned clockwise on a displayed page, in degrees."""
    if b == 0 and a > 0 and rotation == 0:
        return 0
    return (round(-math.degrees(math.atan2(b, a))) + 90 * rotation) % 360


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _extent(points: list[tuple[float, float]]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _strokes(points: list[tuple[float, float]]) -> list[Box]:
    """Return a box for each side."""
    return [_extent([start, end]) for start, end in pairwise(points)]


def _add(drawing: Drawing, box: Box, thick: float) -> None:
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    # A dot of a dotted line may belong to a horizontal or to a vertical one: it is both.
    if height <= thick:
        drawing.horizontal.append(RuledLine((y0 + y1) / 2, x0, x1))
    if width <= thick:
        drawing.vertical.append(RuledLine((x0 + x1) / 2, y0, y1))
