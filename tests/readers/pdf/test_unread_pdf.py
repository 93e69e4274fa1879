"""What of a PDF cannot be read is said, and never taken for missing."""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from readers.pdf.sheets import Sheets, body, table_of
from specvalidator.document import Document, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.readers.pdf import PdfLimits, read_pdf
from specvalidator.reports import marked_pdf

KEY = "open sesame"
HAN = Path(marked_pdf.__file__).with_name("han.ttf")
"""A TrueType font that is there on every machine."""


def refused(data: bytes, limits: PdfLimits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, limits or PdfLimits())
    return caught.value


def words(document: Document) -> list[str]:
    return [word for word, _ in document.unread]


def test_nothing_but_scans_is_unreadable_and_the_message_says_what_to_do() -> None:
    sheets = Sheets().image(0, 0, 595, 842).next().image(0, 0, 595, 842)
    error = refused(sheets.data())

    assert error.error == "unreadable"
    assert "Word" in error.said("zh")
    assert "scan" in error.said("en")


def test_a_scanned_page_among_others_is_noted_with_its_place() -> None:
    sheets = Sheets().text(70, 80, "一、定义").next().image(20, 20, 575, 822).text(280, 800, "2")
    document = read_pdf(sheets.data())

    assert body(document) == ["一、定义"]
    assert words(document) == ["scan"]
    place = document.unread[0][1]
    assert place is not None
    assert place.page == 2  # type: ignore[union-attr]  # a PDF's place


def test_the_text_that_was_recognised_in_a_scan_is_read_and_the_scan_noted() -> None:
    sheets = Sheets().image(0, 0, 595, 842)
    line = "运用相关工具和设备按照工艺流程完成拉面制作的能力"
    document = read_pdf(sheets.text(70, 80, line, mode=3).data())

    assert body(document) == [line]
    assert words(document) == ["scan"]


def test_letters_drawn_as_curves_are_a_scan() -> None:
    sheets = Sheets()
    for k in range(150):
        path = sheets.canvas.beginPath()
        path.moveTo(70 + k, 700)
        path.curveTo(75 + k, 720, 80 + k, 720, 90 + k, 700)
        path.curveTo(85 + k, 680, 75 + k, 680, 70 + k, 690)
        sheets.canvas.drawPath(path, fill=1, stroke=0)

    assert refused(sheets.data()).error == "unreadable"


def test_a_picture_in_a_cell_is_something_that_could_not_be_read() -> None:
    sheets = Sheets()
    sheets.table([70, 170, 270], 100, [["现场照片", ""], ["说明", "无"]], least=60)
    sheets.image(180, 105, 260, 155)
    cell = table_of(read_pdf(sheets.data())).cells[1]

    assert [paragraph.unread for paragraph in paragraphs_of(cell.blocks)] == ["picture"]


@pytest.mark.parametrize(
    ("gray", "mode", "size"),
    [(1, 0, 12), (0, 3, 12), (0, 0, 1)],
    ids=["white", "invisible", "tiny"],
)
def test_text_that_nobody_sees_is_hidden(gray: float, mode: int, size: float) -> None:
    sheets = Sheets().text(70, 80, "看得见的文字")
    sheets.text(70, 120, "看不见的文字", gray=gray, mode=mode, size=size)
    paragraphs = list(paragraphs_of(read_pdf(sheets.data()).blocks))

    assert [paragraph.text for paragraph in paragraphs] == ["看得见的文字", ""]
    assert [paragraph.hidden for paragraph in paragraphs] == ["", "看不见的文字"]


def test_white_letters_on_a_dark_cell_are_seen() -> None:
    sheets = Sheets()
    sheets.canvas.rect(70, 842 - 120, 200, 20, stroke=0, fill=1)
    sheets.table([70, 170, 270], 100, [["", ""], ["和面", "20%"]])
    sheets.text(76, 103, "工作任务", gray=1).text(176, 103, "比重", gray=1)
    table = table_of(read_pdf(sheets.data()))

    assert [cell.text for cell in table.cells] == ["工作任务", "比重", "和面", "20%"]


def test_hidden_text_in_a_cell_is_no_part_of_its_text() -> None:
    sheets = Sheets()
    sheets.table([70, 170, 270], 100, [["和面", "20%"]])
    sheets.text(210, 103, "80%", gray=1)
    cell = table_of(read_pdf(sheets.data())).cells[1]

    assert "".join(cell.text.split()) == "20%"
    assert [p.hidden for p in paragraphs_of(cell.blocks) if p.hidden] == ["80%"]


def without_meaning(data: bytes) -> bytes:
    """Rename the fonts' ToUnicode entries, so that letters lose their meaning."""
    return data.replace(b"/ToUnicode", b"/ToNothing")


