"""What the guards against hostile files cost ordinary drafts: with them, and with none.

    python benchmarks/guards.py [ROUNDS]

Both are the same program in one process, in turns on the same bytes. Without guards, Word's parts
come straight out of a zip and a plain parser, PDF streams are not measured, nothing is counted.
"""

import gc
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from inputs import draft
from lxml import etree

import specvalidator
from specvalidator import reading
from specvalidator.readers import meter, zipped
from specvalidator.readers.pdf import opening
from specvalidator.readers.word import package, stylesheet
from specvalidator.readers.word import reading as word_reading

_EXAMPLES = Path(__file__).parents[1] / "examples"
_TARGET = 1.05
_ROUNDS = 60


def inputs() -> dict[str, bytes]:
    """Return ordinary drafts by name."""
    pdf = min(_EXAMPLES.glob("pdf/exported/*collection*.pdf"))
    return {
        "Word, 4 pages": draft(4),
        "Word, 100 tasks": draft(100),
        "Word, example": (_EXAMPLES / "21-site-pastry.docx").read_bytes(),
        "PDF, collection": pdf.read_bytes(),
        "JSON, session": (_EXAMPLES / "41-session-on-time.json").read_bytes(),
    }


def work(data: bytes) -> None:
    """Do all that `specvalidator check` does."""
    specvalidator.render(specvalidator.validate(data), "json")


@contextmanager
def unguarded() -> Iterator[None]:
    """Take every guard away."""

    def nothing(*_: object, **__: object) -> None:
        return None

    def members(infos: Sequence[zipfile.ZipInfo], _limits: object) -> dict[str, Any]:
        return {zipped.part_name(info.filename): info for info in infos}

    def read(self: Any, name: str) -> bytes | None:  # noqa: ANN401 - a package
        info = self._members.get(zipped.part_name(name))
        return info and zipped.inflated(self._data, info)

    def parse(xml: bytes, _part: str) -> Any:  # noqa: ANN401 - an element
        return etree.fromstring(xml, etree.XMLParser(remove_comments=True, remove_pis=True))

    with ExitStack() as patches:
        for target, name, new in (
            (package, "members", members),
            (package, "refuse_unlisted", nothing),
            (package.Package, "read", read),
            (package, "parse", parse),
            (stylesheet, "parse", parse),
            (word_reading, "parse", parse),
            (meter.Meter, "take_blocks", nothing),
            (meter.PdfMeter, "take", nothing),
            (opening, "swells", nothing),
            (reading, "_refuse_long_lists", nothing),
        ):
            patches.enter_context(mock.patch.object(target, name, new))
        yield


def seconds(do: Callable[[bytes], None], data: bytes) -> float:
    """Return the processor time of one run."""
    started = time.process_time()
    do(data)
    return time.process_time() - started


def measured(data: bytes, rounds: int) -> tuple[float, float, float]:
    """Return the least milliseconds with and without guards, and the median of the ratios."""
    pairs = []
    gc.collect()
    for _ in range(rounds):
        guarded = seconds(work, data)
        with unguarded():
            bare = seconds(work, data)
        pairs.append((guarded * 1000, bare * 1000))
    ratios = [guarded / bare for guarded, bare in pairs]
    guarded, bare = (min(column) for column in zip(*pairs, strict=True))
    return guarded, bare, statistics.median(ratios)


def main(rounds: int = _ROUNDS) -> None:
    """Print a line for each draft."""
    print("draft             guarded    bare   ratio of least   median ratio")
    for name, data in inputs().items():
        work(data)
        guarded, bare, ratio = measured(data, rounds)
        met = "met" if guarded / bare <= _TARGET else "MISSED"
        print(f"{name:<16}{guarded:9.2f}{bare:8.2f}{guarded / bare:17.3f}{ratio:15.3f}  {met}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
