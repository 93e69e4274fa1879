"""Quantities as people write them in Chinese: 25％, 三名, 一个半小时."""

from decimal import Decimal


def least_people(text: str) -> int | None:
    """Return the least number of people that `text` asks for, None where it names none."""
    raise NotImplementedError


def minutes(text: str) -> Decimal | None:
    """Return the minutes that `text` gives for the assessment, None where it names none."""
    raise NotImplementedError


def pass_mark(text: str) -> Decimal | None:
    """Return the mark from which one passes, None where `text` names none."""
    raise NotImplementedError


def full_mark(text: str) -> Decimal | None:
    """Return the highest mark of the scale, None where `text` names none."""
    raise NotImplementedError


def percent(text: str) -> Decimal | None:
    """Return the percentage that `text` is, None where it is none."""
    raise NotImplementedError
