"""Pieces of text and grids of lines → a page's body lines and tables, from top to bottom."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from specvalidator.readers.layout.columns import aligned_tables
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing
from specvalidator.readers.layout.grid import RuledGrid, grids, joined
from specvalidator.readers.layout.lines import line_of, lines_of, rows_of
from specvalidator.readers.layout.page import (
    Item,
    LayoutPiece,
    RawCell,
    RawTable,
    RuledLine,
    lowest_of,
)
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter

_FRAME_SHARE = 0.6
"""Share of a page within a single box that is the page's frame, not a table."""


def page_grids(
    drawing: Drawing,
    size: tuple[float, float],
    limits: PdfLimits,
    meter: PdfMeter,
    distances: Distances,
) -> list[RuledGrid]:
    """Return the grids of a page's tables, the smallest first, and sort its other lines out.

    Raises:
        TooMuch: the lines form more tables, rows or columns than the limits allow.
    """
    width, height = size
    across = joined(_on_page(drawing.horizontal, height, width), distances)
    down = joined(_on_page(drawing.vertical, width, height), distances)
    found = grids(across, down, limits, meter, distances)
    frames = [grid for grid in found if not _is_frame(grid, found, width * height)]
    drawing.frames = [grid.box for grid in found if grid not in frames]
    drawing.walls = down
    drawing.strokes = _strokes(drawing.horizontal, frames, distances)
    return frames


def _strokes(
    rules: list[RuledLine], frames: list[RuledGrid], distances: Distances
) -> list[RuledLine]:
    """Return the horizontal lines that are no edges of cells: they may strike text out."""
    near = distances.same_line
    loose = [
        rule
        for rule in rules
        if not any(
            grid.xs[0] - near <= rule.start <= grid.xs[-1]
            and bisect_left(grid.ys, rule.at - near) < bisect_right(grid.ys, rule.at + near)
            for grid in frames
        )
    ]
    # A line through one figure is short, and an underline is close to a line through letters.
    return joined(loose, replace(distances, same_line=1.0, shortest=0.0))


def composed(
    pieces: list[LayoutPiece],
    frames: list[RuledGrid],
    number: int,
    meter: PdfMeter,
    distances: Distances,
) -> list[Item]:
    """Return body lines and tables from the top, without struck-out and slanted text.

    Raises:
        TooMuch: the tables without lines have more cells than the limits allow.
    """
    inside: list[list[LayoutPiece]] = [[] for _ in frames]
    body: list[LayoutPiece] = []
    holders = [(grid.box, found) for grid, found in zip(frames, inside, strict=True)]
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
        for (x0, y0, x1, y1), found in holders:
            if x0 <= x <= x1 and y0 <= y <= y1:
                found.append(piece)
                break
        else:
            body.append(piece)
    tables = [
        _table(grid, found, number, distances) for grid, found in zip(frames, inside, strict=True)
    ]
    outermost = _outermost(frames, tables)
    for grid, table, found in zip(frames, tables, inside, strict=True):
        _drop_rows(table, {_unit(grid, piece)[0] for piece in found if piece.struck})
    items = [
        *(table for table in outermost if table.rows),
        *_body(_kept(body), number, meter, distances),
    ]
    return sorted(items, key=_top)


def _kept(pieces: list[LayoutPiece]) -> list[LayoutPiece]:
    kept: list[LayoutPiece] = []
    for piece in pieces:
        if piece.turn % 90:
            continue
        if not piece.struck:
            kept.append(piece)
        elif kept and abs(piece.x0 - kept[-1].x1) < piece.size and piece.y0 < kept[-1].y1:
            # What is struck out within a sentence leaves no gap that would read as a space.
            kept[-1] = kept[-1]._replace(x1=max(kept[-1].x1, piece.x1))
    return kept


