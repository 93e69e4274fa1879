"""Rows of the content table as tasks: one row each or many, merged or blank below."""

import re
from functools import cached_property
from typing import get_args

from specvalidator.document import Cell, Unread
from specvalidator.extract.labels import GARBLED
from specvalidator.extract.lines import CellText, Line, lines_of, squeezed
from specvalidator.extract.numbering import numbering_of
from specvalidator.extract.specification.flow import Sheet
from specvalidator.extract.specification.values import is_numbered, task_head, text_of, weight_of
from specvalidator.extract.specification.vocabulary import ColumnSign, column_of, words
from specvalidator.models.specification import Column
from specvalidator.placeholders import placeholder_of

FORM: tuple[Column, ...] = get_args(Column)
"""The columns of the form from left to right."""
_CONTINUED = re.compile(r"\s*[（(〔\[]?\s*(?:接?续|[接续]上[页表])\s*[)）〕\]]?\s*$")
"""Behind a name that stands again on the next page."""
_ALL: tuple[ColumnSign, ...] = (*FORM, "number")
_LEAST_HEADINGS = 2
_MERGED_FIRST: tuple[tuple[int, Column], ...] = (
    (3, "task"),
    (2, "weight"),
    (1, "knowledge"),
    (0, "operations"),
)
"""The columns with how many are left; those with a text of its own in every row come last."""
# Compiled when they are first needed: few documents need them.
_TOTAL = (
    r"(?:(?:考核|鉴定)?(?:比重|权重|比例|分值|分数|配分|成绩)?(?:合计|总计|共计|小计|总和|总分|之和|总数|汇总)"
    r"|总(?:比重|权重|比例|成绩|分值|配分)|合计(?:比重|权重|比例|分值)|[∑Σ]|(?i:total|sum))"
    r"(?:[:：(（\d%％]|$)"
)
_TOTALS = ("合计", "总计", "共计", "小计")
_SUM = "∑Σ"
_NOTE = r"(?:备注|说明|注)\s*(?:\d\s*)?[:：]|备注$|注意事项"
_ALL_OF_IT = 100


class TaskCells:
    """The cells of one task, each once, from top to bottom."""

    def __init__(self, sheet: int, *, percent: bool) -> None:
        self.sheet = sheet
        """Which of the sheets the task stands in."""
        self.percent = percent
        """The heading of the weights has the percent sign."""
        self.cells: dict[ColumnSign, list[CellText]] = {}
        self._known: set[tuple[ColumnSign, int]] = set()
        self._lacks_name: bool | None = None

    def add(self, row: "_RowCells") -> None:
        """Add the cells of a row that are not there yet."""
        for column, cells in row.items():
            known = self.cells.setdefault(column, [])
            for cell in cells:
                if known and cell is known[-1]:  # merged downwards
                    continue
                key = (column, id(cell))
                if key not in self._known and (cell.lines or not known):
                    known.append(cell)
                    self._known.add(key)
                    if column == "task":
                        self._lacks_name = None

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

    @property
    def lacks_name(self) -> bool:
        """Whether it so far has a number and no name: the name may stand in the next row."""
        if self._lacks_name is None:
            lines = self.lines("task")
            self._lacks_name = is_numbered(lines) and task_head(lines, expected=-1).name is None
        return self._lacks_name

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
        self._numbered: dict[int, bool] = {}
        self._headings: dict[int, ColumnSign | None] = {}

    def of(self, cell: Cell) -> CellText:
        known = self._known.get(id(cell))
        if known is None:
            known = self._known[id(cell)] = CellText(cell, lines_of(cell.blocks))
        return known

    # A cell that is merged downwards is met in every row that it covers.

    def is_numbered(self, cell: CellText) -> bool:
        """Say whether a cell begins with a task's number."""
        known = self._numbered.get(id(cell))
        if known is None:
            known = self._numbered[id(cell)] = is_numbered(cell.lines)
        return known

    def heading(self, cells: list[CellText]) -> ColumnSign | None:
        """Return the column whose heading some cells are, None where they are other text."""
        if len(cells) != 1:
            return _heading(text_of(cells))
        key = id(cells[0])
        if key not in self._headings:
            self._headings[key] = _heading(cells[0].text)
        return self._headings[key]


_RowCells = dict[ColumnSign, list[CellText]]


def tasks_in(sheets: list[Sheet]) -> list[TaskCells]:
    """Return the tasks of a content table that may run over several sheets."""
    texts, tasks = _Texts(), list[TaskCells]()
    for number, sheet in enumerate(sheets):
        spans = [(column, sheet.columns[column]) for column in _ALL if column in sheet.columns]
        beside = _column_beside(sheet)
        for index in range(sheet.first, sheet.last):
            row = _row(sheet.grid[index], spans, beside, texts)
            if _says_nothing(row, sheet.grid[index], index, texts) or _adds_up(row, tasks):
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
    texts: _Texts,
) -> _RowCells:
    """Return the cells of a row by column; what the task's cell covers is no other column's.

    Args:
        row: a row of the grid.
        spans: where in the grid each column lies, the task's first.
        beside: the place beside the task's column.
        texts: the cells' lines.
    """
    cells: _RowCells = {column: [] for column in _ALL}
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
    row: list[Cell | None], at: int, lead: list[CellText], texts: _Texts
) -> CellText | None:
    """Return the next cell where the task's own only counts: 第一单元 | 原料准备."""
    if at >= len(row):
        return None
    cell = row[at]
    lines = [line for each in lead for line in each.lines]
    if cell is None or not lines or any(cell is each.cell for each in lead):
        return None
    return texts.of(cell) if task_head(lines, expected=-1).name is None else None


