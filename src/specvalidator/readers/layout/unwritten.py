"""What stands on a page and is no text: pictures, and strokes of a pen."""

from bisect import bisect_left
from functools import cached_property

from specvalidator.document import Unread
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing, Shape
from specvalidator.readers.layout.page import Box, LayoutPiece, around
from specvalidator.readers.meter import PdfMeter

_TOGETHER = 3.0
"""Strokes nearer to each other than so many points are one drawing."""
_WORD = (2 / 3, 1 / 3)
"""Of the least size of a picture: width and height of a drawing, as a word drawn as outlines."""
_LARGEST = 0.5
"""Share of a page's width and height that a drawing takes at most; others are its decoration."""


def unwritten(
    drawing: Drawing,
    written: "Middles",
    size: tuple[float, float],
    meter: PdfMeter,
    distances: Distances,
) -> list[LayoutPiece]:
    """Return a piece for each thing drawn on a page that its reader would look at.

    Raises:
        TooMuch: there is more of it than the limits allow.
    """
    least = distances.smallest_picture
    found = [
        asked(box, "picture") for box in drawing.images if _is_content(box, size, least, least)
    ]
    large = [
        box
        for box in _drawings(drawing.shapes, written, meter)
        if _is_content(box, size, least, least) and _is_modest(box, size)
    ]
    filled = [shape for shape in drawing.shapes if shape.is_closed]
    words = [
        box
        for box in _drawings(filled, written, meter)
        if _is_content(box, size, least * _WORD[0], least * _WORD[1]) and _is_modest(box, size)
    ]
    large += [box for box in words if not any(_touch(box, other) for other in large)]
    return found + [asked(box, "drawing") for box in large]


class Middles:
    """Where the letters of a page stand."""

    def __init__(self, pieces: list[LayoutPiece], meter: PdfMeter) -> None:
        self._pieces = pieces
        self._meter = meter

    @cached_property
    def _points(self) -> list[tuple[float, float]]:
        seen = [piece for piece in self._pieces if not piece.hidden]
        return sorted(((p.y0 + p.y1) / 2, (p.x0 + p.x1) / 2) for p in seen)

    def within(self, box: Box) -> bool:
        """Tell whether letters stand within a box."""
        x0, y0, x1, y1 = box
        first = bisect_left(self._points, (y0,))
        after = bisect_left(self._points, (y1,))
        self._meter.take("comparisons", after - first)
        return any(x0 <= x <= x1 for _, x in self._points[first:after])


def _drawings(shapes: list[Shape], written: Middles, meter: PdfMeter) -> list[Box]:
    """Return the drawings that strokes near each other make; frames around letters are none."""
    found: list[Box] = []
    loose = [shape.box for shape in shapes if not (shape.is_closed and written.within(shape.box))]
    for box in sorted(loose, key=lambda box: (box[1], box[0])):
        meter.take("comparisons", len(found) + 1)
        near = [other for other in found if _touch(box, other)]
        found = [other for other in found if other not in near] if near else found
        found.append(around([box, *near]))
    return found


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] - _TOGETHER <= other[2]
        and other[0] - _TOGETHER <= one[2]
        and one[1] - _TOGETHER <= other[3]
        and other[1] - _TOGETHER <= one[3]
    )


def _is_content(box: Box, size: tuple[float, float], narrowest: float, lowest: float) -> bool:
    """Tell whether something on the page is no mere ornament."""
    x0, y0, x1, y1 = box
    width, height = size
    large = x1 - x0 >= narrowest and y1 - y0 >= lowest
    return large and x0 < width and x1 > 0 and y0 < height and y1 > 0


def _is_modest(box: Box, size: tuple[float, float]) -> bool:
    width, height = size
    return box[2] - box[0] <= _LARGEST * width and box[3] - box[1] <= _LARGEST * height


def asked(box: Box, why: Unread) -> LayoutPiece:
    """Return a piece for what stands in a box and cannot be read."""
    return LayoutPiece("", *box, box[3] - box[1], unread=why)
