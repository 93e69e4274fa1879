"""The tables of an RTF file: rows say where their cells end, and which of them are merged."""

from dataclasses import dataclass, field
from typing import NamedTuple

from specvalidator.readers.office.columns import spans
from specvalidator.readers.office.pen import MarkupPen, Merge

_TOLERANCE = 18
_USUAL_WIDTH = 1_000
_MOST_CELLS = 256


class CellSays(NamedTuple):
    """What a cell says of itself before its edge is named."""

    down: Merge | None = None
    across: Merge | None = None
    shade: str = ""


@dataclass(slots=True)
class RtfRow:
    """How the cells of a row lie, as far as it was said."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    """Right edges, in twips."""
    cells: list[CellSays] = field(default_factory=list)
    now: CellSays = field(default_factory=CellSays)

    def end_cell(self, edge: int) -> None:
        """Take in the right edge of a cell."""
        if len(self.edges) < _MOST_CELLS:
            self.edges.append(edge)
            self.cells.append(self.now)
        self.now = CellSays()


class _RtfOpenRow(NamedTuple):
    edges: tuple[int, ...]
    says: tuple[CellSays, ...]
    cells: list[list[str]]


@dataclass(slots=True)
class RtfTable:
    """A table whose last row may be still to come."""

    rows: list[_RtfOpenRow] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)

    def end_cell(self) -> None:
        """Close the cell."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, says: RtfRow) -> None:
        """Close the row; cells that it does not speak of stand side by side."""
        if not self.cells:
            return
        count = len(self.cells)
        edges, said, left = says.edges, says.cells, says.left
        if len(edges) < count:
            edges = [_USUAL_WIDTH * (index + 1) for index in range(count)]
            said, left = [CellSays()] * count, 0
        start = min(left, edges[0] - 1)
        self.rows.append(_RtfOpenRow((start, *edges), tuple(said), self.cells))
        self.cells, self.cell = [], []

    def written(self, pen: MarkupPen) -> str:
        """Return the table as XML."""
        if self.cell:
            self.end_cell()
        self.end_row(RtfRow())
        placed = spans([row.edges for row in self.rows], _TOLERANCE)
        return pen.table(
            pen.row(
                [
                    pen.cell(blocks, width, down=own.down, across=own.across, shade=own.shade)
                    for blocks, width, own in zip(row.cells, at.widths, row.says, strict=False)
                ],
                at.before,
            )
            for row, at in zip(self.rows, placed, strict=True)
        )
