"""Case files: how a change is made to the valid record."""

from typing import Any

import pytest
from pydantic import ValidationError

from specvalidator.packs.cases import Case, cases_of, record_of, valid_record


def case(**change: Any) -> Case:  # noqa: ANN401 - values of any kind, as in a case file
    why = {"zh": "例", "en": "An example."}
    return Case.model_validate({"rule": "x", "outcome": "pass", "why": why, **change})


def changed(**change: Any) -> dict[str, Any]:  # noqa: ANN401 - values of any kind
    return record_of(case(**change), "specification")


def test_a_case_without_a_change_is_the_valid_record() -> None:
    assert changed() == valid_record("specification")


def test_a_value_deep_in_the_record_is_set() -> None:
    assert changed(set={"/tasks/1/operations/0/text": "揉面"})["tasks"][1]["operations"][0] == {
        "number": 1,
        "text": "揉面",
    }


def test_a_dash_appends_to_a_list() -> None:
    tasks = changed(set={"/tasks/-": {"name": "收尾"}})["tasks"]

    assert len(tasks) == len(valid_record("specification")["tasks"]) + 1
    assert tasks[-1] == {"name": "收尾"}


def test_a_field_is_emptied_a_list_cleared_and_an_item_taken_away() -> None:
    record = changed(unset=("/definition", "/tasks/0/operations", "/tasks/1"))

    assert record["definition"] is None
    assert record["tasks"][0]["operations"] == []
    assert [task["number"] for task in record["tasks"]] == [1, 3, 4]


def test_one_case_leaves_the_next_alone() -> None:
    before = valid_record("specification")
    changed(set={"/tasks/0/name": "别的"}, unset=("/tasks/3",))

    assert valid_record("specification") == before


@pytest.mark.parametrize("pointer", ["/nowhere/deep", "/tasks/9/name", "tasks", ""])
def test_a_pointer_to_nowhere_is_refused(pointer: str) -> None:
    with pytest.raises(LookupError):
        changed(set={pointer: 1})


@pytest.mark.parametrize("slip", [{"sett": {}}, {"outcome": "maybe"}, {"why": {"zh": "例"}}])
def test_a_slip_in_a_case_file_is_refused(slip: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        case(**slip)


def test_a_rule_without_a_file_has_no_cases() -> None:
    assert cases_of("no-such-rule") == ()
