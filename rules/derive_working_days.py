"""Derive lists/working-days.csv from the package holidays: python rules/derive_working_days.py.

What is kept are the days on which a year's notice of the State Council departs from the week:
`off`, a day between Monday and Friday that is a holiday; `worked`, a Saturday or Sunday that is
worked in exchange (调休). The package reckons the festivals of years without a notice, too, but
not what is worked in exchange: such a year is left out. Derive the list anew each December, and
proof-read it by the notice (国务院办公厅关于部分节假日安排的通知).
"""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from holidays import country_holidays

LIST = Path(__file__).parent / "lists" / "working-days.csv"
YEARS = range(2001, 2100)
"""From 2001 on the package has what is worked in exchange."""


def departures(year: int) -> Iterator[tuple[dt.date, str]]:
    """Yield the days on which a year departs from the week, none where its notice is not known."""
    calendar = country_holidays("CN", years=year)
    if not any(day.year == year for day in calendar.weekend_workdays):
        return
    for number in range(dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal()):
        day = dt.date.fromordinal(number)
        is_weekend = calendar.is_weekend(day)
        if calendar.is_working_day(day) == is_weekend:
            yield day, "worked" if is_weekend else "off"


def main() -> None:
    """Write the list."""
    rows = [row for year in YEARS for row in departures(year)]
    with LIST.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("date", "day"))
        writer.writerows((day.isoformat(), what) for day, what in rows)
    print(f"{LIST.name} {len(rows)} days")


if __name__ == "__main__":
    main()
