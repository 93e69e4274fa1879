"""`--select`, `--ignore`, `--statistics`, `-q`: less is said, and what was not asked is named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specvalidator.packs import load_pack

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
CLEAN, FAULTY = EXAMPLES / "01-bamboo-basket.docx", EXAMPLES / "06-faults-net-mending.docx"


def found(result: Any) -> set[str]:  # noqa: ANN401 - a result of the command line
    return {each["rule"] for report in result.json["reports"] for each in report["findings"]}


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        (("--select", "weight-total"), {"weight-total"}),
        (("--select", "weight-total,missing-applicants"), {"weight-total", "missing-applicants"}),
        (("--select", "weight-*", "--ignore", "weight-total"), {"weight-not-percentage"}),
    ],
)
def test_only_what_was_selected_is_asked_and_the_rest_is_named(
    specvalidator: Make, options: tuple[str, ...], asked: set[str]
) -> None:
    result = specvalidator("check", FAULTY, *options, "--format", "json")
    assert found(result) == asked
    [report] = result.json["reports"]
    every = {name for name, _ in load_pack().rules_of("specification")}
    assert set(report["deselected"]) == every - {*report["passed"], *report["moot"], *asked}


def test_what_was_ignored_makes_no_verdict_and_no_status(specvalidator: Make) -> None:
    result = specvalidator("check", CLEAN, "--select", "weight-total")
    assert result.status == 0
    assert "通过" in result.out
    assert "条规则没有问" in result.out


def test_a_kind_of_which_no_rule_was_selected_is_not_judged_and_no_failure(
    specvalidator: Make,
) -> None:
    result = specvalidator("check", CLEAN, "--select", "missing-venue", "--format", "json")
    assert [report["verdict"] for report in result.json["reports"]] == ["not-judged"]
    assert result.status == 0


def test_a_slip_in_a_name_asks_nothing(specvalidator: Make) -> None:
    result = specvalidator("check", FAULTY, "--ignore", "weight-totl")
    assert (result.status, result.out) == (2, "")
    assert "weight-total" in result.err


def test_a_letter_names_the_requirements_that_were_not_looked_at(
    specvalidator: Make, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    specvalidator(
        "letter", FAULTY, "--out", out, "--format", "markdown", "--ignore", "weight-total"
    )
    [letter] = out.iterdir()
    assert "这次没有核对以下要求：各项考核比重合计须为100%。" in letter.read_text("utf-8")


def test_statistics_count_what_each_rule_found(specvalidator: Make) -> None:
    result = specvalidator("check", CLEAN, FAULTY, "--statistics", "--format", "json")
    counts = {each["rule"]: each["findings"] for each in result.json["statistics"]}
    assert sum(counts.values()) == 17
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    text = specvalidator("check", CLEAN, FAULTY, "--statistics", "--ignore", "weight-total").out
    assert "weight-total" in text.partition("没有问的规则")[2]
    assert "weight-not-percentage ·" in text


def test_quiet_says_findings_and_what_was_not_judged_alone(
    specvalidator: Make, tmp_path: Path
) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    (tmp_path / "说明.txt").write_text("x")
    (tmp_path / "好.docx").write_bytes(CLEAN.read_bytes())
    result = specvalidator("check", FAULTY, tmp_path, "-q", "--ignore", "weight-total")
    assert result.err == ""
    assert "好.docx" not in result.out
    for said in ("06-faults-net-mending.docx", "坏.docx", "没有问的规则"):
        assert said in result.out
    assert "共" not in result.out.splitlines()[-1]
    assert specvalidator("check", CLEAN, "-q").out == ""
