"""How long a Word draft takes from bytes to report, beside what one would pick instead."""

import gc
import io
import statistics
import time
import zipfile
from typing import NamedTuple

import docx
from inputs import draft
from lxml import etree

import specvalidator

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_LEAST_RUNS = 9
_TARGETS = {"four pages": 4, "100 tasks": 5}
"""How many times faster than merely reading with python-docx a draft is to be judged."""


class Timing(NamedTuple):
    """Medians of processor time in milliseconds."""

    floor: float
    ours: float
    python_docx: float


def unzip_and_parse(data: bytes) -> None:
    """Do the least that any reader must do."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _PARTS:
            etree.fromstring(archive.read(part))


def read_judge_and_report(data: bytes) -> None:
    """Do all that `specvalidator check` does."""
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


def measured(data: bytes, seconds: float = 3) -> Timing:
    """Time the three on one draft, in turns, so that whatever disturbs one disturbs all."""
    works = (unzip_and_parse, read_judge_and_report, merely_read)
    times: list[list[float]] = [[], [], []]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times[0]) < _LEAST_RUNS:
        for work, own in zip(works, times, strict=True):
            gc.collect()  # what one leaves behind is not for the next to clear away
            start = time.process_time()
            work(data)
            own.append((time.process_time() - start) * 1000)
    return Timing(*map(statistics.median, times))


def main() -> None:
    """Print one line for each draft."""
    print("draft                    kB   floor    ours  python-docx   ratio  target  ms per task")
    for row_for in ("operation", "task"):
        inputs = {"four pages": (8, draft(8, paragraphs=6, row_for=row_for))}
        for tasks in (10, 25, 50, 100, 200):
            inputs[f"{tasks} tasks"] = (tasks, draft(tasks, row_for=row_for))
        print(f"a row for each {row_for}")
        for name, (tasks, data) in inputs.items():
            timing = measured(data)
            ratio = f"1:{timing.python_docx / timing.ours:.1f}"
            target = f"1:{_TARGETS[name]}" if name in _TARGETS else ""
            print(
                f"  {name:<19}{len(data) / 1000:6.0f}{timing.floor:8.2f}{timing.ours:8.2f}"
                f"{timing.python_docx:13.2f}{ratio:>8}{target:>8}{timing.ours / tasks:13.3f}"
            )


if __name__ == "__main__":
    main()
