"""Letters with boxes → pieces of text: for sources that say of each letter where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from specvalidator.document import Unread
from specvalidator.readers.layout.drawing import Drawing
from specvalidator.readers.layout.page import Box, LayoutPiece
from specvalidator.readers.meter import PdfMeter

_MEANINGLESS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control and private-use characters: a letter was drawn whose meaning the file does not say."""
_SIGN = re.compile(r"[\uf020-\uf0ff]")
"""What fonts of signs, such as Wingdings, have for letters."""
_SMALLEST = 1.5
"""Letters lower than this many points are not to be seen."""
_EDGE = 1.0
"""Points that a letter may reach over a line into the next cell."""
_ALIKE = 0.1
"""Of the letter size: letters whose sizes differ by more are no one piece."""
_HAN = "\u2e7f"
_HAN_SLACK = 0.4
_LATIN_SLACK = 0.2
"""Of the letter size: what may stand between two letters without being a space."""
_DRAWN_LONG = "—–―─…⋯"
"""Two of these make one sign, and may overlap."""
_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_BROAD = frozenset("mwMW@%&")
_FULL = frozenset("“”‘’—…·")


class Letter(NamedTuple):
    """One letter as displayed; where it ends on the right is taken from the next, if that fits."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    turn: int = 0
    hidden: bool = False
    unread: Unread | None = None


@lru_cache(maxsize=4096)
def usual_width(letter: str) -> float:
    """Return how wide a letter is by its kind, as a share of its size."""
    if letter > _HAN or letter in _FULL:
        return 1.0
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.85
    return 0.68 if letter.isupper() else 0.52


def pieces_of(
    letters: Iterable[Letter], drawing: Drawing, size: tuple[float, float], meter: PdfMeter
) -> list[LayoutPiece]:
    """Return the pieces of a page's text in the order of its letters.

    A blank, a jump, another size, a wall of a table or the end of a line through the letters ends
    a piece. Pieces off the page are left out.

    Raises:
        TooMuch: letters would have to be held against too many lines.
    """
    width, height = size
    cutter = _Cutter(drawing, meter)
    return [
        piece
        for run, lead in _runs(letters)
        for piece in cutter.pieces(run, lead)
        if 0 <= piece.x0 + piece.x1 <= 2 * width and 0 <= piece.y0 + piece.y1 <= 2 * height
    ]


def _runs(letters: Iterable[Letter]) -> Iterator[tuple[list[Letter], str]]:
    """Yield letters that follow each other, and the white space typed before them."""
    run: list[Letter] = []
    lead = ""
    before: Letter | None = None
    """The letter before, which may be a blank."""
    for letter in letters:
        joins = before is not None and _follows(before, letter)
        if letter.text.isspace():
            if run:
                yield run, lead
                run, lead = [], ""
            lead = lead + letter.text if joins else letter.text
        elif run:
            last = run[-1]
            if letter.text == last.text and _lies_on(letter, last):
                if letter.text in _DRAWN_LONG and not letter.turn:
                    run.append(letter._replace(x0=last.x1, x1=2 * last.x1 - last.x0))
                    before = run[-1]
                continue  # painted twice to look bold
            if joins:
                run[-1] = last._replace(x1=letter.x0) if not letter.turn else last
                run.append(letter)
            else:
                if not last.turn and _is_beside(last, letter) and last.x0 < letter.x0 < last.x1:
                    run[-1] = last._replace(x1=letter.x0)
                yield run, lead
                run, lead = [letter], ""
        else:
            lead = lead if joins else ""
            run = [letter]
        before = letter
    if run:
        yield run, lead


def _follows(before: Letter, letter: Letter) -> bool:
    """Tell whether a letter comes next on its line, with no gap that would be a space."""
    if not _is_beside(before, letter) or (letter.hidden, letter.unread) != before[7:9]:
        return False
    if abs(letter.size - before.size) > _ALIKE * before.size:
        return False
    slack = _HAN_SLACK if before.text > _HAN else _LATIN_SLACK
    if letter.turn:
        return True
    advance = letter.x0 - before.x0
    return 0 < advance <= before.x1 - before.x0 + slack * before.size


def _is_beside(before: Letter, letter: Letter) -> bool:
    if before.turn != letter.turn:
        return False
    if letter.turn:
        near = before.size
        return (
            letter.x0 - near <= before.x1
            and before.x0 - near <= letter.x1
            and letter.y0 - near <= before.y1
            and before.y0 - near <= letter.y1
        )
    return abs(letter.y1 - before.y1) < letter.size / 4


def _lies_on(letter: Letter, other: Letter) -> bool:
    across, down = (other.x1 - other.x0) / 3, (other.y1 - other.y0) / 3
    return abs(letter.x0 - other.x0) < across and abs(letter.y0 - other.y0) < down


class _Cutter:
    """Makes pieces of runs, cut where the lines of a page part them."""

    def __init__(self, drawing: Drawing, meter: PdfMeter) -> None:
        self._meter = meter
        self._walls = drawing.walls
        self._wall_x = [wall.at for wall in drawing.walls]
        self._strokes = drawing.strokes
        self._stroke_y = [stroke.at for stroke in drawing.strokes]

    def pieces(self, run: list[Letter], lead: str) -> Iterator[LayoutPiece]:
        """Yield the pieces of a run."""
        if run[0].turn:
            yield _piece(run, lead, struck=False)
            return
        parted = self._parted(run)
        for index, part in enumerate(parted):
            for number, (letters, struck) in enumerate(self._struck(part)):
                yield _piece(letters, "" if index or number else lead, struck=struck)

    def _parted(self, run: list[Letter]) -> list[list[Letter]]:
        """Return a run cut at the vertical lines between its letters."""
        y = (run[0].y0 + run[0].y1) / 2
        first = bisect_left(self._wall_x, run[0].x0 + _EDGE)
        after = bisect_left(self._wall_x, run[-1].x1 - _EDGE)
        if first >= after:
            return [run]
        self._meter.take("comparisons", after - first)
        cuts = [wall.at for wall in self._walls[first:after] if wall.start <= y <= wall.end]
        parts: list[list[Letter]] = [[]]
        for letter in run:
            while cuts and cuts[0] < (letter.x0 + letter.x1) / 2:
                cuts.pop(0)
                parts.append([])
            parts[-1].append(letter)
        return [part for part in parts if part]

    def _struck(self, run: list[Letter]) -> Iterator[tuple[list[Letter], bool]]:
        """Yield the stretches of a run that lines are drawn through, and the others."""
        first, after = self._between(run[0])
        if first >= after:
            yield run, False
            return
        start, before = 0, self._is_struck(run[0])
        for index, letter in enumerate(run):
            struck = self._is_struck(letter)
            if struck != before:
                yield run[start:index], before
                start, before = index, struck
        yield run[start:], before

    def _between(self, letter: Letter) -> tuple[int, int]:
        margin = (letter.y1 - letter.y0) / 4
        return (
            bisect_right(self._stroke_y, letter.y0 + margin),
            bisect_left(self._stroke_y, letter.y1 - margin),
        )

    def _is_struck(self, letter: Letter) -> bool:
        first, after = self._between(letter)
        self._meter.take("comparisons", max(0, after - first))
        middle = (letter.x0 + letter.x1) / 2
        return any(stroke.start <= middle <= stroke.end for stroke in self._strokes[first:after])


def _piece(run: list[Letter], lead: str, *, struck: bool) -> LayoutPiece:
    first = run[0]
    texts, lefts, tops, rights, bottoms, *_ = zip(*run, strict=True)
    box: Box = (min(lefts), min(tops), max(rights), max(bottoms))
    hidden = first.hidden or first.size < _SMALLEST
    text = _known("".join(texts))
    return LayoutPiece(text, *box, first.size, lead, first.turn, hidden, first.unread, struck)


def _known(text: str) -> str:
    """Return letters, U+FFFD for each that has no meaning."""
    if text.isprintable() and text.isascii():
        return text
    # The sign before an item, of a font of signs, is told by where it stands.
    sign = text[0] if _SIGN.match(text) else ""
    return sign + _MEANINGLESS.sub("\ufffd", text[len(sign) :])
