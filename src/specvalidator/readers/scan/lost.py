"""Words with more room than their letters take: engines pass over letters that they do not know.

Only words of wide letters tell, which all take the same room.
"""

import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import HALF, HAN, HAN_HEIGHT, MARGIN, halves

_LEAST = 3
"""Letters: fewer have no usual width."""
_ROOM = 1.1
"""Times the room that so many letters take; whole words take 0.95 to 1.05 of it."""
_MOST = 12
"""Letters: of more, one is no more than what lines differ by."""
_TALL = 1.5
"""Times as high as wide: engines turn such words before they read them."""
_ABREAST = 1.25
"""Times as wide as high: no letter but 一 is."""
_FLAT = 0.35
"""Of its width: 一 is not so high."""
_GAP = 0.3
"""Of the letter size: letters that stand further apart are spaced, and none is lost."""


def has_lost(word: Word, ink: Picture) -> bool:
    """Tell whether words seem to have a letter more than was read."""
    text = word.text
    if not _LEAST <= len(text) <= _MOST or any(ord(each) <= HAN for each in text):
        return False
    x0, y0, x1, y1 = word.box
    size = (y1 - y0 - 2 * MARGIN - 1) / HAN_HEIGHT
    letters = len(text) - HALF * halves(text)
    if x1 - x0 - 2 * MARGIN - 1 < _ROOM * letters * size:
        return False
    return _gaps(word.box, ink, _GAP * size) <= sum(each in _STOPS for each in text)


def is_stacked(word: Word, ink: Picture) -> bool:
    """Tell whether words that seem to run down are lines: one has letters beside each other."""
    x0, y0, x1, y1 = (max(0, round(each)) for each in word.box)
    if y1 - y0 < _TALL * (x1 - x0) or len(word.text) < 2:  # noqa: PLR2004 - to be two lines
        return False
    inked = ink[y0:y1, x0:x1] > 0
    rows = np.flatnonzero(np.diff(np.pad(inked.sum(1) > 1, 1).astype(np.int8)))
    for top, bottom in rows.reshape(-1, 2).tolist():
        columns = np.flatnonzero(inked[top:bottom].any(0))
        wide, high = int(columns[-1] - columns[0]) + 1, bottom - top
        if _FLAT * wide < high < wide / _ABREAST:
            return True
    return False


def _gaps(box: Box, ink: Picture, least: float) -> int:
    """Return how many gaps between letters are wider than so many pixels."""
    x0, y0, x1, y1 = (max(0, round(each)) for each in box)
    columns = np.nonzero(ink[y0:y1, x0:x1].any(0))[0]
    return int((np.diff(columns) > least).sum()) if len(columns) else 0


_STOPS = frozenset("（）“”‘’《》〈〉【】，。、；：！？")
