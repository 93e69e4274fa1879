"""Places are boxes as displayed, whatever the page's own coordinates are."""

import io
from collections.abc import Callable

import pdfplumber
import pypdfium2 as pdfium
import pytest

from readers.pdf.sheets import A4, Sheets, body, boxes, table_of, texts
from specvalidator.document import Document, Paragraph, Table, paragraphs_of
from specvalidator.places import PdfPlace
from specvalidator.readers.pdf import read_pdf

ROWS = [["工作任务", "比重"], ["和面", "20%"]]


def turned(data: bytes, degrees: int) -> bytes:
    """Return the file with every page displayed turned clockwise."""
    pdf = pdfium.PdfDocument(data)
    for page in pdf:
        page.set_rotation(degrees)
        page.close()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


def upright(size: tuple[float, float], turn: int) -> bytes:
    """Draw a page so that it stands upright when displayed with this rotation."""
    sheets = Sheets(A4)
    canvas = sheets.canvas
    if turn == 90:
        canvas.transform(0, 1, -1, 0, A4[0], 0)
    elif turn == 180:
        canvas.transform(-1, 0, 0, -1, A4[0], A4[1])
    elif turn == 270:
        canvas.transform(0, -1, 1, 0, 0, A4[1])
    sheets.height = size[1]
    sheets.text(70, 60, "标题：拉面制作")
    sheets.table([70, 170, 270], 100, ROWS)
    return turned(sheets.data(), turn)


@pytest.mark.parametrize(("turn", "size"), [(0, A4), (90, A4[::-1]), (180, A4), (270, A4[::-1])])
def test_boxes_of_a_turned_page_are_as_displayed(turn: int, size: tuple[float, float]) -> None:
    document = read_pdf(upright(size, turn))
    (page, title), (_, table) = boxes(document.blocks)

    assert body(document) == ["标题：拉面制作"]
    assert texts(table_of(document)) == ROWS
    assert page == 1
    assert title == pytest.approx((70, 60, 154, 73), abs=2)
    assert table == pytest.approx((70, 100, 270, 140), abs=1)


def test_boxes_count_from_the_crop_boxs_corner() -> None:
    sheets = Sheets(crop=(50, 100, 500, 800))
    sheets.text(70, 80, "题目").table([70, 170, 270], 120, ROWS)
    (_, title), (_, table) = boxes(read_pdf(sheets.data()).blocks)

    # The crop box begins 50 from the left and 842 - 800 = 42 from the top.
    assert title[:2] == pytest.approx((20, 38), abs=2)
    assert table == pytest.approx((20, 78, 220, 118), abs=1)


def test_text_outside_the_crop_box_is_not_read() -> None:
    sheets = (
        Sheets(crop=(50, 100, 500, 800))
        .text(70, 80, "可见")
        .text(70, 10, "裁去")
        .text(520, 300, "外")
    )

    assert body(read_pdf(sheets.data())) == ["可见"]


def test_an_empty_cell_has_the_place_of_what_is_missing() -> None:
    sheets = Sheets()
    sheets.table([70, 170, 270], 100, [["能力名称", ""]])
    cell = table_of(read_pdf(sheets.data())).cells[1]

    assert cell.text == ""
    assert cell.place.box == pytest.approx((170, 100, 270, 120), abs=1)  # type: ignore[union-attr]  # a PDF's place


def places_with_text(document: Document) -> list[tuple[PdfPlace, str]]:
    """Return place and text of each paragraph and of each cell."""
    found = [(paragraph.place, paragraph.text) for paragraph in paragraphs_of(document.blocks)]
    for block in document.blocks:
        if isinstance(block, Table):
            found += [(cell.place, cell.text) for cell in block.cells]
    return [(place, text) for place, text in found if isinstance(place, PdfPlace) and text]


def two_pages() -> bytes:
    sheets = Sheets().text(70, 60, "三、考核内容").lines(70, 80, ["正文一行", "又一行。"])
    sheets.table([70, 170, 270], 140, [*ROWS, ["溜条\n出条", "80%"]])
    sheets.next((842, 595)).text(70, 80, "横页的文字")
    return sheets.data()


@pytest.mark.parametrize(
    "make", [two_pages, lambda: upright(A4[::-1], 90), lambda: upright(A4[::-1], 270)]
)
def test_the_text_inside_a_box_is_the_text_at_fault(make: Callable[[], bytes]) -> None:
    data = make()
    document = read_pdf(data)
    found = places_with_text(document)
    assert found
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for place, text in found:
            page = pdf.pages[place.page - 1]
            x0, y0, x1, y1 = place.box
            inside = page.within_bbox((x0 - 2, y0 - 2, x1 + 2, y1 + 2)).extract_text()
            assert "".join(inside.split()) == "".join(text.split())


def test_a_paragraph_over_two_pages_has_the_box_of_its_first_page() -> None:
    full = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写的时候要写"
    sheets = Sheets().text(70, 720, full[:38]).text(70, 738, full[:38])
    data = sheets.next().text(70, 72, full[:38]).text(70, 90, "完。").data()
    (block,) = read_pdf(data).blocks

    assert isinstance(block, Paragraph)
    assert block.place.page == 1  # type: ignore[union-attr]  # a PDF's place
    assert block.place.box == pytest.approx((70, 720, 526, 751), abs=2)  # type: ignore[union-attr]  # a PDF's place
