"""What of a file is shown beside what was found about it."""

from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Document
from specvalidator.submission import Submission

if TYPE_CHECKING:
    from specvalidator.readers.pdf.picturing import PagePicture


class View(NamedTuple):
    """A file as it was read again, to be looked at."""

    document: Document | None
    """None for a record, which is its submission."""
    submissions: tuple[Submission, ...] = ()
    """In the order of the file; none where it is no form any more."""
    pages: "tuple[PagePicture, ...]" = ()
    """Of a PDF."""
