"""The pixels of a picture: unpacked, turned as its camera says, on white where it is clear."""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from specvalidator.readers.limits import ScanLimits
from specvalidator.readers.scan.headers import damaged, refuse_oversized, stretches

Picture = Any
"""Rows of pixels: blue, green and red, or grey, 0 to 255; a numpy array."""

LONG = 2600
"""Pixels of the longer side that are worked on: 220 dots per inch of A4."""
LONG_SPREAD = 3400
"""The same for two pages beside each other."""
_SHORT = 2339
"""A sheet with fewer is enlarged to them: all lengths below are meant for 200 dots per inch."""
_NEARLY, _LARGEST = 1.12, 4.0
_SQUARE = 0.1
"""By how much pixels may be higher than wide, or wider than high, and be left so."""
_CLEAR_CHANNELS = 4
_QUALITY = 80


def pages_of(data: bytes, limits: ScanLimits) -> Iterator[Picture]:
    """Yield the pages of a picture as they are displayed, none larger than is worked on.

    Raises:
        UnreadableFile: `corrupt`, or `too-large`.
    """
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    count = refuse_oversized(data, limits)
    flat = np.frombuffer(data, np.uint8)
    for number, stretch in zip(range(count), stretches(data), strict=True):
        yield worked_on(_stretched(_unpacked(flat, number, count), stretch))


def _stretched(image: Picture, by: float) -> Picture:
    """Return a picture whose pixels are as high as wide."""
    high, wide = image.shape[:2]
    if abs(by - 1) <= _SQUARE:
        return image
    size = (wide, round(high * by)) if by > 1 else (round(wide / by), high)
    return cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)


def _unpacked(flat: Any, number: int, count: int) -> Picture:  # noqa: ANN401 - of numpy
    try:
        if count == 1:
            image = cv2.imdecode(flat, cv2.IMREAD_COLOR)
            if flat[0] == 0x89:  # noqa: PLR2004 - a PNG
                image = _on_white(cv2.imdecode(flat, cv2.IMREAD_UNCHANGED), image)
        else:
            _, found = cv2.imdecodemulti(flat, cv2.IMREAD_COLOR, range=(number, number + 1))
            image = found[0] if found else None
    except cv2.error:
        image = None
    if image is None:
        raise damaged()
    return image


def _on_white(whole: Picture, opaque: Picture) -> Picture:
    """Return a picture with clear places as white, as whoever prints it sees it."""
    if whole is None or whole.ndim < 3 or whole.shape[2] != _CLEAR_CHANNELS:  # noqa: PLR2004
        return opaque
    seen = whole[:, :, 3:].astype(np.float32) / np.iinfo(whole.dtype).max
    return (opaque * seen + 255 * (1 - seen)).astype(np.uint8)


def worked_on(image: Picture) -> Picture:
    """Return a picture no larger than is worked on."""
    from specvalidator.readers.scan.spreads import (  # noqa: PLC0415 - it works on pixels itself
        may_be_two_pages,
    )

    longest = max(image.shape[:2])
    if longest <= LONG:
        return image
    large = scaled(image, LONG_SPREAD / longest, cv2.INTER_AREA) if longest > LONG_SPREAD else image
    return large if may_be_two_pages(large) else scaled(image, LONG / longest, cv2.INTER_AREA)


def enlarged(image: Picture) -> Picture:
    """Return a sheet of few pixels as large as others."""
    scale = min(_SHORT / max(image.shape[:2]), _LARGEST)
    return scaled(image, scale, cv2.INTER_CUBIC) if scale > _NEARLY else image


def scaled(image: Picture, scale: float, how: int) -> Picture:
    """Return a picture made larger or smaller, at least one pixel wide and high."""
    height, width = image.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(image, size, interpolation=how)


def as_jpeg(image: Picture) -> bytes:
    """Return a picture packed for looking at."""
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return bytes(packed)
