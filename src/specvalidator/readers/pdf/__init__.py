"""PDF → Document: text and ruled lines of each page, put together over page breaks."""

from specvalidator.document import Block, Cell, Document, Paragraph, Table, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.places import PdfPlace
from specvalidator.readers import RecognisedFile
from specvalidator.readers.formats import PDF
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.pdf.layout import LayoutPage, RawCell, RawTable, place
from specvalidator.readers.pdf.opening import opened
from specvalidator.readers.pdf.pages import PageReader
from specvalidator.readers.pdf.paragraphs import paragraphs_of_lines
from specvalidator.readers.pdf.repeated import without_repeated
from specvalidator.readers.pdf.settings import DISTANCES, LIMITS, Distances, PdfLimits, PdfMeter
from specvalidator.readers.pdf.stitch import body_framed, consecutive, stitched
from specvalidator.wording import Words

__all__ = ["PdfLimits", "read", "read_pdf"]

_LONGEST_LABEL = 24
"""Letters of a heading or label."""


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return the document that a PDF holds; errors as `read_pdf`."""
    return read_pdf(file.data, limits.pdf, meter.pdf)


def read_pdf(data: bytes, limits: PdfLimits = LIMITS, meter: PdfMeter | None = None) -> Document:
    """Return the document that a PDF holds.

    Tables and paragraphs over several pages are one; running heads and feet, page numbers and
    watermarks are left out. Places are boxes in points from the displayed page's top left.

    Raises:
        UnreadableFile: `encrypted`, `corrupt`, `too-large`, or `unreadable` when every page
            is a scan.
    """
    unread: list[tuple[str, PdfPlace | None]]
    meter = meter or PdfMeter(limits)
    with opened(data, limits, meter) as pdf:
        reader = PageReader(pdf, data, limits, meter, DISTANCES)
        read = [reader.read(index) for index in range(pdf.pages)]
        unread = [(word, None) for word in pdf.notes]
    pages = [page for sheet in read for page in sheet]
    origins = reader.origins
    unread += [("damaged", place(k, (0, 0, 0, 0))) for k, sheet in enumerate(read, 1) if not sheet]
    _refuse_unreadable(pages)
    pages = body_framed(without_repeated(pages))
    unread += [(said, origins.shown(at)) for page in pages for said, at in page.unread]
    left_out = tuple(
        (said, origins.shown(at), text) for page in pages for said, at, text in page.left_out
    )
    blocks: list[Block] = []
    for stretch in consecutive(stitched(pages, DISTANCES)):
        if isinstance(stretch, RawTable):
            blocks += _table(stretch, DISTANCES)
        else:
            blocks += paragraphs_of_lines(stretch, DISTANCES)
    shown = origins.blocks(tuple(blocks)) if origins else tuple(blocks)
    unread += _garbled(shown)
    return Document(shown, PDF.media_type, tuple(unread), left_out)


def _garbled(blocks: tuple[Block, ...]) -> list[tuple[str, PdfPlace]]:
    """Return the first label that cannot be made out, if any: what stands under it is not known."""
    return [
        ("garbled-text", each.place)
        for each in paragraphs_of(blocks)
        if each.unread == "garbled"
        and len(each.text) <= _LONGEST_LABEL
        and isinstance(each.place, PdfPlace)
    ][:1]


def _refuse_unreadable(pages: list[LayoutPage]) -> None:
    if not pages:
        raise UnreadableFile(
            "corrupt",
            Words(
                "PDF文件已损坏，一页也无法读取；请重新导出后再提交。",
                "The PDF is damaged: not one page can be read. Export it again.",
            ),
        )
    if any(page.scanned for page in pages) and not any(page.items for page in pages):
        raise UnreadableFile(
            "unreadable",
            Words(
                "PDF是扫描件，只有图像没有文字，无法检查；请提交Word文件，或由Word导出的PDF。",
                "The PDF is a scan: images without text, which cannot be checked. "
                "Hand in the Word file, or a PDF exported from Word.",
            ),
        )


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
