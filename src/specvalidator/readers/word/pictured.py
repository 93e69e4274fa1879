"""A Word file whose pages are nothing but pictures: scans that somebody put into a document."""

from specvalidator.document import Document
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.documents import document_of
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import LayoutPage
from specvalidator.readers.layout.pages import PageMaker
from specvalidator.readers.meter import Meter
from specvalidator.readers.scan.recognition import Recognition, recognition_for
from specvalidator.readers.word.package import Package

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A4 = Frame(0.0, 0.0, 595.3, 841.9, 0)


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
    sheet = recognition.packed(data, number, _A4, None)
    return maker.recognised_pages(sheet) if sheet else [maker.empty(number, _A4)]


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
