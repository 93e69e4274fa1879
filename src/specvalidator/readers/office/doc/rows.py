"""The tables of a .doc: where the cells of each row end, and which of them are merged."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from specvalidator.readers.office.columns import spans
from specvalidator.readers.office.doc.integers import i16, u16
from specvalidator.readers.office.doc.modifiers import Modifier
from specvalidator.readers.office.doc.paragraph_says import DocParagraph
from specvalidator.readers.office.doc.shading import shade
from specvalidator.readers.office.pen import MarkupPen, Merge

_FIRST_ACROSS, _ACROSS, _DOWN, _FIRST_DOWN = 1, 2, 32, 64
_IS_DOWN = _DOWN | _FIRST_DOWN
_MOVED, _MERGED_DOWN, _MERGED, _SPLIT, _WIDENED = 0x9601, 0xD62B, 0x5624, 0x5625, 0x7623
_SHADES = {0xD609: (2, 0), 0xD612: (10, 0), 0xD616: (10, 22), 0xD60C: (10, 44)}
"""Bytes of each shading, and the cell that the first is for."""
_ENTRY = 20
_TOLERANCE = 12
_USUAL_WIDTH = 1_000


class DocRow(NamedTuple):
    """How the cells of a row lie."""

    start: int
    """The left edge of the first cell, in twips."""
    widths: list[int]
    flags: list[int]
    shades: list[str]

    @property
    def edges(self) -> list[int]:
        """The edges of the cells, from the left."""
        found = [self.start]
        for width in self.widths:
            found.append(found[-1] + width)
        return found


@dataclass(slots=True)
class DocTable:
    """A table whose last row may be still to come."""

    rows: list[tuple[DocRow | None, list[list[str]], bool]] = field(default_factory=list)
    """How cells lie, their blocks, and whether the row is deleted."""
    cells: list[list[str]] = field(default_factory=list)
    """Of the row that is open."""
    cell: list[str] = field(default_factory=list)
    """Blocks of the cell that is open."""

    def end_cell(self) -> None:
        """Close the cell."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, says: DocRow | None, *, is_deleted: bool) -> None:
        """Close the row."""
        self.rows.append((says, self.cells, is_deleted))
        self.cells, self.cell = [], []

    def written(self, pen: MarkupPen) -> str:
        """Return the table as XML."""
        if self.cell:
            self.end_cell()
        if self.cells:
            self.end_row(None, is_deleted=False)
        says = _filled([(said, len(cells)) for said, cells, _ in self.rows])
        placed = spans([each.edges for each in says], _TOLERANCE)
        rows = [
            pen.row(_cells(pen, said, cells, at.widths), at.before, is_deleted=is_deleted)
            for said, at, (_, cells, is_deleted) in zip(says, placed, self.rows, strict=True)
        ]
        return pen.table(rows)


def _filled(rows: list[tuple[DocRow | None, int]]) -> list[DocRow]:
    """Return how rows lie; one that does not say it lies as the row above."""
    found: list[DocRow] = []
    for said, cells in rows:
        own = said if said is not None and len(said.widths) >= cells else None
        if own is None and found and len(found[-1].widths) == cells:
            own = found[-1]
        found.append(own or DocRow(0, [_USUAL_WIDTH] * cells, [0] * cells, [""] * cells))
    return found


def _cells(
    pen: MarkupPen, says: DocRow, cells: list[list[str]], widths: tuple[int, ...]
) -> list[str]:
    return [
        pen.cell(blocks, width, down=_down(flags), across=_across(flags), shade=shade)
        for blocks, width, flags, shade in zip(cells, widths, says.flags, says.shades, strict=False)
    ]


def _down(flags: int) -> Merge | None:
    kind = flags & _IS_DOWN
    return "restart" if kind == _IS_DOWN else "continue" if kind == _DOWN else None


def _across(flags: int) -> Merge | None:
    return "continue" if flags & _ACROSS else "restart" if flags & _FIRST_ACROSS else None


def row_says(says: DocParagraph) -> DocRow | None:
    """Return how the cells lie of the row that a paragraph ends, None where it does not say."""
    row = says.row
    count = row[0] if row else 0
    if not count or len(row) < 1 + 2 * (count + 1):
        return None
    edges = [i16(row, 1 + 2 * index) for index in range(count + 1)]
    widths = [end - start for start, end in pairwise(edges)]
    first = 3 + 2 * count
    flags = [
        u16(row, at) if (at := first + _ENTRY * index) + 2 <= len(row) else 0
        for index in range(count)
    ]
    found = DocRow(edges[0], widths, flags, [""] * count)
    for modifier in says.of_row:
        found = _changed(found, modifier)
    return found


def _changed(row: DocRow, modifier: Modifier) -> DocRow:
    code, value = modifier
    flags = row.flags
    if code in _SHADES:
        _shade(row, value, *_SHADES[code])
    elif code == _MOVED:
        return row._replace(start=i16(value, 0))
    elif code == _MERGED_DOWN and value[0] < len(flags):
        kind = {0: 0, 1: _DOWN}.get(value[1], _IS_DOWN)
        flags[value[0]] = flags[value[0]] & ~_IS_DOWN | kind
    elif code == _MERGED and value[0] < value[1] <= len(flags):
        flags[value[0]] |= _FIRST_ACROSS
        for index in range(value[0] + 1, value[1]):
            flags[index] |= _ACROSS
    elif code == _SPLIT:
        for index in range(value[0], min(value[1], len(flags))):
            flags[index] &= ~(_FIRST_ACROSS | _ACROSS)
    elif code == _WIDENED:
        for index in range(value[0], min(value[1], len(flags))):
            row.widths[index] = i16(value, 2)
    return row


def _shade(row: DocRow, value: bytes, size: int, first: int) -> None:
    for index in range(first, min(len(row.shades), first + len(value) // size)):
        at = size * (index - first)
        row.shades[index] = shade(value[at : at + size]) or row.shades[index]
