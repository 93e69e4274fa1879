"""Where the time of a document goes, beside the least that any reader does and a peer.

    python benchmarks/budget.py [--against PYTHON] [--rounds N]

The documents are those of the examples as an office program saves them, one kind after the other.
`--against` is the interpreter of another environment, with another version of the package: its time
is taken by turns with ours. Only ratios of one round are compared, and of these the median is told.
"""

import argparse
import gc
import io
import json
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import IO

from lxml import etree

import specvalidator

_HERE = Path(__file__).resolve().parent
_WORD, _PDF = _HERE / "saved", _HERE.parent / "examples" / "pdf" / "exported"
_KINDS = {
    "specification": ("0[1-8]-*", "1*-*"),
    "three in a file": ("09-*",),
    "application": ("2*-*",),
    "announcement": ("3*-*",),
}
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_BUDGETS = {
    ".docx": ("unzip", "parse", "walk", "extract", "judge", "report"),
    ".pdf": ("read", "extract", "judge", "report"),
}
_REMEMBERING = tuple(
    f"specvalidator.{name}"
    for name in (
        *("placeholders", "quantities", "extract"),
        *("checks.likeness", "checks.projects", "checks.application"),
    )
)
"""Modules that remember what they were asked about whole texts, which no other document has."""
_CACHE = type(lru_cache(lambda: None))
_PEERS = {".docx": "python-docx", ".pdf": "pdfplumber"}


def unzip(data: bytes) -> None:
    """Unpack the parts of a Word file that are always read."""
    _unzipped(data)


def _unzipped(data: bytes) -> tuple[str, dict[str, bytes]]:
    """Return the parts of a Word file that are always read, and which holds its text."""
    from specvalidator.readers import DEFAULT, recognise  # noqa: PLC0415 - as other versions have not all of it
    from specvalidator.readers.word.package import Package  # noqa: PLC0415 - the same

    package = Package(recognise(data), DEFAULT)
    main = package.main_part().name
    beside = package.related(main)
    names = [main, *(name for kind in ("styles", "numbering") for name in beside.get(kind, ()))]
    return main, {name: xml for name in names if (xml := package.read(name)) is not None}


def parse(data: bytes) -> None:
    """Unzip, and parse as much as is parsed."""
    from specvalidator.readers.word.stylesheet import StyleSheet  # noqa: PLC0415 - the same
    from specvalidator.readers.word.trimming import without_plain_looks  # noqa: PLC0415 - the same
    from specvalidator.readers.xml import parse as parsed  # noqa: PLC0415 - the same

    main, parts = _unzipped(data)
    for name, xml in parts.items():
        if name == main:
            parsed(without_plain_looks(xml, name) or xml, name)
        else:
            StyleSheet(xml, name).default_paragraph_style()


def read(data: bytes) -> None:
    """Read a document."""
    from specvalidator.readers import read_document  # noqa: PLC0415 - the same

    read_document(data)


def extract(data: bytes) -> None:
    """Read the forms of a document."""
    specvalidator.read(data)


def judge(data: bytes) -> None:
    """Read and judge."""
    specvalidator.validate(data)


def report(data: bytes) -> None:
    """Do all that `specvalidator check` does."""
    specvalidator.render(specvalidator.validate(data), "text")


def floor_of_word(data: bytes) -> None:
    """Unzip and parse the three parts: the least that any reader does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _PARTS:
            if part in archive.namelist():
                etree.fromstring(archive.read(part))


def floor_of_pdf(data: bytes) -> None:
    """Take the text of all pages."""
    import pypdfium2  # noqa: PLC0415 - as other versions may do without

    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_bounded()


def peer_of_word(data: bytes) -> None:
    """Read all text with python-docx, the usual way."""
    import docx  # noqa: PLC0415 - the same

    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def peer_of_pdf(data: bytes) -> None:
    """Read all text and tables with pdfplumber, the usual way."""
    import pdfplumber  # noqa: PLC0415 - the same

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


_WORKS: dict[str, Callable[[bytes], None]] = {
    work.__name__: work
    for work in (
        *(unzip, parse, read, extract, judge, report),
        *(floor_of_word, floor_of_pdf, peer_of_word, peer_of_pdf),
    )
}


def main(arguments: list[str]) -> None:
    """Print a line for each kind of document."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--against")
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    said = asked.parse_args(arguments)
    if said.serve:
        serve()
        return
    # What the peers load must not make the garbage collector's rounds longer for us.
    workers = [Worker(sys.executable), Worker(sys.executable)]
    workers += [Worker(said.against)] if said.against else []
    for folder, suffix in ((_WORD, ".docx"), (_PDF, ".pdf")):
        print(_head(suffix, against=bool(said.against)))
        for kind, patterns in _KINDS.items():
            files = sorted(str(file) for each in patterns for file in folder.glob(each))
            print(_line(kind, suffix, files, workers, said.rounds), flush=True)


