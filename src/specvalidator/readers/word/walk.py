"""The walk through a document's blocks, counting what places and automatic numbers need."""

from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from specvalidator.document import Block, Cell, Paragraph, Table, Unread
from specvalidator.places import WordPlace
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.word.conditional import TablePart, table_look
from specvalidator.readers.word.geometry import (
    is_table_beyond,
)
from specvalidator.readers.word.notes import WordNotes, is_value
from specvalidator.readers.word.numbering import ListNumbering
from specvalidator.readers.word.office_words import is_field_error
from specvalidator.readers.word.ooxml import (
    PARAGRAPH,
    SHADING,
    TABLE,
    TABLE_STYLE,
    TEXT,
    W,
    child_of,
    value,
)
from specvalidator.readers.word.paragraphs import ParagraphProperties, ParagraphReading
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.plain import plain_text
from specvalidator.readers.word.runs import ParagraphRuns, Surroundings
from specvalidator.readers.word.styles import PAPER, Ground
from specvalidator.readers.word.tables import CellGrid, GridCell, hide_narrow_cells, laid_out
from specvalidator.readers.word.tracing import TracedRuns
from specvalidator.readers.xml import Element

_ALIEN = W + "altChunk"
_TABLE_PROPERTIES = W + "tblPr"
_TABLE_LOOK = W + "tblLook"
_FIELD_MARK = W + "fldChar"
_FIELD_MARK_TYPE = W + "fldCharType"
_QUIET = frozenset(
    W + name for name in ("sectPr", "tcPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)
"""The most common of what stands between paragraphs and shows nothing."""
_LEAST_OF_CELL = 2


class Where(NamedTuple):
    """What a list of blocks stands in."""

    place: WordPlace | None
    """Of the cell or the paragraph that a text box hangs on; None in the body, which counts."""
    ground: Ground
    depth: int = 0
    """Tables and text boxes around it."""
    is_unseen: bool = False
    """No page shows it: a row of no height, a table beyond the page."""


class Walk:
    """One reading of one document."""

    def __init__(  # noqa: PLR0913, PLR0917 - what one reading needs
        self,
        around: Surroundings,
        numbering: ListNumbering,
        notes: WordNotes,
        limits: Limits,
        meter: Meter,
        trace: list[Passage] | None = None,
    ) -> None:
        self._around = around
        self._styles = around.styles
        self._wrappings = around.wrappings
        self._numbering = numbering
        self._notes = notes
        self._limits = limits
        self._trace = trace
        """Where to note the passages, in the order of reading; None where nobody asks."""
        self._spend = meter.take_blocks
        self._block = 0
        self._paragraph = 0
        self._table = 0
        self._paragraphs = ParagraphReading(around.styles, around.page)
        self._silent_fields = 0
        """Open fields of earlier paragraphs whose results no page shows."""
        self._closes_fields = True
        """Whether each field that begins ends; else none runs on into another paragraph."""
        self.unread: list[tuple[str, WordPlace | None]] = []
        """As `Document.unread`."""
        self.left_out: list[tuple[str, WordPlace, str]] = []
        """As `Document.left_out`."""

    def body(self, body: Element, ground: Ground) -> tuple[Block, ...]:
        """Return the paragraphs and tables of a document's body."""
        self._paragraphs.seek_marks(body)
        marks = [each.get(_FIELD_MARK_TYPE) for each in body.iter(_FIELD_MARK)]
        self._closes_fields = marks.count("begin") == marks.count("end")
        return self.blocks(body, Where(None, ground))

    def blocks(self, parent: Element, where: Where) -> tuple[Block, ...]:
        """Return the paragraphs and tables below an element, wrappers left out.

        A paragraph whose end mark is deleted or hidden runs on into the next one.
        """
        found: list[Block] = []
        carried: ParagraphRuns | None = None
        in_body = where.place is None
        for child in self._wrappings.children(parent):
            name = child.tag
            if name == PARAGRAPH:
                if in_body:
                    self._block += 1
                carried = self._add_paragraph(child, where, carried, found)
            elif name == TABLE:
                if carried is not None:
                    self._add_line(carried, where, found)
                    carried = None
                if in_body:
                    self._block += 1
                self._add_table(child, where, found)
            elif name == _ALIEN:
                self.unread.append(("embedded-file", where.place or WordPlace(block=self._block)))
            elif name not in _QUIET:
                self._add_strange(child, where, found)
        if carried is not None:
            self._add_line(carried, where, found)
        return tuple(found)

    def _add_paragraph(
        self, element: Element, where: Where, carried: ParagraphRuns | None, found: list[Block]
    ) -> ParagraphRuns | None:
        """Read a paragraph; return what of it belongs to the next one instead."""
        own = self._paragraphs.properties(element, where.ground)
        if carried is None and self._is_plain(own, where):
            text = plain_text(element, self._styles.grounds)
            if text is not None:
                label = self._label(own)
                self._add_text(label + text, label, own.level, where, found)
                return None
        line = carried or self._line()
        line.read(element, own.setting, self._silent_fields)
        self._silent_fields = line.silent_fields if self._closes_fields else 0
        if own.is_unseen or where.is_unseen:
            line.conceal()
        if own.is_mark_deleted or (own.is_mark_hidden and not line.is_empty):
            return line
        label = "" if own.is_mark_hidden else self._label(own)
        if own.is_unseen or where.is_unseen or (line.struck and line.is_empty):
            label = ""
        self._add_line(line, where, found, label, own.level)
        return None

    def _line(self) -> ParagraphRuns:
        return ParagraphRuns(self._around) if self._trace is None else TracedRuns(self._around)

    def _is_plain(self, own: ParagraphProperties, where: Where) -> bool:
        """Say whether nothing around the runs of a paragraph hides or disguises them."""
        return own.setting.is_plain and not (
            own.is_unseen
            or where.is_unseen
            or own.is_mark_hidden
            or own.is_mark_deleted
            or self._silent_fields
            or self._trace is not None
        )

    def _label(self, own: ParagraphProperties) -> str:
        """Return the automatic number of a paragraph, counting it, "" for none."""
        if own.numbering is None and own.style.number is None:
            return ""
        return self._numbering.label(own.numbering, own.style)

    def _add_text(
        self, text: str, label: str, level: int | None, where: Where, found: list[Block]
    ) -> None:
        """Make a paragraph of plain text."""
        self._spend(1, len(text))
        place = where.place or self._place_in_body(text)
        if ("!" in text or "！" in text) and not label and is_field_error(text):
            found.append(Paragraph("", place, label, level, "field"))
        else:
            found.append(Paragraph(text, place, label, level))

    def _add_line(
        self,
        line: ParagraphRuns,
        where: Where,
        found: list[Block],
        label: str = "",
        level: int | None = None,
    ) -> None:
        """Make a paragraph of a line, and blocks of what hangs on it: text boxes and notes."""
        text = label + line.text
        hidden, struck = line.hidden, line.struck
        self._spend(1, len(text) + len(hidden) + len(struck))
        place = where.place or self._place_in_body(text)
        unread = line.unread
        if ("!" in text or "！" in text) and not label and is_field_error(text):
            text, unread = "", "field"
        found.append(Paragraph(text, place, label, level, unread, hidden))
        if self._trace is not None and isinstance(line, TracedRuns):
            self._trace.append(Passage(place, label, line.paragraphs, line.pieces))
        if line.lost:
            self.unread.extend((word, place) for word in line.lost)
        if struck.strip():
            self.left_out.append(("struck-out", place, struck.strip()))
        if line.boxes or line.words or line.notes:
            self._add_hanging(line, where, place, found, text)

    def _add_hanging(
        self, line: ParagraphRuns, where: Where, place: WordPlace, found: list[Block], text: str
    ) -> None:
        anchor = place if where.place else WordPlace(block=place.block)
        found.extend(Paragraph(word, anchor) for word in line.words)
        for box in line.boxes:
            ground = where.ground if box.is_clear else Ground(box.ground, is_direct=True)
            found.extend(self._inner(box.content, Where(anchor, ground, where.depth + 1)))
        for kind, number in line.notes:
            note = self._notes.take(kind, number)
            if note is not None and where.place is not None and is_value(text):
                self.unread.append(("note", place))
            elif note is not None:
                found.extend(self._note(note, Where(anchor, PAPER, where.depth + 1)))

    def _note(self, note: Element, where: Where) -> tuple[Block, ...]:
        """Return the text of a note, which stands in a part of its own: it leaves no trace."""
        trace, self._trace = self._trace, None
        blocks = self._inner(note, where)
        self._trace = trace
        return blocks

    def _add_strange(self, element: Element, where: Where, found: list[Block]) -> None:
        """Read an element that stands between paragraphs where one expects none.

        What belongs into a paragraph is read as one; what is visible and unknown is asked about.
        """
        if where.is_unseen:
            return
        line = self._line()
        line.read_alone(element, self._styles.setting(None, where.ground))
        is_asked = not line.text and not line.hidden
        if is_asked and found and _asks_alike(found[-1], line.unread):
            return  # one question about what stands together
        if line.text or line.unread or line.hidden or line.lost:
            self._add_line(line, where, found)

    def _inner(self, element: Element, where: Where) -> tuple[Block, ...]:
        if where.depth <= self._limits.depth:
            return self.blocks(element, where)
        self.unread.append(("nested-too-deep", where.place))
        return ()

    def _place_in_body(self, text: str) -> WordPlace:
        if not text.strip():
            return WordPlace(block=self._block)
        self._paragraph += 1
        return WordPlace(block=self._block, paragraph=self._paragraph)

    def _add_table(self, element: Element, where: Where, found: list[Block]) -> None:
        grid = laid_out(element, self._limits.columns, self._wrappings)
        if not grid.boxes:
            return
        self._spend(grid.rows + len(grid.boxes))
        self._table += 1
        block = where.place.block if where.place else self._block
        place = WordPlace(block=block, table=self._table)
        if grid.is_cut:
            self.unread.append(("table-too-wide", place))
        self.unread.extend(("object", place) for _ in range(grid.strange))
        properties = child_of(element, _TABLE_PROPERTIES)
        inside = where._replace(depth=where.depth + 1)
        grounds: Iterable[Ground] = repeat(where.ground, len(grid.boxes))
        if properties is not None:
            hide_narrow_cells(element, properties, grid)
            inside = self._inside(properties, inside)
            grounds = self._grounds(properties, grid, inside.ground)
        cells = tuple(
            self._cell(box, place, inside, ground)
            for box, ground in zip(grid.boxes, grounds, strict=True)
        )
        found.append(Table(grid.rows, grid.columns, cells, place))

    def _inside(self, properties: Element, where: Where) -> Where:
        """Return what the cells of a table stand in, by its `w:tblPr`."""
        is_unseen = where.is_unseen or is_table_beyond(properties, self._around.page)
        return where._replace(ground=_ground(properties, where.ground), is_unseen=is_unseen)

    def _grounds(self, properties: Element, grid: CellGrid, ground: Ground) -> Iterable[Ground]:
        """Return the ground of each cell, by what the style of the table says about it."""
        style = value(properties, TABLE_STYLE)
        conditions = None if style is None else self._styles.tables.conditions(style)
        if style is None or conditions is None or not conditions.types:
            return repeat(ground, len(grid.boxes))
        look, outer = table_look(child_of(properties, _TABLE_LOOK)), ground.tables[:-1]
        formats = (look.formats(box, grid, conditions) for box in grid.boxes)
        return (
            ground._replace(tables=(*outer, TablePart(style, each))) if each else ground
            for each in formats
        )

    def _cell(self, box: GridCell, table: WordPlace, around: Where, ground: Ground) -> Cell:
        place = WordPlace(
            block=table.block, table=table.table, row=box.row + 1, column=box.column + 1
        )
        ground = ground if box.shading is None else ground.under(box.shading)
        is_unseen = around.is_unseen or box.is_unseen
        blocks = self._inner(box.cell, Where(place, ground, around.depth, is_unseen))
        covered = [
            self._covered(cell, place)
            for cell in box.covered
            if _may_have_text(cell) and next(cell.iter(TEXT), None) is not None
        ]
        if covered:
            blocks = (*blocks, *covered)
        return Cell(box.row, box.column, box.row_span, box.column_span, blocks, place)

    def _covered(self, cell: Element, place: WordPlace) -> Paragraph:
        """Return the text of a cell that lies under a merged one, all of it as hidden."""
        line = ParagraphRuns(self._around)
        for paragraph in cell.iter(PARAGRAPH):
            line.read(paragraph, self._styles.setting(None, Ground(None)))
        return Paragraph("", place, hidden=line.text + line.hidden)


def _may_have_text(cell: Element) -> bool:
    """Say whether a cell holds more than the properties that merge it and an empty paragraph."""
    return len(cell) != _LEAST_OF_CELL or len(cell[1]) > 0


def _ground(properties: Element, around: Ground) -> Ground:
    """Return the ground of a table's cells, `properties` being its `w:tblPr`."""
    style = value(properties, TABLE_STYLE)
    laid = around.under(child_of(properties, SHADING))
    tables = (*around.tables, TablePart(style or "")) if style or around.tables else ()
    return Ground(laid.colour, tables, is_direct=around.is_direct and style is None)


def _asks_alike(block: Block, unread: Unread | None) -> bool:
    """Say whether a block is nothing but the same question."""
    return isinstance(block, Paragraph) and not block.text and block.unread == unread is not None
