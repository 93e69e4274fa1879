"""One table of the form as a grid in which labels and their neighbours are found."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, get_args

from specvalidator.document import Cell, Paragraph, Table
from specvalidator.extract.application.vocabulary import (
    ApplicationWords,
    Field,
    Head,
    Rows,
    Section,
    words,
)
from specvalidator.extract.labels import LONGEST, SHORTEST_SLIP, folded
from specvalidator.extract.lines import CellText, split, squeezed

_SIGNATURE = "签"
"""负责人（签名） is no label of 负责人."""
_TABLES: tuple[Rows, ...] = get_args(Rows)
_FEWEST_HEADS = 3
_LONGEST_HEAD = 16


class CellLabel(NamedTuple):
    """What a cell is the label of that only names what stands beside or below it."""

    field: Field | None
    section: Section | None
    written: str
    meant: str | None


class FormCell(CellText):
    """A cell, its own lines, and what it is the label of; nested tables are read on their own."""

    __slots__ = ("column", "column_span", "folded", "label", "place", "row", "row_span", "squeezed")

    def __init__(self, cell: Cell, known: ApplicationWords) -> None:
        """Read a cell; its label is looked up once, as everything around it asks for it."""
        own = [block for block in cell.blocks if isinstance(block, Paragraph)]
        super().__init__(cell, [line for paragraph in own for line in split(paragraph)])
        self.row, self.column, self.row_span, self.column_span, _, self.place = cell
        self.squeezed = squeezed(self.text)
        self.folded = _key(self.squeezed, known)
        """As labels are compared; "" for what cannot be one."""
        self.label = _label(self.squeezed, self.folded, known) if self.folded else None
        """None where it is none."""

    @property
    def is_section(self) -> bool:
        """Whether it is the label of a part of the form."""
        return self.label is not None and self.label.section is not None


class ColumnHead(NamedTuple):
    """A cell that heads a column."""

    cell: FormCell
    meant: str | None
    """The heading that was meant, where what is written differs by a letter."""


class FormGrid:
    """A table's cells by row and column, each with its text and label."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.place = table.place
        self.words = words()
        """Those of the pack in force, asked for once."""
        self._all = [FormCell(cell, self.words) for cell in table.cells]
        self.cells = table.grid_of(self._all)
        self._beginning: list[list[FormCell]] = [[] for _ in self.cells]
        for cell in self._all:
            self._beginning[cell.row].append(cell)
        self._heads: dict[int, dict[Head, ColumnHead]] = {}

    def row(self, row: int) -> list[FormCell]:
        """Return the cells that cover a row, from left to right, each once."""
        return _each_once(self.cells[row])

    def beginning(self, row: int) -> list[FormCell]:
        """Return the cells that begin in a row."""
        return self._beginning[row]

    def heads(self, row: int) -> dict[Head, ColumnHead]:
        """Return the headings of columns that begin in a row, the first of each."""
        if row not in self._heads:
            found = self._heads[row] = {}
            for cell in self._beginning[row]:
                if cell.folded and len(cell.squeezed) <= _LONGEST_HEAD and not cell.is_section:
                    head = self.words.heads.of_key(cell.folded)
                    if head is not None:
                        found.setdefault(head.value, ColumnHead(cell, head.meant))
        return self._heads[row]

    def table_at(self, row: int) -> Rows | None:
        """Return which table has its headings in a row, None where the row has too few."""
        heads = self.heads(row)
        if len(heads) < _FEWEST_HEADS:
            return None
        named = {cell.label.section for cell in self.row(row) if cell.label}
        beside = next((rows for rows in _TABLES if rows in named), None)
        if beside is not None:  # the label at the side of the headings says which it is
            return beside
        if "trade" in heads or "certificate_number" in heads:
            return "examiners"
        return "equipment" if "thing" in heads and "name" not in heads else "managers"

    def beside(self, cell: FormCell) -> list[FormCell]:
        """Return the cells to the right of a label, up to the next label."""
        found = []
        for each in _each_once(self.cells[cell.row][cell.column + cell.column_span :]):
            if each.label is not None:
                break
            found.append(each)
        return found

    def below(self, cell: FormCell) -> FormCell | None:
        """Return the cell under a label, None where there is none or labels stand in its row."""
        row = cell.row + cell.row_span
        under = self.cells[row][cell.column] if row < self.table.rows else None
        return None if under is None or any(each.label for each in self.row(row)) else under

    @cached_property
    def nested(self) -> "tuple[FormGrid, ...]":
        """The tables inside the cells of this one."""
        return tuple(
            FormGrid(block)
            for cell in self.table.cells
            for block in cell.blocks
            if isinstance(block, Table)
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """The parts of the form that it has labels of, tables inside it included."""
        found = {
            str(cell.label.field or cell.label.section) if cell.label else "title"
            for cell in self._all
            if cell.label or self.words.title.search(cell.squeezed)
        }
        if any(self.table_at(row) == "examiners" for row in range(self.table.rows)):
            found.add("examiners")
        return frozenset().union(found, *(grid.labels for grid in self.nested))


FormPart = Paragraph | FormGrid
"""What a form consists of, in reading order."""


def is_title(part: FormPart) -> bool:
    """Say whether a part of a form is the paragraph that names it."""
    return isinstance(part, Paragraph) and words().title.search(squeezed(part.text)) is not None


def _each_once(cells: Sequence[FormCell | None]) -> list[FormCell]:
    return list(dict.fromkeys(filter(None, cells)))


def _key(text: str, known: ApplicationWords) -> str:
    if not text or len(text) > LONGEST:
        return ""
    key = folded(text)
    return key if len(key) >= SHORTEST_SLIP or key in known.short else ""


def _label(text: str, key: str, known: ApplicationWords) -> CellLabel | None:
    if _SIGNATURE in text:
        return None
    field = known.fields.of_key(key)
    section = known.sections.of_key(key)
    if field is not None and not (field.meant and section is not None):
        return CellLabel(field.value, None, text, field.meant)
    return CellLabel(None, section.value, text, section.meant) if section is not None else None
