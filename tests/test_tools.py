"""Tests that lack a tool say so: each by itself, and all of them in one line at the end."""

import pytest

from tools import CHROMIUM, LIBREOFFICE, RAY, Tool, absent, missing, program

NOWHERE = Tool("Nothing", "nothing-at-all", ("no-such-program", "nor-this-one"))


def reason(tool: Tool, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception) as skipped:
        absent(tool)
    return f"Skipped: {skipped.value}"


def test_the_last_line_names_each_tool_and_counts_its_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office, browser = (reason(tool, monkeypatch) for tool in (LIBREOFFICE, CHROMIUM))
    said = missing([office, browser, "Skipped: only Linux has a full device", office])
    assert said == (
        "3 tests were skipped for want of a tool; install "
        "LibreOffice (libreoffice-writer-nogui) for 2, Chromium (chromium) for 1."
    )


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert missing(["Skipped: only Linux has a full device"]) is None


def test_a_test_that_needs_an_extra_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "'.[ray]'" in reason(RAY, monkeypatch)


def test_in_ci_what_is_missing_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs Nothing"):
        program(NOWHERE)
