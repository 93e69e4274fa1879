"""Rows of the content table that hold no task: blank, totals, notes, headings repeated."""

import re

from specvalidator.document import Cell
from specvalidator.extract.labels import GARBLED
from specvalidator.extract.lines import CellText, squeezed
from specvalidator.extract.numbering import numbering_of
from specvalidator.extract.specification.task_cells import CellTexts, RowCells, TaskCells
from specvalidator.extract.specification.values import task_head, text_of, weight_of
from specvalidator.extract.specification.vocabulary import ColumnSign, words
from specvalidator.models.specification import Column
from specvalidator.placeholders import placeholder_of

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
_LEAST_TASKS = 2
_BEFORE_WEIGHT: tuple[ColumnSign, ...] = ("task", "operations", "knowledge", "number")


def says_nothing(row: RowCells, grid_row: list[Cell | None], index: int, texts: CellTexts) -> bool:
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


def _is_numbered_aside(row: RowCells) -> bool:
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


def _is_no_task(row: RowCells, grid_row: list[Cell | None], first: str, texts: CellTexts) -> bool:
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
        return not texts.is_numbered(visible[0]) and not has_unread(visible)
    return words().head.find(first.replace("：", ":").partition(":")[0]) is not None


def _is_total(text: str) -> bool:
    """Say whether a text is the label of a total, one letter that cannot be made out forgiven."""
    if text.count(GARBLED) == 1 and len(text) == len(_TOTALS[0]):
        return any(text in (total[0] + GARBLED, GARBLED + total[1]) for total in _TOTALS)
    return re.match(_TOTAL, text) is not None


def _says_more(row: RowCells) -> bool:
    """Say whether a row has operations or knowledge beside the label of a total."""
    texts = [cell.text for at in ("operations", "knowledge") for cell in row[at]]
    return any(
        text and placeholder_of(text) is None and not _is_total(squeezed(text)) for text in texts
    )


def adds_up(row: RowCells, tasks: list[TaskCells]) -> bool:
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


def has_unread(cells: list[CellText]) -> bool:
    """Say whether something in cells has no text."""
    return any(line.unread for cell in cells for line in cell.lines)


def _repeats_headings(row: RowCells, texts: CellTexts) -> bool:
    """Say whether two columns or more hold their own headings."""
    hits = 0
    for left, column in _MERGED_FIRST:
        hits += texts.heading(row[column]) == column
        if hits + left < _LEAST_HEADINGS:
            return False
    return True
