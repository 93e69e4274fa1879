"""Struck-out text is deleted text: kept apart, and said so."""

import pytest

from readers.word.word_files import (
    cell,
    level,
    listed,
    numbered,
    only,
    only_table,
    paragraph,
    read,
    row,
    run,
    style,
    table,
    texts,
)

ONCE = "<w:strike/>"


@pytest.mark.parametrize(
    ("run_properties", "properties"),
    [
        pytest.param(ONCE, "", id="once"),
        pytest.param("<w:dstrike/>", "", id="twice"),
        pytest.param('<w:rStyle w:val="字"/>', "", id="by a character style"),
        pytest.param("", '<w:pStyle w:val="段"/>', id="by a paragraph style"),
    ],
)
def test_struck_text_is_left_out_and_named(run_properties: str, properties: str) -> None:
    styles = style("字", f"<w:rPr>{ONCE}</w:rPr>", kind="character") + style(
        "段", f"<w:rPr>{ONCE}</w:rPr>"
    )
    struck = paragraph(run("20%", run_properties) + run("30%", '<w:strike w:val="0"/>'), properties)
    document = read(struck, styles=styles)
    assert texts(document) == ["30%"]
    assert [(word, text) for word, _, text in document.left_out] == [("struck-out", "20%")]
    assert only(document).hidden == ""


@pytest.mark.parametrize("run_properties", ['<w:strike w:val="0"/>', '<w:dstrike w:val="false"/>'])
def test_what_is_not_struck_any_more_stays(run_properties: str) -> None:
    document = read(paragraph(run("20%", run_properties)))
    assert (texts(document), document.left_out) == (["20%"], ())


def test_a_struck_row_is_empty_and_its_place_is_named() -> None:
    struck = [cell(paragraph(run(text, ONCE))) for text in ("收纳", "5%")]
    document = read(table(row("编织", "95%"), row(*struck)))
    assert [each.text for each in only_table(document).cells] == ["编织", "95%", "", ""]
    assert [(place.row, text) for _, place, text in document.left_out] == [(2, "收纳"), (2, "5%")]  # type: ignore[union-attr]


def test_a_struck_item_counts_in_its_list_and_shows_no_number() -> None:
    struck = numbered("乙").replace("<w:r>", f"<w:r><w:rPr>{ONCE}</w:rPr>")
    body = numbered("甲") + struck + numbered("丙")
    assert texts(read(body, numbering=listed(level(0, "%1.")))) == ["1.甲", "", "3.丙"]


@pytest.mark.parametrize(
    "part",
    [
        f"<m:r><w:rPr>{ONCE}</w:rPr><m:t>20</m:t></m:r>",
        (
            "<m:borderBox><m:borderBoxPr><m:strikeBLTR/></m:borderBoxPr>"
            "<m:e><m:r><m:t>20</m:t></m:r></m:e></m:borderBox>"
        ),
    ],
    ids=["run", "box"],
)
def test_what_is_struck_in_a_formula_is_left_out_and_named(part: str) -> None:
    document = read(paragraph(f"<m:oMath>{part}<m:r><m:t>30%</m:t></m:r></m:oMath>"))

    assert texts(document) == ["30%"]
    assert [text for _, _, text in document.left_out] == ["20"]


def test_struck_and_hidden_text_is_hidden() -> None:
    document = read(paragraph(run("藏", ONCE + "<w:vanish/>")))
    assert (only(document).hidden, document.left_out) == ("藏", ())
