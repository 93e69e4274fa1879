"""Which document is the resubmission of which: by what it is about, by its file, by its words."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from specvalidator.reports.comparison import Resubmitted

_ALIKE = 0.75
"""Of all words of two documents, the part that is in both, from which on they are taken for one.

What every form says of applicants, examiners and marks makes half of a short one.
"""


class _Paper(NamedTuple):
    """A document, and what tells it from others."""

    number: int
    handed_in: Resubmitted
    words: frozenset[str]
    """Pairs of letters of all that is written in it."""

    @property
    def kind(self) -> str:
        """What form it is."""
        return self.handed_in.report.kind


def paired(
    old: Sequence[Resubmitted], new: Sequence[Resubmitted]
) -> Iterator[tuple[Resubmitted | None, Resubmitted | None]]:
    """Yield each document with its resubmission, of the same kind.

    What it is about and the name of its file tell; where several have both, or none, the words
    do. What has no counterpart comes alone: old ones without a successor last.
    """
    before, after = _papers(old), _papers(new)
    found: dict[int, _Paper] = {}
    for likeness in (_subject_and_file, _subject, _file):
        _pair(before, after, found, likeness, 0)
    alone = len(old) == len(new) == 1  # somebody says that they belong together
    _pair(before, after, found, _kind, 0 if alone else _ALIKE)
    for each in _papers(new):
        one = found.get(each.number)
        yield one and one.handed_in, each.handed_in
    for each in before:
        yield each.handed_in, None


def _papers(documents: Sequence[Resubmitted]) -> list[_Paper]:
    return [
        _Paper(number, each, frozenset(_pairs_of_letters(each.submission.model)))
        for number, each in enumerate(documents)
    ]


def _pair(
    before: list[_Paper],
    after: list[_Paper],
    found: dict[int, _Paper],
    likeness: Callable[[_Paper], Hashable],
    least: float,
) -> None:
    """Move those that share a likeness and at least so much of their words; the most alike first.

    Args:
        before: earlier documents without a successor.
        after: new documents without an earlier one.
        found: takes the earlier one by the number of the new one.
        likeness: what they have in common, None where there is nothing to compare.
        least: how much of their words both have, 0 to 1.
    """
    groups: dict[Hashable, list[_Paper]] = {}
    for each in before:
        groups.setdefault(likeness(each), []).append(each)
    candidates = [
        (-_overlap(one, other), other.number, one.number, one, other)
        for other in after
        if likeness(other) is not None
        for one in groups.get(likeness(other), ())
    ]
    for overlap, _, _, one, other in sorted(candidates, key=lambda each: each[:3]):
        if -overlap >= least and one in before and other in after:
            found[other.number] = one
            before.remove(one)
            after.remove(other)


def _overlap(one: _Paper, other: _Paper) -> float:
    """Return how much of the words of both is in both, 0 to 1."""
    both = len(one.words & other.words)
    either = len(one.words) + len(other.words) - both
    return both / either if either else 0.0


def _pairs_of_letters(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for each in value.__dict__.values():
            yield from _pairs_of_letters(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _pairs_of_letters(each)
    elif isinstance(value, str):
        text = "".join(value.split())
        yield from (text[at : at + 2] for at in range(len(text) - 1))


def _subject_and_file(one: _Paper) -> Hashable:
    subject, file = _subject(one), _file(one)
    return (subject, file) if subject is not None and file is not None else None


def _subject(one: _Paper) -> Hashable:
    subject = one.handed_in.report.subject
    return (one.kind, "".join(subject.split())) if subject else None


def _file(one: _Paper) -> Hashable:
    source = one.handed_in.report.source
    return (one.kind, source.name.rpartition("/")[2].rpartition(".")[0]) if source else None


def _kind(one: _Paper) -> Hashable:
    return one.kind
