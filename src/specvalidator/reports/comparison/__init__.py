"""A document and its resubmission: what is mended, what remains, what is new or changed."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from specvalidator.findings import Finding, Report
from specvalidator.reports.comparison.changes import Change, changes_between
from specvalidator.submission import Submission

__all__ = ["Comparison", "Resubmitted", "compared", "paired"]

_INDEX = re.compile(r"/\d+(?=/|$)")


class Resubmitted(NamedTuple):
    """A submission with what was found about it."""

    submission: Submission
    report: Report


class Comparison(NamedTuple):
    """What became of one document."""

    old: Report
    new: Report
    mended: tuple[Finding, ...]
    """Findings that are gone, as the old report says them."""
    remaining: tuple[Finding, ...]
    """Findings that are still there, as the new report says them."""
    added: tuple[Finding, ...]
    """Findings that were not there."""
    changes: tuple[Change, ...]
    """What was changed though no finding asked for it."""


def compared(old: Resubmitted, new: Resubmitted) -> Comparison:
    """Compare a document with its resubmission, which is of the same kind."""
    gone, here = list(old.report.counted), list(new.report.counted)
    remaining: list[Finding] = []
    for likeness in (_as_said, _at_place, _by_rule):
        _match(gone, here, remaining, likeness)
    kept = {id(each) for each in remaining}
    asked = [each.location.path for each in old.report.counted]
    changes = changes_between(old.submission.model, new.submission.model)
    return Comparison(
        old.report,
        new.report,
        tuple(gone),
        tuple(each for each in new.report.counted if id(each) in kept),
        tuple(here),
        tuple(each for each in changes if not _is_asked(each, asked)),
    )


def paired(
    old: Sequence[Resubmitted], new: Sequence[Resubmitted]
) -> Iterator[tuple[Resubmitted | None, Resubmitted | None]]:
    """Yield each document with its resubmission, by what it is about before its file's name.

    What has no counterpart comes alone: old ones without a successor last.
    """
    left = list(old)
    found: dict[int, Resubmitted] = {}
    likenesses = [_subject_and_file, _subject, _file]
    if len(old) == len(new) == 1:  # somebody says that they belong together
        likenesses.append(_kind)
    for likeness in likenesses:
        for number, each in enumerate(new):
            if number in found:
                continue
            alike = [one for one in left if likeness(one) and likeness(one) == likeness(each)]
            if alike:
                found[number] = alike[0]
                left.remove(alike[0])
    for number, each in enumerate(new):
        yield found.get(number), each
    for each in left:
        yield each, None


def _match(
    gone: list[Finding],
    here: list[Finding],
    remaining: list[Finding],
    likeness: Callable[[Finding], tuple[str, str]],
) -> None:
    """Move what is in both lists, by some likeness, to those that remain."""
    for each in list(gone):
        same = next((one for one in here if likeness(one) == likeness(each)), None)
        if same is not None:
            gone.remove(each)
            here.remove(same)
            remaining.append(same)


def _as_said(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _at_place(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.location.path


def _by_rule(finding: Finding) -> tuple[str, str]:
    """Return what a finding is about where rows may have moved."""
    return finding.rule, _INDEX.sub("/*", finding.location.path)


def _is_asked(change: Change, asked: Sequence[str]) -> bool:
    """Say whether a finding was about what changed, or about what holds it or stands in it."""
    return any(
        path and (f"{change.path}/".startswith(f"{path}/") or path.startswith(f"{change.path}/"))
        for path in asked
    )


def _subject_and_file(one: Resubmitted) -> tuple[str, ...] | None:
    subject, file = _subject(one), _file(one)
    return (*subject, *file) if subject and file else None


def _subject(one: Resubmitted) -> tuple[str, ...] | None:
    subject = one.report.subject
    return (one.report.kind, "".join(subject.split())) if subject else None


def _file(one: Resubmitted) -> tuple[str, ...] | None:
    source = one.report.source
    return (one.report.kind, source.name.rpartition("/")[2].rpartition(".")[0]) if source else None


def _kind(one: Resubmitted) -> tuple[str, ...] | None:
    return (one.report.kind,)
