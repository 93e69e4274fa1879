"""What holds for every format."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.api import written
from specvalidator.findings import Location, RuleReference
from specvalidator.places import WordPlace
from specvalidator.reports import RENDERERS, Style
from specvalidator.wording import Lang

Make = Callable[..., Any]
OBEYED = ("\x00", "\x1b", "\x9b", "\u202e", "\u200b", "\ud800", "\ufffe", "\uffff", "\U000e0041")
FORMATS = ("text", "json", "sarif", "markdown", "csv", "github", "junit", "html")


def test_these_are_the_formats() -> None:
    assert tuple(RENDERERS) == FORMATS


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_reports_give_the_same_text_in_both_languages(
    format_: str, lang: Lang, finding: Make, report: Make, failure: Make
) -> None:
    reports = [report(finding(), finding(rule="a")), report(name="b.docx", moot=("x",))]
    texts = [sv.render(reports, format_, lang=lang, errors=[failure()]) for _ in range(2)]
    assert texts[0] == texts[1]
    assert texts[0].endswith("\n")
    unreadable = "文件已加密" if lang == "zh" else "The file is encrypted"
    assert unreadable in texts[0]
    assert "拉面制作" in unquote(texts[0])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_terminal_obeys_is_shown(
    format_: str, text: str, finding: Make, report: Make, failure: Make
) -> None:
    place = WordPlace(block=1, paragraph=1, heading=text, file=text)
    made = finding(
        message=text, suggestion=text, location=Location(path="/name", place=place, written=text)
    )
    reports = [report(made, name=text, subject=text) for _ in range(4)]
    page = sv.render(reports, format_, errors=[failure(text)])
    assert not [character for character in OBEYED if character in page]
    page.encode("utf-8")


@pytest.mark.parametrize("format_", sorted({*FORMATS} - {"junit"}))
def test_a_page_is_written_in_pieces_as_it_is_made(
    format_: str, finding: Make, report: Make
) -> None:
    """What JUnit counts stands before everything else, so that its suites must wait."""
    reports = [report(finding(), name=f"{number}.docx") for number in range(30)]
    alone, together = (
        list(map(len, written(some, format_, errors=[], style=Style())))
        for some in (reports[:1], reports)
    )

    assert sum(together) == len(sv.render(reports, format_))
    assert max(together) - max(alone) < (sum(together) - sum(alone)) / 3


@pytest.mark.parametrize("format_", FORMATS)
def test_a_record_that_was_no_file_can_be_reported(format_: str) -> None:
    page = sv.render([sv.check(sv.Specification(name="拉面制作员"))], format_)
    assert "拉面制作员" in page


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_to_report_is_no_failure(format_: str) -> None:
    assert isinstance(sv.render([], format_), str)


def test_a_format_is_loaded_when_it_is_used() -> None:
    program = (
        "import sys, specvalidator.reports\n"
        "print([m for m in sys.modules if m.startswith('specvalidator.reports.')])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule_that_was_left_out_is_named(
    format_: str, lang: Lang, finding: Make, report: Make
) -> None:
    clause = finding().clause
    rule = RuleReference(
        name="missing-venue", title="须有考核场地", gravity="error", basis="must", clause=clause
    )
    for made in (report(finding(), left_out=[rule]), report(left_out=[rule])):
        page = unquote(sv.render([made], format_, lang=lang))
        assert ("须有考核场地" if format_ == "markdown" else "missing-venue") in page
        assert "missing-venue" not in sv.render([report(finding())], format_, lang=lang)
