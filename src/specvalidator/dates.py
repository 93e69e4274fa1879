"""Dates as people write them in Chinese: 2021年3月15日, 2021-3-15, 二〇二一年三月十五日."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.quantities import narrowed, whole_number

_DIGITS = "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_YEAR = rf"(?<!\d)(?P<year>\d{{4}}|[{_DIGITS}]{{4}})"
_MONTH = rf"(?P<month>\d{{1,2}}|[{_DIGITS}十拾]{{1,2}})"
_DAY = rf"(?P<day>\d{{1,2}}|[{_DIGITS}十拾廿卅]{{1,3}})"
# Patterns as text are compiled when they are first needed: few documents need them.
_DATE = rf"{_YEAR}\s*[年./、,-]\s*{_MONTH}\s*[月./、,-]\s*{_DAY}(?!\d)(?:\s*[日号])?"
_LETTER_FOR_ZERO = rf"(?<=[{_DIGITS}])[Oo](?=[{_DIGITS}])"
_COMPACT = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"


class WrittenDate(NamedTuple):
    """A date as it stands in a text."""

    begin: int
    end: int
    """`text[begin:end]` is what is written."""
    date: dt.date | None
    """None where the calendar has no such day, as in 2021年2月30日."""


def find_date(text: str) -> WrittenDate | None:
    """Return the first date that a text gives in full, None where it gives none."""
    plain = narrowed(text)
    if "O" in plain or "o" in plain:
        plain = re.sub(_LETTER_FOR_ZERO, "〇", plain)
    match = re.search(_DATE, plain) or re.search(_COMPACT, plain)
    if match is None:
        return None
    year, month, day = (whole_number(_tens(match[part])) for part in ("year", "month", "day"))
    try:
        date = dt.date(year or 0, month or 0, day or 0)
    except ValueError:
        date = None
    return WrittenDate(match.start(), match.end(), date)


def _tens(number: str) -> str:
    return number.replace("廿", "二十").replace("卅", "三十")


def in_chinese(day: dt.date) -> str:
    """Write a day as a Chinese sentence has it: 2021年3月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def date_of(text: str) -> dt.date | None:
    """Return the date that the whole text is, None where it is anything else."""
    found = find_date(text)
    alone = found is not None and not (text[: found.begin] + text[found.end :]).strip()
    return found.date if found is not None and alone else None


_NUMERAL = r"[\d一二三四五六七八九十]{1,3}"
_OF_YEAR = (
    r"(?:(?<!\d)(?P<year>\d{4})\s*年\s*)?(?:(?P<lunar>[农阴旧])历)?"
    rf"(?<![\d.一二三四五六七八九十])(?P<month>{_NUMERAL})\s*月\s*"
    rf"(?:{_NUMERAL}\s*[日号]?\s*[-~—–至到]+\s*)?(?P<day>{_NUMERAL})\s*[日号]"
)
_IN_FIGURES = (
    r"(?<![A-Za-z\d./-])(?<!号)(?<!号:)(?P<year>20\d\d)(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?![A-Za-z\d-])"
)
"""No part of a longer number, and no number of a paper: 编号2025-31-02."""
_LEAP_YEAR = 2024
_LAST_MONTH = 12


def impossible_days(text: str, year: int | None = None) -> Iterator[str]:
    """Yield the days of a text that no calendar has, as written: 4月31日, 3月28日至32日, 13月1日.

    Args:
        text: any text; lunar days are passed over.
        year: of days that are written without one; None allows 2月29日.
    """
    plain = narrowed(text)
    in_words = re.finditer(_OF_YEAR, plain) if "月" in plain else ()
    in_figures = re.finditer(_IN_FIGURES, plain) if "20" in plain else ()
    for match in (*in_words, *in_figures):
        said = match.groupdict()
        month, day = whole_number(said["month"]), whole_number(said["day"])
        if said.get("lunar") or month is None or day is None:
            continue
        of = int(said["year"]) if said["year"] else year or _LEAP_YEAR
        if not (1 <= month <= _LAST_MONTH and 1 <= day <= calendar.monthrange(of, month)[1]):
            yield match[0].strip()
