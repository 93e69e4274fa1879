"""The form of 附件2: 专项职业能力考核规范."""

from itertools import chain, islice, repeat
from typing import NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from specvalidator import prompts
from specvalidator.extra import ExtraField
from specvalidator.forms.added import added_to, prompt_of, text_of
from specvalidator.forms.grid import RowEdges, merge_down, ruled_table
from specvalidator.forms.lists import Lists, is_mixed, needs_bullets
from specvalidator.forms.paper import TEXT_WIDTH, new_sheet, sealed
from specvalidator.forms.writing import AutomaticNumbers, Pen, numeral, on_paper
from specvalidator.models.specification import Column, Item, Specification, Task


class Prompt(NamedTuple):
    """What the form calls a place, and what it asks for there, in the words of 附件2."""

    title: str
    asks: str


NAME, DEFINITION, APPLICANTS, ABILITY_NAME, OCCUPATION, WEIGHT = (
    Prompt(title, prompts.SPECIFICATION[field])
    for title, field in (
        ("名称", "name"),
        ("定义", "definition"),
        ("适用对象", "applicants"),
        ("能力名称", "ability_name"),
        ("职业领域", "occupation"),
        ("考核比重", "weight"),
    )
)
TASKS = tuple(Prompt("工作任务", asks) for asks in prompts.TASKS)
OPERATIONS = tuple(Prompt("操作规范", asks) for asks in prompts.OPERATIONS)
KNOWLEDGE = tuple(Prompt("相关知识", asks) for asks in prompts.KNOWLEDGE)
REQUIREMENTS = {
    field: Prompt(title, prompts.SPECIFICATION[field])
    for field, title in (
        ("eligibility", "申报条件"),
        ("examiners", "考评员构成"),
        ("method_and_time", "考核方式与考核时间"),
        ("venue_and_equipment", "鉴定场地设备要求"),
    )
}

_COLUMNS: dict[Column, tuple[str, int]] = {
    "task": ("工作任务", 1700),
    "operations": ("操作规范", 3050),
    "knowledge": ("相关知识", 2900),
    "weight": ("考核比重", 1195),
}
_HEAD = (1700, 4750, 6200, TEXT_WIDTH)
"""Where 能力名称, its value, 职业领域 and its value end."""
_BLANK_TASKS = (Task(number=1), Task(number=2), Task(number=3))
_MOST_LINES_KEPT = 14
"""Rows longer than this may run over a page: a page has about 25 such lines."""
_CHINESE_NUMBERS = range(1, 100)


def written(record: Specification) -> bytes:
    """Return the form with every value of `record` in its place, and prompts for the rest.

    Where a text itself reads like the form, no layout helps, and reading gives something else: a
    line that is one of the form's headings; a later line of an item that begins with the next
    item's number; a name with the ornaments of a title, such as 【】 or a full stop; a line break
    in the name of a task.
    """
    document = new_sheet("专项职业能力考核规范")
    form = _SpecificationForm(document)
    form.title(record)
    form.section("一、定义", record.definition, DEFINITION)
    form.section("二、适用对象", record.applicants, APPLICANTS)
    document.add_paragraph("三、考核内容", "Heading 1")
    form.content(record)
    document.add_paragraph("四、考核要求", "Heading 1")
    requirements = record.requirements
    items = [(getattr(requirements, field), prompt) for field, prompt in REQUIREMENTS.items()]
    items += [
        (text_of(each, requirements.extra), Prompt(each.title.zh, prompt_of(each)))
        for each in added_to("specification", "requirements")
    ]
    for number, (text, prompt) in enumerate(items, start=1):
        document.add_paragraph(f"（{numeral(number)}）{prompt.title}", "Heading 2")
        form.body(text, prompt)
    return sealed(document)


