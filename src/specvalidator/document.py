"""A file as text with places: what readers give and extraction reads. Nothing here is judged."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeVar

from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind
from specvalidator.models.base import Record
from specvalidator.places import PdfPlace, WordPlace

T = TypeVar("T")

Unread = Literal["picture", "drawing", "object", "field", "garbled", "unseen", "covered"]
"""Why visible content has no text: a picture, strokes drawn by hand or by a program, an embedded
object, a field or control whose content cannot be told, letters without a meaning; or why text does
not count: it cannot be seen, because of what lies over it (`covered`) or by itself (`unseen`)."""


class Paragraph(NamedTuple):
    """One paragraph as a reader of the page sees it."""

    text: str
    """Visible text, automatic number first; tabs are `\\t`, line breaks `\\n`."""
    place: WordPlace | PdfPlace
    label: str = ""
    """The automatic number that `text` begins with, such as `（一）`; "" when typed or none."""
    level: int | None = None
    """Outline level, 0 for 标题 1 and titles; None for body text."""
    unread: Unread | None = None
    """Something visible stands here that is not in `text`."""
    hidden: str = ""
    """Text that the file holds but the page does not show; not part of `text`."""


class Cell(NamedTuple):
    """One cell of a table's grid, merged cells once; rows and columns count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: "tuple[Paragraph | Table, ...]"
    place: WordPlace | PdfPlace

    @property
    def text(self) -> str:
        """Visible text, one line for each paragraph, nested tables included."""
        return "\n".join(paragraph.text for paragraph in paragraphs_of(self.blocks))


class Table(NamedTuple):
    """A grid of cells; every place of the grid belongs to at most one cell."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    """In reading order: by row, then column."""
    place: WordPlace | PdfPlace

    def grid(self) -> list[list[Cell | None]]:
        """Return rows of columns; a merged cell stands at each place it covers, None is a hole."""
        return self.grid_of(self.cells)

    def grid_of(self, known: Iterable[T]) -> list[list[T | None]]:
        """Return the same of what is known of each cell."""
        grid: list[list[T | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell, of_cell in zip(self.cells, known, strict=True):
            first, width = cell.column, cell.column_span
            for row in grid[cell.row : cell.row + cell.row_span]:
                row[first : first + width] = [of_cell] * width
        return grid


Block = Paragraph | Table


class UncertainWords(NamedTuple):
    """Words that were recognised from a picture without much certainty."""

    text: str
    place: PdfPlace


class Document(NamedTuple):
    """A whole file: its blocks in reading order, and what of it could not be read."""

    blocks: tuple[Block, ...]
    media_type: str
    unread: tuple[tuple[str, WordPlace | PdfPlace | None], ...] = ()
    """Parts of the file whose content is not in `blocks`: a word for what it is, and its place."""
    left_out: tuple[tuple[str, WordPlace | PdfPlace, str], ...] = ()
    """Text on the page that is no part of what it says, such as a watermark: a word for what it
    is, its place, and the text."""
    margins: tuple[str, ...] = ()
    """Lines of the headers and footers of its pages, which are no part of `blocks`."""
    recognised: tuple[int, ...] = ()
    """Pages, from 1, whose text was recognised from a picture: it may be misread, so that nothing
    that rests on it is held against anybody without a look at the picture."""
    uncertain: tuple[UncertainWords, ...] = ()
    """What on those pages is likelier than the rest to be misread; the rest may be misread, too."""
    before: "Document | None" = None
    """The same file without our own suggestions, where it holds any: `blocks` has them accepted."""

    @property
    def own(self) -> "Document":
        """What the author wrote, our suggestions left out."""
        return self.before or self


class Enclosure(NamedTuple):
    """One file of a folder or an archive as it was read: a document, a picture, or neither."""

    name: str
    """Path inside the folder or archive, with / on every system."""
    sha256: str | None = None
    """Digest of the bytes in hexadecimal, None where nothing was read."""
    size: int | None = None
    """Bytes."""
    document: Document | None = None
    picture: str | None = None
    """Format of the picture that the file is, such as PNG; `document` is what was read on it."""
    error: UnreadableFile | None = None
    """Why there is neither a document nor a picture."""
    opaque: bool = False
    """It may hold a document or pictures that could not be looked at."""
    litter: bool = False
    """A system or a program left it there; it was not looked at."""
    record: tuple[Kind, Record] | None = None
    """The record that a file in JSON is, and its kind."""
    is_paper: bool = False
    """A picture that may show a page with writing, which was not read."""


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, those of tables and nested tables included."""
    pending = list(reversed(blocks))
    while pending:
        block = pending.pop()
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in reversed(block.cells):
                pending.extend(reversed(cell.blocks))
