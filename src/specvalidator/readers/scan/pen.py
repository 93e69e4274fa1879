"""Marks of a pen: those that engines take for letters, and words that they cross.

A tick seems to be V, L or a 7 that is too large.
"""

from statistics import median

import cv2
import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import HAN, MARGIN

_TICKS = frozenset("LVvJUu√✓/\\丿乚レ")
"""What a tick seems to be; nothing of a form is one of these alone."""
_ONE = frozenset("1lI|｜丨")
"""What a tick cut by a line seems to be, too, though these are narrow."""
_NARROW = 0.75
"""Of its height: 1 is not so wide, with its feet."""
_SHORT = 2
_LARGE = 1.4
"""Times as high as words of the page usually are."""
_HIGH = 1.8
"""Times as high as words usually are: what reaches so far is no letter of theirs …"""
_BESIDE = 0.25
"""… where so much of it lies beside words."""
_ON = 12
"""Pixels of it on a word that it crosses."""


def parted_from_marks(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return words of a page without what seem to be marks of a pen, and these."""
    if not words:
        return [], []
    least = _LARGE * median(_height(word) for word in words)
    marks = [word for word in words if _is_mark(word, least)]
    return [word for word in words if word not in marks], marks


def crossed(words: list[Word], ink: Picture) -> list[Word]:
    """Return the words that something large crosses: a stroke of a pen, or the rim of a seal."""
    if not words:
        return []
    least = _HIGH * median(_height(word) for word in words)
    beside = ink.copy()
    for x0, y0, x1, y1 in map(_whole, words):
        beside[y0:y1, x0:x1] = 0
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    high = [label for label in range(1, len(stats)) if stats[label, 3] > least]
    large = [
        label
        for label in high
        if np.count_nonzero(beside[_part(stats[label])][labels[_part(stats[label])] == label])
        > _BESIDE * stats[label, 4]
    ]
    return [
        word
        for word in words
        for x0, y0, x1, y1 in [_whole(word)]
        if large and np.isin(labels[y0:y1, x0:x1], large).sum() > _ON
    ]


def touched(words: list[Word], strokes: list[Box]) -> list[Word]:
    """Return the words beside which, or on which, strokes were that were taken off the page."""
    return [word for word in words if any(_share_room(word.box, box) for box in strokes)]


def _share_room(one: Box, other: Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _whole(word: Word) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (max(0, round(each)) for each in word.box)
    return x0, y0, x1, y1


def _part(stats: Picture) -> tuple[slice, slice]:
    left, top, wide, high = stats[:4].tolist()
    return slice(top, top + high), slice(left, left + wide)


def _is_mark(word: Word, least: float) -> bool:
    letters = set(word.text) - {" "}
    if letters <= _TICKS:
        return True
    if word.text in _ONE:
        wide = word.box[2] - word.box[0] - 2 * MARGIN
        return wide > _NARROW * (_height(word) - 2 * MARGIN)
    is_short = len(word.text) <= _SHORT and all(ord(each) <= HAN for each in word.text)
    return is_short and _height(word) > least


def _height(word: Word) -> float:
    return word.box[3] - word.box[1]
