"""JSON Pointers: the examples of RFC 6901, and how records are walked."""

from typing import Any

import pytest

from specvalidator import pointers
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record

DOCUMENT: dict[str, Any] = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
}
"""Of RFC 6901, section 5."""


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DOCUMENT),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ('/k"l', 6),
        ("/ ", 7),
        ("/m~0n", 8),
        ("/foo/2", None),
        ("/foo/-", None),
        ("/foo/１", None),
        ("/nowhere/deep", None),
    ],
)
def test_a_pointer_names_what_the_standard_says(pointer: str, value: object) -> None:
    assert pointers.value_at(DOCUMENT, pointer) == value
    assert pointers.pointer_of(pointers.parts(pointer)) == pointer


def test_an_escaped_tilde_before_a_digit_stays_what_it_is() -> None:
    assert pointers.parts("/~01") == ["~1"]
    assert pointers.pointer_of(["~1", 2]) == "/~01/2"


@pytest.mark.parametrize("pointer", ["foo", "0/foo", "#/foo", " "])
def test_what_does_not_begin_with_a_stroke_is_no_pointer(pointer: str) -> None:
    with pytest.raises(LookupError):
        pointers.parts(pointer)


def test_a_record_is_walked_by_its_fields_and_numbers() -> None:
    record = Specification.model_validate(valid_record("specification"))

    assert pointers.value_at(record, "/tasks/0/name") == record.tasks[0].name
    assert pointers.value_at(record, "/tasks/99/name") is None
    assert pointers.value_at(record, "/nothing") is None


def test_upwards_leads_to_the_whole_record() -> None:
    assert list(pointers.upwards("/tasks/0/name")) == ["/tasks/0/name", "/tasks/0", "/tasks", ""]
    assert list(pointers.upwards("")) == [""]
    assert pointers.parent("/tasks") == ""
