"""Checks that packs of other places need: check, numbers, record, and what is said to it."""

import datetime as dt
from typing import Any

import pytest

from specvalidator.catalogue import Published
from specvalidator.checks import check_named
from specvalidator.findings import Doubt, Moot, Outcome, Problem
from specvalidator.models import MODELS, Kind

SPEC: Kind = "specification"
SESSION: Kind = "session"
APPLICATION: Kind = "application"


def said(name: str, kind: Kind, params: dict[str, Any], record: dict[str, Any]) -> list[Outcome]:
    check = check_named(name, kind)
    assert check is not None
    model = MODELS[kind].model_validate(record)
    found = list(check.run(model, check.params.model_validate(params)))
    for each in found:
        if not isinstance(each, Moot):
            assert set(each.facts) <= check.facts
            assert each.variant is None or each.variant in check.variants
    return found


def brief(found: list[Outcome]) -> list[tuple[str, ...]]:
    """Kind, path and variant of each."""
    return [
        (type(each).__name__, each.path)
        + ((each.variant,) if not isinstance(each, Moot) and each.variant else ())
        for each in found
    ]


EXAMINERS = {"at": "/requirements/examiner_minimum"}


def examiners(text: str | None) -> dict[str, Any]:
    return {"requirements": {"examiners": text}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每个考评组不少于3名考评员", []),
        ("每个考评组5名考评员", []),
        (None, ["Moot"]),
        ("由考评员组成", ["Moot"]),
        ("每个考评组不少于4名考评员", ["Problem"]),
        ("每个考评组2人", ["Problem"]),
    ],
)
def test_an_odd_number_of_examiners(text: str | None, expected: list[str]) -> None:
    found = said("odd-number", SPEC, EXAMINERS, examiners(text))
    assert [type(each).__name__ for each in found] == expected


@pytest.mark.parametrize(("number", "odd"), [(0, False), (1, True), (2, False), (3, True)])
def test_the_items_of_a_list_are_counted(number: int, odd: bool) -> None:  # noqa: FBT001
    record = {"examiners": [{"name": f"考评员{index}"} for index in range(number)]}
    found = said("odd-number", SESSION, {"at": "/examiners"}, record)
    assert brief(found) == ([] if odd else [("Problem" if number else "Moot", "/examiners")])


def test_what_is_no_number_is_a_question() -> None:
    found = said("at-most", SPEC, {"at": "/name", "most": 3}, {"name": "三"})
    assert brief(found) == [("Doubt", "/name", "review")]


@pytest.mark.parametrize(("most", "expected"), [(3, []), (2, [("Problem", "/projects")])])
def test_no_more_than_so_many(most: int, expected: list[tuple[str, ...]]) -> None:
    record = {"projects": ["拉面制作", "水饺制作", "剪纸"]}
    assert (
        brief(said("at-most", APPLICATION, {"at": "/projects", "most": most}, record)) == expected
    )


def test_a_number_that_is_too_great_is_said_with_what_was_found() -> None:
    found = said(
        "at-most",
        SESSION,
        {"at": "/file_retention_months", "most": 24},
        {"file_retention_months": 36},
    )
    assert found == [Problem("/file_retention_months", {"found": "36"})]


@pytest.mark.parametrize(
    ("sex", "expected"),
    [("男", []), ("女 ", []), (None, ["Moot"]), ("略", ["Moot"]), ("男性", ["Problem"])],
)
def test_a_word_of_a_list(sex: str | None, expected: list[str]) -> None:
    params = {"at": "/managers/*/sex", "words": ["男", "女"]}
    found = said("one-of", APPLICATION, params, {"managers": [{"name": "陆可", "sex": sex}]})
    assert [type(each).__name__ for each in found] == expected


@pytest.mark.parametrize(
    ("given", "alone", "expected"),
    [
        ({"telephone": "0631-5200000"}, False, []),
        ({"telephone": "0631-5200000", "address": "海坪路1号"}, False, []),
        ({}, False, [("Problem", "/telephone")]),
        ({"telephone": "略"}, False, [("Problem", "/telephone")]),
        ({"telephone": "0631-5200000"}, True, []),
        ({"telephone": "1", "address": "2"}, True, [("Problem", "/telephone", "several")]),
    ],
)
def test_one_of_several_fields(
    given: dict[str, str],
    alone: bool,  # noqa: FBT001
    expected: list[tuple[str, ...]],
) -> None:
    params = {"at": ["/telephone", "/address"], "alone": alone}
    assert brief(said("one-of-several", APPLICATION, params, given)) == expected


