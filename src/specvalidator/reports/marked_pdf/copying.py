"""One copy of a PDF: notes added at their words behind its bytes, and pages listed in front."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from specvalidator.findings import Finding
from specvalidator.places import PdfPlace
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.placed import Letters
from specvalidator.readers.limits import Limits
from specvalidator.readers.pdf.letters import letters_of
from specvalidator.reports import vocabulary as words
from specvalidator.reports.locating.pdf import PdfTarget, target_of
from specvalidator.reports.marked_pdf.earlier import NOTE_NAME
from specvalidator.reports.marked_pdf.front import put_in_front
from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.original import OriginalPdf, PageNode, quiet
from specvalidator.reports.marked_pdf.shapes import SHEET, Note, NoteSpot, highlight, sheet
from specvalidator.reports.marked_pdf.summary import TITLE, summary
from specvalidator.reports.marked_pdf.values import Malformed, with_entries
from specvalidator.reports.marking import JudgedSubmission, refusals
from specvalidator.reports.marking.notes import said
from specvalidator.wording import Lang

_GAP = 6.0
"""Points between sheets, and from the edge of the page."""
_ABOVE = 40.0
"""Points of a page shown above the place that a link leads to."""


class _Placed(NamedTuple):
    finding: Finding
    target: PdfTarget
    name: str


def copy_of(
    data: bytes,
    judged: Sequence[JudgedSubmission],
    *,
    lang: Lang,
    with_summary: bool,
    limits: Limits,
) -> bytes:
    """Return the file with its findings as notes, its own bytes in front.

    Findings that somebody has waived get no note; the summary names them.

    Raises:
        Malformed: the file is not built as the standard asks.
        UnreadableFile: it is encrypted.
    """
    count, is_encrypted, letters = letters_of(data, _pages_of(judged), limits.pdf)
    if is_encrypted:
        raise refusals.locked()
    with quiet():
        original = OriginalPdf(data, limits.pdf.pages)
        pages = original.pages()
        if count != len(pages):  # what PDFium takes for a page may be another one here
            raise Malformed
        placed = _placed(judged, letters, hashlib.sha256(data).hexdigest()[:8])
        increment = Increment(original)
        _put_notes(increment, original, pages, letters, placed, lang)
        if with_summary:
            leads = {id(each.finding): _destination(pages, letters, each.target) for each in placed}
            sheets = summary([each.report for each in judged], leads, lang)
            put_in_front(increment, original, sheets, TITLE.said(lang))
        return increment.written()


def _pages_of(judged: Sequence[JudgedSubmission]) -> set[int]:
    places = (finding.location.place for each in judged for finding in each.report.findings)
    return {1, *(place.page for place in places if isinstance(place, PdfPlace))}


def _placed(
    judged: Sequence[JudgedSubmission], letters: Mapping[int, Letters], file: str
) -> list[_Placed]:
    found = [(each.submission, finding) for each in judged for finding in each.report.findings]
    return [
        _Placed(finding, target_of(finding, submission, letters), f"{NOTE_NAME}{file}-{number}")
        for number, (submission, finding) in enumerate(found, 1)
    ]


def _put_notes(  # noqa: PLR0913, PLR0917 - a file, its pages, and what to put on them
    increment: Increment,
    original: OriginalPdf,
    pages: Sequence[PageNode],
    letters: Mapping[int, Letters],
    placed: Sequence[_Placed],
    lang: Lang,
) -> None:
    by_page: dict[int, list[_Placed]] = {}
    for each in placed:
        if each.target.page not in letters:
            raise Malformed
        if each.finding.waived is None:
            by_page.setdefault(each.target.page, []).append(each)
    for number, here in by_page.items():
        page = pages[number - 1]
        spot = NoteSpot(b"%d %d R" % page.reference, letters[number].frame)
        added = [b"%d 0 R" % each for each in _noted(increment, spot, here, lang)]
        listed = [*original.list_in(page.written, b"Annots"), *added]
        body = with_entries(page.written, {b"Annots": b"[" + b" ".join(listed) + b"]"})
        increment.put(page.reference, body)


def _noted(
    increment: Increment, spot: NoteSpot, placed: Sequence[_Placed], lang: Lang
) -> list[int]:
    """Write the notes of a page; return what it must list, the last of which lies on top."""
    covering = [each for each in placed if each.target.boxes]
    beside = [each for each in placed if not each.target.boxes]
    listed = []
    # What covers less, or weighs more, lies on top, so that each can be pointed at.
    covering.reverse()
    for each in sorted(covering, key=_area, reverse=True):
        listed += highlight(increment, _note(each, lang), spot, each.target.boxes)
    used: set[tuple[float, float]] = set()
    for each in beside:
        corner = _corner(each.target, spot.frame, used)
        listed += sheet(increment, _note(each, lang), spot, *corner)
    return listed


def _area(placed: _Placed) -> float:
    return sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in placed.target.boxes)


def _corner(target: PdfTarget, frame: Frame, used: set[tuple[float, float]]) -> tuple[float, float]:
    """Return where a sheet stands: before its heading or at the page's corner, on no other."""
    width, height = frame.size
    x0, y0, _, _ = target.beside or (SHEET + 2 * _GAP, _GAP, 0.0, 0.0)
    first = left = max(x0 - SHEET - _GAP, 0.0)
    top = y0
    while any(abs(left - x) < SHEET and abs(top - y) < SHEET for x, y in used):
        left -= SHEET + 2  # into the margin, where no text is covered; then a row below
        if left < 0:
            left, top = first, top + SHEET + 2
    corner = (min(left, max(width - SHEET, 0.0)), min(top, max(height - SHEET, 0.0)))
    used.add((left, top))
    return corner


def _note(placed: _Placed, lang: Lang) -> Note:
    finding, target, name = placed
    text = "\n".join(said(finding, lang, is_near=target.is_near))
    title = words.GRAVITIES[finding.gravity].said(lang)
    return Note(text, title, finding.gravity, name)


def _destination(
    pages: Sequence[PageNode], letters: Mapping[int, Letters], target: PdfTarget
) -> bytes:
    """Return where a link to a finding leads: a little above its words."""
    page = b"%d %d R" % pages[target.page - 1].reference
    frame = letters[target.page].frame
    if frame.rotation:
        return b"[%s /Fit]" % page
    top = min((box[1] for box in (*target.boxes, *filter(None, [target.beside]))), default=0.0)
    return b"[%s /XYZ null %.2f null]" % (page, frame.placed(0.0, max(top - _ABOVE, 0.0))[1])
