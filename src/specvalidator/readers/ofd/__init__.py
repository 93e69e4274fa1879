"""OFD (GB/T 33190) → Document: pages of letters, lines and pictures, put together as those of PDF.

Only XML is read. Fonts are not opened, so that how wide a letter is comes from where the next one
begins; of pictures and seals it is known where they are. Nothing that a file refers to outside of
itself is looked for.
"""

from collections.abc import Iterator

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.formats import OFD
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.documents import Unread, document_of, is_scan
from specvalidator.readers.layout.page import LayoutPage, place
from specvalidator.readers.layout.pages import too_much
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, TooMuch
from specvalidator.readers.ofd.documents import OfdDocument, documents
from specvalidator.readers.ofd.package import OfdPackage
from specvalidator.readers.ofd.pages import OfdPageReader
from specvalidator.readers.scan import needed
from specvalidator.readers.scan.recognition import is_installed, recognition_for
from specvalidator.wording import Words


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return the document that an OFD holds; where it holds several, their pages in order.

    Places are boxes in points from the displayed page's top left.

    Raises:
        UnreadableFile: `encrypted`, `corrupt`, `too-large`, or `unreadable` when every page is
            a scan.
    """
    package = OfdPackage(file, limits, meter)
    recognition = recognition_for(limits, meter)
    reader = OfdPageReader(limits.pdf, meter.pdf, DISTANCES, recognition)
    maker = reader.maker
    pages: list[LayoutPage] = []
    unread: list[Unread] = []
    number = 0
    for document in documents(package, limits.pdf, meter.pdf):
        unread += [(word, None) for word in document.notes]
        for found in _pages(document, reader, limits, meter, number):
            number += 1
            if not found:
                maker.empty(number)
                unread.append(("damaged", place(number, (0, 0, 0, 0))))
            pages += found
    if not pages:
        raise refusals.corrupt(Words("其中没有能读的页面", "none of its pages can be read"))
    if is_scan(pages):
        if not is_installed():
            raise needed()
        raise UnreadableFile(
            "unreadable",
            Words(
                "OFD是扫描件，只有图像没有文字，无法检查；请提交Word文件，或由Word导出的PDF。",
                "The OFD is a scan: images without text, which cannot be checked. "
                "Hand in the Word file, or a PDF exported from Word.",
            ),
        )
    return document_of(pages, maker.origins, OFD.media_type, unread, DISTANCES)


def _pages(
    document: OfdDocument, reader: OfdPageReader, limits: Limits, meter: Meter, before: int
) -> Iterator[list[LayoutPage]]:
    """Yield what is read of each page, nothing of those that are damaged."""
    for number, page in enumerate(document.pages, before + 1):
        if number > limits.pdf.pages:
            raise _too_many(limits.pdf.pages)
        try:
            meter.pdf.take("pages", 1)
        except TooMuch:
            raise _too_many(limits.pdf.pages) from None
        try:
            surveyed = document.surveyed(page)
        except TooMuch:
            raise too_much(number, "线条和图形", "lines and shapes") from None
        yield reader.pages(surveyed, number, document.picture) if surveyed else []


def _too_many(most: int) -> UnreadableFile:
    return refusals.too_large(Words(f"超过 {most} 页", f"it has more than {most} pages"))
