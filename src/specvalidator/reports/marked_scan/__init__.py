"""The pictures of a scan as a PDF, with a highlight at the place of each finding."""

from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.scan import displayed
from specvalidator.reports.marked_pdf.copying import copy_of
from specvalidator.reports.marked_scan.paper import pdf_of
from specvalidator.reports.marking import Judge, Marked, refusals
from specvalidator.wording import Lang

__all__ = ["marked"]


def marked(  # noqa: PLR0913 - what may be wished of a copy, all by name
    data: bytes,
    judge: Judge,
    *,
    lang: Lang = "zh",
    suggest: bool = False,
    summary: bool = False,
    limits: Limits = DEFAULT,
) -> Marked:
    """Return a PDF of the pages of a picture, with its findings as highlights.

    Args:
        data: the picture.
        judge: how to find what to say.
        lang: language of what findings do not say themselves.
        suggest: refused: only a Word file can hold tracked changes.
        summary: whether to put pages in front that list all findings.
        limits: how much the file may ask.

    Raises:
        UnreadableFile: the picture cannot be read.
    """
    if suggest:
        raise refusals.fixes_of_pdf()
    judged = judge(data)
    paper = pdf_of(displayed(data, limits.scan))
    if not summary and not any(each.report.counted for each in judged):
        return Marked(paper, judged)
    copy = copy_of(paper, judged, lang=lang, with_summary=summary, limits=limits)
    return Marked(copy, judged)
