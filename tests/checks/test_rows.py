"""Generic checks of rows and numbers, and of several places at once."""

import pytest

from specvalidator.checks.generic import Everywhere, present
from specvalidator.checks.rows import Needed, Within, rows_complete, within
from specvalidator.checks.telephone import is_telephone
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.application import Application, Equipment, Examiner, Manager

FORM = Application.model_validate(
    {
        "applicant": "蓝屿职业培训学校",
        "equipment": [
            {"name": "和面机", "quantity": 4, "quantity_text": "4台"},
            {"name": "电蒸箱"},
            {"model": "HM-20"},
            {"name": "案板", "quantity_text": "若干"},
        ],
        "managers": [{"age": 46}, {"age": 3}, {}],
        "examiners": [{"age": 81}],
    }
)


def test_each_empty_field_is_told_by_its_title() -> None:
    outcomes = list(present(FORM, Everywhere(at=("/applicant", "/telephone", "/projects"))))
    assert outcomes == [
        Problem("/telephone", {"field": "联系电话", "written": ""}),
        Problem("/projects", {"field": "专项职业能力考核项目", "written": ""}),
    ]


def test_one_place_needs_no_list() -> None:
    assert Everywhere.model_validate({"at": "/telephone"}) == Everywhere(at=("/telephone",))


def test_a_row_is_told_once_with_all_that_is_absent() -> None:
    outcomes = list(rows_complete(FORM, Needed(at="/equipment", needed=("name", "quantity"))))
    assert [(type(each), each.path) for each in outcomes] == [
        (Problem, "/equipment/1/quantity"),
        (Problem, "/equipment/2"),
        (Doubt, "/equipment/3/quantity"),
    ]
    assert isinstance(outcomes[1], Problem)
    assert outcomes[1].related == ("/equipment/2/name", "/equipment/2/quantity")


def test_no_row_at_all_is_not_the_matter_of_what_rows_need() -> None:
    needed = Needed(at="/equipment", needed=("name",))
    assert list(rows_complete(Application(), needed)) == [Moot("/equipment")]


def test_numbers_lie_between_both_ends() -> None:
    params = Within(at=("/managers/*/age", "/examiners/*/age"), least=16, most=80)
    assert [each.path for each in within(FORM, params)] == ["/managers/1/age", "/examiners/0/age"]


@pytest.mark.parametrize("age", [16, 80])
def test_both_ends_are_included(age: int) -> None:
    form = Application(managers=(Manager(age=age),), examiners=(Examiner(age=age),))
    params = Within(at=("/managers/*/age", "/examiners/*/age"), least=16, most=80)
    assert list(within(form, params)) == []


def test_without_any_number_there_is_nothing_to_compare() -> None:
    form = Application(equipment=(Equipment(name="和面机"),))
    params = Within(at=("/managers/*/age", "/examiners/*/age"), least=16, most=80)
    assert list(within(form, params)) == [Moot("/managers/*/age")]


POSSIBLE = [
    *("13800000000", "138-0000-0000", "138 0000 0000", "+86 138 0000 0000", "008613800000000"),
    *(
        "0631-5190891",
        "(0631)5190891",
        "（0631）5190891",
        "0631 519 0891",
        "5190891",
        "0631－5190891",
    ),
    *("+86 631 5190891", "010-62345678", "010-62345678转812", "0631-5190891-801"),
    *("13800000000/0631-5190891", "13800000000 0631-5190891", "于某 13800000000"),
    *("400-812-3456", "１３８００００００００"),
]
IMPOSSIBLE = [
    *("1380000000", "138000000001", "12800000000", "0631-519089", "1234567", "12333"),
    *("无", "见附件", "99", "13800000000/1380000"),
]


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_number_in_any_usual_writing_is_one(text: str) -> None:
    assert is_telephone(text)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_number_with_a_digit_too_few_or_too_many_is_none(text: str) -> None:
    assert not is_telephone(text)