class _SpecificationForm:
    """One form while it is being written."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pen = Pen(document)
        self._lists = Lists(document)
        self._tasks = AutomaticNumbers(document, "chineseCounting", "（%1）")
        self._many_tasks = AutomaticNumbers(document, "decimal", "（%1）")

    def title(self, record: Specification) -> None:
        paragraph = self._document.add_paragraph(style="Title")
        self._pen.write(paragraph, record.name, *NAME)
        paragraph.add_run("专项职业能力考核规范")

    def section(self, heading: str, text: str | None, prompt: Prompt) -> None:
        self._document.add_paragraph(heading, "Heading 1")
        self.body(text, prompt)

    def body(self, text: str | None, prompt: Prompt) -> None:
        lines = [line for line in on_paper(text or "").split("\n") if line.strip()]
        for line in lines or [""]:
            self._pen.write(self._document.add_paragraph(style="Body Text"), line, *prompt)

    def content(self, record: Specification) -> None:
        columns = [column for column in _COLUMNS if column not in record.missing_columns]
        tasks = record.tasks or _BLANK_TASKS
        edges = _edges(columns)
        added = list(added_to("specification"))
        rows = [
            RowEdges(_HEAD, repeated=True),
            *[RowEdges((_HEAD[0], TEXT_WIDTH), repeated=True)] * len(added),
        ]
        rows.append(RowEdges(edges, repeated=True))
        for task in tasks:
            rows += [RowEdges(edges, whole=_lines(task) <= _MOST_LINES_KEPT)] * _height(task)
        head, *lines = ruled_table(self._document, rows if columns else rows[: 1 + len(added)])
        self._head(head, record)
        for field in added:
            self._added(lines.pop(0), field, record)
        labels = lines.pop(0) if columns else []
        for cell, column in zip(labels, columns, strict=True):
            _label(cell, _COLUMNS[column][0])
        below = iter(lines)
        for task, prompt in zip(tasks, chain(TASKS, repeat(TASKS[-1])), strict=False):
            block = list(islice(below, _height(task)))
            cells = dict(zip(columns, map(list, zip(*block, strict=True)), strict=True))
            self._task(cells, task, prompt)

    def _head(self, cells: list[_Cell], record: Specification) -> None:
        _label(cells[0], "能力名称：")
        self._pen.write(cells[1].paragraphs[0], record.ability_name, *ABILITY_NAME)
        _label(cells[2], "职业领域：")
        text = record.occupation.text if record.occupation else None
        self._pen.write(cells[3].paragraphs[0], text, *OCCUPATION)

    def _added(self, cells: list[_Cell], field: ExtraField, record: Specification) -> None:
        _label(cells[0], f"{field.title.zh}：")
        text = text_of(field, record.extra)
        self._pen.write(cells[1].paragraphs[0], text, field.title.zh, prompt_of(field))

    def _task(self, cells: dict[Column, list[_Cell]], task: Task, prompt: Prompt) -> None:
        """Write a task into its cells, each column from top to bottom."""
        if "task" in cells:
            merge_down(cells["task"])
            self._task_name(cells["task"][0].paragraphs[0], task, prompt)
        if "operations" in cells:
            self._list(cells["operations"], task.operations, OPERATIONS)
        if "knowledge" in cells:
            self._list(cells["knowledge"], task.knowledge, KNOWLEDGE)
        if "weight" in cells:
            merge_down(cells["weight"])
            self._weight(cells["weight"][0].paragraphs[0], task)

    def _weight(self, paragraph: Paragraph, task: Task) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        text = _weight(task)
        self._pen.write(paragraph, text, *WEIGHT)
        if not text:
            paragraph.add_run("%")

    def _task_name(self, paragraph: Paragraph, task: Task, prompt: Prompt) -> None:
        if task.number is not None:
            chinese = task.number in _CHINESE_NUMBERS
            (self._tasks if chinese else self._many_tasks).mark(paragraph, task.number)
        elif needs_bullets([task.name or ""]):
            self._lists.bullet(paragraph)
        self._pen.write(paragraph, task.name, *prompt)

    def _list(
        self, cells: list[_Cell], items: tuple[Item, ...], prompts: tuple[Prompt, ...]
    ) -> None:
        """Write a list into one cell, or item by item where only that keeps them apart."""
        numbers = self._lists.begin(items)
        bullets = needs_bullets([item.text for item in items if item.number is None])
        last = len(items) - 1 if is_mixed(items) else 0
        merge_down(cells[last:])
        for index, (number, text, prompt) in enumerate(_entries(items, prompts)):
            cell = cells[min(index, last)]
            paragraph = cell.add_paragraph() if index > last else cell.paragraphs[0]
            if last:
                # The cell beside this one comes before the cell below, and Word counts as it reads.
                numbers.restart()
            if number is not None:
                numbers.mark(paragraph, number)
            elif bullets:
                self._lists.bullet(paragraph)
            self._pen.write(paragraph, text, *prompt)


def _entries(
    items: tuple[Item, ...], prompts: tuple[Prompt, ...]
) -> list[tuple[int | None, str | None, Prompt]]:
    """Return what stands in a list: its items, or prompts for the first ones."""
    if items:
        return [(item.number, item.text, prompts[0]) for item in items]
    return [(number, None, prompt) for number, prompt in enumerate(prompts, start=1)]


def _height(task: Task) -> int:
    """Return how many rows a task takes."""
    lists = (task.operations, task.knowledge)
    return max((len(items) for items in lists if is_mixed(items)), default=1)


def _label(cell: _Cell, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True


def _edges(columns: list[Column]) -> tuple[int, ...]:
    """Return where the columns end when together they fill the width."""
    total = sum(_COLUMNS[column][1] for column in columns)
    edges, reached = [], 0
    for column in columns:
        reached += _COLUMNS[column][1]
        edges.append(TEXT_WIDTH * reached // total)
    return tuple(edges)


def _lines(task: Task) -> int:
    """Return about how many lines the row of a task has."""

    def of(items: tuple[Item, ...], letters: int) -> int:
        return sum(1 + len(item.text) // letters for item in items)

    return max(of(task.operations, 11), of(task.knowledge, 9), len(task.name or "") // 6)


def _weight(task: Task) -> str | None:
    """Return the weight as it was written, else the number with %."""
    if task.weight_text or task.weight is None:
        return task.weight_text
    return f"{task.weight.normalize():f}%"
