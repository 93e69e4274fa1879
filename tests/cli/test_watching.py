"""`check --watch` judges again when a draft is saved, and only then."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
import watchfiles

from specvalidator import forms
from specvalidator.cli.watching import watched
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record

Make = Callable[..., Any]
FAULTY = {"name": "拉面制作员", "ability_name": "拉面制作员"}

REASONS = [
    ("a.docx", True, "the file that is named"),
    ("b.docx", False, "another file beside it"),
    ("~$a.docx", False, "its lock file"),
    ("folder/b.docx", True, "a document in a folder that is named"),
    ("folder/deep/b.PDF", True, "deep in it"),
    ("folder/b.json", True, "a record in it"),
    ("folder/~$b.docx", False, "a lock file in it"),
    ("folder/.b.docx", False, "a hidden file in it"),
    ("folder/b.txt", False, "another file in it"),
    ("folder/report.json", False, "the result itself"),
]


@pytest.mark.parametrize(("name", "expected"), [row[:2] for row in REASONS])
def test_a_change_is_a_reason_to_judge_again(tmp_path: Path, name: str, *, expected: bool) -> None:
    (tmp_path / "folder").mkdir()
    arguments = [tmp_path / "a.docx", tmp_path / "folder"]
    is_draft = watched(arguments, tmp_path / "folder" / "report.json")
    assert is_draft(str(tmp_path / name)) is expected


@pytest.mark.usefixtures("reader")
def test_the_last_judgement_is_the_status(
    specvalidator: Make, write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = write("a.docx", **FAULTY)

    def saved(*_: object, **__: object) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        draft.unlink()
        yield {(watchfiles.Change.deleted, str(draft))}
        write("a.docx")
        yield {(watchfiles.Change.added, str(draft))}

    monkeypatch.setattr(watchfiles, "watch", saved)
    result = specvalidator("check", draft, "--watch")
    assert result.status == 0
    assert result.out.index("不通过") < result.out.index("无法读取") < result.out.index("没有发现")
    assert result.err.count("等待文件保存") == 3


def test_without_what_it_needs_it_says_so(
    specvalidator: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = specvalidator("check", tmp_path / "a.docx", "--watch")
    assert result.status == 2
    assert "pip install '.[watch]'" in result.err


def test_a_folder_that_is_not_there_is_not_waited_for(specvalidator: Make, tmp_path: Path) -> None:
    assert specvalidator("check", tmp_path / "gone" / "a.docx", "--watch").status == 2


HEEDING = """
import signal
from specvalidator.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""Ctrl+C is heeded, though a script's background job, and all that it starts, ignores it."""


@contextmanager
def running(*program: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program for as long as `with` lasts: whatever fails, it is ended."""
    with subprocess.Popen(  # noqa: S603 - our own program
        program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process alone")
def test_a_draft_that_is_saved_as_word_does_it_is_judged_again(tmp_path: Path) -> None:
    record = valid_record("specification")
    draft = tmp_path / "a.docx"
    draft.write_bytes(forms.write(Specification.model_validate(record | FAULTY)))
    with running(sys.executable, "-c", HEEDING, "check", "--watch", str(draft)) as process:
        assert process.stdout is not None
        lines: Queue[str] = Queue()
        stream = process.stdout

        def listen() -> None:
            for line in stream:
                lines.put(line)

        threading.Thread(target=listen, daemon=True).start()

        def until(words: str) -> None:
            while words not in lines.get(timeout=60):
                pass

        until("不通过")
        until("等待文件保存")
        # The watch begins after it is said; saving until it is seen needs no pause of a fixed time.
        new = tmp_path / "~WRD0001.tmp"
        seen = threading.Event()

        def save() -> None:
            while not seen.wait(0.5):
                new.write_bytes(forms.write(Specification.model_validate(record)))
                new.replace(draft)

        saving = threading.Thread(target=save, daemon=True)
        saving.start()
        until("通过        a.docx")
        until("等待文件保存")
        seen.set()
        saving.join()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0, "the last judgement"
