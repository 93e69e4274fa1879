"""Periods in months and in days, as rules state them: 两年, 六个月, 半年, 10个工作日."""

import re
from decimal import Decimal

from specvalidator.quantities.numbers import NUMBER, fitting, number, tidied

_PERIOD = rf"(?P<number>{NUMBER})\s*(?P<unit>个?月|年|天|日)(?!\s*度)(?P<half>半)?|(?P<alone>半年)"
_DAYS = rf"(?P<number>{NUMBER})\s*(?:个)?\s*(?P<unit>工作日|日|天)"
_YEAR, _MONTH = 12, 30
_MOST_YEARS = 100
"""2021年 is no period."""


def months(text: str) -> Decimal | None:
    """Return the first period that a text states, in months: 24 for 两年, 6 for 180天."""
    text = tidied(text)
    for match in re.finditer(fitting(_PERIOD, text), text):
        if match["alone"]:
            return Decimal(6)
        value = number(match["number"])
        if value is None or (match["unit"] == "年" and value >= _MOST_YEARS):
            continue
        value += Decimal("0.5") if match["half"] else 0
        if match["unit"] in "天日":
            return value / _MONTH
        return value * _YEAR if match["unit"] == "年" else value
    return None


def working_days_stated(text: str) -> Decimal | None:
    """Return within how many working days a text wants a thing done; of 日 as of those, less 2.

    Calendar days hold a weekend: 5日 may be three working days.
    """
    text = tidied(text)
    match = re.search(fitting(_DAYS, text), text)
    value = number(match["number"]) if match else None
    if match is None or value is None:
        return None
    return value if match["unit"] == "工作日" else value - 2
