"""The paragraphs, tables and text boxes of an RTF file as they are written."""

from typing import NamedTuple

from specvalidator.readers.office.pen import MarkupPen
from specvalidator.readers.office.rtf.line import RtfLine
from specvalidator.readers.office.rtf.tables import CellSays, RtfRow, RtfTable

_MOST_TABLES = 25
"""Inside each other; the walk looks into fewer."""


class _Around(NamedTuple):
    out: list[str]
    tables: list[RtfTable]
    line: RtfLine
    row: RtfRow


class RtfBody:
    """What is written so far, and what is open."""

    def __init__(self, pen: MarkupPen) -> None:
        self._pen = pen
        self._out: list[str] = []
        self._tables: list[RtfTable] = []
        self.line = RtfLine(pen)
        self._row, self._inner_row = RtfRow(), RtfRow()
        self._around: list[_Around] = []
        """What the text boxes that are open stand in."""

    @property
    def xml(self) -> str:
        """What is written."""
        return "".join(self._out)

    def end_paragraph(self, kind: str, properties: str, tables: int) -> None:
        """End a paragraph, and with it perhaps a cell: `par`, `cell` or `nestcell`."""
        made = self._pen.paragraph(self.line.taken(), properties)
        depth = {"par": tables, "cell": 1}.get(kind, max(tables, 2))
        self._reach(min(max(depth, 0), _MOST_TABLES))
        if not self._tables:
            self._out.append(made)
            return
        self._tables[-1].cell.append(made)
        if kind != "par":
            self._tables[-1].end_cell()

    def end_row(self, *, is_nested: bool) -> None:
        """End a row of the table, or of the one inside it."""
        if not self._tables:
            return
        if not is_nested:
            self._reach(1)
        self._tables[-1].end_row(self.row(is_nested=is_nested))

    def row(self, *, is_nested: bool) -> RtfRow:
        """Return what is said of the row that is open."""
        return self._inner_row if is_nested else self._row

    def begin_row(self, *, is_nested: bool) -> None:
        """Forget what was said of the row before."""
        if is_nested:
            self._inner_row = RtfRow()
        else:
            self._row = RtfRow()

    def finish(self) -> None:
        """Close what is open."""
        if not self.line.is_empty:
            self.end_paragraph("par", "", len(self._tables))
        self._reach(0)

    def begin_box(self) -> None:
        """Open a text box."""
        self._around.append(_Around(self._out, self._tables, self.line, self._row))
        self._out, self._tables, self.line, self._row = [], [], RtfLine(self._pen), RtfRow()

    def end_box(self) -> None:
        """Close a text box; it hangs on the paragraph around it."""
        inner = self.end_aside()
        self.line.add(self._pen.box(inner))

    def end_aside(self) -> str:
        """Close what was opened as a text box, and return it as XML: a note, a header."""
        self.finish()
        inner = self.xml
        self._out, self._tables, self.line, self._row = self._around.pop()
        return inner

    def _reach(self, depth: int) -> None:
        """Close tables that have ended, and open those that begin."""
        while len(self._tables) > depth:
            written = self._tables.pop().written(self._pen)
            (self._tables[-1].cell if self._tables else self._out).append(written)
        while len(self._tables) < depth:
            self._pen.count(4)
            self._tables.append(RtfTable())


def says_of_cell(row: RtfRow, name: str) -> CellSays | None:
    """Return what a word on merges makes of the cell that is open, None for another word."""
    match name:
        case "clvmgf":
            return row.now._replace(down="restart")
        case "clvmrg":
            return row.now._replace(down="continue")
        case "clmgf":
            return row.now._replace(across="restart")
        case "clmrg":
            return row.now._replace(across="continue")
        case _:
            return None
