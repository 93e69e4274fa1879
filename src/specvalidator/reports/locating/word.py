"""Which words of the document a finding is about: the exact ones, else the cell or paragraph."""

from typing import NamedTuple

from specvalidator.findings import Finding
from specvalidator.places import WordPlace
from specvalidator.reports.locating.passages import Passages, Scope, WordSpan
from specvalidator.reports.locating.pointing import column_named, pointed, remark_of
from specvalidator.reports.locating.words import found
from specvalidator.submission import Submission


class WordTarget(NamedTuple):
    """What a comment covers."""

    spot: WordSpan
    is_whole: bool
    """All of its passages, with what stands in them besides text."""
    is_near: bool = False
    """Only near the place, where nothing stands that could be marked."""


def target_of(finding: Finding, submission: Submission, passages: Passages) -> WordTarget:
    """Return what the comment on a finding covers."""
    place = finding.location.place
    at = passages.at(place) if isinstance(place, WordPlace) else []
    if not at or not isinstance(place, WordPlace):
        near = passages.near(place if isinstance(place, WordPlace) else None)
        return _whole(passages.scope(near), is_near=True)
    spot = _misprint(finding, submission, passages, at)
    if spot is not None:
        return WordTarget(spot, is_whole=False)
    if place.table is not None and place.row is None:
        return _in_table(finding, place.table, passages)
    written = submission.written(finding.location.path)
    if written is not None:
        scope = passages.scope(_reached(place, at, written, passages))
        stretch = pointed(finding, written, scope.text)
        if stretch is not None:
            return WordTarget(scope.spot(stretch), is_whole=False)
    return _whole(passages.scope(at if place.table is not None else at[:1]))


def _reached(place: WordPlace, at: list[int], written: str, passages: Passages) -> list[int]:
    return at if place.table is not None else passages.run_on(at, written)


def _misprint(
    finding: Finding, submission: Submission, passages: Passages, at: list[int]
) -> WordSpan | None:
    """Return the label that is misprinted: at the place itself, or the last one above it."""
    remark = remark_of(finding, submission)
    if remark is None or remark.slip is None:
        return None
    scope = passages.scope(at)
    if not found(scope.text, remark.slip[0]):
        scope = passages.scope(passages.before(at[0], remark.slip[0]))
    stretches = found(scope.text, remark.slip[0])
    return scope.spot(stretches[0]) if stretches else None


def _in_table(finding: Finding, table: int, passages: Passages) -> WordTarget:
    """Mark what a finding about a whole table quotes, else the column its clause is about."""
    whole = passages.scope(passages.at(WordPlace(block=1, table=table)))
    words = finding.facts.get("word")
    stretches = found(whole.text, words) if words else []
    if stretches:
        return WordTarget(whole.spot(stretches[0]), is_whole=False)
    column = column_named(finding)
    cell = passages.cell_reading(table, column) if column else []
    return _whole(passages.scope(cell or passages.first_cell(table)))


def _whole(scope: Scope, *, is_near: bool = False) -> WordTarget:
    end = len(scope.texts[-1])
    return WordTarget(
        WordSpan(scope.numbers[0], 0, scope.numbers[-1], end), is_whole=True, is_near=is_near
    )
