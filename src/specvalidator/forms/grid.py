"""A ruled table whose rows may be divided at different places."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from docx.document import Document
from docx.table import Table, _Cell
from lxml import etree

from specvalidator.forms.paper import TEXT_WIDTH, element

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tc


class RowEdges(NamedTuple):
    """Where a row's cells end, in twentieths of a point from the table's left edge."""

    edges: tuple[int, ...]
    repeated: bool = False
    """On every page that the table reaches."""
    whole: bool = True
    """Kept on one page."""
    height: int = 567
    """Least height, in twentieths of a point."""


def ruled_table(document: Document, rows: Sequence[RowEdges]) -> list[list[_Cell]]:
    """Add a table as wide as the text and return its cells, row by row."""
    edges = sorted({0, TEXT_WIDTH}.union(*(row.edges for row in rows)))
    table = document.add_table(0, 0)
    table.style = "Table Grid"
    table.autofit = False
    body = table._tbl  # noqa: SLF001 - python-docx cannot divide rows differently
    for left, right in pairwise(edges):
        body.tblGrid.append(element("gridCol", w=right - left))
    body.tblPr.find(element("tblLook").tag).addprevious(_margins())
    cells = []
    for row in rows:
        line = _line(row)
        body.append(line)
        ends = (0, *row.edges)
        cells.append([_add_cell(table, line, edges, *ends_of) for ends_of in pairwise(ends)])
    return cells


def merge_down(cells: Sequence[_Cell]) -> None:
    """Make one cell of some that stand below each other."""
    for index, cell in enumerate(cells if len(cells) > 1 else ()):
        cell._tc.vMerge = "continue" if index else "restart"  # noqa: SLF001 - as above


def _margins() -> etree._Element:
    margins = element("tblCellMar")
    for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margins.append(element(side, w=width, type="dxa"))
    return margins


def _line(row: RowEdges) -> etree._Element:
    properties = element("trPr")
    if row.whole:
        properties.append(element("cantSplit"))
    properties.append(element("trHeight", val=row.height, hRule="atLeast"))
    if row.repeated:
        properties.append(element("tblHeader"))
    line = element("tr")
    line.append(properties)
    return line


def _add_cell(table: Table, line: etree._Element, edges: list[int], left: int, right: int) -> _Cell:
    properties = element("tcPr")
    properties.append(element("tcW", w=right - left, type="dxa"))
    span = edges.index(right) - edges.index(left)
    if span > 1:
        properties.append(element("gridSpan", val=span))
    properties.append(element("vAlign", val="center"))
    cell = element("tc")
    cell.extend([properties, element("p")])
    line.append(cell)
    return _Cell(cast("CT_Tc", cell), table)
