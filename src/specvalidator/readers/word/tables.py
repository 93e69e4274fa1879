"""The grid of a table: where each cell lies once merged cells are joined."""

from typing import Literal, NamedTuple

from specvalidator.readers.word.geometry import is_narrow, is_row_unseen, margin_of_cells
from specvalidator.readers.word.ooxml import (
    CELL,
    ROW,
    SHADING,
    VAL,
    W,
    child_of,
    children_of,
    integer,
    leading,
)
from specvalidator.readers.word.wrappers import Wrappings
from specvalidator.readers.xml import Element

_ROW_PROPERTIES = W + "trPr"
_CELL_PROPERTIES = W + "tcPr"
_DELETED_ROW = W + "del"
_DELETED_CELL = W + "cellDel"
_QUIET = frozenset(
    W + name for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "bookmarkStart", "bookmarkEnd")
)
"""The most common of what stands between rows and cells and shows nothing."""
_TRACKED_MERGE = W + "cellMerge"
_SPAN = W + "gridSpan"
_BEFORE = W + "gridBefore"
_WIDTH = W + "tcW"
_MARGINS = W + "tcMar"
_LAYOUT = W + "tblLayout"
_KIND = W + "type"
_W = W + "w"
_WIDE = 4
"""Digits of a width that shows text whatever the margins are."""
_COLUMNS = f"{W}tblGrid/{W}gridCol"
_DOWN = W + "vMerge"
_ACROSS = W + "hMerge"

Merge = Literal["start", "more"]
"""A cell opens a merged area, or belongs to one that was opened before."""

_TRACKED: dict[str | None, Merge] = {"rest": "start", "cont": "more"}


class GridCell:
    """One cell of the grid, growing while rows are laid out; rows and columns from 0."""

    # Class attributes hold what most cells leave as it is.
    row_span = 1
    column_span = 1
    shading: Element | None = None
    width: Element | None = None
    margins: Element | None = None
    """Of its own."""
    down: Merge | None = None
    across: Merge | None = None
    is_deleted = False
    is_unseen = False

    def __init__(self, cell: Element, row: int, column: int) -> None:
        self.cell = cell
        self.row = row
        self.column = column
        self.covered: list[Element] = []
        """Cells that this one lies over: the file holds their text, the page does not show it."""
        properties = leading(cell, _CELL_PROPERTIES)
        for each in () if properties is None else children_of(properties):
            name = each.tag
            if name == _DOWN:
                self.down = _merge(each)
            elif name == _SPAN:
                self.column_span = integer(each.get(VAL), 1)
            elif name == SHADING:
                self.shading = each
            elif name == _WIDTH:
                self.width = each
            elif name == _MARGINS:
                self.margins = each
            elif name == _ACROSS:
                self.across = _merge(each)
            elif name == _TRACKED_MERGE:
                self.down = _TRACKED.get(each.get(_DOWN))
            elif name == _DELETED_CELL:
                self.is_deleted = True


class CellGrid(NamedTuple):
    """A table laid out."""

    rows: int
    columns: int
    boxes: list[GridCell]
    """By row, then column."""
    is_cut: bool
    """Some cell reached beyond the columns that are allowed."""
    strange: int = 0
    """How many visible things stand between rows or cells and are no text."""


class _GridRow(NamedTuple):
    boxes: list[GridCell]
    end: int
    is_cut: bool
    strange: int


def laid_out(table: Element, most_columns: int, wrappings: Wrappings) -> CellGrid:
    """Return the grid of a `w:tbl`, deleted rows and cells left out.

    A cell that continues one above lies under it only where both begin and end in the same
    columns; otherwise it stands for itself, so that no text is lost.
    """
    boxes: list[GridCell] = []
    above: dict[int, GridCell] = {}
    rows = columns = strange = 0
    is_cut = False
    for row in wrappings.children(table):
        if row.tag != ROW:
            strange += row.tag not in _QUIET and _is_strange(row, wrappings)
            continue
        line = _line(row, rows, most_columns, wrappings)
        if line is None:
            continue
        merged: dict[int, GridCell] = {}
        for box in line.boxes:
            upper = above.get(box.column) if box.down == "more" else None
            if upper is not None and upper.column_span == box.column_span:
                upper.row_span += 1
                upper.covered += [box.cell, *box.covered]
                merged[box.column] = upper
            else:
                boxes.append(box)
                if box.down is not None:
                    merged[box.column] = box
        above = merged
        columns = max(columns, line.end)
        is_cut = is_cut or line.is_cut
        strange += line.strange
        rows += 1
    return CellGrid(rows, columns, boxes, is_cut, strange)


def hide_narrow_cells(table: Element, properties: Element, grid: CellGrid) -> None:
    """Take cells of a `w:tbl` for unseen that are too narrow for a letter, where it fixes widths.

    `properties` are its `w:tblPr`.
    """
    layout = child_of(properties, _LAYOUT)
    if layout is None or layout.get(_KIND) != "fixed":
        return
    margin = margin_of_cells(properties)
    columns = [integer(each.get(_W), 0) for each in table.iterfind(_COLUMNS)]
    narrow = [
        box
        for box in grid.boxes
        if (box.width is None or len(box.width.get(_W) or "") < _WIDE)  # as hardly any
        and is_narrow(_width(box, columns), 0 if box.margins is not None else margin)
    ]
    if len(narrow) < len(grid.boxes):  # else the widths are not meant
        for box in narrow:
            box.is_unseen = True


def _width(box: GridCell, columns: list[int]) -> int:
    """Return the width of a cell in twips, 0 where nothing says it."""
    if box.width is None:
        return sum(columns[box.column : box.column + box.column_span])
    return integer(box.width.get(_W), 0) if box.width.get(_KIND) in {None, "dxa"} else 0


def _is_strange(element: Element, wrappings: Wrappings) -> bool:
    """Say whether something that is no row and no cell may be seen."""
    from specvalidator.readers.word.elements import SILENT_TAGS  # noqa: PLC0415 - few documents need it

    return element.tag not in SILENT_TAGS and not wrappings.is_ignored(element)


def _line(row: Element, index: int, most_columns: int, wrappings: Wrappings) -> _GridRow | None:
    """Lay out the cells of one row; a width that cannot be is taken for one column.

    A deleted row gives None.
    """
    boxes: list[GridCell] = []
    is_cut = is_unseen = False
    column = strange = 0
    for cell in wrappings.children(row):
        name = cell.tag
        if name == _ROW_PROPERTIES:
            said = {each.tag: each for each in reversed(children_of(cell))}
            if _DELETED_ROW in said:
                return None
            is_unseen = is_row_unseen(said)
            if not boxes:  # properties behind a cell, which Word never writes, move nothing
                before = said.get(_BEFORE)
                column = 0 if before is None else integer(before.get(VAL), 0)
                is_cut = not 0 <= column < most_columns
                column = 0 if is_cut else column
        if name != CELL:
            strange += name not in _QUIET and _is_strange(cell, wrappings)
            continue
        box = GridCell(cell, index, column)
        box.is_unseen = is_unseen
        if box.is_deleted:
            continue
        room = most_columns - column
        if not 1 <= box.column_span <= room:
            is_cut = is_cut or box.column_span != 0
            box.column_span = 1
        if room == 0:
            continue
        column += box.column_span
        if box.across == "more" and boxes:
            boxes[-1].column_span += box.column_span
            boxes[-1].covered.append(cell)
        else:
            boxes.append(box)
    return _GridRow(boxes, column, is_cut, strange)


def _merge(element: Element) -> Merge:
    return "start" if element.get(VAL) == "restart" else "more"
