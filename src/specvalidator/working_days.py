"""Chinese working days: weekends, public holidays, and the days put in their place (调休)."""

import csv
import datetime as dt
from functools import cache
from typing import NamedTuple

from specvalidator.shipped import data_folder

_LAST_WEEK = 25
"""From this day of December on, the notice for the next year may still move a working day: that
for 2002 reached back to 29 December 2001, that for 2019 to 29 December 2018."""
_SATURDAY = 5


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


def _has_notice(year: int) -> bool:
    """Say whether the year's substituted working days are on record; every year has some."""
    return year in _calendar().years


def _is_working(day: dt.date) -> bool:
    calendar = _calendar()
    return day in calendar.worked if day.weekday() >= _SATURDAY else day not in calendar.off


class _Calendar(NamedTuple):
    off: frozenset[dt.date]
    """Days between Monday and Friday that are holidays."""
    worked: frozenset[dt.date]
    """Saturdays and Sundays that are worked in exchange."""
    years: frozenset[int]
    """Those whose notice is on record."""


@cache
def _calendar() -> _Calendar:
    """Read the list; only sessions whose results were handed in wait for it."""
    path = data_folder("rules") / "lists" / "working-days.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [(dt.date.fromisoformat(row["date"]), row["day"]) for row in csv.DictReader(stream)]
    worked = frozenset(date for date, day in rows if day == "worked")
    return _Calendar(
        frozenset(date for date, day in rows if day == "off"),
        worked,
        frozenset(date.year for date in worked),
    )
