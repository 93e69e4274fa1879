"""Colour, width and progress: only on a terminal, and only where wished."""

from collections.abc import Callable
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest

from specvalidator.cli import terminal

Make = Callable[..., Any]


class _Terminal(StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Make both streams one terminal of 66 columns."""
    both = _Terminal()
    system = SimpleNamespace(stdout=both, stderr=both, platform="linux")
    monkeypatch.setattr(terminal, "sys", system)
    monkeypatch.setenv("COLUMNS", "66")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return both


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


def test_progress_of_many_files_is_shown_and_wiped(on_terminal: _Terminal) -> None:
    assert list(terminal.with_progress(range(9), "zh")) == list(range(9))
    shown = on_terminal.getvalue().split("\r")
    assert shown[1] == "正在检查 [##..................] 1/9"
    assert shown[9] == "正在检查 [####################] 9/9"
    assert on_terminal.getvalue().endswith("\r\x1b[K")


def test_few_files_need_no_progress(on_terminal: _Terminal) -> None:
    list(terminal.with_progress(range(3), "zh"))
    assert on_terminal.getvalue() == ""


def test_a_pipe_gets_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    list(terminal.with_progress(range(99), "zh"))
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("reader")
def test_a_terminal_gets_the_result_in_colour_but_a_file_does_not(
    specvalidator: Make, write: Make, on_terminal: _Terminal
) -> None:
    path = write("a.docx")
    report = path.with_name("report.txt")
    assert specvalidator("check", path).status == 0
    assert "\x1b[1;32m通过\x1b[0m" in on_terminal.getvalue()
    assert specvalidator("check", path, "--output", report).status == 0
    assert b"\x1b" not in report.read_bytes()
