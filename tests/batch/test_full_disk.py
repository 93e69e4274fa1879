"""A disk that is full ends a run with a sentence, and the same command goes on where it stopped."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from batch.deeds import work
from batch.making import archive, digests, judge, lines, records
from specvalidator.batch import store
from specvalidator.batch.disk import NotKept
from specvalidator.batch.manifest import MANIFEST

_FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
_SAVED = os.fsync


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9, 14])
def test_a_disk_that_is_full_loses_nothing(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, log, out = records(tmp_path / "in", 14), tmp_path / "log", tmp_path / "out"
    written = 0

    def fsync(file: int) -> None:
        nonlocal written
        if written == after:
            raise _FULL
        written += 1
        _SAVED(file)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NotKept) as full:
        judge(archive(*files), out, work(log))
    assert str(out) in full.value.said("zh")
    assert "give the same command to go on" in full.value.said("en")
    assert not list(out.rglob("*.tmp")), "what is not whole takes no room"

    monkeypatch.setattr(os, "fsync", _SAVED)
    judge(archive(*files), out, work(log))
    judge(archive(*files), tmp_path / "anew", work())
    assert digests(out) == digests(tmp_path / "anew")
    assert len(log.read_text().splitlines()) <= 14 + 1, "one result was in hand"


def test_a_memory_that_may_not_grow_is_a_full_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, out = records(tmp_path / "in", 40), tmp_path / "out"
    settings = store._SETTINGS  # noqa: SLF001 - what no folder can be made to do
    monkeypatch.setattr(store, "_SETTINGS", settings + "PRAGMA max_page_count = 16;")
    with pytest.raises(NotKept, match="full"):
        judge(archive(*files), out, work())

    monkeypatch.setattr(store, "_SETTINGS", settings)
    judge(archive(*files), out, work())
    judge(archive(*files), tmp_path / "anew", work())
    assert digests(out) == digests(tmp_path / "anew")


def test_other_errors_of_the_system_are_not_taken_for_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="descriptor"):
        judge(archive(*records(tmp_path / "in", 2)), tmp_path / "out", work())


def test_a_manifest_that_a_kill_left_half_written_is_begun_anew(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{MANIFEST}.tmp").write_text('{"of": {')
    judge(archive(*records(tmp_path / "in", 3, first=1)), out, work())

    assert len(lines(out)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="bounds on files are those of POSIX")
def test_the_command_ends_with_a_status_of_its_own_and_resumes(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    records(folder, 60)
    assert _batch(folder, out, most=30_000).returncode == 4
    full = _batch(folder, out, most=30_000)
    assert full.returncode == 4
    assert "没有写完" in full.stderr
    assert "Traceback" not in full.stderr
    assert "用同样的命令接着检查" in full.stderr

    assert _batch(folder, out).returncode == 1
    assert json.loads((out / MANIFEST).read_text())["complete"]
    assert len(lines(out)) == 51, "each seventh is no JSON"


_BOUNDED = """
import resource, runpy, sys
most = int(sys.argv.pop(1))
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
runpy.run_module("specvalidator", run_name="__main__", alter_sys=True)
"""


def _batch(folder: Path, out: Path, most: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command, in which no file may have more bytes than `most`."""
    program: list[str | Path] = [sys.executable, "-c", _BOUNDED, str(most), "batch", folder]
    program += ["--out", out, "--workers", "1"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(  # noqa: S603 - our own program
        program, env=environment, capture_output=True, text=True, check=False
    )
