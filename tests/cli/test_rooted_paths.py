"""Tools that gather findings are told where a file is, whatever else is named beside it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

Make = Callable[..., Any]
FAULTY = Path(__file__).parents[2] / "examples/06-faults-net-mending.docx"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name in ("drafts/bad.docx", "drafts/more/bad.docx", "送审/坏.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(FAULTY.read_bytes())
    (tmp_path / ".git").mkdir()
    return tmp_path


def named(out: str, format: str) -> set[str]:  # noqa: A002 - the word users know
    """Return what files are called in the results of a format."""
    if format == "github":
        return set(re.findall(r"file=([^,]*)", out))
    [run] = json.loads(out)["runs"]
    return {
        unquote(location["physicalLocation"]["artifactLocation"]["uri"])
        for result in run["results"]
        for location in result["locations"]
    }


@pytest.mark.parametrize("format", ["sarif", "github"])
@pytest.mark.parametrize(
    ("folder", "given", "expected"),
    [
        (".", ["drafts/bad.docx"], {"drafts/bad.docx"}),
        (".", ["drafts/bad.docx", "送审"], {"drafts/bad.docx", "送审/坏.docx"}),
        (".", ["drafts"], {"drafts/bad.docx", "drafts/more/bad.docx"}),
        (".", ["drafts/bad.docx", "drafts/more"], {"drafts/bad.docx", "drafts/more/bad.docx"}),
        ("drafts", ["bad.docx"], {"drafts/bad.docx"}),
        ("drafts/more", ["../bad.docx", "."], {"drafts/bad.docx", "drafts/more/bad.docx"}),
    ],
)
def test_a_file_is_named_from_the_root_of_the_repository(  # noqa: PLR0913, PLR0917 - a table's columns
    specvalidator: Make,
    monkeypatch: pytest.MonkeyPatch,
    repository: Path,
    format: str,  # noqa: A002 - the word users know
    folder: str,
    given: list[str],
    expected: set[str],
) -> None:
    monkeypatch.chdir(repository / folder)
    assert named(specvalidator("check", *given, "--format", format).out, format) == expected


@pytest.mark.parametrize("format", ["sarif", "github"])
def test_outside_a_repository_it_is_named_from_the_current_folder(
    specvalidator: Make,
    monkeypatch: pytest.MonkeyPatch,
    repository: Path,
    format: str,  # noqa: A002 - the word users know
) -> None:
    (repository / ".git").rmdir()
    monkeypatch.chdir(repository / "drafts")
    absolute = str(repository / "drafts/bad.docx")
    assert named(specvalidator("check", absolute, "--format", format).out, format) == {"bad.docx"}
    outside = str(repository / "送审/坏.docx")
    found = named(specvalidator("check", outside, "--format", format).out, format)
    assert found == {"../送审/坏.docx"}


def test_rules_that_passed_are_results_where_somebody_asks(specvalidator: Make) -> None:
    def kinds(*more: str) -> set[str]:
        out = specvalidator("check", FAULTY, "--format", "sarif", *more).out
        return {each["kind"] for each in json.loads(out)["runs"][0]["results"]}

    assert kinds() == {"fail", "review"}
    assert kinds("--verbose") == {"fail", "review", "pass"}
