"""Working days, expected from the notices of the State Council and never from the library.

2025: New Year 1 Jan; Spring Festival 28 Jan-4 Feb, worked 26 Jan and 8 Feb;
Labour Day 1-5 May, worked 27 Apr; National Day and Mid-Autumn 1-8 Oct, worked 28 Sep and 11 Oct.
2026: New Year 1-3 Jan, worked 4 Jan; Spring Festival 15-23 Feb, worked 14 and 28 Feb; Labour Day
1-5 May, worked 9 May; National Day 1-7 Oct, worked 20 Sep and 10 Oct.
"""

import datetime as dt
import subprocess
import sys

import pytest

from specvalidator import working_days


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


def test_holidays_are_loaded_only_to_count_days() -> None:
    program = (
        "import sys, specvalidator.checks.session as s, specvalidator as sv\n"
        "from specvalidator.models import Session\n"
        "sv.check(Session(date='2025-03-14', results_date='2025-03-17'))\n"
        "print('holidays' in sys.modules)\n"
        "sv.check(Session(date='2025-03-14', results_date='2025-03-19'))\n"
        "print('holidays' in sys.modules)\n"
    )
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert ended.stdout.split() == ["False", "True"]
