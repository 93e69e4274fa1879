"""职业领域: known or not, what is near to it, and whether code and title belong together."""

import sys

import pytest

from specvalidator.checks.base import Params
from specvalidator.checks.specification.occupation import (
    NamedOccupation,
    Titles,
    given,
    missing_occupation,
    occupation_code_mismatch,
    unknown_occupation,
)
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Occupation, Task
from specvalidator.packs import load_pack
from specvalidator.wording import Words

TITLES = Titles.model_validate(load_pack().rules["unknown-occupation"].params)


def written(text: str, code: str | None = None, name: str | None = None) -> Specification:
    return Specification(occupation=Occupation(code=code, name=name, text=text))


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("4-03-02-02中式面点师", "4-03-02-02", "中式面点师"),
        ("中式面点师", None, "中式面点师"),
        ("4-03-02-02", "4-03-02-02", None),
        ("中式 面点师", None, "中式 面点师"),
        ("“中式面点师”", None, "“中式面点师”"),
        ("环境监测员L", None, "环境监测员L"),
        ("摄影测量与遥感工程技术人员 L/S", None, "摄影测量与遥感工程技术人员 L/S"),
        ("4—03—02—02 中式面点师", "4—03—02—02", "中式面点师"),
        ("电子商务师（跨境电商）", None, "电子商务师（跨境电商）"),
        ("中式烹调师、中式面点师", None, "中式烹调师、中式面点师"),
        ("中式烹调师/中式面点师", None, "中式烹调师/中式面点师"),
        ("4-03-02-01中式烹调师、4-03-02-02中式面点师", "4-03-02-01", "中式烹调师、中式面点师"),
        ("4-03-02-02中式面点师", None, None),
        ("文学、艺术学研究人员", None, "文学、艺术学研究人员"),
    ],
)
def test_a_known_occupation_is_no_finding_however_it_is_written(
    text: str, code: str | None, name: str | None
) -> None:
    spec = written(text, code, name)

    assert list(unknown_occupation(spec, TITLES)) == []
    assert list(occupation_code_mismatch(spec, TITLES)) == []


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("面点师", "中式面点师"),
        ("育婴员", "保育师"),
        ("电子商务", "电子商务师"),
        ("计算机应用软件类", "计算机软件测试员"),
        ("果树园艺", "园艺工"),
        ("中式烹饪师", "中式烹调师"),
    ],
)
def test_an_unknown_occupation_is_a_doubt_that_names_the_nearest(text: str, nearest: str) -> None:
    (doubt,) = unknown_occupation(written(text, name=text), TITLES)

    assert isinstance(doubt, Doubt)
    assert (doubt.path, doubt.variant) == ("/occupation", "review")
    assert doubt.facts["found"] == text
    words = doubt.facts["nearest"]
    assert isinstance(words, Words)
    assert f"“{nearest}”（{TITLES.codes[nearest][0]}）" in words.zh
    assert words.zh.count("“") <= 3


def test_the_title_of_a_known_code_is_the_first_of_the_nearest() -> None:
    spec = written("4-03-02-07茶道", code="4-03-02-07", name="茶道")

    (doubt,) = unknown_occupation(spec, TITLES)

    assert isinstance(doubt, Doubt)
    words = doubt.facts["nearest"]
    assert isinstance(words, Words)
    assert words.zh.startswith("“茶艺师”（4-03-02-07）")


@pytest.mark.parametrize("text", ["厨师", "月嫂", "渔家乐"])
def test_where_nothing_is_near_no_title_is_offered(text: str) -> None:
    (doubt,) = unknown_occupation(written(text, name=text), TITLES)

    assert isinstance(doubt, Doubt)
    assert doubt.variant == "nothing-near"


def test_of_several_the_unknown_one_is_asked_about() -> None:
    spec = written("中式面点师、果树园艺", name="中式面点师、果树园艺")

    (doubt,) = unknown_occupation(spec, TITLES)

    assert isinstance(doubt, Doubt)
    words = doubt.facts["nearest"]
    assert isinstance(words, Words)
    assert doubt.facts["found"] == "果树园艺"
    assert "园艺工" in words.zh


@pytest.mark.parametrize(
    ("code", "name", "variant", "expected"),
    [
        ("4-03-02-01", "中式面点师", None, ("中式烹调师", "4-03-02-02")),
        ("4-03-02-99", "中式面点师", "unknown-code", ("", "4-03-02-02")),
        ("40302", "中式面点师", "unknown-code", ("", "4-03-02-02")),
    ],
)
def test_code_and_title_that_do_not_belong_together_are_told_with_both(
    code: str, name: str, variant: str | None, expected: tuple[str, str]
) -> None:
    (problem,) = occupation_code_mismatch(written(code + name, code, name), TITLES)

    assert isinstance(problem, Problem)
    assert problem.variant == variant
    assert problem.facts["code"] == code
    assert (problem.facts["code_title"], problem.facts["name_code"]) == expected


def test_a_title_with_two_codes_goes_with_either() -> None:
    name, codes = next((name, codes) for name, codes in TITLES.codes.items() if len(codes) > 1)

    for code in codes:
        assert list(occupation_code_mismatch(written(code + name, code, name), TITLES)) == []


def test_one_fault_is_said_by_one_of_the_two_rules() -> None:
    unknown_title = written("4-03-02-02果树园艺", "4-03-02-02", "果树园艺")
    wrong_code = written("4-03-02-01中式面点师", "4-03-02-01", "中式面点师")

    assert list(occupation_code_mismatch(unknown_title, TITLES)) == []
    assert list(unknown_occupation(wrong_code, TITLES)) == []


@pytest.mark.parametrize(
    ("occupation", "expected"),
    [
        (
            Occupation(code="4-03-02-02", name="中式面点师", text="见右"),
            [("4-03-02-02", "中式面点师")],
        ),
        (Occupation(text="4-03-02-02 中式面点师"), [("4-03-02-02", "中式面点师")]),
        (Occupation(text="中式面点师（4-03-02-02）"), [("4-03-02-02", "中式面点师")]),
        (
            Occupation(text="4-03-02-01中式烹调师\n4-03-02-02中式面点师"),
            [("4-03-02-01", "中式烹调师"), ("4-03-02-02", "中式面点师")],
        ),
        (Occupation(text="文学、艺术学研究人员"), [(None, "文学、艺术学研究人员")]),
        (Occupation(text="、"), [(None, None)]),
    ],
)
def test_each_occupation_of_a_cell_is_taken_by_itself(
    occupation: Occupation, expected: list[tuple[str | None, str | None]]
) -> None:
    assert list(given(occupation, TITLES)) == [NamedOccupation(*pair) for pair in expected]


def test_without_an_occupation_there_is_nothing_to_look_up() -> None:
    empty = Specification()

    assert list(unknown_occupation(empty, TITLES)) == [Moot("/occupation")]
    assert list(occupation_code_mismatch(empty, TITLES)) == [Moot("/occupation")]
    assert list(missing_occupation(empty, Params())) == [Moot("/occupation")]


def test_a_table_without_an_occupation_lacks_it() -> None:
    spec = Specification(tasks=(Task(name="和面"),))

    assert list(missing_occupation(spec, Params())) == [Problem("/occupation")]


def test_what_finds_near_titles_is_loaded_only_when_needed() -> None:
    sys.modules.pop("rapidfuzz", None)

    list(unknown_occupation(written("中式面点师", name="中式面点师"), TITLES))

    assert "rapidfuzz" not in sys.modules
