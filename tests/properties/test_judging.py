"""What holds for every specification, however it is worded."""

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import specvalidator
from properties.strategies import SPECIFICATIONS, reweighed, valid_specifications, wholes
from specvalidator import Report, Specification
from specvalidator.packs.cases import Case, cases_of, record_of, rules_with_cases
from specvalidator.wording import Lang

PACK = specvalidator.load_pack()


def failing(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings if finding.kind == "fail"}


@given(valid_specifications())
def test_a_valid_record_gives_no_failing_finding(spec: Specification) -> None:
    report = specvalidator.check(spec)

    assert failing(report) == set(), [finding.message for finding in report.findings]


@given(wholes())
def test_a_split_of_the_whole_passes(weights: list[Decimal]) -> None:
    report = specvalidator.check(reweighed(Specification(), weights))

    assert "weight-total" in report.passed


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=12))
def test_any_other_total_fails(weights: list[Decimal]) -> None:
    report = specvalidator.check(reweighed(Specification(), weights))

    assert ("weight-total" in failing(report)) == (sum(weights) != 100)


@given(st.lists(st.decimals(0, 100, places=2), min_size=2, max_size=12), st.data())
def test_a_weight_left_out_never_makes_the_total_pass(
    weights: list[Decimal], data: st.DataObject
) -> None:
    spec = reweighed(Specification(), weights)
    at = data.draw(st.sampled_from(range(len(weights))))
    tasks = list(spec.tasks)
    tasks[at] = tasks[at].model_copy(update={"weight": None, "weight_text": None})

    report = specvalidator.check(spec.model_copy(update={"tasks": tuple(tasks)}))

    assert "weight-total" not in report.passed
    assert "missing-weight" in failing(report)


ASKED_FOR = (
    "/definition",
    "/applicants",
    "/tasks/0/name",
    "/tasks/0/operations",
    "/tasks/0/knowledge",
    "/tasks",
    "/requirements/eligibility",
    "/requirements/examiners",
    "/requirements/method_and_time",
    "/requirements/venue_and_equipment",
)
"""Values that the form asks for. A number before a task is none: to leave it out mends it."""


@cache
def faulty_cases() -> tuple[Case, ...]:
    """The failing cases of the rules about a specification that are errors."""
    return tuple(
        case
        for rule in rules_with_cases()
        for case in cases_of(rule)
        if PACK.rules[rule].kind == "specification"
        and PACK.rules[rule].severity == "error"
        and (case.outcome, case.severity, case.remarks) == ("fail", None, ())
    )


@pytest.mark.parametrize("pointer", ASKED_FOR)
@given(data=st.data())
def test_a_missing_value_never_turns_a_fail_into_a_pass(pointer: str, data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(faulty_cases()))
    poorer = case.model_copy(update={"unset": (*case.unset, pointer)})
    try:
        record = record_of(poorer, "specification")
    except LookupError:  # the case itself has taken the value away
        return

    report = specvalidator.check(Specification.model_validate(record))

    assert report.verdict == "fail"


@given(SPECIFICATIONS, st.randoms())
def test_findings_do_not_depend_on_the_order_of_rules(spec: Specification, random: Any) -> None:  # noqa: ANN401 - hypothesis hands over a random.Random
    names = list(PACK.rules)
    random.shuffle(names)
    shuffled = PACK.model_copy(update={"rules": {n: PACK.rules[n] for n in names}})

    assert specvalidator.check(spec, pack=shuffled) == specvalidator.check(spec)


@cache
def report_schema() -> Draft202012Validator:
    return Draft202012Validator(Report.model_json_schema(mode="serialization"))


@given(SPECIFICATIONS, st.sampled_from(["zh", "en"]))
def test_every_report_fits_its_schema(spec: Specification, lang: Lang) -> None:
    report = specvalidator.check(spec, lang=lang).model_dump(mode="json")

    assert list(report_schema().iter_errors(report)) == []


@given(SPECIFICATIONS)
def test_no_record_is_both_found_fault_with_and_passed(spec: Specification) -> None:
    report = specvalidator.check(spec)
    spoken = {finding.rule for finding in report.findings}

    assert not spoken & {*report.passed, *report.moot}
    assert spoken | {*report.passed, *report.moot} == {
        name for name, _ in PACK.rules_of("specification")
    }
