"""A page with its cells moved apart, so that nobody reads over a wall, and the way back."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from specvalidator.readers.layout.grid import RuledGrid
from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.light import PAPER
from specvalidator.readers.scan.pixels import Picture

_GAP = 28
_SLACK = 6


class _MovedPart(NamedTuple):
    """A piece of the page, where it was put, and by how much it was moved."""

    box: Box
    right: int
    down: int


class Apart:
    """A page of which each cell stands for itself."""

    def __init__(self, page: Picture, grids: Iterable[RuledGrid]) -> None:
        """Move the cells of tables in pixels; one within or beside another stays as it is."""
        tables = _one_below_another(grids)
        high, wide = page.shape
        most = max((len(grid.xs) for grid in tables), default=0)
        size = (high + _GAP * sum(len(grid.ys) for grid in tables), wide + _GAP * most)
        self.image = np.full(size, PAPER, np.uint8)
        self._page = page
        self._parts: list[_MovedPart] = []
        done = moved = 0
        for grid in tables:
            done, moved = self._table(grid, done, moved)
        self._copy((0, done, wide, high), 0, moved)

    def _table(self, grid: RuledGrid, done: int, moved: int) -> tuple[int, int]:
        high, wide = self._page.shape
        xs, ys = [int(x) for x in grid.xs], [int(y) for y in grid.ys]
        top, bottom = max(ys[0] - 3, done), min(high, ys[-1] + 4)
        self._copy((0, done, wide, top), 0, moved)
        self._copy((0, top, max(0, xs[0] - 4), bottom), 0, moved)
        self._copy((xs[-1] + 5, top, wide, bottom), _GAP * len(xs), moved)
        for row, column, rows, columns in grid.spans:
            inside = (
                xs[column] + 3,
                ys[row] + 3,
                xs[column + columns] - 2,
                ys[row + rows] - 2,
            )
            self._copy(inside, _GAP * (column + 1), moved + _GAP * row)
        return bottom, moved + _GAP * len(ys)

    def _copy(self, box: tuple[int, int, int, int], right: int, down: int) -> None:
        x0, y0, x1, y1 = box
        part = self._page[max(0, y0) : y1, max(0, x0) : x1]
        if part.size:
            x0, y0 = max(0, x0) + right, max(0, y0) + down
            high, wide = part.shape
            self.image[y0 : y0 + high, x0 : x0 + wide] = part
            self._parts.append(_MovedPart((x0, y0, x0 + wide, y0 + high), right, down))

    def back(self, box: Box) -> Box | None:
        """Return where a box was on the page; None where nothing of the page is."""
        x0, y0, x1, y1 = box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        for (left, top, right, bottom), across, down in self._parts:
            if left - _SLACK <= x <= right + _SLACK and top - _SLACK <= y <= bottom + _SLACK:
                return (
                    max(x0, left) - across,
                    max(y0, top) - down,
                    min(x1, right) - across,
                    min(y1, bottom) - down,
                )
        return None


def _one_below_another(grids: Iterable[RuledGrid]) -> list[RuledGrid]:
    """Return the tables from the top; of two side by side, or one in the other, the larger."""
    kept: list[RuledGrid] = []
    for grid in sorted(grids, key=lambda each: each.ys[0]):
        if kept and grid.ys[0] < kept[-1].ys[-1]:
            if len(grid.spans) > len(kept[-1].spans):
                kept[-1] = grid
        else:
            kept.append(grid)
    return kept
