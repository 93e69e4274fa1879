"""PDF → Document: text and ruled lines of each page, put together over page breaks."""

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.readers import RecognisedFile
from specvalidator.readers.formats import PDF
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.documents import Unread, document_of, is_scan
from specvalidator.readers.layout.page import LayoutPage, place
from specvalidator.readers.limits import DEFAULT, Limits, PdfLimits
from specvalidator.readers.meter import Meter, PdfMeter
from specvalidator.readers.pdf.opening import opened
from specvalidator.readers.pdf.pages import PageReader
from specvalidator.readers.scan import needed
from specvalidator.readers.scan.recognition import Recognition, is_installed, recognition_for
from specvalidator.wording import Words

__all__ = ["PdfLimits", "read", "read_pdf"]


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return the document that a PDF holds; errors as `read_pdf`."""
    return read_pdf(file.data, limits.pdf, meter.pdf, recognition_for(limits, meter))


def read_pdf(
    data: bytes,
    limits: PdfLimits = DEFAULT.pdf,
    meter: PdfMeter | None = None,
    recognition: Recognition | None = None,
) -> Document:
    """Return the document that a PDF holds.

    Tables and paragraphs over several pages are one; running heads and feet, page numbers and
    watermarks are left out. Places are boxes in points from the displayed page's top left. Pages
    that are pictures are recognised where `recognition` says by what.

    Raises:
        UnreadableFile: `encrypted`, `corrupt`, `too-large`, or `unreadable` when every page
            is a scan.
    """
    unread: list[Unread]
    meter = meter or PdfMeter(limits)
    with opened(data, limits, meter) as pdf:
        reader = PageReader(pdf, data, limits, meter, recognition)
        read = [reader.read(index) for index in range(pdf.pages)]
        unread = [(word, None) for word in pdf.notes]
    pages = [page for sheet in read for page in sheet]
    unread += [("damaged", place(k, (0, 0, 0, 0))) for k, sheet in enumerate(read, 1) if not sheet]
    _refuse_unreadable(pages)
    return document_of(pages, reader.origins, PDF.media_type, unread, DISTANCES)


def _refuse_unreadable(pages: list[LayoutPage]) -> None:
    if not pages:
        raise UnreadableFile(
            "corrupt",
            Words(
                "PDF文件已损坏，一页也无法读取；请重新导出后再提交。",
                "The PDF is damaged: not one page can be read. Export it again.",
            ),
        )
    if is_scan(pages):
        if not is_installed():
            raise needed()
        raise UnreadableFile(
            "unreadable",
            Words(
                "PDF是扫描件，只有图像没有文字，无法检查；请提交Word文件，或由Word导出的PDF。",
                "The PDF is a scan: images without text, which cannot be checked. "
                "Hand in the Word file, or a PDF exported from Word.",
            ),
        )
