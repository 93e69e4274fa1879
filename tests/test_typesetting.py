"""Width, wrapping and escaping of text from anywhere."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specvalidator.typesetting import (
    flowed,
    harmless_json,
    padded,
    shortened,
    visible,
    width,
    wrapped,
)

WIDTHS = [
    ("", 0, "nothing"),
    ("abc", 3, "Latin letters are one column"),
    ("拉面", 4, "Chinese characters are two"),
    ("100%。", 6, "Chinese full stop is two"),
    ("２５％", 6, "full-width digits are two"),
    ("e\u0301", 1, "a combining accent adds nothing"),
    ("“…—”", 4, "quotation marks, ellipsis and dash are one"),
    ("🍜", 2, "emoji are two"),
]


@pytest.mark.parametrize(("text", "columns", "why"), WIDTHS, ids=[why for *_, why in WIDTHS])
def test_width_counts_the_columns_of_a_terminal(text: str, columns: int, why: str) -> None:
    assert width(text) == columns, why


WRAPPED = [
    ("一二三四", 4, ["一二", "三四"], "Chinese breaks anywhere"),
    ("一二三，四", 6, ["一二", "三，四"], "no line begins with a comma"),
    ("一二“三四”五", 5, ["一二", "“三", "四”五"], "no line ends with an opening mark"),
    ("一（二）三", 4, ["一", "（二", "）三"], "what cannot be kept within a line is cut"),
    ("一二……三", 6, ["一二……", "三"], "an ellipsis is not torn"),
    ("weights total 100", 8, ["weights", "total", "100"], "words stay whole"),
    ("共100%吗", 6, ["共100%", "吗"], "a number keeps its percent sign"),
    ("现为95%。", 8, ["现为", "95%。"], "a number keeps its full stop"),
    ("abcdefgh", 3, ["abc", "def", "gh"], "a word wider than the line is cut"),
    ("a  b", 10, ["a b"], "spaces collapse"),
    ("", 10, [""], "nothing is one empty line"),
]


@pytest.mark.parametrize(
    ("text", "columns", "lines", "why"), WRAPPED, ids=[why for *_, why in WRAPPED]
)
def test_wrapping_follows_chinese_rules(
    text: str, columns: int, lines: list[str], why: str
) -> None:
    assert wrapped(text, columns) == lines, why


SENTENCES = st.text(alphabet="一二三拉面，。（）“”…—ab1% ", max_size=200)


@given(SENTENCES, st.integers(min_value=8, max_value=40))
def test_no_line_is_wider_than_asked(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrapped(text, columns))


@given(SENTENCES, st.integers(min_value=8, max_value=40))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    assert "".join("".join(wrapped(text, columns)).split()) == "".join(text.split())


PIECES = st.lists(st.sampled_from(["一", "面，", "团。", "（拉）", "“面”", "100%", "ab", " "]))


@given(PIECES)
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(pieces: list[str]) -> None:
    lines = wrapped("".join(pieces), 20)
    assert not any(line[0] in "，。）”%" for line in lines if line)
    assert not any(line[-1] in "（“" for line in lines if line)


def test_a_very_long_word_is_cut_in_linear_time() -> None:
    assert len(wrapped("，" * 200_000, 80)) == 5_000


VISIBLE = [
    ("拉面制作", "拉面制作", "plain text stays"),
    ("a\u202eb", "a\\u202eb", "a direction override is shown"),
    ("a\u2066b\u2069", "a\\u2066b\\u2069", "an isolate is shown"),
    ("a\u200bb", "a\\u200bb", "a zero-width space is shown"),
    ("a\ufeffb", "a\\ufeffb", "a byte order mark is shown"),
    ("\x1b[31mred", "\\x1b[31mred", "an escape sequence is shown"),
    ("\x9b31m", "\\x9b31m", "its one-byte form too"),
    ("a\x07\x00", "a\\x07\\x00", "bell and null are shown"),
    ("a\nb\r\nc\rd", "a⏎b⏎c⏎d", "line ends keep to the line"),
    ("a\tb", "a b", "a tab is a space"),
    ("\u2028", "\\u2028", "Unicode line ends are shown"),
    ("\U000e0041", "\\U000e0041", "invisible tags are shown"),
    ("\ue001", "\\ue001", "private characters have no meaning to show"),
    ("\ud800", "\\ud800", "half a character is shown"),
    ("é ü ½ ℃", "é ü ½ ℃", "letters beyond ASCII stay"),
]


@pytest.mark.parametrize(("text", "shown", "why"), VISIBLE, ids=[why for *_, why in VISIBLE])
def test_what_a_terminal_would_obey_is_shown_instead(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown, why


@given(st.text())
def test_visible_text_has_one_line_and_no_control(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(each) < 0x20 or 0x7F <= ord(each) < 0xA0 for each in shown)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_harmless_json_means_the_same(text: str) -> None:
    page = json.dumps({"text": text}, ensure_ascii=False, indent=2)
    assert json.loads(harmless_json(page)) == {"text": text}


def test_harmless_json_holds_nothing_that_turns_the_line_round() -> None:
    assert harmless_json('"\u202e\x9b\U000e0041"') == '"\\u202e\\u009b\\udb40\\udc41"'


def test_padding_counts_columns() -> None:
    assert padded("错误", 6) == "错误  "
    assert padded("warning", 3) == "warning"


SHORTENED = [
    ("拉面制作", 8, "拉面制作", "what fits stays"),
    ("拉面制作", 7, "拉面制…", "the ellipsis takes one column"),
    ("拉面制作", 6, "拉面…", "no half character"),
    ("abc def", 5, "abc…", "no space before the ellipsis"),
]


@pytest.mark.parametrize(
    ("text", "columns", "cut", "why"), SHORTENED, ids=[why for *_, why in SHORTENED]
)
def test_shortening_cuts_by_columns(text: str, columns: int, cut: str, why: str) -> None:
    assert shortened(text, columns) == cut, why


def test_flowing_joins_chinese_lines_without_a_space() -> None:
    assert flowed("第一句。\n“第二句”\n") == "第一句。“第二句”"
    assert flowed("六、考核要求\n1. 申报条件") == "六、考核要求 1. 申报条件"
    assert flowed("one\ntwo") == "one two"
    assert flowed("能力名称： 职业领域：\n工作任务") == "能力名称： 职业领域：工作任务"
