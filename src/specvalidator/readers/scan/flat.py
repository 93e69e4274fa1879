"""A picture of a page → the page, flat, level and evenly lit, and the way back to the picture."""

from typing import NamedTuple

import cv2
import numpy as np

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.light import PAPER, evened, ink_of, tilt_of
from specvalidator.readers.scan.pixels import Picture, enlarged
from specvalidator.readers.scan.sheet import flattening
from specvalidator.readers.scan.strokes import strokes_of
from specvalidator.readers.scan.turning import turned

_LEVEL = 0.05
"""Degrees by which a level page may be tilted."""


class Flat(NamedTuple):
    """A grey page in pixels, evenly lit, and the matrix that has led to it from the picture."""

    image: Picture
    matrix: Picture
    strokes: tuple[Box, ...] = ()
    """Where a coloured pen was taken off it, in pixels of the picture."""

    def turned(self, quarter: int) -> "Flat":
        """Return the page turned by so many quarters, clockwise."""
        high, wide = self.image.shape
        matrices = {
            1: [[0, -1, high], [1, 0, 0], [0, 0, 1.0]],
            2: [[-1, 0, wide], [0, -1, high], [0, 0, 1.0]],
            3: [[0, 1, 0], [-1, 0, wide], [0, 0, 1.0]],
        }
        matrix = np.array(matrices[quarter]) @ self.matrix
        return self._replace(image=turned(self.image, quarter), matrix=matrix)


def laid_flat(picture: Picture) -> Flat:
    """Return the sheet that a picture in colour shows, without strokes of coloured pens."""
    matrix, image = np.eye(3), picture
    found = flattening(picture)
    if found:
        matrix, size = found
        image = cv2.warpPerspective(
            picture, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
    large = enlarged(image)
    share = large.shape[0] / image.shape[0]
    matrix = np.diag([share, share, 1.0]) @ matrix
    grey, (mask, strokes) = evened(large), strokes_of(large)
    if mask is not None:
        grey[mask > 0] = PAPER
    back = np.linalg.inv(matrix)
    return Flat(grey, matrix, tuple(moved(box, back) for box in strokes))


def moved(box: Box, matrix: Picture) -> Box:
    """Return the smallest upright box around where a matrix takes another."""
    x0, y0, x1, y1 = box
    corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]])
    there = cv2.perspectiveTransform(corners, matrix)[0]
    (left, top), (right, bottom) = there.min(0).tolist(), there.max(0).tolist()
    return left, top, right, bottom


def levelled(flat: Flat) -> Flat:
    """Return a page whose lines are level."""
    grey = flat.image
    tilt = tilt_of(ink_of(grey))
    if abs(tilt) <= _LEVEL:
        return flat._replace(image=grey.copy())
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), tilt, 1)
    level = cv2.warpAffine(
        grey, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return flat._replace(image=level, matrix=np.vstack([turn, [0, 0, 1]]) @ flat.matrix)
