"""Text on the page that is no part of what a form says: read by nobody, so it is said."""

from specvalidator.document import Document
from specvalidator.extract.remarks import left_out
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.submission import Remark, Submission


def with_left_out(submission: Submission, document: Document) -> Submission:
    """Return a submission with a remark on what its pages show beside what was read."""
    pages = {place.page for place in submission.places.values() if isinstance(place, PdfPlace)}
    by_kind: dict[str, list[tuple[WordPlace | PdfPlace, str]]] = {}
    for called, place, text in document.left_out:
        if not isinstance(place, PdfPlace) or place.page in pages:
            by_kind.setdefault(called, []).append((place, text))
    remarks: list[Remark] = [left_out(called, found) for called, found in by_kind.items()]
    return submission.model_copy(update={"remarks": (*submission.remarks, *remarks)})
