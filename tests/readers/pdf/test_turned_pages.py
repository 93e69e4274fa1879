"""Pages that are displayed sideways, or two on a sheet, are read as they were meant."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, NumberObject, RectangleObject

import specvalidator as sv
from readers.pdf.sheets import A4, Sheets, body, table_of, texts
from specvalidator.places import PdfPlace
from specvalidator.readers.pdf import read_pdf

ROWS = [["工作任务", "考核比重"], ["（一）绕梭备线", "30%"], ["（二）起头编结", "70%"]]
LINES = ["渔网编结专项职业能力考核规范", "一、定义", "运用网梭制作渔网的能力。", "二、适用对象"]


def draft(first: int = 0) -> Sheets:
    sheets = Sheets()
    for index, line in enumerate(LINES):
        sheets.text(70, 60 + 30 * index, line)
    sheets.table([70, 250, 400], 200, ROWS)
    return sheets.text(70, 500, f"第{first}条")


def displayed_turned(data: bytes, angle: int) -> bytes:
    """The page as it would be scanned: only displayed sideways."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.pages[0][NameObject("/Rotate")] = NumberObject(angle)
    return written(writer)


def text_turned(data: bytes, angle: int) -> bytes:
    """The page displayed upright, with its text sideways."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    page = writer.pages[0]
    width, height = A4
    back = {90: (0, width), 180: (width, height), 270: (height, 0)}[angle]
    page.add_transformation(Transformation().rotate(-angle).translate(*back))
    if angle != 180:
        page.mediabox = RectangleObject((0, 0, height, width))
        page.cropbox = page.mediabox
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("turn", [displayed_turned, text_turned])
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_turned_by_any_quarter_is_read(
    turn: Callable[[bytes, int], bytes], angle: int
) -> None:
    document = read_pdf(turn(draft().data(), angle))

    assert body(document) == [*LINES, "第0条"]
    assert texts(table_of(document)) == ROWS


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_places_on_a_turned_page_are_where_the_words_are_displayed(angle: int) -> None:
    upright = read_pdf(draft().data()).blocks[0].place
    turned = read_pdf(displayed_turned(draft().data(), angle)).blocks[0].place
    assert isinstance(upright, PdfPlace)
    assert isinstance(turned, PdfPlace)
    x0, y0, x1, y1 = upright.box
    width, height = A4
    expected = {
        90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }

    assert turned.box == pytest.approx(expected[angle], abs=1)


def test_one_turned_page_among_others_is_read_with_them() -> None:
    sheets = Sheets()
    for index, line in enumerate(LINES[:2]):
        sheets.text(70, 60 + 30 * index, line)
    sheets.next().text(70, 60, LINES[2]).text(70, 90, LINES[3])
    writer = PdfWriter(clone_from=io.BytesIO(sheets.data()))
    writer.pages[1][NameObject("/Rotate")] = NumberObject(270)

    assert body(read_pdf(written(writer))) == LINES


def test_a_word_set_sideways_beside_upright_text_does_not_turn_the_page() -> None:
    document = read_pdf(draft().text(30, 400, "备注", turn=90).data())

    assert body(document)[:4] == LINES
    assert texts(table_of(document)) == ROWS


# ── two pages on a sheet ─────────────────────────────────────────────────────────────────


def on_one_sheet(left: bytes, right: bytes, scale: float = 0.707) -> bytes:
    writer = PdfWriter()
    sheet = writer.add_blank_page(A4[1], A4[0])
    for data, x in ((left, 0.0), (right, A4[1] / 2)):
        page = PdfReader(io.BytesIO(data)).pages[0]
        sheet.merge_transformed_page(page, Transformation().scale(scale).translate(x, 0))
    return written(writer)


def pages() -> tuple[bytes, bytes]:
    left = Sheets()
    for index in range(12):
        left.text(
            70, 60 + 40 * index, f"（{index + 1}）编写说明要写清楚所用的工具设备和材料以及场所"
        )
    left.table([70, 250, 400], 760, ROWS[:2])
    right = Sheets()
    right.table([70, 250, 400], 60, ROWS[2:])
    for index in range(12):
        right.text(70, 160 + 40 * index, f"{index + 1}．考核要求要写清楚申报条件和考评员的构成情况")
    return left.data(), right.data()


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    document = read_pdf(on_one_sheet(*pages()))
    first = [text for text in body(document) if text.startswith("（")]
    second = [text for text in body(document) if "．" in text[:3]]

    assert body(document) == [*first, *second]
    assert (len(first), len(second)) == (12, 12)
    assert texts(table_of(document)) == ROWS


def test_places_on_a_sheet_are_where_the_words_are_displayed() -> None:
    document = read_pdf(on_one_sheet(*pages()))
    last = document.blocks[-1].place

    assert isinstance(last, PdfPlace)
    assert last.page == 1
    assert last.box[0] == pytest.approx(A4[1] / 2 + 70 * 0.707, abs=1)


def test_a_wide_table_is_no_pair_of_pages() -> None:
    sheets = Sheets((A4[1], A4[0]))
    rows = [["工作任务", "操作规范", "相关知识", "考核比重"]] + [
        [f"（{number}）编织", "能编", "编法", "10%"] for number in range(10)
    ]
    sheets.table([60, 240, 420, 600, 780], 60, rows)

    assert texts(table_of(read_pdf(sheets.data()))) == rows


def test_columns_without_lines_on_a_wide_page_are_no_pair_of_pages() -> None:
    sheets = Sheets((A4[1], A4[0]))
    for number in range(10):
        sheets.text(100, 60 + 20 * number, f"设备{number}").text(
            600, 60 + 20 * number, f"{number}台"
        )
    document = read_pdf(sheets.data())

    assert texts(table_of(document)) == [[f"设备{number}", f"{number}台"] for number in range(10)]


def test_the_findings_of_a_sideways_draft_are_those_of_the_upright_one() -> None:
    upright, sideways = draft().data(), displayed_turned(draft().data(), 90)
    before, after = (
        [
            (finding.rule, finding.kind)
            for report in sv.validate(data)
            for finding in report.findings
        ]
        for data in (upright, sideways)
    )

    assert before == after
