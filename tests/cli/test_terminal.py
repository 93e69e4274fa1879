"""Colour, width and progress: only on a terminal, and only where wished."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from specvalidator.cli import terminal

Make = Callable[..., Any]


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Pretend that both streams are a terminal of 66 columns."""
    assert capsys, "the streams that the test captures are the ones to change"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("COLUMNS", "66")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_pipe_gets_no_colour_and_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert not terminal.colour()
    assert terminal.columns() == 80


@pytest.mark.usefixtures("on_terminal")
def test_a_terminal_gets_colour_and_its_own_width() -> None:
    assert terminal.colour()
    assert terminal.columns() == 66


WISHES = [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)]


@pytest.mark.usefixtures("on_terminal")
@pytest.mark.parametrize(("variable", "value", "coloured"), WISHES)
def test_the_environment_may_refuse_colour(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, *, coloured: bool
) -> None:
    monkeypatch.setenv(variable, value)
    assert terminal.colour() is coloured


WIDTHS = [("20", 40, "too narrow to read"), ("300", 100, "too wide to read")]


@pytest.mark.usefixtures("on_terminal")
@pytest.mark.parametrize(("columns", "used", "why"), WIDTHS)
def test_the_width_stays_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, used: int, why: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.columns() == used, why


@pytest.mark.usefixtures("on_terminal")
def test_progress_of_many_files_is_shown_and_wiped(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(terminal.with_progress(range(9), "zh")) == list(range(9))
    out, err = capsys.readouterr()
    assert out == ""
    assert "正在检查 9/9" in err
    assert err.endswith("\r\x1b[K")


@pytest.mark.usefixtures("on_terminal")
def test_few_files_need_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    list(terminal.with_progress(range(3), "zh"))
    assert capsys.readouterr().err == ""


def test_a_pipe_gets_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    list(terminal.with_progress(range(99), "zh"))
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("on_terminal", "reader")
def test_a_result_in_a_file_has_no_colour(specvalidator: Make, write: Make) -> None:
    path = write("a.docx")
    report = path.with_name("report.txt")
    assert specvalidator("check", path, "--output", report).status == 0
    assert b"\x1b" not in report.read_bytes()
