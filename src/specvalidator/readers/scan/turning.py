"""Which way up a page is: told by how its letters stand beside each other, and by a glance."""

from collections.abc import Iterator

import cv2
import numpy as np

from specvalidator.readers.scan.engines import Engine, Word
from specvalidator.readers.scan.light import PAPER
from specvalidator.readers.scan.pixels import Picture, scaled

QUARTERS = (None, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)
SURE = 0.8
"""How certain words are on the average that are seen the right way up."""
_HALF = 0.5
_DARK = 80
_RULE, _NEXT = 40, 7
"""Pixels at half the size: strokes of letters are shorter; letters on a line are nearer."""
_CLEARLY = 1.3
"""Times as many heaps of ink as the other way."""
_FEW = 10
_WINDOW, _STEPS = 1100, 4
"""Pixels of the part of a page that a glance falls on, and places each way that it may have."""
_GLANCE = 0.65
"""By how much it is made smaller: letters need to be told, not read."""
_LETTERS = 6
"""Fewer do not tell which way they stand."""


def lies_on_its_side(ink: Picture) -> bool:
    """Tell whether lines of writing run down a page: on a line letters are next to each other."""
    small = scaled(ink, _HALF, cv2.INTER_AREA)
    letters = (small > _DARK).astype(np.uint8) * 255
    for block in ((1, _RULE), (_RULE, 1)):
        rules = cv2.morphologyEx(letters, cv2.MORPH_OPEN, np.ones(block, np.uint8))
        letters &= ~cv2.dilate(rules, np.ones((5, 5), np.uint8))
    letters = cv2.morphologyEx(letters, cv2.MORPH_OPEN, np.ones((2, 1), np.uint8))
    across, down = (_heaps(letters, block) for block in ((1, _NEXT), (_NEXT, 1)))
    return across > _FEW and across > _CLEARLY * down


def upright(page: Picture, ink: Picture, engine: Engine, quarters: tuple[int, ...]) -> int | None:
    """Return by how many quarters, clockwise, a page must be turned so that it can be read.

    Args:
        page: grey, evenly lit.
        ink: of the page.
        engine: is shown the part with most ink, once for each turn until one is sure.
        quarters: that are tried. None of them is sure: None.
    """
    part = scaled(_fullest(page, ink), _GLANCE, cv2.INTER_AREA)
    for quarter in quarters:
        if _is_legible(engine(turned(part, quarter))):
            return quarter
    return None


def turned(page: Picture, quarter: int) -> Picture:
    """Return a page turned by so many quarters, clockwise."""
    return cv2.rotate(page, QUARTERS[quarter]) if quarter else page


def is_tall(word: Word) -> bool:
    """Tell whether words run down the page: engines read those of a page on its side, too."""
    x0, y0, x1, y1 = word.box
    return len(word.text) > 1 and x1 - x0 < 0.7 * (y1 - y0)


def _heaps(letters: Picture, block: tuple[int, int]) -> int:
    joined = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones(block, np.uint8))
    return int(cv2.connectedComponents(joined)[0]) - 1


def _fullest(page: Picture, ink: Picture) -> Picture:
    """Return the part of a page with most ink, with paper around it."""
    sums = cv2.integral((ink > 0).astype(np.uint8))
    high, wide = page.shape
    tall, broad = min(high, _WINDOW), min(wide, _WINDOW)

    def inked(corner: tuple[int, int]) -> int:
        y, x = corner
        rows = sums[y + tall] - sums[y]
        return int(rows[x + broad] - rows[x])

    top, left = max(_corners(high - tall, wide - broad), key=inked)
    part = page[top : top + tall, left : left + broad]
    return cv2.copyMakeBorder(part, *[_FEW] * 4, cv2.BORDER_CONSTANT, value=PAPER)


def _corners(down: int, across: int) -> Iterator[tuple[int, int]]:
    for y in range(_STEPS + 1):
        for x in range(_STEPS + 1):
            yield down * y // _STEPS, across * x // _STEPS


def _is_legible(words: list[Word]) -> bool:
    level = [word for word in words if not is_tall(word)]
    letters = sum(len(word.text) for word in level)
    sure = sum(word.certainty * len(word.text) for word in level)
    return letters >= _LETTERS and sure >= SURE * letters and 2 * len(level) >= len(words)
