"""The three tables inside the form: equipment, managers, examiners (附件3)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from specvalidator.extra import EXTRA, gathered
from specvalidator.extract.application.grid import FormCell, FormGrid
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.values import age_of, quantity_of, unspaced
from specvalidator.extract.application.vocabulary import Rows, asked, called, words

_ADDED = f"{EXTRA}/"
_TOTALS = ("合计", "总计", "小计", "共计")


class Columns(NamedTuple):
    """Which columns of the grid hold which field of a table's rows."""

    rows: Rows
    spans: dict[str, range]
    of: FormGrid
    """The grid that has these headings."""


def columns_at(grid: FormGrid, row: int, notes: Notes) -> Columns | None:
    """Return the columns that the headings in a row name, None where the row has none."""
    rows = grid.table_at(row)
    if rows is None:
        return None
    heads = grid.heads(row)
    spans: dict[str, range] = {}
    for name, (cell, meant) in heads.items():
        field = grid.words.columns[rows].get(name)
        if field is not None and field not in spans:
            spans[field] = range(cell.column, cell.column + cell.column_span)
            if meant:
                notes.misprint(f"/{rows}", cell.squeezed, meant)
    notes.put(f"/{rows}", next(iter(heads.values())).cell.place)
    return Columns(rows, spans, grid)


def continued(columns: Columns, grid: FormGrid) -> Columns | None:
    """Return the columns of a table that goes on in another grid without headings.

    They are where they were if the grid is alike, else in the same order; None if there are more
    or fewer of them.
    """
    if grid.table.columns == columns.of.table.columns:
        return columns._replace(of=grid)
    fields = sorted(columns.spans, key=lambda field: columns.spans[field].start)
    cells = [cell for cell in grid.row(0) if cell.label is None]
    if len(cells) != len(fields):
        return None
    spans = {
        field: range(cell.column, cell.column + cell.column_span)
        for field, cell in zip(fields, cells, strict=True)
    }
    return Columns(columns.rows, spans, grid)


_ASKED: Mapping[Rows, tuple[str, ...]] = {
    "equipment": ("name", "quantity"),
    "managers": ("name", "sex", "age", "education", "position"),
    "examiners": (
        *("name", "sex", "age", "education"),
        *("qualification", "trade", "certificate_number"),
    ),
}
"""The columns that every row fills in: where one was not found, its values may stand elsewhere."""


class Tables:
    """The rows of all three tables as far as they were found."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.rows: dict[Rows, list[dict[str, Any]]] = {
            "equipment": [],
            "managers": [],
            "examiners": [],
        }

    def read_row(self, columns: Columns, row: int) -> None:
        """Read one row below the headings; a row without anything in it is none."""
        grid = columns.of
        cells = {field: _cells(grid, row, span, columns) for field, span in columns.spans.items()}
        covering = [cells_of[0] for cells_of in cells.values() if cells_of]
        filled = any(cell.row == row and _is_filled(cell) for cell in covering)
        if not filled or _is_no_row(covering, len(columns.spans)):
            return
        index = len(self.rows[columns.rows])
        path = f"/{columns.rows}/{index}"
        self._notes.put(path, covering[0].place)
        entry: dict[str, Any] = {}
        owners: dict[int, str] = {}
        for field, own in cells.items():
            at = f"{path}/{field}"
            if own:
                self._notes.put(at, next((cell for cell in own if cell.text), own[0]).place)
            other = owners.setdefault(id(own[0]), field) if own else field
            if other != field:
                self._doubt_merged(at, columns.rows, field, other, own[0].text)
            texts = own if other == field else ()
            value = self._notes.value(at, called(field, columns.rows), texts)
            self._put(entry, columns.rows, field, value, at)
        if not self.rows[columns.rows]:
            for field in (*_ASKED[columns.rows], *asked(columns.rows)):
                if field not in columns.spans:
                    self._notes.unfound(f"{path}/{field}", called(field, columns.rows))
        self.rows[columns.rows].append(gathered(entry))

    def _doubt_merged(self, path: str, rows: Rows, field: str, other: str, text: str) -> None:
        if text:
            ours, theirs = called(field, rows), called(other, rows)
            self._notes.doubt(
                path,
                f"“{ours}”与“{theirs}”合并在一个单元格里（“{text}”），无法分开。",
                f"{ours} and {theirs} stand in one merged cell (“{text}”) and cannot be told "
                "apart.",
            )

    def _put(
        self, entry: dict[str, Any], rows: Rows, field: str, text: str | None, path: str
    ) -> None:
        if field.startswith(_ADDED):
            entry |= self._notes.added(path, words().extra[f"{rows}/{field}"], text)
            return
        if text is None:
            entry[field] = None
        elif field == "age":
            entry[field] = age_of(text)
        elif field == "quantity":
            entry["quantity_text"] = text
            entry[field] = quantity_of(text)
        else:
            entry[field] = unspaced(text) if field == "name" and rows != "equipment" else text
        if text is not None and entry[field] is None:
            self._notes.not_a_number(path, called(field, rows), text)


def _cells(grid: FormGrid, row: int, span: range, columns: Columns) -> list[FormCell]:
    """Return the cells under a heading: several where the office split it, one it shares."""
    found = list(dict.fromkeys(filter(None, grid.cells[row][span.start : span.stop])))
    if not found or found[0].column >= span.start:
        return found
    starts = {other.start for other in columns.spans.values()}
    is_alone = len(found) == 1 or found[0].column in starts
    return found[:1] if is_alone else found[1:]


def _is_filled(cell: FormCell) -> bool:
    return bool(cell.text) or any(line.unread for line in cell.lines)


def _is_no_row(covering: list[FormCell], fields: int) -> bool:
    """Say whether a row is a remark over all columns, or counts the rows above it."""
    distinct = {id(cell) for cell in covering}
    name = covering[0].squeezed if covering else ""
    return name in _TOTALS or len(distinct) * 2 < fields
