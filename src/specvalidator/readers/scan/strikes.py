"""Lines drawn through words: what was struck out is no part of what a page says."""

import math
from bisect import bisect_right
from itertools import accumulate

import cv2
import numpy as np

from specvalidator.readers.layout.letters import usual_width
from specvalidator.readers.layout.page import LayoutPiece
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import BLANK_BEFORE, HALF, HAN, MARGIN, halves

_MIDDLE = (0.3, 0.72)
"""Share of the height of words where a line through them runs."""
_LONGEST = 1.03
"""Of the height of words and their margins: no letter has a longer stroke."""
_SURELY = 1.85
"""Of the same: no two letters have, that are so thick or so blurred that they touch."""
_GAP = 2
"""Pixels: what a line may miss where ink is faint; letters stand further apart."""
_LONG_SIGNS = frozenset("—–―─-_=…")
_OVER_ONE, _OVER_MIXED = 0.99, 1.15
"""Of the letter size: what no letter's own stroke reaches; beside narrow signs it is less sure."""
_MANY = 6
"""Wide letters whose size their width tells well."""
_BRACKETS = frozenset("（）“”‘’《》〈〉【】")
_STROKES = frozenset("一二三")
"""Letters that are nothing but such lines, and that grain joins to those beside them."""


def struck_range(word: Word, ink: Picture) -> tuple[float, float] | None:
    """Return from where to where a line is drawn through words, None where none is."""
    if _LONG_SIGNS & set(word.text):
        return None
    high, wide = ink.shape
    x0, y0, x1, y1 = (round(each) for each in word.box)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(wide, x1), min(high, y1)
    top, bottom = (y0 + round(share * (y1 - y0)) for share in _MIDDLE)
    band = ink[top:bottom, x0:x1]
    least = round(_LONGEST * (y1 - y0))
    if band.size == 0 or x1 - x0 < least:
        return None
    closed = cv2.morphologyEx(band, cv2.MORPH_CLOSE, np.ones((1, _GAP), np.uint8))
    lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, least), np.uint8))
    columns = np.nonzero(lines.any(0))[0]
    if not len(columns) or columns[-1] - columns[0] < _SURELY * (y1 - y0):
        return None
    return (float(x0 + columns[0]), float(x0 + columns[-1]))


def may_strike_one(word: Word, ink: Picture) -> bool:
    """Tell whether a line may be drawn through a single letter of words."""
    text = word.text
    x0, y0, x1, y1 = (max(0, round(each)) for each in word.box)
    is_upright = x1 - x0 < y1 - y0  # letters below one another
    if len(text) < 2 or is_upright or _LONG_SIGNS & set(text):  # noqa: PLR2004 - to know their size
        return False
    widths = [usual_width(each) for each in text]
    left = x0 + MARGIN - HALF * (x1 - x0) / sum(widths) * (text[0] in BLANK_BEFORE)
    size = (x1 - x0 - 2 * MARGIN - 1) / (sum(widths) - HALF * halves(text))
    is_wide = len(text) >= _MANY and all(ord(each) > HAN for each in text)
    is_wide = is_wide and not _BRACKETS & set(text)
    top, bottom = (y0 + round(share * (y1 - y0)) for share in _MIDDLE)
    band = ink[top:bottom, x0:x1]
    least = math.ceil(size * (_OVER_ONE if is_wide else _OVER_MIXED))
    if band.size == 0 or not 0 < least < band.shape[1]:
        return False
    lines = cv2.morphologyEx(band, cv2.MORPH_OPEN, np.ones((1, least), np.uint8))
    columns = np.nonzero(lines.any(0))[0]
    if not len(columns):
        return False
    middle = (x0 + float(columns[0] + columns[-1]) / 2 - left) / size
    at = bisect_right(list(accumulate(widths)), middle)
    return text[min(at, len(text) - 1)] not in _STROKES


def parted(piece: LayoutPiece, start: float, end: float) -> list[LayoutPiece]:
    """Return a piece in the parts that a line through it makes.

    Args:
        piece: of text on one line.
        start: where the line begins, in points.
        end: where it ends.
    """
    widths = [0.3 if each.isspace() else usual_width(each) for each in piece.text]
    unit = (piece.x1 - piece.x0) / (sum(widths) or 1.0)
    parts: list[LayoutPiece] = []
    x = piece.x0
    for letter, width in zip(piece.text, widths, strict=True):
        after = x + width * unit
        struck = start <= (x + after) / 2 <= end
        if parts and parts[-1].struck == struck:
            parts[-1] = parts[-1]._replace(text=parts[-1].text + letter, x1=after)
        else:
            parts.append(piece._replace(text=letter, x0=x, x1=after, struck=struck))
        x = after
    # One letter that seems to be struck is 一, joined by grain to those beside it.
    return parts if sum(len(part.text) for part in parts if part.struck) > 1 else [piece]