def test_letters_of_a_font_without_a_unicode_mapping_are_garbled() -> None:
    pdfmetrics.registerFont(TTFont("Embedded", HAN))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setFont("Embedded", 12)
    canvas.drawString(70, 700, "专项职业能力考核规范")
    canvas.save()
    (paragraph,) = paragraphs_of(read_pdf(without_meaning(out.getvalue())).blocks)

    assert paragraph.unread == "garbled"
    assert "\ufffd" in paragraph.text


def test_chinese_written_as_a_western_code_page_is_garbled() -> None:
    mojibake = "拉面制作能力".encode("gbk").decode("latin-1")
    (paragraph,) = paragraphs_of(
        read_pdf(Sheets().text(70, 80, mojibake, font="Helvetica").data()).blocks
    )

    assert paragraph.unread == "garbled"


def test_a_password_to_open_is_encrypted() -> None:
    error = refused(Sheets(user_password=KEY, owner_password=KEY[::-1]).text(70, 80, "文").data())

    assert error.error == "encrypted"


def test_an_owners_restrictions_do_not_keep_from_reading() -> None:
    sheets = Sheets(owner_password=KEY).text(70, 80, "限制打印的文件")

    assert body(read_pdf(sheets.data())) == ["限制打印的文件"]


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_a_truncated_file_is_corrupt_or_read_but_never_half_silent(share: float) -> None:
    data = Sheets().text(70, 80, "一、定义").data()

    assert refused(data[: int(len(data) * share)]).error == "corrupt"


def test_a_broken_cross_reference_table_is_repaired() -> None:
    data = Sheets().text(70, 80, "一、定义").data()
    at = data.rindex(b"startxref")

    assert body(read_pdf(data[:at] + b"startxref\n99999999\n%%EOF")) == ["一、定义"]


def test_no_pages_is_corrupt() -> None:
    pdf = pdfium.PdfDocument.new()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()

    assert refused(out.getvalue()).error == "corrupt"


def test_no_pdf_at_all_is_corrupt() -> None:
    assert refused(b"%PDF-1.7\nnothing follows").error == "corrupt"


def test_attachments_are_noted() -> None:
    pdf = pdfium.PdfDocument(Sheets().text(70, 80, "一、定义").data())
    pdf.new_attachment("a.txt").set_data(b"text")
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()

    assert words(read_pdf(out.getvalue())) == ["embedded-file"]


def test_what_was_filled_into_a_forms_fields_is_read() -> None:
    sheets = Sheets().text(70, 80, "申请单位")
    sheets.canvas.acroForm.textfield(
        name="applicant", value="Weihai School", x=150, y=842 - 100, width=200, height=20,
        borderWidth=0,
    )  # fmt: skip

    assert "WeihaiSchool" in "".join(body(read_pdf(sheets.data()))).replace(" ", "")


def test_a_form_that_only_other_programs_show_is_noted() -> None:
    sheets = Sheets().text(70, 80, "Please wait")
    sheets.canvas.acroForm.textfield(name="a", x=150, y=700, width=200, height=20)
    data = sheets.data()
    at = data.index(b"/AcroForm") if b"/AcroForm" in data else -1
    assert at > 0
    # reportlab writes the form as an object of its own; an XFA entry is put before its fields.
    data = data.replace(b"/Fields", b"/XFA (x)\n/Fields", 1)

    assert "xfa-form" in words(read_pdf(data))


@pytest.mark.parametrize(
    "limits",
    [
        PdfLimits(pages=1),
        PdfLimits(characters=5),
        PdfLimits(all_characters=12),
        PdfLimits(objects=5),
        PdfLimits(all_objects=10),
        PdfLimits(units=8),
        PdfLimits(tables=0),
        PdfLimits(content_bytes=100),
        PdfLimits(all_bytes=100, content_bytes=10_000),
    ],
)
def test_what_passes_a_limit_is_too_large(limits: PdfLimits) -> None:
    sheets = Sheets()
    sheets.canvas.setPageCompression(1)
    sheets.table([70, 170, 270], 100, [["工作任务", "比重"], ["和面", "20%"]])
    data = sheets.next().text(70, 80, "第二页").data()

    assert refused(data, limits).error == "too-large"


def test_a_pdf_without_any_content_is_an_empty_document() -> None:
    document = read_pdf(Sheets().data())

    assert document.blocks == ()
    assert document.unread == ()


def test_a_small_file_that_unpacks_to_very_much_is_too_large() -> None:
    sheets = Sheets()
    sheets.canvas.setPageCompression(1)
    sheets.canvas._code.append("BT ET " * 4_000_000)  # noqa: SLF001 - no other way to write much at once
    data = sheets.data()

    assert len(data) < 100_000
    assert refused(data).error == "too-large"


def test_much_content_that_may_be_read_is_read() -> None:
    sheets = Sheets().text(70, 80, "一、定义")
    sheets.canvas.setPageCompression(1)
    sheets.canvas._code.append("BT ET " * 400_000)  # noqa: SLF001 - as above

    assert body(read_pdf(sheets.data())) == ["一、定义"]
