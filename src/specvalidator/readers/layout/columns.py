"""Tables without lines: columns that are only aligned."""

from itertools import pairwise
from typing import NamedTuple

from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.lines import lines_of
from specvalidator.readers.layout.page import Box, LayoutPiece, RawCell, RawTable, around
from specvalidator.readers.meter import PdfMeter

_FEWEST = 3
"""Rows with two columns or more that make a table; two may be a letter's head or a signature."""


_COSTLY = 12
"""To hold a chunk against a column takes as long as so many other comparisons."""


class _Chunk(NamedTuple):
    """Pieces with no wide gap between them."""

    x0: float
    x1: float
    pieces: list[LayoutPiece]


class AlignedTable(NamedTuple):
    """A table found among the rows of a page's body."""

    first: int
    end: int
    """The rows it takes: `first` up to, not including, `end`."""
    table: RawTable


def aligned_tables(
    rows: list[list[LayoutPiece]], page: int, meter: PdfMeter, distances: Distances
) -> list[AlignedTable]:
    """Return the tables among rows of pieces, from the top.

    Raises:
        TooMuch: they have more cells than the limits allow.
    """
    chunks = [_chunks(row, distances) for row in rows]
    found: list[AlignedTable] = []
    first = 0
    while first < len(rows):
        if len(chunks[first]) < 2:  # noqa: PLR2004 - a table has two columns
            first += 1
            continue
        end, columns = _block(chunks, first, meter, distances)
        several = sum(len(chunk) > 1 for chunk in chunks[first:end])
        if several >= _FEWEST:
            meter.take("cells", len(columns) * (end - first))
            table = _table(chunks[first:end], columns, page, distances)
            found.append(AlignedTable(first, end, table))
            first = end
        else:
            first += 1
    return found


def _chunks(row: list[LayoutPiece], distances: Distances) -> list[_Chunk]:
    found: list[_Chunk] = []
    if row[0].hidden or row[0].unread or row[0].turn:
        return found
    for piece in row:
        if found and piece.x0 - found[-1].x1 <= distances.column_gap * piece.size:
            last = found.pop()
            found.append(_Chunk(last.x0, max(last.x1, piece.x1), [*last.pieces, piece]))
        else:
            found.append(_Chunk(piece.x0, piece.x1, [piece]))
    return found


def _block(
    chunks: list[list[_Chunk]], first: int, meter: PdfMeter, distances: Distances
) -> tuple[int, list[tuple[float, float]]]:
    """Return where the rows end that fit the columns of the first, and those columns."""
    columns = [(chunk.x0, chunk.x1) for chunk in chunks[first]]
    end = first + 1
    kept = columns
    for index in range(first + 1, len(chunks)):
        if not chunks[index] or _distance(chunks, index) > 2 * _size(chunks[index]):
            break
        meter.take("comparisons", _COSTLY * len(columns) * len(chunks[index]))
        fitted = _fitted(columns, chunks[index], distances)
        if fitted is None:
            break
        columns = fitted
        alone = len(chunks[index]) == 1
        if not (alone and _column_of(columns, chunks[index][0]) == 0):
            end, kept = index + 1, columns
    return end, kept


def _fitted(
    columns: list[tuple[float, float]], row: list[_Chunk], distances: Distances
) -> list[tuple[float, float]] | None:
    """Return the columns widened by a row's chunks; None when one chunk lies over two columns."""
    widened = list(columns)
    for chunk in row:
        over = [k for k, (x0, x1) in enumerate(widened) if chunk.x0 < x1 and chunk.x1 > x0]
        if len(over) > 1:
            return None
        if over:
            x0, x1 = widened[over[0]]
            widened[over[0]] = (min(x0, chunk.x0), max(x1, chunk.x1))
        else:
            widened.append((chunk.x0, chunk.x1))
            widened.sort()
    taken = [_column_of(widened, chunk) for chunk in row]
    gap = distances.column_gap * _size(row) / 2
    parted = all(b[0] - a[1] >= gap for a, b in pairwise(widened))
    return widened if parted and len(set(taken)) == len(taken) else None


def _column_of(columns: list[tuple[float, float]], chunk: _Chunk) -> int:
    """Return the column that a chunk lies in, or is nearest to."""
    return min(
        range(len(columns)),
        key=lambda k: max(columns[k][0] - chunk.x1, chunk.x0 - columns[k][1]),
    )


def _size(row: list[_Chunk]) -> float:
    return row[0].pieces[0].size


def _distance(chunks: list[list[_Chunk]], index: int) -> float:
    """Return the gap between a row and the one above."""
    above = max(piece.y1 for chunk in chunks[index - 1] for piece in chunk.pieces)
    return min(piece.y0 for chunk in chunks[index] for piece in chunk.pieces) - above


def _table(
    rows: list[list[_Chunk]],
    columns: list[tuple[float, float]],
    page: int,
    distances: Distances,
) -> RawTable:
    edges = [columns[0][0], *(x0 for x0, _ in columns[1:]), columns[-1][1]]
    pieces: dict[tuple[int, int], list[LayoutPiece]] = {}
    starts = _row_starts(rows, columns)
    number = -1
    for index, row in enumerate(rows):
        number += index in starts
        for chunk in row:
            pieces.setdefault((number, _column_of(columns, chunk)), []).extend(chunk.pieces)
    boxes = {key: around([piece[1:5] for piece in found]) for key, found in pieces.items()}
    across: dict[int, list[Box]] = {}
    for (row_number, _), box in boxes.items():
        across.setdefault(row_number, []).append(box)
    whole = around(list(boxes.values()))
    cells = []
    for row_number in range(number + 1):
        _, top, _, bottom = around(across[row_number]) if row_number in across else whole
        for column in range(len(columns)):
            found = pieces.get((row_number, column), [])
            left, right = edges[column], edges[column + 1]
            lines = lines_of(found, page, left, columns[column][1], distances)
            box = (left, top, right, bottom)
            cells.append(RawCell(row_number, column, 1, 1, box, page, lines))
    return RawTable(edges, number + 1, cells, whole, page, ruled=False)


def _row_starts(rows: list[list[_Chunk]], columns: list[tuple[float, float]]) -> set[int]:
    """Return which lines begin a row: those after a wide gap or, if none is, with a first cell."""
    gaps = [_distance(rows, index) for index in range(1, len(rows))]
    least = min(gaps)
    wide = {k for k, gap in enumerate(gaps, 1) if gap > least + max(3.0, _size(rows[k]) / 3)}
    if wide:
        return {0, *wide}
    return {0} | {k for k, row in enumerate(rows) if _column_of(columns, row[0]) == 0}
