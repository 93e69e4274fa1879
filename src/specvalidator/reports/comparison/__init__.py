"""A document and its resubmission: what is mended, what remains, what is new or changed."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from specvalidator.findings import Finding, Report
from specvalidator.pointers import is_index
from specvalidator.reports.comparison.changes import Change, changes_between
from specvalidator.submission import Submission

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
    is_asked = _asking(path for each in old.report.counted for path in _asked(each))
    changes = changes_between(old.submission.model, new.submission.model)
    return Comparison(
        old.report,
        new.report,
        tuple(gone),
        tuple(each for each in new.report.counted if id(each) in kept),
        tuple(here),
        tuple(each for each in changes if not is_asked(each)),
    )


def identity_of(finding: Finding) -> tuple[str, str, str]:
    """Return what tells a finding from the others of its report."""
    return finding.rule, finding.location.path, finding.message


def _match(
    gone: list[Finding],
    here: list[Finding],
    remaining: list[Finding],
    likeness: Callable[[Finding], tuple[str, str]],
) -> None:
    """Move what is in both lists, by some likeness, to those that remain."""
    alike: dict[tuple[str, str], deque[Finding]] = {}
    for each in here:
        alike.setdefault(likeness(each), deque()).append(each)
    left = []
    for each in gone:
        same = alike.get(likeness(each))
        if same:
            remaining.append(same.popleft())
        else:
            left.append(each)
    kept = {id(each) for those in alike.values() for each in those}
    gone[:] = left
    here[:] = [each for each in here if id(each) in kept]


def _as_said(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _at_place(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.location.path


def _by_rule(finding: Finding) -> tuple[str, str]:
    """Return what a finding is about where rows may have moved."""
    return finding.rule, _INDEX.sub("/*", finding.location.path)


def _asked(finding: Finding) -> list[str]:
    """Return what a finding asks to change: of a whole table, the cells that it names."""
    whole = finding.location.path
    cells = [each.path for each in finding.related if each.path.startswith(f"{whole}/")]
    return cells or [whole]


def _asking(paths: Iterable[str]) -> Callable[[Change], bool]:
    """Return what says of a change whether one of these is it, holds it or stands in it.

    What is asked of a list as a whole is asked of rows that are added, and not of others that
    are put in their place.
    """
    asked = {path for path in paths if path}
    holding = {above for path in asked for above in _above(path)}

    def is_asked(change: Change) -> bool:
        changed = change.path.removesuffix("_text")
        return (
            changed in asked
            or changed in holding
            or any(
                above in asked and (not change.old or not _is_listed(changed, above))
                for above in _above(changed)
            )
        )

    return is_asked


def _is_listed(path: str, above: str) -> bool:
    """Say whether a value stands in a row of the list that holds it."""
    return is_index(path[len(above) + 1 :].partition("/")[0])


def _above(path: str) -> Iterator[str]:
    """Yield the paths of what holds a value, the whole record's last."""
    while path:
        path = path.rpartition("/")[0]
        yield path
