"""The content table as the record has it: tasks, their places, what is doubtful (附件2 五)."""

import re
from itertools import groupby
from typing import Any, Literal, NamedTuple

from specvalidator.extract import remarks
from specvalidator.extract.lines import AnyPlace, CellText
from specvalidator.extract.specification.flow import Sheet
from specvalidator.extract.specification.items import ItemText, items_of
from specvalidator.extract.specification.task_cells import TaskCells
from specvalidator.extract.specification.task_rows import FORM, tasks_in
from specvalidator.extract.specification.values import TaskHead, task_head, weight_of
from specvalidator.extract.specification.vocabulary import words
from specvalidator.models.specification import Column
from specvalidator.quantities import whole_number
from specvalidator.submission import Remark
from specvalidator.wording import Words

_LISTS: tuple[Literal["operations", "knowledge"], ...] = ("operations", "knowledge")
_CALLED: dict[Column, Words] = {
    "task": Words("工作任务", "a task"),
    "operations": Words("操作规范", "operations"),
    "knowledge": Words("相关知识", "knowledge"),
    "weight": Words("考核比重", "a weight"),
}
# Compiled when it is first needed: few documents need it.
_BARE_NUMBER = r"[（(]?\s*([\d一二三四五六七八九十]{1,3})\s*[）)]?[.．、]?"

_UNIT_ALONE = (
    r"第\s*[一二三四五六七八九十\d]{1,3}\s*(?:单元|部分|项|步|章|节|模块|任务|阶段|环节)[:：]?"
    r"|(?:工作任务|任务|项目|模块|单元|步骤|工序)\s*[一二三四五六七八九十\d]{1,3}[:：]?"
)


class ContentTable(NamedTuple):
    """The tasks of a content table, as the record has them."""

    tasks: list[dict[str, Any]]
    places: list[tuple[str, AnyPlace]]
    remarks: list[Remark]
    hidden: list[tuple[str, str]]
    """Path and text of what the page does not show."""
    invisible: list[tuple[str, str]]
    """Path and name of each that letters nobody sees were taken out of."""
    missing_columns: tuple[Column, ...]


def content_of(sheets: list[Sheet]) -> ContentTable:
    """Return the tasks of a content table, which may run over several sheets."""
    content = ContentTable([], [("/tasks", sheets[0].table.place)], [], [], [], _missing(sheets))
    for written, meant in dict.fromkeys(slip for sheet in sheets for slip in sheet.misprints):
        content.remarks.append(remarks.misprint("/tasks", written, meant))
    unknown = dict.fromkeys(heading for sheet in sheets for heading in sheet.unknown)
    if content.missing_columns:
        content.places.append(("/missing_columns", sheets[0].table.place))
    if content.missing_columns and unknown:
        called = [words().column_headings[column] for column in content.missing_columns]
        content.remarks.append(remarks.unknown_columns("/missing_columns", called, list(unknown)))
    kept = _without_repeated_sheet(_filled_in(tasks_in(sheets)))
    if kept is None:
        content.remarks.append(remarks.doubt("/tasks", remarks.TWO_TABLES))
        return content
    for index, (task, head) in enumerate(kept):
        _add(content, index, task, head, shared=_shares_weight(kept, index))
    return content


def _missing(sheets: list[Sheet]) -> tuple[Column, ...]:
    found = {column for sheet in sheets for column in sheet.columns}
    return tuple(column for column in FORM if column not in found)


def _head(task: TaskCells, index: int) -> TaskHead:
    head = task_head(task.lines("task"), index + 1)
    if head.number is None and task.text("number"):
        counted = task_head(task.lines("number"), index + 1)
        number = counted.number
        if number is None and counted.name:
            number = _bare_number(counted.name)
        return TaskHead(number, head.name)
    return head


def _bare_number(text: str) -> int | None:
    found = re.fullmatch(_BARE_NUMBER, text)
    return whole_number(found[1]) if found else None


def _is_blank_row(task: TaskCells, head: TaskHead) -> bool:
    """Say whether nothing but the form's own numbers stands in a row."""
    if head.name or weight_of(task.text("weight"), percent_column=False)[1] is not None:
        return False
    if any(task.unread(column) for column in FORM):
        return False
    return not any(items_of(task.of(column)) for column in _LISTS)


def _named(task: TaskCells, head: TaskHead) -> TaskHead:
    """Return what a first cell says; where it only counts in words, 第一单元, that is the name."""
    text = task.text("task").strip()
    if head.name is None and re.fullmatch(_UNIT_ALONE, text):
        return head._replace(name=text)
    return head


_Headed = tuple[TaskCells, TaskHead]


