"""Which words of the document a finding is about: the exact ones, else the cell or paragraph."""

import re
from typing import NamedTuple

from specvalidator.findings import Finding
from specvalidator.places import WordPlace
from specvalidator.reports.marked_word.scopes import Passages, Scope, Spot
from specvalidator.reports.marked_word.words import found
from specvalidator.submission import Remark, Submission

_POINTING = ("ending", "level", "exam", "word", "written", "found")
"""Facts that quote what is wrong, the narrowest first."""
_AMBIGUOUS = frozenset({"written", "found"})
"""Facts that may be numbers, which point to a place only where they stand there once."""
_ITEM = re.compile(r"/tasks/\d+/(?:operations|knowledge)/\d+$")
_ITEM_LABEL = re.compile(r"[（(]?(?:\d{1,3}|[①-⑳])[ \t]*[）).．、]?[ \t]*$")


class Target(NamedTuple):
    """What a comment covers."""

    spot: Spot
    is_whole: bool
    """All of its passages, with what stands in them besides text."""
    is_near: bool = False
    """Only near the place, where nothing stands that could be marked."""


def target_of(finding: Finding, submission: Submission, passages: Passages) -> Target:
    """Return what the comment on a finding covers."""
    place = finding.location.place
    at = passages.at(place) if isinstance(place, WordPlace) else []
    if not at or not isinstance(place, WordPlace):
        near = passages.near(place if isinstance(place, WordPlace) else None)
        return _whole(passages.scope(near), is_near=True)
    spot = _misprint(finding, submission, passages, at)
    if spot is not None:
        return Target(spot, is_whole=False)
    if place.table is not None and place.row is None:
        return _in_table(finding, place.table, passages)
    written = submission.written(finding.location.path)
    if written is not None:
        spot = _quoted(finding, written, passages.scope(_reached(place, at, written, passages)))
        if spot is not None:
            return Target(spot, is_whole=False)
    return _whole(passages.scope(at if place.table is not None else at[:1]))


def remark_of(finding: Finding, submission: Submission) -> Remark | None:
    """Return the reader's remark that a finding passes on, None where it is no such finding."""
    said = finding.facts.get("remark")
    path = finding.location.path
    return next(
        (each for each in submission.remarks if each.path == path and said in each.message), None
    )


def _reached(place: WordPlace, at: list[int], written: str, passages: Passages) -> list[int]:
    return at if place.table is not None else passages.run_on(at, written)


def _misprint(
    finding: Finding, submission: Submission, passages: Passages, at: list[int]
) -> Spot | None:
    """Return the label that is misprinted: at the place itself, or the last one above it."""
    remark = remark_of(finding, submission)
    if remark is None or remark.slip is None:
        return None
    scope = passages.scope(at)
    if not found(scope.text, remark.slip[0]):
        scope = passages.scope(passages.before(at[0], remark.slip[0]))
    stretches = found(scope.text, remark.slip[0])
    return scope.spot(stretches[0]) if stretches else None


def _in_table(finding: Finding, table: int, passages: Passages) -> Target:
    """Mark what a finding about a whole table quotes, else the column its clause is about."""
    whole = passages.scope(passages.at(WordPlace(block=1, table=table)))
    words = finding.facts.get("word")
    stretches = found(whole.text, words) if words else []
    if stretches:
        return Target(whole.spot(stretches[0]), is_whole=False)
    column = finding.clause.where.split()[-1:]
    cell = passages.cell_reading(table, column[0]) if column else []
    return _whole(passages.scope(cell or passages.first_cell(table)))


def _quoted(finding: Finding, written: str, scope: Scope) -> Spot | None:
    """Return the words that the finding points at, else the value itself."""
    text = scope.text
    values = found(text, written)
    if not values:
        return None
    value = values[0]
    for name in _POINTING:
        words = finding.facts.get(name)
        stretches = found(text, words, value) if words else []
        if name in _AMBIGUOUS and len(stretches) > 1:
            continue
        if stretches:
            return scope.spot(stretches[-1] if name == "ending" else stretches[0])
    if _ITEM.search(finding.location.path):
        label = _ITEM_LABEL.search(text[: value.start].rpartition("\n")[2])
        value = value._replace(start=value.start - (len(label[0]) if label else 0))
    return scope.spot(value)


def _whole(scope: Scope, *, is_near: bool = False) -> Target:
    end = len(scope.texts[-1])
    return Target(Spot(scope.numbers[0], 0, scope.numbers[-1], end), is_whole=True, is_near=is_near)
