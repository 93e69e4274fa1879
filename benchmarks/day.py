"""A reviewer's day: letters, workbook, marked copies and page of 300 files, one command each.

    python benchmarks/day.py [FOLDER]

The files are made on the spot: specifications in Word and PDF, applications, and some that cannot
be read, in five districts. What the commands write stays in FOLDER, to look at; without one, it
is thrown away.
"""

import argparse
import itertools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from specvalidator import Application, Specification, forms
from specvalidator.packs.cases import valid_record

DISTRICTS = ("环翠区", "文登区", "荣成市", "乳山市", "经区")
_ABILITIES = ("拉面制作", "渔网修补", "苹果修剪", "竹篮编织", "面塑制作", "海带晾晒", "贝雕打磨")
_HOMES = ("白沙", "东岬", "沙湾", "北港", "松岗", "柳河", "石桥", "南滩", "青峰")
_PDF = Path(__file__).resolve().parents[1] / "examples" / "pdf" / "exported"
_PDF_EVERY, _BROKEN_EVERY, _SITE_EVERY = 10, 49, 6
"""Every so many files is a PDF, cannot be read, or is the application of a site."""
_SOME_UNREADABLE = 3
"""The exit status of each command: some of the files cannot be read."""
_TARGET = 60
"""Seconds for all four."""


def files(count: int = 300) -> Iterator[tuple[str, bytes]]:
    """Yield so many files, each with its path in the folder: a fifth of them for each district."""
    names = itertools.cycle(itertools.product(_HOMES, _ABILITIES))
    exported = itertools.cycle(sorted(_PDF.glob("*.pdf")))
    for number, (home, ability) in enumerate(itertools.islice(names, count)):
        folder = DISTRICTS[number % len(DISTRICTS)]
        name = f"{folder}/{number + 1:03}-{home}{ability}"
        if number % _PDF_EVERY == 0:
            yield f"{name}.pdf", next(exported).read_bytes()
        elif number % _BROKEN_EVERY == 0:
            yield f"{name}.docx", b"PK\x03\x04"
        elif number % _SITE_EVERY == 0:
            yield f"{name}申请表.docx", _application(f"{home}职业培训学校", number)
        else:
            yield f"{name}.docx", _specification(f"{home}{ability}", number)


def _specification(name: str, number: int) -> bytes:
    """Return a draft; of three, one has nothing wrong, and others have one fault or several."""
    record = valid_record("specification") | {"name": name, "ability_name": name}
    if number % 3 == 1:
        record["applicants"] = None
        record["tasks"][0] |= {"weight": "15", "weight_text": "15%"}
    if number % 9 == 2:  # noqa: PLR2004 - as above
        record |= {"ability_name": f"{name}工", "definition": None, "occupation": None}
    return forms.write(Specification.model_validate(record))


def _application(name: str, number: int) -> bytes:
    record = valid_record("application") | {"applicant": name}
    if number % 4 == 1:
        record |= {"telephone": None, "equipment": []}
    return forms.write(Application.model_validate(record))


def commands(drafts: Path, out: Path) -> dict[str, list[str]]:
    """Return the four commands, the copies before the workbook that links to them."""
    copies = out / "批注"
    return {
        "marked copies": ["annotate", str(drafts), "--out", str(copies)],
        "letters": ["letter", str(drafts), "--out", str(out / "意见")],
        "workbook": [
            *("check", str(drafts), "--format", "xlsx", "--copies", str(copies)),
            *("-o", str(out / "汇总.xlsx")),
        ],
        "page": ["check", str(drafts), "--format", "html", "-o", str(out / "报告.html")],
    }


def _processor() -> float:
    """Return the processor time of all commands so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print how long each command takes, and how much processor time, its start included."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", help="where to leave what the commands write")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(chosen.folder or folder)
        drafts = root / "来稿"
        made = list(files())
        for name, data in made:
            path = drafts / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{len(made)} files")
        total, processor = 0.0, _processor()
        for name, command in commands(drafts, root).items():
            start, before = time.perf_counter(), _processor()
            done = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-m", "specvalidator", *command], capture_output=True, check=False
            )
            seconds = time.perf_counter() - start
            total += seconds
            used = _processor() - before
            print(f"{name:<14}{seconds:6.1f} s {used:6.1f} s   exit status {done.returncode}")
            if done.returncode != _SOME_UNREADABLE:
                sys.exit(done.stderr.decode(errors="replace"))
        used = _processor() - processor
        said = "under" if total < _TARGET else "over"
        print(f"{'together':<14}{total:6.1f} s {used:6.1f} s   {said} a minute")


if __name__ == "__main__":
    main()
