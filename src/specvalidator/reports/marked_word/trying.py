"""Fixes tried before they are written: the file is read and judged as if they were accepted."""

from collections.abc import Sequence
from typing import NamedTuple

from specvalidator.reports.marked_word.copying import NotFixed, OpenedCopy
from specvalidator.reports.marked_word.fixes import Fix
from specvalidator.reports.marking import Judge, JudgedSubmission


class Tried(NamedTuple):
    """A copy with fixes that do what they should."""

    data: bytes
    fixes: tuple[Fix, ...]


class Trial:
    """The fixes of one file, taken together as far as they bear each other."""

    def __init__(self, desk: OpenedCopy, judge: Judge) -> None:
        self._desk = desk
        self._judge = judge
        self._before = kinds(desk.judged)

    def add(self, best: Tried, fixes: Sequence[Fix]) -> Tried:
        """Add to a copy all of the fixes that do what they should; halves where not all do."""
        if not fixes:
            return best
        together = self._tried((*best.fixes, *fixes))
        if together is not None:
            return together
        if len(fixes) == 1:
            return best
        middle = len(fixes) // 2
        return self.add(self.add(best, fixes[:middle]), fixes[middle:])

    def _tried(self, fixes: tuple[Fix, ...]) -> Tried | None:
        try:
            data = self._desk.copy_with(fixes)
        except NotFixed:
            return None
        return Tried(data, fixes) if self._is_better(data, fixes) else None

    def _is_better(self, data: bytes, fixes: Sequence[Fix]) -> bool:
        """Say whether the findings are gone, and no other has come."""
        after = self._judge(data)
        left = [finding for each in after for finding in each.report.counted]
        said = {(finding.rule, finding.location.path, finding.message) for finding in left}
        return kinds(after) <= self._before and not any(
            (fix.finding.rule, fix.finding.location.path, fix.finding.message) in said
            for fix in fixes
        )


def kinds(judged: Sequence[JudgedSubmission]) -> set[tuple[int, str, str, str]]:
    """Return which submission has which finding where, however it is worded."""
    return {
        (number, finding.rule, finding.location.path, finding.gravity)
        for number, each in enumerate(judged)
        for finding in each.report.counted
    }
