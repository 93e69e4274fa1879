"""Rows of the content table as tasks: one row each or many, merged or blank below."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from specvalidator.document import Cell, Unread
from specvalidator.extract.flow import Sheet
from specvalidator.extract.lines import CellText, Line, lines_of, squeezed
from specvalidator.extract.values import is_numbered, task_head, text_of
from specvalidator.extract.vocabulary import COLUMNS, HEAD, ColumnSign
from specvalidator.models.specification import Column

FORM: tuple[Column, ...] = ("task", "operations", "knowledge", "weight")
"""The columns of the form from left to right."""
_ALL: tuple[ColumnSign, ...] = (*FORM, "number")
_TOTAL = re.compile(r"(?:合计|总计|共计|小计|总和|总分)(?:[:：(（\d%％]|$)")
_NOTE = re.compile(r"(?:备注|说明|注)\s*(?:\d\s*)?[:：]|备注$|注意事项")


@dataclass(eq=False)
class TaskCells:
    """The cells of one task, each once, from top to bottom."""

    sheet: int
    """Which of the sheets the task stands in."""
    percent: bool
    """The heading of the weights has the percent sign."""
    cells: dict[ColumnSign, list[CellText]] = field(default_factory=dict)
    _known: set[tuple[ColumnSign, int]] = field(default_factory=set)

    def add(self, row: "_RowCells") -> None:
        """Add the cells of a row that are not there yet."""
        for column, cells in row.items():
            known = self.cells.setdefault(column, [])
            for cell in cells:
                key = (column, id(cell))
                if key not in self._known and (cell.lines or not known):
                    known.append(cell)
                    self._known.add(key)

    def of(self, column: ColumnSign) -> list[CellText]:
        """Return the cells of a column."""
        return self.cells.get(column, [])

    def lines(self, column: ColumnSign) -> list[Line]:
        """Return the lines of a column's cells."""
        return [line for cell in self.of(column) for line in cell.lines]

    def text(self, column: ColumnSign) -> str:
        """Return the text of a column's cells, one line for each line of the page."""
        return text_of(self.of(column))

    def unread(self, column: ColumnSign) -> Unread | None:
        """Return why something in a column has no text, None where all has."""
        if self.is_plain:
            return None
        return next((line.unread for line in self.lines(column) if line.unread), None)

    @cached_property
    def is_plain(self) -> bool:
        """All of it is text that can be seen and read."""
        for cells in self.cells.values():
            for cell in cells:
                for line in cell.lines:
                    if line.unread or line.hidden or line.invisible:
                        return False
        return True


class _Texts:
    """The lines of cells, each cell read once."""

    def __init__(self) -> None:
        self._known: dict[int, CellText] = {}

    def of(self, cell: Cell) -> CellText:
        known = self._known.get(id(cell))
        if known is None:
            known = self._known[id(cell)] = CellText(cell, lines_of(cell.blocks))
        return known


_RowCells = dict[ColumnSign, list[CellText]]


def tasks_in(sheets: list[Sheet]) -> list[TaskCells]:
    """Return the tasks of a content table that may run over several sheets."""
    texts, tasks = _Texts(), list[TaskCells]()
    for number, sheet in enumerate(sheets):
        for index in range(sheet.first, sheet.last):
            row = _row(sheet, sheet.grid[index], texts)
            if _says_nothing(row, sheet.grid[index], index, texts):
                continue
            if not tasks or _begins_task(row, tasks[-1]):
                tasks.append(TaskCells(number, sheet.percent))
            elif not _lacks_name(tasks[-1]):
                row["task"] = []
            tasks[-1].add(row)
    return tasks


def _row(sheet: Sheet, row: list[Cell | None], texts: _Texts) -> _RowCells:
    """Return the cells of a row by column; what the task's cell covers is no other column's."""
    cells: _RowCells = {column: [] for column in _ALL}
    lead: list[Cell] = []
    for column in _ALL:
        found = _cells_at(row, sheet.columns.get(column, ()))
        if column == "task":
            lead = found
        else:
            found = [cell for cell in found if not any(cell is each for each in lead)]
        cells[column] = [texts.of(cell) for cell in found]
    if lead and (beside := _name_beside(sheet, row, cells["task"], texts)):
        cells["task"].append(beside)
    return cells


def _cells_at(row: list[Cell | None], columns: tuple[int, ...]) -> list[Cell]:
    """Return the cells at some columns of the grid, each once."""
    found: list[Cell] = []
    for at in columns:
        cell = row[at]
        if cell is not None and not any(cell is each for each in found):
            found.append(cell)
    return found


def _name_beside(
    sheet: Sheet, row: list[Cell | None], lead: list[CellText], texts: _Texts
) -> CellText | None:
    """Return the next cell where the task's own only counts: 第一单元 | 原料准备."""
    at = sheet.columns["task"][-1] + 1
    if at >= len(row) or any(at in span for span in sheet.columns.values()):
        return None
    cell = row[at]
    lines = [line for each in lead for line in each.lines]
    if cell is None or not lines or any(cell is each.cell for each in lead):
        return None
    return texts.of(cell) if task_head(lines, expected=-1).name is None else None


def _says_nothing(row: _RowCells, grid_row: list[Cell | None], index: int, texts: _Texts) -> bool:
    """Say whether a row holds no task: blank, a total, a note, a heading repeated."""
    lead = row["task"]
    if lead and is_numbered(lead[0].lines) and lead[0].cell.column_span < len(grid_row):
        return False
    visible = [cell for cells in row.values() for cell in cells if cell.lines]
    if not visible:
        return True
    begun = [cell for cell in grid_row if cell is not None and cell.row == index]
    first = next((text for cell in begun if (text := squeezed(texts.of(cell).text))), "")
    if _TOTAL.match(first) or _NOTE.match(first):
        return True
    if all(cell is grid_row[0] for cell in grid_row):
        return not is_numbered(visible[0].lines) and not _has_unread(visible)
    return _repeats_headings(row) or HEAD.find(re.split("[:：]", first)[0]) is not None


def _has_unread(cells: list[CellText]) -> bool:
    return any(line.unread for cell in cells for line in cell.lines)


def _repeats_headings(row: _RowCells) -> bool:
    hits = 0
    for column in FORM:
        found = COLUMNS.find(text_of(row[column]))
        hits += found is not None and found.value == column
    return hits > 1


def _begins_task(row: _RowCells, task: TaskCells) -> bool:
    """Say whether a row begins a task rather than going on with the one above it."""
    lead, above = row["task"], task.of("task")
    if lead and above and lead[0].cell is above[0].cell:
        return False
    if not lead and not above:
        counted = bool(text_of(row["number"])) or not task.of("weight")
        return _has_own_weight(row, task) or (counted and bool(text_of(row["operations"])))
    text = text_of(lead)
    if not text:
        return _has_own_weight(row, task) or _has_unread(lead)
    if _has_own_weight(row, task):
        return True
    if text == task.text("task"):
        return False
    return is_numbered(lead[0].lines) or not _lacks_name(task)


def _lacks_name(task: TaskCells) -> bool:
    """Say whether a task so far has a number and no name: the name may stand in the next row."""
    lines = task.lines("task")
    return is_numbered(lines) and task_head(lines, expected=-1).name is None


def _has_own_weight(row: _RowCells, task: TaskCells) -> bool:
    """Say whether a row brings a weight, and the task above has one in another cell."""
    new = next((cell.cell for cell in row["weight"] if cell.text), None)
    known = [cell.cell for cell in task.of("weight") if cell.text]
    return new is not None and bool(known) and not any(new is cell for cell in known)
