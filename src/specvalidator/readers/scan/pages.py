"""One picture of a page → what stands on it, in points, and the way back to the picture."""

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from specvalidator.readers.layout.composition import page_grids
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.grid import RuledGrid
from specvalidator.readers.layout.page import Box, LayoutPiece, RuledLine, around
from specvalidator.readers.layout.pages import SurveyedSheet
from specvalidator.readers.layout.shown import Projection
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter
from specvalidator.readers.scan.alike import settled
from specvalidator.readers.scan.apart import Apart
from specvalidator.readers.scan.blanks import with_blank
from specvalidator.readers.scan.creases import courses, creases_of, unfolded
from specvalidator.readers.scan.edges import Edges, edges_of
from specvalidator.readers.scan.engines import Engine, Word
from specvalidator.readers.scan.flat import Flat, laid_flat, levelled, moved
from specvalidator.readers.scan.leftover import asked_about, left_over, read_again
from specvalidator.readers.scan.light import PAPER, ink_of
from specvalidator.readers.scan.lost import has_lost, is_stacked
from specvalidator.readers.scan.pen import crossed, parted_from_marks, touched
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.ruling import ruling_of
from specvalidator.readers.scan.seals import sealed, seals_of, without_pale
from specvalidator.readers.scan.spreads import shows_two_pages
from specvalidator.readers.scan.strikes import may_strike_one, parted, struck_range
from specvalidator.readers.scan.turning import SURE, is_tall, lies_on_its_side, upright
from specvalidator.readers.scan.words import CERTAIN, drawn_in, known, piece_of

_SHORT_SIDE, _LONG_SIDE = 595.3, 841.9
"""Points of A4, for which every sheet is taken."""
_SPECKS = 40
"""Pixels of ink on a blank page; a letter that can be read has more."""


@dataclass(frozen=True, slots=True)
class PictureReader:
    """Reads the pages of one document, one after the other."""

    engine: Engine
    limits: PdfLimits
    meter: PdfMeter
    distances: Distances

    def sheet(
        self, picture: Picture, number: int, displayed: Frame, box: Box | None = None
    ) -> SurveyedSheet:
        """Return what stands on a page.

        Args:
            picture: of the page as it is displayed, in colour.
            number: of the page, from 1.
            displayed: its frame in points.
            box: where on the displayed page the picture lies; None: it is all of it.

        Raises:
            TooMuch: its lines or words are more than the limits allow.
        """
        flat, asked = laid_flat(picture), tuple[int, ...]()
        ink = ink_of(flat.image)
        if lies_on_its_side(ink):
            flat, asked = self._turned(flat, ink, (1, 3)), (1, 3)
        page = self._page(flat)
        if not page.is_legible and cv2.countNonZero(page.ink) > _SPECKS:
            others = tuple(quarter for quarter in (2, 1, 3) if quarter not in asked)
            other = self._turned(flat, ink_of(flat.image), others)
            page = page if other is flat else self._page(other)
        back = page.back(box or (0.0, 0.0, *displayed.size), picture.shape[:2])
        return page.sheet(number, displayed, back)

    def _turned(self, flat: Flat, ink: Picture, quarters: tuple[int, ...]) -> Flat:
        """Return a page turned the way it can be read; as it is where none is sure."""
        quarter = upright(flat.image, ink, self.engine, quarters)
        if not quarter:
            return flat
        return flat.turned(quarter)

    def _page(self, flat: Flat) -> "_ReadPage":
        level = levelled(flat)
        grey, seals = without_pale(level.image, seals_of(level.image))
        high, wide = grey.shape
        two = shows_two_pages(ink_of(grey))
        scale = (_SHORT_SIDE if high > wide else 2 * _SHORT_SIDE if two else _LONG_SIDE) / wide
        ruling = ruling_of(grey)
        if creases := creases_of(ruling):
            grey = unfolded(grey, creases, ruling)
            ruling = ruling_of(grey)
        edges = edges_of(ruling)
        lines = _drawn(edges, grey.shape)
        ink = cv2.bitwise_and(ink_of(grey), cv2.bitwise_not(lines))
        grey[lines > 0] = PAPER
        drawing = Drawing(
            [RuledLine(*(each * scale for each in edge[:3])) for edge in edges.across],
            [RuledLine(*(each * scale for each in edge[:3])) for edge in edges.down],
        )
        size = (wide * scale, high * scale)
        grids = page_grids(drawing, size, self.limits, self.meter, self.distances)
        apart = Apart(
            grey,
            [
                each._replace(xs=[x / scale for x in each.xs], ys=[y / scale for y in each.ys])
                for each in grids
            ],
        )
        found = known(self.engine(apart.image)) if cv2.countNonZero(ink) > _SPECKS else []
        put_back = ((apart.back(word.box), word) for word in found)
        words = [word._replace(box=drawn_in(box, ink)) for box, word in put_back if box]
        words = [word for word in words if not is_stacked(word, ink)]  # which is left to be read
        words, lost = self._mended(words, grey, ink)
        rest = left_over(ink, words)
        again = read_again(grey, ink, rest, self.engine)
        if again:
            words += again
            rest = left_over(ink, words)
        words, marks = parted_from_marks([with_blank(word, ink) for word in settled(words)])
        strokes = [moved(box, level.matrix) for box in flat.strokes]
        over = [*crossed(words, ink), *sealed(words, seals), *touched(words, strokes)]
        rest += [*(mark.box for mark in marks), *strokes]
        folded = touched(words, courses(creases, grey.shape))
        self.meter.take("all_characters", sum(len(word.text) for word in words))
        return _ReadPage(
            level.matrix, size, scale, drawing, grids, edges, words, ink, rest, lost, over, folded
        )

    def _mended(
        self, words: list[Word], grey: Picture, ink: Picture
    ) -> tuple[list[Word], list[Box]]:
        """Return words, those that lost a letter read again, and where that was of no use."""
        short = [word for word in words if has_lost(word, ink)]
        if not short:
            return words, []
        again = read_again(grey, ink, [word.box for word in short], self.engine)
        whole = [word for word in again if not has_lost(word, ink)]
        lost: list[Box] = []
        for word in short:
            better = next((each for each in whole if _is_longer(each, word)), None)
            words = [better if better and each is word else each for each in words]
            if better is None:
                lost.append(word.box)
        return words, lost


