"""A PDF that LibreOffice exports from a Word file says the same as the Word file."""

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from exporting import Export
from specvalidator.document import Block, Document, Table
from specvalidator.readers import read_document

LONG = "能识别面粉的种类与品质，并按配方称量，误差不超过5g；能检查设备、工具的清洁与完好情况。"


def said(blocks: tuple[Block, ...]) -> list[object]:
    """Return texts without white space, and tables as spans with texts."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Table):
            cells = [
                (cell.row, cell.column, cell.row_span, cell.column_span, said(cell.blocks))
                for cell in block.cells
            ]
            found.append((block.rows, block.columns, cells))
        elif text := "".join(block.text.split()):
            found.append(text)
    return found


def saved(document: Any) -> bytes:  # noqa: ANN401 - python-docx names its class like its factory
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def element(thing: Any) -> Any:  # noqa: ANN401 - as above
    return thing._element  # noqa: SLF001 - python-docx shows its XML nowhere else


def twins(soffice: Export, document: Any) -> tuple[Document, Document]:  # noqa: ANN401 - as above
    word = saved(document)
    return read_document(word), read_document(soffice({"draft": word})["draft"])


def chinese() -> Any:  # noqa: ANN401 - as above
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.size, style.font.name = Pt(12), "Times New Roman"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return document


def filled(table: Any, rows: list[list[str]]) -> None:  # noqa: ANN401 - as above
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for k, text in enumerate(row):
            first, *rest = text.split("\n")
            table.cell(r, k).paragraphs[0].add_run(first)
            for line in rest:
                table.cell(r, k).add_paragraph(line)


def test_rows_cut_by_page_breaks_are_whole(soffice: Export) -> None:
    document = chinese()
    document.add_paragraph("三、考核内容")
    rows = [["工作任务", "操作规范", "相关知识", "考核比重"]]
    rows += [
        [f"（{n}）原料准备", f"1.{LONG}\n2.{LONG}\n3.清理", f"1.{LONG}\n2.安全知识", "10%"]
        for n in range(1, 11)
    ]
    filled(document.add_table(len(rows), 4), rows)
    document.add_paragraph("四、考核要求")
    word, pdf = twins(soffice, document)

    assert said(pdf.blocks) == said(word.blocks)


def test_a_repeated_head_and_running_heads_are_not_read(soffice: Export) -> None:
    document = chinese()
    section = document.sections[0]
    section.header.paragraphs[0].text = "威海市专项职业能力考核规范"
    section.footer.paragraphs[0].text = "第"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    element(section.footer.paragraphs[0]).append(field)
    section.footer.paragraphs[0].add_run("页")
    table = document.add_table(61, 3)
    filled(table, [["名称", "型号规格", "数量"], *([f"设备{n}", "无", "2"] for n in range(60))])
    repeat = OxmlElement("w:tblHeader")
    element(table.rows[0]).get_or_add_trPr().append(repeat)
    document.add_paragraph("完")
    word, pdf = twins(soffice, document)

    assert said(pdf.blocks) == said(word.blocks)


def test_merged_cells_over_a_page_break(soffice: Export) -> None:
    document = chinese()
    table = document.add_table(49, 3)
    filled(table, [["任务", "操作", "比重"], *(["", f"{n}.称量", ""] for n in range(1, 49))])
    for first in (1, 25):
        for column, text in ((0, f"（{first}）和面"), (2, "50%")):
            merged = table.cell(first, column).merge(table.cell(first + 23, column))
            merged.paragraphs[0].text = text
            for extra in merged.paragraphs[1:]:
                element(extra).getparent().remove(element(extra))
    word, pdf = twins(soffice, document)

    assert said(pdf.blocks) == said(word.blocks)


def test_indents_centred_titles_and_hanging_numbers(soffice: Export) -> None:
    document = chinese()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(
        "海南省文昌市职业资格考试佛珠制作专项职业能力考核规范（征求意见稿）"
    ).font.size = Pt(22)
    for k in range(12):
        paragraph = document.add_paragraph(LONG * (1 + k % 3))
        paragraph.paragraph_format.first_line_indent = Pt(24)
        if k % 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for k in range(1, 4):
        paragraph = document.add_paragraph(f"{k}.{LONG}{LONG}")
        paragraph.paragraph_format.left_indent = Pt(24)
        paragraph.paragraph_format.first_line_indent = Pt(-24)
    word, pdf = twins(soffice, document)

    assert said(pdf.blocks) == said(word.blocks)


def test_certificate_numbers_and_names_in_narrow_columns(soffice: Export) -> None:
    document = chinese()
    head = ["姓名", "性别", "年龄", "文化程度", "职称", "职业资格证书", "考评工种", "考评员证书号"]
    person = ["欧阳淑芬", "女", "45", "大学本科", "高级讲师", "中式面点师三级", "中式面点师"]
    rows = [head, *([*person, f"37100020210000{n:02}" + "7" * 6] for n in range(40))]
    filled(document.add_table(len(rows), 8), rows)
    word, pdf = twins(soffice, document)

    assert said(pdf.blocks) == said(word.blocks)
