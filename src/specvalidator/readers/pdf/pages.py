"""One page → its lines and tables from top to bottom, and what of it could not be read."""

from specvalidator.errors import UnreadableFile
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import Annotation, settled
from specvalidator.readers.pdf.composition import composed, page_grids
from specvalidator.readers.pdf.drawing import Drawing, Surveyor
from specvalidator.readers.pdf.frame import Frame
from specvalidator.readers.pdf.grid import RuledGrid
from specvalidator.readers.pdf.layout import Box, LayoutPage, LayoutPiece, LeftOut, RuledLine, place
from specvalidator.readers.pdf.opening import OpenPdf
from specvalidator.readers.pdf.pieces import InkReader, PieceReader
from specvalidator.readers.pdf.settings import Distances, PdfLimits, PdfMeter, TooMuch
from specvalidator.readers.pdf.sight import Looker, Sight
from specvalidator.readers.pdf.unwritten import unwritten
from specvalidator.wording import Words

_SCAN_SHARE = 0.3
"""Share of a page that images cover when they stand for its text."""
_FEW_LETTERS = 20
"""A page with no more letters, such as a page number, and with an image is a scan."""
_OUTLINES = 100
"""A page without letters but with more curves than this has its letters drawn as outlines."""


class PageReader:
    """Reads the pages of one document, one after the other."""

    def __init__(
        self,
        pdf: OpenPdf,
        limits: PdfLimits,
        meter: PdfMeter,
        distances: Distances,
        looker: Looker,
    ) -> None:
        self._pdf = pdf
        self._looker = looker
        self._limits = limits
        self._meter = meter
        self._distances = distances
        self._surveyor = Surveyor(limits, meter, distances)
        self._ink = InkReader()
        self._box = native.Floats(4)

    def read(self, index: int) -> LayoutPage | None:
        """Return page `index`, counted from 0; None when the page is damaged.

        Raises:
            UnreadableFile: `too-large` when the page holds more than the limits allow.
        """
        try:
            with settled(self._pdf.handle, index, self._pdf.form, self._meter) as (page, laid_on):
                return self._read(page, laid_on, index + 1) if page else None
        except TooMuch:
            raise _too_much(index + 1, "批注", "annotations") from None

    def _read(self, page: int, laid_on: list[Annotation], number: int) -> LayoutPage:
        frame = frame_of(page, self._box)
        try:
            drawing = self._surveyor.survey(page, frame)
            drawing.horizontal += [_line(frame.shown(*box)) for a in laid_on for box in a.struck]
            frames = page_grids(drawing, frame.size, self._limits, self._meter, self._distances)
        except TooMuch:
            raise _too_much(number, "线条和图形", "lines and shapes") from None
        sight = None
        try:
            with native.opened_text(page) as text:
                characters = self._characters(text) if text else ""
                if text and characters and drawing.fonts:
                    drawing.doubt(self._ink.inkless(text, characters, drawing.fonts))
                if drawing.doubted:
                    sight = self._looker.look(page, frame, drawing.doubted)
                pieces = []
                if text and characters:
                    reader = PieceReader(text, frame, drawing, self._surveyor, self._meter, sight)
                    pieces = reader.pieces(characters)
            more = unwritten(pieces, drawing, laid_on, frame, self._meter, self._distances)
            found = self._laid_out(pieces, more, drawing, frame, frames, number)
        except TooMuch:
            raise _too_much(number, "文字", "characters") from None
        if drawing.doubted and sight is None:
            found.unread.append(("unseen-text", place(number, (0.0, 0.0, *frame.size))))
        return found

    def _characters(self, text: int) -> str:
        count = max(0, native.count_characters(text))
        self._meter.take("all_characters", count)
        if count > self._limits.characters:
            raise TooMuch
        return native.characters(text, count) if count else ""

    def _laid_out(
        self,
        pieces: list[LayoutPiece],
        more: list[LayoutPiece],
        drawing: Drawing,
        frame: Frame,
        frames: list[RuledGrid],
        number: int,
    ) -> LayoutPage:
        width, height = frame.size
        whole = (0.0, 0.0, width, height)
        unread = [("nested-too-deep", place(number, whole))] if drawing.left_out else []
        covered = sum(_shared(box, whole) for box in drawing.images) >= _SCAN_SHARE * width * height
        letters = sum(len(piece.text) for piece in pieces if not piece.hidden)
        scanned = False
        if letters <= _FEW_LETTERS and (covered or (not letters and len(drawing.shapes) > _OUTLINES)):
            # Invisible letters over a scan are what a machine recognised in it: better than
            # nothing, but nobody has proof-read them, so the scan is noted all the same.
            unseen = sum(len(piece.text) for piece in pieces if piece.hidden)
            scanned = unseen <= _FEW_LETTERS
            pieces = [] if scanned else [piece._replace(hidden=False) for piece in pieces]
            unread.append(("scan", place(number, whole)))
        aside = [_left_out(piece, number) for piece in pieces if piece.struck or piece.turn % 90]
        if scanned:
            more = []
        elif covered:
            more = [piece for piece in more if piece.unread != "picture"]
        items = composed(pieces + more, frames, number, self._meter, self._distances)
        return LayoutPage(number, width, height, items, unread, aside, scanned)


def frame_of(page: int, room: native.Floats) -> Frame:
    """Return how an open page is shown; `room` holds four numbers."""
    native.page_box(page, room.at[0])
    left, top, right, bottom = room.values
    return Frame(left, bottom, right, top, native.page_rotation(page) % 4)


def _shared(box: Box, whole: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(box[2], whole[2]) - max(box[0], whole[0])
    high = min(box[3], whole[3]) - max(box[1], whole[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _left_out(piece: LayoutPiece, number: int) -> LeftOut:
    kind = "struck-out" if piece.struck else "watermark"
    return kind, place(number, piece[1:5]), piece.text


def _line(box: Box) -> RuledLine:
    """Return the line that an annotation draws through words."""
    return RuledLine((box[1] + box[3]) / 2, box[0], box[2])


def _too_much(page: int, zh: str, en: str) -> UnreadableFile:
    return UnreadableFile(
        "too-large",
        Words(
            f"第{page}页的{zh}超过读取上限，无法检查；请提交由Word导出的PDF或Word文件。",
            f"Page {page} holds more {en} than are read. "
            "Hand in the Word file, or a PDF exported from Word.",
        ),
    )
