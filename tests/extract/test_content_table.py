"""The content table in each layout of the field: heads, rows, merges, items, weights, two tables."""

from decimal import Decimal

import pytest

from extract.building import (
    ABOVE,
    APPLICANTS,
    DEFINITION,
    HEADER,
    LEFT,
    TASKS,
    TITLE,
    Content,
    content_table,
    paragraph,
    read,
    remarks,
    submission,
    table,
    task_lines,
)
from specvalidator.document import Table
from specvalidator.models.specification import Specification

THREE = [(1, "原料准备", "40%"), (2, "和面", "35%"), (3, "煮面", "25%")]
CONTENT = "三、能力标准与鉴定内容"


def tasks_of(*tables: Table | str) -> list[tuple[int | None, str | None, str | None]]:
    return task_lines(read(TITLE, CONTENT, *tables))


def record_of(cell: Content, column: str) -> Specification:
    """Return the record of a table whose first task has `cell` in `column`."""
    row = dict(zip(("task", "operations", "knowledge", "weight"), TASKS[0], strict=True))
    return read(TITLE, CONTENT, content_table(tuple((row | {column: cell}).values()), *TASKS[1:]))


def items(record: Specification, column: str = "operations") -> list[tuple[int | None, str]]:
    return [(item.number, item.text) for item in getattr(record.tasks[0], column)]


# ── the head ─────────────────────────────────────────────────────────────────────────────

