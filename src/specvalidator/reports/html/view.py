"""What of a file is shown beside what was found about it."""

from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Document
from specvalidator.findings import Report
from specvalidator.submission import Submission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specvalidator.readers.layout.pictured import PagePicture
    from specvalidator.readers.layout.placed import Letters


class View(NamedTuple):
    """A file as it was read again, to be looked at."""

    document: Document | None
    """None for a record, which is its submission."""
    submissions: tuple[Submission, ...] = ()
    """In the order of the file; none where it is no form any more."""
    first: int = 0
    """What reports call the first of them: forms inside a dossier are counted throughout."""
    pages: "tuple[PagePicture, ...]" = ()
    """Of a PDF, an OFD or a picture."""
    letters: "Mapping[int, Letters] | None" = None
    """Those of the pages on which there are findings, by the page's number; none of pictures."""

    def form(self, report: Report) -> Submission | None:
        """Return the form that a report is about, None where it is not there."""
        index = report.source.index - self.first if report.source else 0
        return self.submissions[index] if 0 <= index < len(self.submissions) else None
