"""What the page shows is text, what it does not show is none, whatever the file says about it."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.colors import Color

from readers.pdf.sheets import A4, Sheets, body
from specvalidator.document import Document, paragraphs_of
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.pdf import read_pdf

LINE = "考核时间为九十分钟"


def hidden(document: Document) -> list[str]:
    return [each.hidden for each in paragraphs_of(document.blocks) if each.hidden]


def shown(document: Document) -> list[str]:
    return [text for text in body(document) if text]


def page() -> Sheets:
    """A page with a line of text at 70, 100 and one below it that nothing covers."""
    return Sheets().text(70, 100, LINE).text(70, 300, "二、适用对象")


def box(sheets: Sheets, gray: float, *, alpha: float = 1.0) -> None:
    sheets.canvas.setFillColor(Color(gray, gray, gray, alpha))
    sheets.canvas.rect(60, A4[1] - 120, 200, 30, stroke=0, fill=1)


def under_white(sheets: Sheets) -> None:
    box(sheets, 1)


def under_black(sheets: Sheets) -> None:
    box(sheets, 0)


def under_a_picture(sheets: Sheets) -> None:
    sheets.image(60, 90, 260, 120)


def under_a_thick_stroke(sheets: Sheets) -> None:
    sheets.canvas.setStrokeGray(0)
    sheets.canvas.setLineWidth(24)
    sheets.canvas.line(60, A4[1] - 107, 260, A4[1] - 107)


def under_a_drawing_within_a_drawing(sheets: Sheets) -> None:
    canvas = sheets.canvas
    canvas.beginForm("cover")
    canvas.setFillGray(1)
    canvas.rect(0, 0, 200, 30, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(60, A4[1] - 120)
    canvas.doForm("cover")
    canvas.restoreState()


def under_a_round_box(sheets: Sheets) -> None:
    sheets.canvas.setFillGray(0.3)
    sheets.canvas.roundRect(60, A4[1] - 120, 200, 30, 8, stroke=1, fill=1)


COVERS = [
    under_white,
    under_black,
    under_a_picture,
    under_a_thick_stroke,
    under_a_drawing_within_a_drawing,
    under_a_round_box,
]


@pytest.mark.parametrize("cover", COVERS)
def test_covered_text_is_not_read_but_asked_about(cover: Callable[[Sheets], None]) -> None:
    sheets = page()
    cover(sheets)
    document = read_pdf(sheets.data())

    assert shown(document) == ["二、适用对象"]
    assert hidden(document) == [LINE]
    assert "covered" in [each.unread for each in paragraphs_of(document.blocks)]


def test_what_is_typed_over_a_cover_is_read() -> None:
    sheets = page()
    box(sheets, 1)
    document = read_pdf(sheets.text(70, 100, "考核时间为六十分钟").data())

    assert shown(document) == ["考核时间为六十分钟", "二、适用对象"]
    assert hidden(document) == [LINE]


def test_a_cover_over_half_a_line_hides_that_half() -> None:
    sheets = page()
    sheets.canvas.setFillGray(1)
    sheets.canvas.rect(70 + 5 * 12, A4[1] - 120, 200, 30, stroke=0, fill=1)
    document = read_pdf(sheets.data())

    assert shown(document) == [LINE[:5], "二、适用对象"]
    assert hidden(document) == [LINE[5:]]


def yellow(sheets: Sheets) -> None:
    sheets.canvas.setFillColor(Color(1, 1, 0, 0.4))
    sheets.canvas.rect(60, A4[1] - 120, 200, 30, stroke=0, fill=1)


def a_frame(sheets: Sheets) -> None:
    sheets.canvas.roundRect(60, A4[1] - 120, 200, 30, 8, stroke=1, fill=0)


def a_box_beside_it(sheets: Sheets) -> None:
    sheets.canvas.setFillGray(0)
    sheets.canvas.rect(300, A4[1] - 120, 100, 30, stroke=0, fill=1)


@pytest.mark.parametrize("later", [yellow, a_frame, a_box_beside_it])
def test_what_is_painted_later_and_hides_nothing_changes_nothing(
    later: Callable[[Sheets], None],
) -> None:
    sheets = page()
    later(sheets)
    document = read_pdf(sheets.data())

    assert shown(document) == [LINE, "二、适用对象"]
    assert not hidden(document)


# ── white letters ────────────────────────────────────────────────────────────────────────


def on_a_plain_box(sheets: Sheets) -> None:
    sheets.canvas.setFillColorRGB(0.1, 0.2, 0.5)
    sheets.canvas.rect(60, A4[1] - 120, 200, 30, stroke=0, fill=1)


def on_a_stroked_box(sheets: Sheets) -> None:
    sheets.canvas.setFillColorRGB(0.1, 0.2, 0.5)
    sheets.canvas.rect(60, A4[1] - 120, 200, 30, stroke=1, fill=1)


def on_a_thick_line(sheets: Sheets) -> None:
    under_a_thick_stroke(sheets)


def on_a_gradient(sheets: Sheets) -> None:
    canvas = sheets.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, A4[1] - 120, 200, 30)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.linearGradient(60, 0, 260, 0, (Color(0, 0, 0.4), Color(0, 0.4, 0)))
    canvas.restoreState()


@pytest.mark.parametrize(
    "ground",
    [on_a_plain_box, on_a_stroked_box, under_a_round_box, on_a_thick_line, on_a_gradient,
     under_a_picture],
)  # fmt: skip
def test_white_letters_on_any_ground_that_is_drawn_are_read(
    ground: Callable[[Sheets], None],
) -> None:
    sheets = Sheets().text(70, 300, "二、适用对象")
    ground(sheets)
    document = read_pdf(sheets.text(70, 100, LINE, gray=1).data())

    assert shown(document) == [LINE, "二、适用对象"]
    assert not hidden(document)


def test_white_letters_on_a_white_box_are_hidden() -> None:
    sheets = Sheets().text(70, 300, "二、适用对象")
    box(sheets, 1)
    document = read_pdf(sheets.text(70, 100, LINE, gray=1).data())

    assert shown(document) == ["二、适用对象"]
    assert hidden(document) == [LINE]


def test_hollow_letters_are_read_and_those_with_a_white_rim_are_not() -> None:
    sheets = Sheets()
    for y, gray in ((100, 0), (200, 1)):
        sheets.canvas.setStrokeGray(gray)
        sheets.text(70, y, LINE + str(gray), mode=1)
    document = read_pdf(sheets.data())

    assert shown(document) == [LINE + "0"]
    assert hidden(document) == [LINE + "1"]


# ── what a file says about text ──────────────────────────────────────────────────────────


def written(
    content: bytes,
    *,
    glyph: bytes | None = None,
    layer: str | None = None,
) -> bytes:
    """A page of reportlab's with content of our own behind it.

    Args:
        content: what is drawn.
        glyph: what the letter A of the font /T3 draws, which means 工.
        layer: /ON or /OFF for the layer /L0.
    """
    writer, held = _begun(content)
    known = held["/Font"].get_object()
    assert isinstance(known, DictionaryObject)
    if glyph is not None:
        known[NameObject("/T3")] = add(writer, _drawn_font(writer, glyph))
    if layer:
        group = add(
            writer,
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OCG"),
                    NameObject("/Name"): TextStringObject("layer"),
                }
            ),
        )
        held[NameObject("/Properties")] = DictionaryObject({NameObject("/L0"): group})
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {
                NameObject("/OCGs"): ArrayObject([group]),
                NameObject("/D"): DictionaryObject({NameObject(layer): ArrayObject([group])}),
            }
        )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawn(content: bytes, resources: dict[str, dict[str, PdfObject]] | None = None) -> bytes:
    """The same with what the content needs: names and things by the kind of resource."""
    writer, held = _begun(content)
    for kind, things in (resources or {}).items():
        named = {NameObject(name): _held(writer, thing) for name, thing in things.items()}
        held[NameObject(kind)] = DictionaryObject(named)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _held(writer: PdfWriter, thing: PdfObject) -> PdfObject:
    """A thing for a file, whose streams stand by themselves."""
    if isinstance(thing, StreamObject):
        return add(writer, thing)
    if isinstance(thing, DictionaryObject):
        for name, inner in list(thing.items()):
            thing[name] = _held(writer, inner)
    return thing


def _begun(content: bytes) -> tuple[PdfWriter, DictionaryObject]:
    writer = PdfWriter(clone_from=io.BytesIO(Sheets().text(70, 300, "二、适用对象").data()))
    sheet = writer.pages[0]
    old = sheet.get_contents()
    assert old is not None
    stream = DecodedStreamObject()
    stream.set_data(b"q " + old.get_data() + b" Q " + content)
    sheet[NameObject("/Contents")] = add(writer, stream)
    held = sheet["/Resources"]
    assert isinstance(held, DictionaryObject)
    return writer, held


def _drawn_font(writer: PdfWriter, glyph: bytes) -> DictionaryObject:
    drawn, meaning = DecodedStreamObject(), DecodedStreamObject()
    drawn.set_data(glyph)
    meaning.set_data(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
        b"endcodespacerange 1 beginbfchar <41> <5de5> endbfchar endcmap end"
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type3"),
            NameObject("/FontBBox"): ArrayObject(map(NumberObject, (0, 0, 1000, 1000))),
            NameObject("/FontMatrix"): ArrayObject(map(FloatObject, (0.001, 0, 0, 0.001, 0, 0))),
            NameObject("/FirstChar"): NumberObject(65),
            NameObject("/LastChar"): NumberObject(65),
            NameObject("/Widths"): ArrayObject([NumberObject(1000)]),
            NameObject("/CharProcs"): DictionaryObject({NameObject("/a"): add(writer, drawn)}),
            NameObject("/Encoding"): DictionaryObject(
                {NameObject("/Differences"): ArrayObject([NumberObject(65), NameObject("/a")])}
            ),
            NameObject("/ToUnicode"): add(writer, meaning),
        }
    )


def add(writer: PdfWriter, thing: PdfObject) -> IndirectObject:
    return writer._add_object(thing)  # noqa: SLF001 - pypdf's way


def line(text: str = LINE, y: float = 730) -> bytes:
    return b"BT /F2 12 Tf 70 %d Td <%s> Tj ET" % (y, text.encode("utf-16-be").hex().encode())


def test_the_letters_that_are_drawn_count_not_what_is_said_about_them() -> None:
    said = "考核时间为三十分钟".encode("utf-16-be").hex().encode()
    marked = b"/Span << /ActualText <FEFF%s> >> BDC " % said + line() + b" EMC"

    assert shown(read_pdf(written(marked))) == [LINE, "二、适用对象"]


def test_a_soft_hyphen_that_is_said_of_a_drawn_one_is_the_drawn_one() -> None:
    marked = b"/Span << /ActualText <FEFF00AD> >> BDC " + line("-") + b" EMC"

    assert shown(read_pdf(written(marked))) == ["-", "二、适用对象"]


@pytest.mark.parametrize(("state", "is_read"), [("/ON", True), ("/OFF", False)])
def test_a_layer_that_is_switched_off_is_not_read(state: str, *, is_read: bool) -> None:
    document = read_pdf(written(b"/OC /L0 BDC " + line() + b" EMC", layer=state))

    assert shown(document) == ([LINE] if is_read else []) + ["二、适用对象"]
    assert hidden(document) == ([] if is_read else [LINE])


@pytest.mark.parametrize(
    ("clip", "read", "why"),
    [
        (b"0 0 595 842 re W n", LINE, "the whole page"),
        (b"60 720 300 30 re W n", LINE, "around the line"),
        (b"60 100 300 30 re W n", "", "elsewhere"),
        (b"60 720 70 30 re W n", LINE[:5], "its first half"),
        (b"0 0 m 595 0 l 595 700 l h W n", "", "a triangle below"),
    ],
)
def test_what_is_clipped_away_is_not_read(clip: bytes, read: str, why: str) -> None:
    document = read_pdf(written(b"q " + clip + b" " + line() + b" Q"))

    assert shown(document) == [*([read] if read else []), "二、适用对象"], why
    assert "".join(hidden(document)) == LINE[len(read) :]


def test_text_off_the_page_is_not_read() -> None:
    assert shown(read_pdf(written(line(y=-60)))) == ["二、适用对象"]


def test_a_page_that_asks_too_much_to_look_at_is_a_question() -> None:
    sheets = page()
    under_white(sheets)
    document = read_pdf(sheets.data(), PdfLimits(looks=0))

    assert [called for called, _ in document.unread] == ["unseen-text"]


def test_only_pages_with_text_in_doubt_are_looked_at() -> None:
    sheets = Sheets()
    for _ in range(3):
        sheets.text(70, 100, LINE).table([70, 200, 300], 200, [["工作任务", "操作规范"]])
        sheets.next()
    document = read_pdf(sheets.text(70, 100, LINE).data(), PdfLimits(looks=0))

    assert not document.unread


@pytest.mark.parametrize(("ink", "read"), [(b"", ""), (b" 0 0 800 800 re f", "工")])
def test_a_letter_without_ink_is_not_read(ink: bytes, read: str) -> None:
    content = line("竹编") + b" BT /T3 12 Tf 94 730 Td (A) Tj ET"
    document = read_pdf(written(content, glyph=b"1000 0 0 0 1000 1000 d1" + ink))

    assert shown(document) == ["竹编" + read, "二、适用对象"]


def test_a_page_of_endless_dashes_is_not_looked_at() -> None:
    sheets = page()
    sheets.canvas.setDash([0.0001, 0.0001])
    sheets.canvas.setLineWidth(24)
    sheets.canvas.line(60, A4[1] - 107, 260, A4[1] - 107)
    document = read_pdf(sheets.data())

    assert [called for called, _ in document.unread] == ["unseen-text"]
