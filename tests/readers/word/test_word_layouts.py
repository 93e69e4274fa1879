"""A specification says the same in every layout, and none is accused of what another is not."""

from collections.abc import Iterator
from typing import Any

import pytest

import specvalidator
from readers.word.layouts import DEFINITION, LAYOUTS, NAME, REQUIREMENTS, TASKS, Layout, word_file

PLAIN = Layout("plain", "typed", "paragraphs", "task", "pairs")


def record(layout: Layout) -> Any:  # noqa: ANN401 - JSON
    (found,) = specvalidator.read(word_file(layout))
    return found.model_dump(mode="json")["model"]


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() | other.keys():
            yield from differences(one.get(key), other.get(key), f"{path}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (first, second) in enumerate(zip(one, other, strict=True)):
            yield from differences(first, second, f"{path}/{index}")
    elif one != other:
        yield f"{path}: {one!r}, here {other!r}"


def test_the_layouts_are_many() -> None:
    assert len(set(map(word_file, LAYOUTS))) >= 400


def test_the_record_is_what_was_written() -> None:
    found = record(PLAIN)
    assert (found["name"], found["ability_name"], found["definition"]) == (NAME, NAME, DEFINITION)
    tasks = [
        (
            task["name"],
            tuple(each["text"] for each in task["operations"]),
            tuple(each["text"] for each in task["knowledge"]),
            int(task["weight"]),
        )
        for task in found["tasks"]
    ]
    assert tasks == list(TASKS)
    fields = ("eligibility", "examiners", "method_and_time", "venue_and_equipment")
    written = [found["requirements"][field] for field in fields]
    assert written == [text for _, text in REQUIREMENTS]


def same_and_blameless(layout: Layout) -> bool:
    assert list(differences(record(PLAIN), record(layout))) == []
    (report,) = specvalidator.validate(word_file(layout))
    return not any(each.kind == "fail" for each in report.findings)


@pytest.mark.parametrize("layout", LAYOUTS[::19], ids=str)
def test_a_layout_gives_the_same_record_and_no_error(layout: Layout) -> None:
    assert same_and_blameless(layout)


@pytest.mark.slow
def test_every_layout_does() -> None:
    assert [str(layout) for layout in LAYOUTS if not same_and_blameless(layout)] == []
