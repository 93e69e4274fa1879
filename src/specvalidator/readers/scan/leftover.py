"""Ink that lies in no words: letters that stand alone are read again, all else is asked."""

import cv2
import numpy as np

from specvalidator.document import Unread
from specvalidator.readers.layout.page import Box, LayoutPiece
from specvalidator.readers.layout.unwritten import asked
from specvalidator.readers.scan.engines import Engine, Word
from specvalidator.readers.scan.light import PAPER
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.words import drawn_in, known

_AROUND = 5
"""Pixels around words within which ink is theirs."""
_TOGETHER = 25
"""Pixels: ink that is nearer to each other is one thing."""
_LEAST, _SHORTEST = 18, 9
"""Pixels that a thing must be one way, and the other way, to be looked at: a letter of 6 points."""
_DENSE = 0.04
"""Share of its box that ink must fill; specks do less."""
_EDGE = 40
"""Pixels along the sides of a sheet that a copier darkens."""
_ROOM = 24
"""Pixels around what is read again."""
_HIGHEST, _MOST = 160, 40
"""Pixels, and number, of what is read again: letters are no higher, and a page has few."""
_PICTURE = 180
"""Pixels: what is wider and higher is a picture; a signature is not."""
_LONE = 0.8
"""How certain letters must be that were read by themselves: strokes of a pen look like some."""


def left_over(ink: Picture, words: list[Word]) -> list[Box]:
    """Return where ink lies in no words, in pixels; specks and the sheet's edges left out.

    Args:
        ink: of the page, its ruled lines left out.
        words: that were read, in pixels.
    """
    rest = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    rest[:_EDGE], rest[-_EDGE:], rest[:, :_EDGE], rest[:, -_EDGE:] = 0, 0, 0, 0
    for x0, y0, x1, y1 in (word.box for word in words):
        left, top = max(0, round(x0) - _AROUND), max(0, round(y0) - _AROUND)
        rest[top : round(y1) + _AROUND, left : round(x1) + _AROUND] = 0
    together = cv2.dilate(rest, np.ones((_TOGETHER, _TOGETHER), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(together)
    found: list[Box] = []
    half = _TOGETHER // 2
    for x, y, w, h, _ in stats[1:].tolist():
        wide, high = w - 2 * half, h - 2 * half
        large = max(wide, high) >= _LEAST and min(wide, high) >= _SHORTEST
        if large and (rest[y : y + h, x : x + w] > 0).sum() >= _DENSE * wide * high:
            found.append((x + half, y + half, x + w - half, y + h - half))
    return found


def read_again(grey: Picture, ink: Picture, boxes: list[Box], engine: Engine) -> list[Word]:
    """Return the words that an engine reads where it is shown nothing else.

    It looks at a page made smaller, and passes over letters that stand alone.
    """
    chosen = [box for box in boxes if box[3] - box[1] <= _HIGHEST][:_MOST]
    if not chosen:
        return []
    crops = [_crop(grey, box) for box in chosen]
    wide = max(crop.shape[1] for crop in crops)
    column = np.full((sum(len(crop) for crop in crops), wide), PAPER, np.uint8)
    tops, y = [], 0
    for crop in crops:
        column[y : y + len(crop), : crop.shape[1]] = crop
        tops.append(y)
        y += len(crop)
    found: list[Word] = []
    for word in known(engine(column)):
        middle = (word.box[1] + word.box[3]) / 2
        at = max(index for index, top in enumerate(tops) if top <= middle)
        right, down = chosen[at][0] - _ROOM, chosen[at][1] - _ROOM - tops[at]
        x0, y0, x1, y1 = word.box
        box = (x0 + right, y0 + down, x1 + right, y1 + down)
        if word.certainty >= _LONE:
            found.append(word._replace(box=drawn_in(box, ink)))
    return found


def asked_about(boxes: list[Box], scale: float, why: Unread | None = None) -> list[LayoutPiece]:
    """Return a piece for each place of ink that nobody read.

    Args:
        boxes: in pixels.
        scale: points of a pixel.
        why: nobody did; None: it may be a drawing or, where it is large, a picture.
    """
    return [
        asked(
            (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale),
            why or _kind(box),
        )
        for box in boxes
    ]


def _kind(box: Box) -> Unread:
    return "picture" if min(box[2] - box[0], box[3] - box[1]) > _PICTURE else "drawing"


def _crop(grey: Picture, box: Box) -> Picture:
    """Return a part of a page with room around it that is paper."""
    x0, y0, x1, y1 = (round(each) for each in box)
    part = grey[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2]
    room = _ROOM - 2
    return cv2.copyMakeBorder(part, room, room, room, room, cv2.BORDER_CONSTANT, value=PAPER)
