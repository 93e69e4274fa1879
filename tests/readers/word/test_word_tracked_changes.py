"""Tracked changes are read as if they were accepted."""

import pytest

from readers.word.word_files import cell, only_table, paragraph, read, row, run, said, table, texts
from specvalidator.document import paragraphs_of

DELETED_MARK = '<w:rPr><w:del w:id="1"/></w:rPr>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(content: str) -> str:
    return f'<w:ins w:id="1">{content}</w:ins>'


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param(paragraph(run("甲") + inserted(run("乙"))), ["甲乙"], id="inserted text"),
        pytest.param(paragraph(run("甲") + deleted("乙")), ["甲"], id="deleted text"),
        pytest.param(
            paragraph(run("甲") + f'<w:moveFrom w:id="1">{run("乙")}</w:moveFrom>')
            + paragraph(f'<w:moveTo w:id="2">{run("乙")}</w:moveTo>'),
            ["甲", "乙"],
            id="moved text",
        ),
        pytest.param(
            paragraph(inserted(run("甲") + deleted("乙"))), ["甲"], id="deleted after insertion"
        ),
        pytest.param(
            paragraph(deleted("甲") + "<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>"),
            [""],
            id="deleted field code",
        ),
        pytest.param(
            paragraph("前", DELETED_MARK) + paragraph("后"), ["前后"], id="deleted end of paragraph"
        ),
        pytest.param(
            paragraph("一", DELETED_MARK) + paragraph("二", DELETED_MARK) + paragraph("三"),
            ["一二三"],
            id="two deleted ends",
        ),
        pytest.param(
            paragraph(deleted("前"), DELETED_MARK) + paragraph("后"), ["后"], id="deleted paragraph"
        ),
        pytest.param(
            paragraph(
                f'<w:moveFrom w:id="1">{run("前")}</w:moveFrom>',
                '<w:rPr><w:moveFrom w:id="2"/></w:rPr>',
            )
            + paragraph("后"),
            ["后"],
            id="paragraph moved away",
        ),
        pytest.param(
            paragraph("新", '<w:rPr><w:ins w:id="1"/></w:rPr>') + paragraph("后"),
            ["新", "后"],
            id="inserted paragraph",
        ),
        pytest.param(
            paragraph(run("甲", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
            ["甲"],
            id="former look",
        ),
        pytest.param(
            paragraph(
                "甲", '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
            ),
            ["甲"],
            id="former properties",
        ),
        pytest.param(
            inserted(paragraph("甲")) + f'<w:del w:id="2">{paragraph("乙")}</w:del>',
            ["甲"],
            id="changes around paragraphs",
        ),
        pytest.param(paragraph("末", DELETED_MARK), ["末"], id="deleted end with nothing after it"),
    ],
)
def test_a_change_counts_as_accepted(body: str, shown: list[str]) -> None:
    document = read(body)

    assert texts(document) == shown
    assert all(each.hidden == "" and each.level is None for each in paragraphs_of(document.blocks))


def test_a_deleted_end_does_not_reach_into_a_table() -> None:
    document = read(paragraph("前", DELETED_MARK) + table(row("格")) + paragraph("后"))

    assert said(document.blocks) == ["前", [["0,0 1x1", "格"]], "后"]


def test_a_deleted_end_does_not_reach_out_of_a_cell() -> None:
    found = only_table(read(table(row(cell(paragraph("甲", DELETED_MARK)), "乙"))))

    assert said([found]) == [[["0,0 1x1", "甲"], ["0,1 1x1", "乙"]]]


def test_a_joined_paragraph_takes_the_properties_of_the_one_that_stays() -> None:
    document = read(paragraph("前", DELETED_MARK) + paragraph("后", '<w:outlineLvl w:val="1"/>'))

    (joined,) = paragraphs_of(document.blocks)
    assert (joined.text, joined.level, joined.place.model_dump()["block"]) == ("前后", 1, 2)
