"""Ruled lines → the grids of tables: edges, rows, and cells merged where a line is missing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.page import Box, RuledLine
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch


class Span(NamedTuple):
    """The units of a grid that one cell covers, counted from 0."""

    row: int
    column: int
    row_span: int
    column_span: int


class RuledGrid(NamedTuple):
    """The lines of one table."""

    xs: list[float]
    """Column edges, from left to right."""
    ys: list[float]
    """Row edges, from top to bottom."""
    spans: list[Span]
    """In reading order; together they cover every unit once."""
    open_below: bool
    """The vertical lines run on below the last horizontal one."""

    @property
    def box(self) -> Box:
        """The grid's outer edges."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies within the grid."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def unit(self, x: float, y: float) -> tuple[int, int]:
        """Return row and column of the unit that holds a point within the grid."""
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        return row, column


def grids(
    across: list[RuledLine],
    down: list[RuledLine],
    limits: PdfLimits,
    meter: PdfMeter,
    distances: Distances,
) -> list[RuledGrid]:
    """Return the grids that joined lines on a page form, the smallest first.

    Raises:
        TooMuch: the lines form more tables, rows or columns than the limits allow.
    """
    units = len(across) * len(down)
    meter.take("all_units", units)
    if units > limits.units:
        raise TooMuch
    connected = _connected(across, down, distances.corner)
    if len(connected) > limits.tables:
        raise TooMuch
    found = [
        _grid([across[i] for i in hs], [down[j] for j in vs], distances) for hs, vs in connected
    ]
    whole = [grid for grid in found if grid]
    meter.take("cells", sum(len(grid.spans) for grid in whole))
    return sorted(whole, key=_area)


