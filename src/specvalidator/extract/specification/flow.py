"""A document as one stream: lines, rows of tables, and the table of the assessment's content."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from specvalidator.document import Block, Cell, Paragraph, Table, paragraphs_of
from specvalidator.extract.labels import heading_of
from specvalidator.extract.lines import Line, RowText, clean, lines_of, rows_of, split, squeezed
from specvalidator.extract.specification.vocabulary import (
    ColumnSign,
    column_of,
    unnumbered,
    words,
)

_DEEPEST = 12
"""Tables in tables beyond this depth are read as plain lines."""
_LONGEST_COLUMN_HEADING = 16
_LEAST_COLUMNS = 2
_BEHIND: tuple[ColumnSign, ...] = ("weight", "knowledge")
_HEADING_ROWS = 3
"""How many rows below its first heading a table may still have headings of columns."""


class Sheet(NamedTuple):
    """The part of a table that holds tasks: its grid from `first` to before `last`."""

    table: Table
    grid: list[list[Cell | None]]
    columns: dict[ColumnSign, tuple[int, ...]]
    """Grid columns of each column of the form, and of one that only counts."""
    order: tuple[ColumnSign | None, ...]
    """The columns from left to right, None for those that the form does not have."""
    misprints: tuple[tuple[str, str], ...]
    """Column headings as written and as meant."""
    unknown: tuple[str, ...]
    """Headings of columns that the form does not have, or has in other words."""
    percent: bool
    """The heading of the weights has the percent sign."""
    heading: int
    """The row of the headings; `first` where the table goes on with another."""
    first: int
    last: int


class Loose(NamedTuple):
    """A table without headings of columns: it may go on with the one before it."""

    table: Table
    rows: tuple[RowText, ...]


Piece = Line | RowText | Sheet | Loose
"""What a document is made of, in reading order."""


def flow(blocks: Iterable[Block], depth: int = 0) -> Iterator[Piece]:
    """Yield the pieces of a document; tables that only lay out a page are opened."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from split(block)
        elif depth >= _DEEPEST:
            yield from lines_of([block])
        else:
            yield from _table(block, depth)


def _table(table: Table, depth: int) -> Iterator[Piece]:
    header = _header(table)
    if header is None:
        if _only_lays_out(table):
            for cell in table.cells:
                yield from flow(cell.blocks, depth + 1)
        else:
            yield Loose(table, tuple(rows_of(table, 0, table.rows)))
        return
    yield from rows_of(table, 0, header.row)
    grid = table.grid()
    last = _end_of_tasks(grid, header.columns, header.below)
    yield Sheet(
        table=table,
        grid=grid,
        columns=header.columns,
        order=_order(grid[header.row], header.columns),
        misprints=header.misprints,
        unknown=header.unknown,
        percent=header.percent,
        heading=header.row,
        first=min(header.below, last),
        last=last,
    )
    yield from rows_of(table, last, table.rows)


def continued(loose: Loose, sheet: Sheet) -> tuple[Sheet, tuple[RowText, ...]] | None:
    """Return a table without headings as going on with `sheet`, and its rows behind the tasks.

    None where it has another number of columns or begins with another part of the form.
    """
    grid = loose.table.grid()
    fullest = max((_distinct(row) for row in grid), key=len, default=[])
    if len(fullest) != len(sheet.order):
        return None
    columns = {
        column: _span(cell)
        for column, cell in zip(sheet.order, fullest, strict=True)
        if column is not None
    }
    last = _end_of_tasks(grid, columns, 0)
    if last == 0:
        return None
    going_on = sheet._replace(
        table=loose.table, grid=grid, columns=columns, misprints=(), heading=0, first=0, last=last
    )
    return going_on, tuple(rows_of(loose.table, last, loose.table.rows))


def _order(
    row: list[Cell | None], columns: dict[ColumnSign, tuple[int, ...]]
) -> tuple[ColumnSign | None, ...]:
    by_column = {span[0]: column for column, span in columns.items()}
    return tuple(by_column.get(cell.column) for cell in _distinct(row))


def _distinct(row: list[Cell | None]) -> list[Cell]:
    return list({id(cell): cell for cell in row if cell is not None}.values())


def _only_lays_out(table: Table) -> bool:
    return len(table.cells) == 1 or any(
        isinstance(block, Table) for cell in table.cells for block in cell.blocks
    )


# ── the headings of columns ──────────────────────────────────────────────────────────────


class _Header(NamedTuple):
    row: int
    below: int
    """The first row behind the headings."""
    columns: dict[ColumnSign, tuple[int, ...]]
    misprints: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    percent: bool


