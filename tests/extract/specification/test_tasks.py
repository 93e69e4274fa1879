"""Rows as tasks: names, numbers, merged and blank cells, weights."""

from decimal import Decimal

import pytest

from extract.building import (
    ABOVE,
    CONTENT,
    HEADER,
    LEFT,
    TASKS,
    THREE,
    TITLE,
    Content,
    content_table,
    items,
    paragraph,
    read,
    record_of,
    remarks,
    submission,
    table,
    task_lines,
    tasks_of,
)

# ── the task cell ─────────────────────────────────────────────────────────────────────

TASK_CELLS: list[tuple[str, int | None, str, str]] = [
    ("（一）原料准备", 1, "原料准备", "number and name in one paragraph"),
    ("(一)原料准备", 1, "原料准备", "half-width brackets"),
    ("（一)原料准备", 1, "原料准备", "mixed brackets"),
    ("（一）\n原料准备", 1, "原料准备", "two paragraphs"),
    ("（一） 原料准备", 1, "原料准备", "a space"),
    ("（ 一 ）原料准备", 1, "原料准备", "spaces inside"),
    ("1.原料准备", 1, "原料准备", "a digit"),
    ("1、原料准备", 1, "原料准备", "a digit with 、"),
    ("1．原料准备", 1, "原料准备", "a full-width dot"),
    ("1 原料准备", 1, "原料准备", "a digit and a space"),
    ("1原料准备", 1, "原料准备", "the digit that is due, without a dot"),
    ("（1）原料准备", 1, "原料准备", "a digit in brackets"),
    ("①原料准备", 1, "原料准备", "a circled digit"),
    ("一、原料准备", 1, "原料准备", "a Chinese digit"),
    ("㈠原料准备", 1, "原料准备", "a number in one letter"),
    ("第一单元\n原料准备", 1, "原料准备", "a unit"),
    ("第一单元 原料准备", 1, "原料准备", "a unit on one line"),
    ("任务一：原料准备", 1, "原料准备", "the word for task"),
    ("任务1 原料准备", 1, "原料准备", "the word with a digit"),
    ("工作任务一\n原料准备", 1, "原料准备", "the whole word"),
    ("模块一：原料准备", 1, "原料准备", "a module"),
    ("一\n原料准备", 1, "原料准备", "the number alone on its line"),
    ("原料准备", None, "原料准备", "no number"),
    ("原料\n准备", None, "原料准备", "a name broken over lines"),
    ("（一）原料\n准备", 1, "原料准备", "number and a broken name"),
    ("（十二）原料准备", 12, "原料准备", "a number that is not due"),
    ("3D建模", None, "3D建模", "a digit of the name"),
    ("2号机床操作", None, "2号机床操作", "a number of the name"),
    ("一次成型", None, "一次成型", "a numeral of the name"),
]


@pytest.mark.parametrize(("cell", "number", "name", "why"), TASK_CELLS)
def test_number_and_name_of_a_task(cell: str, number: int | None, name: str, why: str) -> None:
    task = record_of(cell, "task").tasks[0]
    assert (task.number, task.name) == (number, name), why


def test_an_automatic_number_is_the_tasks() -> None:
    task = record_of(paragraph("（三）原料准备", label="（三）"), "task").tasks[0]
    assert (task.number, task.name) == (3, "原料准备")


@pytest.mark.parametrize("header", [("工作任务", LEFT), ("工作任务", ""), ("单元", "工作任务")])
def test_a_units_name_may_stand_in_the_next_column(header: tuple[str, str]) -> None:
    rows = [
        (f"第{number}单元", task[3:], *rest)
        for number, (task, *rest) in zip("一二三", TASKS, strict=True)
    ]
    assert tasks_of(table((*header, *HEADER[1:]), *rows)) == THREE


# ── rows ──────────────────────────────────────────────────────────────────────────────

MERGED = (
    ("（一）原料准备", "1.称取面粉", "1.面粉的种类", "60%"),
    (ABOVE, "2.检查工具", ABOVE, ABOVE),
    ("（二）和面", "1.加水", "1.水温的影响", "40%"),
    (ABOVE, "2.揉面", "2.室温的影响", ABOVE),
)
BLANK = tuple(tuple("" if each == ABOVE else each for each in row) for row in MERGED)


@pytest.mark.parametrize("rows", [MERGED, BLANK], ids=["merged", "blank"])
def test_a_row_for_each_operation_makes_one_task(rows: tuple[tuple[Content, ...], ...]) -> None:
    record = read(TITLE, CONTENT, content_table(*rows))
    assert task_lines(record) == [(1, "原料准备", "60%"), (2, "和面", "40%")]
    assert items(record) == [(1, "称取面粉"), (2, "检查工具")]
    assert [item.number for item in record.tasks[1].knowledge] == [1, 2]


@pytest.mark.parametrize("mark", ["（续）", "(接续)", " 续", "〔续上页〕", "（接上页）"])
def test_a_name_that_stands_again_on_the_next_page_goes_on_with_its_task(mark: str) -> None:
    rows = [list(row) for row in BLANK]
    rows[1][0] = str(rows[0][0]) + mark
    record = read(TITLE, CONTENT, content_table(*rows))
    assert task_lines(record) == [(1, "原料准备", "60%"), (2, "和面", "40%")]
    assert items(record) == [(1, "称取面粉"), (2, "检查工具")]


def test_a_name_that_ends_like_it_is_a_task_of_its_own() -> None:
    rows = [list(row) for row in BLANK]
    rows[2][0] = "（二）接续"
    assert read(TITLE, CONTENT, content_table(*rows)).tasks[1].name == "接续"


