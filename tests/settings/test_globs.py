"""Patterns of file names mean what they mean in .gitignore."""

import pytest

from costs import processor_seconds
from specvalidator.settings.globs import matches

MEANT = [
    ("a.docx", "a.docx", "the name itself"),
    ("a.docx", "drafts/2026/a.docx", "a name in any folder"),
    ("*.pdf", "drafts/a.pdf", "a star stands for a part of a name"),
    ("?.pdf", "拉.pdf", "a question mark stands for one letter"),
    ("[ab].pdf", "b.pdf", "brackets for one of some"),
    ("a[[]1].pdf", "a[1].pdf", "a bracket itself"),
    ("old", "drafts/old/a.docx", "all that lies in a folder of this name"),
    ("old/", "drafts/old/a.docx", "the same, said of folders only"),
    ("/a.docx", "a.docx", "begins where patterns begin"),
    ("drafts/a.docx", "drafts/a.docx", "a whole path"),
    ("./drafts/a.docx", "drafts/a.docx", "as shells complete it"),
    ("drafts/a.docx", "./drafts/a.docx", "however the path is written"),
    ("drafts/", "drafts/2026/a.docx", "everything in a folder"),
    ("drafts/**", "drafts/2026/a.docx", "everything in a folder"),
    ("drafts/**/a.docx", "drafts/a.docx", "no folder at all between"),
    ("drafts/**/a.docx", "drafts/1/2/a.docx", "several folders between"),
    ("**/2026/*.docx", "x/y/2026/a.docx", "any folders before"),
    ("**", "a.docx", "everything"),
    ("*", "drafts/a.docx", "everything"),
    ("caf\u00e9.docx", "cafe\u0301.docx", "the same letters, as macOS writes them"),
]
NOT_MEANT = [
    ("a.docx", "ba.docx", "another name"),
    ("a.docx", "a.docx.pdf", "a longer name"),
    ("A.docx", "a.docx", "another letter, on every system"),
    ("/a.docx", "drafts/a.docx", "only where patterns begin"),
    ("drafts/*.docx", "drafts/2026/a.docx", "a star is no slash"),
    ("drafts/a.docx", "old/drafts/a.docx", "a path with folders begins where patterns begin"),
    ("old/", "drafts/old", "a file is no folder"),
    ("drafts/**", "drafts", "a file is no folder"),
    ("**/2026/*.docx", "2026.docx", "the folder is missing"),
    ("a.docx", "", "no name"),
]


@pytest.mark.parametrize(("pattern", "path"), [row[:2] for row in MEANT])
def test_is_meant(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(("pattern", "path"), [row[:2] for row in NOT_MEANT])
def test_is_not_meant(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_no_pattern_takes_long() -> None:
    pattern, path = "**/a/" * 40 + "*a*a*a*a*a*a*b", "a/" * 200 + "a" * 200
    assert not matches(pattern, path)
    assert processor_seconds(lambda: matches(pattern, path)) < 2
