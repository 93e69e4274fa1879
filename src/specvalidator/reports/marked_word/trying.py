"""Mends tried before they are written: the file is read and judged as if they were accepted."""

from collections.abc import Sequence
from typing import NamedTuple

from specvalidator.reports.marked_word.copying import NotMended, OpenedCopy
from specvalidator.reports.marked_word.fixes import Fix
from specvalidator.reports.marking import Judge, Judged


class Tried(NamedTuple):
    """A copy with mends that do what they should."""

    data: bytes
    mends: tuple[Fix, ...]


class Trial:
    """The mends of one file, taken together as far as they bear each other."""

    def __init__(self, desk: OpenedCopy, judge: Judge) -> None:
        self._desk = desk
        self._judge = judge
        self._before = _kinds(desk.judged)

    def add(self, best: Tried, mends: Sequence[Fix]) -> Tried:
        """Add to a copy all of the mends that do what they should; halves where not all do."""
        if not mends:
            return best
        together = self._tried((*best.mends, *mends))
        if together is not None:
            return together
        if len(mends) == 1:
            return best
        middle = len(mends) // 2
        return self.add(self.add(best, mends[:middle]), mends[middle:])

    def _tried(self, mends: tuple[Fix, ...]) -> Tried | None:
        try:
            data = self._desk.copy_with(mends)
        except NotMended:
            return None
        return Tried(data, mends) if self._is_better(data, mends) else None

    def _is_better(self, data: bytes, mends: Sequence[Fix]) -> bool:
        """Say whether the findings are gone, and no other has come."""
        after = self._judge(data)
        left = [finding for each in after for finding in each.report.counted]
        said = {(finding.rule, finding.location.path, finding.message) for finding in left}
        return _kinds(after) <= self._before and not any(
            (mend.finding.rule, mend.finding.location.path, mend.finding.message) in said
            for mend in mends
        )


def _kinds(judged: Sequence[Judged]) -> set[tuple[int, str, str, str]]:
    """Return which submission has which finding where, however it is worded."""
    return {
        (number, finding.rule, finding.location.path, finding.gravity)
        for number, each in enumerate(judged)
        for finding in each.report.counted
    }
