"""A Word file whose pages are nothing but pictures: scans that somebody put into a document."""

import struct

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.documents import document_of
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import LayoutPage
from specvalidator.readers.layout.pages import PageMaker
from specvalidator.readers.layout.pictured import PagePicture
from specvalidator.readers.meter import Meter
from specvalidator.readers.scan.headers import sizes
from specvalidator.readers.scan.recognition import Recognition, recognition_for
from specvalidator.readers.word.package import Package

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_UPRIGHT = Frame(0.0, 0.0, 595.3, 841.9, 0)
_ON_ITS_SIDE = Frame(0.0, 0.0, 841.9, 595.3, 0)


def recognised(document: Document, package: Package, meter: Meter) -> Document:
    """Return what the pictures of a document show that holds nothing else.

    Places are then pages, one for each picture, and boxes in points of A4. A document whose
    pictures show no text is returned as it is.

    Raises:
        UnreadableFile: `too-large`.
    """
    recognition = recognition_for(package.limits, meter)
    if recognition is None:
        return document
    maker = PageMaker(meter.pdf, DISTANCES)
    pages: list[LayoutPage] = []
    for number, data in enumerate(_pictures(package), 1):
        pages += _pages(data, number, recognition, maker)
    if not any(page.items for page in pages):
        return document
    shown = document_of(pages, maker.origins, document.media_type, [], DISTANCES)
    return shown._replace(unread=(*document.unread, *shown.unread))


def _pages(
    data: bytes, number: int, recognition: Recognition, maker: PageMaker
) -> list[LayoutPage]:
    frame = _frame(data)
    sheet = recognition.packed(data, number, frame, None)
    return maker.recognised_pages(sheet) if sheet else [maker.empty(number, frame)]


def pictures_in(package: Package) -> tuple[PagePicture, ...]:
    """Return the pages that `recognised` counts places on, for looking at.

    Raises:
        UnreadableFile: a picture cannot be opened any more, or asks too much.
    """
    from specvalidator.readers import scan  # noqa: PLC0415 - only for documents of pictures

    left = package.limits.pdf.picture_bytes
    pages = []
    for number, data in enumerate(_pictures(package), 1):
        page = next(scan.displayed(data, package.limits.scan))
        left -= len(page.jpeg)
        size = _frame(data).size
        pages.append(PagePicture(number, *size, page.jpeg if left >= 0 else None))
    return tuple(pages)


def _frame(data: bytes) -> Frame:
    """Return A4 as the picture lies; one that does not say its size is not read."""
    try:
        wide, high = next(sizes(data), (0, 0))
    except (struct.error, IndexError, UnreadableFile):
        return _UPRIGHT
    return _ON_ITS_SIDE if wide > high else _UPRIGHT


def _pictures(package: Package) -> list[bytes]:
    """Return the pictures of the document's body, in its order, each once."""
    main = package.main_part().name
    root = package.part(main)
    targets = {each.id: each.target for each in package.relations(main) if each.kind == "image"}
    names: dict[str, None] = {}
    for element in () if root is None else root.iter(_BLIP, _IMAGE):
        said = element.get(_R + "embed") or element.get(_R + "id") or ""
        if said in targets:
            names.setdefault(targets[said])
    found = (package.picture(name) for name in names)
    return [each for each in found if each]
