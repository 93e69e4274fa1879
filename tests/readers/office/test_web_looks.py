"""What the style of a web page hides, shows or adds, as a browser has it."""

import pytest

from specvalidator.document import Document, paragraphs_of
from specvalidator.readers import read_document


def page(body: str, style: str = "") -> Document:
    return read_document(f"<html><style>{style}</style><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [each.text for each in paragraphs_of(document.blocks)]


HIDING = [
    ".h{display:none}",
    "b.h{display:none}",
    "p b{display:none}",
    "p>b{display:none}",
    "#n{display:none}",
    "[data-a]{display:none}",
    ".x,.h{display:none}",
    ".h.i{display:none}",
    "@media screen{.h{display:none}}",
    "b{display:inline} .h{display:none}",
    ".h{display:none!important} #n{display:inline}",
    ".h{visibility:collapse}",
    ".h{clip-path:inset(100%)}",
    ".h{position:absolute;clip:rect(0,0,0,0)}",
    ".h{height:0;overflow:hidden}",
    ".h{transform:scale(0)}",
    ".h{filter:opacity(0)}",
    ".h{color:transparent}",
    ".h{color:rgba(0,0,0,0)}",
    ".h{color:#0000}",
    ".h{color:hsl(0,0%,100%)}",
    ".h{color:rgb(100%,100%,100%)}",
    ".h{color:#ff0;background:#ffff00}",
]


@pytest.mark.parametrize("style", HIDING)
def test_a_rule_that_hides(style: str) -> None:
    assert texts(page('<p>甲<b class="h i" id=n data-a=1>乙</b></p>', style)) == ["甲"]


@pytest.mark.parametrize(
    "style",
    [
        "@media print{.h{display:none}}",
        "/*.h{display:none}*/",
        ".h{display:none} .h{display:inline}",
        ".h{display:none} #n{display:inline}",
        "i b{display:none}",
        ".h:hover{display:none}",
        ".h+b{display:none}",
        ".h{color:#fff;background:#333}",
        ".h{color:#fff;background:linear-gradient(red,blue)}",
        ".h{height:0}",
        ".h{color:#999}",
    ],
)
def test_a_rule_that_hides_nothing(style: str) -> None:
    assert texts(page("<p>甲<b class=h id=n>乙</b></p>", style)) == ["甲乙"]


@pytest.mark.parametrize(
    ("outer", "inner", "read"),
    [
        ("visibility:hidden", "visibility:visible", ["乙"]),
        ("display:none", "display:inline;visibility:visible", []),
        ("font-size:0", "font-size:14px", ["乙"]),
        ("font-size:0", "", []),
    ],
)
def test_what_stands_in_something_hidden(outer: str, inner: str, read: list[str]) -> None:
    document = page(f'<div style="{outer}"><span style="{inner}">乙</span></div>')

    assert [text for text in texts(document) if text] == read


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ('.k::before{content:"甲"}', "甲乙"),
        (".k:after { content : '丙' }", "乙丙"),
        ('.k::after{content:"\\4e19"}', "乙丙"),
        (".k::after{content:attr(data-t)}", "乙丁"),
        ('.k::after{content:"丙";display:none}', "乙"),
        (".k::after{content:none}", "乙"),
    ],
)
def test_text_that_a_rule_puts_there_is_read(style: str, text: str) -> None:
    assert texts(page("<p class=k data-t=丁>乙</p>", style)) == [text]


@pytest.mark.parametrize("hidden", ["display:none", "visibility:collapse"])
def test_rows_that_are_left_out(hidden: str) -> None:
    rows = f"<tr><td>甲<td>乙</tr><tr style='{hidden}'><td>丙<td>丁</tr>"

    assert texts(page(f"<table>{rows}</table>")) == ["甲", "乙"]


def test_a_cell_that_is_left_out_moves_the_others() -> None:
    document = page("<table><tr><td hidden>甲<td>乙</tr><tr><td>丙</tr></table>")

    assert texts(document) == ["乙", "丙"]


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background:url(a.png)'></div>",
        "<p><i style='background-image:url(a.png)'></i></p>",
        "<div style='display:table'></div>",
    ],
)
def test_what_a_style_shows_that_is_no_text_is_asked_about(body: str) -> None:
    assert any(each.unread for each in paragraphs_of(page(body).blocks))


def test_a_dialog_shows_once_it_is_open() -> None:
    assert texts(page("<dialog>甲</dialog><dialog open>乙</dialog>"))[-1:] == ["乙"]


def test_marks_of_comments_are_no_text() -> None:
    assert texts(page("<p>甲<a href='#_msocom_1'>[审1]</a></p>")) == ["甲"]


def test_rules_without_end_are_refused() -> None:
    rules = "p p p{color:red}" * 5_000
    with pytest.raises(Exception, match="样式规则太多"):
        page("<p>甲</p>" * 100, rules)
