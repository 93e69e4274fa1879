"""Numbers of papers, ages and periods, as forms and rules give them."""

from decimal import Decimal

import pytest

from specvalidator.quantities import least_age, months, paper_number, working_days_stated

PAPERS = [
    ("WD-2101", "wd2101"),
    ("ＷＤ—2101", "wd2101"),
    ("鲁考评字第0031号", "鲁考评字第0031"),
    ("鲁考评字第三一号", "鲁考评字第三一号"),
    ("鲁考评字第　　号", None),
    ("鲁考评字〔2021〕第 号", None),
    ("申领中", None),
    ("无", None),
    ("/", None),
    ("××××", None),
    ("证书号", None),
]
AGES = [
    ("年满16周岁", 16),
    ("年满十四周岁即可报名", 14),
    ("15至60周岁", 15),
    ("18—60周岁", 18),
    ("未满16周岁的不得报名", None),
    ("男60周岁以下、女55周岁以下", None),
    ("年满18周岁，不超过60周岁", 18),
    ("不低于十六周岁", 16),
    ("工作满3年", None),
]
PERIODS = [
    ("保存两年", 24),
    ("六个月", 6),
    ("半年", 6),
    ("一年半", 18),
    ("180天", 6),
    ("2021年", None),
]
DAYS = [("3个工作日内", 3), ("十个工作日", 10), ("5日内", 3), ("当天", None)]


@pytest.mark.parametrize(("text", "number"), PAPERS)
def test_a_number_of_a_certificate(text: str, number: str | None) -> None:
    assert paper_number(text) == number


@pytest.mark.parametrize(("text", "age"), AGES)
def test_the_least_age_that_is_admitted(text: str, age: int | None) -> None:
    assert least_age(text) == age


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_period_in_months(text: str, period: int | None) -> None:
    assert months(text) == (None if period is None else Decimal(period))


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_within_how_many_working_days(text: str, days: int | None) -> None:
    assert working_days_stated(text) == days
