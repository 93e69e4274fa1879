"""Generic checks of how many there are and what is spoken of, on any path."""

import pytest

from specvalidator.checks.generic import AtLeast, Mentions, at_least, mentions
from specvalidator.findings import Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Item, Requirements, Task

STEP = Item(text="揉面")
SPEC = Specification(
    tasks=(Task(operations=(STEP, STEP)), Task(operations=(STEP,)), Task()),
    requirements=Requirements(method_and_time="现场实操"),
)


@pytest.mark.parametrize(
    ("at", "least", "expected"),
    [
        ("/tasks", 3, []),
        ("/tasks", 4, [Problem("/tasks", {"found": "3"})]),
        (
            "/tasks/*/operations",
            2,
            [Problem("/tasks/1/operations", {"found": "1"}), Moot("/tasks/2/operations")],
        ),
    ],
)
def test_a_list_is_counted_and_an_empty_one_is_not_its_matter(
    at: str, least: int, expected: list[Outcome]
) -> None:
    assert list(at_least(SPEC, AtLeast(at=at, least=least))) == expected


@pytest.mark.parametrize(
    ("at", "words", "expected"),
    [
        ("/requirements/method_and_time", ("笔试", "实操"), []),
        (
            "/requirements/method_and_time",
            ("笔试",),
            [Problem("/requirements/method_and_time")],
        ),
        ("/requirements/examiners", ("名",), [Moot("/requirements/examiners")]),
    ],
)
def test_one_word_is_enough_and_an_absent_text_is_not_its_matter(
    at: str, words: tuple[str, ...], expected: list[Outcome]
) -> None:
    assert list(mentions(SPEC, Mentions(at=at, words=words))) == expected
