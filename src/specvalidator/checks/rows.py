"""Checks of tables on any form: rows that are complete, numbers that are plausible."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Places, Yields, check, is_absent, title_at, values_at
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.wording import Words


class Needed(Params):
    """What every row of a table must have."""

    at: str = Field(description="Path of the list of rows")
    needed: tuple[str, ...] = Field(min_length=1, description="Fields that a row must fill in")


@check("rows-complete", facts=("row", "absent", "written"), variants=("review",))
def rows_complete(record: BaseModel, params: Needed) -> Yields:
    """Every row fills in these fields. A number written so that none can be read is a question.

    That there is no row at all is for another rule to say.
    """
    rows = [(path, row) for path, row in values_at(record, f"{params.at}/*") if row is not None]
    if not rows:
        yield Moot(params.at)
    for index, (path, row) in enumerate(rows):
        called = _called(index, row)
        empty = [field for field in params.needed if is_absent(getattr(row, field))]
        unclear = [field for field in empty if not is_absent(getattr(row, f"{field}_text", None))]
        absent = [f"{path}/{field}" for field in empty if field not in unclear]
        if absent:
            at, related = (absent[0], ()) if len(absent) == 1 else (path, tuple(absent))
            titles = [title_at(type(record), each) for each in absent]
            facts: Facts = {"row": called, "absent": _listed(titles), "written": ""}
            yield Problem(at, facts, related=related)
        for field in unclear:
            written = getattr(row, f"{field}_text")
            title = title_at(type(record), f"{path}/{field}")
            facts = {"row": called, "absent": Words(title, title), "written": written}
            yield Doubt(f"{path}/{field}", facts)


def _called(index: int, row: Any) -> Words:  # noqa: ANN401 - a row of any table
    name = getattr(row, "name", None)
    if name is None:
        return Words(f"第{index + 1}行", f"row {index + 1}")
    return Words(f"第{index + 1}行（{name}）", f"row {index + 1} ({name})")


def _listed(titles: list[str]) -> Words:
    return Words("、".join(titles), ", ".join(titles))


class Within(Params):
    """What a number may be, both ends included."""

    at: Places = Field(min_length=1, description="Paths; * stands for any item of a list")
    least: int
    most: int


@check("within", facts=("found", "field"))
def within(record: BaseModel, params: Within) -> Yields:
    """A number lies between two others. That it is absent is for another rule to say."""
    given = 0
    for pattern in params.at:
        for path, value in values_at(record, pattern):
            if value is not None:
                given += 1
                if not params.least <= value <= params.most:
                    field = title_at(type(record), path)
                    yield Problem(path, {"found": plain(Decimal(value)), "field": field})
    if not given:
        yield Moot(params.at[0])
