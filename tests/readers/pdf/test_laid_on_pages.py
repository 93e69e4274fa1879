"""Whatever a PDF can show is read, or asked about, or known to show nothing: a walk over all of it.

The kinds of annotations are those of ISO 32000-2, table 171, and of PDFium's fpdf_annot.h; the
kinds of objects on a page are those of PDFium's fpdf_edit.h.
"""

import io
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from pypdfium2 import raw
from reportlab.lib.colors import Color

from readers.pdf.sheets import A4, Sheets, table_of, texts
from specvalidator.document import Document, Paragraph, paragraphs_of
from specvalidator.readers.pdf import annotations, native, read_pdf

Shows = Literal["read", "asked", "nothing", "asked without letters"]
VALUE = "灵山湾网具公司"
SPOT = (205, 715, 395, 735)
"""Within the empty cell beside 申报单位, in the page's own coordinates."""

STANDARD = {
    "Text": "nothing",  # a comment, which opens when it is asked for
    "Link": "nothing",
    "FreeText": "read",
    "Line": "asked",
    "Square": "asked",
    "Circle": "asked",
    "Polygon": "asked",
    "PolyLine": "asked",
    "Highlight": "nothing",  # a mark on words of the page, as the next three are
    "Underline": "nothing",
    "Squiggly": "nothing",
    "StrikeOut": "nothing",
    "Caret": "nothing",  # where something is to be put in, which its comment says
    "Stamp": "asked without letters",
    "Ink": "asked",
    "Popup": "nothing",  # the window of a comment
    "FileAttachment": "asked",
    "Sound": "asked",
    "Movie": "asked",
    "Screen": "asked",
    "Widget": "read",
    "PrinterMark": "nothing",  # for those who print: outside of what is trimmed
    "TrapNet": "nothing",  # the same
    "Watermark": "read",
    "3D": "asked",
    "Redact": "asked",
    "Projection": "asked",
    "RichMedia": "asked",
}
"""ISO 32000-2:2020, table 171, and whether a page with one in an empty cell shows a text there."""
OBJECTS = {
    raw.FPDF_PAGEOBJ_TEXT: "read",
    raw.FPDF_PAGEOBJ_PATH: "asked",
    raw.FPDF_PAGEOBJ_IMAGE: "asked",
    raw.FPDF_PAGEOBJ_SHADING: "nothing",  # a ground, of which white letters stand out
    raw.FPDF_PAGEOBJ_FORM: "read",
}
"""fpdf_edit.h, and what one in an empty cell is taken for."""


def named(prefix: str) -> dict[str, int]:
    return {
        name.removeprefix(prefix): value
        for name, value in vars(raw).items()
        if name.startswith(prefix) and isinstance(value, int)
    }


def test_every_kind_of_annotation_is_read_or_asked_about_or_shows_nothing() -> None:
    kinds = {
        name: value
        for name, value in named("FPDF_ANNOT_").items()
        if not name.startswith(("FLAG_", "AACTION_", "APPEARANCEMODE_"))
    }
    sets = (annotations.READ, annotations.ASKED, annotations.SILENT)

    assert len(kinds) >= 29
    for name, value in kinds.items():
        assert sum(value in each for each in sets) == 1, name
    assert sum(map(len, sets)) == len(set(kinds.values()))


def test_every_kind_of_annotation_of_the_standard_is_in_the_table() -> None:
    known = {name.lower() for name in STANDARD} | {"threed"}
    pdfium = {
        name.lower()
        for name in named("FPDF_ANNOT_")
        if not name.startswith(("FLAG_", "AACTION_", "APPEARANCEMODE_"))
    }

    assert pdfium - known == {"unknown", "xfawidget"}


def test_every_kind_of_object_on_a_page_is_in_the_table() -> None:
    assert set(named("FPDF_PAGEOBJ_").values()) - {raw.FPDF_PAGEOBJ_UNKNOWN} == set(OBJECTS)


# ── forms with something in an empty cell ────────────────────────────────────────────────


def form() -> Sheets:
    sheets = Sheets().text(150, 60, "设立申请表")
    sheets.table([70, 200, 400], 100, [["申报单位", ""], ["联系电话", "0631-5550123"]], least=40)
    return sheets


