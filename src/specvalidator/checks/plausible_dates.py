"""Dates that nobody means: before the notice was issued, or decades ahead."""

import datetime as dt

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Places, Yields, check, title_at, values_at
from specvalidator.dates import in_chinese
from specvalidator.findings import Facts, Moot, Problem
from specvalidator.wording import Words


class Between(Params):
    """The first and the last day that may be meant."""

    at: Places = Field(min_length=1, description="Paths of dates")
    first: dt.date = Field(description="The day on which the notice came into force")
    last: dt.date = Field(description="A day beyond which nothing is planned")


@check("dates-plausible", facts=("found", "field", "first"))
def dates_plausible(record: BaseModel, params: Between) -> Yields:
    """A date lies between two days; one wrong year in several of them is one fault.

    That a date is absent is for another rule to say.
    """
    given = [
        (path, day)
        for pattern in params.at
        for path, day in values_at(record, pattern)
        if day is not None
    ]
    if not given:
        yield Moot(params.at[0])
    wrong: dict[int, list[tuple[str, dt.date]]] = {}
    for path, day in given:
        if not params.first <= day <= params.last:
            wrong.setdefault(day.year, []).append((path, day))
    for alike in wrong.values():
        at, *related = [path for path, _ in alike]
        days = [day for _, day in alike]
        titles = [title_at(type(record), path) for path, _ in alike]
        facts: Facts = {
            "found": Words("、".join(map(in_chinese, days)), ", ".join(map(str, days))),
            "field": "和".join(titles),
            "first": Words(in_chinese(params.first), params.first.isoformat()),
        }
        yield Problem(at, facts, related=tuple(related))
