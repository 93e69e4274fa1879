"""How long a Word draft takes from bytes to report, beside what one would pick instead.

    python benchmarks/word.py [FILE.docx …]

All in one process, which has read such a draft before: processor time, so that other programs
count little. Each round times the three works in turn, each several times in a row, as drafts come
in a folder or to a service, after a full garbage collection; collection stays on while they are
timed. Milliseconds are the least of all rounds. A ratio is the median of the rounds' own ratios:
whatever slows a round slows both. The ratio `alone` is that of single runs, each with the caches of
the processor as another work left them: what is small loses more by it than what is large.
"""

import gc
import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import docx
from inputs import draft
from lxml import etree

import specvalidator

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_LEAST_ROUNDS = 9
_BLOCK = 0.1
"""Seconds that a work takes in each round, or one run where that takes longer."""
_TASKS = (10, 25, 50, 100, 200)
_TARGETS = {"four pages": 4, "100 tasks": 5}
"""How many times faster than merely reading with python-docx a draft is to be judged."""


class Timing(NamedTuple):
    """Least processor time in milliseconds, and how many times faster than python-docx we are."""

    floor: float
    ours: float
    python_docx: float
    ratio: float
    alone: float


def unzip_and_parse(data: bytes) -> None:
    """Do the least that any reader must do."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _PARTS:
            if part in archive.namelist():
                etree.fromstring(archive.read(part))


def read_judge_and_report(data: bytes) -> None:
    """Do all that `specvalidator check` does: read, extract, judge by every rule, render."""
    specvalidator.render(specvalidator.validate(data), "text")


def merely_read(data: bytes) -> None:
    """Read all text with python-docx, the usual way."""
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def processor_time(work: Callable[[bytes], None], data: bytes, times: int = 1) -> float:
    """Return how long the processor takes for one run of several in a row, in milliseconds."""
    gc.collect()  # what one work leaves behind is not for the next to clear away
    start = time.process_time()
    for _ in range(times):
        work(data)
    return (time.process_time() - start) * 1000 / times


def measured(data: bytes, seconds: float = 6) -> Timing:
    """Time the three works on one draft, in turns."""
    works = (unzip_and_parse, read_judge_and_report, merely_read)
    for work in works:
        work(data)
    times = [max(1, round(_BLOCK * 1000 / processor_time(work, data))) for work in works]
    rows, single = list[list[float]](), list[list[float]]()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(rows) < _LEAST_ROUNDS:
        rows.append([processor_time(work, data, n) for work, n in zip(works, times, strict=True)])
        single.append([processor_time(work, data) for work in works])
    floor, ours, python_docx = map(min, zip(*rows, strict=True))
    return Timing(floor, ours, python_docx, _ratio(rows), _ratio(single))


def _ratio(rows: list[list[float]]) -> float:
    return statistics.median(python_docx / ours for _, ours, python_docx in rows)


def drafts(row_for: str) -> Iterator[tuple[str, int, bytes]]:
    """Yield name, number of tasks and bytes of each draft."""
    yield "four pages", 8, draft(8, paragraphs=6, row_for=row_for)
    for tasks in _TASKS:
        yield f"{tasks} tasks", tasks, draft(tasks, row_for=row_for)


def line(name: str, data: bytes, target: int | None = None, tasks: int | None = None) -> str:
    """Return the line of one draft, with its target where it has one."""
    timing = measured(data)
    wanted = "" if target is None else f"1:{target}"
    verdict = "" if target is None else "met" if timing.ratio >= target else "MISSED"
    each = "" if tasks is None else f"{timing.ours / tasks:.3f}"
    return (
        f"  {name:<19}{len(data) / 1000:6.0f}{timing.floor:8.2f}{timing.ours:8.2f}"
        f"{timing.python_docx:13.2f}{'1:' + format(timing.ratio, '.1f'):>8}"
        f"{'1:' + format(timing.alone, '.1f'):>8}{wanted:>8}"
        f"{verdict:>8}{each:>13}"
    )


def main(files: list[str]) -> None:
    """Print one line for each draft."""
    print("least ms of processor time, one process")
    print(
        f"draft{'kB':>22}   floor    ours  python-docx   ratio   alone  target{'ms per task':>21}"
    )
    if files:
        for name in files:
            print(line(Path(name).name, Path(name).read_bytes()))
        return
    print("a row for each operation, other cells merged downwards: how real drafts look")
    for name, tasks, data in drafts("operation"):
        print(line(name, data, _TARGETS.get(name), tasks))
    print("a row for each task: kinder to python-docx, which reads merged cells again in each row")
    for name, tasks, data in drafts("task"):
        print(line(name, data, None, tasks))


if __name__ == "__main__":
    main(sys.argv[1:])
