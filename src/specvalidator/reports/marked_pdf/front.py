"""Pages put in front of a PDF: hung into its tree, numbered apart, and opened first."""

from collections.abc import Sequence

from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.original import OriginalPdf
from specvalidator.reports.marked_pdf.sheets import Sheets
from specvalidator.reports.marked_pdf.values import Malformed, entries, text_string, with_entries

_MOST_NODES = 1000


def put_in_front(increment: Increment, original: OriginalPdf, sheets: Sheets, title: str) -> None:
    """Put pages in front of all others; these keep the numbers that they had.

    Args:
        increment: where to write them.
        original: the file.
        sheets: the pages.
        title: what their page numbers begin with.

    Raises:
        Malformed: the file's pages do not hang in a tree.
    """
    tree = original.tree
    written = original.written(tree)
    own = sheets.put_into(increment, b"%d %d R" % tree)
    kids = [*(b"%d 0 R" % each for each in own), *original.list_in(written, b"Kids")]
    count = len(own) + len(original.pages())
    changed = {b"Kids": b"[" + b" ".join(kids) + b"]", b"Count": b"%d" % count}
    increment.put(tree, with_entries(written, changed))
    catalogue = original.written(original.root)
    labels = [
        (0, b"<< /P %s /S /D >>" % text_string(f"{title} ")),
        *((len(own) + page, label) for page, label in labels_of(original, catalogue)),
    ]
    said = {b"PageLabels": label_list(labels)}
    if entries(catalogue).get(b"OpenAction", b"").startswith(b"["):
        said[b"OpenAction"] = b"[%d 0 R /XYZ null null null]" % own[0]
    increment.put(original.root, with_entries(catalogue, said))


def label_list(labels: Sequence[tuple[int, bytes]]) -> bytes:
    """Return how pages are numbered as a catalogue says it."""
    said = b" ".join(b"%d %s" % each for each in labels)
    return b"<< /Nums [" + said + b"] >>"


def labels_of(original: OriginalPdf, catalogue: bytes) -> Sequence[tuple[int, bytes]]:
    """Return how the pages of a file are numbered: from which on, and in what way."""
    found: list[tuple[int, bytes]] = []
    left = [entries(catalogue).get(b"PageLabels", b"<< >>")]
    for _ in range(_MOST_NODES):
        if not left:
            break
        node = original.resolved(left.pop())
        values = original.list_in(node, b"Nums")
        for page, label in zip(values[::2], values[1::2], strict=False):
            if not page.isdigit():
                raise Malformed
            found.append((int(page), label))
        left += original.list_in(node, b"Kids")
    return sorted(found) or [(0, b"<< /S /D >>")]
