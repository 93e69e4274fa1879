"""The walk through a document's blocks, counting what places and automatic numbers need."""

from typing import NamedTuple

from specvalidator.document import Block, Cell, Paragraph, Table
from specvalidator.places import WordPlace
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.word.appearance import PLAIN, VANISHING, Setting, look_of, vanishes
from specvalidator.readers.word.numbering import ListNumbering
from specvalidator.readers.word.ooxml import (
    DELETED_MARKS,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    RUN_PROPERTIES,
    SHADING,
    TABLE,
    TEXT,
    VAL,
    W,
    child_of,
    children_of,
    leading,
    unfolded,
    value,
)
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.runs import ParagraphRuns
from specvalidator.readers.word.styles import Ground, ParagraphStyle, Styles, outline_level
from specvalidator.readers.word.tables import GridCell, laid_out
from specvalidator.readers.xml import Element

_NUMBERING = W + "numPr"
_OUTLINE = W + "outlineLvl"
_ALIEN = W + "altChunk"
_TABLE_PROPERTIES = W + "tblPr"
_TABLE_STYLE = W + "tblStyle"
_LEAST_OF_CELL = 2


class Where(NamedTuple):
    """What a list of blocks stands in."""

    place: WordPlace | None
    """Of the cell or the paragraph that a text box hangs on; None in the body, which counts."""
    ground: Ground
    depth: int = 0
    """Tables and text boxes around it."""


class _Properties(NamedTuple):
    """What a paragraph says of itself."""

    style: ParagraphStyle
    numbering: Element | None
    level: int | None
    setting: Setting
    is_mark_hidden: bool
    is_mark_deleted: bool = False