class Worker:
    """A process with one version of the package."""

    def __init__(self, python: str) -> None:
        command = [python, str(Path(__file__).resolve()), "--serve"]
        process = subprocess.Popen(  # noqa: S603 - our own
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._asked: IO[str] = process.stdin  # type: ignore[assignment]  # it is a pipe
        self._told: IO[str] = process.stdout  # type: ignore[assignment]  # the same

    def time(self, work: str, files: list[str]) -> float:
        """Return the processor time of some work, in milliseconds for each file."""
        print(json.dumps([work, files]), file=self._asked, flush=True)
        return float(self._told.readline())


def serve() -> None:
    """Do the work that a line of the standard input names, and tell how long it took."""
    for line in sys.stdin:
        work, files = json.loads(line)
        datas = [Path(file).read_bytes() for file in files]
        print(_timed(_WORKS[work], datas), flush=True)


def _timed(work: Callable[[bytes], None], datas: list[bytes]) -> float:
    _forget()
    for data in datas:
        work(data)
    known = list(_text_caches())
    gc.collect()
    spent = runs = 0.0
    while spent < 0.05:  # noqa: PLR2004 - seconds, long beside what a clock tells apart
        for forget in known:
            forget()
        for data in datas:
            start = time.process_time()
            work(data)
            spent += time.process_time() - start
            runs += 1
    return spent * 1000 / runs


def _forget() -> None:
    for forget in _text_caches():
        forget()


def _text_caches() -> Iterator[Callable[[], None]]:
    """Yield what lets the package forget texts it was asked about: the next document has others.

    What a set of labels remembers is kept: the next document has the same.
    """
    for cache in gc.get_objects():  # wherever it is kept
        if type(cache) is _CACHE and cache.cache_parameters()["maxsize"] is not None:
            asked = getattr(cache.__wrapped__, "func", cache.__wrapped__)
            if isinstance(asked, FunctionType) and asked.__module__.startswith(_REMEMBERING):
                yield cache.cache_clear


def _head(suffix: str, *, against: bool) -> str:
    budget = "".join(f"{each:>9}" for each in _BUDGETS[suffix])
    before = f"{'before':>9}{'ratio':>7}" if against else ""
    return (
        f"{suffix:<18}{'floor':>8}{'ours':>8}{'×':>6}{_PEERS[suffix]:>13}{'×':>6}{before} |{budget}"
    )


def _line(kind: str, suffix: str, files: list[str], workers: list[Worker], rounds: int) -> str:
    of = "word" if suffix == ".docx" else "pdf"
    stages = ("unzip", "parse", "read") if suffix == ".docx" else ("read",)
    steps = (*stages, "extract", "judge", "report")
    ours, peers, *others = workers
    rows = []
    for _ in range(rounds):
        rows.append({work: ours.time(work, files) for work in steps})
        if others:
            rows[-1]["before"] = others[0].time("report", files)
        for work in (f"floor_of_{of}", f"peer_of_{of}"):
            rows[-1][work] = peers.time(work, files)
    least = {step: min(row[step] for row in rows) for step in rows[0]}
    ends = [least[step] for step in steps]
    budget = [end - begin for begin, end in zip([0.0, *ends[:-1]], ends, strict=True)]

    def ratio(one: str, other: str) -> float:
        return statistics.median(row[one] / row[other] for row in rows)

    told = f"{kind:<18}{least[f'floor_of_{of}']:8.2f}{least['report']:8.2f}"
    told += f"{ratio('report', f'floor_of_{of}'):6.1f}{least[f'peer_of_{of}']:13.2f}"
    told += f"{ratio(f'peer_of_{of}', 'report'):6.1f}"
    if others:
        told += f"{least['before']:9.2f}{ratio('report', 'before'):7.2f}"
    return told + " |" + "".join(f"{each:9.2f}" for each in budget)


if __name__ == "__main__":
    main(sys.argv[1:])
