"""The table of 考核内容 as tasks: one row each or many, merged or blank below, over two tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from specvalidator.document import Cell, Unread
from specvalidator.extract import remarks
from specvalidator.extract.flow import Sheet
from specvalidator.extract.items import ItemText, items_of
from specvalidator.extract.lines import AnyPlace, CellText, lines_of, squeezed
from specvalidator.extract.values import TaskHead, is_numbered, task_head, text_of, weight_of
from specvalidator.extract.vocabulary import COLUMNS, HEAD, ColumnSign
from specvalidator.models.specification import Column
from specvalidator.quantities import whole_number
from specvalidator.submission import Remark
from specvalidator.wording import Words

_TOTAL = re.compile(r"(?:合计|总计|共计|小计|总和|总分)(?:[:：(（\d%％]|$)")
_NOTE = re.compile(r"(?:备注|说明|注)\s*(?:\d\s*)?[:：]|备注$|注意事项")
_LISTS: tuple[Literal["operations", "knowledge"], ...] = ("operations", "knowledge")
_CALLED: dict[Column, Words] = {
    "task": Words("工作任务", "a task"),
    "operations": Words("操作规范", "operations"),
    "knowledge": Words("相关知识", "knowledge"),
    "weight": Words("考核比重", "a weight"),
}
_FORM: tuple[Column, ...] = ("task", "operations", "knowledge", "weight")
_ALL: tuple[ColumnSign, ...] = (*_FORM, "number")


class Content(NamedTuple):
    """The tasks of a content table, as the record has them."""

    tasks: list[dict[str, Any]]
    places: list[tuple[str, AnyPlace]]
    remarks: list[Remark]
    hidden: list[tuple[str, str]]
    """Path and text of what the page does not show."""
    missing_columns: tuple[Column, ...]


@dataclass
class _Gathered:
    """The cells of one task, each once, from top to bottom."""

    sheet: int
    percent: bool
    cells: dict[ColumnSign, list[CellText]] = field(default_factory=dict)

    def add(self, row: "_RowCells") -> None:
        """Add the cells of a row that are not there yet."""
        for column, cells in row.items():
            known = self.cells.get(column)
            if known is None:
                self.cells[column] = list(cells)
            else:
                known += [cell for cell in cells if not any(cell is each for each in known)]

    def of(self, column: ColumnSign) -> list[CellText]:
        return self.cells.get(column, [])

    def text(self, column: ColumnSign) -> str:
        return text_of(self.of(column))

    def unread(self, column: ColumnSign) -> Unread | None:
        lines = (line for cell in self.of(column) for line in cell.lines)
        return next((line.unread for line in lines if line.unread), None)


def content_of(sheets: list[Sheet]) -> Content:
    """Return the tasks of a content table, which may run over several sheets."""
    content = Content([], [("/tasks", sheets[0].table.place)], [], [], _missing(sheets))
    for written, meant in dict.fromkeys(slip for sheet in sheets for slip in sheet.misprints):
        content.remarks.append(remarks.misprint("/tasks", written, meant))
    kept = _without_repeated_sheet(_filled_in(_gathered(sheets)))
    if kept is None:
        content.remarks.append(remarks.doubt("/tasks", remarks.TWO_TABLES))
        return content
    for index, (task, head) in enumerate(kept):
        _add(content, index, task, head, shared=_shares_weight(kept, index))
    return content


def _missing(sheets: list[Sheet]) -> tuple[Column, ...]:
    found = {column for sheet in sheets for column in sheet.columns}
    return tuple(column for column in _FORM if column not in found)


# ── rows to tasks ────────────────────────────────────────────────────────────────────────


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


def _gathered(sheets: list[Sheet]) -> list[_Gathered]:
    texts, tasks = _Texts(), list[_Gathered]()
    for number, sheet in enumerate(sheets):
        for index in range(sheet.first, sheet.last):
            row = _row(sheet, sheet.grid[index], texts)
            if _says_nothing(row, sheet.grid[index], index, texts):
                continue
            if not tasks or _begins_task(row, tasks[-1]):
                tasks.append(_Gathered(number, sheet.percent))
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
    for column in _FORM:
        found = COLUMNS.find(text_of(row[column]))
        hits += found is not None and found.value == column
    return hits > 1


def _begins_task(row: _RowCells, task: _Gathered) -> bool:
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


def _lacks_name(task: _Gathered) -> bool:
    """Say whether a task so far has a number and no name: the name may stand in the next row."""
    lines = [line for cell in task.of("task") for line in cell.lines]
    return is_numbered(lines) and task_head(lines, expected=-1).name is None


def _has_own_weight(row: _RowCells, task: _Gathered) -> bool:
    """Say whether a row brings a weight, and the task above has one in another cell."""
    new = next((cell.cell for cell in row["weight"] if cell.text), None)
    known = [cell.cell for cell in task.of("weight") if cell.text]
    return new is not None and bool(known) and not any(new is cell for cell in known)


# ── tasks to the record ──────────────────────────────────────────────────────────────────


def _head(task: _Gathered, index: int) -> TaskHead:
    head = task_head([line for cell in task.of("task") for line in cell.lines], index + 1)
    if head.number is None and task.text("number"):
        counted = task_head([line for cell in task.of("number") for line in cell.lines], index + 1)
        number = counted.number
        if number is None and counted.name:
            number = _bare_number(counted.name)
        return TaskHead(number, head.name)
    return head


def _bare_number(text: str) -> int | None:
    found = re.fullmatch(r"[（(]?\s*([\d一二三四五六七八九十]{1,3})\s*[）)]?[.．、]?", text)
    return whole_number(found[1]) if found else None


def _is_blank_row(task: _Gathered, head: TaskHead) -> bool:
    """Say whether nothing but the form's own numbers stands in a row."""
    if head.name or weight_of(task.text("weight"), percent_column=False)[1] is not None:
        return False
    if any(task.unread(column) for column in _FORM):
        return False
    return not any(items_of(task.of(column)) for column in _LISTS)