def value(document: Document) -> Paragraph:
    """The first paragraph in the cell beside 申报单位 with something in it, else any."""
    cell = next(c for c in table_of(document).cells if (c.row, c.column) == (0, 1))
    found = list(paragraphs_of(cell.blocks))
    return next((each for each in found if each.text or each.unread), found[0])


def annotated(
    entries: dict[str, PdfObject],
    look: bytes | None = None,
    *,
    field: dict[str, PdfObject] | None = None,
) -> bytes:
    """The form with an annotation in the empty cell.

    Args:
        entries: what the annotation says of itself.
        look: how it is drawn, None where the file does not say.
        field: the field that the annotation belongs to.
    """
    writer = PdfWriter(clone_from=io.BytesIO(form().data()))
    sheet = writer.pages[0]
    whole = {
        "/Type": NameObject("/Annot"),
        "/Rect": ArrayObject(map(FloatObject, SPOT)),
        "/F": NumberObject(4),
        **entries,
    }
    annotation = DictionaryObject({NameObject(key): item for key, item in whole.items()})
    if look is not None:
        annotation[NameObject("/AP")] = DictionaryObject(
            {NameObject("/N"): _added(writer, _look(writer, look))}
        )
    reference = _added(writer, annotation)
    if field is not None:
        parent = DictionaryObject({NameObject(key): item for key, item in field.items()})
        parent[NameObject("/Kids")] = ArrayObject([reference])
        annotation[NameObject("/Parent")] = _added(writer, parent)
    if str(entries["/Subtype"]) == "/Widget":
        top = annotation.get("/Parent", reference)
        assert isinstance(top, IndirectObject)
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([annotation.raw_get("/Parent") if field else top])}
        )
    sheet[NameObject("/Annots")] = ArrayObject([reference])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _look(writer: PdfWriter, content: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(
                map(FloatObject, (0, 0, SPOT[2] - SPOT[0], SPOT[3] - SPOT[1]))
            ),
            NameObject("/Resources"): DictionaryObject(
                {
                    NameObject("/Font"): writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index] # a dictionary
                }
            ),
        }
    )
    return stream


def _added(writer: PdfWriter, thing: PdfObject) -> IndirectObject:
    return writer._add_object(thing)  # noqa: SLF001 - pypdf's way


def typed(text: str) -> bytes:
    return b"BT /F2 12 Tf 2 5 Td <%s> Tj ET" % text.encode("utf-16-be").hex().encode()


PEN = b"1 w 2 2 m 30 18 50 2 80 15 c 90 4 120 16 150 6 c S"


@pytest.mark.parametrize("kind", STANDARD)
def test_letters_of_an_annotation(kind: str) -> None:
    document = read_pdf(annotated({"/Subtype": NameObject("/" + kind)}, typed(VALUE)))
    said = [each for each in _paragraphs(document) if each.text == VALUE]

    # Whatever it is, it was drawn, so what it says is on the page; signs of comments are not.
    assert len(said) == (kind not in ("Text", "Link", "Popup"))


@pytest.mark.parametrize(("kind", "shows"), STANDARD.items())
def test_strokes_of_an_annotation(kind: str, shows: Shows) -> None:
    found = value(read_pdf(annotated({"/Subtype": NameObject("/" + kind)}, PEN)))

    assert not found.text
    if kind in ("Text", "Link", "Popup"):
        assert not found.unread
    else:
        assert found.unread == "drawing", shows


@pytest.mark.parametrize(
    ("kind", "is_asked"),
    [(kind, shows != "nothing" and kind != "Widget") for kind, shows in STANDARD.items()],
)
def test_an_annotation_of_which_nobody_says_how_it_looks(kind: str, *, is_asked: bool) -> None:
    found = value(read_pdf(annotated({"/Subtype": NameObject("/" + kind)})))

    assert bool(found.unread) == is_asked