class Walk:
    """One reading of one document."""

    def __init__(
        self,
        styles: Styles,
        numbering: ListNumbering,
        limits: Limits,
        meter: Meter,
        trace: list[Passage] | None = None,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._limits = limits
        self._trace = trace
        """Where to note the passages, in the order of reading; None where nobody asks."""
        self._spend = meter.take_blocks
        self._block = 0
        self._paragraph = 0
        self._table = 0
        self._known: dict[tuple[str | None, Ground], _Properties] = {}
        self._marks_speak = True
        """Whether the end mark of some paragraph may be deleted or hidden."""
        self.unread: list[tuple[str, WordPlace | None]] = []
        """As `Document.unread`."""

    def body(self, body: Element, ground: Ground) -> tuple[Block, ...]:
        """Return the paragraphs and tables of a document's body."""
        # Most documents have none of these; to seek them all at once is quicker than at each mark.
        self._marks_speak = next(body.iter(*DELETED_MARKS, *VANISHING), None) is not None
        return self.blocks(body, Where(None, ground))

    def blocks(self, parent: Element, where: Where) -> tuple[Block, ...]:
        """Return the paragraphs and tables below an element, wrappers left out.

        A paragraph whose end mark is deleted or hidden runs on into the next one.
        """
        found: list[Block] = []
        carried: ParagraphRuns | None = None
        in_body = where.place is None
        for child in unfolded(parent):
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
        if carried is not None:
            self._add_line(carried, where, found)
        return tuple(found)

    def _add_paragraph(
        self, element: Element, where: Where, carried: ParagraphRuns | None, found: list[Block]
    ) -> ParagraphRuns | None:
        """Read a paragraph; return what of it belongs to the next one instead."""
        own = self._properties(element, where)
        line = carried or ParagraphRuns(self._styles, is_traced=self._trace is not None)
        line.read(element, own.setting)
        if own.is_mark_deleted or (own.is_mark_hidden and not line.is_empty):
            return line
        label = ""
        is_listed = own.numbering is not None or own.style.number is not None
        if is_listed and not own.is_mark_hidden:
            label = self._numbering.label(own.numbering, own.style)
        self._add_line(line, where, found, label, own.level)
        return None

    def _add_line(
        self,
        line: ParagraphRuns,
        where: Where,
        found: list[Block],
        label: str = "",
        level: int | None = None,
    ) -> None:
        """Make a paragraph of a line, and blocks of the text boxes that hang on it."""
        text = label + line.text
        self._spend(1, len(text) + len(line.hidden))
        place = where.place or self._place_in_body(text)
        found.append(Paragraph(text, place, label, level, line.unread, line.hidden))
        if self._trace is not None:
            self._trace.append(Passage(place, label, line.paragraphs, line.pieces))
        if line.lost:
            self.unread.extend((word, place) for word in line.lost)
        if line.boxes or line.words:
            anchor = place if where.place else WordPlace(block=place.block)
            found.extend(Paragraph(word, anchor) for word in line.words)
            around = Where(anchor, Ground(is_white=False), where.depth + 1)
            for box in line.boxes:
                found.extend(self._inner(box, around))

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

    def _properties(self, paragraph: Element, where: Where) -> _Properties:
        style_name = outline = mark = numbering = None
        ground = where.ground
        properties = leading(paragraph, PARAGRAPH_PROPERTIES)
        if properties is None:
            return self._styled(None, ground)
        for each in children_of(properties):
            name = each.tag
            if name == PARAGRAPH_STYLE:
                style_name = each.get(VAL)
            elif name == _NUMBERING:
                numbering = each
            elif name == RUN_PROPERTIES:
                mark = each
            elif name == _OUTLINE:
                outline = each
            elif name == SHADING:
                ground = ground.under(each)
        own = self._styled(style_name, ground)
        if numbering is not None:
            own = own._replace(numbering=numbering)
        if outline is not None:
            own = own._replace(level=outline_level(outline.get(VAL)))
        return self._ended(own, mark)

    def _ended(self, own: _Properties, mark: Element | None) -> _Properties:
        """Return what a paragraph says of itself with what its end mark says."""
        if mark is None or not self._marks_speak:
            return own
        names = [each.tag for each in mark]
        is_deleted = not DELETED_MARKS.isdisjoint(names)
        if VANISHING.isdisjoint(names):
            return own._replace(is_mark_deleted=is_deleted)
        look = look_of(mark)
        character = self._styles.character(look.style) if look.style else PLAIN
        is_hidden = vanishes(look, character, own.setting)
        return own._replace(is_mark_hidden=is_hidden, is_mark_deleted=is_deleted)

    def _styled(self, name: str | None, ground: Ground) -> _Properties:
        """Return the properties of a paragraph that says nothing of itself but its style."""
        known = self._known.get((name, ground))
        if known is None:
            style = self._styles.paragraph(name)
            setting = self._styles.setting(name, ground)
            known = _Properties(style, None, style.level, setting, is_mark_hidden=setting.vanishes)
            self._known[name, ground] = known
        return known

    def _add_table(self, element: Element, where: Where, found: list[Block]) -> None:
        grid = laid_out(element, self._limits.columns)
        if not grid.boxes:
            return
        self._spend(grid.rows + len(grid.boxes))
        self._table += 1
        block = where.place.block if where.place else self._block
        place = WordPlace(block=block, table=self._table)
        if grid.is_cut:
            self.unread.append(("table-too-wide", place))
        inside = where._replace(ground=_ground(element, where.ground), depth=where.depth + 1)
        cells = tuple(self._cell(box, place, inside) for box in grid.boxes)
        found.append(Table(grid.rows, grid.columns, cells, place))

    def _cell(self, box: GridCell, table: WordPlace, around: Where) -> Cell:
        place = WordPlace(
            block=table.block, table=table.table, row=box.row + 1, column=box.column + 1
        )
        ground = around.ground if box.shading is None else around.ground.under(box.shading)
        blocks = self._inner(box.cell, Where(place, ground, around.depth))
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
        line = ParagraphRuns(self._styles)
        for paragraph in cell.iter(PARAGRAPH):
            line.read(paragraph, self._styles.setting(None, Ground(is_white=False)))
        return Paragraph("", place, hidden=line.text + line.hidden)


def _may_have_text(cell: Element) -> bool:
    """Say whether a cell holds more than the properties that merge it and an empty paragraph."""
    return len(cell) != _LEAST_OF_CELL or len(cell[1]) > 0


def _ground(table: Element, around: Ground) -> Ground:
    properties = child_of(table, _TABLE_PROPERTIES)
    if properties is None:
        return around
    style = value(properties, _TABLE_STYLE)
    styles = around.table_styles if style is None else (*around.table_styles, style)
    return Ground(around.is_white, styles).under(child_of(properties, SHADING))