DAYS = {"at": "/results_date", "since": "/date", "days": 5}


@pytest.mark.parametrize(
    ("held", "handed_in", "expected"),
    [
        ("2025-09-28", "2025-10-03", []),  # five days, though the holiday has no working day
        ("2025-09-28", "2025-09-28", []),
        ("2025-09-28", "2025-10-04", [("Problem", "/results_date")]),
        ("2025-09-28", "2025-09-27", [("Doubt", "/results_date", "before")]),
        ("2025-09-28", None, [("Moot", "/results_date")]),
        (None, "2025-09-28", [("Moot", "/date")]),
    ],
)
def test_calendar_days_count_holidays(
    held: str | None, handed_in: str | None, expected: list[tuple[str, ...]]
) -> None:
    record = {"date": held, "results_date": handed_in}
    assert brief(said("calendar-days", SESSION, DAYS, record)) == expected


@pytest.mark.parametrize(
    ("held", "handed_in", "expected"),
    [
        ("2025-09-28", "2025-09-28", []),
        ("2025-09-28", "2026-01-01", []),
        ("2025-09-28", "2025-09-27", [("Problem", "/results_date")]),
        ("2025-09-28", None, [("Moot", "/results_date")]),
    ],
)
def test_one_day_is_not_before_another(
    held: str, handed_in: str | None, expected: list[tuple[str, ...]]
) -> None:
    params = {"at": "/results_date", "since": "/date"}
    record = {"date": held, "results_date": handed_in}
    assert brief(said("date-order", SESSION, params, record)) == expected


def tasks(*weighed: tuple[str, float | None]) -> dict[str, Any]:
    return {"tasks": [{"name": name, "weight": weight} for name, weight in weighed]}


ELECTIVES = {"total": 100, "signs": ["选考", "任选"]}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (tasks(("备料", 40), ("制作", 60)), []),
        (tasks(("备料", 60), ("蒸制（选考）", 40), ("烤制（选考）", 40)), []),
        (tasks(("备料", 99.5), ("蒸（任选）", 0.5), ("烤（任选）", 0.5), ("炸（任选）", 0.5)), []),
        (tasks(("备料", None), ("蒸（选考）", 40), ("烤（选考）", 40)), [("Moot", "/tasks")]),
        (tasks(), [("Moot", "/tasks")]),
        (tasks(("备料", 40), ("制作", 50)), [("Problem", "/tasks")]),
        (tasks(("备料", 20), ("蒸（选考）", 40), ("烤（选考）", 40)), [("Problem", "/tasks")]),
        (
            tasks(("备料", 60), ("蒸（选考）", 40), ("烤（选考）", 30)),
            [("Problem", "/tasks/1/weight", "unequal")],
        ),
        (tasks(("备料", 60), ("蒸（选考）", 40)), [("Problem", "/tasks/1/weight", "too-few")]),
    ],
)
def test_compulsory_tasks_and_one_elective_make_the_whole(
    record: dict[str, Any], expected: list[tuple[str, ...]]
) -> None:
    assert brief(said("weight-total-with-electives", SPEC, ELECTIVES, record)) == expected


def test_two_of_three_electives_make_the_whole() -> None:
    record = tasks(("备料", 40), ("蒸（选考）", 30), ("烤（选考）", 30), ("炸（选考）", 30))
    assert said("weight-total-with-electives", SPEC, {**ELECTIVES, "choose": 2}, record) == []
    [problem] = said("weight-total-with-electives", SPEC, {**ELECTIVES, "choose": 1}, record)
    assert isinstance(problem, Problem)
    assert problem.facts["found"] == "70"


PUBLISHED = (Published("拉面制作", dt.date(2024, 5, 1)), Published("剪纸"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("水饺制作", []),
        ("手工拉面制作", []),
        (None, [("Moot", "/name")]),
        ("拉面制作", [("Doubt", "/name")]),
        ("“剪纸”专项职业能力", [("Doubt", "/name")]),
    ],
)
def test_a_name_that_is_published_already_is_a_question(
    name: str | None, expected: list[tuple[str, ...]]
) -> None:
    params = {"at": "/name", "catalogue": PUBLISHED}
    found = said("already-published", SPEC, params, {"name": name})
    assert brief(found) == expected
    assert all(isinstance(each, Doubt | Moot) for each in found)


def test_weights_stay_exact() -> None:
    record = tasks(("备料", 33.3), ("和面", 33.3), ("蒸（选考）", 33.4), ("烤（选考）", 33.4))
    assert said("weight-total-with-electives", SPEC, ELECTIVES, record) == []
