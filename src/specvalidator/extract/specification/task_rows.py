"""Rows of the content table as tasks: one row each or many, merged or blank below."""

import re
from typing import get_args

from specvalidator.document import Cell
from specvalidator.extract.lines import CellText
from specvalidator.extract.specification.flow import Sheet
from specvalidator.extract.specification.task_cells import CellTexts, RowCells, TaskCells
from specvalidator.extract.specification.taskless_rows import adds_up, has_unread, says_nothing
from specvalidator.extract.specification.values import task_head, text_of
from specvalidator.extract.specification.vocabulary import ColumnSign
from specvalidator.models.specification import Column

FORM: tuple[Column, ...] = get_args(Column)
"""The columns of the form from left to right."""
_CONTINUED = re.compile(r"\s*[（(〔\[]?\s*(?:接?续|[接续]上[页表])\s*[)）〕\]]?\s*$")
"""Behind a name that stands again on the next page."""
_ALL: tuple[ColumnSign, ...] = (*FORM, "number")


def tasks_in(sheets: list[Sheet]) -> list[TaskCells]:
    """Return the tasks of a content table that may run over several sheets."""
    texts, tasks = CellTexts(), list[TaskCells]()
    for number, sheet in enumerate(sheets):
        spans = [(column, sheet.columns[column]) for column in _ALL if column in sheet.columns]
        beside = _column_beside(sheet)
        for index in range(sheet.first, sheet.last):
            row = _row(sheet.grid[index], spans, beside, texts)
            if says_nothing(row, sheet.grid[index], index, texts) or adds_up(row, tasks):
                continue
            if not tasks or _begins_task(row, tasks[-1], texts):
                tasks.append(TaskCells(number, percent=sheet.percent))
            elif not tasks[-1].lacks_name:
                row["task"] = []
            tasks[-1].add(row)
    return tasks


def _row(
    row: list[Cell | None],
    spans: list[tuple[ColumnSign, tuple[int, ...]]],
    beside: int | None,
    texts: CellTexts,
) -> RowCells:
    """Return the cells of a row by column; what the task's cell covers is no other column's.

    Args:
        row: a row of the grid.
        spans: where in the grid each column lies, the task's first.
        beside: the place beside the task's column.
        texts: the cells' lines.
    """
    cells: RowCells = {column: [] for column in _ALL}
    lead = cells["task"]
    for column, span in spans:
        found = cells[column]
        last: Cell | None = None
        for at in span:
            cell = row[at]
            if cell is None or cell is last:
                continue
            last = cell
            text = texts.of(cell)
            if text not in lead:
                found.append(text)
    if lead and beside is not None and (name := _name_beside(row, beside, lead, texts)):
        lead.append(name)
    return cells


def _column_beside(sheet: Sheet) -> int | None:
    """Return the column to the right of the tasks', None where it is known for something else."""
    if "task" not in sheet.columns:
        return None
    at = sheet.columns["task"][-1] + 1
    return None if any(at in span for span in sheet.columns.values()) else at


def _name_beside(
    row: list[Cell | None], at: int, lead: list[CellText], texts: CellTexts
) -> CellText | None:
    """Return the next cell where the task's own only counts: 第一单元 | 原料准备."""
    if at >= len(row):
        return None
    cell = row[at]
    lines = [line for each in lead for line in each.lines]
    if cell is None or not lines or any(cell is each.cell for each in lead):
        return None
    return texts.of(cell) if task_head(lines, expected=-1).name is None else None


def _begins_task(row: RowCells, task: TaskCells, texts: CellTexts) -> bool:
    """Say whether a row begins a task rather than going on with the one above it."""
    lead, above = row["task"], task.of("task")
    if lead and above and lead[0].cell is above[0].cell:
        return False
    if not lead and not above:
        counted = bool(text_of(row["number"])) or not task.of("weight")
        return _has_own_weight(row, task) or (counted and bool(text_of(row["operations"])))
    text = text_of(lead)
    if not text:
        return _has_own_weight(row, task) or has_unread(lead)
    if _has_own_weight(row, task):
        return True
    if _CONTINUED.sub("", text) == task.text("task"):
        return False
    return texts.is_numbered(lead[0]) or not task.lacks_name


def _has_own_weight(row: RowCells, task: TaskCells) -> bool:
    """Say whether a row brings a weight, and the task above has one in another cell."""
    new = next((cell.cell for cell in row["weight"] if cell.text), None)
    known = [cell.cell for cell in task.of("weight") if cell.text]
    return new is not None and bool(known) and not any(new is cell for cell in known)