@pytest.mark.parametrize("flag", [2, 32], ids=["hidden", "no view"])
@pytest.mark.parametrize("kind", ["FreeText", "Ink", "Stamp", "Widget"])
def test_an_annotation_that_is_not_shown_counts_for_nothing(kind: str, flag: int) -> None:
    entries: dict[str, PdfObject] = {"/Subtype": NameObject("/" + kind), "/F": NumberObject(flag)}
    found = value(read_pdf(annotated(entries, typed(VALUE))))

    assert not found.text
    assert not found.unread


FIELDS: dict[str, tuple[dict[str, PdfObject], bytes | None, dict[str, PdfObject] | None]] = {
    "with a look": ({"/V": TextStringObject(VALUE)}, typed(VALUE), None),
    "without a look": ({"/V": TextStringObject(VALUE)}, None, None),
    "with an empty look": ({"/V": TextStringObject(VALUE)}, b"/Tx BMC EMC", None),
    "with its value at its parent": (
        {},
        b"",
        {
            "/FT": NameObject("/Tx"),
            "/T": TextStringObject("applicant"),
            "/V": TextStringObject(VALUE),
        },
    ),
    "a choice that stands for a word": (
        {
            "/FT": NameObject("/Ch"),
            "/Ff": NumberObject(1 << 17),
            "/V": TextStringObject("b"),
            "/Opt": ArrayObject(
                [
                    ArrayObject([TextStringObject("a"), TextStringObject("个人")]),
                    ArrayObject([TextStringObject("b"), TextStringObject(VALUE)]),
                ]
            ),
        },
        None,
        None,
    ),
    "a choice": ({"/FT": NameObject("/Ch"), "/V": TextStringObject(VALUE)}, None, None),
}


@pytest.mark.parametrize("name", FIELDS)
def test_what_was_filled_into_a_field_is_read_however_it_looks(name: str) -> None:
    more, look, parent = FIELDS[name]
    entries: dict[str, PdfObject] = {"/Subtype": NameObject("/Widget"), **more}
    if parent is None:
        entries = {"/FT": NameObject("/Tx"), "/T": TextStringObject("applicant"), **entries}
    found = value(read_pdf(annotated(entries, look, field=parent)))

    assert found.text == VALUE


def test_letters_of_an_annotation_in_a_layer_are_a_question() -> None:
    layer = DictionaryObject({NameObject("/Type"): NameObject("/OCG")})
    entries: dict[str, PdfObject] = {"/Subtype": NameObject("/FreeText"), "/OC": layer}
    found = value(read_pdf(annotated(entries, typed(VALUE))))

    assert (found.text, found.unread) == ("", "drawing")


@pytest.mark.parametrize("kind", ["/Btn", "/Sig"])
def test_a_button_and_an_unseen_signature_fill_nothing_in(kind: str) -> None:
    entries: dict[str, PdfObject] = {
        "/Subtype": NameObject("/Widget"),
        "/FT": NameObject(kind),
        "/T": TextStringObject("one"),
        "/V": NameObject("/Yes"),
    }
    found = value(read_pdf(annotated(entries)))

    assert not found.text
    assert not found.unread


def test_words_that_an_annotation_strikes_out_do_not_count() -> None:
    sheets = Sheets().text(70, 100, "初级以上人员除外。").text(70, 140, "二、适用对象")
    writer = PdfWriter(clone_from=io.BytesIO(sheets.data()))
    box = (70, 728, 178, 742)
    quads = (box[0], box[3], box[2], box[3], box[0], box[1], box[2], box[1])
    writer.pages[0][NameObject("/Annots")] = ArrayObject(
        [
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/StrikeOut"),
                    NameObject("/Rect"): ArrayObject(map(FloatObject, box)),
                    NameObject("/QuadPoints"): ArrayObject(map(FloatObject, quads)),
                }
            )
        ]
    )
    out = io.BytesIO()
    writer.write(out)
    document = read_pdf(out.getvalue())

    assert [text for text in map(str.strip, (b.text for b in _paragraphs(document))) if text] == [
        "二、适用对象"
    ]
    assert [(called, text) for called, _, text in document.left_out] == [
        ("struck-out", "初级以上人员除外。")
    ]


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return paragraphs_of(document.blocks)


# ── objects of the page itself ───────────────────────────────────────────────────────────