class _ReadPage(NamedTuple):
    """A page as it was read."""

    matrix: Picture
    size: tuple[float, float]
    scale: float
    drawing: Drawing
    grids: list[RuledGrid]
    edges: Edges
    words: list[Word]
    ink: Picture
    rest: list[Box]
    """Where ink lies in no words, in pixels."""
    lost: list[Box]
    """Where words seem to have a letter more than was read."""
    over: list[Word]
    """Words that something crosses."""
    folded: list[Word]
    """Words through which a fold runs, which may look like a line through them."""

    @property
    def is_legible(self) -> bool:
        """Whether its words lie along lines and are read with certainty."""
        if not self.words:
            return not self.grids
        sure = sum(word.certainty for word in self.words) / len(self.words)
        return self._tall <= 1 / 3 and sure >= SURE

    @property
    def _tall(self) -> float:
        """The share of words that run down the page."""
        return sum(map(is_tall, self.words)) / len(self.words)

    def sheet(self, number: int, displayed: Frame, back: Projection) -> SurveyedSheet:
        """Return what is on it, as any other source of pages gives it."""
        read = Frame(0.0, 0.0, *self.size, 0)
        pieces: list[LayoutPiece] = []
        for word in self.words:
            piece = piece_of(word, self.scale)
            is_plain = word not in self.over and word not in self.folded
            struck = struck_range(word, self.ink) if is_plain else None
            start, end = struck or (0.0, 0.0)
            pieces += parted(piece, start * self.scale, end * self.scale) if struck else [piece]
        more = asked_about(self.rest, self.scale)
        unread = ["unclear-lines"] if self.edges.unclear else []
        one_struck = any(
            may_strike_one(word, self.ink) for word in self.words if word not in self.over
        )
        if one_struck or any(piece.struck for piece in pieces):
            unread.append("struck-words")
        if not self.is_legible:
            unread.append("blurred")
        doubts = {"garbled-text": self.lost, "crossed-words": [word.box for word in self.over]}
        return SurveyedSheet(
            number,
            displayed,
            read,
            pieces,
            more,
            self.grids,
            self.drawing,
            unread,
            back,
            [(called, self._points(around(boxes))) for called, boxes in doubts.items() if boxes],
            [piece_of(word, self.scale) for word in self.words if word.certainty < CERTAIN],
        )

    def _points(self, box: Box) -> Box:
        x0, y0, x1, y1 = (each * self.scale for each in box)
        return x0, y0, x1, y1

    def back(self, box: Box, shape: tuple[int, int]) -> Projection:
        """Return the way from points of the page as it was read to the page as it is displayed."""
        left, top, right, bottom = box
        to_pixels = np.diag([1 / self.scale, 1 / self.scale, 1.0])
        to_points = np.diag([(right - left) / shape[1], (bottom - top) / shape[0], 1.0])
        to_points[:2, 2] = left, top
        whole = to_points @ np.linalg.inv(self.matrix) @ to_pixels
        return tuple(map(float, (whole / whole[2, 2]).ravel()))


def _is_longer(word: Word, before: Word) -> bool:
    """Tell whether words are those that were read before, and more."""
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    x0, y0, x1, y1 = before.box
    return x0 <= x <= x1 and y0 <= y <= y1 and len(word.text) > len(before.text)


def _drawn(edges: Edges, shape: tuple[int, int]) -> Picture:
    """Return the lines of a page as a mask."""
    lines = np.zeros(shape, np.uint8)
    for _, start, end, first, last in edges.across:
        cv2.line(lines, (int(start) - 4, round(first)), (int(end) + 4, round(last)), 255, 7)
    for _, start, end, first, last in edges.down:
        cv2.line(lines, (round(first), int(start) - 4), (round(last), int(end) + 4), 255, 7)
    return lines
