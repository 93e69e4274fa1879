"""What we wrote into a PDF before, taken out again: notes, and the pages in front."""

from collections.abc import Sequence

from specvalidator.readers.limits import Limits
from specvalidator.readers.pdf.front import pages_in_front
from specvalidator.readers.pdf.opening import opened
from specvalidator.reports.marked_pdf.front import label_list, labels_of
from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.original import OriginalPdf, PageNode, Reference, quiet
from specvalidator.reports.marked_pdf.values import Malformed, entries, reference, with_entries
from specvalidator.reports.marking import AUTHOR

NOTE_NAME = "specvalidator-"
"""What the name of each of our notes begins with."""


def cleaned(data: bytes, limits: Limits) -> bytes:
    """Return a PDF without our notes and without the pages that we put in front.

    Notes of others stay. A file that bears nothing of ours is returned as it is; so is one whose
    structure cannot be followed.

    Raises:
        UnreadableFile: it cannot be opened.
    """
    with opened(data, limits.pdf) as pdf:
        count = pages_in_front(pdf.handle, pdf.pages)
    try:
        with quiet():
            original = OriginalPdf(data, limits.pdf.pages)
            increment = Increment(original)
            pages = original.pages()
            own = pages[count:] if _take_off(increment, original, pages, count) else pages
            is_marked = [_clean(increment, original, page) for page in own]
            return increment.written() if len(own) < len(pages) or any(is_marked) else data
    except Malformed:
        return data


def _clean(increment: Increment, original: OriginalPdf, page: PageNode) -> bool:
    """Take our notes off a page; say whether there were any."""
    listed = original.list_in(page.written, b"Annots")
    ours = {at for at in map(reference, listed) if at and _is_ours(original, at)}
    if not ours:
        return False
    left = [each for each in listed if not _belongs(original, reference(each), ours)]
    body = with_entries(page.written, {b"Annots": b"[" + b" ".join(left) + b"]"})
    increment.put(page.reference, body)
    return True


def _is_ours(original: OriginalPdf, at: Reference) -> bool:
    return (
        original.text_in(at, "/NM").startswith(NOTE_NAME) and original.text_in(at, "/T") == AUTHOR
    )


def _belongs(original: OriginalPdf, at: Reference | None, ours: set[Reference]) -> bool:
    """Say whether what a page lists is a note of ours, or its popup."""
    if at is None or at in ours:
        return at is not None
    held = entries(original.written(at))
    return held.get(b"Subtype") == b"/Popup" and reference(held.get(b"Parent", b"")) in ours


def _take_off(
    increment: Increment, original: OriginalPdf, pages: Sequence[PageNode], count: int
) -> bool:
    """Take the first pages off where they hang as we hang them; say whether they did."""
    tree = original.tree
    written = original.written(tree)
    kids = original.list_in(written, b"Kids")
    ours = [page.reference for page in pages[:count]]
    if not ours or count >= len(pages) or [*map(reference, kids[:count])] != ours:
        return False
    left = {b"Kids": b"[" + b" ".join(kids[count:]) + b"]", b"Count": b"%d" % (len(pages) - count)}
    increment.put(tree, with_entries(written, left))
    catalogue = original.written(original.root)
    labels = [(page - count, said) for page, said in labels_of(original, catalogue)]
    changed = {b"PageLabels": label_list([each for each in labels if each[0] >= 0])}
    if entries(catalogue).get(b"OpenAction", b"").startswith(b"[%d %d R" % ours[0]):
        changed[b"OpenAction"] = b"[%d %d R /XYZ null null null]" % pages[count].reference
    increment.put(original.root, with_entries(catalogue, changed))
    return True
