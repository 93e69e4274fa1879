"""How many there may be: no more than so many, an odd number; of a list its items are counted."""

from decimal import Decimal

from pydantic import BaseModel, Field

from specvalidator.checks.base import Yields, check, is_absent, values_at
from specvalidator.checks.generic import At
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Moot, Problem


class AtMost(At):
    """How many there may be."""

    most: int = Field(ge=0, description="Greatest number, or most items of a list")


@check("at-most", facts=("found",), variants=("review",))
def at_most(record: BaseModel, params: AtMost) -> Yields:
    """A number is not greater, a list not longer. That there is none is for another rule."""
    for path, value in values_at(record, params.at):
        found = amount(value)
        if is_absent(value):
            yield Moot(path)
        elif found is None:
            yield Doubt(path, {"found": str(value)})
        elif found > params.most:
            yield Problem(path, {"found": plain(found)})


@check("odd-number", facts=("found",), variants=("review",))
def odd_number(record: BaseModel, params: At) -> Yields:
    """A number, or that of a list's items, is odd, so that a vote decides."""
    for path, value in values_at(record, params.at):
        found = amount(value)
        if is_absent(value):
            yield Moot(path)
        elif found is None:
            yield Doubt(path, {"found": str(value)})
        elif found % 2 != 1:
            yield Problem(path, {"found": plain(found)})


def amount(value: object) -> Decimal | None:
    """Return the number that a value is, or of how many items it consists; None if neither."""
    if isinstance(value, tuple):
        return Decimal(len(value))
    if isinstance(value, float):  # as a pack's own fields hold it
        return Decimal(str(value))
    return Decimal(value) if isinstance(value, int | Decimal) else None
