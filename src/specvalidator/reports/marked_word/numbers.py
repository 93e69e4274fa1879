"""Numbers for new comments and tracked changes: above all that the file has."""

from collections.abc import Iterable, Iterator
from itertools import count

from specvalidator.readers.word.ooxml import W, integer
from specvalidator.readers.xml import Element

_ID = W + "id"
_MOST = 2**30  # Word wants numbers below 2 ** 31


class UniqueIds:
    """Gives each number once."""

    def __init__(self, roots: Iterable[Element]) -> None:
        taken = {integer(each.get(_ID), -1) for root in roots for each in root.iter()}
        self._free = _free(taken)

    def next(self) -> str:
        """Return a number that nothing in the file has."""
        return str(next(self._free))


def _free(taken: set[int]) -> Iterator[int]:
    start = max(taken, default=-1) + 1
    return (number for number in count(start if start < _MOST else 0) if number not in taken)
