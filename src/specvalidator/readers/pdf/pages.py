"""One page → its lines and tables from top to bottom, and what of it could not be read."""

from specvalidator.errors import UnreadableFile
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import Annotation, settled
from specvalidator.readers.pdf.composition import composed, page_grids
from specvalidator.readers.pdf.drawing import Drawing, Surveyor
from specvalidator.readers.pdf.frame import Frame
from specvalidator.readers.pdf.front import pages_in_front
from specvalidator.readers.pdf.layout import Box, LayoutPage, LayoutPiece, LeftOut, RuledLine, place
from specvalidator.readers.pdf.opening import OpenPdf
from specvalidator.readers.pdf.pieces import InkReader, PieceReader
from specvalidator.readers.pdf.settings import Distances, PdfLimits, PdfMeter, TooMuch
from specvalidator.readers.pdf.sheets import SheetPart, parts
from specvalidator.readers.pdf.shown import Origin, Origins
from specvalidator.readers.pdf.sight import Looker
from specvalidator.readers.pdf.unwritten import unwritten
from specvalidator.wording import Words

_SCAN_SHARE = 0.3
"""Share of a page that images cover when they stand for its text."""
_FEW_LETTERS = 20
"""A page with no more letters, such as a page number, and with an image is a scan."""
_NOWHERE = Frame(0.0, 0.0, 0.0, 0.0, 0)
_OUTLINES = 100
"""A page without letters but with more curves than this has its letters drawn as outlines."""


class PageReader:
    """Reads the pages of one document, one after the other."""

    def __init__(
        self,
        pdf: OpenPdf,
        data: bytes,
        limits: PdfLimits,
        meter: PdfMeter,
        distances: Distances,
    ) -> None:
        self._pdf = pdf
        self._looker = Looker(data, limits)
        self._limits = limits
        self._meter = meter
        self._distances = distances
        self._surveyor = Surveyor(data, limits, meter, distances)
        self._ink = InkReader()
        self._in_front: int | None = None
        """How many pages we put in front ourselves; not known until one may be of ours."""
        self._read_pages = 0
        self.origins = Origins()
        """Where the pages that were read are displayed."""
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
            raise _too_much(sheet, "批注", "annotations") from None
        self._next(Origin(sheet, _NOWHERE, _NOWHERE, 0.0))
        return []

    def _read(self, page: int, laid_on: list[Annotation], sheet: int) -> list[LayoutPage]:
        displayed = frame_of(page, self._box)
        try:
            drawing = self._surveyor.survey(page, displayed)
            if drawing.only_ours and sheet <= self._pages_in_front():
                number = self._next(Origin(sheet, displayed, displayed, 0.0))
                return [LayoutPage(number, *displayed.size, [], [], [], scanned=False)]
            frame = _upright(displayed, drawing)
            if frame != displayed:
                drawing = self._surveyor.survey(page, frame)
            drawing.horizontal += [_line(frame.shown(*box)) for a in laid_on for box in a.struck]
            grids = page_grids(drawing, frame.size, self._limits, self._meter, self._distances)
        except TooMuch:
            raise _too_much(sheet, "线条和图形", "lines and shapes") from None
        try:
            pieces, unread = self._pieces(page, frame, displayed, drawing)
            more = unwritten(pieces, drawing, laid_on, frame, self._meter, self._distances)
            pieces, more, scanned = _without_scan(pieces, more, drawing, frame)
            if scanned is not None:
                unread.append("scan")
            found = []
            for part in parts(pieces + more, grids, frame.size):
                number = self._next(Origin(sheet, displayed, frame, part.left))
                found.append(self._laid_out(part, frame.size[1], number, scanned=bool(scanned)))
            whole = (0.0, 0.0, *frame.size)
            found[0].unread.extend((called, place(found[0].number, whole)) for called in unread)
        except TooMuch:
            raise _too_much(sheet, "文字", "characters") from None
        return found

    def _pages_in_front(self) -> int:
        if self._in_front is None:
            self._in_front = pages_in_front(self._pdf.handle, self._pdf.pages)
        return self._in_front

    def _next(self, origin: Origin) -> int:
        """Return the number of the next page that is read."""
        self._read_pages += 1
        self.origins.add(self._read_pages, origin)
        return self._read_pages

    def _pieces(
        self, page: int, frame: Frame, displayed: Frame, drawing: Drawing
    ) -> tuple[list[LayoutPiece], list[str]]:
        """Return the text of an open page, and words for what of it could not be made out."""
        unread = ["nested-too-deep"] if drawing.left_out else []
        sight = None
        pieces = []
        with native.opened_text(page) as text:
            characters = self._characters(text) if text else ""
            if text and characters:
                drawing.doubt(self._ink.inkless(text, characters, drawing.fonts))
                if drawing.doubted:
                    turns = (frame.rotation - displayed.rotation) % 4
                    sight = self._looker.look(page, frame, drawing.doubted, turns)
                    if sight is None:
                        unread.append("unseen-text")
                reader = PieceReader(text, frame, drawing, self._surveyor, self._meter, sight)
                pieces = reader.pieces(characters)
        return pieces, unread

    def _characters(self, text: int) -> str:
        count = max(0, native.count_characters(text))
        self._meter.take("all_characters", count)
        if count > self._limits.characters:
            raise TooMuch
        return native.characters(text, count) if count else ""

    def _laid_out(
        self, part: SheetPart, height: float, number: int, *, scanned: bool
    ) -> LayoutPage:
        aside = [
            _left_out(piece, number) for piece in part.pieces if piece.struck or piece.turn % 90
        ]
        items = composed(part.pieces, part.grids, number, self._meter, self._distances)
        return LayoutPage(number, part.width, height, items, [], aside, scanned)


def _without_scan(
    pieces: list[LayoutPiece], more: list[LayoutPiece], drawing: Drawing, frame: Frame
) -> tuple[list[LayoutPiece], list[LayoutPiece], bool | None]:
    """Return what is read beside a scan, and whether nothing else is there; None: no scan."""
    whole = (0.0, 0.0, *frame.size)
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


def _upright(displayed: Frame, drawing: Drawing) -> Frame:
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
