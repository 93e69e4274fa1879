"""What a session's rules make of records that are wrong in more than one way."""

import datetime as dt

import pytest

import specvalidator
from specvalidator.findings import Report
from specvalidator.models import Session
from specvalidator.models.session import Candidate, Official

DAY = dt.date(2025, 3, 14)


def judged(**fields: object) -> Report:
    return specvalidator.check(Session.model_validate(fields))


def found(report: Report, rule: str) -> list[tuple[str, str]]:
    return [(f.kind, f.location.path) for f in report.findings if f.rule == rule]


BIRTHS: list[tuple[str, str, bool]] = [
    ("2009-03-13", "2025-03-14", True),
    ("2009-03-14", "2025-03-14", True),
    ("2009-03-15", "2025-03-14", False),
    ("2008-02-29", "2024-02-28", False),
    ("2008-02-29", "2024-02-29", True),
    ("2009-12-31", "2025-01-01", False),
]


@pytest.mark.parametrize(("born", "date", "old_enough"), BIRTHS)
def test_sixteen_is_reached_on_the_birthday(born: str, date: str, *, old_enough: bool) -> None:
    report = judged(date=date, candidates=[{"birth_date": born}])
    expected = [] if old_enough else [("fail", "/candidates/0/birth_date")]

    assert found(report, "under-age-candidate") == expected


def test_every_candidate_who_is_too_young_is_named() -> None:
    people = [Candidate(age=15), Candidate(age=40), Candidate(name="姜白鹭", age=14)]
    report = judged(date=DAY, candidates=people)

    assert [finding.location.path for finding in report.findings][-2:] == [
        "/candidates/0/age",
        "/candidates/2/age",
    ]
    messages = [f.message for f in report.findings if f.rule == "under-age-candidate"]
    assert "第1名考生" in messages[0]
    assert "姜白鹭" in messages[1]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"date": DAY}, "no candidates"),
        ({"date": DAY, "candidates": [Candidate(name="甲")]}, "neither date of birth nor age"),
        ({"candidates": [Candidate(birth_date=dt.date(2012, 1, 1))]}, "no day to reckon from"),
        ({"date": DAY, "candidates": [Candidate(age=30), Candidate()]}, "one of two is unknown"),
    ],
)
def test_an_age_that_is_not_known_is_no_fault_and_no_pass(
    fields: dict[str, object], why: str
) -> None:
    report = judged(**fields)

    assert "under-age-candidate" in report.moot, why


def test_a_day_that_is_absent_leaves_nothing_to_count() -> None:
    assert "late-results" in judged(results_date="2025-03-28").moot
    assert "late-results" in judged(date=DAY).moot


def test_an_empty_session_lacks_people_and_nothing_else() -> None:
    rules = {finding.rule for finding in judged().findings}

    assert rules == {"missing-examiner-assignment", "missing-supervisor"}


def test_one_period_that_is_stated_does_not_pass_for_the_other() -> None:
    assert "short-retention" in judged(file_retention_months=24).moot
    assert found(judged(file_retention_months=23), "short-retention") == [
        ("fail", "/file_retention_months")
    ]


def test_an_empty_row_is_nobody_to_compare() -> None:
    report = judged(examiners=[Official()], supervisors=[Official()])

    assert found(report, "examiner-as-supervisor") == []


def test_a_supervisor_is_named_once_and_with_the_examiner_that_he_is() -> None:
    twice = [Official(name="于谷雨"), Official(name="于谷雨")]
    report = judged(examiners=twice, supervisors=[Official(name="于谷雨")])
    (finding,) = [f for f in report.findings if f.rule == "examiner-as-supervisor"]

    assert [each.path for each in finding.related] == ["/examiners/0"]
    assert finding.kind == "review"
