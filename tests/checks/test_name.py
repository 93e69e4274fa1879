"""Whether the name is given, and the same everywhere."""

import pytest

from specvalidator.checks.base import Params
from specvalidator.checks.specification.name import (
    inconsistent_name,
    missing_ability_name,
    missing_name,
)
from specvalidator.findings import Moot, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Occupation, Task
from specvalidator.wording import Words

NONE = Params()
TASK = Task(name="和面")


def differing(
    name: str | None = None, ability_name: str | None = None, definition: str | None = None
) -> list[tuple[str, tuple[str, ...]]]:
    spec = Specification(name=name, ability_name=ability_name, definition=definition)
    outcomes = list(inconsistent_name(spec, NONE))
    return [(each.path, each.related) for each in outcomes if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("拉面制作", "拉面制作"),
        ("拉面制作", " 拉面　制作 "),
        ("拉面制作", "“拉面制作”"),
        ("拉面制作", "《拉面制作》"),
        ("拉面制作（手工）", "拉面制作(手工)"),
        ("【CorelDraw图形图像处理】", "ＣＯＲＥＬＤＲＡＷ图形图像处理"),
        ("拉面制作", "拉面制作专项职业能力"),
        ("拉面制作", "拉面制作专项职业能力考核规范"),
        ("3D打印", "３Ｄ打印"),
    ],
)
def test_names_that_a_reader_takes_for_the_same_are_the_same(first: str, second: str) -> None:
    assert differing(first, second) == []
    assert differing(second, first) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("拉面制作", "拉面烹制"),
        ("拉面制作", "手工拉面制作"),
        ("拉面制作（初级）", "拉面制作"),
        ("专项职业能力", "拉面制作"),
    ],
)
def test_names_that_a_reader_tells_apart_differ(first: str, second: str) -> None:
    assert differing(first, second) == [("/ability_name", ("/name",))]


def test_the_fault_is_at_the_first_that_differs_and_the_others_are_related() -> None:
    definition = "牛肉面制作——运用案板的能力。"

    assert differing("拉面制作", "拉面制作", definition) == [("/definition", ("/name",))]
    assert differing("拉面制作", "拉面烹制", definition) == [
        ("/ability_name", ("/name", "/definition"))
    ]
    assert differing(None, "拉面制作", definition) == [("/definition", ("/ability_name",))]


def test_the_message_quotes_every_name_and_says_where_it_stands() -> None:
    spec = Specification(name="拉面制作", ability_name="拉面烹制")

    (problem,) = inconsistent_name(spec, NONE)

    assert isinstance(problem, Problem)
    assert problem.facts["names"] == Words(
        "标题为“拉面制作”，能力名称为“拉面烹制”", "“拉面制作” in the title, “拉面烹制” in 能力名称"
    )


@pytest.mark.parametrize(
    "definition",
    [
        "拉面制作——运用案板的能力。",
        "拉面制作—运用案板的能力。",
        "拉面制作 －－ 运用案板的能力。",
        "“拉面制作”──运用案板的能力。",
        "运用案板，制作拉面——一种面食——的能力。",
        "运用案板的能力。",
    ],
)
def test_a_definition_may_begin_with_the_name_or_not(definition: str) -> None:
    assert differing("拉面制作", "拉面制作", definition) == []


def test_without_any_name_there_is_nothing_to_compare() -> None:
    assert list(inconsistent_name(Specification(), NONE)) == [Moot("/name")]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (Specification(name="拉面制作"), []),
        (Specification(ability_name="拉面制作"), []),
        (Specification(), [Problem("/name")]),
    ],
)
def test_a_name_in_title_or_table_is_enough(spec: Specification, expected: list[Problem]) -> None:
    assert list(missing_name(spec, NONE)) == expected


@pytest.mark.parametrize(
    ("spec", "expected", "why"),
    [
        (Specification(name="拉面制作", ability_name="拉面制作"), [], "it is given"),
        (Specification(name="拉面制作"), [Moot("/ability_name")], "there is no table"),
        (Specification(tasks=(TASK,)), [Moot("/ability_name")], "nothing names the ability"),
        (
            Specification(name="拉面制作", tasks=(TASK,)),
            [Problem("/ability_name")],
            "a table with tasks",
        ),
        (
            Specification(name="拉面制作", occupation=Occupation(text="中式面点师")),
            [Problem("/ability_name")],
            "a table with nothing but its head",
        ),
        (
            Specification(name="拉面制作", missing_columns=("weight",)),
            [Problem("/ability_name")],
            "a table that lacks a column",
        ),
    ],
)
def test_the_table_names_the_ability(
    spec: Specification, expected: list[Problem], why: str
) -> None:
    assert list(missing_ability_name(spec, NONE)) == expected, why
