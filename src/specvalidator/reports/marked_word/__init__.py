"""The author's own Word file with a comment at the words of each finding, and fixes to accept."""

from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reports.marked_word.copying import OpenedCopy
from specvalidator.reports.marked_word.trying import Trial, Tried
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
    """Return a copy of a Word file with its findings as comments.

    A file without findings is returned as it is.

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
    judged = judge(data)
    if not any(each.report.counted for each in judged):
        return Marked(data, judged)
    desk = OpenedCopy(data, judged, lang, limits)
    copy = Tried(desk.copy_with(()), ())
    if suggest:
        copy = Trial(desk, judge).add(copy, desk.suggestions())
    return Marked(copy.data, judged, len(copy.fixes))
