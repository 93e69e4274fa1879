"""The tables of a web page: spans as the merges of Word."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from specvalidator.readers.office.pen import MarkupPen, Merge
from specvalidator.readers.office.web.looks import WebLooks
from specvalidator.readers.word.ooxml import integer
from specvalidator.readers.xml import Element

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})

Blocks = Callable[[Element, str], list[str]]
"""Gives the blocks of a cell as XML, in a look."""


class _HangingCell(NamedTuple):
    """A cell that reaches further down."""

    rows: int
    columns: int


def table(element: Element, pen: MarkupPen, looks: WebLooks, blocks: Blocks, look: str) -> str:
    """Return a table as XML, "" where it has no rows."""
    shade = looks.shade(element)
    rows: list[str] = []
    hanging: dict[int, _HangingCell] = {}
    for row in _rows(element, looks):
        line = _WebRow(pen, looks, blocks, hanging)
        cells = line.cells(row, looks.within(row, look), looks.shade(row) or shade)
        hanging = line.below
        if cells:
            rows.append(pen.row(cells))
    return pen.table(rows) if rows else ""


def _rows(element: Element, looks: WebLooks) -> Iterator[Element]:
    for each in element:
        if (each.tag == "tr" or each.tag in _GROUPS) and not looks.is_left_out(each):
            if each.tag == "tr":
                yield each
            else:
                yield from (row for row in each if row.tag == "tr" and not looks.is_left_out(row))


class _WebRow:
    """One row, and what hangs down into it and out of it."""

    def __init__(
        self, pen: MarkupPen, looks: WebLooks, blocks: Blocks, above: dict[int, _HangingCell]
    ) -> None:
        self._pen = pen
        self._looks = looks
        self._blocks = blocks
        self._above = above
        self.below: dict[int, _HangingCell] = {}
        self._cells: list[str] = []
        self._column = 0

    def cells(self, row: Element, look: str, shade: str) -> list[str]:
        """Return the cells of a row as XML."""
        for cell in row:
            if cell.tag in _CELLS and not self._looks.is_left_out(cell):
                self._reach_down()
                self._cell(cell, look, shade)
        self._reach_down()
        return self._cells

    def _reach_down(self) -> None:
        """Put in the cells that hang down from above at this place."""
        while self._column in self._above:
            left = self._above[self._column]
            self._cells.append(self._pen.cell([], left.columns, down="continue"))
            if left.rows > 1:
                self.below[self._column] = left._replace(rows=left.rows - 1)
            self._column += left.columns

    def _cell(self, cell: Element, look: str, shade: str) -> None:
        columns = max(1, integer(cell.get("colspan"), 1))
        rows = integer(cell.get("rowspan"), 1)
        own = self._looks.shade(cell) or shade
        down: Merge | None = "restart" if rows > 1 else None
        blocks = self._blocks(cell, self._looks.within(cell, look) + own)
        self._cells.append(self._pen.cell(blocks, columns, down=down, shade=own))
        if rows > 1:
            self.below[self._column] = _HangingCell(rows - 1, columns)
        self._column += columns
