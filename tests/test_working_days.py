"""Working days, expected from the notices of the State Council and never from a library.

2025: New Year 1 Jan; Spring Festival 28 Jan-4 Feb, worked 26 Jan and 8 Feb;
Labour Day 1-5 May, worked 27 Apr; National Day and Mid-Autumn 1-8 Oct, worked 28 Sep and 11 Oct.
2026: New Year 1-3 Jan, worked 4 Jan; Spring Festival 15-23 Feb, worked 14 and 28 Feb; Labour Day
1-5 May, worked 9 May; National Day 1-7 Oct, worked 20 Sep and 10 Oct.
"""

import csv
import datetime as dt
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from specvalidator import working_days

SCRIPT = Path(__file__).parents[1] / "rules" / "derive_working_days.py"
LIST = SCRIPT.parent / "lists" / "working-days.csv"


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


THIRD_DAYS: list[tuple[str, str, str]] = [
    ("2025-01-20", "2025-01-23", "a common week"),
    ("2025-01-23", "2025-01-27", "Friday, Sunday 26 January worked, Monday"),
    ("2025-01-24", "2025-02-05", "26 and 27 January, then the first day after the festival"),
    ("2025-01-25", "2025-02-05", "a Saturday off is no day to count"),
    ("2025-01-26", "2025-02-06", "27 January, 5 and 6 February"),
    ("2025-01-27", "2025-02-07", "5, 6 and 7 February"),
    ("2025-02-04", "2025-02-07", "from the last day of the festival"),
    ("2025-02-05", "2025-02-08", "Saturday 8 February worked is the third"),
    ("2025-02-06", "2025-02-10", "7, 8 and, after Sunday, 10 February"),
    ("2025-02-07", "2025-02-11", "Saturday 8, Monday, Tuesday"),
    ("2025-04-25", "2025-04-29", "Sunday 27 April worked"),
    ("2025-04-30", "2025-05-08", "1 to 5 May off"),
    ("2025-09-26", "2025-09-30", "Sunday 28 September worked"),
    ("2025-09-30", "2025-10-11", "1 to 8 October off; 9, 10 and Saturday 11 worked"),
    ("2025-12-30", "2026-01-05", "31 December, Sunday 4 January worked, Monday"),
    ("2026-02-11", "2026-02-14", "Saturday 14 February worked is the third"),
    ("2026-02-12", "2026-02-24", "13 and 14 February, then the first day after the festival"),
    ("2026-02-13", "2026-02-25", "14, 24 and 25 February"),
    ("2026-02-14", "2026-02-26", "24, 25 and 26 February"),
    ("2026-02-23", "2026-02-26", "from the last day of the festival"),
    ("2026-02-25", "2026-02-28", "Saturday 28 February worked is the third"),
    ("2026-02-26", "2026-03-02", "27, 28 and, after Sunday, 2 March"),
    ("2026-05-06", "2026-05-09", "Saturday 9 May worked"),
    ("2026-09-30", "2026-10-10", "1 to 7 October off; 8, 9 and Saturday 10 worked"),
]


@pytest.mark.parametrize(
    ("session", "third", "why"), THIRD_DAYS, ids=[f"{date} {why}" for date, _, why in THIRD_DAYS]
)
def test_the_third_working_day_is_counted_by_the_years_notice(
    session: str, third: str, why: str
) -> None:
    assert working_days.after(day(session), 3) == day(third), why


@pytest.mark.parametrize(
    ("session", "why"),
    [
        ("2040-03-05", "a year whose notice nobody has written"),
        ("1999-03-05", "before days were substituted"),
        ("0001-01-01", "the first day there is"),
        ("9999-12-30", "the last days there are"),
    ],
)
def test_what_is_not_on_record_is_not_guessed(session: str, why: str) -> None:
    assert working_days.after(day(session), 3) is None, why


def test_the_last_week_of_a_year_waits_for_the_next_years_notice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(working_days, "_has_notice", lambda year: year <= 2025)

    assert working_days.after(day("2025-12-18"), 3) == day("2025-12-23")
    assert working_days.after(day("2025-12-23"), 3) is None


NOTICES: dict[int, tuple[list[tuple[str, str]], list[str]]] = {
    2023: (
        [
            ("01-01", "01-02"),
            ("01-21", "01-27"),
            ("04-05", "04-05"),
            ("04-29", "05-03"),
            ("06-22", "06-24"),
            ("09-29", "10-06"),
        ],
        ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"],
    ),
    2024: (
        [
            ("01-01", "01-01"),
            ("02-10", "02-17"),
            ("04-04", "04-06"),
            ("05-01", "05-05"),
            ("06-10", "06-10"),
            ("09-15", "09-17"),
            ("10-01", "10-07"),
        ],
        ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
    ),
    2025: (
        [
            ("01-01", "01-01"),
            ("01-28", "02-04"),
            ("04-04", "04-06"),
            ("05-01", "05-05"),
            ("05-31", "06-02"),
            ("10-01", "10-08"),
        ],
        ["01-26", "02-08", "04-27", "09-28", "10-11"],
    ),
    2026: (
        [
            ("01-01", "01-03"),
            ("02-15", "02-23"),
            ("04-04", "04-06"),
            ("05-01", "05-05"),
            ("06-19", "06-21"),
            ("09-25", "09-27"),
            ("10-01", "10-07"),
        ],
        ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
    ),
}
"""What the notice of each year says: from when to when is off, and which days are worked."""


def listed() -> list[tuple[dt.date, str]]:
    with LIST.open(encoding="utf-8", newline="") as stream:
        return [(day(row["date"]), row["day"]) for row in csv.DictReader(stream)]


@pytest.mark.parametrize("year", NOTICES)
def test_the_list_has_what_the_notice_says(year: int) -> None:
    periods, worked = NOTICES[year]
    off = [
        dt.date.fromordinal(number)
        for first, last in periods
        for number in range(
            day(f"{year}-{first}").toordinal(), day(f"{year}-{last}").toordinal() + 1
        )
    ]
    expected = {(each, "off") for each in off if each.weekday() < 5}
    expected |= {(day(f"{year}-{each}"), "worked") for each in worked}
    assert {row for row in listed() if row[0].year == year} == expected


def test_the_list_has_each_day_once_in_order_and_only_what_departs_from_the_week() -> None:
    days = [each for each, _ in listed()]
    assert days == sorted(set(days))
    assert [row for row in listed() if (row[0].weekday() >= 5) != (row[1] == "worked")] == []
    assert {row[1] for row in listed()} == {"off", "worked"}


def test_the_list_is_what_the_script_derives() -> None:
    spec = importlib.util.spec_from_file_location("derive_working_days", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    years = sorted({each.year for each, _ in listed()})
    assert years == list(range(2001, years[-1] + 1))
    assert listed() == [row for year in years for row in script.departures(year)]


def test_days_are_counted_without_the_library_they_were_derived_from() -> None:
    program = (
        "import sys; sys.modules['holidays'] = None\n"
        "import specvalidator as sv\n"
        "from specvalidator.models import Session\n"
        "report = sv.check(Session(date='2025-03-14', results_date='2025-03-20'))\n"
        "print(*(finding.rule for finding in report.findings))\n"
    )
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert "late-results" in ended.stdout.split()
