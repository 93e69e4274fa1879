"""The papers that a pack adds to those of a dossier, known by their title or their file's name."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.document import Document, Enclosure
from specvalidator.extra import ExtraField
from specvalidator.extract.dossier.content import titles_of
from specvalidator.extract.dossier.names import hints
from specvalidator.extract.lines import squeezed
from specvalidator.lexicon import in_force

_UNOPENED = ("corrupt", "encrypted", "unsupported", "too-large", "timeout")


class AddedPaper(NamedTuple):
    """A paper that the pack adds, and whether a file is certainly it."""

    name: str
    certain: bool


def papers_in(enclosure: Enclosure, document: Document | None) -> Iterator[AddedPaper]:
    """Yield which of the papers that the pack adds a file is, or may be.

    A name is enough where the file opens, as scans of papers have no text; one of which neither
    name nor content tells anything may be any of them.
    """
    added = in_force().added("dossier")
    if not added:
        return
    error = enclosure.error.error if enclosure.error else None
    untold = not hints(enclosure.name) and document is None
    for each in added:
        if document is not None and _is_titled(document, each):
            yield AddedPaper(each.name, certain=True)
        elif _is_named(enclosure.name, each):
            yield AddedPaper(each.name, certain=error not in _UNOPENED)
        elif untold and (enclosure.opaque or enclosure.is_paper):
            yield AddedPaper(each.name, certain=False)


def _is_titled(document: Document, field: ExtraField) -> bool:
    # In a list of what is handed in, the paper is a numbered entry and not there.
    lines = [line for line, is_numbered in titles_of(document) if not is_numbered]
    return any(label in line for line in lines for label in field.labels)


def _is_named(name: str, field: ExtraField) -> bool:
    return any(label in squeezed(name) for label in field.labels)
