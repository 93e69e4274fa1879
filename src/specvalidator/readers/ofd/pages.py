"""One page of an OFD → its lines and tables from top to bottom, and what could not be read."""

import math
from collections import Counter
from collections.abc import Callable, Iterator

from specvalidator.readers.layout.composition import page_grids
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing, DrawnPath, extent_of
from specvalidator.readers.layout.frame import Frame, turned
from specvalidator.readers.layout.letters import Letter, pieces_of
from specvalidator.readers.layout.page import Box, LayoutPage
from specvalidator.readers.layout.pages import PageMaker, SurveyedSheet, too_much
from specvalidator.readers.layout.placed import Letters
from specvalidator.readers.layout.unwritten import Middles, unwritten
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch
from specvalidator.readers.ofd.documents import SurveyedPage
from specvalidator.readers.ofd.resources import Paint
from specvalidator.readers.ofd.sight import OfdSight
from specvalidator.readers.ofd.survey import (
    OfdSurvey,
    PaintedPath,
    Picture,
    PlacedLetter,
    TextRun,
    Thing,
)
from specvalidator.readers.scan.recognition import Recognition

_ASCENT, _DESCENT = 0.86, 0.14
"""Of the letter size: how far a letter reaches above its base line and below."""
_PALE = 250
_CLEAR = 8
Load = Callable[[str], bytes | None]


class OfdPageReader:
    """Makes pages of what was found on them."""

    def __init__(
        self,
        limits: PdfLimits,
        meter: PdfMeter,
        distances: Distances,
        recognition: Recognition | None = None,
    ) -> None:
        self.maker = PageMaker(meter, distances, self._recognised if recognition else None)
        self._recognition = recognition
        self._pictures: list[Picture] = []
        """On the page that is read."""
        self._load: Load = _nothing
        self._limits = limits
        self._meter = meter
        self._distances = distances

    def pages(
        self, page: SurveyedPage, number: int, load: "Load | None" = None
    ) -> list[LayoutPage]:
        """Return the page that was looked at, or the two that are printed on it.

        Args:
            page: what is drawn on it.
            number: of the page, from 1.
            load: gives the bytes of a picture by the number of its resource.

        Raises:
            UnreadableFile: `too-large` when the page holds more than the limits allow.
        """
        survey, size = page
        self._pictures = [thing for thing in survey.things if isinstance(thing, Picture)]
        self._load = load or _nothing
        displayed = Frame(0.0, 0.0, *size, 0)
        frame = _upright(displayed, survey.things)
        unread = ["nested-too-deep"] if survey.is_cut else []
        try:
            drawing = self._drawing(survey.things, frame)
            grids = page_grids(drawing, frame.size, self._limits, self._meter, self._distances)
        except TooMuch:
            raise too_much(number, "线条和图形", "lines and shapes") from None
        try:
            letters = _Letters(survey.things, frame, self._meter)
            pieces = pieces_of(letters.found, drawing, frame.size, self._meter)
            if letters.is_doubted:
                unread.append("unseen-text")
            written = Middles(pieces, self._meter)
            more = unwritten(drawing, written, frame.size, self._meter, self._distances)
            return self.maker.pages(
                SurveyedSheet(number, displayed, frame, pieces, more, grids, drawing, unread)
            )
        except TooMuch:
            raise too_much(number, "文字", "characters") from None

    def _recognised(self, number: int, displayed: Frame) -> SurveyedSheet | None:
        """Return what stands on the picture that is the page; None where it cannot be had."""
        whole = [each for each in self._pictures if each.media]
        if self._recognition is None or not whole:
            return None
        picture = max(whole, key=lambda each: _area(each.box))
        data = self._load(picture.media)
        box = displayed.shown(*picture.box)
        return self._recognition.packed(data, number, displayed, box) if data else None

    def _drawing(self, things: list[Thing], frame: Frame) -> Drawing:
        """Return lines, images and shapes as displayed."""
        drawing = Drawing()
        thick = self._distances.line_width
        for thing in things:
            if isinstance(thing, Picture):
                drawing.images.append(frame.shown(*thing.box))
            elif isinstance(thing, PaintedPath):
                for path in _paths(thing, frame, thick):
                    _, top, _, bottom = extent_of(path.corners)
                    if not thing.is_mark or bottom - top <= thick:  # a highlighter is no wall
                        drawing.add_path(path, thick)
        return drawing


