"""Whether a picture among many shows paper with writing on it, told before anything is read."""

import struct
from typing import TYPE_CHECKING

from specvalidator.document import Document, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.readers import RecognisedFile
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.remembered import keep, remembered
from specvalidator.readers.scan import allowance
from specvalidator.readers.scan.headers import sizes
from specvalidator.readers.scan.recognition import is_installed
from specvalidator.readers.sheets import has_shape_of_sheet

if TYPE_CHECKING:
    from specvalidator.readers.scan.pixels import Picture

_FEW = 20
"""A picture with fewer letters shows a place."""
_ACROSS, _DOWN = 4, 3
"""Lines that a form has at least."""
_SIDE = 1200
_LIGHT, _GREYISH = 150, 45
_MOSTLY = 0.5
_LEAST_INK, _MOST_INK = 0.004, 0.2


def is_sheet(file: RecognisedFile) -> bool:
    """Say whether a picture has the shape of a scanned sheet, or several pages."""
    if file.format.reader is None:
        return False
    try:
        found = [size for size, _ in zip(sizes(file.data), range(2), strict=False)]
    except (struct.error, IndexError, UnreadableFile):
        return False
    return len(found) > 1 or any(has_shape_of_sheet(*size) for size in found)


def paper_in(file: RecognisedFile, limits: Limits, meter: Meter) -> tuple[Document | None, bool]:
    """Return what stands on a picture of a dossier, and whether it is paper that was not read.

    Pictures of places are looked at and not read. Without the extra, and once as many were looked
    at or read as may be, the shape of a picture alone tells paper.
    """
    if before := remembered(file.data):
        return before, False
    reader = file.format.reader
    is_first = meter.looks == 0
    if reader is None or not is_installed() or not meter.may_look():
        return None, is_sheet(file)
    try:
        allowance.begin_look(limits.scan, is_first=is_first)
        from specvalidator.readers.scan.pixels import pages_of  # noqa: PLC0415 - an extra

        if not looks_like_paper(next(pages_of(file.data, limits.scan))):
            return None, False
        if not meter.may_recognise(sum(1 for _ in sizes(file.data))):
            return None, True
        from specvalidator.readers.scan import read  # noqa: PLC0415 - the extra is there

        document = read(file, limits, meter)
    except UnreadableFile:
        return None, is_sheet(file)
    letters = sum(len(each.text) for each in paragraphs_of(document.blocks))
    if letters >= _FEW:
        keep(file.data, document)
    return document if letters >= _FEW else None, False


def looks_like_paper(picture: "Picture") -> bool:
    """Say whether there are the lines of a table, or ink on what is mostly pale and colourless."""
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    from specvalidator.readers.scan.light import evened, ink_of  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.pixels import enlarged, scaled  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.ruling import ruling_of  # noqa: PLC0415 - the same

    small = scaled(picture, min(1.0, _SIDE / max(picture.shape[:2])), cv2.INTER_AREA)
    lightest, darkest = small.max(axis=2), small.min(axis=2).astype(np.int16)
    pale = (lightest > _LIGHT) & (lightest - darkest < _GREYISH)
    inked = float((ink_of(evened(small)) > 0).mean())
    if float(pale.mean()) > _MOSTLY and _LEAST_INK < inked < _MOST_INK:
        return True
    ruling = ruling_of(evened(enlarged(picture)))
    return len(ruling.across) >= _ACROSS and len(ruling.down) >= _DOWN
