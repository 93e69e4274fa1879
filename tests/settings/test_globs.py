"""Patterns of file names mean what they mean in .gitignore."""

import pytest

from costs import processor_seconds
from specvalidator.settings.globs import literal, matches, selects

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
    ("a.docx  ", "a.docx", "blanks at the end do not count"),
    ("a\\ ", "a ", "but one that is meant"),
    ("\\#1.docx", "#1.docx", "what would be a remark"),
    ("\\!a.docx", "!a.docx", "what would take back"),
    ("a\\*.docx", "a*.docx", "a star itself"),
    ("a\\[1].docx", "a[1].docx", "a bracket itself"),
    ("[!a].docx", "b.docx", "none of some letters"),
    ("drafts/old", "drafts/old/2026/a.docx", "a folder, however deep the file lies in it"),
    ("drafts/**/", "drafts/2026/a.docx", "the folders in a folder"),
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
    ("# a.docx", "# a.docx", "a remark"),
    ("!a.docx", "a.docx", "takes back, and there is nothing to take back"),
    ("a\\*.docx", "ab.docx", "a star itself"),
    ("a\\ ", "a", "the blank is missing"),
    ("", "a.docx", "nothing"),
    ("/", "a.docx", "nothing"),
    ("[z-a].docx", "b.docx", "no letter at all"),
    ("drafts/**/", "drafts/a.docx", "a file is no folder"),
]


@pytest.mark.parametrize(("pattern", "path"), [row[:2] for row in MEANT])
def test_is_meant(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(("pattern", "path"), [row[:2] for row in NOT_MEANT])
def test_is_not_meant(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


@pytest.mark.parametrize(
    "name",
    ["a.docx", "#1.docx", "!a", "a[1]*?.docx", "a ", "a  ", "back\\slash", "\\*", "/x/#a", "é "],
)
def test_a_name_can_be_meant_letter_for_letter(name: str) -> None:
    assert matches(literal(name), name)
    assert not matches(literal(name), f"x{name}")


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        (["*.docx", "!a.docx"], "b.docx", True),
        (["*.docx", "!a.docx"], "a.docx", False),
        (["!a.docx", "*.docx"], "a.docx", True),
        (["*.docx", "!a.docx", "a.docx"], "a.docx", True),
        (["old/", "!old/a.docx"], "old/a.docx", True),
        (["old/*", "!old/a.docx"], "old/a.docx", False),
        (["# all", "*.pdf"], "all", False),
        (["\\!a.docx"], "!a.docx", True),
        ([], "a.docx", False),
    ],
)
def test_the_last_pattern_of_a_list_that_is_about_a_file_counts(
    patterns: list[str], path: str, expected: object
) -> None:
    assert selects(patterns, path) is expected


def test_no_pattern_takes_long() -> None:
    pattern, path = "**/a/" * 40 + "*a*a*a*a*a*a*b", "a/" * 200 + "a" * 200
    assert not matches(pattern, path)
    assert processor_seconds(lambda: matches(pattern, path)) < 2
