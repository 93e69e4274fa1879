"""How many documents a second a batch judges, with one process, with two, through Ray; memory."""

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from inputs import draft

from specvalidator.batch.chunks import Chunks
from specvalidator.batch.local_files import LocalFiles
from specvalidator.batch.results import batch
from specvalidator.batch.work import Work
from specvalidator.judging import Judging

_DOCUMENTS, _ROUNDS = 1500, 3
_FEW, _MANY = 1_000, 10_000
_TARGET = 1.8
_BODY = "word/document.xml"


def drafts(folder: Path, count: int) -> None:
    """Write so many four-page drafts, none like another."""
    with zipfile.ZipFile(io.BytesIO(draft(8, paragraphs=6))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    body = parts[_BODY]
    for number in range(count):
        parts[_BODY] = body.replace("拉面制作".encode(), f"拉面{number}制作".encode())
        with zipfile.ZipFile(folder / f"{number:05}.docx", "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in parts.items():
                made.writestr(name, data)


def judge(folder: Path, count: int, engine: str, workers: int) -> dict[str, Any]:
    """Judge some drafts in this process and its workers; return what it took."""
    work = Work(Judging())
    names = (f"{number:05}.docx" for number in range(count))
    files = LocalFiles((name, folder / name, None) for name in names)
    if engine == "ray":
        from specvalidator.batch.ray_engine import RayEngine  # noqa: PLC0415 - slow to import

        begin: Any = partial(RayEngine, work, workers, None)
    else:
        begin = partial(Chunks, work, workers)
    marks: list[tuple[float, float]] = []

    def progress(done: int, _: int) -> None:
        if done in {100, count}:  # by the first, every process has begun
            marks.append((time.perf_counter(), time.process_time()))

    with tempfile.TemporaryDirectory() as out:
        batch(files, Path(out), work=work, engine=begin, progress=progress)
    own, below = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    (began, began_computing), (ended, ended_computing) = marks
    return {
        "rate": (count - 100) / (ended - began),
        "parent_ms": (ended_computing - began_computing) * 1000 / (count - 100),
        "workers_ms": (below.ru_utime + below.ru_stime) * 1000 / count,
        "parent_mb": own.ru_maxrss / 1024,
        "worker_mb": below.ru_maxrss / 1024,
    }


def apart(folder: Path, count: int, engine: str, workers: int) -> dict[str, Any]:
    """Do the same in a process of its own, so that its memory is its own."""
    program = [sys.executable, __file__, str(folder), str(count), engine, str(workers)]
    environment = os.environ | {"RAY_USAGE_STATS_ENABLED": "0"}
    done = subprocess.run(  # noqa: S603 - our own
        program, capture_output=True, text=True, check=True, env=environment
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print rates, by turns so that noise hits all, and the memory of few and of many documents."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        drafts(folder, _MANY)
        ways = (("local", 1), ("local", 2), ("ray", 2))
        rounds = [[apart(folder, _DOCUMENTS, *way) for way in ways] for _ in range(_ROUNDS)]
        print(f"{'':16}{'documents/s':>12}{'parent ms':>11}{'workers ms':>12}   a document")
        for at, (engine, workers) in enumerate(ways):
            best = max((each[at] for each in rounds), key=lambda one: one["rate"])
            row = f"{best['rate']:12.1f}{best['parent_ms']:11.2f}{best['workers_ms']:12.2f}"
            print(f"{engine + ' ' + str(workers):16}{row}")
        ratio = median(each[1]["rate"] / each[0]["rate"] for each in rounds)
        print(f"two processes to one: {ratio:.2f}, target at least {_TARGET}")
        judging = min(1000 / each[0]["rate"] for each in rounds)
        bound = 2 * judging / (judging + min(each[1]["parent_ms"] for each in rounds))
        print(f"what two processors allow, parent included: {bound:.2f}")
        for count in (_FEW, _MANY):
            took = apart(folder, count, "local", 2)
            parent, worker = took["parent_mb"], took["worker_mb"]
            print(f"{count:6} documents: parent {parent:.0f} MB, a worker {worker:.0f} MB at most")


if __name__ == "__main__":
    if sys.argv[1:]:
        given, count, engine, workers = sys.argv[1:]
        print(json.dumps(judge(Path(given), int(count), engine, int(workers))))
    else:
        main()
