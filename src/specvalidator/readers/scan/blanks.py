"""Blanks between two parts of a line, where an engine read on as if there were none."""

from itertools import accumulate

import numpy as np

from specvalidator.readers.layout.letters import usual_width
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import HAN, MARGIN

_WIDE = 0.9
"""Of the letter size: stops leave less room between the ink of letters."""
_PART = 4
"""Letters of each part: those of a title may be spaced."""
_NEAR = 0.4
"""Of the letter size: how far from its gap a letter may seem to end."""


def with_blank(word: Word, ink: Picture) -> Word:
    """Return words with a blank where there is one wide gap between two wide letters."""
    text = word.text
    if " " in text or len(text) < 2 * _PART:
        return word
    x0, y0, x1, y1 = (max(0, round(each)) for each in word.box)
    columns = np.flatnonzero((ink[y0:y1, x0:x1] > 0).sum(0) > 1)
    if len(columns) < 2 * _PART:
        return word
    gaps = np.diff(columns)
    wide, at = int(gaps.max()), int(gaps.argmax())
    widths = [usual_width(each) for each in text]
    size = (x1 - x0 - 2 * MARGIN - wide) / sum(widths)
    if wide < _WIDE * size or (gaps >= _WIDE * size).sum() > 1:
        return word
    ends = list(accumulate(widths))
    left = (columns[at] - columns[0]) / size
    count = min(range(len(ends)), key=lambda index: abs(ends[index] - left)) + 1
    parts = text[:count], text[count:]
    fits = abs(ends[count - 1] - left) <= _NEAR and min(map(len, parts)) >= _PART
    if fits and ord(parts[0][-1]) > HAN and ord(parts[1][0]) > HAN:
        return word._replace(text=" ".join(parts))
    return word
