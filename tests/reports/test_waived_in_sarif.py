"""Findings that are let pass are suppressed results, with their justification."""

import json
from collections.abc import Callable
from typing import Any

import specvalidator as sv

Make = Callable[..., Any]
WAIVED = {"reason": "比重已获批准。", "approved_by": "考核科", "expires": "2026-12-31"}


def _results(report: sv.Report) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(sv.render([report], "sarif"))["runs"][0]["results"]
    return results


def test_a_waived_finding_is_suppressed_with_its_reason(finding: Make, report: Make) -> None:
    waived, *others = _results(report(finding(waived=WAIVED), finding(rule="tasks-few")))
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "比重已获批准。",
            "properties": {"approvedBy": "考核科", "expires": "2026-12-31"},
        }
    ]
    assert waived["level"] == "error", "how grave it is does not change"
    assert others
    assert all(result["suppressions"] == [] for result in others)


def test_without_waivers_nothing_is_said_of_suppression(finding: Make, report: Make) -> None:
    assert not any("suppressions" in result for result in _results(report(finding())))


def test_an_expired_waiver_suppresses_nothing(finding: Make, report: Make) -> None:
    result, *_ = _results(report(finding(lapsed=WAIVED)))
    assert "suppressions" not in result
    assert result["properties"]["waiverExpired"] == "2026-12-31"
