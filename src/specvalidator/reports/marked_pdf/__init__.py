"""The author's own PDF with a highlight at the words of each finding, and a summary in front."""

from functools import partial

from pypdfium2 import PdfiumError

from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.pdf.rewriting import rewritten
from specvalidator.reports.marked_pdf.copying import copy_of
from specvalidator.reports.marked_pdf.earlier import cleaned
from specvalidator.reports.marked_pdf.values import Malformed
from specvalidator.reports.marking import Judge, Marked, refusals
from specvalidator.wording import Lang

__all__ = ["marked"]

_SIGNED = b"/ByteRange"
"""What only signatures have, and never in a packed part of the file."""


def marked(  # noqa: PLR0913 - what may be wished of a copy, all by name
    data: bytes,
    judge: Judge,
    *,
    lang: Lang = "zh",
    suggest: bool = False,
    summary: bool = False,
    limits: Limits = DEFAULT,
) -> Marked:
    """Return a copy of a PDF with its findings as highlights, all bytes of the original in front.

    What we wrote into it before is replaced; notes of others stay. A file without findings or
    remarks of ours is returned as it is, unless a summary is wished. A file whose tables
    are faulty is first written anew.

    Args:
        data: the file.
        judge: how to find what to say.
        lang: language of what findings do not say themselves.
        suggest: refused: only a Word file can hold tracked changes.
        summary: whether to put pages in front that list all findings.
        limits: how much the file may ask.

    Raises:
        UnreadableFile: the file cannot be read, is encrypted, or cannot be added to.
    """
    if suggest:
        raise refusals.fixes_of_pdf()
    data = cleaned(data, limits)
    judged = judge(data)
    is_signed = _SIGNED in data
    if not summary and not any(each.report.counted for each in judged):
        return Marked(data, judged, is_signed=is_signed)
    copied = partial(copy_of, judged=judged, lang=lang, with_summary=summary, limits=limits)
    try:
        return Marked(copied(data), judged, is_signed=is_signed)
    except Malformed:
        if is_signed:  # written anew, it would bear no signature
            raise refusals.broken() from None
    try:
        return Marked(copied(rewritten(data, limits.pdf)), judged)
    except (Malformed, PdfiumError):
        raise refusals.broken() from None