def test_an_item_of_a_merged_task_has_the_place_of_its_own_cell() -> None:
    places = submission(TITLE, CONTENT, content_table(*MERGED)).places
    assert places["/tasks/0/operations/1"].text == "第1个表格第3行第2列"


NO_TASKS: list[tuple[tuple[Content, ...], str]] = [
    (("合计", LEFT, LEFT, "100%"), "a total"),
    (("合 计", "", "", "100%"), "a total in spread letters"),
    (("总计", LEFT, LEFT, "100%"), "another word for total"),
    (("合计：100%", LEFT, LEFT, LEFT), "a total in one cell"),
    (("", "", "合计", "100%"), "a total further right"),
    (("备注：考核总时间为60min", LEFT, LEFT, LEFT), "a note"),
    (("注：比重可以调整", LEFT, LEFT, LEFT), "a short note"),
    (("", "", "", ""), "an empty row"),
    (("（四）", "1.\n2.", "1.\n2.", "%"), "a row of the form that was not filled in"),
    (HEADER, "the headings again"),
    (("能力名称：拉面制作", LEFT, "职业领域：", LEFT), "the head again"),
]


@pytest.mark.parametrize(("row", "why"), NO_TASKS)
def test_some_rows_are_no_tasks(row: tuple[Content, ...], why: str) -> None:
    assert tasks_of(content_table(*TASKS, row)) == THREE, why
    assert tasks_of(content_table(TASKS[0], row, *TASKS[1:])) == THREE, why


@pytest.mark.parametrize("name", ["注意事项", "职业名称", "合计"])
def test_a_row_with_operations_and_a_weight_is_a_task_whatever_its_name(name: str) -> None:
    row = (name, "1.称取面粉", "1.面粉的种类", "40%")
    assert tasks_of(content_table(row, *TASKS[1:]))[0] == (None, name, "40%")


def test_the_same_task_twice_is_two_tasks() -> None:
    assert tasks_of(content_table(TASKS[0], TASKS[0])) == [THREE[0], THREE[0]]


def test_a_task_without_a_name_keeps_its_number() -> None:
    row = ("（一）", "1.称取面粉", "1.面粉的种类", "40%")
    assert tasks_of(content_table(row, *TASKS[1:]))[0] == (1, None, "40%")


def test_the_blank_form_has_no_tasks() -> None:
    rows = [(f"（{number}）", "1.\n2.", "1.\n2.", "%") for number in "一二三"]
    assert tasks_of(content_table(*rows)) == []


def test_a_name_in_a_row_across_the_table_begins_a_task() -> None:
    rows = (
        ("（一）原料准备", LEFT, LEFT, LEFT),
        ("", "1.称取面粉", "1.面粉的种类", "40%"),
        ("（二）和面", LEFT, LEFT, LEFT),
        ("", "1.加水", "1.水温", "60%"),
    )
    assert tasks_of(content_table(*rows)) == [(1, "原料准备", "40%"), (2, "和面", "60%")]


# ── weights ───────────────────────────────────────────────────────────────────────────

WEIGHTS: list[tuple[str, str | None, str | None, str]] = [
    ("20%", "20", "20%", "the usual form"),
    ("20％", "20", "20％", "a full-width sign, kept as written"),
    ("20 %", "20", "20 %", "a space, kept as written"),
    (" 20% ", "20", "20%", "trimmed"),
    ("20", "20", "20", "no sign"),
    ("百分之二十", "20", "百分之二十", "in words"),
    ("33.3%", "33.3", "33.3%", "a decimal"),
    ("-5%", "-5", "-5%", "negative"),
    ("120%", "120", "120%", "too much"),
    ("20分", None, "20分", "marks"),
    ("较大", None, "较大", "words"),
    ("%", None, None, "the form's own sign"),
    ("____%", None, None, "the form's blank"),
    ("", None, None, "nothing"),
]


@pytest.mark.parametrize(("cell", "weight", "text", "why"), WEIGHTS)
def test_a_weight_is_a_number_and_a_text(
    cell: str, weight: str | None, text: str | None, why: str
) -> None:
    task = record_of(cell, "weight").tasks[0]
    assert task.weight == (None if weight is None else Decimal(weight)), why
    assert task.weight_text == text, why


def test_the_sign_in_the_heading_counts_for_each_weight() -> None:
    rows = [(*row[:3], row[3].rstrip("%")) for row in TASKS]
    assert tasks_of(table((*HEADER[:3], "考核比重（%）"), *rows)) == THREE


def test_one_weight_for_several_tasks_is_doubted() -> None:
    rows = (TASKS[0], (*TASKS[1][:3], "60%"), (*TASKS[2][:3], ABOVE))
    record = read(TITLE, CONTENT, content_table(*rows))
    assert [task.weight for task in record.tasks] == [40, None, None]
    assert list(remarks(TITLE, CONTENT, content_table(*rows))) == [
        "/tasks/1/weight",
        "/tasks/2/weight",
    ]


def test_several_weights_for_one_task_are_doubted() -> None:
    rows = (
        ("（一）原料准备", "1.称取", "1.种类", "20%"),
        (ABOVE, "2.检查", ABOVE, "15%"),
        *TASKS[1:],
    )
    record = read(TITLE, CONTENT, content_table(*rows))
    assert (record.tasks[0].weight, record.tasks[0].weight_text) == (None, "20%\n15%")
    assert list(remarks(TITLE, CONTENT, content_table(*rows))) == ["/tasks/0/weight"]
