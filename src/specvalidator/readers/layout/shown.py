"""From the pages as they were read back to the sheets as they are displayed."""

from typing import NamedTuple

from specvalidator.document import Block, Cell, Paragraph, Table, UncertainWords
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box, place

Projection = tuple[float, ...]
"""Nine numbers, row by row: the matrix by which points of a page as it was read are displayed."""


class Origin(NamedTuple):
    """Where a page that was read is displayed."""

    sheet: int
    """The number of the file's page, from 1."""
    displayed: Frame
    read: Frame
    """How the page was turned for reading."""
    left: float
    """Where it begins on the sheet, as it was read."""
    projection: Projection | None = None
    """Of a picture that was laid flat for reading; None where pages are only turned."""

    @property
    def is_plain(self) -> bool:
        """Whether the page was read as it is displayed."""
        return self.displayed == self.read and not self.left and self.projection is None


class Origins:
    """The origins of all pages that were read, by number."""

    def __init__(self) -> None:
        self._pages: dict[int, Origin] = {}
        self.uncertain: list[UncertainWords] = []
        """What was recognised on them without much certainty, as displayed."""

    def add(self, number: int, origin: Origin) -> None:
        """Note where a page is displayed."""
        if number != origin.sheet or not origin.is_plain:
            self._pages[number] = origin

    @property
    def recognised(self) -> tuple[int, ...]:
        """The numbers of the file's pages that were recognised from a picture."""
        pages = self._pages.values()
        return tuple(sorted({each.sheet for each in pages if each.projection is not None}))

    def __bool__(self) -> bool:
        return bool(self._pages)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return blocks with their places as displayed."""
        return tuple(self._block(block) for block in blocks)

    def shown(self, where: PdfPlace) -> PdfPlace:
        """Return a place as displayed."""
        origin = self._pages.get(where.page)
        if origin is None:
            return where
        x0, y0, x1, y1 = where.box
        if origin.projection is not None:
            left = origin.left
            return place(origin.sheet, projected(origin.projection, (x0 + left, y0, x1 + left, y1)))
        corners = [
            origin.read.placed(x, y) for x, y in ((x0 + origin.left, y0), (x1 + origin.left, y1))
        ]
        xs, ys = zip(*corners, strict=True)
        return place(origin.sheet, origin.displayed.shown(min(xs), min(ys), max(xs), max(ys)))

    def _block(self, block: Block) -> Block:
        where = self._any(block.place)
        if isinstance(block, Paragraph):
            return block._replace(place=where)
        return Table(
            block.rows, block.columns, tuple(self._cell(cell) for cell in block.cells), where
        )

    def _cell(self, cell: Cell) -> Cell:
        return cell._replace(blocks=self.blocks(cell.blocks), place=self._any(cell.place))

    def _any(self, where: WordPlace | PdfPlace) -> WordPlace | PdfPlace:
        return self.shown(where) if isinstance(where, PdfPlace) else where


def projected(by: Projection, box: Box) -> Box:
    """Return the smallest upright box around a box that a matrix moves."""
    a, b, c, d, e, f, g, h, i = by
    x0, y0, x1, y1 = box
    points = []
    for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)):
        deep = g * x + h * y + i or 1.0
        points.append(((a * x + b * y + c) / deep, (d * x + e * y + f) / deep))
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
