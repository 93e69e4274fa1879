"""A finding that is waived says so and does not count; an expired waiver lets nothing pass."""

from datetime import date
from typing import Any

import pytest

import specvalidator as sv
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record
from specvalidator.places import Source
from specvalidator.submission import Submission

DIGEST = "0123456789abcdef" * 4
DAY = date(2026, 6, 30)


def report(**changes: object) -> sv.Report:
    """Judge the valid specification with other values in some of its fields."""
    record = valid_record("specification") | changes
    source = Source(name="drafts/拉面制作.docx", media_type=None, sha256=DIGEST, size=1)
    return sv.check(
        Submission(source=source, kind="specification", model=Specification.model_validate(record))
    )


def waiver(**changes: Any) -> sv.Waiver:  # noqa: ANN401 - values of TOML
    """Return a waiver of the one error of `faulty`, with other values in some of its keys."""
    usual = {
        "rule": "job-title-suffix",
        "document": "拉面制作.docx",
        "reason": "名称已经公布。",
        "approved_by": "考核科",
        "expires": date(2026, 12, 31),
    }
    return sv.Waiver.model_validate(usual | changes)


@pytest.fixture
def faulty() -> sv.Report:
    """A report on a name that ends like a job title: one error, at /name."""
    found = report(name="拉面制作员", ability_name="拉面制作员")
    assert {finding.rule for finding in found.findings} == {"job-title-suffix"}
    assert found.verdict == "fail"
    return found


def test_a_waived_finding_says_why_and_until_when(faulty: sv.Report) -> None:
    found = sv.waived(faulty, [waiver()], on=DAY)
    assert len(found.findings) == len(faulty.findings), "nothing is taken away"
    for finding in found.findings:
        assert finding.waived is not None
        assert finding.waived.reason == "名称已经公布。"
        assert finding.waived.approved_by == "考核科"
        assert finding.waived.expires == date(2026, 12, 31)
        assert finding.lapsed is None


def test_a_waived_finding_does_not_count(faulty: sv.Report) -> None:
    found = sv.waived(faulty, [waiver()], on=DAY)
    assert found.verdict == "pass"
    assert found.counted == ()
    assert found.waived == found.findings


def test_the_report_that_is_given_stays_as_it_is(faulty: sv.Report) -> None:
    sv.waived(faulty, [waiver()], on=DAY)
    assert faulty.verdict == "fail"


MEANT: list[tuple[dict[str, object], str]] = [
    ({"document": "*.docx"}, "a pattern of names"),
    ({"document": "drafts/"}, "a folder"),
    ({"document": DIGEST}, "the digest of the document"),
    ({"document": DIGEST.upper()}, "the digest in capitals"),
    ({"path": "/name"}, "the finding's path"),
    ({"text": "拉面制作员"}, "what is written there"),
    ({"text": " 拉面制作员\n"}, "what is written there, however it is broken into lines"),
    ({"expires": DAY}, "the last day"),
]
NOT_MEANT: list[tuple[dict[str, object], str]] = [
    ({"rule": "name-length"}, "another rule"),
    ({"document": "b.docx"}, "another document"),
    ({"document": "f" * 64}, "the digest of another document"),
    ({"path": "/definition"}, "another place"),
    ({"path": ""}, "the whole record is another place"),
    ({"text": "拉面"}, "a part of what is written there is something else"),
    ({"text": "面条制作员"}, "the draft has changed since"),
]


@pytest.mark.parametrize("changes", [row[0] for row in MEANT], ids=[row[1] for row in MEANT])
def test_a_waiver_means(changes: dict[str, object], faulty: sv.Report) -> None:
    found = sv.waived(faulty, [waiver(**changes)], on=DAY)
    assert any(finding.waived for finding in found.findings)
    assert sv.unused_waivers([found], [waiver(**changes)]) == ()


@pytest.mark.parametrize(
    "changes", [row[0] for row in NOT_MEANT], ids=[row[1] for row in NOT_MEANT]
)
def test_a_waiver_does_not_mean(changes: dict[str, object], faulty: sv.Report) -> None:
    found = sv.waived(faulty, [waiver(**changes)], on=DAY)
    assert found == faulty
    (unused,) = sv.unused_waivers([faulty], [waiver(**changes)])
    assert unused.rule == waiver(**changes).rule


def test_a_document_may_be_called_otherwise_than_in_the_report(faulty: sv.Report) -> None:
    anchored = waiver(document="/2026/拉面制作.docx")
    assert sv.waived(faulty, [anchored], on=DAY) == faulty
    assert sv.waived(faulty, [anchored], on=DAY, document="2026/拉面制作.docx").verdict == "pass"


def test_a_record_without_a_file_is_no_document() -> None:
    record = valid_record("specification") | {"name": "拉面制作员", "ability_name": "拉面制作员"}
    alone = sv.check(Specification.model_validate(record))
    assert sv.waived(alone, [waiver(document="*")], on=DAY).verdict == "fail"


def test_an_expired_waiver_lets_nothing_pass_and_says_so(faulty: sv.Report) -> None:
    found = sv.waived(faulty, [waiver(expires=date(2026, 6, 29))], on=DAY)
    assert found.verdict == "fail"
    assert found.counted == found.findings
    for finding in found.findings:
        assert finding.waived is None
        assert finding.lapsed is not None
        assert finding.lapsed.expires == date(2026, 6, 29)


def test_an_expired_waiver_of_what_is_still_there_is_not_unused(faulty: sv.Report) -> None:
    assert sv.unused_waivers([faulty], [waiver(expires=date(2020, 1, 1))]) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_waivers_the_longest_holds(order: int, faulty: sv.Report) -> None:
    both = [waiver(expires=date(2026, 1, 31), reason="旧"), waiver(reason="新")][::order]
    found = sv.waived(faulty, both, on=DAY)
    assert {finding.waived.reason for finding in found.waived if finding.waived} == {"新"}
    assert found.verdict == "pass"


def test_a_question_can_be_waived_too() -> None:
    asked = report(occupation={"text": "计算机应用软件类", "name": "计算机应用软件类"})
    assert asked.verdict == "review"
    answers = [waiver(rule=finding.rule) for finding in asked.findings]
    assert sv.waived(asked, answers, on=DAY).verdict == "pass"


def test_an_unused_waiver_says_whether_its_document_was_checked(faulty: sv.Report) -> None:
    idle = [waiver(rule="weight-total"), waiver(document="b.docx")]
    unused = sv.unused_waivers([faulty], idle)
    assert [(each.rule, each.checked) for each in unused] == [
        ("weight-total", True),
        ("job-title-suffix", False),
    ]
