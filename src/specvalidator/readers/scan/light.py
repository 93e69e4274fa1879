"""Light, seals and tilt: a sheet in colour → an evenly lit grey page whose lines are level."""

import cv2
import numpy as np

from specvalidator.readers.scan.pixels import Picture, scaled

PAPER = 245
"""How light paper becomes."""
_RED = 25
"""By how much red must be over green and blue to be the ink of a seal."""
_COARSE = 8
_INK = 190
_SMALL = 900
_FEW, _MANY = 200, 60_000
_STEEPEST = 9.0


def evened(image: Picture) -> Picture:
    """Return a grey page, evenly lit, without red ink: in red light a seal is as paper is."""
    grey = _without_red(image) if image.ndim > 2 else image  # noqa: PLR2004 - colours
    high, wide = grey.shape
    size = (max(1, wide // _COARSE), max(1, high // _COARSE))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    ground = cv2.resize(cv2.GaussianBlur(ground, (0, 0), 4), (wide, high))
    return cv2.divide(grey, ground, scale=PAPER)


def _without_red(image: Picture) -> Picture:
    blue, green, red = (each.astype(np.int16) for each in cv2.split(image))
    other = np.maximum(cv2.blur(green, (3, 3)), cv2.blur(blue, (3, 3)))
    over = np.clip(red - other - _RED, 0, 255)  # words under a seal are dark in red light, too
    return np.clip(red + 2 * over, 0, 255).astype(np.uint8)


def ink_of(grey: Picture) -> Picture:
    """Return 255 where there is ink, 0 elsewhere."""
    smooth = cv2.medianBlur(grey, 3)
    local = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 14
    )
    return ((smooth < _INK) & (local > 0)).astype(np.uint8) * 255


def tilt_of(ink: Picture) -> float:
    """Return by how many degrees lines fall to the right: the turn that parts rows most sharply."""
    small = scaled(ink, _SMALL / max(ink.shape), cv2.INTER_AREA)
    ys, xs = np.nonzero(small > 60)  # noqa: PLR2004 - a quarter of ink
    if len(xs) < _FEW:
        return 0.0
    if len(xs) > _MANY:
        every = len(xs) // _MANY + 1
        xs, ys = xs[::every], ys[::every]

    def sharp(angle: float) -> float:
        heights = ys - xs * np.tan(np.deg2rad(angle)) + _SMALL / 3
        rows = np.bincount(np.clip(heights.astype(int), 0, 2 * _SMALL))
        return float((np.diff(rows.astype(np.float64)) ** 2).sum())

    best: float = 0.0
    for reach, step in ((_STEEPEST, 0.5), (0.5, 0.1), (0.1, 0.02)):
        best = max(np.arange(best - reach, best + reach + step / 2, step), key=sharp)
    return float(best)
