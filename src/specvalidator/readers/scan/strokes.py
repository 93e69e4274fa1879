"""Strokes of a coloured pen, larger than letters: a signature across what is printed, a blue seal.

Where such ink lies on black letters they stay black, so that they can be read without it.
"""

import cv2
import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.pixels import Picture

_COLOURED, _TINGED = 45, 24
"""By how much the channels of ink differ, and of its edges, where those of paper are alike."""
_DARK = 205
_LARGER, _LARGEST = 85, 480
"""Pixels of the longer side: printed letters are smaller, and what is drawn as a table larger."""
_SPARSE = 0.4
"""Share of its box that a stroke fills; highlighted words and logos fill more."""
_FEW = 500
"""Pixels of colour: fewer make no stroke."""


def strokes_of(image: Picture) -> tuple[Picture | None, list[Box]]:
    """Return where strokes of a coloured pen are, as a mask and as boxes, in pixels."""
    if image.ndim < 3:  # noqa: PLR2004 - no colours
        return None, []
    paper = np.median(image[::8, ::8].reshape(-1, 3), 0)
    levelled = cv2.LUT(image, _levels(paper))
    lightest = cv2.max(cv2.max(levelled[:, :, 0], levelled[:, :, 1]), levelled[:, :, 2])
    darkest = cv2.min(cv2.min(levelled[:, :, 0], levelled[:, :, 1]), levelled[:, :, 2])
    colour = cv2.subtract(lightest, darkest)
    is_red = levelled[:, :, 2] == lightest  # seals are seen in red light, in which they vanish
    ink = ((colour > _COLOURED) & (darkest < _DARK) & ~is_red).astype(np.uint8)
    if cv2.countNonZero(ink) < _FEW:
        return None, []
    joined = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    wide, high, area = stats[:, 2], stats[:, 3], stats[:, 4]
    longer = np.maximum(wide, high)
    kept = (longer > _LARGER) & (longer < _LARGEST) & (area < _SPARSE * wide * high)
    kept[0] = False
    if not kept.any():
        return None, []
    mask = (kept[labels] & (colour > _TINGED)).astype(np.uint8) * 255
    boxes = [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h, _ in stats[kept]]
    return mask, boxes


def _levels(paper: Picture) -> Picture:
    """Return what makes white of the colour of paper, for each channel."""
    share = 255 / np.maximum(paper, 1)
    steps = np.arange(256)[:, None] * share[None, :]
    return np.clip(steps, 0, 255).astype(np.uint8).reshape(1, 256, 3)
