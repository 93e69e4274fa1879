"""Paths of an OFD: AbbreviatedData as the parts that a pen draws without being lifted."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKENS = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?|[^\sA-Za-z,]+")
_NUMBERS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow each letter."""
_BEGINS = "SM"
_CURVES = "QBA"
_FARTHEST = 1e6


class SubPath(NamedTuple):
    """One part of a path."""

    corners: list[tuple[float, float]]
    is_curved: bool


def subpaths(text: str) -> Iterator[SubPath]:
    """Yield the parts of a path; it ends where it makes no sense."""
    tokens = _TOKENS.findall(text)
    corners: list[tuple[float, float]] = []
    curved = False
    at = 0
    while at < len(tokens):
        step = tokens[at]
        values = _values(tokens[at + 1 : at + 1 + _NUMBERS.get(step, 0)])
        if step not in _NUMBERS or values is None or len(values) < _NUMBERS[step]:
            break
        at += 1 + _NUMBERS[step]
        if step in _BEGINS:
            if corners:
                yield SubPath(corners, curved)
            corners, curved = [(values[0], values[1])], False
        elif step == "C":
            if corners:
                corners.append(corners[0])
        else:
            corners.append((values[-2], values[-1]))
            curved = curved or step in _CURVES
    if corners:
        yield SubPath(corners, curved)


def _values(tokens: list[str]) -> list[float] | None:
    try:
        found = [float(each) for each in tokens]
    except ValueError:
        return None
    fits = all(math.isfinite(each) and abs(each) <= _FARTHEST for each in found)
    return found if fits else None