def _says_nothing(row: _RowCells, grid_row: list[Cell | None], index: int, texts: _Texts) -> bool:
    """Say whether a row holds no task: blank, a total, a note, a heading repeated."""
    lead = row["task"]
    if lead and lead[0].cell.column_span < len(grid_row) and texts.is_numbered(lead[0]):
        return _is_numbered_aside(row)
    visible = [cell for cells in row.values() for cell in cells if cell.lines]
    if not visible:
        return True
    if _repeats_headings(row, texts):
        return True
    begun = [cell for cell in grid_row if cell is not None and cell.row == index]
    said = [text for cell in begun if (text := squeezed(texts.of(cell).text))]
    first = next((text for text in said if text in _SUM or placeholder_of(text) is None), "")
    if _is_total(first) and not _says_more(row):
        return True
    if all(any(each.lines for each in row[at]) for at in ("operations", "weight")):
        return False  # with operations and a weight it is a task, even if called 注意事项
    return _is_no_task(row, grid_row, first, texts)


def _is_numbered_aside(row: _RowCells) -> bool:
    """Say whether a row is a total or a note that goes on with the tasks' automatic numbers.

    So it does where a row is added to a table in a word processor: （五）合计.
    """
    name = task_head([line for cell in row["task"] for line in cell.lines], expected=-1).name
    said = squeezed(name or "")
    is_note = re.match(_NOTE, said) is not None
    if not is_note and re.fullmatch(_TOTAL, said) is None:  # as nearly every row
        return False
    if any(_has_words(cell) for at in ("operations", "knowledge") for cell in row[at]):
        return False
    weights = row["weight"] if is_note else []
    return all(placeholder_of(cell.text or "/") is not None for cell in weights)


def _has_words(cell: CellText) -> bool:
    """Say whether more stands in a cell than a number."""
    numbering = numbering_of(cell.text)
    said = cell.text[numbering.end :] if numbering else cell.text
    return any(map(str.isalpha, said)) and placeholder_of(said) is None


def _is_no_task(row: _RowCells, grid_row: list[Cell | None], first: str, texts: _Texts) -> bool:
    """Say whether a row without operations and a weight is a total, a note, or the table's head.

    Args:
        row: its cells by column.
        grid_row: all its cells.
        first: the first text in it, without white space.
        texts: the cells' lines.
    """
    if _is_total(first) or re.match(_NOTE, first):
        return True
    visible = [cell for cells in row.values() for cell in cells if cell.lines]
    if all(cell is grid_row[0] for cell in grid_row):
        return not texts.is_numbered(visible[0]) and not _has_unread(visible)
    return words().head.find(first.replace("：", ":").partition(":")[0]) is not None


def _is_total(text: str) -> bool:
    """Say whether a text is the label of a total, one letter that cannot be made out forgiven."""
    if text.count(GARBLED) == 1 and len(text) == len(_TOTALS[0]):
        return any(text in (total[0] + GARBLED, GARBLED + total[1]) for total in _TOTALS)
    return re.match(_TOTAL, text) is not None


def _says_more(row: _RowCells) -> bool:
    """Say whether a row has operations or knowledge beside the label of a total."""
    texts = [cell.text for at in ("operations", "knowledge") for cell in row[at]]
    return any(
        text and placeholder_of(text) is None and not _is_total(squeezed(text)) for text in texts
    )


def _adds_up(row: _RowCells, tasks: list[TaskCells]) -> bool:
    """Say whether a row holds nothing but the sum of the weights above it, or 100%."""
    before = [cell for at in _BEFORE_WEIGHT for cell in row[at]]
    if len(tasks) < _LEAST_TASKS or any(map(_has_words, before)):
        return False
    weight = weight_of(text_of(row["weight"]), percent_column=False)[0]
    above = [weight_of(task.text("weight"), percent_column=False)[0] for task in tasks]
    known = [each for each in above if each is not None]
    if weight is None or len(known) < len(above):
        return False
    if any(cell.lines for cell in before):  # an automatic number: a task may have been begun
        return weight == sum(known) == _ALL_OF_IT
    return weight in (_ALL_OF_IT, sum(known))


_LEAST_TASKS = 2
_BEFORE_WEIGHT: tuple[ColumnSign, ...] = ("task", "operations", "knowledge", "number")


def _has_unread(cells: list[CellText]) -> bool:
    return any(line.unread for cell in cells for line in cell.lines)


def _repeats_headings(row: _RowCells, texts: _Texts) -> bool:
    """Say whether two columns or more hold their own headings."""
    hits = 0
    for left, column in _MERGED_FIRST:
        hits += texts.heading(row[column]) == column
        if hits + left < _LEAST_HEADINGS:
            return False
    return True


def _heading(text: str) -> ColumnSign | None:
    found = column_of(text)
    return found and found.value


def _begins_task(row: _RowCells, task: TaskCells, texts: _Texts) -> bool:
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
    if _CONTINUED.sub("", text) == task.text("task"):
        return False
    return texts.is_numbered(lead[0]) or not task.lacks_name


def _has_own_weight(row: _RowCells, task: TaskCells) -> bool:
    """Say whether a row brings a weight, and the task above has one in another cell."""
    new = next((cell.cell for cell in row["weight"] if cell.text), None)
    known = [cell.cell for cell in task.of("weight") if cell.text]
    return new is not None and bool(known) and not any(new is cell for cell in known)
