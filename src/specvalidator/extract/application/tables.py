"""The three tables inside the form: equipment, managers, examiners (附件3)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from specvalidator.document import Cell
from specvalidator.extract.application.grid import FormGrid
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.values import age_of, quantity_of, unspaced
from specvalidator.extract.application.vocabulary import COLUMNS, HEADS, Head, Rows
from specvalidator.extract.lines import squeezed
from specvalidator.models.application import Equipment, Examiner, Manager

if TYPE_CHECKING:
    from specvalidator.extract.labels import FoundLabel

_FEWEST_HEADS = 3
_LONGEST_HEAD = 16
_TOTALS = ("合计", "总计", "小计", "共计")
_MODELS: Mapping[Rows, type[Equipment | Manager | Examiner]] = {
    "equipment": Equipment,
    "managers": Manager,
    "examiners": Examiner,
}


class Columns(NamedTuple):
    """Which columns of the grid hold which field of a table's rows."""

    rows: Rows
    spans: dict[str, range]
    of: FormGrid
    """The grid that has these headings."""


def columns_at(grid: FormGrid, row: int, notes: Notes) -> Columns | None:
    """Return the columns that the headings in a row name, None where the row has none."""
    found: dict[Head, tuple[Cell, FoundLabel[Head]]] = {}
    for cell in grid.beginning(row):
        text = squeezed(grid.text(cell).text)
        label = grid.label(cell)
        if not text or len(text) > _LONGEST_HEAD or (label is not None and label.section):
            continue
        head = HEADS.find(text)
        if head is not None:
            found.setdefault(head.value, (cell, head))
    if len(found) < _FEWEST_HEADS:
        return None
    rows = _rows_beside(grid, row) or _rows_of(found)
    spans: dict[str, range] = {}
    for head_name, (cell, head) in found.items():
        field = COLUMNS[rows].get(head_name)
        if field is not None and field not in spans:
            spans[field] = range(cell.column, cell.column + cell.column_span)
            if head.meant:
                notes.misprint(f"/{rows}", squeezed(grid.text(cell).text), head.meant)
    first = next(iter(found.values()))[0]
    notes.put(f"/{rows}", first.place)
    return Columns(rows, spans, grid)


def _rows_beside(grid: FormGrid, row: int) -> Rows | None:
    """Return which table the label at the side of its headings names."""
    labels = [label for cell in grid.row(row) if (label := grid.label(cell))]
    sections = [label.section for label in labels if label.section in _MODELS]
    return next((rows for rows in _MODELS if rows in sections), None)


def _rows_of(heads: Mapping[Head, object]) -> Rows:
    if "trade" in heads or "certificate_number" in heads:
        return "examiners"
    return "equipment" if "thing" in heads and "name" not in heads else "managers"


def continued(columns: Columns, grid: FormGrid) -> Columns | None:
    """Return the columns of a table that goes on in another grid without headings.

    They are where they were if the grid is alike, else in the same order; None if there are more
    or fewer of them.
    """
    if grid.table.columns == columns.of.table.columns:
        return columns._replace(of=grid)
    fields = sorted(columns.spans, key=lambda field: columns.spans[field].start)
    cells = [cell for cell in grid.row(0) if grid.label(cell) is None]
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
        filled = any(
            line.text or line.unread
            for cell in covering
            for line in grid.text(cell).lines
            if cell.row == row
        )
        if not filled or _is_no_row(grid, covering, len(columns.spans)):
            return
        index = len(self.rows[columns.rows])
        path = f"/{columns.rows}/{index}"
        self._notes.put(path, covering[0].place)
        entry: dict[str, Any] = {}
        owners: dict[int, str] = {}
        for field, own in cells.items():
            at = f"{path}/{field}"
            place = next((cell.place for cell in own if grid.text(cell).text), None)
            if own:
                self._notes.put(at, place or own[0].place)
            other = owners.setdefault(id(own[0]), field) if own else field
            texts = [grid.text(cell) for cell in own]
            if other != field:
                self._doubt_merged(at, columns.rows, field, other, texts[0].text)
                texts = []
            value = self._notes.value(at, _called(columns.rows, field), texts)
            self._put(entry, columns.rows, field, value, at)
        if not self.rows[columns.rows]:
            for field in _ASKED[columns.rows]:
                if field not in columns.spans:
                    self._notes.unfound(f"{path}/{field}", _called(columns.rows, field))
        self.rows[columns.rows].append(entry)

    def _doubt_merged(self, path: str, rows: Rows, field: str, other: str, text: str) -> None:
        if text:
            ours, theirs = _called(rows, field), _called(rows, other)
            self._notes.doubt(
                path,
                f"“{ours}”与“{theirs}”合并在一个单元格里（“{text}”），无法分开。",
                f"{ours} and {theirs} stand in one merged cell (“{text}”) and cannot be told "
                "apart.",
            )

    def _put(
        self, entry: dict[str, Any], rows: Rows, field: str, text: str | None, path: str
    ) -> None:
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
            self._notes.not_a_number(path, _called(rows, field), text)


def _cells(grid: FormGrid, row: int, span: range, columns: Columns) -> list[Cell]:
    """Return the cells under a heading: several where the office split it, one it shares."""
    starts = {other.start for other in columns.spans.values()} - {span.start}
    found: list[Cell] = []
    for column in span:
        cell = grid.cells[row][column] if column < grid.table.columns else None
        if cell is not None and cell not in found:
            found.append(cell)
    inside = [cell for cell in found if cell.column >= span.start]
    shared = [cell for cell in found if cell.column < span.start]
    if not inside or any(cell.column in starts for cell in shared):
        return found[:1] if shared else inside
    return inside


def _is_no_row(grid: FormGrid, covering: list[Cell], fields: int) -> bool:
    """Say whether a row is a remark over all columns, or counts the rows above it."""
    distinct = {id(cell) for cell in covering}
    name = squeezed(grid.text(covering[0]).text) if covering else ""
    return name in _TOTALS or len(distinct) * 2 < fields


def _called(rows: Rows, field: str) -> str:
    return _MODELS[rows].model_fields[field].title or field
