"""Where each letter of some pages of an OFD stands, and which element names each page."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from specvalidator.readers import RecognisedFile
from specvalidator.readers.layout.placed import Letters
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.ofd.documents import OfdDocument, documents
from specvalidator.readers.ofd.package import OfdPackage
from specvalidator.readers.ofd.pages import letters_on


class LetteredPage(NamedTuple):
    """A page of a file."""

    document: OfdDocument
    id: str
    """What its document calls it."""
    letters: Letters | None
    """None where nobody asked for them, or the page is damaged."""


def lettered_pages(
    file: RecognisedFile, wanted: Collection[int], limits: Limits
) -> Iterator[LetteredPage]:
    """Yield the pages of a file in order, with the letters of those that are wanted, from 1.

    Raises:
        UnreadableFile: as for reading.
        TooMuch: there is more on a page than the limits allow.
    """
    meter = Meter(limits)
    number = 0
    for document in documents(OfdPackage(file, limits, meter), limits.pdf, meter.pdf):
        for page in document.pages:
            number += 1
            surveyed = document.surveyed(page) if number in wanted else None
            letters = letters_on(surveyed.survey, surveyed.size, meter.pdf) if surveyed else None
            yield LetteredPage(document, page.get("ID") or "", letters)
