"""One page → its lines and tables from top to bottom, and what of it could not be read."""

from specvalidator.errors import UnreadableFile
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.columns import aligned_tables
from specvalidator.readers.pdf.drawing import Drawing, Surveyor, TooMuchDrawn
from specvalidator.readers.pdf.frame import Frame
from specvalidator.readers.pdf.grid import Grid, grids
from specvalidator.readers.pdf.layout import (
    Box,
    Item,
    Page,
    Piece,
    RawCell,
    RawTable,
    Rule,
    place,
)
from specvalidator.readers.pdf.lines import line_of, lines_of, rows_of
from specvalidator.readers.pdf.pieces import PieceReader
from specvalidator.readers.pdf.settings import Distances, PdfLimits
from specvalidator.wording import Words

_SCAN_SHARE = 0.3
"""Share of a page that images cover when they stand for its text."""
_FEW_LETTERS = 20
"""A page with no more letters, such as a page number, and with an image is a scan."""
_OUTLINES = 100
"""A page without letters but with more curves than this has its letters drawn as outlines."""
_FRAME_SHARE = 0.6
"""Share of a page within a single box that is the page's frame, not a table."""


class PageReader:
    """Reads the pages of one document, one after the other."""

    def __init__(self, document: int, limits: PdfLimits, distances: Distances) -> None:
        self._document = document
        self._limits = limits
        self._distances = distances
        self._surveyor = Surveyor(limits, distances)
        self._box = native.Floats(4)

    def read(self, index: int, *, has_form: bool) -> Page | None:
        """Return page `index`, counted from 0; None when the page is damaged.

        Raises:
            UnreadableFile: `too-large` when the page holds more than the limits allow.
        """
        if has_form:
            # What is filled into fields is no part of the page until PDFium makes it one.
            with native.opened_page(self._document, index) as page:
                if page:
                    native.flatten_page(page, 0)
        with native.opened_page(self._document, index) as page:
            if not page:
                return None
            frame = self._frame(page)
            try:
                drawing = self._surveyor.survey(page, frame)
            except TooMuchDrawn:
                raise _too_much(index + 1, "线条和图形", "lines and shapes") from None
            with native.opened_text(page) as text:
                pieces = self._pieces(text, frame, drawing, index + 1) if text else []
        return self._laid_out(pieces, drawing, frame, index + 1)

    def _frame(self, page: int) -> Frame:
        native.page_box(page, self._box.at[0])
        left, top, right, bottom = self._box.values
        return Frame(left, bottom, right, top, native.page_rotation(page) % 4)

    def _pieces(self, text: int, frame: Frame, drawing: Drawing, number: int) -> list[Piece]:
        count = native.count_characters(text)
        if count > self._limits.characters:
            raise _too_much(number, "文字", "characters")
        if count <= 0:
            return []
        characters = native.characters(text, count)
        return PieceReader(text, frame, drawing, self._surveyor).pieces(characters)

    def _laid_out(self, pieces: list[Piece], drawing: Drawing, frame: Frame, number: int) -> Page:
        width, height = frame.size
        whole = (0.0, 0.0, width, height)
        notes = []
        scanned = recognised = False
        covered = sum(_shared(box, whole) for box in drawing.images) >= _SCAN_SHARE * width * height
        letters = sum(len(piece.text) for piece in pieces if not piece.hidden)
        if letters <= _FEW_LETTERS and (covered or (not letters and drawing.curves > _OUTLINES)):
            unseen = [piece for piece in pieces if piece.hidden]
            recognised = sum(len(piece.text) for piece in unseen) > _FEW_LETTERS
            scanned = not recognised
            notes.append(("scan", place(number, whole)))
        if recognised:
            pieces = [piece._replace(hidden=False) for piece in pieces]
        slanted = [piece for piece in pieces if piece.turn % 90]
        if slanted:
            pieces = [piece for piece in pieces if piece.turn % 90 == 0]
            notes.append(("watermark", place(number, slanted[0][1:5])))
        if drawing.left_out:
            notes.append(("nested-too-deep", place(number, whole)))
        if not covered:
            pieces = pieces + self._pictures(drawing, whole)
        items = [] if scanned else self._items(pieces, drawing, number, frame.size)
        return Page(number, width, height, items, notes, scanned)

    def _pictures(self, drawing: Drawing, whole: Box) -> list[Piece]:
        """Return a piece for each image that a reader of the page would look at."""
        least = self._distances.smallest_picture
        return [
            Piece("", x0, y0, x1, y1, y1 - y0, unread="picture")
            for x0, y0, x1, y1 in drawing.images
            if x1 - x0 >= least and y1 - y0 >= least and _shared((x0, y0, x1, y1), whole) > 0
        ]

    def _items(
        self, pieces: list[Piece], drawing: Drawing, number: int, size: tuple[float, float]
    ) -> list[Item]:
        """Return body lines and tables from the top."""
        width, height = size
        across = _on_page(drawing.horizontal, height, width)
        down = _on_page(drawing.vertical, width, height)
        frames = grids(across, down, self._distances)
        frames = [grid for grid in frames if not _is_frame(grid, frames, width * height)]
        inside: list[list[Piece]] = [[] for _ in frames]
        body: list[Piece] = []
        for piece in pieces:
            x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
            owner = next((k for k, grid in enumerate(frames) if grid.holds(x, y)), None)
            (body if owner is None else inside[owner]).append(piece)
        tables = [
            self._table(grid, found, number) for grid, found in zip(frames, inside, strict=True)
        ]
        outermost = _nested(frames, tables)
        items = [*outermost, *self._body(body, number)]
        return sorted(items, key=_top)

    def _body(self, pieces: list[Piece], number: int) -> list[Item]:
        if not pieces:
            return []
        left = min(piece.x0 for piece in pieces)
        right = max(piece.x1 for piece in pieces)
        if any(piece.hidden or piece.unread for piece in pieces):
            return list(lines_of(pieces, number, left, right, self._distances))
        rows = rows_of(pieces)
        items: list[Item] = []
        done = 0
        for first, end, table in aligned_tables(rows, number, self._distances):
            items += [line_of(r, number, left, right, self._distances) for r in rows[done:first]]
            items.append(table)
            done = end
        items += [line_of(r, number, left, right, self._distances) for r in rows[done:]]
        return items

    def _table(self, grid: Grid, pieces: list[Piece], number: int) -> RawTable:
        """Return a ruled table with the lines of each of its cells."""
        owners = [[0] * (len(grid.xs) - 1) for _ in grid.ys]
        for index, (row, column, row_span, column_span) in enumerate(grid.spans):
            for r in range(row, row + row_span):
                owners[r][column : column + column_span] = [index] * column_span
        inside: list[list[Piece]] = [[] for _ in grid.spans]
        for piece in pieces:
            row, column = grid.unit((piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2)
            inside[owners[row][column]].append(piece)
        cells = []
        padding = self._distances.padding
        for (row, column, row_span, column_span), found in zip(grid.spans, inside, strict=True):
            x0, x1 = grid.xs[column], grid.xs[column + column_span]
            box = (x0, grid.ys[row], x1, grid.ys[row + row_span])
            cell = RawCell(row, column, row_span, column_span, box, number)
            if found:
                left = min(x0 + padding, *(piece.x0 for piece in found))
                right = max(x1 - padding, *(piece.x1 for piece in found))
                cell.lines = lines_of(found, number, left, right, self._distances)
            cells.append(cell)
        return RawTable(
            list(grid.xs),
            len(grid.ys) - 1,
            cells,
            grid.box,
            number,
            open_below=grid.open_below,
        )


def _nested(frames: list[Grid], tables: list[RawTable]) -> list[RawTable]:
    """Put each table that lies in another's cell there, and return the outermost ones."""
    outermost = []
    for k, (grid, table) in enumerate(zip(frames, tables, strict=True)):
        x, y = (grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2
        # Frames are sorted by area: the next that holds the middle is the table around it.
        outer = next((j for j in range(k + 1, len(frames)) if frames[j].holds(x, y)), None)
        if outer is None:
            outermost.append(table)
            continue
        row, column = frames[outer].unit(x, y)
        cell = next(
            cell
            for cell in tables[outer].cells
            if cell.row <= row < cell.row + cell.row_span
            and cell.column <= column < cell.column + cell.column_span
        )
        cell.tables.append(table)
    return outermost


def _on_page(rules: list[Rule], across: float, along: float) -> list[Rule]:
    """Return the lines on the displayed page, cut off at its edges; bad numbers are dropped."""
    return [
        Rule(rule.at, max(rule.start, 0.0), min(rule.end, along))
        for rule in rules
        if -1 <= rule.at <= across + 1 and rule.start < along and rule.end > 0
    ]


def _is_frame(grid: Grid, others: list[Grid], area: float) -> bool:
    """Tell whether a lone box is drawn around other tables or the whole page."""
    if len(grid.spans) > 1:
        return False
    x0, y0, x1, y1 = grid.box
    if (x1 - x0) * (y1 - y0) > _FRAME_SHARE * area:
        return True
    return any(
        other is not grid and grid.holds(*other.box[:2]) and grid.holds(*other.box[2:])
        for other in others
    )


def _shared(box: Box, whole: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(box[2], whole[2]) - max(box[0], whole[0])
    high = min(box[3], whole[3]) - max(box[1], whole[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _top(item: Item) -> float:
    return item.box[1]


def _too_much(page: int, zh: str, en: str) -> UnreadableFile:
    return UnreadableFile(
        "too-large",
        Words(
            f"第{page}页的{zh}超过读取上限，无法检查；请提交由Word导出的PDF或Word文件。",
            f"Page {page} holds more {en} than are read. "
            "Hand in the Word file, or a PDF exported from Word.",
        ),
    )
