"""The workbook: rows to filter, the same bytes each time, and text that is never a formula."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.readers.workbook import sheets_of
from specvalidator.reports import Style
from specvalidator.reports.workbook import render_workbook
from specvalidator.typesetting import visible
from specvalidator.wording import Lang

pytest.importorskip("xlsxwriter")

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "http://a.example", "5")


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_row_for_each_document_finding_and_file_that_was_not_read(
    lang: Lang, failure: Make
) -> None:
    reports = [each for path in EXAMPLES.glob("*.docx") for each in sv.validate(path, lang=lang)]
    data = render_workbook(reports, [failure()], Style(lang=lang))
    documents, findings, unread, commonest = sheets_of(data)
    assert len(documents) == 1 + len(reports)
    assert len(findings) == 1 + sum(len(each.findings) for each in reports)
    assert unread[1][:2] == ["locked.docx", "encrypted"]
    rules = {(each.rule, each.gravity) for report in reports for each in report.findings}
    assert len(commonest) == 1 + len(rules)
    counts = [int(row[3]) for row in commonest[1:]]
    assert counts == sorted(counts, reverse=True)
    assert render_workbook(reports, [failure()], Style(lang=lang)) == data


def test_every_sheet_has_a_filter_and_a_frozen_head(report: Make) -> None:
    found = parts(render_workbook([report()], [], Style()))
    sheets = [root for name, root in found.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 4
    for sheet in sheets:
        assert sheet.find(f"{S}autoFilter") is not None
        pane = next(sheet.iter(f"{S}pane"))
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


@pytest.mark.parametrize("copy", ["副本/a #1 100%.docx", "../b<&>'\".docx", "javascript:x.docx"])
def test_links_lead_to_the_copies_that_there_are_and_nowhere_else(report: Make, copy: str) -> None:
    reports = [report(name="东区/a.docx"), report(name="b.docx", subject="http://evil.example")]
    style = Style(copies={"东区/a.docx": copy}, folders={"b.docx": "西区"})
    data = render_workbook(reports, [], style)
    found = parts(data)
    [link] = [each for root in found.values() for each in root.iter(f"{S}hyperlink")]
    [relation] = [
        each
        for name, root in found.items()
        for each in root
        if name.startswith("xl/worksheets/_rels") and each.get("TargetMode") == "External"
    ]
    assert unquote(relation.get("Target", "")).replace("\\", "/") == copy
    assert "#" not in relation.get("Target", "")
    assert not [each for root in found.values() for each in root.iter(f"{S}f")]
    documents, *_ = sheets_of(data)
    assert [row[0] for row in documents[1:]] == ["东区", "西区"]
    assert link.get("ref", "").endswith("2")


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE])
def test_text_of_others_is_text(text: str, finding: Make, report: Make, failure: Make) -> None:
    made = finding(message=text, suggestion=text, written=text)
    reports = [report(made, subject=text, name=text)]
    data = render_workbook(reports, [failure(text)], Style())
    found = parts(data)
    for name, root in found.items():
        assert not list(root.iter(f"{S}f", f"{S}hyperlink")), name
        assert not [each for each in root.iter() if each.get("TargetMode") == "External"]
    strings = ["".join(map(str, each.itertext())) for each in found["xl/sharedStrings.xml"]]
    assert visible(text) in strings or " ".join(text.split()) in strings
