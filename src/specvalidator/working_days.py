"""Chinese working days: weekends, public holidays, and the days put in their place (调休)."""

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_LAST_WEEK = 25
"""From this day of December on, the notice for the next year may still move a working day: that
for 2002 reached back to 29 December 2001, that for 2019 to 29 December 2018."""


def after(day: dt.date, count: int) -> dt.date | None:
    """Return the `count`-th working day after `day`, None where it cannot be known yet.

    The State Council says in late autumn which days of the next year are substituted. A year for
    which that is not on record is not known, however likely its holidays are.

    Args:
        day: counting begins on the next day.
        count: how many working days, at least one.
    """
    while count > 0:
        if day == dt.date.max:
            return None
        day += dt.timedelta(days=1)
        if not _is_known(day):
            return None
        count -= _is_working(day)
    return day


def _is_known(day: dt.date) -> bool:
    is_last_week = (day.month, day.day) >= (dt.date.max.month, _LAST_WEEK)
    return _has_notice(day.year) and (not is_last_week or _has_notice(day.year + 1))


@cache
def _has_notice(year: int) -> bool:
    """Say whether the year's substituted working days are on record; every year has some."""
    if year > dt.date.max.year:
        return False
    return any(day.year == year for day in _calendar(year).weekend_workdays)


def _is_working(day: dt.date) -> bool:
    return _calendar(day.year).is_working_day(day)


@cache
def _calendar(year: int) -> "HolidayBase":
    # Heavy, and needed only for sessions whose results were handed in.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("CN", years=year)
