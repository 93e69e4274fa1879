"""Document → submissions: what the words of a file mean."""

from specvalidator.document import Document
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.submission import Submission


def extract(document: Document, source: Source, kind: Kind | None = None) -> list[Submission]:
    """Return the submissions that a document holds, in order.

    Raises:
        UnreadableFile: `unrecognised`, the document is no form that is known.
    """
    raise NotImplementedError
