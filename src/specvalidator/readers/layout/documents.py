"""The pages of a file → its document, put together over page breaks."""

from specvalidator.document import Block, Cell, Document, Paragraph, Table, paragraphs_of
from specvalidator.places import PdfPlace
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.margins import body_framed
from specvalidator.readers.layout.page import LayoutPage, RawCell, RawTable, place
from specvalidator.readers.layout.paragraphs import paragraphs_of_lines
from specvalidator.readers.layout.repeated import without_repeated
from specvalidator.readers.layout.shown import Origins
from specvalidator.readers.layout.stitch import consecutive, stitched

_LONGEST_LABEL = 24
"""Letters of a heading or label."""
Unread = tuple[str, PdfPlace | None]


def document_of(
    pages: list[LayoutPage],
    origins: Origins,
    media_type: str,
    unread: list[Unread],
    distances: Distances,
) -> Document:
    """Return the document that pages make: running heads and feet are left out.

    Args:
        pages: in the order of reading.
        origins: where they are displayed.
        media_type: of the file.
        unread: what of the file could not be read, beside what its pages say themselves.
        distances: by which paragraphs and tables are told apart.
    """
    pages = body_framed(without_repeated(pages), distances.padding)
    unread = unread + [(said, origins.shown(at)) for page in pages for said, at in page.unread]
    left_out = tuple(
        (said, origins.shown(at), text) for page in pages for said, at, text in page.left_out
    )
    blocks: list[Block] = []
    for stretch in consecutive(stitched(pages, distances)):
        if isinstance(stretch, RawTable):
            blocks += _table(stretch, distances)
        else:
            blocks += paragraphs_of_lines(stretch, distances)
    shown = origins.blocks(tuple(blocks)) if origins else tuple(blocks)
    return Document(
        shown,
        media_type,
        (*unread, *_garbled(shown)),
        left_out,
        recognised=origins.recognised,
        uncertain=tuple(origins.uncertain),
    )


def is_scan(pages: list[LayoutPage]) -> bool:
    """Tell whether pages hold pictures of text, and nothing else."""
    return any(page.scanned for page in pages) and not any(page.items for page in pages)


def _garbled(blocks: tuple[Block, ...]) -> list[tuple[str, PdfPlace]]:
    """Return the first label that cannot be made out, if any: what stands under it is not known."""
    return [
        ("garbled-text", each.place)
        for each in paragraphs_of(blocks)
        if each.unread == "garbled"
        and len(each.text) <= _LONGEST_LABEL
        and isinstance(each.place, PdfPlace)
    ][:1]


def _table(raw: RawTable, distances: Distances) -> list[Block]:
    """Return a table; a lone box around text is a frame, so its text stands for itself."""
    cells = [_cell(cell, distances) for cell in raw.cells]
    if len(cells) == 1:
        return list(cells[0].blocks)
    return [Table(raw.rows, raw.columns, tuple(cells), place(raw.page, raw.box))]


def _cell(raw: RawCell, distances: Distances) -> Cell:
    found: list[Block] = list(paragraphs_of_lines(raw.lines, distances)) if raw.lines else []
    for table in raw.tables:
        found += _table(table, distances)
    if raw.tables:
        found.sort(key=_from_top)
    where = place(raw.page, raw.box)
    if not found:
        # As in Word, an empty cell holds an empty paragraph: the place of what is missing.
        found = [Paragraph("", where)]
    return Cell(raw.row, raw.column, raw.row_span, raw.column_span, tuple(found), where)


def _from_top(block: Block) -> tuple[int, float]:
    where = block.place
    return (where.page, where.box[1]) if isinstance(where, PdfPlace) else (0, 0.0)
