"""Which boxes of which page a finding is about: the exact words, else what stands at its place."""

from collections.abc import Mapping
from typing import NamedTuple

from specvalidator.findings import Finding
from specvalidator.places import PdfPlace
from specvalidator.readers.layout.page import Box, around
from specvalidator.readers.layout.placed import Letters
from specvalidator.reports.locating.pointing import column_named, pointed, remark_of
from specvalidator.reports.locating.words import Stretch, found
from specvalidator.submission import Submission

_SMALLEST = 1.0
"""Points; a box that is smaller cannot be seen."""
_SLACK = 0.5
"""Points by which a letter's middle may leave its box."""


class PdfTarget(NamedTuple):
    """Where the note on a finding stands."""

    page: int
    """From 1."""
    boxes: tuple[Box, ...] = ()
    """What it covers, a box for each line, as displayed; empty for a note beside the text."""
    beside: Box | None = None
    """What a note stands beside; None for the top of the page."""
    is_near: bool = False
    """Not at the finding's place, so that the note names it."""


def target_of(finding: Finding, submission: Submission, pages: Mapping[int, Letters]) -> PdfTarget:
    """Return where the note on a finding stands."""
    place = finding.location.place
    letters = pages.get(place.page) if isinstance(place, PdfPlace) else None
    if not isinstance(place, PdfPlace) or letters is None:
        return PdfTarget(1)
    box = _visible(place.box, letters)
    if box is None:
        return PdfTarget(place.page)
    at = letters.within(_widened(box))
    words = (
        _misprint(finding, submission, letters, at)
        or _in_table(finding, submission, letters, at)
        or _quoted(finding, submission, letters, at)
    )
    if words:
        return PdfTarget(place.page, words)
    if _is_heading_of_nothing(finding, submission):
        return PdfTarget(place.page, beside=box, is_near=True)
    return PdfTarget(place.page, _lines(letters, at) or (box,))


def _is_heading_of_nothing(finding: Finding, submission: Submission) -> bool:
    """Say whether what a finding is about is not there, and its place that of something else."""
    path = finding.location.path
    return path not in submission.places and submission.value(path) in (None, "", ())


def _misprint(
    finding: Finding, submission: Submission, letters: Letters, at: list[int]
) -> tuple[Box, ...]:
    """Return the label that is misprinted: at the place itself, or the last one before it."""
    remark = remark_of(finding, submission)
    if remark is None or remark.slip is None:
        return ()
    inside = _found(letters, at, remark.slip[0])
    if inside or not at:
        return inside
    bottom = max(letters.boxes[number][3] for number in at)
    before = [number for number, box in enumerate(letters.boxes) if box[1] < bottom]
    return _found(letters, before, remark.slip[0], which=-1)


def _in_table(
    finding: Finding, submission: Submission, letters: Letters, at: list[int]
) -> tuple[Box, ...]:
    """Return what a finding about a whole table quotes, else the column its clause is about."""
    if not isinstance(submission.value(finding.location.path), tuple):
        return ()
    sought = (finding.facts.get("word"), column_named(finding))
    return next(filter(None, (_found(letters, at, words) for words in sought if words)), ())


def _quoted(
    finding: Finding, submission: Submission, letters: Letters, at: list[int]
) -> tuple[Box, ...]:
    written = submission.written(finding.location.path)
    stretch = pointed(finding, written, _text(letters, at)) if written else None
    return _covered(letters, at, stretch) if stretch else ()


def _found(letters: Letters, at: list[int], words: str, which: int = 0) -> tuple[Box, ...]:
    stretches = found(_text(letters, at), words)
    return _covered(letters, at, stretches[which]) if stretches else ()


def _text(letters: Letters, at: list[int]) -> str:
    return "".join(letters.text[number] for number in at)


def _covered(letters: Letters, at: list[int], stretch: Stretch) -> tuple[Box, ...]:
    return _lines(letters, at[stretch.start : stretch.end])


def _lines(letters: Letters, at: list[int]) -> tuple[Box, ...]:
    """Return a box around the letters of each line."""
    lines: list[list[Box]] = []
    for number in at:
        box = letters.boxes[number]
        if letters.text[number].isspace() or box[2] - box[0] <= 0 or box[3] - box[1] <= 0:
            continue
        if lines and _is_beside(lines[-1][-1], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return tuple(map(around, lines))


def _is_beside(last: Box, box: Box) -> bool:
    """Say whether a letter goes on with a line, upright or turned."""
    shared_down = min(last[3], box[3]) - max(last[1], box[1])
    shared_across = min(last[2], box[2]) - max(last[0], box[0])
    high = min(last[3] - last[1], box[3] - box[1])
    wide = min(last[2] - last[0], box[2] - box[0])
    return shared_down > high / 2 or (shared_across > wide * 0.9 and shared_down > -high / 4)


def _visible(box: Box, letters: Letters) -> Box | None:
    """Return what of a box is on the page, None where nothing can be seen."""
    width, height = letters.frame.size
    x0, y0 = max(box[0], 0.0), max(box[1], 0.0)
    x1, y1 = min(box[2], width), min(box[3], height)
    return (x0, y0, x1, y1) if x1 - x0 >= _SMALLEST and y1 - y0 >= _SMALLEST else None


def _widened(box: Box) -> Box:
    return (box[0] - _SLACK, box[1] - _SLACK, box[2] + _SLACK, box[3] + _SLACK)
