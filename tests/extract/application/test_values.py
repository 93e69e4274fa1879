"""Numbers of the form as people write them: 在编20人, 20人，其中女8人, 130（建筑面积）."""

from decimal import Decimal

import pytest

from specvalidator.extract.application.values import age_of, count_of, quantity_of, rooms_in

COUNTS = [
    ("20人整", 20),
    ("20名教职工", 20),
    ("在编20人", 20),
    ("现有二十人", 20),
    ("20名，其中女8名", 20),
    ("1,020", 1020),
    ("两三人", None),
    ("20余人", None),
    ("20人，另有实习生", None),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_a_number_of_people_is_read_with_what_stands_beside_it(
    text: str, expected: int | None
) -> None:
    assert count_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("年满45岁", 45), ("四十五", 45), ("四五十", None)])
def test_an_age_is_read_as_said(text: str, expected: int | None) -> None:
    assert age_of(text) == expected


@pytest.mark.parametrize("text", ["一宗", "一批", "三五张"])
def test_what_is_only_about_is_no_quantity(text: str) -> None:
    assert quantity_of(text) is None


AREAS = [
    ("（2）个教室 面积 130（建筑面积） M²", 130),
    ("（2（间））个教室 面积 130 平方", 130),
    ("（共2）个教室 面积 合计130 ㎡", 130),
    ("（2个教室）个教室 面积 130 M²", 130),
]


@pytest.mark.parametrize(("text", "area"), AREAS)
def test_rooms_and_areas_are_read_with_their_units(text: str, area: int) -> None:
    [line] = rooms_in(text)

    assert (line.rooms.number, line.area.number) == (Decimal(2), Decimal(area))