def letters_on(survey: OfdSurvey, size: tuple[float, float], meter: PdfMeter) -> Letters:
    """Return the letters of a page as it is displayed.

    Raises:
        TooMuch: there is more on it than the limits allow.
    """
    frame = Frame(0.0, 0.0, *size, 0)
    found = _Letters(survey.things, frame, meter).found
    return Letters(frame, "".join(each.text for each in found), tuple(each[1:5] for each in found))


def _paths(path: PaintedPath, frame: Frame, thick: float) -> Iterator[DrawnPath]:
    is_stroked = path.is_stroked and path.stroke.alpha > _CLEAR and path.thickness <= thick
    is_filled = path.is_filled and path.fill.alpha > _CLEAR
    if not (is_stroked or is_filled):
        return
    inked = (is_filled and _is_ink(path.fill)) or (is_stroked and _is_ink(path.stroke))
    for part in path.parts:
        corners = [frame.shown(x, y, x, y)[:2] for x, y in part.corners]
        yield DrawnPath(corners, part.is_curved, is_filled, is_stroked, inked and not path.is_mark)


def _is_ink(paint: Paint) -> bool:
    return paint.colour is None or min(paint.colour) < _PALE


class _Letters:
    """The letters of a page as displayed, in the order of painting."""

    def __init__(self, things: list[Thing], frame: Frame, meter: PdfMeter) -> None:
        self._frame = frame
        self._sight = OfdSight(things, meter)
        self.is_doubted = False
        """Of some, only a look at the page would tell whether they can be seen."""
        self.found = [
            letter
            for order, thing in enumerate(things)
            if isinstance(thing, TextRun)
            for letter in self._of(thing, order)
        ]

    def _of(self, run: TextRun, order: int) -> Iterator[Letter]:
        self.is_doubted = self.is_doubted or run.is_clipped
        turn = _turn(run, self._frame.rotation)
        sights = self._sight.of(run, order)
        self.is_doubted = self.is_doubted or any(each.is_doubted for each in sights)
        size = run.size
        if turn or self._frame.rotation:
            for placed, sighted in zip(run.letters, sights, strict=True):
                box = self._box(placed, run)
                yield Letter(placed.text, *box, size, turn, sighted.is_hidden, sighted.why)
            return
        above, below = self._frame.top - _ASCENT * size, self._frame.top + _DESCENT * size
        for (text, x, y, width), (is_hidden, why, _) in zip(run.letters, sights, strict=True):
            yield Letter(text, x, above - y, x + width, below - y, size, 0, is_hidden, why)

    def _box(self, placed: PlacedLetter, run: TextRun) -> Box:
        """Return the displayed box of a letter of text that is turned."""
        radians = math.radians(run.angle)
        ux, uy = math.cos(radians), math.sin(radians)
        corners = [
            (placed.x + along * ux - up * uy, placed.y + along * uy + up * ux)
            for along in (0.0, placed.width)
            for up in (-_DESCENT * run.size, _ASCENT * run.size)
        ]
        return self._frame.shown(*extent_of(corners))


def _nothing(_: str) -> bytes | None:
    return None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _turn(run: TextRun, rotation: int) -> int:
    if not (run.angle or rotation):
        return 0
    radians = math.radians(run.angle)
    return turned(math.cos(radians), math.sin(radians), rotation)


def _upright(displayed: Frame, things: list[Thing]) -> Frame:
    """Return a page turned so that most of its text is upright."""
    turns = Counter[int]()
    for thing in things:
        if isinstance(thing, TextRun):
            turns[_turn(thing, 0)] += len(thing.letters)
    turn, count = max(turns.items(), key=lambda each: each[1], default=(0, 0))
    if turn % 90 or 2 * count <= turns.total():
        return displayed
    return displayed._replace(rotation=-(turn // 90) % 4)
