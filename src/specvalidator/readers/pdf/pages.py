"""One page → its lines and tables from top to bottom, and what of it could not be read."""

from functools import cached_property

from specvalidator.readers.layout.composition import page_grids
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box, LayoutPage, LayoutPiece, RuledLine
from specvalidator.readers.layout.pages import PageMaker, SurveyedSheet, too_much
from specvalidator.readers.layout.unwritten import Middles, unwritten
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import Annotation, settled
from specvalidator.readers.pdf.board import Board
from specvalidator.readers.pdf.drawing import PdfDrawing, Surveyor
from specvalidator.readers.pdf.front import pages_in_front
from specvalidator.readers.pdf.ink import InkReader
from specvalidator.readers.pdf.laid_on import laid_on_page
from specvalidator.readers.pdf.opening import OpenPdf
from specvalidator.readers.pdf.pieces import PieceReader
from specvalidator.readers.pdf.shapes import ShapeReader
from specvalidator.readers.pdf.sight import Looker
from specvalidator.readers.scan.recognition import DOTS, Recognition

_PIXELS = 8_000_000
"""Of a page that is drawn to be recognised; A4 has four million."""
_SECONDS = 20
"""How long drawing all of them may compute."""
_NO_MEANING = "\ue000"
"""A letter of the private use area, which says nothing."""


class PageReader:
    """Reads the pages of one document, one after the other."""

    def __init__(
        self,
        pdf: OpenPdf,
        data: bytes,
        limits: PdfLimits,
        meter: PdfMeter,
        recognition: Recognition | None = None,
    ) -> None:
        self._pdf = pdf
        self._looker = Looker(data, limits)
        self._data = data
        self._limits = limits
        self._meter = meter
        self._distances = DISTANCES
        self._recognition = recognition
        self._surveyor = Surveyor(data, limits, meter, DISTANCES)
        self._ink = InkReader(self._surveyor)
        self._shapes = ShapeReader(self._surveyor)
        self._is_in_front = True
        """All pages so far are in our face, so that we may have put them in front."""
        self._in_front: int | None = None
        """How many pages we put in front ourselves; not known until one may be of ours."""
        self._maker = PageMaker(meter, DISTANCES, self._recognised if recognition else None)
        self.origins = self._maker.origins
        """Where the pages that were read are displayed."""
        self._page = 0
        """PDFium's handle of the page that is read."""
        self._box = native.Floats(4)

    def read(self, index: int) -> list[LayoutPage]:
        """Return page `index`, counted from 0, or the two that are printed on it; none if damaged.

        Raises:
            UnreadableFile: `too-large` when the page holds more than the limits allow.
        """
        sheet = index + 1
        try:
            with settled(self._pdf.handle, index, self._pdf.form, self._meter) as (page, laid_on):
                if page:
                    return self._read(page, laid_on, sheet)
        except TooMuch:
            raise too_much(sheet, "批注", "annotations") from None
        self._maker.empty(sheet)
        return []

    def _read(self, page: int, laid_on: list[Annotation], sheet: int) -> list[LayoutPage]:
        displayed = frame_of(page, self._box)
        self._page = page
        try:
            drawing = self._surveyor.survey(page, displayed)
            self._is_in_front = self._is_in_front and drawing.only_ours
            if self._is_in_front and sheet <= self._pages_in_front():
                return [self._maker.empty(sheet, displayed)]
            frame = _upright(displayed, drawing)
            if frame != displayed:
                drawing = self._surveyor.survey(page, frame)
            drawing.horizontal += [_line(frame.shown(*box)) for a in laid_on for box in a.struck]
            grids = page_grids(drawing, frame.size, self._limits, self._meter, self._distances)
        except TooMuch:
            raise too_much(sheet, "线条和图形", "lines and shapes") from None
        try:
            pieces, unread = self._pieces(page, frame, displayed, drawing)
            written = Middles(pieces, self._meter)
            more = unwritten(drawing, written, frame.size, self._meter, self._distances)
            for annotation in laid_on:
                more += laid_on_page(annotation, written, frame)
            return self._maker.pages(
                SurveyedSheet(sheet, displayed, frame, pieces, more, grids, drawing, unread)
            )
        except TooMuch:
            raise too_much(sheet, "文字", "characters") from None

    def _recognised(self, sheet: int, displayed: Frame) -> SurveyedSheet | None:
        """Return what stands on the open page, which is a picture; None where that is nothing."""
        board = self._board
        if self._recognition is None or not board.may_draw(self._page):
            return None
        pixels = board.drawn(self._page, displayed.size, DOTS)
        if pixels is None:
            return None
        values, wide, high = pixels
        return self._recognition.drawn(values, (wide, high), sheet, displayed)

    @cached_property
    def _board(self) -> Board:
        limits = self._limits._replace(picture_pixels=_PIXELS)
        return Board(self._data, limits, _SECONDS)

    def _pages_in_front(self) -> int:
        if self._in_front is None:
            self._in_front = pages_in_front(self._pdf.handle, self._pdf.pages)
        return self._in_front

    def _pieces(
        self, page: int, frame: Frame, displayed: Frame, drawing: PdfDrawing
    ) -> tuple[list[LayoutPiece], list[str]]:
        """Return the text of an open page, and words for what of it could not be made out."""
        unread = ["nested-too-deep"] if drawing.left_out else []
        sight = None
        pieces = []
        with native.opened_text(page) as text:
            characters = self._characters(text) if text else ""
            if text and characters:
                characters = self._without_liars(text, characters)
                drawing.doubt(self._ink.inkless(text, characters, drawing.fonts))
                if drawing.doubted:
                    turns = (frame.rotation - displayed.rotation) % 4
                    sight = self._looker.look(page, frame, drawing.doubted, turns)
                    if sight is None:
                        unread.append("unseen-text")
                reader = PieceReader(text, frame, drawing, self._surveyor, self._meter, sight)
                pieces = reader.pieces(characters)
        return pieces, unread

    def _without_liars(self, text: int, characters: str) -> str:
        """Return the characters without a meaning where another letter is drawn than is said."""
        unlike = self._shapes.unlike(text, characters) | self._ink.unsaid(text, characters)
        return (
            "".join(_NO_MEANING if at in unlike else letter for at, letter in enumerate(characters))
            if unlike
            else characters
        )

    def _characters(self, text: int) -> str:
        count = max(0, native.count_characters(text))
        self._meter.take("all_characters", count)
        if count > self._limits.characters:
            raise TooMuch
        return native.characters(text, count) if count else ""


def _upright(displayed: Frame, drawing: PdfDrawing) -> Frame:
    """Return a page turned so that most of its text is upright."""
    turn, count = max(drawing.turns.items(), key=_number, default=(0, 0))
    if turn % 90 or 2 * count <= drawing.turns.total():
        return displayed
    return displayed._replace(rotation=(displayed.rotation - turn // 90) % 4)


def _number(turned: tuple[int, int]) -> int:
    return turned[1]


def frame_of(page: int, room: native.Floats) -> Frame:
    """Return how an open page is shown; `room` holds four numbers."""
    native.page_box(page, room.at[0])
    left, top, right, bottom = room.values
    return Frame(left, bottom, right, top, native.page_rotation(page) % 4)


def _line(box: Box) -> RuledLine:
    """Return the line that an annotation draws through words."""
    return RuledLine((box[1] + box[3]) / 2, box[0], box[2])
