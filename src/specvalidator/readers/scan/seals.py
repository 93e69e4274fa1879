"""Round seals on pages without colours: those paler than letters fade, others leave a doubt."""

from typing import NamedTuple

import cv2
import numpy as np

from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.light import PAPER
from specvalidator.readers.scan.pixels import Picture, scaled
from specvalidator.readers.scan.ruling import Ruling, ruling_of

_SMALL = 0.25
_RADII = (110, 230)
"""Pixels: seals are 30 to 58 millimetres wide."""
_VOTES = 70
_MOST = 6
_RIM = 4
"""Pixels to each side of a circle that belong to it."""
_STEP, _STRAYS = 4, 12
"""Pixels: what a circle may be moved by, and how far its size may be wrong."""
_RADIAL = tuple(range(-_STRAYS, _STRAYS + 1, _STEP))
_BESIDE, _CLEARER = 24, 0.25
"""Pixels away from its rim a seal is less dark by this share of its circumference."""
_INK = 190
_ROUND = 0.86
"""Share of a circle along which its rim is dark."""
_LETTERS = 5
"""Percent of a page's ink that is as dark as letters are at least."""
_PALER = 35
_MARGIN = 14
_LINE = 3
"""Pixels to each side of a ruled line that are its own."""
_ANGLES = np.linspace(0, 2 * np.pi, 240, endpoint=False)


class Seal(NamedTuple):
    """A seal: where its middle is, and how far its rim is from there, in pixels."""

    x: float
    y: float
    radius: float
    shade: float
    """How light its rim is."""


def seals_of(grey: Picture) -> list[Seal]:
    """Return the round seals of a page."""
    small = cv2.GaussianBlur(scaled(grey, _SMALL, cv2.INTER_AREA), (3, 3), 0)
    circles = cv2.HoughCircles(
        small,
        cv2.HOUGH_GRADIENT,
        dp=1.5,
        minDist=_RADII[0] * _SMALL,
        param1=120,
        param2=_VOTES,
        minRadius=round(_RADII[0] * _SMALL),
        maxRadius=round(_RADII[1] * _SMALL),
    )
    if circles is None:
        return []
    found = (_seal(grey, *(float(each) / _SMALL for each in circle)) for circle in circles[0])
    return [seal for seal, _ in zip(filter(None, found), range(_MOST), strict=False)]


def without_pale(grey: Picture, seals: list[Seal]) -> tuple[Picture, list[Seal]]:
    """Return a page without the seals that are paler than its letters, and the seals left on it."""
    if not seals:
        return grey, []
    letters = float(np.percentile(grey[grey < _INK], _LETTERS))
    page, left, ruling = grey.copy(), [], ruling_of(grey)
    for seal in seals:
        if seal.shade - letters < _PALER:
            left.append(seal)
            continue
        disc = np.zeros(grey.shape, np.uint8)
        reach = round(seal.radius + 2 * _STRAYS)
        cv2.circle(disc, (round(seal.x), round(seal.y)), reach, 255, -1)
        pale = seal.shade - _MARGIN
        lighter = letters + (grey - letters) * ((PAPER - letters) / (pale - letters))
        page[disc > 0] = np.clip(lighter, 0, PAPER)[disc > 0].astype(np.uint8)
        lines = _lines_through(seal, ruling, grey.shape)
        page[lines & (disc > 0)] = grey[lines & (disc > 0)]
    return page, left


def _lines_through(seal: Seal, ruling: Ruling, shape: tuple[int, int]) -> Picture:
    """Return where lines run that are longer than a seal: they are thin, and as pale as it is."""
    lines = np.zeros(shape, bool)
    least = 2 * (seal.radius + _STRAYS)
    for at, start, end in ruling.across:
        if end - start > least:
            lines[max(0, round(at) - _LINE) : round(at) + _LINE + 1, round(start) : round(end)] = (
                True
            )
    for at, start, end in ruling.down:
        if end - start > least:
            lines[round(start) : round(end), max(0, round(at) - _LINE) : round(at) + _LINE + 1] = (
                True
            )
    return lines


def sealed(words: list[Word], seals: list[Seal]) -> list[Word]:
    """Return the words that the rim of a seal crosses."""
    return [word for word in words if any(_crosses(seal, word) for seal in seals)]


def _seal(grey: Picture, x: float, y: float, radius: float) -> Seal | None:
    """Return the seal near a circle, if its rim is dark all around and what is beside it is not."""
    high, wide = grey.shape
    reach = radius + _BESIDE + 2 * _STRAYS + _RIM
    if x < reach or y < reach or x + reach >= wide or y + reach >= high:
        return None

    def shares(place: tuple[float, float, float]) -> float:
        return float((_ring(grey, *place) < _INK).mean())

    shifts = (-2 * _STEP, -_STEP, 0, _STEP, 2 * _STEP)
    places = [(x + dx, y + dy, radius + dr) for dx in shifts for dy in shifts for dr in _RADIAL]
    best = max(places, key=shares)
    beside = max(shares((*best[:2], best[2] + away)) for away in (-_BESIDE, _BESIDE))
    if shares(best) < _ROUND or beside > _ROUND - _CLEARER:
        return None
    rim = _ring(grey, *best)
    return Seal(*best, float(np.median(rim[rim < _INK])))


def _ring(grey: Picture, x: float, y: float, radius: float) -> Picture:
    """Return how dark it is on a circle, a few pixels wide, in each direction."""
    steps = radius + np.arange(-_RIM, _RIM + 1, 2)
    columns = np.rint(x + np.cos(_ANGLES)[:, None] * steps).astype(int)
    rows = np.rint(y + np.sin(_ANGLES)[:, None] * steps).astype(int)
    darkest: Picture = grey[rows, columns].min(1)
    return darkest


def _crosses(seal: Seal, word: Word) -> bool:
    x0, y0, x1, y1 = word.box
    near = np.hypot(np.clip(seal.x, x0, x1) - seal.x, np.clip(seal.y, y0, y1) - seal.y)
    far = np.hypot(max(abs(x0 - seal.x), abs(x1 - seal.x)), max(abs(y0 - seal.y), abs(y1 - seal.y)))
    return bool(near <= seal.radius + _STRAYS and far >= seal.radius - _STRAYS)