def _filled_in(tasks: list[TaskCells]) -> list[_Headed]:
    """Return the tasks with what their first cells say, without blank rows of the form."""
    kept = list[_Headed]()
    for task in tasks:
        head = _head(task, len(kept))
        if not _is_blank_row(task, head):
            kept.append((task, _named(task, head)))
    return kept


def _without_repeated_sheet(tasks: list[_Headed]) -> list[_Headed] | None:
    """Return the tasks, a table that stands there twice once; None for two different tables."""
    kept = list[_Headed]()
    highest: int | None = None
    for _, group in groupby(tasks, key=lambda pair: pair[0].sheet):
        sheet = list(group)
        heads = [head for _, head in sheet]
        first = heads[0].number
        if highest is None or first is None or first > highest:
            kept += sheet
            numbers = [head.number for head in heads if head.number is not None]
            highest = max(numbers, default=highest)
        elif heads != [head for _, head in kept]:
            return None
    return kept


def _shares_weight(tasks: list[_Headed], index: int) -> bool:
    """Say whether a task's weight is its neighbour's as well."""
    own = [cell for cell in tasks[index][0].of("weight") if cell.text]
    return any(
        any(cell is mine for mine in own)
        for task, _ in (*tasks[max(index - 1, 0) : index], *tasks[index + 1 : index + 2])
        for cell in task.of("weight")
    )


def _add(
    content: ContentTable, index: int, task: TaskCells, head: TaskHead, *, shared: bool
) -> None:
    path = f"/tasks/{index}"
    _add_places(content, path, task)
    operations = _items(content, f"{path}/operations", task, "operations")
    knowledge = _items(content, f"{path}/knowledge", task, "knowledge")
    name = _name(content, path, task, head)
    weight, written = weight_of(task.text("weight"), percent_column=task.percent)
    doubt = _doubt_about_weight(path, task, written, shared=shared)
    if doubt is not None:
        content.remarks.append(doubt)
    content.tasks.append(
        {
            "number": head.number,
            "name": name,
            "operations": [{"number": item.number, "text": item.text} for item in operations],
            "knowledge": [{"number": item.number, "text": item.text} for item in knowledge],
            "weight": None if doubt else weight,
            "weight_text": None if task.unread("weight") == "garbled" else written,
        }
    )
    if not task.is_plain:
        lines = (line for column in FORM for line in task.lines(column))
        content.hidden.extend((path, line.hidden) for line in lines if line.hidden)


def _add_places(content: ContentTable, path: str, task: TaskCells) -> None:
    places = content.places
    named = task.of("task")
    lead = named or task.of("number")
    if lead:
        places.append((path, lead[0].cell.place))
        if named:
            places.append((f"{path}/name", _filled(named[::-1])))
    for column in FORM[1:]:
        cells = task.of(column)
        if cells:
            place = _filled(cells)
            if not lead and column == "operations":
                places.append((path, place))
            places.append((f"{path}/{column}", place))
            if column == "weight":
                places.append((f"{path}/weight_text", place))


def _filled(cells: list[CellText]) -> AnyPlace:
    """Return the place of the first cell that says something, else of the first."""
    return next((cell for cell in cells if cell.text), cells[0]).cell.place


def _name(content: ContentTable, path: str, task: TaskCells, head: TaskHead) -> str | None:
    if task.is_plain:
        return head.name
    why = task.unread("task")
    if why and (head.name is None or why == "garbled"):
        content.remarks.append(remarks.unreadable(f"{path}/name", _CALLED["task"], why))
        return None
    if head.name and any(line.invisible for line in task.lines("task")):
        content.invisible.append((f"{path}/name", head.name))
    return head.name


def _doubt_about_weight(
    path: str, task: TaskCells, written: str | None, *, shared: bool
) -> Remark | None:
    if shared:
        return remarks.doubt(f"{path}/weight", remarks.SHARED_WEIGHT)
    if sum(1 for cell in task.of("weight") if cell.text) > 1:
        return remarks.doubt(f"{path}/weight", remarks.SEVERAL_WEIGHTS)
    why = task.unread("weight")
    if why and (written is None or why == "garbled"):
        return remarks.unreadable(f"{path}/weight", _CALLED["weight"], why)
    return None


def _items(
    content: ContentTable, path: str, task: TaskCells, column: Literal["operations", "knowledge"]
) -> list[ItemText]:
    cells = task.of(column)
    other = {id(cell) for cell in task.of("knowledge" if column == "operations" else "operations")}
    if any(id(cell) in other and cell.text for cell in cells):
        content.remarks.append(remarks.doubt(path, remarks.MERGED_COLUMNS))
        return []
    items = items_of(cells)
    why = task.unread(column)
    if why and (not items or why == "garbled"):
        content.remarks.append(remarks.unreadable(path, _CALLED[column], why))
        return []
    content.places.extend([(f"{path}/{index}", item.place) for index, item in enumerate(items)])
    return items
