"""Which files a run looks at, and what reports call them."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from specvalidator.cli.files import search


def _names(*arguments: Path) -> list[str]:
    return [file.name for file in search(arguments).files]


def _touch(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_a_folder_gives_its_documents_sorted_by_path(tmp_path: Path) -> None:
    _touch(tmp_path, ["b.docx", "a/z.docx", "a/c/y.DOCX", "a.docm", "c.dotx", "d.pdf"])
    assert _names(tmp_path) == ["a/c/y.DOCX", "a/z.docx", "a.docm", "b.docx", "c.dotx", "d.pdf"]


def test_hidden_files_and_lock_files_are_counted(tmp_path: Path) -> None:
    _touch(tmp_path, ["a.docx", "~$a.docx", ".b.docx", ".git/c.docx"])
    found = search([tmp_path])
    assert [file.name for file in found.files] == ["a.docx"]
    assert found.passed_over == 2


def test_other_files_are_counted(tmp_path: Path) -> None:
    _touch(tmp_path, ["a.docx", "b.txt", "c/d.jpg"])
    assert search([tmp_path]).passed_over == 2


def test_a_file_named_as_such_is_taken_whatever_it_is(tmp_path: Path) -> None:
    _touch(tmp_path, ["notes.txt", "~$a.docx"])
    assert _names(tmp_path / "notes.txt", tmp_path / "~$a.docx") == ["notes.txt", "~$a.docx"]


def test_a_file_named_as_such_goes_by_its_base_name(tmp_path: Path) -> None:
    _touch(tmp_path, ["deep/er/a.docx"])
    assert _names(tmp_path / "deep" / "er" / "a.docx") == ["a.docx"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    _touch(tmp_path, ["x/a.docx", "y/a.docx", "y/b.docx"])
    files = [tmp_path / "x" / "a.docx", tmp_path / "y" / "a.docx", tmp_path / "y" / "b.docx"]
    assert _names(*files) == ["x/a.docx", "y/a.docx", "b.docx"]


def test_folders_that_hold_the_same_name_are_told_apart(tmp_path: Path) -> None:
    _touch(tmp_path, ["x/a.docx", "y/a.docx"])
    assert _names(tmp_path / "x", tmp_path / "y") == ["x/a.docx", "y/a.docx"]


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    _touch(tmp_path, ["a.docx"])
    path = tmp_path / "a.docx"
    assert _names(path, path, tmp_path, tmp_path / "." / "a.docx") == ["a.docx"]


def test_arguments_keep_their_order(tmp_path: Path) -> None:
    _touch(tmp_path, ["b.docx", "a.docx"])
    assert _names(tmp_path / "b.docx", tmp_path / "a.docx") == ["b.docx", "a.docx"]


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    _touch(tmp_path, ["empty/notes.txt", "a.docx"])
    found = search([tmp_path / "empty", tmp_path / "a.docx"])
    assert found.empty == ((tmp_path / "empty").as_posix(),)
    assert [file.name for file in found.files] == ["a.docx"]


needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@needs_links
def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    _touch(tmp_path, ["a.docx", "in/b.docx"])
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    assert _names(tmp_path) == ["a.docx", "in/b.docx"]


@needs_links
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    _touch(tmp_path, ["a.docx"])
    os.mkfifo(tmp_path / "b.docx")
    assert _names(tmp_path) == ["a.docx"]


@needs_links
def test_a_link_to_nothing_is_looked_at_so_that_it_is_reported(tmp_path: Path) -> None:
    (tmp_path / "gone.docx").symlink_to(tmp_path / "nowhere.docx")
    assert _names(tmp_path) == ["gone.docx"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_bytes_that_are_no_characters_become_escapes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.docx")).write_bytes(b"")
    assert _names(tmp_path) == ["a\\xff.docx"]


@needs_links
def test_a_folder_that_does_not_open_is_no_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _touch(tmp_path, ["a.docx", "closed/b.docx"])
    scandir = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = {file.name: file.error for file in search([tmp_path]).files}
    assert found["a.docx"] is None
    error = found["closed"]
    assert error is not None
    assert error.error == "unreadable"
    assert "没有检查" in error.said("zh")
