"""The columns of a table whose rows say where their cells end, each row for itself."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Spans(NamedTuple):
    """How a row lies on the columns of its table."""

    before: int
    """Columns left of its first cell."""
    widths: tuple[int, ...]
    """Columns of each cell."""


def spans(rows: Sequence[Sequence[int]], tolerance: int) -> list[Spans]:
    """Return how rows lie on common columns.

    Args:
        rows: for each row the edges of its cells, from the left, in twips.
        tolerance: edges that are no further apart are one.
    """
    lines: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not lines or edge - lines[-1] > tolerance:
            lines.append(edge)
    return [_spans([_nearest(lines, edge) for edge in row]) for row in rows]


def _spans(marks: list[int]) -> Spans:
    widths = (max(1, end - start) for start, end in pairwise(marks))
    return Spans(marks[0] if marks else 0, tuple(widths))


def _nearest(lines: list[int], edge: int) -> int:
    at = bisect_left(lines, edge)
    if at == len(lines) or (at and edge - lines[at - 1] <= lines[at] - edge):
        return at - 1
    return at
