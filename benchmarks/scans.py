"""Score and time of scans and photographs: pages of the examples, drawn and then spoilt.

    python benchmarks/scans.py [--keep] [clean seal noisy photo dark blurred steep …] [-- 01 07 …]

All ways are those of `SPOILT` and `ARRANGED`; none named is all of them.
Fields are those of the PDF whose pages were drawn. *other* are rules that say of the picture what
they do not say of the PDF, *missed* those that say of the PDF what they do not of the picture, and
*in silence* the ones of them where the reader has no doubt either. Seconds of computing are those
of a page, and of them those of the engine alone. With --keep they are put into measured.json and
into the table of docs/formats.md. Needs the extra `scan`.
"""

import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import cv2  # noqa: E402 - the tests' own are found by the path above
import numpy as np  # noqa: E402
from formats import fields  # noqa: E402
from tables import keep  # noqa: E402

import specvalidator as sv  # noqa: E402
from readers.scan.recording import pictures  # noqa: E402
from specvalidator.readers import read_document  # noqa: E402
from specvalidator.readers.scan.engines import Word, rapid, using  # noqa: E402
from specvalidator.readers.scan.pixels import Picture  # noqa: E402

_HALF = 127


def clean(page: Picture, _: Picture) -> Picture:
    """Return a page as it is."""
    return page


def seal(page: Picture, _: Picture) -> Picture:
    """Return a page with a round red seal over its middle and one over its end."""
    stamp = np.full(page.shape, 255, np.uint8)
    for x, y in ((0.5, 0.45), (0.7, 0.8)):
        centre = (int(page.shape[1] * x), int(page.shape[0] * y))
        cv2.circle(stamp, centre, 150, (40, 40, 220), 9)
        cv2.circle(stamp, centre, 28, (40, 40, 220), -1)
        cv2.putText(stamp, "ZHUAN YONG", (centre[0] - 90, centre[1] + 90), 0, 1, (40, 40, 220), 4)
    return (page.astype(np.float32) * stamp / 255).astype(np.uint8)  # ink upon ink


def noisy(page: Picture, chance: Picture) -> Picture:
    """Return a page tilted by two degrees, with grain and specks, saved as a poor JPEG."""
    page = turned(page, 2.0)
    page = np.clip(page * 0.92 + chance.normal(0, 12, page.shape), 0, 255).astype(np.uint8)
    high, wide = page.shape[:2]
    for _ in range(150):
        at = (int(chance.integers(wide)), int(chance.integers(high)))
        cv2.circle(page, at, 1, (60, 60, 60), -1)
    return squeezed(page, 55)


def photo(page: Picture, chance: Picture) -> Picture:
    """Return a page on a table, seen askew, with a shadow."""
    high, wide = page.shape[:2]
    ground = np.full((int(high * 1.2), int(wide * 1.2), 3), (60, 80, 105), np.uint8)
    ground = np.clip(ground + chance.normal(0, 9, ground.shape), 0, 255).astype(np.uint8)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = np.array(
        [
            [wide * 0.11, high * 0.08],
            [wide * 1.08, high * 0.10],
            [wide * 1.13, high * 1.13],
            [wide * 0.06, high * 1.10],
        ],
        np.float32,
    )
    matrix = cv2.getPerspectiveTransform(corners, seen)
    size = (ground.shape[1], ground.shape[0])
    laid = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    ground[mask > _HALF] = laid[mask > _HALF]
    across, down = np.linspace(1.0, 0.66, size[0]), np.linspace(0.95, 0.85, size[1])
    light = across[None, :, None] * down[:, None, None]
    return squeezed((ground * light).astype(np.uint8), 75)


def dark(page: Picture, chance: Picture) -> Picture:
    """Return a photograph taken in poor light."""
    page = photo(page, chance) * 0.4
    return squeezed(np.clip(page + chance.normal(0, 8, page.shape), 0, 255).astype(np.uint8), 70)


def blurred(page: Picture, _: Picture) -> Picture:
    """Return a page out of focus."""
    return squeezed(cv2.GaussianBlur(page, (0, 0), 2.2), 80)


def sideways(page: Picture, _: Picture) -> Picture:
    """Return a page on its side."""
    return cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE)


def overhead(page: Picture, _: Picture) -> Picture:
    """Return a page upside down."""
    return cv2.rotate(page, cv2.ROTATE_180)


def otherwise(page: Picture, _: Picture) -> Picture:
    """Return a page on its other side."""
    return cv2.rotate(page, cv2.ROTATE_90_COUNTERCLOCKWISE)


def steep(page: Picture, chance: Picture) -> Picture:
    """Return a photograph taken from low down: the far side is a third shorter."""
    high, wide = page.shape[:2]
    size = (int(wide * 1.2), int(high * 1.1))
    ground = np.clip(np.array((60, 80, 105)) + chance.normal(0, 9, (size[1], size[0], 3)), 0, 255)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = corners * np.array([1.0, 0.95], np.float32) + np.array([wide * 0.1, high * 0.08])
    seen[0, 0], seen[1, 0] = wide * 0.27, wide * 0.93
    matrix = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    laid = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    ground[mask > _HALF] = laid[mask > _HALF]
    return squeezed(ground.astype(np.uint8), 75)


def facing(pages: list[Picture]) -> list[Picture]:
    """Return two pages beside each other on each picture, as A3 lies on the glass."""
    if len(pages) % 2:
        pages = [*pages, np.full_like(pages[-1], 255)]
    return [np.hstack(pair) for pair in zip(pages[::2], pages[1::2], strict=True)]


def backs(pages: list[Picture]) -> list[Picture]:
    """Return pages with a blank back, which is never quite white, after each."""
    return [each for page in pages for each in (page, np.full_like(page, 247))]


def turned(page: Picture, angle: float) -> Picture:
    """Return a page turned by some degrees."""
    high, wide = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), -angle, 1)
    return cv2.warpAffine(page, matrix, (wide, high), borderValue=(255, 255, 255))


def squeezed(page: Picture, quality: int) -> Picture:
    """Return a page as a JPEG of some quality shows it."""
    _, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


SPOILT: dict[str, Callable[[Picture, Picture], Picture]] = {
    each.__name__: each
    for each in (clean, seal, noisy, photo, dark, blurred, steep, sideways, overhead, otherwise)
}
ARRANGED: dict[str, Callable[[list[Picture]], list[Picture]]] = {
    each.__name__: each for each in (facing, backs)
}


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
