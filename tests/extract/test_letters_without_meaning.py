"""A letter without meaning makes its place a question, wherever in a form it stands."""

import re
import zipfile
from functools import partial
from pathlib import Path

import pytest

import specvalidator

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = "word/document.xml"
PRIVATE = "\ue000"
"""A letter of the private use area: no file says what it means."""
TEXT = re.compile("[^<>]+(?=</w:t>)")
INNOCENT = [
    "01-bamboo-basket",
    "02-steamed-buns",
    "03-electric-bicycle",
    "04-apple-pruning",
    "05-video-editing",
    "21-site-pastry",
    "22-site-nets",
    "31-announcement-headed",
    "32-announcement-plain",
]


@pytest.mark.slow
@pytest.mark.parametrize("name", INNOCENT)
def test_no_letter_that_loses_its_meaning_makes_an_error(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(EXAMPLES / f"{name}.docx") as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    body = parts[BODY].decode()
    letters = {letter for text in TEXT.findall(body) for letter in text if not letter.isspace()}
    path = tmp_path / "draft.docx"

    for letter in sorted(letters - set("<>&;")):
        without = TEXT.sub(partial(_without, letter), body)
        with zipfile.ZipFile(path, "w") as archive:
            for each, content in parts.items():
                archive.writestr(each, without.encode() if each == BODY else content)
        assert accused(path) == [], letter


def _without(letter: str, text: re.Match[str]) -> str:
    return text[0].replace(letter, PRIVATE)


def accused(path: Path) -> list[str]:
    """Return what is called an error; that a file is not recognised is none."""
    try:
        reports = specvalidator.validate(path)
    except specvalidator.UnreadableFile:
        return []
    found = (each for report in reports for each in report.findings)
    return [each.message for each in found if each.severity == "error"]
