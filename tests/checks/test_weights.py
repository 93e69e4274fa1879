"""Weights: what counts as missing, as a percentage, and as the whole."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from specvalidator.checks.specification.weights import (
    Total,
    percentage,
    weight_given,
    weight_total,
)
from specvalidator.findings import Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Task

HUNDRED = Total(total=100)
Written = tuple[str | None, str | None]
"""weight, weight_text"""


def weighed(*weights: Written | str) -> Specification:
    """A specification with these weights; "20%" is short for ("20", "20%")."""
    pairs = [(w.rstrip("%"), w) if isinstance(w, str) else w for w in weights]
    tasks = tuple(
        Task(name="任务", weight=None if weight is None else Decimal(weight), weight_text=text)
        for weight, text in pairs
    )
    return Specification(tasks=tasks)


def seen(outcomes: Sequence[Outcome]) -> list[tuple[type[Outcome], str, str | None]]:
    return [
        (type(each), each.path, None if isinstance(each, Moot) else each.variant)
        for each in outcomes
    ]


TOTALS = [
    (("20%", "30%", "50%"), [], "a whole"),
    (("33.3%", "33.3%", "33.4%"), [], "a whole to the last decimal"),
    (("16.67%",) * 5 + ("16.65%",), [], "sixths, the last of which makes up for rounding"),
    ((("100", "100%"), ("0", "0%")), [], "a task may count for nothing"),
    ((("60", None), ("40", None)), [], "numbers without their text are weights"),
    (("20%", "30%"), [(Problem, "/tasks", "too-little")], "half is missing"),
    (("60%", "50%"), [(Problem, "/tasks", "too-much")], "a tenth too much"),
    (("33.3%",) * 3, [(Problem, "/tasks", "nearly")], "a tenth of a point is missing"),
    (("33.4%",) * 3, [(Problem, "/tasks", "nearly")], "a fifth of a point too much"),
    (("99%",), [(Problem, "/tasks", "too-little")], "a whole point is no rounding"),
    (("50%", (None, None)), [(Moot, "/tasks", None)], "one is absent"),
    (("50%", (None, "很重要")), [(Moot, "/tasks", None)], "one cannot be counted"),
    (("100%", (None, None)), [(Moot, "/tasks", None)], "what is absent may be 0 %"),
    (("60%", "50%", (None, None)), [(Problem, "/tasks", "too-much")], "the rest is too much"),
    (((None, None),), [(Moot, "/tasks", None)], "nothing is known"),
    (("120%", (None, None)), [(Moot, "/tasks", None)], "120 % means nothing in a total"),
    (("-20%", "120%"), [(Moot, "/tasks", None)], "that they make 100 is chance"),
    ((("0.4", "0.4"), ("0.6", "0.6")), [(Moot, "/tasks", None)], "fractions of a whole"),
    ((("0.4", "0.4%"), ("0.6", "0.6%")), [(Problem, "/tasks", "too-little")], "with % it is 1 %"),
    ((), [(Moot, "/tasks", None)], "there are no tasks"),
]


@pytest.mark.parametrize(("weights", "expected", "why"), TOTALS, ids=[w for *_, w in TOTALS])
def test_weights_make_a_whole(
    weights: tuple[Written | str, ...],
    expected: list[tuple[type[Outcome], str, str | None]],
    why: str,
) -> None:
    assert seen(list(weight_total(weighed(*weights), HUNDRED))) == expected, why


def test_the_total_is_said_exactly() -> None:
    [problem] = weight_total(weighed("33.3%", "33.3%", "33.3%"), HUNDRED)

    assert isinstance(problem, Problem)
    assert problem.facts == {"found": "99.9", "expected": "100", "difference": "0.1"}
    assert problem.related == ("/tasks/0/weight", "/tasks/1/weight", "/tasks/2/weight")


FORMS = [
    (("20%", "80%"), [], "percent signs"),
    ((("20", "20％"), ("30", "30﹪"), ("50", "百分之五十")), [], "other ways to write percent"),
    ((("60", None), ("40", None)), [], "numbers that no file gave"),
    (((None, None), (None, "%"), (None, " ％")), [], "what is absent is another rule's"),
    (((None, "较高"), "50%"), [None], "a word"),
    (((None, "20%/30%"), "50%"), [None], "two percentages"),
    (("-5%", "50%"), ["negative"], "a negative number"),
    (("101%", "50%"), ["too-much"], "more than the whole"),
    (("100%",), [], "the whole"),
    (("0%", "100%"), ["zero"], "nothing"),
    ((("20", "20"), "80%"), ["no-sign"], "no sign"),
    ((("0.5", "0.5"), ("0.5", ".5")), ["all-fraction"], "fractions of a whole"),
    ((("0.5", "0.5"), ("0.7", "0.7")), ["all-no-sign"], "small numbers of no whole"),
    ((("1", None),), ["fraction"], "the whole as 1"),
]


@pytest.mark.parametrize(("weights", "variants", "why"), FORMS, ids=[why for *_, why in FORMS])
def test_weights_are_percentages(
    weights: tuple[Written | str, ...], variants: list[str | None], why: str
) -> None:
    outcomes = list(percentage(weighed(*weights), HUNDRED))

    assert all(isinstance(each, Problem) for each in outcomes)
    assert [variant for *_, variant in seen(outcomes)] == variants, why


GIVEN = [
    (("20%", "80%"), [], "all given"),
    ((("20", None), (None, "很重要")), [], "whatever is written is given"),
    (("20%", (None, None)), [("/tasks/1/weight", "remainder")], "the rest is certain"),
    (("20%", (None, "%")), [("/tasks/1/weight", "remainder")], "the form's own % is no weight"),
    (
        ("20%", (None, None), (None, None)),
        [("/tasks/1/weight", None), ("/tasks/2/weight", None)],
        "two are absent",
    ),
    (("100%", (None, None)), [("/tasks/1/weight", "full")], "nothing is left for it"),
    (("20%", (None, "多"), (None, None)), [("/tasks/2/weight", None)], "the rest is uncertain"),
    (((None, None),), [("/tasks/0/weight", None)], "there are no others"),
]


@pytest.mark.parametrize(("weights", "expected", "why"), GIVEN, ids=[why for *_, why in GIVEN])
def test_weights_are_given(
    weights: tuple[Written | str, ...], expected: list[tuple[str, str | None]], why: str
) -> None:
    outcomes = list(weight_given(weighed(*weights), HUNDRED))

    assert [(path, variant) for _, path, variant in seen(outcomes)] == expected, why


def test_a_weight_that_alone_is_absent_is_what_the_others_leave() -> None:
    [problem] = weight_given(weighed("20%", "35.5%", (None, None)), HUNDRED)

    assert isinstance(problem, Problem)
    assert (problem.facts["rest"], problem.facts["remainder"]) == ("55.5", "44.5")


@pytest.mark.parametrize("asked", [weight_given, percentage, weight_total])
def test_a_table_without_the_column_says_nothing_of_weights(asked: object) -> None:
    spec = weighed((None, None), (None, None)).model_copy(update={"missing_columns": ("weight",)})

    assert callable(asked)
    assert list(asked(spec, HUNDRED)) == [Moot("/tasks")]