def _body(
    pieces: list[LayoutPiece], number: int, meter: PdfMeter, distances: Distances
) -> list[Item]:
    if not pieces:
        return []
    left = min(piece.x0 for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    if any(piece.hidden or piece.unread for piece in pieces):
        return list(lines_of(pieces, number, left, right, distances))
    rows = rows_of(pieces)
    items: list[Item] = []
    done = 0
    for first, end, table in aligned_tables(rows, number, meter, distances):
        items += [line_of(r, number, left, right, distances) for r in rows[done:first]]
        items.append(table)
        done = end
    items += [line_of(r, number, left, right, distances) for r in rows[done:]]
    return items


def _table(
    grid: RuledGrid, pieces: list[LayoutPiece], number: int, distances: Distances
) -> RawTable:
    """Return a ruled table with the lines of each of its cells."""
    owners = [[0] * (len(grid.xs) - 1) for _ in grid.ys]
    for index, (row, column, row_span, column_span) in enumerate(grid.spans):
        for r in range(row, row + row_span):
            owners[r][column : column + column_span] = [index] * column_span
    inside: list[list[LayoutPiece]] = [[] for _ in grid.spans]
    xs, ys = grid.xs[1:-1], grid.ys[1:-1]
    for piece in _kept(pieces):
        row = bisect_right(ys, (piece.y0 + piece.y1) / 2)
        inside[owners[row][bisect_right(xs, (piece.x0 + piece.x1) / 2)]].append(piece)
    cells = []
    padding = distances.padding
    for (row, column, row_span, column_span), found in zip(grid.spans, inside, strict=True):
        x0, x1 = grid.xs[column], grid.xs[column + column_span]
        box = (x0, grid.ys[row], x1, grid.ys[row + row_span])
        cell = RawCell(row, column, row_span, column_span, box, number)
        if found:
            left = min(x0 + padding, *[piece.x0 for piece in found])
            right = max(x1 - padding, *[piece.x1 for piece in found])
            cell.lines = lines_of(found, number, left, right, distances)
        cells.append(cell)
    return RawTable(
        list(grid.xs),
        len(grid.ys) - 1,
        cells,
        grid.box,
        number,
        open_below=grid.open_below,
    )


def _unit(grid: RuledGrid, piece: LayoutPiece) -> tuple[int, int]:
    return grid.unit((piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2)


def _drop_rows(table: RawTable, struck: set[int]) -> None:
    """Remove rows all of whose text was struck out: whoever did that deleted the row."""
    for row in sorted(struck, reverse=True):
        across = [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
        if any(cell.row_span > 1 or cell.lines or cell.tables for cell in across):
            continue
        table.cells = [cell for cell in table.cells if cell.row != row]
        for cell in table.cells:
            cell.row -= cell.row > row
        table.rows -= 1
        table.lowest = lowest_of(table.cells, table.rows)


def _outermost(frames: list[RuledGrid], tables: list[RawTable]) -> list[RawTable]:
    """Put each table that lies in another's cell there, and return the outermost ones."""
    outermost = []
    for k, (grid, table) in enumerate(zip(frames, tables, strict=True)):
        x, y = (grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2
        # Frames are sorted by area: the next that holds the middle is the table around it.
        outer = next((j for j in range(k + 1, len(frames)) if frames[j].holds(x, y)), None)
        if outer is None:
            outermost.append(table)
            continue
        row, column = frames[outer].unit(x, y)
        cell = next(
            cell
            for cell in tables[outer].cells
            if cell.row <= row < cell.row + cell.row_span
            and cell.column <= column < cell.column + cell.column_span
        )
        cell.tables.append(table)
    return outermost


def _on_page(rules: list[RuledLine], across: float, along: float) -> list[RuledLine]:
    """Return the lines on the displayed page, cut off at its edges; bad numbers are dropped."""
    return [
        RuledLine(rule.at, max(rule.start, 0.0), min(rule.end, along))
        for rule in rules
        if -1 <= rule.at <= across + 1 and rule.start < along and rule.end > 0
    ]


def _is_frame(grid: RuledGrid, others: list[RuledGrid], area: float) -> bool:
    """Tell whether a lone box is drawn around other tables or the whole page."""
    if len(grid.spans) > 1:
        return False
    x0, y0, x1, y1 = grid.box
    if (x1 - x0) * (y1 - y0) > _FRAME_SHARE * area:
        return True
    return any(
        other is not grid and grid.holds(*other.box[:2]) and grid.holds(*other.box[2:])
        for other in others
    )


def _top(item: Item) -> float:
    return item.box[1]
