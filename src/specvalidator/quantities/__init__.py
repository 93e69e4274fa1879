"""Quantities as people write them in Chinese: 25％, 三名, 一个半小时."""

from specvalidator.quantities.marks import full_mark, pass_mark
from specvalidator.quantities.numbers import narrowed, number, percent, whole_number
from specvalidator.quantities.papers import paper_number
from specvalidator.quantities.people import least_people
from specvalidator.quantities.times import duration_stated, minutes

__all__ = [
    "duration_stated",
    "full_mark",
    "least_people",
    "minutes",
    "narrowed",
    "number",
    "paper_number",
    "pass_mark",
    "percent",
    "whole_number",
]