def joined(rules: Iterable[RuledLine], distances: Distances) -> list[RuledLine]:
    """Make one line of strokes that continue each other or run side by side as a double line."""
    groups: list[list[RuledLine]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= distances.same_line:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    found: list[RuledLine] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        group.sort(key=lambda rule: rule.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start <= end + distances.dash:
                end = max(end, rule.end)
            else:
                found.append(RuledLine(at, start, end))
                start, end = rule.start, rule.end
        found.append(RuledLine(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= distances.shortest]


def _connected(
    across: list[RuledLine], down: list[RuledLine], corner: float
) -> list[tuple[list[int], list[int]]]:
    """Group the lines that touch, as indices of horizontal and of vertical ones."""
    touching: list[list[int]] = [[] for _ in across]
    touched: list[list[int]] = [[] for _ in down]
    xs = [rule.at for rule in down]
    for i, (y, start, end) in enumerate(across):
        for j in range(bisect_left(xs, start - corner), bisect_right(xs, end + corner)):
            if down[j].start - corner <= y <= down[j].end + corner:
                touching[i].append(j)
                touched[j].append(i)
    seen = [not found for found in touching]
    return [
        _reached(first, touching, touched, seen) for first in range(len(across)) if not seen[first]
    ]


def _reached(
    first: int, touching: list[list[int]], touched: list[list[int]], seen: list[bool]
) -> tuple[list[int], list[int]]:
    """Return the lines that a horizontal one leads to, and mark the horizontal ones as seen."""
    seen[first] = True
    hs, vs, pending = [first], set[int](), [first]
    while pending:
        for j in touching[pending.pop()]:
            if j not in vs:
                vs.add(j)
                fresh = [i for i in touched[j] if not seen[i]]
                for i in fresh:
                    seen[i] = True
                hs += fresh
                pending += fresh
    return sorted(hs), sorted(vs)


def _grid(across: list[RuledLine], down: list[RuledLine], distances: Distances) -> RuledGrid | None:
    """Return the grid of lines that touch; None when they enclose nothing."""
    beyond = max(rule.end for rule in down) - max(rule.at for rule in across)
    open_below = beyond > 2 * distances.shortest
    down = down + _sides(across, down, distances)
    across = across + _sides(down, across, distances)
    xs, columns = _edges(down)
    ys, rows = _edges(across)
    reach = distances.corner
    ys, rows = _parting(ys, rows, xs, reach)
    xs, columns = _parting(xs, columns, ys, reach)
    if len(xs) < 2 or len(ys) < 2:  # noqa: PLR2004 - an area has two edges
        return None
    by_column = [_drawn(stretches, _middles(ys), reach) for stretches in columns]
    walls = [list(row) for row in zip(*by_column, strict=True)]
    floors = [_drawn(stretches, _middles(xs), reach) for stretches in rows]
    return RuledGrid(xs, ys, _spans(walls, floors), open_below)


def _sides(
    crossing: list[RuledLine], sides: list[RuledLine], distances: Distances
) -> list[RuledLine]:
    """Return the outer edges that nobody drew: two lines or more end together beyond the last."""
    first, last = min(rule.at for rule in sides), max(rule.at for rule in sides)
    far = 2 * distances.shortest
    found = []
    for ends, outer in (
        ([rule.start for rule in crossing if rule.start < first - far], min),
        ([rule.end for rule in crossing if rule.end > last + far], max),
    ):
        if len(ends) > 1:
            low, high = crossing[0].at, crossing[-1].at
            found.append(RuledLine(outer(ends), low, high))
    return found


def _edges(rules: list[RuledLine]) -> tuple[list[float], list[list[tuple[float, float]]]]:
    """Return the sorted positions of lines, and for each the stretches that are drawn."""
    stretches: dict[float, list[tuple[float, float]]] = {}
    for at, start, end in rules:
        stretches.setdefault(at, []).append((start, end))
    positions = sorted(stretches)
    return positions, [stretches[at] for at in positions]


def _parting(
    positions: list[float],
    stretches: list[list[tuple[float, float]]],
    crossing: list[float],
    reach: float,
) -> tuple[list[float], list[list[tuple[float, float]]]]:
    """Return the lines that part at least one unit from the next, and the outermost.

    An underline that happens to begin at a cell's edge parts nothing.
    """
    middles = _middles(crossing)
    kept = [
        k
        for k, drawn in enumerate(stretches)
        if k in (0, len(positions) - 1) or any(_drawn(drawn, middles, reach))
    ]
    return [positions[k] for k in kept], [stretches[k] for k in kept]


def _middles(edges: list[float]) -> list[float]:
    return [(start + end) / 2 for start, end in pairwise(edges)]


def _drawn(stretches: list[tuple[float, float]], middles: list[float], reach: float) -> list[bool]:
    """Return for each unit along a line whether the line is drawn there."""
    drawn = [False] * len(middles)
    for start, end in stretches:
        first, after = bisect_left(middles, start - reach), bisect_right(middles, end + reach)
        drawn[first:after] = [True] * (after - first)
    return drawn


def _spans(walls: list[list[bool]], floors: list[list[bool]]) -> list[Span]:
    """Return the cells: units that no line parts, as rectangles."""
    rows, columns = len(walls), len(floors[0])
    taken = [[False] * columns for _ in range(rows)]
    spans = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide = 1
            while (
                column + wide < columns
                and not walls[row][column + wide]
                and not taken[row][column + wide]
            ):
                wide += 1
            high = 1
            while row + high < rows and _continues(walls, floors, row + high, column, wide):
                high += 1
            for r in range(row, row + high):
                taken[r][column : column + wide] = [True] * wide
            spans.append(Span(row, column, high, wide))
    return spans


def _continues(
    walls: list[list[bool]], floors: list[list[bool]], row: int, column: int, wide: int
) -> bool:
    """Tell whether the units of this row belong to the cell above: no line over or between."""
    units = range(column, column + wide)
    return not any(floors[row][k] for k in units) and not any(walls[row][k] for k in units[1:])


def _area(grid: RuledGrid) -> float:
    x0, y0, x1, y1 = grid.box
    return (x1 - x0) * (y1 - y0)