LINE = "能力名称：拉面制作    职业领域：4-03-02-02中式面点师"
HEADS: list[tuple[list[tuple[Content, ...]], str]] = [
    ([(LINE, LEFT, LEFT, LEFT)], "one merged cell with both"),
    ([("能力名称：拉面制作", LEFT, "职业领域：4-03-02-02中式面点师", LEFT)], "two cells"),
    ([("能力名称", "拉面制作", "职业领域", "4-03-02-02中式面点师")], "four cells"),
    ([("能力名称：", "拉面制作", "职业领域：", "4-03-02-02中式面点师")], "four cells with colons"),
    ([("能 力 名 称", "拉面制作", "职 业 领 域", "4-03-02-02中式面点师")], "spread letters"),
    ([("能力名称：\n拉面制作", LEFT, "职业领域：\n4-03-02-02中式面点师", LEFT)], "two paragraphs"),
    ([("能力名称：拉面制作职业领域：4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "run together"),
    ([("能力名称 拉面制作  职业领域 4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "without colons"),
    (
        [("能力名称：拉面制作", *[LEFT] * 3), ("职业领域：4-03-02-02中式面点师", *[LEFT] * 3)],
        "two rows",
    ),
    (
        [("能力名称", LEFT, "职业领域", LEFT), ("拉面制作", LEFT, "4-03-02-02中式面点师", LEFT)],
        "below",
    ),
    ([("职业名称：拉面制作", LEFT, "职业领域：4-03-02-02中式面点师", LEFT)], "职业名称"),
    (
        [("能力名称：拉面制作", LEFT, "职业（细类）名称", "4-03-02-02中式面点师")],
        "职业名称 beside it",
    ),
    ([("能力名称：拉面制作", LEFT, "职业领城：4-03-02-02中式面点师", LEFT)], "a misprint"),
    ([("能力名称：拉面制作  职业领城：4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "misprint inside"),
    ([("能力名称：拉面制作", LEFT, "所属职业：4-03-02-02中式面点师", LEFT)], "another word"),
    ([("能力名称：拉面制作", LEFT, "职业领域（细类）：4-03-02-02中式面点师", LEFT)], "an aside"),
]


@pytest.mark.parametrize(("head", "why"), HEADS)
def test_the_head_gives_ability_and_occupation(head: list[tuple[Content, ...]], why: str) -> None:
    record = read(TITLE, CONTENT, content_table(head=head))
    assert record.ability_name == "拉面制作", why
    assert record.occupation is not None, why
    assert record.occupation.text == "4-03-02-02中式面点师", why
    assert task_lines(record) == THREE, why


def test_the_head_may_stand_above_the_table() -> None:
    assert read(TITLE, CONTENT, LINE, content_table()).ability_name == "拉面制作"
    record = read(TITLE, CONTENT, "能力名称：拉面制作", "职业领域：果树园艺", content_table())
    assert record.occupation is not None
    assert (record.ability_name, record.occupation.text) == ("拉面制作", "果树园艺")


def test_the_head_may_be_a_table_of_its_own() -> None:
    head = table(("能力名称：", "拉面制作", "职业领域：", "中式面点师"))
    record = read(TITLE, CONTENT, head, content_table(number=2))
    assert record.ability_name == "拉面制作"
    assert task_lines(record) == THREE


EMPTY_HEADS: list[tuple[tuple[Content, ...], str]] = [
    (("能力名称：", LEFT, "职业领域：", LEFT), "labels alone"),
    (("能力名称：", "", "职业领域：", ""), "empty cells"),
    (("能力名称：______", LEFT, "职业领域：____", LEFT), "the form's blanks"),
    (("能力名称：    职业领域：", LEFT, LEFT, LEFT), "both labels in one cell"),
]


@pytest.mark.parametrize(("head", "why"), EMPTY_HEADS)
def test_an_empty_head_gives_nothing_but_a_place(head: tuple[Content, ...], why: str) -> None:
    found = submission(TITLE, CONTENT, content_table(head=[head]))
    record = read(TITLE, CONTENT, content_table(head=[head]))
    assert (record.ability_name, record.occupation) == (None, None), why
    assert (found.places["/ability_name"].text or "").startswith("第1个表格第1行"), why
    assert (found.places["/occupation"].text or "").startswith("第1个表格第1行"), why


def test_a_missing_value_has_the_place_of_its_empty_cell() -> None:
    found = submission(TITLE, CONTENT, content_table(head=[("能力名称", "", "职业领域", "")]))
    assert found.places["/ability_name"].text == "第1个表格第1行第2列"
    assert found.places["/occupation"].text == "第1个表格第1行第4列"


def test_a_misprinted_label_is_remarked() -> None:
    head = [("能力名称：拉面制作", LEFT, "职业领城：果树园艺", LEFT)]
    found = remarks(TITLE, CONTENT, content_table(head=head), kind="misprint")
    assert list(found) == ["/occupation"]
    assert "职业领城" in found["/occupation"]


# ── columns ──────────────────────────────────────────────────────────────────────────────


def test_places_say_table_row_and_column() -> None:
    places = submission(TITLE, CONTENT, content_table(number=2)).places
    assert places["/tasks"].text == "第2个表格"
    assert places["/tasks/1"].text == "第2个表格第3行第1列"
    assert places["/tasks/1/name"].text == "第2个表格第3行第1列"
    assert places["/tasks/1/operations"].text == "第2个表格第3行第2列"
    assert places["/tasks/1/operations/1"].text == "第2个表格第3行第2列"
    assert places["/tasks/1/knowledge/0"].text == "第2个表格第3行第3列"
    assert places["/tasks/1/weight"].text == "第2个表格第3行第4列"
    assert places["/tasks/1/weight_text"].text == "第2个表格第3行第4列"


def test_an_empty_cell_is_where_its_value_is_missing() -> None:
    places = submission(
        TITLE, CONTENT, content_table(("（一）和面", "", "", ""), *TASKS[1:])
    ).places
    assert places["/tasks/0/operations"].text == "第1个表格第2行第2列"
    assert places["/tasks/0/weight"].text == "第1个表格第2行第4列"


def test_columns_may_stand_in_any_order() -> None:
    rows = [(weight, task, knowledge, steps) for task, steps, knowledge, weight in TASKS]
    record = read(TITLE, CONTENT, table(("考核比重", "工作任务", "相关知识", "操作规范"), *rows))
    assert task_lines(record) == THREE
    assert items(record) == [(1, "称取面粉"), (2, "检查工具")]


HEADINGS = [
    (("工 作\n任 务", "操作\n规范", "相关\n知识", "考核\n比重"), "broken over lines"),
    (("工作任务", "操作规范", "相关知识", "考核比重（%）"), "with the sign"),
    (("工作任务", "操作规范", "相关知识", "鉴定比重"), "鉴定"),
    (("工作内容", "技能要求", "相关知识要求", "比重"), "the words of national standards"),
    (("工作任务", "操作规范", "相关知识", "比重"), "short"),
    (("工作任务：", "操作规范：", "相关知识：", "考核比重："), "with colons"),
    (("单元", "操作规范", "相关知识", "考核比重"), "units for tasks"),
]


@pytest.mark.parametrize(("header", "why"), HEADINGS)
def test_columns_are_known_by_their_headings(header: tuple[str, ...], why: str) -> None:
    assert tasks_of(table(header, *TASKS)) == THREE, why


def test_a_slip_in_a_column_heading_is_forgiven_and_remarked() -> None:
    found = table(("工作任务", "操作规犯", "相关知识", "考核比重"), *TASKS)
    assert tasks_of(found) == THREE
    assert list(remarks(TITLE, CONTENT, found, kind="misprint")) == ["/tasks"]


def test_headings_in_two_rows_are_one() -> None:
    head = ("工作任务", "能力标准", LEFT, "考核比重")
    below = (ABOVE, "操作规范", "相关知识", ABOVE)
    assert tasks_of(table(head, below, *TASKS)) == THREE


def test_a_column_that_counts_gives_the_numbers() -> None:
    rows = [(str(at), task[3:], *rest) for at, (task, *rest) in enumerate(TASKS, start=1)]
    assert tasks_of(table(("序号", *HEADER), *rows)) == THREE


def test_a_further_column_is_passed_over() -> None:
    rows = [(*row, "备用") for row in TASKS]
    assert tasks_of(table((*HEADER, "备注"), *rows)) == THREE


def test_missing_columns_are_named_in_the_order_of_the_form() -> None:
    two = table(("操作规范", "工作任务"), *[(row[1], row[0]) for row in TASKS])
    record = read(TITLE, CONTENT, two)
    assert record.missing_columns == ("knowledge", "weight")
    assert task_lines(record) == [(1, "原料准备", None), (2, "和面", None), (3, "煮面", None)]
    assert items(record) == [(1, "称取面粉"), (2, "检查工具")]


def test_a_table_without_tasks_column_still_gives_its_rows() -> None:
    record = read(TITLE, CONTENT, table(HEADER[1:], *[row[1:] for row in TASKS]))
    assert record.missing_columns == ("task",)
    assert task_lines(record) == [(None, None, "40%"), (None, None, "35%"), (None, None, "25%")]


def test_an_unknown_table_under_the_heading_is_doubted() -> None:
    found = table(("甲", "乙", "丙", "丁"), ("1", "2", "3", "4"))
    assert read(TITLE, CONTENT, found).tasks == ()
    assert list(remarks(TITLE, CONTENT, found)) == ["/tasks"]


def test_a_picture_under_the_heading_is_doubted() -> None:
    assert list(remarks(TITLE, CONTENT, paragraph("", unread="picture"))) == ["/tasks"]


def test_no_table_at_all_is_no_doubt() -> None:
    record = read(TITLE, CONTENT, "四、考核要求")
    assert (record.tasks, record.missing_columns) == ((), ())
    assert remarks(TITLE, CONTENT, "四、考核要求") == {}


# ── the task cell ────────────────────────────────────────────────────────────────────────

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


# ── items ────────────────────────────────────────────────────────────────────────────────

ITEMS: list[tuple[str, list[tuple[int | None, str]], str]] = [
    ("1.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "a dot"),
    ("1 .揉面\n2 .饧面", [(1, "揉面"), (2, "饧面")], "a space before the dot"),
    ("1、揉面\n2、饧面", [(1, "揉面"), (2, "饧面")], "、"),
    ("1．揉面\n2．饧面", [(1, "揉面"), (2, "饧面")], "a full-width dot"),
    ("(1)揉面\n（2）饧面", [(1, "揉面"), (2, "饧面")], "brackets"),
    ("①揉面\n②饧面", [(1, "揉面"), (2, "饧面")], "circles"),
    ("1)揉面\n2)饧面", [(1, "揉面"), (2, "饧面")], "half a bracket"),
    ("1.揉面\n2.饧面\n3清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "no dot"),
    ("1揉面\n2饧面", [(1, "揉面"), (2, "饧面")], "no dots at all"),
    ("1.揉面2.饧面3.清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "several on one line"),
    ("1.揉面 2.饧面\n3.清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "some on one line"),
    ("①揉面②饧面", [(1, "揉面"), (2, "饧面")], "circles on one line"),
    ("（1）揉面（2）饧面", [(1, "揉面"), (2, "饧面")], "brackets on one line"),
    ("揉面", [(None, "揉面")], "a single item without a number"),
    ("揉面\n饧面", [(None, "揉面"), (None, "饧面")], "paragraphs without numbers"),
    ("1.揉面\n3.清洁", [(1, "揉面"), (3, "清洁")], "a gap"),
    ("1.揉面\n1.饧面", [(1, "揉面"), (1, "饧面")], "a number twice"),
    ("L.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "an L for 1"),
    ("l.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "an l for 1"),
    ("1.揉面\n至光滑\n2.饧面", [(1, "揉面\n至光滑"), (2, "饧面")], "a line that goes on"),
    (
        "1.揉面\n（1）加水\n（2）揉匀\n2.饧面",
        [(1, "揉面\n（1）加水\n（2）揉匀"), (2, "饧面")],
        "steps inside",
    ),
    ("●揉面\n●饧面", [(None, "揉面"), (None, "饧面")], "bullets"),
    ("1.5小时内完成", [(None, "1.5小时内完成")], "a decimal is no number"),
    ("3名助手", [(None, "3名助手")], "a head count is no number"),
    ("5%的盐水", [(None, "5%的盐水")], "a percentage is no number"),
    ("2个面团", [(None, "2个面团")], "a count is no number"),
    (
        "1.揉面\n2.饧面\n3种面型的拉制",
        [(1, "揉面"), (2, "饧面\n3种面型的拉制")],
        "a count in its turn",
    ),
    ("1.3D建模\n2.渲染", [(1, "3D建模"), (2, "渲染")], "a digit right behind the number"),
    ("1.检查1、2、3号机\n2.开机", [(1, "检查1、2、3号机"), (2, "开机")], "a list inside"),
    ("1.按图2.操作", [(1, "按图2.操作")], "a figure's number inside"),
    ("1.用时1.5小时2.清洁", [(1, "用时1.5小时"), (2, "清洁")], "a decimal inside"),
    ("1.\n2.", [], "the form's own numbers"),
]


@pytest.mark.parametrize(("cell", "expected", "why"), ITEMS)
@pytest.mark.parametrize("column", ["operations", "knowledge"])
def test_items_are_taken_apart(
    cell: str, expected: list[tuple[int | None, str]], why: str, column: str
) -> None:
    assert items(record_of(cell, column), column) == expected, why


def test_automatic_numbers_are_the_items() -> None:
    listed = [paragraph("2.\t5%的盐水", label="2."), paragraph("4.\t3名助手", label="4.")]
    assert items(record_of(listed, "operations")) == [(2, "5%的盐水"), (4, "3名助手")]


def test_a_line_break_inside_a_paragraph_goes_on_with_the_item() -> None:
    assert items(record_of([paragraph("揉面\n至光滑")], "operations")) == [(None, "揉面\n至光滑")]


# ── rows ─────────────────────────────────────────────────────────────────────────────────

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


# ── weights ──────────────────────────────────────────────────────────────────────────────

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


# ── what cannot be read ──────────────────────────────────────────────────────────────────

PICTURES = [
    ("task", "name"),
    ("operations", "operations"),
    ("knowledge", "knowledge"),
    ("weight", "weight"),
]


@pytest.mark.parametrize(("column", "field"), PICTURES)
def test_a_picture_in_a_cell_is_doubted(column: str, field: str) -> None:
    row = dict(zip(("task", "operations", "knowledge", "weight"), TASKS[0], strict=True))
    cells: dict[str, Content] = {**row, column: paragraph("", unread="picture")}
    found = content_table(tuple(cells.values()), *TASKS[1:])
    assert list(remarks(TITLE, CONTENT, found)) == [f"/tasks/0/{field}"]
    assert not getattr(read(TITLE, CONTENT, found).tasks[0], field)


def test_operations_and_knowledge_in_one_cell_are_doubted() -> None:
    found = content_table(("（一）原料准备", "1.称取面粉", LEFT, "40%"), *TASKS[1:])
    assert list(remarks(TITLE, CONTENT, found)) == ["/tasks/0/operations", "/tasks/0/knowledge"]


def test_invisible_letters_in_a_tasks_name_are_remarked() -> None:
    found = content_table(("（一）原\u200b料准备", *TASKS[0][1:]), *TASKS[1:])
    assert tasks_of(found) == THREE
    assert list(remarks(TITLE, CONTENT, found, kind="hidden")) == ["/tasks/0/name"]


# ── two tables, tables in tables, other parts in the table ───────────────────────────────


def test_a_table_over_two_tables_is_one() -> None:
    with_head = content_table(TASKS[2], number=2)
    without = table(TASKS[2], number=2)
    assert tasks_of(content_table(*TASKS[:2]), with_head) == THREE
    assert tasks_of(content_table(*TASKS[:2]), without) == THREE
    assert tasks_of(content_table(*TASKS[:2]), "（续表）", with_head) == THREE


def test_a_task_may_go_on_in_the_second_table() -> None:
    second = table(("", "2.下面", "2.卫生", ""), number=2)
    record = read(TITLE, CONTENT, content_table(("（一）煮面", "1.烧水", "1.火候", "100%")), second)
    assert task_lines(record) == [(1, "煮面", "100%")]
    assert items(record) == [(1, "烧水"), (2, "下面")]


def test_a_second_table_may_have_another_grid() -> None:
    head = [("能力名称：", "拉面制作", LEFT, "职业领域：", "")]
    first = table(
        *head,
        ("工作任务", "操作规范", "相关知识", LEFT, "考核比重"),
        *[(a, b, c, LEFT, d) for a, b, c, d in TASKS[:2]],
    )
    assert tasks_of(first, table(TASKS[2], number=2)) == THREE


def test_the_same_table_twice_counts_once() -> None:
    assert tasks_of(content_table(), content_table(number=2)) == THREE


def test_two_different_tables_are_doubted() -> None:
    other = content_table(
        ("（一）洗菜", "1.洗", "1.菜", "50%"), ("（二）切菜", "1.切", "1.刀", "50%"), number=2
    )
    assert tasks_of(content_table(), other) == []
    assert list(remarks(TITLE, CONTENT, content_table(), other)) == ["/tasks"]


def test_the_whole_form_may_stand_in_a_frame() -> None:
    inner = content_table(head=[(LINE, LEFT, LEFT, LEFT)], number=2)
    frame = table(([paragraph(TITLE), paragraph("一、定义"), paragraph(DEFINITION), inner],))
    record = read(frame)
    assert (record.name, record.definition) == ("拉面制作", DEFINITION)
    assert task_lines(record) == THREE


def test_the_whole_form_may_be_one_table() -> None:
    form = table(
        (TITLE, LEFT, LEFT, LEFT),
        ("定义", DEFINITION, LEFT, LEFT),
        ("适用对象", APPLICANTS, LEFT, LEFT),
        ("能力名称", "拉面制作", "职业领域", "中式面点师"),
        HEADER,
        *TASKS,
        ("申报条件", "不限。", LEFT, LEFT),
        ("考评员构成：不少于3名考评员。", LEFT, LEFT, LEFT),
        ("考核方式与考核时间\n现场操作，90分钟。", LEFT, LEFT, LEFT),
        ("鉴定场地设备要求", "操作台。", "", ""),
    )
    record = read(form)
    assert (record.name, record.definition, record.applicants) == (
        "拉面制作",
        DEFINITION,
        APPLICANTS,
    )
    assert record.ability_name == "拉面制作"
    assert task_lines(record) == THREE
    requirements = record.requirements
    assert requirements.eligibility == "不限。"
    assert requirements.examiners == "不少于3名考评员。"
    assert requirements.method_and_time == "现场操作，90分钟。"
    assert requirements.venue_and_equipment == "操作台。"


def test_requirements_may_stand_below_a_merged_label() -> None:
    form = table(
        HEADER,
        *TASKS,
        ("四、鉴定要求", "（一）申报条件", "不限。", LEFT),
        (ABOVE, "（二）考评员构成", "不少于3名考评员。", LEFT),
    )
    requirements = read(TITLE, CONTENT, form).requirements
    assert requirements.eligibility == "不限。"
    assert requirements.examiners == "不少于3名考评员。"


def test_a_table_of_marks_in_a_requirement_is_no_second_content_table() -> None:
    marks = table(("考核项目", "操作要求", "配分"), ("和面", "光滑", "50"), number=2)
    parts = (content_table(), "四、考核要求", "（三）考核方式与考核时间", "评分如下：", marks)
    record = read(TITLE, CONTENT, *parts)
    assert task_lines(record) == THREE
    expected = "评分如下：\n考核项目\t操作要求\t配分\n和面\t光滑\t50"
    assert record.requirements.method_and_time == expected
