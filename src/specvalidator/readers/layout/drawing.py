"""What is drawn on a page beside its letters: lines, filled boxes, images, curves."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from specvalidator.readers.layout.page import Box, RuledLine

_MOST_SIDES = 4
"""Of a stroke that strikes letters out; one with more was drawn by hand, or is a drawing."""


class Shape(NamedTuple):
    """A curve, or strokes that slant."""

    box: Box
    is_closed: bool
    """It ends where it begins, or is filled: it may be drawn around something."""


Slant = tuple[float, float, float, float]
"""Where a straight line begins, and where it ends."""


class DrawnPath(NamedTuple):
    """One part of what a pen or a brush draws, as displayed."""

    corners: list[tuple[float, float]]
    is_curved: bool
    is_filled: bool
    is_stroked: bool
    is_inked: bool
    """It is painted in any colour but white."""


@dataclass(slots=True)
class Drawing:
    """What is drawn on one page, as displayed."""

    horizontal: list[RuledLine] = field(default_factory=list)
    vertical: list[RuledLine] = field(default_factory=list)
    walls: list[RuledLine] = field(default_factory=list)
    """The vertical lines put together; known once the page's tables are."""
    strokes: list[RuledLine] = field(default_factory=list)
    """Horizontal lines that are no edges of cells; known once the page's tables are."""
    frames: list[Box] = field(default_factory=list)
    """Boxes drawn around the page or around tables; known once the page's tables are."""
    images: list[Box] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    """Curves and slanting strokes, such as letters drawn as outlines or by hand."""
    slants: list[Slant] = field(default_factory=list)
    """Straight slanting lines, which may strike letters out."""

    def add_path(self, path: DrawnPath, thick: float) -> None:
        """Add the lines that a path draws, none thicker than `thick`, or its shape."""
        sides = _sides(path.corners)
        if not path.is_curved:
            for side in sides if path.is_stroked else [extent_of(path.corners)]:
                self.add_line(side, thick)
        if path.is_inked and (path.is_curved or any(_is_slanting(side, thick) for side in sides)):
            closed = path.is_filled or path.corners[0] == path.corners[-1]
            self.shapes.append(Shape(extent_of(path.corners), closed))
            if not (closed or path.is_curved) and len(sides) <= _MOST_SIDES:
                ends = pairwise(path.corners)
                self.slants += [(*one, *other) for one, other in ends if one != other]

    def add_line(self, box: Box, thick: float) -> None:
        """Add a line that takes a box, unless the box is thicker than `thick` both ways."""
        x0, y0, x1, y1 = box
        # A dot of a dotted line may belong to a horizontal or to a vertical one: it is both.
        if y1 - y0 <= thick:
            self.horizontal.append(RuledLine((y0 + y1) / 2, x0, x1))
        if x1 - x0 <= thick:
            self.vertical.append(RuledLine((x0 + x1) / 2, y0, y1))


def runs_through(slant: Slant, box: Box) -> bool:
    """Tell whether a line runs through the inner half of a box."""
    across, down = (box[2] - box[0]) / 4, (box[3] - box[1]) / 4
    left, top, right, bottom = box[0] + across, box[1] + down, box[2] - across, box[3] - down
    x, y, end_x, end_y = slant
    first, last = 0.0, 1.0
    for start, step, least, most in ((x, end_x - x, left, right), (y, end_y - y, top, bottom)):
        if step == 0:
            if not least <= start <= most:
                return False
            continue
        enters, leaves = sorted(((least - start) / step, (most - start) / step))
        first, last = max(first, enters), min(last, leaves)
    return first <= last


def extent_of(points: list[tuple[float, float]]) -> Box:
    """Return the smallest box around points."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _sides(points: list[tuple[float, float]]) -> list[Box]:
    return [extent_of([start, end]) for start, end in pairwise(points)]


def _is_slanting(side: Box, thick: float) -> bool:
    return side[2] - side[0] > thick and side[3] - side[1] > thick
