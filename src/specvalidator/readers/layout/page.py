"""What stands on a page: pieces of text, lines, tables; boxes are as displayed, in points."""

from dataclasses import dataclass, field
from typing import NamedTuple

from specvalidator.document import Unread
from specvalidator.places import PdfPlace

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 from the displayed page's top left corner."""


class RuledLine(NamedTuple):
    """A drawn line, horizontal or vertical."""

    at: float
    """y of a horizontal line, x of a vertical one."""
    start: float
    end: float


class LayoutPiece(NamedTuple):
    """Characters that follow each other without a space or a jump."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    """Height of the letters (em)."""
    lead: str = ""
    """White space typed before it on the same line; gaps that nobody typed are not here."""
    turn: int = 0
    """Degrees that the text is turned clockwise on the displayed page: 0, 90, 180 or 270."""
    hidden: bool = False
    """In the file, but not to be seen on the page."""
    unread: Unread | None = None
    """A picture stands here; `text` is then empty."""
    struck: bool = False
    """A line is drawn through it."""


class LayoutLine(NamedTuple):
    """A line of text within one cell or within the body of a page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    page: int
    """From 1."""
    left: float
    """Where the text of the cell or the body may begin."""
    right: float
    """Where it must end."""
    hidden: bool = False
    unread: Unread | None = None

    @property
    def box(self) -> Box:
        """The line's box on its page."""
        return (self.x0, self.y0, self.x1, self.y1)


@dataclass(slots=True)
class RawCell:
    """A cell while tables are put together: its lines are not yet paragraphs."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    page: int
    lines: list[LayoutLine] = field(default_factory=list)
    tables: list["RawTable"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text without white space, to compare cells by."""
        return "".join("".join(line.text for line in self.lines if not line.hidden).split())


def lowest_of(cells: list[RawCell], rows: int) -> list[RawCell]:
    """Return the cells that end with the last of so many rows, from the left."""
    ends = [cell for cell in cells if cell.row + cell.row_span == rows]
    return sorted(ends, key=_column)


def _column(cell: RawCell) -> int:
    return cell.column


@dataclass(slots=True)
class RawTable:
    """A table on one page, or stitched from several."""

    edges: list[float]
    """x of the column edges, one more than there are columns."""
    rows: int
    cells: list[RawCell]
    """In reading order."""
    box: Box
    page: int
    last_page: int = field(init=False)
    last_bottom: float = field(init=False)
    """Where its last part ends on its last page."""
    lowest: list[RawCell] = field(init=False)
    """The cells that end with its last row, from the left."""
    merging: set[tuple[int, int]] = field(init=False)
    """Column and width of the cells that are merged over several rows."""
    ruled: bool = True
    """Drawn with lines; otherwise its columns are only aligned."""
    open_below: bool = False
    """Its lines run on below its last row: the row was cut by the page's end."""

    def __post_init__(self) -> None:
        """Begin as a table on one page."""
        self.last_page, self.last_bottom = self.page, self.box[3]
        self.lowest = lowest_of(self.cells, self.rows)
        self.merging = {(cell.column, cell.column_span) for cell in self.cells if cell.row_span > 1}

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1


Item = LayoutLine | RawTable
"""What follows each other in a page's body."""


LeftOut = tuple[str, PdfPlace, str]
"""A word for why text was left out, its place, and the text."""


class LayoutPage(NamedTuple):
    """A page as it was read, before pages are put together."""

    number: int
    width: float
    height: float
    items: list[Item]
    unread: list[tuple[str, PdfPlace]]
    """What of the page could not be read: a word, and its place."""
    left_out: list[LeftOut]
    """What of the page is no part of its text."""
    scanned: bool
    """An image instead of text."""
    frames: tuple[Box, ...] = ()
    """Boxes drawn around text and tables, which end the lines in them."""


def place(page: int, box: Box) -> PdfPlace:
    """Return the place, to a hundredth of a point."""
    x0, y0, x1, y1 = box
    # To the nearest hundredth, in a fifth of the time that round() takes.
    return PdfPlace(
        page=page,
        box=(
            (x0 * 100 + 0.5) // 1 / 100,
            (y0 * 100 + 0.5) // 1 / 100,
            (x1 * 100 + 0.5) // 1 / 100,
            (y1 * 100 + 0.5) // 1 / 100,
        ),
    )


def around(boxes: list[Box]) -> Box:
    """Return the smallest box around all of them."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
