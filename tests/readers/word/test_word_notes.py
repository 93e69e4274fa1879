"""Marks of notes are no part of a value; what a note says stands where it is referred to."""

import pytest

from readers.word.word_files import (
    NAMES,
    cell,
    only,
    only_table,
    paragraph,
    parts,
    read,
    relations,
    row,
    run,
    style,
    table,
    texts,
    zipped,
)
from specvalidator.document import Document
from specvalidator.readers import read_document

RAISED = '<w:vertAlign w:val="superscript"/>'
FOOT = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
)
END = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


def with_notes(body: str, foot: str = "", end: str = "") -> Document:
    members: dict[str, str | bytes] = {
        **parts(body),
        "word/_rels/document.xml.rels": relations(
            ("footnotes", "footnotes.xml"), ("endnotes", "endnotes.xml")
        ),
        "word/footnotes.xml": f"<w:footnotes {NAMES}>{foot}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {NAMES}>{end}</w:endnotes>",
    }
    return read_document(zipped(members))


def note(kind: str, number: int, text: str, more: str = "") -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}"{more}>{paragraph(mark + run(text))}</w:{kind}>'


@pytest.mark.parametrize("mark", ["1", "①", "[2]", "*", "注1", "（3）", "a", "12"])
def test_a_raised_mark_is_no_part_of_the_text(mark: str) -> None:
    assert only(read(paragraph(run("30%") + run(mark, RAISED)))).text == "30%"
    assert (
        only(read(paragraph(run("网具厂") + run(mark, '<w:position w:val="8"/>')))).text == "网具厂"
    )


@pytest.mark.parametrize(
    ("before", "raised"),
    [("不小于6m", "2"), ("容积2cm", "3"), ("1.2×10", "3"), ("品牌", "TM"), ("第1", "号厅")],
)
def test_what_is_raised_and_no_mark_stays(before: str, raised: str) -> None:
    found = only(read(paragraph(run(before) + run(raised, RAISED))))
    assert found.text == before + raised


def test_a_mark_that_its_style_raises() -> None:
    styles = style("注", f"<w:rPr>{RAISED}</w:rPr>", kind="character")
    found = only(read(paragraph(run("甲") + run("1", '<w:rStyle w:val="注"/>')), styles=styles))
    assert found.text == "甲"


def test_a_lowered_number_stays() -> None:
    lowered = '<w:vertAlign w:val="subscript"/>'
    assert only(read(paragraph(run("H") + run("2", lowered) + run("O")))).text == "H2O"


def test_notes_follow_the_paragraph_that_refers_to_them() -> None:
    body = paragraph(run("甲") + FOOT.format(2) + END.format(3)) + paragraph("乙")
    document = with_notes(body, note("footnote", 2, "脚"), note("endnote", 3, "尾"))
    assert texts(document) == ["甲", "脚", "尾", "乙"]
    assert document.blocks[1].place.block == document.blocks[0].place.block  # type: ignore[union-attr]


def test_a_note_in_a_cell_is_text_of_the_cell() -> None:
    body = table(row("总数", cell(paragraph(FOOT.format(2)))))
    document = with_notes(body, note("footnote", 2, "18人"))
    assert only_table(document).cells[1].text == "\n18人"


@pytest.mark.parametrize("value", ["40%", "（一）和面", "能力名称：花馍制作", "0631-5550127"])
def test_a_note_on_a_value_in_a_cell_leaves_the_value_and_is_asked_about(value: str) -> None:
    body = table(row(cell(paragraph(run(value) + FOOT.format(2)))))
    document = with_notes(body, note("footnote", 2, "资料来源略"))
    found = only_table(document).cells[0]
    assert found.text == value
    assert document.unread == (("note", found.place),)


@pytest.mark.parametrize("text", ["1.称料", "和面，", "见注", "不少于3名。"])
def test_a_note_goes_on_with_an_item_or_sentence_in_a_cell(text: str) -> None:
    body = table(row(cell(paragraph(run(text) + FOOT.format(2)))))
    document = with_notes(body, note("footnote", 2, "误差不超过5克"))
    assert only_table(document).cells[0].text == text + "\n误差不超过5克"
    assert document.unread == ()


def test_a_note_is_read_once_and_its_separators_never() -> None:
    line = note("footnote", -1, "线", ' w:type="separator"')
    body = paragraph(FOOT.format(2) + FOOT.format(2) + FOOT.format(-1) + FOOT.format(9))
    assert texts(with_notes(body, line + note("footnote", 2, "脚"))) == ["", "脚"]


def test_a_note_that_is_referred_to_by_hidden_text_is_not_read() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    assert texts(with_notes(paragraph(run("甲") + hidden), note("footnote", 2, "脚"))) == ["甲"]


def test_a_mark_of_ones_own_is_no_part_of_the_text() -> None:
    own = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>＊</w:t></w:r>'
    document = with_notes(paragraph(run("甲") + own + run("乙")), note("footnote", 2, "脚"))
    assert texts(document) == ["甲乙", "脚"]


def test_notes_that_refer_to_each_other_end() -> None:
    again = f'<w:footnote w:id="2">{paragraph(run("脚") + FOOT.format(2))}</w:footnote>'
    assert texts(with_notes(paragraph(run("甲") + FOOT.format(2)), again)) == ["甲", "脚"]