def _header(table: Table) -> _Header | None:
    """Find the row with the headings of columns: the one that has most of them."""
    rows: dict[int, list[tuple[Cell, str]]] = {}
    hits: dict[int, int] = {}
    for cell in table.cells:
        if hits and cell.row > min(hits) + _HEADING_ROWS:
            break
        text = _short_text(cell)
        if text:
            hit = words().columns.find(unnumbered(text), slips=False) is not None
            for row in range(cell.row, cell.row + cell.row_span):
                rows.setdefault(row, []).append((cell, text))
                if hit:
                    hits[row] = hits.get(row, 0) + 1
    headers = [_header_in(row, rows[row]) for row in sorted(hits)]
    best = max(headers, key=lambda header: len(header.columns), default=None)
    return _with_blank_heading(best, table) if best is not None and _is_header(best) else None


def _with_blank_heading(header: _Header, table: Table) -> _Header:
    """Return a header with the only column that it lacks, where the only blank heading is its."""
    lacking = [column for column in words().column_headings if column not in header.columns]
    if len(lacking) != 1 or header.unknown:
        return header
    taken = {at for span in header.columns.values() for at in span}
    row = _distinct(table.grid()[header.row])
    blank = [cell for cell in row if not _has_text(cell) and taken.isdisjoint(_span(cell))]
    if len(blank) != 1:
        return header
    columns = {**header.columns, lacking[0]: _span(blank[0])}
    at = [columns[column][0] for column in words().column_headings]
    slips = (*header.misprints, ("", words().column_headings[lacking[0]]))
    return header._replace(columns=columns, misprints=slips) if at == sorted(at) else header


def _is_header(header: _Header) -> bool:
    found = [column for column in header.columns if column != "number"]
    return len(found) >= _LEAST_COLUMNS and bool({"task", "operations"} & set(found))


def _short_text(cell: Cell) -> str:
    """Return the text of a cell that is short enough for a heading, without white space."""
    text = ""
    for block in cell.blocks:
        if isinstance(block, Table) or len(text) > _LONGEST_COLUMN_HEADING:
            return ""
        text += block.text
    text = squeezed(clean(text)[0])
    return text if len(text) <= _LONGEST_COLUMN_HEADING else ""


def _header_in(row: int, cells: list[tuple[Cell, str]]) -> _Header:
    columns: dict[ColumnSign, tuple[int, ...]] = {}
    misprints: list[tuple[str, str]] = []
    below, percent = row + 1, False
    named = [(cell, text, found) for cell, text in cells if (found := column_of(text))]
    for cell, text, found in sorted(named, key=lambda each: each[2].meant is not None):
        if found.value not in columns:
            columns[found.value] = _span(cell)
            below = max(below, cell.row + cell.row_span)
            percent = percent or (found.value == "weight" and ("%" in text or "％" in text))
            if found.meant:
                misprints.append((text, found.meant))
    _name_task_column(columns, cells)
    taken = {at for span in columns.values() for at in span}
    unknown = tuple(text for cell, text in cells if taken.isdisjoint(_span(cell)))
    return _Header(row, below, columns, tuple(misprints), unknown, percent)


def _name_task_column(
    columns: dict[ColumnSign, tuple[int, ...]], cells: list[tuple[Cell, str]]
) -> None:
    """Let 工作内容, 单元 or the like be the tasks' column where no other is."""
    alias = next((_span(cell) for cell, text in cells if text in words().task_column_aliases), None)
    if "task" not in columns and alias:
        columns["task"] = alias
        if columns.get("number") == alias:
            del columns["number"]


def _span(cell: Cell) -> tuple[int, ...]:
    return tuple(range(cell.column, cell.column + cell.column_span))


# ── where the tasks end ──────────────────────────────────────────────────────────────────


def _end_of_tasks(
    grid: list[list[Cell | None]], columns: dict[ColumnSign, tuple[int, ...]], below: int
) -> int:
    """Return the first row from `below` on that begins another part, such as 考评员构成."""
    beside = [span[0] for name, span in columns.items() if name not in ("task", "number")]
    behind = [columns[name][0] for name in _BEHIND if name in columns]
    for index in range(below, len(grid)):
        if _is_no_task(grid[index], beside, behind) and _begins_part(grid[index], index):
            return index
    return len(grid)


def _begins_part(row: list[Cell | None], index: int) -> bool:
    first = next((cell for cell in row if cell is not None), None)
    if first is None or first.row != index:
        return False
    line = next((line for line in lines_of(first.blocks) if line.text), None)
    if line is None:
        return False
    heading = heading_of(line, words().sections)
    return heading is not None and heading.value.part != "name"


def _is_no_task(row: list[Cell | None], beside: list[int], behind: list[int]) -> bool:
    """Say whether a row has one cell where tasks have two, or nothing but a label and a text.

    Args:
        row: a row of the grid.
        beside: where the columns beside the task's begin.
        behind: where those begin that stand behind the operations.
    """
    cells = [id(cell) for at in beside if (cell := row[at]) is not None]
    if len(set(cells)) < len(cells):
        return True
    for at in behind:
        cell = row[at]
        if cell is not None and _has_text(cell):
            return False
    return True


def _has_text(cell: Cell) -> bool:
    for paragraph in paragraphs_of(cell.blocks):  # noqa: SIM110 - any() takes twice as long
        if paragraph.text.strip():
            return True
    return False
