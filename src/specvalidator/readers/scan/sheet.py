"""A sheet of paper on its ground → the sheet alone, laid flat."""

import cv2
import numpy as np

from specvalidator.readers.scan.pixels import Picture, scaled

_SMALL = 600
"""Pixels of the longer side at which a sheet is looked for."""
_APART = 25
"""How far the colours of paper and ground must differ."""
_COLOURED = (0.35, 1.6, 1.6)
"""Lightness counts for less than colour: a shadow is dark, not coloured."""
_AREA = (0.3, 0.985)
"""Share of the picture that a sheet on a ground takes."""
_LEAST_APART, _OVER_GROUND = 9.0, 2.5
"""How far the colours of a sheet in shadow must differ from the ground, which differs, too."""
_FILLED, _LIKE_HULL, _OUTSIDE = 0.85, 0.08, 0.05
"""Of a sheet: that is not ground, by which it misses its outline, and that lies beside it."""
_ROUGH = (0.01, 0.02, 0.03, 0.05, 0.08)
_A4 = 1.4142
_LIKE_A4 = (1.2, 1.6)
_CORNERS = 4


def flattening(image: Picture) -> tuple[Picture, tuple[int, int]] | None:
    """Return the matrix that lays a sheet flat and the sheet's size; None where it is all there is.

    A sheet whose sides are about those of A4 is given exactly those.
    """
    corners = _corners(image)
    if corners is None:
        return None
    a, b, c, d = corners
    wide = int(max(np.linalg.norm(b - a), np.linalg.norm(c - d)))
    high = int(max(np.linalg.norm(d - a), np.linalg.norm(c - b)))
    if not wide or not high:
        return None
    if _LIKE_A4[0] < high / wide < _LIKE_A4[1]:
        high = int(wide * _A4)
    elif _LIKE_A4[0] < wide / high < _LIKE_A4[1]:
        wide = int(high * _A4)
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    return cv2.getPerspectiveTransform(corners, flat), (wide, high)


def _corners(image: Picture) -> Picture | None:
    """Return the four corners of a sheet on a ground of another colour, clockwise."""
    share = _SMALL / max(image.shape[:2])
    small = scaled(image, share, cv2.INTER_AREA)
    if min(small.shape[:2]) < _SMALL / 8:
        return None
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (5, 5), 0), cv2.COLOR_BGR2LAB).astype(np.float32)
    ground = _ground(lab)
    high, wide = lab.shape[:2]
    middle = lab[high // 3 : 2 * high // 3, wide // 3 : 2 * wide // 3].reshape(-1, 3)
    paper = middle[middle[:, 0] >= np.median(middle[:, 0])]  # what is darker may be writing
    if np.linalg.norm(np.median(paper, 0) - ground) < _APART:
        return None
    away = np.linalg.norm((lab - ground) * np.array(_COLOURED, np.float32), axis=2)
    beside = np.concatenate([edge.ravel() for edge in _edges(away)])
    least = max(_LEAST_APART, _OVER_GROUND * float(np.percentile(beside, 75)))
    grey = cv2.normalize(away, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)
    clearest, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    other = _closed(away > least)
    for mask in (_closed(grey > clearest), other):
        corners = _quadrangle(mask, other)
        if corners is not None:
            return _clockwise(corners) / share
    return None


def _closed(mask: Picture) -> Picture:
    block = np.ones((25, 25), np.uint8)
    return cv2.morphologyEx(mask.astype(np.uint8) * 255, cv2.MORPH_CLOSE, block)


def _quadrangle(mask: Picture, other: Picture) -> Picture | None:
    """Return the four corners of the largest thing in a mask; None: it has others, or more.

    Args:
        mask: what may be the sheet; its darker part may be missing.
        other: all that is not like the ground.
    """
    found, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not found:
        return None
    hull = cv2.convexHull(max(found, key=cv2.contourArea))
    area = cv2.contourArea(hull)
    if not _AREA[0] < area / mask.size < _AREA[1]:
        return None
    for rough in _ROUGH:
        corners = cv2.approxPolyDP(hull, rough * cv2.arcLength(hull, closed=True), closed=True)
        if len(corners) == _CORNERS:
            break
    else:
        return None
    inside = cv2.fillConvexPoly(np.zeros_like(mask), corners, 1)
    inner = np.count_nonzero(inside)
    is_filled = np.count_nonzero(other[inside > 0]) >= _FILLED * inner
    outside = np.count_nonzero(other[cv2.dilate(inside, np.ones((9, 9), np.uint8)) == 0])
    is_whole = abs(inner - area) <= _LIKE_HULL * area and outside <= _OUTSIDE * inner
    return corners[:, 0].astype(np.float32) if is_filled and is_whole else None


def _ground(lab: Picture) -> Picture:
    return np.median(np.concatenate([edge.reshape(-1, 3) for edge in _edges(lab)]), 0)


def _edges(image: Picture) -> list[Picture]:
    return [image[:6], image[-6:], image[:, :6], image[:, -6:]]


def _clockwise(corners: Picture) -> Picture:
    order = corners[np.argsort(corners.sum(1))]
    right, left = sorted(order[1:3], key=lambda point: point[1] - point[0])
    return np.array([order[0], right, order[3], left], np.float32)
