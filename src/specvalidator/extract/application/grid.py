"""One table of the form as a grid in which labels and their neighbours are found."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Cell, Paragraph, Table
from specvalidator.extract.application.vocabulary import FIELDS, SECTIONS, Field, Section
from specvalidator.extract.lines import CellText, lines_of, squeezed

if TYPE_CHECKING:
    from specvalidator.extract.labels import FoundLabel

_SIGNATURE = "签"
"""负责人（签名） is no label of 负责人."""


class Label(NamedTuple):
    """A cell that only names what stands beside or below it."""

    field: Field | None
    section: Section | None
    written: str
    meant: str | None


class FormGrid:
    """A table's cells by row and column, with their texts and labels."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.cells = table.grid()
        self._texts: dict[int, CellText] = {}
        self._labels: dict[int, Label | None] = {}

    def text(self, cell: Cell) -> CellText:
        """Return the lines of a cell; nested tables are read on their own."""
        found = self._texts.get(id(cell))
        if found is None:
            blocks = [block for block in cell.blocks if isinstance(block, Paragraph)]
            found = self._texts[id(cell)] = CellText(cell, lines_of(blocks))
        return found

    def label(self, cell: Cell) -> Label | None:
        """Return what a cell is the label of, None where it is none."""
        if id(cell) not in self._labels:
            self._labels[id(cell)] = _label(squeezed(self.text(cell).text))
        return self._labels[id(cell)]

    def row(self, row: int) -> list[Cell]:
        """Return the cells that cover a row, from left to right, each once."""
        return _distinct(self.cells[row])

    def beginning(self, row: int) -> list[Cell]:
        """Return the cells that begin in a row."""
        return [cell for cell in self.row(row) if cell.row == row]

    def beside(self, cell: Cell) -> list[Cell]:
        """Return the cells to the right of a label, up to the next label."""
        found = []
        for each in _distinct(self.cells[cell.row][cell.column + cell.column_span :]):
            if self.label(each) is not None:
                break
            found.append(each)
        return found

    def below(self, cell: Cell) -> Cell | None:
        """Return the cell under a label, None where there is none or it is a label."""
        row = cell.row + cell.row_span
        under = self.cells[row][cell.column] if row < self.table.rows else None
        return under if under is not None and self.label(under) is None else None

    @cached_property
    def nested(self) -> tuple[Table, ...]:
        """The tables inside the cells of this one."""
        return tuple(
            block for cell in self.table.cells for block in cell.blocks if isinstance(block, Table)
        )


def _distinct(cells: list[Cell | None]) -> list[Cell]:
    return list(_each_once(cells))


def _each_once(cells: list[Cell | None]) -> Iterator[Cell]:
    last = None
    for cell in cells:
        if cell is not None and cell is not last:
            yield cell
        last = cell


def _label(text: str) -> Label | None:
    if not text or _SIGNATURE in text:
        return None
    field: FoundLabel[Field] | None = FIELDS.find(text)
    section: FoundLabel[Section] | None = SECTIONS.find(text)
    if field is not None and not (field.meant and section is not None):
        return Label(field.value, None, text, field.meant)
    return Label(None, section.value, text, section.meant) if section is not None else None
