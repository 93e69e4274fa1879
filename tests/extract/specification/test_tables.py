"""Two tables, tables in tables, other parts in the table, what cannot be read."""

import pytest

from extract.building import (
    ABOVE,
    APPLICANTS,
    CONTENT,
    DEFINITION,
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
    remarks,
    table,
    task_lines,
    tasks_of,
)

# ── two tables, tables in tables, other parts in the table ────────────────────────────


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
    inner = content_table(number=2)
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


# ── what cannot be read ───────────────────────────────────────────────────────────────

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
