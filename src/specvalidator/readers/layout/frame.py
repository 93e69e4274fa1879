"""From a page's own coordinates, upwards as in PDF, to the page as displayed."""

import math
from typing import NamedTuple

from specvalidator.readers.layout.page import Box

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f as the PDF standard writes them: x' = ax + cy + e, y' = bx + dy + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Frame(NamedTuple):
    """The visible part of a page and how far it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """Quarter turns clockwise: 0, 1, 2 or 3."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation % 2 else (width, height)

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the displayed box of a box in PDF coordinates."""
        if self.rotation == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.rotation == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 2:  # noqa: PLR2004 - half a turn
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return (self.top - top, self.right - right, self.top - bottom, self.right - left)

    def placed(self, x: float, y: float) -> tuple[float, float]:
        """Return the point in PDF coordinates that a displayed point shows: `shown` undone."""
        if self.rotation == 0:
            return (self.left + x, self.top - y)
        if self.rotation == 1:
            return (self.left + y, self.bottom + x)
        if self.rotation == 2:  # noqa: PLR2004 - half a turn
            return (self.right - x, self.bottom + y)
        return (self.right - y, self.top - x)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def moved(matrix: Matrix, box: Box) -> Box:
    """Return the smallest upright box around a box that `matrix` moves."""
    if matrix is IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    if b == c == 0:
        left, right, bottom, top = a * box[0] + e, a * box[2] + e, d * box[1] + f, d * box[3] + f
        return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def turned(a: float, b: float, rotation: int) -> int:
    """Return how far text is turned clockwise on a displayed page, in degrees."""
    if b == 0 and a > 0 and rotation == 0:
        return 0
    return (round(-math.degrees(math.atan2(b, a))) + 90 * rotation) % 360


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix moves a point."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)