_Headed = tuple[_Gathered, TaskHead]


def _filled_in(tasks: list[_Gathered]) -> list[_Headed]:
    """Return the tasks with what their first cells say, without blank rows of the form."""
    kept = list[_Headed]()
    for task in tasks:
        head = _head(task, len(kept))
        if not _is_blank_row(task, head):
            kept.append((task, head))
    return kept


def _without_repeated_sheet(tasks: list[_Headed]) -> list[_Headed] | None:
    """Return the tasks, a table that stands there twice once; None for two different tables."""
    kept = list[_Headed]()
    for number in sorted({task.sheet for task, _ in tasks}):
        sheet = [pair for pair in tasks if pair[0].sheet == number]
        first, seen = sheet[0][1], [head for _, head in kept]
        begins_anew = first.number is not None and any(
            head.number is not None and head.number >= first.number for head in seen
        )
        if not begins_anew:
            kept += sheet
        elif [head for _, head in sheet] != seen:
            return None
    return kept


def _shares_weight(tasks: list[_Headed], index: int) -> bool:
    own = [cell.cell for cell in tasks[index][0].of("weight") if cell.text]
    return any(
        any(cell.cell is mine for mine in own)
        for at in (index - 1, index + 1)
        if 0 <= at < len(tasks)
        for cell in tasks[at][0].of("weight")
    )


def _add(content: Content, index: int, task: _Gathered, head: TaskHead, *, shared: bool) -> None:
    path = f"/tasks/{index}"
    content.places.extend(_places(path, task))
    content.remarks.extend(_name_remarks(path, task, head))
    record: dict[str, Any] = {"number": head.number, "name": head.name}
    for column in _LISTS:
        items = _items(content, f"{path}/{column}", task, column)
        record[column] = [{"number": item.number, "text": item.text} for item in items]
    weight, written = weight_of(task.text("weight"), percent_column=task.percent)
    several = len([cell for cell in task.of("weight") if cell.text]) > 1
    why = task.unread("weight")
    if shared or several:
        weight = None
        words = remarks.SHARED_WEIGHT if shared else remarks.SEVERAL_WEIGHTS
        content.remarks.append(remarks.doubt(f"{path}/weight", words))
    elif why and (written is None or why == "garbled"):
        weight = None
        content.remarks.append(remarks.unreadable(f"{path}/weight", _CALLED["weight"], why))
    content.tasks.append(record | {"weight": weight, "weight_text": written})
    content.hidden.extend(
        (path, line.hidden)
        for cells in task.cells.values()
        for cell in cells
        for line in cell.lines
        if line.hidden
    )


def _places(path: str, task: _Gathered) -> Iterator[tuple[str, AnyPlace]]:
    cells = [cell for column in _FORM for cell in task.of(column)]
    lead = task.of("task") or task.of("number") or cells
    if lead:
        yield path, lead[0].cell.place
        yield f"{path}/number", lead[0].cell.place
    named = [cell for cell in task.of("task") if cell.text] or task.of("task")
    if named:
        yield f"{path}/name", named[-1].cell.place
    for column in _FORM[1:]:
        if of_column := task.of(column):
            filled = next((cell for cell in of_column if cell.text), of_column[0])
            yield f"{path}/{column}", filled.cell.place
            if column == "weight":
                yield f"{path}/weight_text", filled.cell.place


def _name_remarks(path: str, task: _Gathered, head: TaskHead) -> Iterator[Remark]:
    lines = [line for cell in task.of("task") for line in cell.lines]
    why = task.unread("task")
    if why and head.name is None:
        yield remarks.unreadable(f"{path}/name", _CALLED["task"], why)
    if head.name and any(line.invisible for line in lines):
        yield remarks.invisible(f"{path}/name", head.name)


def _items(
    content: Content, path: str, task: _Gathered, column: Literal["operations", "knowledge"]
) -> list[ItemText]:
    cells = task.of(column)
    other = task.of("knowledge" if column == "operations" else "operations")
    if any(cell.cell is each.cell and cell.text for cell in cells for each in other):
        content.remarks.append(remarks.doubt(path, remarks.MERGED_COLUMNS))
        return []
    items = items_of(cells)
    why = task.unread(column)
    if why and (not items or why == "garbled"):
        content.remarks.append(remarks.unreadable(path, _CALLED[column], why))
        return []
    content.places.extend((f"{path}/{index}", item.place) for index, item in enumerate(items))
    return items
