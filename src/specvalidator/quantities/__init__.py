"""Quantities as people write them in Chinese: 25％, 三名, 一个半小时."""

from specvalidator.quantities.ages import least_age
from specvalidator.quantities.marks import PassMark, pass_mark, passing
from specvalidator.quantities.numbers import narrowed, number, percent, whole_number
from specvalidator.quantities.papers import paper_number
from specvalidator.quantities.people import least_people
from specvalidator.quantities.periods import months, working_days_stated
from specvalidator.quantities.scales import full_mark, grades
from specvalidator.quantities.times import duration_stated, minutes, time_words

__all__ = [
    "PassMark",
    "duration_stated",
    "full_mark",
    "grades",
    "least_age",
    "least_people",
    "minutes",
    "months",
    "narrowed",
    "number",
    "paper_number",
    "pass_mark",
    "passing",
    "percent",
    "time_words",
    "whole_number",
    "working_days_stated",
]