def a_text(sheets: Sheets) -> None:
    sheets.text(210, 110, VALUE)


def a_path(sheets: Sheets) -> None:
    path = sheets.canvas.beginPath()
    path.moveTo(210, A4[1] - 125)
    path.curveTo(230, A4[1] - 105, 250, A4[1] - 130, 290, A4[1] - 110)
    sheets.canvas.drawPath(path, stroke=1, fill=0)


def zigzag(sheets: Sheets) -> None:
    path = sheets.canvas.beginPath()
    path.moveTo(210, A4[1] - 125)
    for x, y in ((225, 108), (240, 126), (255, 109), (280, 124)):
        path.lineTo(x, A4[1] - y)
    sheets.canvas.drawPath(path, stroke=1, fill=0)


def a_picture(sheets: Sheets) -> None:
    sheets.image(210, 105, 290, 130)


def a_shading(sheets: Sheets) -> None:
    sheets.canvas.linearGradient(205, 0, 395, 0, (Color(0.9, 0.9, 1), Color(1, 1, 1)))


def a_drawing(sheets: Sheets) -> None:
    sheets.canvas.beginForm("value")
    sheets.text(210, 110, VALUE)
    sheets.canvas.endForm()
    sheets.canvas.doForm("value")


@pytest.mark.parametrize(
    ("kind", "draw"),
    [
        (raw.FPDF_PAGEOBJ_TEXT, a_text),
        (raw.FPDF_PAGEOBJ_PATH, a_path),
        (raw.FPDF_PAGEOBJ_PATH, zigzag),
        (raw.FPDF_PAGEOBJ_IMAGE, a_picture),
        (raw.FPDF_PAGEOBJ_SHADING, a_shading),
        (raw.FPDF_PAGEOBJ_FORM, a_drawing),
    ],
)
def test_each_kind_of_object_in_an_empty_cell(kind: int, draw: Callable[[Sheets], None]) -> None:
    sheets = form()
    draw(sheets)
    found = value(read_pdf(sheets.data()))

    assert bool(found.text) == (OBJECTS[kind] == "read")
    assert bool(found.unread) == (OBJECTS[kind] == "asked")


def frame_around_words(sheets: Sheets) -> None:
    sheets.text(210, 110, VALUE)
    sheets.canvas.roundRect(205, A4[1] - 130, 150, 25, 8, stroke=1, fill=0)


def word_of_outlines(sheets: Sheets) -> None:
    for left in (212, 220):
        path = sheets.canvas.beginPath()
        path.moveTo(left, A4[1] - 125)
        path.curveTo(left, A4[1] - 115, left + 6, A4[1] - 115, left + 6, A4[1] - 125)
        path.curveTo(left + 5, A4[1] - 117, left + 1, A4[1] - 117, left, A4[1] - 125)
        path.close()
        sheets.canvas.drawPath(path, stroke=0, fill=1)


def test_a_low_word_whose_letters_are_outlines_is_a_question() -> None:
    sheets = form()
    word_of_outlines(sheets)

    assert value(read_pdf(sheets.data())).unread == "drawing"


def tick(sheets: Sheets) -> None:
    sheets.text(210, 110, VALUE)
    path = sheets.canvas.beginPath()
    path.moveTo(330, A4[1] - 118)
    path.lineTo(333, A4[1] - 122)
    path.lineTo(340, A4[1] - 110)
    sheets.canvas.drawPath(path, stroke=1, fill=0)


@pytest.mark.parametrize("draw", [frame_around_words, tick])
def test_what_is_drawn_around_or_beside_words_asks_nothing(draw: Callable[[Sheets], None]) -> None:
    sheets = form()
    draw(sheets)
    document = read_pdf(sheets.data())

    assert texts(table_of(document))[0][1] == VALUE
    assert not [each for each in _paragraphs(document) if each.unread]


def test_pages_without_annotations_are_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def load(document: int, index: int) -> int:
        opened.append(index)
        handle: int = real(document, index)
        return handle

    real = native.load_page
    monkeypatch.setattr(native, "load_page", load)
    read_pdf(form().data())
    assert opened == [0]
    assert len(PdfReader(io.BytesIO(form().data())).pages) == 1
