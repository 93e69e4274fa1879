"""Remarks in a GitHub workflow."""

import re
from collections.abc import Callable
from typing import Any

import pytest

import specvalidator as sv
from reports.hostile import HOSTILE

Make = Callable[..., Any]
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def test_a_finding_is_a_command_with_what_where_why_and_what_to_do(
    finding: Make, report: Make
) -> None:
    assert sv.render([report(finding(message="100%，现为95%。"))], "github") == (
        "::error file=拉面制作.docx,title=错误 weight-total::100%25，现为95%25。"
        "%0A位置：第1个表格第3行第4列"
        "%0A建议：请增加5个百分点。"
        "%0A条款：附件2 五、考核比重：用百分比（%25）表示。\n"
    )


WEIGHTS = [
    ({"kind": "fail", "severity": "error"}, "error"),
    ({"kind": "fail", "severity": "warning"}, "warning"),
    ({"kind": "fail", "severity": "note"}, "notice"),
    ({"kind": "review", "severity": "note"}, "notice"),
]


@pytest.mark.parametrize(("weight", "command"), WEIGHTS)
def test_what_is_uncertain_is_no_error(
    finding: Make, report: Make, weight: dict[str, str], command: str
) -> None:
    assert sv.render([report(finding(**weight))], "github").startswith(f"::{command} ")


def test_documents_that_pass_say_nothing_and_files_that_were_not_read_are_errors(
    report: Make, failure: Make
) -> None:
    assert sv.render([report()], "github", errors=[failure("a,b:c%.docx")], lang="en") == (
        "::error file=a%2Cb%3Ac%25.docx,title=unreadable encrypted::"
        "The file is encrypted; remove the password.\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_cannot_add_a_command_or_a_property(
    text: str, finding: Make, report: Make, failure: Make
) -> None:
    made = report(finding(message=text, suggestion=text), name=text, subject=text)
    lines = sv.render([made], "github", errors=[failure(text)]).splitlines()
    assert len(lines) == 2
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match
        keys = [each.partition("=")[0] for each in match[2].split(",")]
        assert keys == ["file", "title"]
        assert not re.search(r"%(?!25|0A|0D|2C|3A)", line)
