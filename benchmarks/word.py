"""How long a Word draft takes from bytes to report, beside what one would pick instead."""

import gc
import io
import statistics
import time
import zipfile
from collections.abc import Callable
from typing import NamedTuple

import docx
from inputs import draft
from lxml import etree

import specvalidator

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_TARGETS = {"four pages": 4, "100 tasks": 5}
"""How many times faster than merely reading with python-docx a draft is to be judged."""


class Timing(NamedTuple):
    """Medians in milliseconds."""

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


def median(work: Callable[[bytes], None], data: bytes, seconds: float = 1.5) -> float:
    """Return the median time of `work` in milliseconds, over at least five runs."""
    work(data)
    times: list[float] = []
    end = time.perf_counter() + seconds
    gc.collect()
    while len(times) < 5 or time.perf_counter() < end:  # noqa: PLR2004 - said above
        start = time.perf_counter()
        work(data)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measured(data: bytes) -> Timing:
    """Time the three on one draft."""
    return Timing(
        *(median(work, data) for work in (unzip_and_parse, read_judge_and_report, merely_read))
    )


def main() -> None:
    """Print one line for each draft."""
    print("draft         kB   floor    ours  python-docx  ours:python-docx  target  ms per task")
    inputs = {"four pages": (12, draft(12, paragraphs=4))}
    inputs |= {f"{tasks} tasks": (tasks, draft(tasks)) for tasks in (10, 25, 50, 100, 200)}
    for name, (tasks, data) in inputs.items():
        timing = measured(data)
        ratio = timing.python_docx / timing.ours
        target = f"1:{_TARGETS[name]}" if name in _TARGETS else "-"
        print(
            f"{name:<11}{len(data) / 1000:5.0f}{timing.floor:8.2f}{timing.ours:8.2f}"
            f"{timing.python_docx:13.2f}{'1:' + format(ratio, '.1f'):>18}{target:>8}"
            f"{timing.ours / tasks:13.3f}"
        )


if __name__ == "__main__":
    main()
