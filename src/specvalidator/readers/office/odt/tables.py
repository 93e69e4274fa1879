"""The tables of OpenDocument: spans, covered cells and repetitions as the merges of Word."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from specvalidator.readers.office.odt.names import TABLE
from specvalidator.readers.office.odt.styles import OdtStyles
from specvalidator.readers.office.pen import MarkupPen, Merge
from specvalidator.readers.word.ooxml import integer
from specvalidator.readers.xml import Element

_ROW = TABLE + "table-row"
_CELL = TABLE + "table-cell"
_COVERED = TABLE + "covered-table-cell"
_STYLE = TABLE + "style-name"
_GROUPS = frozenset(
    TABLE + name
    for name in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns")
)

_BEYOND_BELIEF = 10**9

Blocks = Callable[[Element], list[str]]
"""Gives the blocks of a cell as XML."""


class _HangingSpan(NamedTuple):
    """A cell that reaches further down."""

    rows: int
    columns: int


def table(element: Element, pen: MarkupPen, styles: OdtStyles, blocks: Blocks) -> str:
    """Return a table as XML."""
    shade = styles.shade("table", element.get(_STYLE))
    rows: list[str] = []
    hanging: dict[int, _HangingSpan] = {}
    for row in _rows(element):
        own = styles.shade("table-row", row.get(_STYLE)) or shade
        for _ in range(_times(row.get(TABLE + "number-rows-repeated"))):
            line = _OdtRow(pen, styles, blocks, own, hanging)
            rows.append(pen.row(line.cells(row)))
            hanging = line.below
    return pen.table(rows)


def _times(said: str | None) -> int:
    """Return how often a row or cell stands there; what is beyond belief is still counted."""
    if said is None or not said.isdecimal():
        return 1
    return integer(said, _BEYOND_BELIEF)


def _rows(element: Element) -> Iterator[Element]:
    """Yield the rows of a table, groups of rows opened however deep."""
    pending = list(reversed(element))
    while pending:
        each = pending.pop()
        if each.tag == _ROW:
            if each.get(TABLE + "visibility", "visible") == "visible":
                yield each
        elif each.tag in _GROUPS:
            pending.extend(reversed(each))


class _OdtRow:
    """One row, and what hangs down into it and out of it."""

    def __init__(
        self,
        pen: MarkupPen,
        styles: OdtStyles,
        blocks: Blocks,
        shade: str,
        above: dict[int, _HangingSpan],
    ) -> None:
        self._pen = pen
        self._styles = styles
        self._blocks = blocks
        self._shade = shade
        self._above = above
        self.below: dict[int, _HangingSpan] = {}
        self._column = 0

    def cells(self, row: Element) -> list[str]:
        """Return the cells of a row as XML."""
        found: list[str] = []
        for cell in row:
            if cell.tag not in {_CELL, _COVERED}:
                continue
            for _ in range(_times(cell.get(TABLE + "number-columns-repeated"))):
                self._pen.count(1)
                if cell.tag == _CELL:
                    found.append(self._cell(cell))
                elif self._column in self._above:
                    found.append(self._covered(cell))
                self._column += 1
        return found

    def _cell(self, cell: Element) -> str:
        columns = max(1, integer(cell.get(TABLE + "number-columns-spanned"), 1))
        rows = integer(cell.get(TABLE + "number-rows-spanned"), 1)
        if rows > 1:
            self.below[self._column] = _HangingSpan(rows - 1, columns)
        shade = self._styles.shade("table-cell", cell.get(_STYLE)) or self._shade
        down: Merge | None = "restart" if rows > 1 else None
        return self._pen.cell(self._blocks(cell), columns, down=down, shade=shade)

    def _covered(self, cell: Element) -> str:
        left = self._above[self._column]
        if left.rows > 1:
            self.below[self._column] = left._replace(rows=left.rows - 1)
        return self._pen.cell(self._blocks(cell), left.columns, down="continue")
