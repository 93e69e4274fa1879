"""Printed numbers compared with 1, 2, 3 …"""

import pytest

from specvalidator.checks.sequence import first_break

IN_ORDER = [
    ([], "there is nothing to number"),
    ([None, None, None], "nothing is numbered"),
    ([1], "one item"),
    ([1, 2, 3], "all numbered"),
    ([None, 2, 3], "the first number was not read"),
    ([1, None, 3], "an item without a number counts silently"),
    ([1, None, 2], "an item without a number continues the one before it"),
    ([None, 1, 2], "a line of introduction has no number"),
]

OUT_OF_ORDER = [
    ([2, 3], "start", 0, 1, "begins with 2"),
    ([0, 1], "start", 0, 1, "begins with 0"),
    ([1, 3], "gap", 1, 2, "leaves out 2"),
    ([1, 2, 4, 5], "gap", 2, 3, "leaves out 3"),
    ([1, None, 3, 5], "gap", 3, 4, "the silent item counts, so that only 5 is wrong"),
    ([1, 1, 2], "repeat", 1, 2, "1 stands twice"),
    ([1, 1], "repeat", 1, 2, "every item is number 1"),
    ([1, 2, 2, 3], "repeat", 2, 3, "2 stands twice"),
    ([2, 1], "order", 0, 1, "1 stands behind 2"),
    ([1, 3, 2], "order", 1, 2, "2 stands behind 3"),
    ([1, 2, 1], "order", 2, 3, "one stray 1 is no new list"),
    ([1, 2, 1, 2], "restart", 2, 3, "two lists of two"),
    ([1, 2, 3, 1, 2], "restart", 3, 4, "two lists"),
]


@pytest.mark.parametrize(("numbers", "why"), IN_ORDER, ids=[why for *_, why in IN_ORDER])
def test_numbers_follow(numbers: list[int | None], why: str) -> None:
    assert first_break(numbers) is None, why


@pytest.mark.parametrize(
    ("numbers", "slip", "at", "expected", "why"), OUT_OF_ORDER, ids=[w for *_, w in OUT_OF_ORDER]
)
def test_numbers_stop_following(
    numbers: list[int | None], slip: str, at: int, expected: int, why: str
) -> None:
    found = first_break(numbers)

    assert found is not None, why
    assert (found.slip, found.at, found.expected) == (slip, at, expected)
    assert found.number == numbers[at]


def test_the_printed_numbers_are_quoted_as_a_list() -> None:
    found = first_break([1, None, 4])

    assert found is not None
    assert found.printed == ("1、4", "1, 4")
