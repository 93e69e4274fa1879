"""Two pages beside each other on one picture, as A3 lies on the glass: a blank strip parts them."""

import cv2
import numpy as np

from specvalidator.readers.scan.light import evened, ink_of
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.turning import lies_on_its_side

_SHAPE = (1.2, 1.7)
"""Width for height of two pages of A4, photographed askew, too."""
_MIDDLE = (0.42, 0.58)
_STRIP = 0.035
"""Of the width: margins of two pages are 30 mm of 420 together."""
_BLANK = 0.004
"""Of the height: dust that a blank strip may show."""
_FOLD = 15
"""Pixels of a fold, or of the edge of a sheet, within the strip."""
_WRITTEN = 0.004
"""Share of one of the pages that is ink at least."""


def shows_two_pages(ink: Picture) -> bool:
    """Tell whether an upright picture shows two pages: writing to both sides of a blank strip."""
    high, wide = ink.shape
    if not _SHAPE[0] < wide / high < _SHAPE[1]:
        return False
    halves = ink[:, : wide // 2], ink[:, wide // 2 :]
    if max(float((half > 0).mean()) for half in halves) < _WRITTEN:  # one may be blank
        return False
    left, right = (round(share * wide) for share in _MIDDLE)
    blank = ((ink[:, left:right] > 0).mean(0) <= _BLANK).astype(np.uint8)[None]
    strip = cv2.morphologyEx(blank, cv2.MORPH_CLOSE, np.ones((1, _FOLD), np.uint8))
    strip = cv2.morphologyEx(strip, cv2.MORPH_OPEN, np.ones((1, round(_STRIP * wide)), np.uint8))
    return bool(strip.any())


def may_be_two_pages(picture: Picture) -> bool:
    """Tell the same of a picture as it was taken, which may lie on its side."""
    high, wide = picture.shape[:2]
    if not _SHAPE[0] < wide / high < _SHAPE[1]:
        return False
    ink = ink_of(evened(picture))
    return shows_two_pages(ink) and not lies_on_its_side(ink)
