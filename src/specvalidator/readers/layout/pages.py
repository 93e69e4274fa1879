"""What stands on a sheet → its pages: lines and tables from the top, and what could not be read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from specvalidator.document import UncertainWords
from specvalidator.errors import UnreadableFile
from specvalidator.readers.layout.composition import composed
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.drawing import Drawing
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.grid import RuledGrid
from specvalidator.readers.layout.page import Box, LayoutPage, LayoutPiece, LeftOut, place
from specvalidator.readers.layout.sheets import SheetPart, parts
from specvalidator.readers.layout.shown import Origin, Origins, Projection, projected
from specvalidator.readers.meter import PdfMeter
from specvalidator.wording import Words

_SCAN_SHARE = 0.3
"""Share of a page that images cover when they stand for its text."""
_FEW_LETTERS = 20
"""A page with no more letters, such as a page number, and with an image is a scan."""
_NOWHERE = Frame(0.0, 0.0, 0.0, 0.0, 0)
_OUTLINES = 100
"""A page without letters but with more curves than this has its letters drawn as outlines."""


class SurveyedSheet(NamedTuple):
    """What a source of pages found on one page of its file."""

    number: int
    """From 1."""
    displayed: Frame
    read: Frame
    """How it was turned for reading; all boxes are in it."""
    pieces: list[LayoutPiece]
    """Its text."""
    more: list[LayoutPiece]
    """Pictures and drawings that a reader of the page would look at."""
    grids: list[RuledGrid]
    drawing: Drawing
    unread: list[str]
    """Words for what of it could not be made out."""
    projection: Projection | None = None
    """Of a picture that was laid flat for reading: how its points are displayed."""
    doubts: Sequence[tuple[str, Box]] = ()
    """Words for what may have been misread, and where."""
    uncertain: Sequence[LayoutPiece] = ()
    """What of its text was recognised without much certainty."""


Recogniser = Callable[[int, Frame], SurveyedSheet | None]
"""The number of a page that is a picture, from 1, and how it is displayed → what stands on it, None
where the picture cannot be had."""


class PageMaker:
    """Makes the pages of one document, one sheet after the other."""

    def __init__(
        self, meter: PdfMeter, distances: Distances, recogniser: Recogniser | None = None
    ) -> None:
        self._meter = meter
        self._distances = distances
        self._recogniser = recogniser
        """What reads pages that are pictures; None where nothing does."""
        self._made = 0
        self.origins = Origins()
        """Where the pages that were made are displayed."""

    def pages(self, sheet: SurveyedSheet) -> list[LayoutPage]:
        """Return the page that a sheet is, or the two that are printed on it.

        Raises:
            TooMuch: there is more on it than the limits allow.
        """
        pieces, more, scanned = _without_scan(sheet)
        if scanned is not None and self._recogniser is not None:
            recognised = self._recogniser(sheet.number, sheet.displayed)
            if recognised is not None:
                return self.recognised_pages(recognised)
        return self._made_of(sheet, pieces, more, scanned)

    def recognised_pages(self, sheet: SurveyedSheet) -> list[LayoutPage]:
        """Return the page that a picture shows, or the two that are on it; errors as `pages`."""
        if sheet.projection is not None:
            for piece in sheet.uncertain:
                where = place(sheet.number, projected(sheet.projection, piece[1:5]))
                self.origins.uncertain.append(UncertainWords(piece.text, where))
        return self._made_of(sheet, sheet.pieces, sheet.more, None)

    def _made_of(
        self,
        sheet: SurveyedSheet,
        pieces: list[LayoutPiece],
        more: list[LayoutPiece],
        scanned: bool | None,  # noqa: FBT001 - see `_without_scan`
    ) -> list[LayoutPage]:
        frame, unread = sheet.read, list(sheet.unread)
        if scanned is not None:
            unread.append("scan")
        found = []
        for part in parts(pieces + more, sheet.grids, frame.size):
            number = self._next(
                Origin(sheet.number, sheet.displayed, frame, part.left, sheet.projection)
            )
            page = self._laid_out(part, frame.size[1], number, scanned=bool(scanned))
            is_whole = part.width == frame.size[0]
            found.append(page._replace(frames=tuple(sheet.drawing.frames)) if is_whole else page)
        whole = (0.0, 0.0, *frame.size)
        found[0].unread.extend((called, place(found[0].number, whole)) for called in unread)
        alone = len(found) == 1
        found[0].unread.extend(
            (called, place(found[0].number, box if alone else whole))
            for called, box in sheet.doubts
        )
        return found

    def empty(self, sheet: int, displayed: Frame = _NOWHERE) -> LayoutPage:
        """Return a page of which nothing is read."""
        number = self._next(Origin(sheet, displayed, displayed, 0.0))
        return LayoutPage(number, *displayed.size, [], [], [], scanned=False)

    def _next(self, origin: Origin) -> int:
        self._made += 1
        self.origins.add(self._made, origin)
        return self._made

    def _laid_out(
        self, part: SheetPart, height: float, number: int, *, scanned: bool
    ) -> LayoutPage:
        aside = [
            _left_out(piece, number) for piece in part.pieces if piece.struck or piece.turn % 90
        ]
        items = composed(part.pieces, part.grids, number, self._meter, self._distances)
        return LayoutPage(number, part.width, height, items, [], aside, scanned)


def _without_scan(
    sheet: SurveyedSheet,
) -> tuple[list[LayoutPiece], list[LayoutPiece], bool | None]:
    """Return what is read beside a scan, and whether nothing else is there; None: no scan."""
    pieces, more, drawing = sheet.pieces, sheet.more, sheet.drawing
    whole = (0.0, 0.0, *sheet.read.size)
    images = sum(_shared(box, whole) for box in drawing.images)
    covered = images >= _SCAN_SHARE * whole[2] * whole[3]
    letters = sum(len(piece.text) for piece in pieces if not piece.hidden)
    outlined = not letters and len(drawing.shapes) > _OUTLINES
    if covered:
        more = [piece for piece in more if piece.unread != "picture"]
    if letters > _FEW_LETTERS or not (covered or outlined):
        return pieces, more, None
    # Invisible letters over a scan are what a machine recognised in it: better than
    # nothing, but nobody has proof-read them, so the scan is noted all the same.
    unseen = sum(len(piece.text) for piece in pieces if piece.hidden)
    if unseen <= _FEW_LETTERS:
        return [], [], True
    return [piece._replace(hidden=False, unread=None) for piece in pieces], more, False


def _shared(box: Box, whole: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(box[2], whole[2]) - max(box[0], whole[0])
    high = min(box[3], whole[3]) - max(box[1], whole[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _left_out(piece: LayoutPiece, number: int) -> LeftOut:
    kind = "struck-out" if piece.struck else "watermark"
    return kind, place(number, piece[1:5]), piece.text


def too_much(page: int, zh: str, en: str) -> UnreadableFile:
    """Return the refusal of a file with a page that holds too many of something."""
    return UnreadableFile(
        "too-large",
        Words(
            f"第{page}页的{zh}超过读取上限，无法检查；请提交由Word导出的PDF或Word文件。",
            f"Page {page} holds more {en} than are read. "
            "Hand in the Word file, or a PDF exported from Word.",
        ),
    )
