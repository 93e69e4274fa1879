"""Folds of the paper: lines from edge to edge, which no table has, are lit as paper is."""

from typing import NamedTuple

import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.light import PAPER
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.ruling import Ruling, Stroke

_EDGE = 0.03
"""Share of a sheet within which a fold begins and ends: margins are wider."""
_COVERED = 0.5
"""Share of its course along which a fold is dark."""
_MOST = 4
"""Folds; more lines from edge to edge are those of a table that fills its picture."""
_NEAR = 16
"""Pixels by which a fold strays from its course."""
_REACH = 9
"""Pixels to each side that a fold darkens."""
_PIECE = 96
"""Pixels along which a fold is taken for straight, and evenly dark."""
_BRIGHTEST, _GAIN = 88, 4.0
"""Percent: letters leave an eighth of a fold free. No fold is darker than a fourth of paper."""


class Crease(NamedTuple):
    """A fold, and where it crosses the middle of a sheet, in pixels."""

    at: float
    is_across: bool


def creases_of(ruling: Ruling) -> list[Crease]:
    """Return the folds among the lines of a page."""
    high, wide = ruling.thin[0].shape
    across = [Crease(at, is_across=True) for at in _from_edge_to_edge(ruling.across, wide)]
    down = [Crease(at, is_across=False) for at in _from_edge_to_edge(ruling.down, high)]
    found = [*across, *down]
    is_framed = any(
        not _EDGE < each.at / (high if each.is_across else wide) < 1 - _EDGE for each in found
    )
    return [] if is_framed or len(found) > _MOST else found


def courses(creases: list[Crease], shape: tuple[int, int]) -> list[Box]:
    """Return where folds run, as boxes, in pixels."""
    high, wide = shape
    return [
        (0.0, each.at - _NEAR, float(wide), each.at + _NEAR)
        if each.is_across
        else (each.at - _NEAR, 0.0, each.at + _NEAR, float(high))
        for each in creases
    ]


def unfolded(grey: Picture, creases: list[Crease], ruling: Ruling) -> Picture:
    """Return a page on which folds are as light as paper, and letters on them as dark as ever."""
    page = grey.astype(np.float32)
    for crease in creases:
        turned = page.T if crease.is_across else page
        thin = ruling.thin[0].T if crease.is_across else ruling.thin[1]
        at = crease.at
        for top in range(0, len(turned), _PIECE):
            at = _course(thin[top : top + _PIECE], at)
            left = max(0, round(at) - _REACH)
            band = turned[top : top + _PIECE, left : left + 2 * _REACH + 1]
            usual = np.percentile(band, _BRIGHTEST, axis=0)
            band *= np.clip(PAPER / np.maximum(usual, 1), 1, _GAIN)
    return np.clip(page, 0, 255).astype(np.uint8)


def _from_edge_to_edge(strokes: list[Stroke], length: int) -> list[float]:
    found: list[float] = []
    left = sorted(strokes)
    while left:
        first = left[0].at
        group = [each for each in left if each.at - first <= _NEAR]
        left = left[len(group) :]
        start, end = min(each.start for each in group), max(each.end for each in group)
        covered = sum(each.length for each in group)
        is_long = start <= _EDGE * length and end >= (1 - _EDGE) * length
        if is_long and covered >= _COVERED * length:
            found.append(sum(each.at * each.length for each in group) / covered)
    return found


def _course(thin: Picture, before: float) -> float:
    """Return where a fold runs in a piece of a page, near where it ran before."""
    left = max(0, round(before) - _NEAR)
    dark = thin[:, left : left + 2 * _NEAR + 1].sum(0)
    if not dark.size or dark.max() < _COVERED * len(thin):
        return before
    return left + float(np.flatnonzero(dark == dark.max()).mean())
