"""The author's own OFD with an annotation at the words of each finding (GB/T 33190, 15)."""

from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.meter import TooMuch
from specvalidator.readers.ofd.letters import lettered_pages
from specvalidator.readers.word.package import Package
from specvalidator.reports.locating.pdf import target_of
from specvalidator.reports.marked_ofd.annotations import OfdNote
from specvalidator.reports.marked_ofd.copying import OfdCopy
from specvalidator.reports.marked_word.parts import zipped
from specvalidator.reports.marking import Judge, Marked, refusals
from specvalidator.reports.marking.notes import said
from specvalidator.wording import Lang

__all__ = ["marked"]

_SIGNATURES = b"Signatures>"


def marked(  # noqa: PLR0913 - what may be wished of a copy, all by name
    data: bytes,
    judge: Judge,
    *,
    lang: Lang = "zh",
    suggest: bool = False,
    summary: bool = False,
    limits: Limits = DEFAULT,
) -> Marked:
    """Return a copy of an OFD with its findings as highlights; pages and pictures stay as they are.

    What we wrote into it before is replaced; annotations of others stay. A file without findings
    or annotations of ours is returned as it is.

    Args:
        data: the file.
        judge: how to find what to say.
        lang: language of what findings do not say themselves.
        suggest: refused: only a Word file can hold tracked changes.
        summary: refused: only a PDF can hold pages that list all findings.
        limits: how much the file may ask.

    Raises:
        UnreadableFile: the file cannot be read.
    """
    if suggest:
        raise refusals.fixes_of_pdf()
    if summary:
        raise refusals.summary_of_word()
    cleaned = _changed(data, (), limits)
    judged = judge(cleaned)
    findings = [(each.submission, finding) for each in judged for finding in each.report.findings]
    told = [(submission, finding) for submission, finding in findings if finding.waived is None]
    wanted = {getattr(finding.location.place, "page", 1) for _, finding in told}
    try:
        pages = list(lettered_pages(recognise(cleaned, limits), wanted, limits))
    except TooMuch:
        raise refusals.broken() from None
    letters = {
        number: page.letters for number, page in enumerate(pages, 1) if page.letters is not None
    }
    notes = []
    for submission, finding in told:
        target = target_of(finding, submission, letters)
        text = "\n".join(said(finding, lang, is_near=target.is_near))
        notes.append(OfdNote(target, text, finding.gravity))
    signed = _SIGNATURES in (Package(recognise(data, limits), limits).read("OFD.xml") or b"")
    return Marked(_changed(cleaned, notes, limits), judged, is_signed=signed)


def _changed(data: bytes, notes: "list[OfdNote] | tuple[()]", limits: Limits) -> bytes:
    """Return a file without our annotations of before, and with these."""
    file = recognise(data, limits)
    copy = OfdCopy(file, limits)
    changed = copy.with_notes(notes)
    return zipped(Package(file, limits), changed) if changed else data
