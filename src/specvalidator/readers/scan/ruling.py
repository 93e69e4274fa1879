"""Ruled lines of a page: dark nearly everywhere along a straight course, as letters are not."""

from typing import NamedTuple

import cv2
import numpy as np

from specvalidator.readers.scan.pixels import Picture

_PALE = 18
"""By how much what is thin must be darker than what lies beside it."""
_FAINT = 16.0
_SHARE = 0.4
"""Of how dark lines usually are on this page, so that faint ones count and letters do not."""
_FIRST, _ACROSS, _DOWN = 201, 101, 45
"""Pixels along which a line must be dark: to be sure of it, across, and down."""
_NEARLY = 0.9
_ENDS = {True: 48, False: 22}
"""What averaging takes from each end of a line, across and down."""
_TABLE_HEIGHT = 80


class Stroke(NamedTuple):
    """A line, across the page or down it, in pixels."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


class Ruling(NamedTuple):
    """What is thin and dark on a page."""

    across: list[Stroke]
    down: list[Stroke]
    thin: tuple[Picture, Picture]
    """Where it is thin from top to bottom, as a line across is, and from left to right."""


def ruling_of(grey: Picture) -> Ruling:
    """Return the lines of a page's tables."""
    hats = _hat(grey, across=True), _hat(grey, across=False)
    sure = hats[0][(_strokes(hats[0], _PALE, _FIRST, across=True) > 0) & (hats[0] > _PALE)]
    least = max(_FAINT, _SHARE * float(np.median(sure))) if len(sure) > 300 else 40.0  # noqa: PLR2004
    across = _strokes(hats[0], least, _ACROSS, across=True)
    down = _strokes(hats[1], least, _DOWN, across=False)
    kept = _of_tables(cv2.bitwise_or(across, down))
    return Ruling(
        _segments(cv2.bitwise_and(across, kept), across=True),
        _segments(cv2.bitwise_and(down, kept), across=False),
        (hats[0] > least, hats[1] > least),
    )


def _hat(grey: Picture, *, across: bool) -> Picture:
    """Return by how much each place is darker than what lies above and below it, or beside it."""
    soft = cv2.blur(grey, (7, 1) if across else (1, 7))
    return cv2.morphologyEx(soft, cv2.MORPH_BLACKHAT, _block(1, 9, across=across))


def _strokes(hat: Picture, least: float, along: int, *, across: bool) -> Picture:
    mask = cv2.dilate((hat > least).astype(np.uint8) * 255, _block(1, 3, across=across))
    mask = cv2.blur(mask, (along, 1) if across else (1, along))
    mask = (mask > _NEARLY * 255).astype(np.uint8) * 255
    return cv2.morphologyEx(mask, cv2.MORPH_OPEN, _block(along // 2, 1, across=across))


def _block(along: int, over: int, *, across: bool) -> Picture:
    return np.ones((over, along) if across else (along, over), np.uint8)


def _of_tables(lines: Picture) -> Picture:
    """Return where lines hang together as those of a table do."""
    both = cv2.dilate(lines, np.ones((9, 31), np.uint8))
    both = cv2.dilate(both, np.ones((31, 9), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(both)
    large = (stats[:, 2] > lines.shape[1] // 8) & (stats[:, 3] > _TABLE_HEIGHT)
    large[0] = False
    return np.where(large, 255, 0).astype(np.uint8)[labels]


def _segments(mask: Picture, *, across: bool) -> list[Stroke]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    end = _ENDS[across]
    return [
        Stroke(y + h / 2, max(0, x - end), x + w + end)
        if across
        else Stroke(x + w / 2, max(0, y - end), y + h + end)
        for x, y, w, h, _ in stats[1:].tolist()
        if (w > 2 * h if across else h > 2 * w)
    ]
