"""Blanks between two parts of a line, where an engine read on as if there were none."""

from itertools import accumulate

import numpy as np

from specvalidator.readers.layout.letters import usual_width
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import MARGIN, is_chinese

_WIDE = 0.55
"""Of the letter size: letters without stops leave less room between their ink."""
_PART = 4
"""Letters of each part: those of a title may be spaced."""
_NEAR = 0.4
"""Of the letter size: how far from its gap a letter may seem to end."""


def with_blank(word: Word, ink: Picture) -> Word:
    """Return words with a blank where there is one wide gap between two Chinese letters."""
    text = word.text
    if " " in text or len(text) < 2 * _PART:
        return word
    x0, y0, x1, y1 = (max(0, round(each)) for each in word.box)
    columns = np.flatnonzero((ink[y0:y1, x0:x1] > 0).sum(0) > 1)
    if len(columns) < 2 * _PART:
        return word
    gaps = np.diff(columns)
    widths = [usual_width(each) for each in text]
    size = (x1 - x0 - 2 * MARGIN - int(gaps.max())) / sum(widths)
    found = [
        count
        for at in np.flatnonzero(gaps >= _WIDE * size).tolist()
        for count in [_letters_before((columns[at] - columns[0]) / size, widths)]
        if count and all(map(is_chinese, text[count - 1 : count + 1]))
    ]
    if len(found) != 1 or min(found[0], len(text) - found[0]) < _PART:
        return word
    return word._replace(text=f"{text[: found[0]]} {text[found[0] :]}")


def _letters_before(left: float, widths: list[float]) -> int:
    """Return how many letters take so much room from the left; 0: it is within a letter."""
    ends = list(accumulate(widths))
    nearest = min(range(len(ends)), key=lambda index: abs(ends[index] - left))
    return nearest + 1 if abs(ends[nearest] - left) <= _NEAR else 0
