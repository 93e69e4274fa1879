"""A value that a line's end parts, at whichever letter, is given back as it was typed."""

import pytest

from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.page import LayoutLine
from specvalidator.readers.layout.paragraphs import paragraphs_of_lines

SIZE = 10.5
VALUES = [
    "中式面点师（4-03-02-02）", "民间工艺品制作工【6-09-03-17】", "4-03-02-02中式面点师",
    "联系电话0631-5550127", "13863100001", "37060219880715002X", "WD-2101-0003", "2024-SD-000123",
    "2025年4月19日至2025年4月20日", "2025-04-19", "2025/04/19", "2025.04.19", "8:30-11:30",
    "占80%以上", "（操作15%，知识5%）", "12.5%", "65℃以下", "不少于3名（含3名）考评员",
    "鲁人社字〔2020〕100号", "GB/T20438.1-2017", "1500×700mm", "1500*700*800mm", "±0.5mm",
    "www.sdosta.org.cn", "http://www.example.org/a?id=12&k=a", "a.b@wd.example.cn",
    "A4（210mm×297mm）",
]  # fmt: skip


def letters_wide(text: str) -> float:
    return SIZE * sum(0.5 if letter < "\u2000" else 1 for letter in text)


def read(lines: list[str], free: float) -> list[str]:
    """Read lines of a cell, the longest of which leaves so much room."""
    right = 100 + max(map(letters_wide, lines)) + free
    laid = [
        LayoutLine(
            *(text, 100, 100 + 16 * at, 100 + letters_wide(text), 110 + 16 * at),
            *(SIZE, 1, 100, right),
        )
        for at, text in enumerate(lines)
    ]
    return [paragraph.text for paragraph in paragraphs_of_lines(laid, DISTANCES)]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_torn_at_any_letter_is_whole_again(value: str) -> None:
    # Before it, on a full line: 属于.
    for at in range(1, len(value)):
        lines = ["属于" + value[:at], value[at:]]
        if letters_wide(lines[1]) <= letters_wide(lines[0]):
            assert read(lines, free=1) == ["属于" + value], lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["电话：0631-5550127", "13863100001"], "电话：0631-5550127 13863100001"),
        (["use of Adobe", "Photoshop here"], "use of Adobe Photoshop here"),
        (["按照要求完成。See page", "five"], "按照要求完成。See page five"),
    ],
)
def test_words_and_numbers_that_end_with_their_line_keep_their_space(
    lines: list[str], text: str
) -> None:
    assert read(lines, free=SIZE) == [text]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("1.刀具长度为150", "2.刀具宽度为30"),
        ("（见图", "（二）选条备料"),
        ("准备工具（刀、剪）", "2）选条"),
        ("1）柳条长度为150", "2）柳条粗细为8"),
    ],
)
def test_the_next_item_below_a_full_line_is_an_item(above: str, below: str) -> None:
    assert read([above, below], free=1) == [above, below]


def test_figures_that_keep_with_the_mark_before_them_take_their_letter_along() -> None:
    wrapped = ["考核时间为一百八十分钟。实行百分", "制，60分以上为合格。"]
    ended = ["考核时间为一百八十分钟。实行百分制。", "注：60分以上为合格。"]

    assert read(wrapped, 3 * SIZE) == ["".join(wrapped)]
    assert read(ended, 3 * SIZE) == ended


def test_lines_that_nobody_sees_part_no_sentence() -> None:
    def line(text: str, at: int, *, hidden: bool) -> LayoutLine:
        place = (100, 100 + 16 * at, 100 + letters_wide(text), 110 + 16 * at)
        return LayoutLine(text, *place, SIZE, 1, 100, 100 + 10 * SIZE, hidden)

    copied = [
        line(text, at, hidden=hidden)
        for at, text in enumerate(["使用刮刀等工具和毛竹", "制作竹篮的能力。"])
        for hidden in (True, False)
    ]

    found = paragraphs_of_lines(copied, DISTANCES)

    assert [each.text for each in found if each.text] == ["使用刮刀等工具和毛竹制作竹篮的能力。"]
    assert "".join(each.hidden for each in found) == "使用刮刀等工具和毛竹制作竹篮的能力。"


@pytest.mark.parametrize("below", ["（", "(", "“", "【", "）", "，", "a", "（）", "（，"])
@pytest.mark.parametrize("free", [1, 3 * SIZE])
def test_a_line_of_a_single_mark_loses_nothing(below: str, free: float) -> None:
    assert "".join(read(["实行百分制考核成绩", below], free)) == "实行百分制考核成绩" + below
