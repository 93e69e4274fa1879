"""Scans and photographs → Document: paper laid flat, ruled lines, words as an engine reads them.

What others may rely on:

* `Document.recognised` and `Submission.recognised` are the numbers of the pages, from 1, whose text
  comes from a picture; () where no page does. Judging makes every failure of such a submission a
  review whose message says so.
* `Document.uncertain` and `Submission.uncertain` are the words on them that were recognised without
  much certainty, with their places, for who works on with what was read; they acquit nothing else.
* Places are `PdfPlace`s, page and box, in points of the page **as it is displayed**: of a PDF or
  an OFD the page itself, so that marks and pictures of it need nothing new. A picture that is a
  file has pages whose longer side is 841.89 points (A4); `displayed` gives them with their size.
  Where the paper was tilted or photographed askew, a box is the smallest upright one around what
  was read.
* Ink that nobody read (handwriting, a signature) is a paragraph with `unread="drawing"`; what makes
  a page doubtful as a whole stands in `Document.unread` as `blurred` or `unclear-lines`, and words
  that a pen or a seal crosses, or that lost a letter, as `crossed-words` and `garbled-text`.
* Without the extra, `is_installed()` is false and reading raises `unreadable` with what to install.
* `engines.using(engine)` lets any function from a grey page to words take the place of rapidocr,
  in this thread: tests give one that says again what was recorded.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.documents import document_of
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.pages import PageMaker
from specvalidator.readers.layout.pictured import PagePicture
from specvalidator.readers.limits import Limits, ScanLimits
from specvalidator.readers.meter import Meter
from specvalidator.readers.scan import allowance
from specvalidator.readers.scan.headers import refuse_oversized
from specvalidator.readers.scan.recognition import Recognition, is_installed, needed

if TYPE_CHECKING:
    from specvalidator.readers.scan.pixels import Picture

__all__ = ["DisplayedPage", "displayed", "is_installed", "needed", "pictures_in", "read"]

_LONG_SIDE = 841.89
"""Points of the longer side of A4."""


class DisplayedPage(NamedTuple):
    """A page of a picture as people see it."""

    width: float
    """Points, as places are counted in."""
    height: float
    pixels: tuple[int, int]
    """Columns and rows."""
    jpeg: bytes
    """In colour."""


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return the document that the pages of a picture show.

    Raises:
        UnreadableFile: `corrupt`, `too-large`, or `unreadable` where the extra is not installed.
    """
    if not is_installed():
        raise needed()
    refuse_oversized(file.data, limits.scan)
    recognition = Recognition(limits, meter)
    recognition.begin()
    from specvalidator.readers.scan.pixels import pages_of  # noqa: PLC0415 - an extra

    maker = PageMaker(meter.pdf, DISTANCES)
    pages = [
        page
        for number, picture in enumerate(pages_of(file.data, limits.scan), 1)
        for page in maker.recognised_pages(recognition.sheet(picture, number, frame_of(picture)))
    ]
    return document_of(pages, maker.origins, file.format.media_type, [], DISTANCES)


def displayed(data: bytes, limits: ScanLimits) -> Iterator[DisplayedPage]:
    """Yield the pages of a picture, bounded in pixels, for looking at; errors as `read`."""
    if not is_installed():
        raise needed()
    allowance.begin(limits)
    from specvalidator.readers.scan.pixels import as_jpeg, pages_of  # noqa: PLC0415 - an extra

    for picture in pages_of(data, limits):
        high, wide = picture.shape[:2]
        yield DisplayedPage(*frame_of(picture).size, (wide, high), as_jpeg(picture))


def pictures_in(data: bytes, limits: Limits) -> tuple[PagePicture, ...]:
    """Return the pages of a picture beside what was found on them; errors as `read`.

    Of further pages than those that fit into what pictures may take, there is none.
    """
    left = limits.pdf.picture_bytes
    pages = []
    for number, page in enumerate(displayed(data, limits.scan), 1):
        left -= len(page.jpeg)
        shown = page.jpeg if left >= 0 else None
        pages.append(PagePicture(number, page.width, page.height, shown))
    return tuple(pages)


def frame_of(picture: "Picture") -> Frame:
    """Return how a picture is displayed as a page."""
    high, wide = picture.shape[:2]
    scale = _LONG_SIDE / max(high, wide)
    return Frame(0.0, 0.0, wide * scale, high * scale, 0)
