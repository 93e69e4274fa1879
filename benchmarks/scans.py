"""Score and time of scans and photographs: pages of the examples, drawn and then spoilt.

    python benchmarks/scans.py [--keep] [clean seal noisy photo dark copied …] [-- 01 07 …]

All ways are those of `spoiling.py`; none named is all of them.
Fields are those of the PDF whose pages were drawn. *other* are rules that say of the picture what
they do not say of the PDF, *missed* those that say of the PDF what they do not of the picture, and
*in silence* the ones of them where the reader has no doubt either. Seconds of computing are those
of a page, and of them those of the engine alone. With --keep they are put into measured.json and
into the table of docs/formats.md. Needs the extra `scan`.
"""

import sys
import time
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import cv2  # noqa: E402 - the tests' own are found by the path above
import numpy as np  # noqa: E402
from formats import fields  # noqa: E402
from spoiling import ARRANGED, SPOILT  # noqa: E402
from tables import keep  # noqa: E402

import specvalidator as sv  # noqa: E402
from readers.scan.recording import pictures  # noqa: E402
from specvalidator.readers import read_document  # noqa: E402
from specvalidator.readers.scan.engines import Word, rapid, using  # noqa: E402
from specvalidator.readers.scan.pixels import Picture  # noqa: E402


def spoilt(stem: str, how: str) -> bytes:
    """Return the pages of an example as a TIFF of spoilt pictures."""
    chance = np.random.default_rng(int(stem[:2]))
    drawn = [cv2.imdecode(np.frombuffer(each, np.uint8), 1) for each in pictures(stem)]
    if how in ARRANGED:
        drawn = ARRANGED[how](drawn)
    else:
        drawn = [SPOILT[how](each, chance) for each in drawn]
    _, data = cv2.imencodemulti(".tiff", drawn)
    return bytes(data)


class Score(NamedTuple):
    """What came of one file."""

    exact: int
    total: int
    other: list[str]
    missed: list[str]
    silent: list[str]
    wrong: list[str]


def plain(value: object) -> object:
    """Return a value without what nobody sees on a page: widths of signs, and blanks."""
    if not isinstance(value, str):
        return value
    return "".join(unicodedata.normalize("NFKC", value).split())


def rules(data: bytes) -> set[str]:
    """Return the rules that say something of the form, and not of how it was read."""
    return {each.rule for report in sv.validate(data, name="x") for each in report.findings}


def score(stem: str, data: bytes) -> Score:
    """Hold a picture against its twin."""
    twin = (ROOT / f"examples/pdf/exported/{stem}.pdf").read_bytes()
    expected, said = fields(twin), rules(twin)
    try:
        read, found = fields(data), rules(data)
    except sv.UnreadableFile as error:
        return Score(0, len(expected), [], sorted(said), [], [error.words.zh])
    wrong = [
        f"{path}: {value!r} → {read.get(path)!r}"
        for path, value in expected.items()
        if plain(read.get(path)) != plain(value)
    ]
    wrong += [f"{path}: – → {value!r}" for path, value in read.items() if path not in expected]
    missed = sorted(said - found)
    silent = [] if any("unread" in each or "illegible" in each for each in found) else missed
    exact = len(expected) - sum("–" not in each for each in wrong)
    return Score(exact, len(expected), sorted(found - said), missed, silent, wrong)


def main(arguments: list[str]) -> None:
    """Print a line for each way of spoiling."""
    hows, _, stems = " ".join(each for each in arguments if each != "--keep").partition("--")
    paths = sorted((ROOT / "examples/pdf/exported").glob("*.pdf"))
    names = [path.stem for path in paths if not stems or path.stem[:2] in stems.split()]
    for how in hows.split() or [*SPOILT, *ARRANGED]:
        row, engine_alone = measured(how, names)
        print(said(how, row), f", of it {engine_alone:.1f} the engine", sep="", flush=True)
        if "--keep" in arguments:
            keep("scans", {how: row})


def measured(how: str, names: list[str]) -> tuple[dict[str, float], float]:
    """Return what is said of one way of spoiling, and seconds of the engine alone a page."""
    engine, alone = rapid(), 0.0
    known: dict[bytes, list[Word]] = {}  # what was read once need not be recognised to be judged

    def timed(grey: Picture) -> list[Word]:
        nonlocal alone
        seen = sha256(grey.tobytes()).digest()
        if seen not in known:
            start = time.process_time()
            known[seen] = engine(grey)
            alone += time.process_time() - start
        return known[seen]

    pages, spent = 0, 0.0
    scores: list[Score] = []
    for name in names:
        data = spoilt(name, how)
        with using(timed):
            start = time.process_time()
            pages += len(read_document(data).recognised)
            spent += time.process_time() - start
            scores.append(score(name, data))
        for each in shown(scores[-1]):
            print(f"    {how} {name}: {each}", file=sys.stderr, flush=True)
    row: dict[str, float] = {
        "examples": len(names),
        "exact": sum(each.exact for each in scores),
        "total": sum(each.total for each in scores),
    }
    for what in ("other", "missed", "silent"):
        row[what] = sum(len(getattr(each, what)) for each in scores)
    return row | {"seconds": round(spent / pages, 1)}, alone / pages


def said(how: str, row: dict[str, float]) -> str:
    """Return a line of what was measured."""
    return (
        f"{how:10} {row['exact']} of {row['total']} fields ({row['exact'] / row['total']:.1%}), "
        f"{row['other']} other, {row['missed']} missed, {row['silent']} in silence, "
        f"{row['seconds']} s a page"
    )


def shown(of: Score) -> Iterator[str]:
    """Yield what differs."""
    for what in ("other", "missed", "silent", "wrong"):
        for each in getattr(of, what):
            yield f"{what}: {each}"


if __name__ == "__main__":
    main(sys.argv[1:])
