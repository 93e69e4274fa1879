"""Looks that hide nothing are left out before parsing, and the document reads the same."""

from collections.abc import Iterator
from unittest import mock

import pytest

from readers.word.trimmed import every_look_sought
from readers.word.word_files import W, docx, paragraph, parts, read, run, style, zipped
from specvalidator.document import Paragraph
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document
from specvalidator.readers.word import reading as word
from specvalidator.readers.word.trimming import without_plain_looks

BLACK = '<w:color w:val="000000"/>'
WHITE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
STYLED = '<w:pStyle w:val="白"/>'
DEFAULTS = f"<w:docDefaults><w:rPrDefault>{WHITE}</w:rPrDefault></w:docDefaults>"
BASED = '<w:basedOn w:val="白"/>'


@pytest.fixture(autouse=True)
def _short_parts_are_trimmed() -> Iterator[None]:
    with every_look_sought():
        yield


def shown(body: str, styles: str = "") -> list[tuple[str, str]]:
    """Return visible and hidden text of each paragraph; the same when nothing is left out."""
    data = docx(body, styles=styles)
    document = read_document(data)
    with mock.patch.object(word, "without_plain_looks", return_value=None):
        assert read_document(data) == document
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [(block.text, block.hidden) for block in blocks]


def lean(body: str) -> bytes | None:
    return without_plain_looks(parts(body)["word/document.xml"].encode(), "word/document.xml")


def test_what_hides_nothing_is_left_out_and_what_may_hide_stays() -> None:
    found = lean(paragraph(run("甲", BLACK) + run("乙", "<w:vanish/>") + run("丙", "<w:b/>")))
    assert found is not None
    assert b"<w:color" not in found
    assert b"<w:b/>" not in found
    assert found.count(b"<w:rPr>") == 1
    assert b"<w:vanish/>" in found


def test_of_many_wordings_the_usual_are_left_out_and_the_seldom_stay() -> None:
    usual, seldom = '<w:sz w:val="21"/>', [f'<w:sz w:val="{size}"/>' for size in range(22, 122)]
    found = lean("".join(paragraph(run("甲", usual) + run("乙", look)) for look in seldom))
    assert found is not None
    assert usual.encode() not in found
    assert sum(look.encode() in found for look in seldom) > len(seldom) / 2


@pytest.mark.parametrize(
    ("properties", "styles"),
    [
        (STYLED, style("白", WHITE)),
        ('<w:pStyle w:val="浅"/>', style("白", WHITE) + style("浅", BASED)),
        ("", style("白", WHITE, more=' w:default="1"')),
        ("", DEFAULTS),
    ],
    ids=["style", "based on", "default style", "defaults"],
)
def test_a_run_that_shows_what_its_style_hides_is_shown(properties: str, styles: str) -> None:
    body = paragraph(run("甲", BLACK) + run("乙"), properties)
    assert shown(body, styles) == [("甲", "乙")]


def test_a_deleted_mark_still_joins_two_paragraphs() -> None:
    body = paragraph(run("甲", BLACK), "<w:rPr><w:del/></w:rPr>") + paragraph(run("乙", BLACK))
    assert shown(body) == [("甲乙", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<w:t>甲<w:rPr><w:b/></w:rPr></w:t>", "甲"),
        ("<w:t><w:rPr><w:b/></w:rPr>甲</w:t>", ""),
        ("<w:t>甲<w:rPr><w:b/></w:rPr>乙</w:t>", "甲"),
        (
            "<w:t><![CDATA[><w:rPr><w:b/></w:rPr><]]></w:t>",
            "><w:rPr><w:b/></w:rPr><",
        ),
    ],
)
def test_text_around_properties_where_none_belong_reads_as_before(text: str, expected: str) -> None:
    body = paragraph(run("丙", "<w:b/>")) + paragraph(f"<w:r>{text}</w:r>")
    assert shown(body) == [("丙", ""), (expected, "")]


def test_properties_that_hold_more_than_properties_stay() -> None:
    for inside in ("<w:t>甲</w:t>", "<w:b><w:p/></w:b>"):
        found = lean(paragraph(run("乙", inside)))
        assert found is not None
        assert inside.encode() in found


def test_a_name_that_means_something_else_further_in() -> None:
    hidden = paragraph("<w:r><w:rPr><future:vanish/></w:rPr><w:t>甲</w:t></w:r>")
    body = hidden + f'<w:customXml xmlns:future="{W}">{hidden}</w:customXml>'
    assert shown(body) == [("甲", ""), ("", "甲")]


@pytest.mark.parametrize("cut", ["</w:rPr>", "</w:r>", "</w:body>", "></w:document>"])
def test_a_part_that_breaks_off_is_damaged(cut: str) -> None:
    members: dict[str, str | bytes] = dict(parts(paragraph(run("甲", "<w:b/>"))))
    xml = str(members["word/document.xml"])
    members["word/document.xml"] = xml[: xml.index(cut)]
    with pytest.raises(UnreadableFile) as refused:
        read_document(zipped(members))
    assert refused.value.error == "corrupt"


def test_a_part_without_looks_is_as_it_was() -> None:
    xml = parts(paragraph(run("甲")))["word/document.xml"].encode()
    assert without_plain_looks(xml, "word/document.xml") == xml
    assert read(paragraph(run("甲"))) == read(paragraph(run("甲", "<w:b/>")))
