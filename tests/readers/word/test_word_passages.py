"""The trace of a reading: the same paragraphs at the same places, and the XML they came from."""

from pathlib import Path

import pytest
from lxml import etree

from readers.word.word_files import cell, control, docx, numbered, paragraph, row, run, table
from specvalidator.document import paragraphs_of
from specvalidator.readers import Limits, read_document, recognise
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.reading import TracedDocument, trace_word

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.docx"))
PLACEHOLDER = "<w:showingPlcHdr/>"


def traced(data: bytes) -> TracedDocument:
    return trace_word(Package(recognise(data), Limits()))


def passages(body: str) -> list[Passage]:
    return traced(docx(body)).passages


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_trace_has_the_paragraphs_of_the_reading(path: Path) -> None:
    data = path.read_bytes()
    read = [(each.place, each.text) for each in paragraphs_of(read_document(data).blocks)]
    found = [(each.place, each.label + each.text.strip("\f")) for each in traced(data).passages]
    assert [(place, text.replace("\f", "\n")) for place, text in found] == [
        (place, text) for place, text in read
    ]


def test_each_part_of_a_run_says_what_it_shows() -> None:
    [passage] = passages(
        paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>一</w:t><w:tab/><w:t> 二 </w:t></w:r>")
    )
    [piece] = passage.pieces
    assert [part.text for part in piece.parts] == ["", "一", "\t", "二"]
    assert [etree.QName(part.element).localname for part in piece.parts] == ["rPr", "t", "tab", "t"]


def test_text_that_is_not_shown_is_no_part_of_a_piece() -> None:
    [passage] = passages(paragraph(run("看", "<w:vanish/>") + run("得见")))
    assert [piece.text for piece in passage.pieces] == ["", "得见"]


def test_a_paragraph_whose_end_is_deleted_is_traced_with_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    [passage] = passages(paragraph(run("前"), gone) + paragraph("后"))
    assert (passage.text, len(passage.paragraphs)) == ("前后", 2)


def test_cells_and_what_is_in_controls_are_traced_at_their_places() -> None:
    found = passages(table(row(cell("甲"), control(cell(control(paragraph("乙")))))) + paragraph())
    assert [(each.place.row, each.place.column, each.text) for each in found] == [
        (1, 1, "甲"),
        (1, 2, "乙"),
        (None, None, ""),
    ]


def test_an_automatic_number_is_the_passage_s_label() -> None:
    data = docx(
        numbered("定义"),
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    [passage] = traced(data).passages
    assert (passage.label, passage.text) == ("1.", "定义")


def test_placeholders_are_still_in_the_xml_after_a_trace() -> None:
    trace = traced(docx(control(paragraph("单击此处"), PLACEHOLDER)))
    assert trace.passages[0].text == ""
    assert "".join(map(str, trace.body.itertext())) == "单击此处"
