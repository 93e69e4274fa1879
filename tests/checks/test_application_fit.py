"""Whether a trade fits a project, and who is the same person, by the pack's own words."""

import pytest

import specvalidator
from specvalidator.checks.application.fit import Fit, TradeWords, fit, project_of, trades_of
from specvalidator.checks.application.people import head_counts, is_same_person
from specvalidator.models.application import Examiner
from specvalidator.packs.binding import bind

RULES = {rule.name: rule for rule in bind(specvalidator.load_pack()).rules["application"]}
WORDS = RULES["unmatched-examiner"].params
assert isinstance(WORDS, TradeWords)

FITS: list[tuple[str, str, Fit, str]] = [
    ("拉面制作", "拉面制作", "fits", "equal"),
    ("拉面制作专项职业能力考评员", "拉面制作", "fits", "words of the form"),
    ("拉面制作（三级）", "拉面制作", "fits", "a level in brackets"),
    ("民宿运营管理", "民宿运营与管理", "fits", "a connecting word"),
    ("ＣorelDraw图形图像处理", "CorelDraw 图形图像处理", "fits", "width and spaces"),
    ("拉面", "拉面制作", "fits", "the product alone"),
    ("中式面点", "中式面点制作", "fits", "contained in the project"),
    ("兰州牛肉拉面制作", "拉面制作", "fits", "contains the project"),
    ("拉面师", "拉面制作", "fits", "a title whose stem is the product"),
    ("中式面点师", "面点制作", "fits", "a title whose stem contains the product"),
    ("家政服务员", "家政服务", "fits", "a title of the service"),
    ("馒头制作、拉面制作", "拉面制作", "fits", "one of several trades"),
    ("馒头制作/拉面制作", "拉面制作", "fits", "several trades between strokes"),
    ("剪纸", "剪纸", "fits", "a craft without a verb of its own"),
    ("CorelDraw图形图象处理", "CorelDraw图形图像处理", "fits", "a slip in a long name"),
    ("中式面点师", "拉面制作", "unsure", "products that share a letter"),
    ("海带养殖", "海带加工", "unsure", "the same product, another verb"),
    ("西式面点制作", "中式面点制作", "unsure", "one letter, another thing"),
    ("缝纫工", "服装缝纫", "unsure", "a verb of the project alone"),
    ("制作", "拉面制作", "unsure", "nothing but a verb"),
    ("母婴护理", "母婴照护", "unsure", "the same people, another verb"),
    ("皮影制作", "拉面制作", "no", "only the verb is the same"),
    ("焊工", "拉面制作", "no", "another trade"),
    ("育婴员", "花样馒头制作", "no", "another trade"),
    ("幕墙施工", "拉面制作", "no", "another trade"),
    ("", "拉面制作", "no", "nothing is written"),
]


@pytest.mark.parametrize(
    ("trade", "project", "expected", "why"), FITS, ids=[f"{t} – {p}" for t, p, *_ in FITS]
)
def test_a_trade_and_a_project_go_together(
    trade: str, project: str, expected: Fit, why: str
) -> None:
    assert isinstance(WORDS, TradeWords)
    assert fit(trades_of(trade, WORDS), project_of(project, WORDS), WORDS) == expected, why


@pytest.mark.parametrize(
    "trade",
    [None, "", "  ", "专项职业能力", "专项职业能力考评员", "各工种", "考评员", "/", "无", "不限"],
)
def test_a_trade_that_names_none_is_general(trade: str | None) -> None:
    assert isinstance(WORDS, TradeWords)
    assert not trades_of(trade, WORDS)


@pytest.mark.parametrize("trade", ["拉面制作", "中式面点师", "制作", "专项职业能力、拉面制作"])
def test_a_trade_that_names_one_is_not_general(trade: str) -> None:
    assert isinstance(WORDS, TradeWords)
    assert trades_of(trade, WORDS)


def row(
    name: str | None = "于谷雨", number: str | None = None, sex: str | None = "男", age: int = 45
) -> Examiner:
    return Examiner(name=name, sex=sex, age=age, certificate_number=number)


PEOPLE = [
    (row(number="1"), row(number="1"), True, "the same certificate"),
    (row(number="1"), row("宋芒种", "1", "女"), True, "a certificate belongs to one person"),
    (row(number="ＡＢ 1"), row(number="ab1"), True, "width, spaces and case are nothing"),
    (row(), row(), True, "without certificates name and sex decide"),
    (row(number="1"), row(), True, "one of them without a certificate"),
    (row("于 谷 雨"), row(), True, "a spaced name"),
    (row(number="1"), row(number="2"), None, "the same name with two certificates"),
    (row(None, None), row(), None, "nothing to tell a row by"),
    (row(number="1"), row(number="2", age=29), False, "namesakes of different age"),
    (row(), row(sex="女"), False, "namesakes of different sex"),
    (row(), row("宋芒种"), False, "different names"),
    (row(number="1"), row("宋芒种", "2"), False, "different people"),
    (row(age=45), row(age=46), True, "a birthday lies between them"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"), PEOPLE, ids=[why for *_, why in PEOPLE]
)
def test_rows_are_told_apart(one: Examiner, other: Examiner, expected: object, why: str) -> None:
    assert is_same_person(one, other) is expected, why
    assert is_same_person(other, one) is expected, why


@pytest.mark.parametrize(
    ("rows", "least", "greatest"),
    [
        ([], 0, 0),
        ([row(number="1")] * 3, 1, 1),
        ([row(number="1"), row(), row()], 1, 1),
        ([row(number="1"), row(number="2")], 1, 2),
        ([row(number="1"), row("宋芒种", "2", "女"), row("毕寒露", "3")], 3, 3),
        ([row(None), row(None)], 1, 2),
        ([row(number="1"), row("宋芒种"), row("毕寒露", "1")], 2, 2),
        ([row(number="1"), row("宋芒种", "2"), row("宋芒种", "3")], 2, 3),
    ],
)
def test_people_are_counted_between_a_least_and_a_greatest_number(
    rows: list[Examiner], least: int, greatest: int
) -> None:
    assert head_counts(rows) == (least, greatest)
