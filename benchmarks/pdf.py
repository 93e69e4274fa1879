"""How long a PDF takes from bytes to report, beside pdfplumber and the least any reader does.

    python benchmarks/pdf.py [FILE.pdf …]

Without files, Word drafts of about 1, 10 and 100 pages are exported with LibreOffice: real fonts
cost every reader more than anything else, so pages drawn without them would flatter the ratios.
"""

import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2 as pdfium

import specvalidator
from specvalidator.forms import write
from specvalidator.models import Specification
from specvalidator.models.specification import Item, Occupation, Requirements, Task
from specvalidator.readers import read_document

_TASKS = (2, 55, 590)
"""Tasks of drafts of about 1, 10 and 100 pages."""
_OPERATIONS = ("按配方称取面粉、盐和水，误差不超过5克", "分次加水，把面团揉到表面光滑、软硬适中")
_KNOWLEDGE = ("面粉的种类与品质鉴别", "食品安全与个人卫生知识")


class Timing(NamedTuple):
    """Medians in milliseconds."""

    floor: float
    reading: float
    ours: float
    pdfplumber: float


def draft(tasks: int) -> bytes:
    """Return a Word draft with so many tasks, as the form writes it: with lines in its table."""
    return write(
        Specification(
            name="拉面制作",
            definition="运用和面机、案板、煮面炉等工具设备，在厨房内进行和面、溜条，制作拉面的能力。",
            applicants="运用或准备运用本项能力求职、就业的人员。",
            ability_name="拉面制作",
            occupation=Occupation(text="4-03-02-02中式面点师"),
            tasks=tuple(_task(number, tasks) for number in range(1, tasks + 1)),
            requirements=Requirements(
                eligibility="达到法定劳动年龄、具有相应技能的劳动者均可申报。",
                examiners="每个考评组由不少于3名考评员组成。",
                method_and_time="现场实际操作，考核时间为90分钟。百分制，60分以上（含60分）为合格。",
                venue_and_equipment="通风和照明良好的面点操作间，配备操作台、煮面炉、和面机、电子秤等。",
            ),
        )
    )


def _task(number: int, of: int) -> Task:
    return Task(
        number=number,
        name=f"第{number}道工序",
        operations=_items(_OPERATIONS),
        knowledge=_items(_KNOWLEDGE),
        weight_text=f"{100 / of:.3g}%",
    )


def _items(texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(number=number, text=text) for number, text in enumerate(texts, start=1))


def exported(tasks: int) -> bytes:
    """Return a draft with so many tasks as the PDF that LibreOffice makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder, "draft.docx")
        word.write_bytes(draft(tasks))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        subprocess.run(  # noqa: S603 - our own file
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, word],  # noqa: S607 - wherever it is
            check=True,
            capture_output=True,
        )
        return word.with_suffix(".pdf").read_bytes()


def text_only(data: bytes) -> None:
    """Do the least that any reader on PDFium must do."""
    document = pdfium.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def read_judge_and_report(data: bytes) -> None:
    """Do all that `specvalidator check` does."""
    specvalidator.render(specvalidator.validate(data), "text")


def merely_read(data: bytes) -> None:
    """Read text and tables with pdfplumber, the usual way."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def median(work: Callable[[bytes], object], data: bytes, seconds: float = 1.5) -> float:
    """Return the median processor time of `work` in milliseconds, over at least three runs."""
    work(data)
    times: list[float] = []
    end = time.perf_counter() + seconds
    gc.collect()
    while len(times) < 3 or time.perf_counter() < end:  # noqa: PLR2004 - said above
        start = time.process_time()
        work(data)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def peak(data: bytes) -> float:
    """Return the most memory that Python held while reading, in megabytes."""
    tracemalloc.start()
    read_document(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def measured(data: bytes) -> Timing:
    """Time the four on one file."""
    works = (text_only, read_document, read_judge_and_report, merely_read)
    return Timing(*(median(work, data) for work in works))


def main(files: list[str]) -> None:
    """Print one line for each file."""
    inputs = {Path(name).name: Path(name).read_bytes() for name in files}
    inputs = inputs or {f"{tasks} tasks": exported(tasks) for tasks in _TASKS}
    print(
        "draft          pages    floor  reading     ours  pdfplumber"
        "  ours:floor  ours:pdfplumber  MB"
    )
    for name, data in inputs.items():
        pages = len(pdfium.PdfDocument(data))
        timing = measured(data)
        print(
            f"{name:<14}{pages:6}{timing.floor:9.1f}{timing.reading:9.1f}{timing.ours:9.1f}"
            f"{timing.pdfplumber:12.1f}{timing.ours / timing.floor:12.2f}"
            f"{'1:' + format(timing.pdfplumber / timing.ours, '.1f'):>17}{peak(data):4.0f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
