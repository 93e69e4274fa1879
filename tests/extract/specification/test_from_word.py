"""From a Word file to its record, as a drafter's word processor writes it."""

import io

import docx
from docx.document import Document
from docx.table import Table

import specvalidator
from extract.building import APPLICANTS, DEFINITION, HEADER, TASKS, THREE, TITLE, task_lines
from specvalidator.models import Specification


def records(document: Document) -> list[Specification]:
    target = io.BytesIO()
    document.save(target)
    models = [each.model for each in specvalidator.read(target.getvalue())]
    return [model for model in models if isinstance(model, Specification)]


def fill(table: Table, rows: list[tuple[str, ...]]) -> None:
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def test_a_draft_with_headings_and_a_merged_head_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("发布日期：2024-05-01")
    document.add_heading(TITLE, 0)
    document.add_heading("一、定义", 1)
    document.add_paragraph(DEFINITION)
    document.add_paragraph(f"二、适用对象：{APPLICANTS}")
    document.add_heading("三、能力标准与鉴定内容", 1)
    table = document.add_table(rows=5, cols=4)
    fill(table, [("", "", "", ""), HEADER, *TASKS])
    head = table.cell(0, 0).merge(table.cell(0, 3))
    head.text = "能力名称：拉面制作    职业领域：4-03-02-02中式面点师"
    document.add_heading("四、鉴定要求", 1)
    document.add_paragraph("（二）考评员构成")
    document.add_paragraph("每个考评组不少于3名考评员。")
    [record] = records(document)
    assert (record.name, record.ability_name) == ("拉面制作", "拉面制作")
    assert (record.definition, record.applicants) == (DEFINITION, APPLICANTS)
    assert record.occupation is not None
    assert (record.occupation.code, record.occupation.name) == ("4-03-02-02", "中式面点师")
    assert task_lines(record) == THREE
    assert record.requirements.examiner_minimum == 3


def test_a_row_for_each_operation_with_cells_merged_downwards_is_read() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=5, cols=4)
    rows = [("（一）和面", "1.加水", "1.水温", "60%"), ("", "2.揉面", "", "")]
    rows += [("（二）煮面", "1.下面", "1.火候", "40%"), ("", "2.捞面", "", "")]
    fill(table, [HEADER, *rows])
    for first in (1, 3):
        for column in (0, 2, 3):
            merged = table.cell(first, column).merge(table.cell(first + 1, column))
            merged.text = rows[first - 1][column]
    [record] = records(document)
    assert task_lines(record) == [(1, "和面", "60%"), (2, "煮面", "40%")]
    assert [item.text for item in record.tasks[1].operations] == ["下面", "捞面"]


def test_a_table_broken_in_two_and_a_second_specification_are_read() -> None:
    document = docx.Document()
    for title in (TITLE, "社区绿化专项职业能力考核规范"):
        document.add_paragraph(title)
        document.add_paragraph("一、定义")
        document.add_paragraph(DEFINITION)
        document.add_paragraph("三、考核内容")
        fill(document.add_table(rows=3, cols=4), [HEADER, *TASKS[:2]])
        document.add_paragraph("")
        fill(document.add_table(rows=1, cols=4), [TASKS[2]])
    found = records(document)
    assert [record.name for record in found] == ["拉面制作", "社区绿化"]
    assert [task_lines(record) for record in found] == [THREE, THREE]
