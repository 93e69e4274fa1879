"""The table for Excel."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.reports.csv import COLUMNS

Make = Callable[..., Any]


def _table(page: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(page.removeprefix("\ufeff"), newline="")))


def test_a_finding_is_a_row_under_a_head_in_the_language(finding: Make, report: Make) -> None:
    page = sv.render([report(finding(written="二成"))], "csv")
    assert page == (
        '\ufeff"文件","第几份","材料种类","材料所述","结论","程度","规则","位置","说明","原文",'
        '"建议","条款","依据","条文","记录中的位置"\r\n'
        '"拉面制作.docx","1","考核规范","拉面制作","不通过","错误","weight-total",'
        '"第1个表格第3行第4列","各项工作任务的考核比重合计应为100%，现为95%。","二成",'
        '"请增加5个百分点。","附件2 五、考核比重","必须","用百分比（%）表示。",'
        '"/tasks/2/weight"\r\n'
    )


def test_the_head_can_be_english(report: Make) -> None:
    [head, row] = _table(sv.render([report()], "csv", lang="en"))
    assert head[:7] == [
        "file",
        "number in file",
        "document",
        "subject",
        "verdict",
        "gravity",
        "rule",
    ]
    assert row[2:6] == ["assessment specification", "拉面制作", "pass", ""]


def test_a_document_without_findings_and_a_file_that_was_not_read_have_a_row_each(
    report: Make, failure: Make
) -> None:
    rows = _table(sv.render([report()], "csv", errors=[failure()]))[1:]
    assert [(row[0], row[4], row[6], row[8]) for row in rows] == [
        ("拉面制作.docx", "通过", "", ""),
        ("locked.docx", "无法读取", "encrypted", "文件已加密，请去掉密码。"),
    ]


def test_submissions_of_one_file_are_numbered(finding: Make, report: Make) -> None:
    rows = _table(sv.render([report(finding(), index=0), report(index=1)], "csv"))[1:]
    assert [row[1] for row in rows] == ["1", "2"]


@pytest.mark.parametrize("text", [*HOSTILE, "＝1+1", "-5", "+1", " =1", "－1"])
def test_no_cell_is_a_formula_and_every_row_is_whole(
    text: str, finding: Make, report: Make, failure: Make
) -> None:
    made = report(finding(message=text, suggestion=text), name=text, subject=text)
    page = sv.render([made], "csv", errors=[failure(text)])
    assert page.count("\r\n") == page.count("\n") == 3
    assert page.count("\r") == 3
    for row in _table(page):
        assert len(row) == len(COLUMNS)
        assert not [cell for cell in row if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))]
