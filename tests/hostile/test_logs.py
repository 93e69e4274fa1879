"""What goes to standard error, where logs are made of it, never holds a submission's text."""

from pathlib import Path

import pytest

import specvalidator as sv
from fuzz.mutations import mutation
from specvalidator import reading
from specvalidator.cli import run
from specvalidator.document import Document
from specvalidator.readers import Limits, RecognisedFile

EXAMPLES = Path(__file__).parents[2] / "examples"
PRIVATE = "机密4711"


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Return what a run printed on standard error."""
    run([str(argument) for argument in arguments])
    return capsys.readouterr().err


def texts(file: Path) -> set[str]:
    """Return the longer texts of a file's records."""
    return {
        text
        for submission in sv.read(file)
        for text in submission.model.model_dump_json().split('"')
        if len(text) > 3 and not text.isascii()
    }


@pytest.mark.parametrize("isolate", ["--isolate", "--no-isolate"])
@pytest.mark.parametrize("command", ["check", "read"])
def test_no_text_of_a_submission_is_logged(
    capsys: pytest.CaptureFixture[str], command: str, isolate: str
) -> None:
    files = sorted([*EXAMPLES.glob("2*.docx"), *EXAMPLES.glob("4*.json")])
    logged = said(capsys, command, *files, isolate)

    assert [text for file in files for text in texts(file) if text in logged] == []


def test_a_bug_is_told_without_what_it_was_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(_file: RecognisedFile, _limits: Limits) -> Document:
        raise KeyError(PRIVATE)

    monkeypatch.delenv("SPECVALIDATOR_DEBUG", raising=False)
    monkeypatch.setattr(reading, "read_document", buggy)
    run(["check", str(EXAMPLES / "01-bamboo-basket.docx"), "--format", "json"])
    printed = capsys.readouterr()

    assert PRIVATE not in printed.out + printed.err
    assert "KeyError" in printed.out


def test_broken_files_are_not_quoted_either(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for number in range(40):
        (tmp_path / f"{number}.docx").write_bytes(mutation(number))

    logged = said(capsys, "check", tmp_path, "--format", "json")

    assert [line for line in logged.splitlines() if "Traceback" in line or "Error" in line] == []
