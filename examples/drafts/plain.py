"""The layout most of the smaller examples share: typed headings, a merged table head."""

from collections.abc import Sequence

from drafts.values import Record
from drafts.word import cell, paragraph, row, table, text

HEADINGS = {
    "definition": "定义",
    "applicants": "适用对象",
    "content": "能力标准与鉴定内容",
    "requirements": "鉴定要求",
}
SUBHEADINGS = {
    "eligibility": "申报条件",
    "examiners": "考评员构成",
    "method_and_time": "鉴定方式与鉴定时间",
    "venue_and_equipment": "鉴定场地设备要求",
}
COLUMNS = ("工作任务", "操作规范", "相关知识", "考核比重")
_DIGITS = "一二三四五六七八九"


def title(words: str, *, new_page: bool = False) -> str:
    """Return the line that names the draft."""
    return paragraph(text(words, bold=True, size=18), align="center", new_page=new_page)


def heading(words: str) -> str:
    """Return a heading that is bold and nothing else."""
    return paragraph(text(words, bold=True))


def head(ability: str, field: str) -> str:
    """Return the table's first row, with both labels in one merged cell."""
    return row(cell(f"能力名称：{ability}    职业领域：{field}", span=4))


def labels() -> str:
    """Return the row that names the four columns."""
    return row(*(cell(label, align="center") for label in COLUMNS))


def listed(items: Sequence[Record]) -> list[str]:
    """Return one line for each item, its number typed before it."""
    return [
        each["text"] if each["number"] is None else f"{each['number']}.{each['text']}"
        for each in items
    ]


def task_row(task: Record) -> str:
    """Return one row for a task."""
    number = "" if task["number"] is None else f"（{_DIGITS[task['number'] - 1]}）"
    return row(
        cell(number + task["name"]),
        cell(*listed(task["operations"])),
        cell(*listed(task["knowledge"])),
        cell(task["weight_text"] or "", align="center"),
    )


def content_table(record: Record) -> str:
    """Return the table of a record."""
    ability = record["ability_name"] or ""
    field = record["occupation"]["text"] if record["occupation"] else ""
    rows = (task_row(task) for task in record["tasks"])
    return table((1900, 3200, 2700, 1300), head(ability, field), labels(), *rows)


def body(record: Record) -> list[str]:
    """Return everything below the title; a section without text is left out, heading and all."""
    sections = [
        [HEADINGS[field], paragraph(record[field], indent=480)]
        for field in ("definition", "applicants")
        if record[field] is not None
    ]
    sections += [
        [HEADINGS["content"], content_table(record)],
        [HEADINGS["requirements"], *requirements(record["requirements"])],
    ]
    blocks = []
    for digit, (words, *content) in zip(_DIGITS, sections, strict=False):
        blocks += [heading(f"{digit}、{words}"), *content]
    return blocks


def requirements(needs: Record) -> list[str]:
    """Return the four items, those without text left out."""
    blocks = []
    written = [(words, needs[field]) for field, words in SUBHEADINGS.items() if needs[field]]
    for digit, (words, need) in zip(_DIGITS, written, strict=False):
        blocks.append(paragraph(f"（{digit}）{words}"))
        blocks += [paragraph(line, indent=480) for line in need.split("\n")]
    return blocks
