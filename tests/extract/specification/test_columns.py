"""The columns of the content table: headings, order, places."""

import pytest

from extract.building import (
    ABOVE,
    CONTENT,
    HEADER,
    LEFT,
    TASKS,
    THREE,
    TITLE,
    content_table,
    items,
    paragraph,
    read,
    remarks,
    submission,
    table,
    task_lines,
    tasks_of,
)


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
    (("一、工作任务", "二、操作规范", "三、相关知识", "四、考核比重"), "numbered"),
    (("工作任務", "操作規範", "相關知識", "考核比重"), "in traditional letters"),
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


def test_a_table_of_text_between_tabs_is_doubted() -> None:
    typed = ("工作任务\t操作规范\t相关知识\t考核比重", "和面\t揉光\t面粉的种类\t40%")
    assert read(TITLE, CONTENT, *typed).tasks == ()
    assert list(remarks(TITLE, CONTENT, *typed)) == ["/tasks"]
    assert remarks(TITLE, CONTENT, "工作任务\t考核比重") == {}


def test_no_table_at_all_is_no_doubt() -> None:
    record = read(TITLE, CONTENT, "四、考核要求")
    assert (record.tasks, record.missing_columns) == ((), ())
    assert remarks(TITLE, CONTENT, "四、考核要求") == {}
