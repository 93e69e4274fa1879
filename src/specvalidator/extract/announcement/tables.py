"""Tables of an announcement: labels that head columns, and labels that stand before values."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.document import Cell, Table
from specvalidator.extract.announcement.vocabulary import AnnouncementSign, column_of
from specvalidator.extract.lines import squeezed
from specvalidator.extract.numbering import numbering_of

_LONGEST_LABEL = 18
_LEAST_COLUMNS = 2
_FIRST_ROWS = 4
"""Headings of columns stand in one of these."""


class Labelled(NamedTuple):
    """A label and the cells that it speaks of."""

    label: Cell
    sign: AnnouncementSign
    values: list[Cell]


def labelled_cells(table: Table) -> list[Labelled]:
    """Return the labels of a table with their values: those of columns, else those of rows."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return list(_columns(table, rows)) or list(_side_labels(table, rows))


def _columns(table: Table, rows: dict[int, list[Cell]]) -> Iterator[Labelled]:
    """Yield the labels that head columns, each with the cells below it."""
    for at in range(min(_FIRST_ROWS, table.rows - 1)):
        begun = rows.get(at, [])
        signs = [(cell, sign) for cell in begun if (sign := _sign_of(cell))]
        if len(signs) < _LEAST_COLUMNS or 2 * len(signs) < len(begun):
            continue
        below = rows.get(at + 1, [])
        if not below or _sign_of(below[0]):
            return
        for label, sign in signs:
            columns = range(label.column, label.column + label.column_span)
            cells = [cell for cell in table.cells if cell.row > at and cell.column in columns]
            yield Labelled(label, sign, cells)
        return


def _side_labels(table: Table, rows: dict[int, list[Cell]]) -> Iterator[Labelled]:
    """Yield the labels that stand before their values, each with the cells to its right."""
    signs = _without_values(
        rows, {id(cell): sign for cell in table.cells if (sign := _sign_of(cell))}
    )
    for label in table.cells:
        sign = signs.get(id(label))
        if sign is None:
            continue
        lines = range(label.row, label.row + label.row_span)
        right = [cell for at in lines for cell in rows.get(at, []) if cell.column > label.column]
        ends = [cell.column for cell in right if id(cell) in signs]
        last = min(ends, default=table.columns)
        values = [cell for cell in right if cell.column < last]
        if values:
            yield Labelled(label, sign, values)


def _without_values(
    rows: dict[int, list[Cell]], signs: dict[int, AnnouncementSign]
) -> dict[int, AnnouncementSign]:
    """Return the signs without those of values that sound like labels: 报名方式 | 现场报名.

    Beside a label stands its value, unless what stands there has a value of its own beside it.
    """
    left = dict(signs)
    for cells in rows.values():
        for before, cell, after in zip(cells, cells[1:], [*cells[2:], None], strict=False):
            has_value = after is not None and id(after) not in signs and after.text.strip()
            if id(before) in left and id(cell) in left and not has_value:
                del left[id(cell)]
    return left


def _sign_of(cell: Cell) -> AnnouncementSign | None:
    """Return what a cell says if it is the label of an item, None where it is anything else."""
    text = squeezed(cell.text)
    if not 0 < len(text) <= _LONGEST_LABEL:
        return None
    numbering = numbering_of(text)
    sign = column_of(text[numbering.end :] if numbering else text)
    return sign if sign and sign.items else None
