"""Letters that look alike, and blanks that engines read over."""

import pytest

from readers.scan.recording import needs_extra

LABELS = [
    pytest.param("职业领城：6-05-04-01", "职业领域：6-05-04-01", id="a label"),
    pytest.param("考核时问", "考核时间", id="a label of two parts"),
]
CERTAIN = [
    pytest.param("6-O5-04-01", "6-05-04-01", id="O in a code"),
    pytest.param("6O分以上", "60分以上", id="O in a number"),
    pytest.param("l50min", "150min", id="l before figures"),
    pytest.param("5月3曰", "5月3日", id="曰 behind a figure"),
    pytest.param("年龄末满16岁", "年龄未满16岁", id="末 before 满"),
    pytest.param("己取得证书", "已取得证书", id="己 before 取得"),
    pytest.param("面积45m；（）个", "面积45m²；（）个", id="a small 2 behind m"),
    pytest.param("面粉、粉未状", "面粉、粉末状", id="未 behind 粉"),
]
INNOCENT = [
    "自己经常练习",
    "周末满课",
    "面粉未过筛",
    "OK",
    "工具箱",
    "己方人员",
    "知己",
    "技能人员",
]


def settled(text: str, certainty: float) -> str:
    """Return what becomes of words that were read with some certainty."""
    needs_extra()
    from specvalidator.readers.scan.alike import settled  # noqa: PLC0415 - an extra
    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - the same

    [word] = settled([Word((0, 0, 1, 1), text, certainty)])
    return word.text


@pytest.mark.parametrize("text", INNOCENT)
def test_words_stay_as_they_are(text: str) -> None:
    assert settled(text, 0.6) == text


@pytest.mark.parametrize(("text", "meant"), [*LABELS, *CERTAIN])
def test_what_only_looks_so_is_settled(text: str, meant: str) -> None:
    assert settled(text, 0.9) == meant


def test_a_label_that_is_surely_misprinted_is_left_to_be_reported() -> None:
    assert settled("职业领城", 0.99) == "职业领城"


def test_a_lone_traditional_letter_is_the_engine_s() -> None:
    before = "提梁居中、牢固，承重五千克，经久耐用，使用数年，编结紧密而不松"

    assert settled(f"{before}脫", 0.99) == f"{before}脱"


def test_a_page_in_traditional_letters_stays_so() -> None:
    text = "專項職業能力考核規範"

    assert settled(text, 0.99) == text


@pytest.mark.parametrize(
    ("text", "gap", "meant"),
    [
        ("能力名称：布鞋制作职业领域：制鞋工", 9, "能力名称：布鞋制作 职业领域：制鞋工"),
        ("能力名称：布鞋制作职业领域：制鞋工", 0, "能力名称：布鞋制作职业领域：制鞋工"),
        ("先称料后和面", 3, "先称料后和面"),  # as titles are spaced
    ],
)
def test_a_wide_gap_is_a_blank(text: str, gap: int, meant: str) -> None:
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    from specvalidator.readers.scan.blanks import with_blank  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - the same

    wide = 33 * len(text) + 40 * bool(gap)
    ink = np.zeros((40, wide + 8), np.uint8)
    for index, letter in enumerate(text):
        left = 4 + 33 * index + 40 * bool(gap and index >= gap)
        ink[4:36, left + 1 : left + (10 if letter == "：" else 32)] = 255

    assert with_blank(Word((0, 0, wide + 8, 40), text, 0.99), ink).text == meant
