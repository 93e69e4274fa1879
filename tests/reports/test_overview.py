"""Many documents at a glance, at the end of the text report."""

import re
from collections.abc import Callable
from typing import Any

import pytest

import specvalidator as sv
from specvalidator.findings import Clause, RuleReference
from specvalidator.reports import Style
from specvalidator.typesetting import width

Make = Callable[..., Any]
SUMMARY = "共4份文件："


def _overview(page: str) -> str:
    return page[page.index("\n文件 ") + 1 : page.index(SUMMARY)]


def test_four_documents_are_a_table(finding: Make, report: Make, failure: Make) -> None:
    bad = report(finding(), finding(severity="warning"), name="bad.docx", subject="剪纸工")
    unsure = report(finding(kind="review", severity="note"), name="unsure.docx", subject=None)
    page = sv.render([report(), bad, unsure], errors=[failure()])
    assert _overview(page) == (
        "文件                      结论        错误  警告  待核\n"
        "拉面制作.docx · 拉面制作  通过           0     0     0\n"
        "bad.docx · 剪纸工         不通过         1     1     0\n"
        "unsure.docx · 考核规范    待人工核对     0     0     1\n"
        "locked.docx               无法读取       -     -     -\n"
        "\n"
        "涉及文件最多的规则\n"
        "  2份  weight-total\n"
        "\n"
    )


def test_three_documents_have_no_table(report: Make) -> None:
    assert "结论" not in sv.render([report()] * 3)


def test_rules_are_named_with_what_they_ask_and_counted_by_document(
    finding: Make, report: Make
) -> None:
    clause = Clause(id="a", where="附件2", text="合计。")
    rules = tuple(
        RuleReference(name=name, title=f"要求{name}", gravity="error", basis="must", clause=clause)
        for name in "abcdefgh"
    )
    reports = [
        report(*(finding(rule=rule) for rule in found), name=f"{number}.docx", rules=rules)
        for number, found in enumerate(("bbbbh", "abcdefg", "bcdefga", "cdefgz"))
    ]
    page = sv.render(reports)
    assert re.findall(r"^  (\d)份  (.*)$", page, re.MULTILINE) == [
        ("3", "b · 要求b"),
        ("3", "c · 要求c"),
        ("3", "d · 要求d"),
        ("3", "e · 要求e"),
        ("3", "f · 要求f"),
    ]


def test_rules_that_speak_of_one_document_are_not_named(finding: Make, report: Make) -> None:
    page = sv.render([report(finding(), finding()), *(report(name=f"{n}.docx") for n in range(3))])
    assert "涉及文件最多的规则" not in page


def test_the_table_can_be_english(finding: Make, report: Make) -> None:
    page = sv.render([report(finding(), name=f"{n}.docx") for n in range(4)], lang="en")
    assert "document           verdict  error  warning  review\n" in page
    assert "0.docx · 拉面制作  fail         1        0       0\n" in page
    assert "Rules that speak of most documents\n  4  weight-total\n" in page


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_page(finding: Make, report: Make, columns: int) -> None:
    reports = [report(finding(), name=f"{'很长的文件夹/' * 9}{n}.docx") for n in range(12)]
    page = sv.render(reports, style=Style(width=columns))
    table = page[page.index("\n文件 ") + 1 :].splitlines()
    assert max(map(width, table)) <= columns
    assert len({width(line) for line in table[:13]}) == 1


def test_colour_changes_no_letter_of_the_table(report: Make) -> None:
    reports = [report(name=f"{n}.docx") for n in range(4)]
    coloured = sv.render(reports, style=Style(colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == sv.render(reports)
