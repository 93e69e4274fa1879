"""JUnit XML."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.typesetting import visible

Make = Callable[..., Any]


def _root(page: str) -> ET.Element:
    return ET.fromstring(page.encode("utf-8"))  # noqa: S314 - our own page


def test_a_document_is_a_suite_and_a_rule_a_case(finding: Make, report: Make) -> None:
    made = report(finding(), passed=("missing-name",), moot=("missing-weight",))
    assert sv.render([made], "junit") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="specvalidator" tests="3" failures="1" errors="0" skipped="1">\n'
        '  <testsuite name="拉面制作.docx · 拉面制作"'
        ' tests="3" failures="1" errors="0" skipped="1">\n'
        '    <testcase classname="拉面制作.docx" name="missing-name" />\n'
        '    <testcase classname="拉面制作.docx" name="missing-weight">\n'
        '      <skipped message="所检查的内容缺失，另有规则指出" />\n'
        "    </testcase>\n"
        '    <testcase classname="拉面制作.docx" name="weight-total">\n'
        '      <failure message="各项工作任务的考核比重合计应为100%，现为95%。" type="error">'
        "错误：各项工作任务的考核比重合计应为100%，现为95%。\n"
        "位置：第1个表格第3行第4列\n"
        "条款：附件2 五、考核比重：用百分比（%）表示。\n"
        "建议：请增加5个百分点。</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


OUTCOMES = [
    ([("fail", "error")], "failure", "a certain error fails the case"),
    ([("fail", "warning")], "system-out", "a document with warnings still passes"),
    ([("fail", "note")], "system-out", "so does one with notes"),
    ([("review", "note")], "skipped", "what a person must look at is neither passed nor failed"),
    ([("review", "note"), ("fail", "error")], "failure", "a certain error is the gravest"),
    ([("fail", "warning"), ("review", "note")], "skipped", "a question is never passed"),
]


@pytest.mark.parametrize(("found", "outcome", "why"), OUTCOMES, ids=[why for *_, why in OUTCOMES])
def test_the_gravest_finding_of_a_rule_decides(
    finding: Make, report: Make, found: list[tuple[str, str]], outcome: str, why: str
) -> None:
    made = report(*(finding(kind=kind, severity=severity) for kind, severity in found), passed=())
    [case] = _root(sv.render([made], "junit")).iter("testcase")
    assert [each.tag for each in case] == [outcome], why
    assert (case[0].text or "").count("位置") == len(found)


def test_a_file_that_was_not_read_is_an_error(failure: Make) -> None:
    root = _root(sv.render([], "junit", errors=[failure()]))
    assert root.attrib == {
        "name": "specvalidator",
        "tests": "1",
        "failures": "0",
        "errors": "1",
        "skipped": "0",
    }
    [error] = root.iter("error")
    assert error.attrib == {"message": "文件已加密，请去掉密码。", "type": "encrypted"}


def test_no_time_and_no_machine_is_named(finding: Make, report: Make, failure: Make) -> None:
    page = sv.render([report(finding())], "junit", errors=[failure()])
    assert not {"time", "timestamp", "hostname"} & {
        key for element in _root(page).iter() for key in element.attrib
    }


def test_submissions_of_one_file_are_told_apart(report: Make) -> None:
    root = _root(sv.render([report(index=0), report(index=1)], "junit"))
    assert {case.get("classname") for case in root.iter("testcase")} == {
        "拉面制作.docx 第1份",
        "拉面制作.docx 第2份",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, finding: Make, report: Make, failure: Make) -> None:
    made = report(finding(message=text, suggestion=text), name=text, subject=text)
    root = _root(sv.render([made], "junit", errors=[failure(text)]))
    [failed] = root.iter("failure")
    assert failed.get("message") == visible(text)
    assert root[0].get("name") == visible(f"{text} · {text}")
    assert root[1].get("name") == visible(text)
    assert {each.tag for each in root.iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
    }
