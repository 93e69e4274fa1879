"""Every edge between two neighbouring marks of a table, looked for in the ink itself."""

from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.ruling import Ruling, Stroke

_NEAR = 14
"""Parallel strokes nearer than a line of text are one."""
_BESIDE = 8
"""Pixels to each side within which an edge is looked for."""
_DRAWN = 0.84
"""Share of its course along which an edge is dark …"""
_UNCLEAR = 0.66
"""… and from which on there may be one, though nobody can be sure."""
_LONG = 60
"""Pixels: strokes of letters that lie over a shorter course look like a faint edge."""
_SLANT = 6
_BEYOND = 30
_MARKS = 400
"""Of one table, each way."""
_NARROWEST = 5


class Edge(NamedTuple):
    """A side of a cell, in pixels."""

    at: float
    start: float
    end: float
    first: float
    """Where it begins across its course …"""
    last: float
    """… and where it ends there: it may slant a little."""


class Edges(NamedTuple):
    """The sides of all cells of a page."""

    across: list[Edge]
    down: list[Edge]
    unclear: list[Box]
    """Where nobody can say whether there is one."""


def edges_of(ruling: Ruling) -> Edges:
    """Return the edges of a page's tables: short walls and faint ones, too."""
    found = Edges([], [], [])
    if not ruling.across or not ruling.down:
        return found
    shape = ruling.thin[0].shape
    count, labels = _connected(ruling, shape)
    for table in range(1, count):
        across = [each for each in ruling.across if _label(labels, each, across=True) == table]
        down = [each for each in ruling.down if _label(labels, each, across=False) == table]
        if len(across) > 1 and len(down) > 1:
            _complete(across, down, ruling.thin, found)
    return found


def _connected(ruling: Ruling, shape: tuple[int, int]) -> tuple[int, Picture]:
    grid = np.zeros(shape, np.uint8)
    for y, start, end in ruling.across:
        cv2.line(grid, (int(start), int(y)), (int(end), int(y)), 255, 9)
    for x, start, end in ruling.down:
        cv2.line(grid, (int(x), int(start)), (int(x), int(end)), 255, 9)
    count, labels, _, _ = cv2.connectedComponentsWithStats(grid)
    return count, labels


def _label(labels: Picture, stroke: Stroke, *, across: bool) -> int:
    high, wide = labels.shape
    middle = int((stroke.start + stroke.end) / 2)
    y, x = (int(stroke.at), middle) if across else (middle, int(stroke.at))
    return int(labels[min(high - 1, y), min(wide - 1, x)])


def _complete(
    across: list[Stroke], down: list[Stroke], thin: tuple[Picture, Picture], found: Edges
) -> None:
    ys, xs = _marks(across)[:_MARKS], _marks(down)[:_MARKS]
    for x in xs:
        for top, bottom in pairwise(ys):
            before = max(0, int(x) - _BESIDE)
            band = thin[1][int(top) + 3 : int(bottom) - 2, before : int(x) + _BESIDE + 1]
            _look(band, before, (top, bottom), found.down, found.unclear, across=False)
    for x, start, end in down:  # of a row that the page's end cuts, walls run on without a floor
        at = min(xs, key=lambda each: abs(each - x))
        if end - 22 > ys[-1] + _BEYOND:
            found.down.append(Edge(at, ys[-1], end - 22, at, at))
        if start + 22 < ys[0] - _BEYOND:
            found.down.append(Edge(at, start + 22, ys[0], at, at))
    for y in ys:
        for left, right in pairwise(xs):
            above = max(0, int(y) - _BESIDE)
            band = thin[0][above : int(y) + _BESIDE + 1, int(left) + 3 : int(right) - 2]
            _look(band.T, above, (left, right), found.across, found.unclear, across=True)


def _look(  # noqa: PLR0913 - where, and for what
    band: Picture,
    before: int,
    between: tuple[float, float],
    edges: list[Edge],
    unclear: list[Box],
    *,
    across: bool,
) -> None:
    """Add an edge if there is one in a band that runs downwards, or the doubt."""
    if min(band.shape) <= _NARROWEST:
        return
    share, (upper, lower) = _course(band)
    start, end = between
    faint = _UNCLEAR <= share < _DRAWN and len(band) >= _LONG
    if share >= _DRAWN or faint:
        first, last = upper + before + 1.0, lower + before + 1.0
        edges.append(Edge((first + last) / 2, start, end, first, last))
    if faint:
        side = (before, before + band.shape[1])
        unclear.append((start, side[0], end, side[1]) if across else (side[0], start, side[1], end))


def _marks(strokes: list[Stroke]) -> list[float]:
    """Return the places of parallel strokes, weighed by their length."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if groups and stroke.at - groups[-1][-1].at <= _NEAR:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return [
        sum(each.at * each.length for each in group) / sum(each.length for each in group)
        for group in groups
    ]


def _course(band: Picture) -> tuple[float, tuple[int, int]]:
    """Return the darkest straight course down a band, three pixels wide, and its share of dark."""
    wide = band[:, :-2] | band[:, 1:-1] | band[:, 2:]
    high, width = wide.shape
    steps, rows = np.linspace(0, 1, high), np.arange(high)
    best, course = 0.0, (0, 0)
    for first in range(width):
        for last in range(max(0, first - _SLANT), min(width - 1, first + _SLANT) + 1, 2):
            if abs(last - first) > high / 12:
                continue
            columns = np.rint(first + (last - first) * steps).astype(int)
            share = float(wide[rows, columns].mean())
            straighter = abs(last - first) < abs(course[1] - course[0])
            if share > best or (share == best and straighter):
                best, course = share, (first, last)
    return best, course
