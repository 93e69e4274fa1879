"""The author's own Word file with a comment at the words of each finding, and fixes to accept."""

from collections.abc import Sequence

from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reports.marked_word.copying import OpenedCopy
from specvalidator.reports.marked_word.earlier import cleaned
from specvalidator.reports.marked_word.trying import Trial, Tried, kinds
from specvalidator.reports.marking import Judge, JudgedSubmission, Marked, refusals
from specvalidator.reports.marking.seal import sealed_zip
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
    """Return a copy of a Word file with its findings as comments.

    What we wrote into it before is replaced; comments and changes of others stay. A file without
    findings or remarks of ours is returned as it is.

    Args:
        data: the file.
        judge: how to find what to say; asked again for each attempt at a fix.
        lang: language of what findings do not say themselves.
        suggest: whether to write fixes as tracked changes. A fix is written where the file, read
            and judged again as if the change were accepted, has this finding no longer and no
            finding more.
        summary: refused: a page in front would change the author's own text.
        limits: how much the file may ask.

    Raises:
        UnreadableFile: the file is no Word file, cannot be read, or has a damaged part.
    """
    if summary:
        raise refusals.summary_of_word()
    data, judged = _without_remarks(data, judge, limits)
    if not any(each.report.counted for each in judged):
        return Marked(data, judged)
    desk = OpenedCopy(data, judged, lang, limits)
    copy = Tried(desk.copy_with(()), ())
    if suggest:
        copy = Trial(desk, judge).add(copy, desk.suggestions())
    return Marked(sealed_zip(copy.data), judged, len(copy.fixes))


def _without_remarks(
    data: bytes, judge: Judge, limits: Limits
) -> tuple[bytes, Sequence[JudgedSubmission]]:
    """Return a file without our remarks, and what is found in it.

    Suggestions that would bring a finding are none that we wrote: they stay, as all other tracked
    changes do.
    """
    clean = cleaned(data, limits)
    judged = judge(clean.data)
    if clean.had_suggestions and not kinds(judge(data)) <= kinds(judged):
        clean = cleaned(data, limits, of_suggestions=False)
        judged = judge(clean.data)
    return clean.data, judged
