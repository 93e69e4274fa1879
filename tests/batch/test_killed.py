"""Whatever is killed, nothing is lost and nothing stands there twice."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from batch.deeds import work
from batch.making import archive, digests, judge, lines, records
from specvalidator.batch.chunks import Chunks
from specvalidator.batch.results import batch
from specvalidator.batch.store import MEMORY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")

TESTS = Path(__file__).parents[1]
COUNT = 120
IN_FLIGHT = 64
"""Documents that two processes have in hand, or that wait for their turn to be written."""


def _begun(folder: Path, out: Path, log: Path) -> subprocess.Popen[bytes]:
    program: list[str | Path] = [sys.executable, TESTS / "batch" / "program.py", folder, out, log]
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    return subprocess.Popen(program, env=environment)  # noqa: S603 - our own


def _wait_for(log: Path, count: int, run: subprocess.Popen[bytes]) -> None:
    """Wait until so many documents were begun, a minute at most."""
    until = time.monotonic() + 60
    while time.monotonic() < until and run.poll() is None:
        if log.exists() and len(log.read_text().splitlines()) >= count:
            return
        time.sleep(0.005)


def remembered(out: Path, copy: Path) -> set[str]:
    """Return the names in the memory of a run; it is looked at in a copy, and left as it is."""
    copy.mkdir()
    for path in out.glob(f"{MEMORY}*"):
        shutil.copy(path, copy)
    with closing(sqlite3.connect(copy / MEMORY)) as memory:
        return {name.decode() for (name,) in memory.execute("SELECT file FROM results")}


def test_a_run_killed_five_times_loses_and_repeats_nothing(tmp_path: Path) -> None:
    folder, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    files = records(folder, COUNT)
    chance = random.Random(5)  # noqa: S311 - no secret
    kills = 0
    for number in range(5):
        run = _begun(folder, out, log)
        begun = len(log.read_text().splitlines()) if log.exists() else 0
        _wait_for(log, begun + chance.randint(3, 18), run)
        time.sleep(chance.random() / 50)
        if run.poll() is None:
            run.kill()
            kills += 1
        run.wait()
        assert number == 0 or (out / "manifest.json").exists()
    assert kills == 5
    assert _begun(folder, out, log).wait() == 0

    judge(archive(*files), tmp_path / "anew", work(), size=8)
    assert digests(out) == digests(tmp_path / "anew")
    judged = log.read_text().splitlines()
    assert set(judged) == {path.name for path in files}
    assert len(judged) <= COUNT + 5 * IN_FLIGHT


def test_what_was_written_before_a_kill_is_not_judged_again(tmp_path: Path) -> None:
    folder, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    records(folder, 40)
    run = _begun(folder, out, log)
    _wait_for(log, 30, run)
    run.kill()
    run.wait()
    whole = {row["source"]["name"] for row in lines(out)} if (out / "documents").exists() else set()
    done = whole | remembered(out, tmp_path / "copy")
    anew = tmp_path / "anew"  # processes of the killed run may still write to its own
    assert _begun(folder, out, anew).wait() == 0
    again = len(anew.read_text().splitlines())

    assert done
    assert again <= 40 - len(done) + 1, "but for a result that was being written"
    assert len(lines(out)) == 40


def test_poison_is_set_aside_and_every_other_document_is_judged(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 6, first=1)
    named = [files[0].rename(tmp_path / "in" / "1-crash.json")]
    named += [files[1].rename(tmp_path / "in" / "2-hang.json")]
    named += [files[2].rename(tmp_path / "in" / "3-greed.json")]
    source = archive(*named, *files[3:])
    summary = judge(source, tmp_path / "out", work(seconds=8), count=2)
    aside = (tmp_path / "out" / "set-aside.jsonl").read_text("utf-8")

    assert summary.errors == {"timeout": 1, "too-large": 1, "unreadable": 1}
    assert summary.submissions == 3
    assert [aside.index(path.name) for path in named] == sorted(
        aside.index(path.name) for path in named
    )
    assert "-11" in aside


def test_poison_in_the_middle_of_a_chunk_costs_no_other_document(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 72)
    alone = [path for number, path in enumerate(files) if number not in {57, 66}]
    files[57] = files[57].rename(tmp_path / "in" / "0057-crash.json")
    files[66] = files[66].rename(tmp_path / "in" / "0066-greed.json")
    judge(archive(*files), tmp_path / "out", work(), count=1)
    judge(archive(*alone), tmp_path / "alone", work())

    poison = {"0057-crash.json": "unreadable", "0066-greed.json": "too-large"}
    found = {line["source"]["name"]: line for line in lines(tmp_path / "out")}
    assert list(found) == [path.name for path in files]
    assert {name: found.pop(name)["error"] for name in poison} == poison
    assert list(found.values()) == lines(tmp_path / "alone")


def test_a_worker_that_is_killed_costs_no_document(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 6, first=1)
    files[2] = files[2].rename(tmp_path / "in" / "3-killed.json")
    summary = judge(archive(*files), tmp_path / "out", work(tmp_path / "log"), count=2)

    assert summary.errors == {}
    assert (tmp_path / "log").read_text().count("3-killed.json") == 2


def test_workers_killed_from_outside_cost_no_document(tmp_path: Path) -> None:
    files = [path for path in records(tmp_path / "in", 40) if int(path.stem) % 7]
    how = work(pause=0.02)
    engine = Chunks(how, 2)
    killed: list[int] = []

    def kill(done: int, _: int) -> None:
        if done in {3, 15}:
            killed.append(engine.pids[0])
            os.kill(killed[-1], signal.SIGKILL)

    summary = batch(
        archive(*files), tmp_path / "out", work=how, engine=lambda: engine, progress=kill
    )

    assert len(killed) == 2
    assert (summary.errors, summary.submissions) == ({}, len(files))
