"""Printed numbers of a list compared with 1, 2, 3 …: what is wrong with them, if anything."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from specvalidator.wording import Words

Slip = Literal["start", "gap", "repeat", "restart", "order"]
"""How a numbering goes wrong: begins late, leaves out, repeats, begins anew, goes back."""


class Break(NamedTuple):
    """The first number of a list that does not follow."""

    slip: Slip
    at: int
    """Position in the list, from 0."""
    number: int
    expected: int
    printed: Words
    """All printed numbers, such as 1、2、4."""


def runs_on(numbers: Sequence[int | None]) -> bool:
    """Say whether printed numbers follow 1, 2, 3 …, as `first_break` counts."""
    printed = [number for number in numbers if number is not None]
    if printed == list(range(1, len(printed) + 1)):
        return True
    return all(number in (None, at) for at, number in enumerate(numbers, start=1))


def first_break(numbers: Sequence[int | None]) -> Break | None:
    """Return where printed numbers stop following 1, 2, 3 …, None where they never do.

    Items without a number are no fault: they may count silently (1, –, 3) or not (1, –, 2);
    what lets the list run longer is taken as meant.
    """
    if runs_on(numbers):
        return None
    printed = [number for number in numbers if number is not None]
    counted = list(zip(_positions(numbers), range(1, len(printed) + 1), printed, strict=True))
    silent = [(index, index + 1, number) for index, _, number in counted]
    at, expected, number = max(_first_unequal(counted), _first_unequal(silent))
    said = Words("、".join(map(str, printed)), ", ".join(map(str, printed)))
    return Break(_slip(printed), at, number, expected, said)


def _positions(numbers: Sequence[int | None]) -> list[int]:
    return [index for index, number in enumerate(numbers) if number is not None]


def _first_unequal(steps: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Return the first (index, expected, number) whose number is not the expected one."""
    return next(step for step in steps if step[1] != step[2])


def _slip(printed: Sequence[int]) -> Slip:
    runs = list(_runs(printed))
    if len(runs) > 1 and all(len(run) > 1 and run[0] == 1 for run in runs):
        return "restart"
    steps = [later - earlier for earlier, later in pairwise(printed)]
    if any(step < 0 for step in steps):
        return "order"
    if 0 in steps:
        return "repeat"
    return "gap" if printed[0] == 1 else "start"


def _runs(printed: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut a list before every number that does not follow the one before it."""
    start = 0
    for at in range(1, len(printed) + 1):
        if at == len(printed) or printed[at] != printed[at - 1] + 1:
            yield printed[start:at]
            start = at
