"""A document as it was read, laid out for a page: paragraphs and tables, marked at the findings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from specvalidator.document import Block, Cell, Document, Paragraph, Table, Unread
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.reports.html.cards import Card
from specvalidator.reports.html.marks import MarkedStretch, MarkedText


class Run(NamedTuple):
    """Text of which every letter is about the same findings."""

    text: str
    cards: tuple[Card, ...] = ()
    ends: tuple[Card, ...] = ()
    """Findings whose words end here."""


class SheetLine(NamedTuple):
    """A paragraph."""

    runs: tuple[Run, ...]
    label: str
    """The automatic number before it."""
    level: int | None
    unread: Unread | None
    hidden: str
    cards: Sequence[Card]
    """Findings that are about all of it."""
    ends: Sequence[Card]
    """Findings that are pinned here though they are about no words of it."""
    is_title: bool
    """It names the form."""


class SheetCell(NamedTuple):
    """A cell, or a hole in the grid, which has no blocks."""

    blocks: "tuple[SheetLine | SheetTable, ...]" = ()
    row_span: int = 1
    column_span: int = 1
    cards: Sequence[Card] = ()


class SheetTable(NamedTuple):
    """A table."""

    rows: tuple[tuple[SheetCell, ...], ...]


def sheet_of(document: Document, marks: MarkedText) -> tuple[SheetLine | SheetTable, ...]:
    """Lay out a document with what `marks` says of its paragraphs, in the order of reading."""
    return tuple(_Layout(marks).blocks(document.blocks))


class _Layout:
    def __init__(self, marks: MarkedText) -> None:
        self._marks = marks
        self._number = 0
        """Of the next paragraph among all."""

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[SheetLine | SheetTable]:
        for block in blocks:
            yield self._line(block) if isinstance(block, Paragraph) else self._grid(block)

    def _line(self, paragraph: Paragraph) -> SheetLine:
        number = self._number
        self._number += 1
        label = paragraph.label
        return SheetLine(
            tuple(_runs(paragraph.text.removeprefix(label), self._marks.words.get(number, ()))),
            label,
            paragraph.level,
            paragraph.unread,
            paragraph.hidden,
            self._marks.whole.get(number, ()),
            self._marks.pinned.get(number, ()),
            number in self._marks.titles,
        )

    def _grid(self, table: Table) -> SheetTable:
        rows: list[tuple[SheetCell, ...]] = []
        below: list[tuple[int, int, int]] = []
        cells = iter(table.cells)
        cell = next(cells, None)
        for row in range(table.rows):
            taken = [each for each in below if each[2] > row]
            boxes: list[tuple[int, SheetCell]] = []
            below = list(taken)
            while cell is not None and cell.row == row:
                boxes.append((cell.column, self._box(cell)))
                below.append((cell.column, cell.column_span, row + cell.row_span))
                cell = next(cells, None)
            taken += [(column, box.column_span, 0) for column, box in boxes]
            boxes += _holes(sorted(taken), table.columns)
            rows.append(tuple(box for _, box in sorted(boxes, key=lambda each: each[0])))
        return SheetTable(tuple(rows))

    def _box(self, cell: Cell) -> SheetCell:
        blocks = list(self.blocks(cell.blocks))
        found = self._marks.cells.get(_key(cell.place), ())
        if found and blocks and isinstance(last := blocks[-1], SheetLine):
            blocks[-1] = last._replace(ends=(*last.ends, *found))
        return SheetCell(tuple(blocks), cell.row_span, cell.column_span, found)


def _key(place: WordPlace | PdfPlace) -> tuple[object, ...]:
    """Return what tells cells apart."""
    if isinstance(place, PdfPlace):
        return place.page, place.box
    return place.table, place.row, place.column


def _holes(taken: list[tuple[int, int, int]], columns: int) -> Iterator[tuple[int, SheetCell]]:
    """Yield boxes for the columns of a row in which no cell lies."""
    at = 0
    for column, span, _ in [*taken, (columns, 0, 0)]:
        if column > at:
            yield at, SheetCell(column_span=column - at)
        at = max(at, column + span)


def _runs(text: str, stretches: Sequence[MarkedStretch]) -> Iterator[Run]:
    """Cut a text where findings begin and end."""
    cuts = {0, len(text), *(at for each in stretches for at in (each.start, each.end))}
    for start, end in pairwise(sorted(cuts)):
        yield Run(
            text[start:end],
            tuple(each.card for each in stretches if each.start <= start and end <= each.end),
            tuple(each.card for each in stretches if each.is_last and each.end == end),
        )
