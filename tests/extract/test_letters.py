"""Radicals, variants, selectors, soft hyphens and note marks are folded once, for all readers."""

import unicodedata

import pytest

from specvalidator.document import Cell, Document, Paragraph, Table
from specvalidator.extract.letters import plain, with_plain_letters
from specvalidator.places import WordPlace

AT = WordPlace(block=1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("⽯海燕", "石海燕"),
        ("电动⻋维修", "电动车维修"),
        ("⻢⻅⻚⻥", "马见页鱼"),
        ("⼆、适⽤对象", "二、适用对象"),
        ("\uf98f\uf9ea", "憐離"),
        ("编\ufe00结", "编结"),
        ("编\U000e0100结", "编结"),
        ("\U0002f8cb", "桒"[:0] + unicodedata.normalize("NFKC", "\U0002f8cb")),
        ("编\u00ad结", "编结"),
        ("0631\u00ad5550188", "0631-5550188"),
        ("LS\u00ad101", "LS-101"),
        ("能力名称∶剪纸", "能力名称:剪纸"),
        ("能力名称﹕剪纸", "能力名称:剪纸"),
        ("剪纸﹙窗花﹚", "剪纸(窗花)"),
        ("一､定义｡", "一、定义。"),
        ("30﹪", "30%"),
        ("⒈申报条件", "1.申报条件"),
        ("⑵考评员构成", "(2)考评员构成"),
        ("30%¹", "30%"),
        ("网具有限公司²", "网具有限公司"),
    ],
)
def test_letters_as_everybody_types_them(written: str, meant: str) -> None:
    assert plain(written) == meant


@pytest.mark.parametrize("text", ["不小于6m²", "2cm³", "5×10⁶", "①②③", "LS-101", "石海燕", "CO₂"])
def test_letters_that_stay(text: str) -> None:
    assert plain(text) == text


def test_every_kangxi_radical_is_what_unicode_says() -> None:
    for code in range(0x2F00, 0x2FD6):
        assert plain(chr(code)) == unicodedata.normalize("NFKC", chr(code))


def test_every_radical_of_the_supplement_is_a_unified_ideograph() -> None:
    unassigned, unknown = {0x2E9A}, {0x2E80}
    for code in range(0x2E80, 0x2EF4):
        if code not in unassigned | unknown:
            folded = plain(chr(code))
            assert len(folded) == 1
            assert unicodedata.name(folded).startswith("CJK UNIFIED IDEOGRAPH")


def test_a_document_is_folded_everywhere_and_its_numbers_stay_in_front() -> None:
    paragraph = Paragraph("⼀、⽯", AT, "⼀、")
    document = Document((Table(1, 1, (Cell(0, 0, 1, 1, (paragraph,), AT),), AT),), "x")
    (table,) = with_plain_letters(document, paragraph.text).blocks
    assert isinstance(table, Table)
    assert table.cells[0].blocks == (Paragraph("一、石", AT, "一、"),)
    assert with_plain_letters(document, "石") is document
