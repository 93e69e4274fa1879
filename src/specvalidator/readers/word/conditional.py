"""Which conditional formats of a table's style meet a cell (ISO/IEC 29500-1, 17.7.6)."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers.word.ooxml import VAL, W, integer
from specvalidator.readers.word.tables import CellGrid, GridCell
from specvalidator.readers.xml import Element

_USUAL = 0x04A0
"""What office programs take where a table does not say: first row, first column, rows in bands."""
_ON = frozenset({"1", "true", "on"})


class TablePart(NamedTuple):
    """The style of a table as far as it is about some of its cells."""

    style: str
    formats: tuple[str, ...] = ()
    """Types of the conditional formats that meet these cells; the last one wins."""


class Conditions(NamedTuple):
    """The conditional formats that a style has."""

    types: frozenset[str]
    rows_of_band: int = 1
    columns_of_band: int = 1


class TableLook(NamedTuple):
    """Which conditional formats of its style a table takes."""

    first_row: bool
    last_row: bool
    first_column: bool
    last_column: bool
    rows: bool
    """Rows in bands."""
    columns: bool

    def formats(self, box: GridCell, grid: CellGrid, of: Conditions) -> tuple[str, ...]:
        """Return the types of the formats that meet a cell, the weakest first."""
        return tuple(each for each in self._meeting(box, grid, of) if each in of.types)

    def _meeting(self, box: GridCell, grid: CellGrid, of: Conditions) -> Iterator[str]:
        first = self.first_row and box.row == 0
        last = self.last_row and box.row == grid.rows - 1
        left = self.first_column and box.column == 0
        right = self.last_column and box.column + box.column_span == grid.columns
        yield "wholeTable"
        if self.columns and not (left or right):
            band = (box.column - self.first_column) // of.columns_of_band
            yield f"band{band % 2 + 1}Vert"
        if self.rows and not (first or last):
            band = (box.row - self.first_row) // of.rows_of_band
            yield f"band{band % 2 + 1}Horz"
        if left or right:
            yield "firstCol" if left else "lastCol"
        if first or last:
            yield "firstRow" if first else "lastRow"
        if (first or last) and (left or right):
            yield f"{'n' if first else 's'}{'w' if left else 'e'}Cell"


def table_look(said: Element | None) -> TableLook:
    """Return the look that a `w:tblLook` says: attributes of their own before the sum of all."""
    flags = _USUAL if said is None else _hexadecimal(said.get(VAL))

    def is_on(name: str, flag: int) -> bool:
        own = None if said is None else said.get(W + name)
        return bool(flags & flag) if own is None else own in _ON

    return TableLook(
        first_row=is_on("firstRow", 0x20),
        last_row=is_on("lastRow", 0x40),
        first_column=is_on("firstColumn", 0x80),
        last_column=is_on("lastColumn", 0x100),
        rows=not is_on("noHBand", 0x200),
        columns=not is_on("noVBand", 0x400),
    )


def band_size(said: str | None) -> int:
    """Return of how many rows or columns a band is."""
    return max(1, integer(said, 1))


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0
