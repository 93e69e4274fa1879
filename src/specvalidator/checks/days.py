"""Days that are counted from another, or follow it."""

import datetime as dt
from collections.abc import Iterator

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Yields, check, values_at
from specvalidator.dates import in_chinese
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.wording import Words


class CalendarDays(Params):
    """How soon after another day, holidays counted."""

    at: str = Field(description="Path of the later day")
    since: str = Field(description="Path of the day from which days are counted")
    days: int = Field(ge=0, description="Calendar days; the first is the next day")


@check("calendar-days", facts=("since", "found", "last"), variants=("before",))
def calendar_days(record: BaseModel, params: CalendarDays) -> Yields:
    """A day is no more than so many after another; one before it is a question."""
    begun = _day_at(record, params.since)
    for path, day in _days_at(record, params.at):
        if day is None or begun is None:
            yield Moot(path if day is None else params.since)
            continue
        last = begun + dt.timedelta(days=params.days)
        facts: Facts = {"since": _said(begun), "found": _said(day), "last": _said(last)}
        if day < begun:
            yield Doubt(path, facts, "before", (params.since,))
        elif day > last:
            yield Problem(path, facts, related=(params.since,))


class DateOrder(Params):
    """Which day is not before which."""

    at: str = Field(description="Path of the day that is not before the other")
    since: str = Field(description="Path of the other")


@check("date-order", facts=("since", "found"))
def date_order(record: BaseModel, params: DateOrder) -> Yields:
    """A day is not before another; that one of them is absent is for another rule to say."""
    begun = _day_at(record, params.since)
    for path, day in _days_at(record, params.at):
        if day is None or begun is None:
            yield Moot(path if day is None else params.since)
        elif day < begun:
            yield Problem(
                path, {"since": _said(begun), "found": _said(day)}, related=(params.since,)
            )


def _day_at(record: BaseModel, at: str) -> dt.date | None:
    return next((day for _, day in _days_at(record, at)), None)


def _days_at(record: BaseModel, at: str) -> Iterator[tuple[str, dt.date | None]]:
    for path, value in values_at(record, at):
        yield path, value if isinstance(value, dt.date) else _day_written(value)


def _day_written(value: object) -> dt.date | None:
    """Return the day that a pack's own field holds, as records have it: 2026-01-05."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _said(day: dt.date) -> Words:
    return Words(in_chinese(day), day.isoformat())
