"""What of a page's text can be seen: its colour against the ground, and what lies over it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from specvalidator.document import Unread
from specvalidator.readers.layout.drawing import extent_of
from specvalidator.readers.layout.page import Box
from specvalidator.readers.meter import PdfMeter
from specvalidator.readers.ofd.paths import SubPath
from specvalidator.readers.ofd.resources import Paint
from specvalidator.readers.ofd.survey import PaintedPath, Picture, PlacedLetter, TextRun, Thing

_FAINT = 8
"""A colour that differs by no more, of 255, is that of the ground."""
_CLEAR = 8
_OPAQUE = 247
_WHITE = (255, 255, 255)
_COST = 8
"""How many comparisons one of a letter with what lies below or above it counts for."""
_CORNERS = 4
_THIN = 4.0
"""Points: what is thinner is a line, and covers no letters."""


class Sighted(NamedTuple):
    """Whether a letter can be seen."""

    is_hidden: bool = False
    why: Unread | None = None
    is_doubted: bool = False
    """Only a look at the page would tell; it is taken for visible."""


_SEEN = Sighted()
_UNSEEN = Sighted(is_hidden=True)


class _Ground(NamedTuple):
    """Something that fills a box."""

    box: Box
    order: int
    colour: tuple[int, int, int] | None
    """None where it is not one colour."""
    is_certain: bool
    """All of its box is covered, and nothing shines through."""


class OfdSight:
    """Tells of each letter of one page whether it can be seen."""

    def __init__(self, things: list[Thing], meter: PdfMeter) -> None:
        self._meter = meter
        self._grounds = [
            ground for order, thing in enumerate(things) for ground in _grounds(thing, order)
        ]

    def of(self, run: TextRun, order: int) -> list[Sighted]:
        """Return whether each letter of a text can be seen that was painted as the nth thing."""
        if run.paint.alpha <= _CLEAR:
            return [_UNSEEN] * len(run.letters)
        if not self._grounds:
            return [_against(run.paint, _WHITE)] * len(run.letters)
        x0, y0, x1, y1 = _around(run)
        self._meter.take("comparisons", len(self._grounds))
        near = [
            each
            for each in self._grounds
            if each.box[0] < x1 and x0 < each.box[2] and each.box[1] < y1 and y0 < each.box[3]
        ]
        if not near:
            seen = _against(run.paint, _WHITE)
            return [seen] * len(run.letters)
        self._meter.take("comparisons", _COST * len(near) * len(run.letters))
        return [_sighted(letter, run, order, near) for letter in run.letters]


def _sighted(letter: PlacedLetter, run: TextRun, order: int, near: list[_Ground]) -> Sighted:
    x, y = letter.x + letter.width / 2, letter.y + run.size / 3
    found = _against(run.paint, _WHITE)
    for ground in near:
        left, bottom, right, top = ground.box
        if not (left <= x <= right and bottom <= y <= top):
            continue
        if ground.order < order:
            found = _against(run.paint, ground.colour) if ground.is_certain else found
            found = found if ground.is_certain else found._replace(is_doubted=found.is_hidden)
            if found.is_doubted:
                found = Sighted(is_doubted=True)
        elif ground.is_certain:
            return Sighted(is_hidden=True, why="covered")
        elif not found.is_hidden:
            found = Sighted(is_doubted=True)
    return found


@lru_cache(maxsize=1024)
def _against(paint: Paint, ground: tuple[int, int, int] | None) -> Sighted:
    """Return whether a paint can be seen on a ground."""
    if paint.colour is None or ground is None:
        is_pale = paint.colour is not None and min(paint.colour) >= 255 - _FAINT
        return Sighted(is_doubted=is_pale or paint.colour is None)
    differs = max(abs(one - other) for one, other in zip(paint.colour, ground, strict=True))
    return _SEEN if differs * paint.alpha / 255 > _FAINT else _UNSEEN


def _grounds(thing: Thing, order: int) -> Iterator[_Ground]:
    if isinstance(thing, Picture):
        if not thing.is_seal:
            yield _Ground(thing.box, order, None, is_certain=False)
    elif isinstance(thing, PaintedPath) and not thing.is_mark:
        for part in thing.parts:
            if thing.is_filled and thing.fill.alpha > _CLEAR:
                yield from _filled(part, thing.fill, order)
            if thing.is_stroked and thing.thickness > _THIN and thing.stroke.alpha >= _OPAQUE:
                yield _bar(part, thing, order)


def _filled(part: SubPath, paint: Paint, order: int) -> Iterator[_Ground]:
    box = extent_of(part.corners)
    if box[2] - box[0] > _THIN and box[3] - box[1] > _THIN:
        is_whole = not part.is_curved and _is_upright(part.corners)
        yield _Ground(box, order, paint.colour, is_whole and paint.alpha >= _OPAQUE)


def _bar(part: SubPath, path: PaintedPath, order: int) -> _Ground:
    """Return what a stroke covers that is so thick that it is no line."""
    x0, y0, x1, y1 = extent_of(part.corners)
    half = path.thickness / 2
    is_level = y1 - y0 < x1 - x0
    box = (x0, y0 - half, x1, y1 + half) if is_level else (x0 - half, y0, x1 + half, y1)
    return _Ground(box, order, path.stroke.colour, min(x1 - x0, y1 - y0) < _THIN)


def _is_upright(corners: list[tuple[float, float]]) -> bool:
    """Tell whether corners are those of a rectangle with level sides."""
    distinct = set(corners)
    xs, ys = {round(x, 1) for x, _ in distinct}, {round(y, 1) for _, y in distinct}
    return len(distinct) == _CORNERS and len(xs) == len(ys) == 2  # noqa: PLR2004 - two sides


def _around(run: TextRun) -> Box:
    xs, ys = [each.x for each in run.letters], [each.y for each in run.letters]
    size = run.size
    return (min(xs) - size, min(ys) - size, max(xs) + 2 * size, max(ys) + size)
