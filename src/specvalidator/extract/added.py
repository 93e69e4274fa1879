"""The values of fields that a pack adds to a form: texts, numbers, days."""

import re
from decimal import Decimal

from specvalidator.dates import date_of
from specvalidator.extra import ExtraKind
from specvalidator.placeholders import placeholder_of
from specvalidator.quantities import narrowed, number
from specvalidator.quantities.numbers import CHINESE

_NUMBER = re.compile(
    rf"(?:共计|共|合计|总计|约)?\s*(?P<number>\d+(?:\.\d+)?|[{CHINESE}]+)"
    r"\s*\(?[^\d/余多几来至到批些~()-]{0,8}\)?\s*[。.]?"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def value_of(kind: ExtraKind, text: str | None) -> str | int | float | None:
    """Return what a field holds, None for a text that is no such thing.

    A number may have its unit: 120元; a day comes as 2026-01-05.
    """
    if text is None or kind == "text":
        return text
    if kind == "day":
        day = date_of(text)
        return day.isoformat() if day else None
    match = _NUMBER.fullmatch(_THOUSANDS.sub("", narrowed(text).strip()))
    found = number(match["number"]) if match else None
    return None if found is None else _plain(found)


def is_no_attempt(text: str) -> bool:
    """Say whether what stands in place of a number or a day is none, and no attempt at one."""
    return placeholder_of(text) in {"nothing", "later", "hint"}


def _plain(found: Decimal) -> int | float:
    return int(found) if found == found.to_integral_value() else float(found)
