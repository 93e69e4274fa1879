"""Pages as pictures, for looking at: bounded in pixels, bytes and time."""

from collections.abc import Collection

from specvalidator.readers.layout.pictured import PagePicture
from specvalidator.readers.limits import DEFAULT, PdfLimits
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import settled
from specvalidator.readers.pdf.board import Board
from specvalidator.readers.pdf.opening import OpenPdf, opened
from specvalidator.readers.pdf.pages import frame_of
from specvalidator.readers.pdf.png import png

_FINE = 2.0
"""Pixels for a point of a page that is looked at closely: 144 dpi."""
_COARSE = 1.25
"""Of every other page: enough to read it."""


def pictures_of(
    data: bytes, closely: Collection[int] = (), limits: PdfLimits = DEFAULT.pdf
) -> tuple[PagePicture, ...]:
    """Return the pages of a PDF, damaged ones left out.

    Args:
        data: the file.
        closely: numbers of the pages to draw first and finely.
        limits: what each picture, and all together, may take.

    Raises:
        UnreadableFile: `encrypted`, `corrupt` or `too-large`, as `read_pdf`.
    """
    with opened(data, limits, legible=True) as pdf:
        order = sorted(range(pdf.pages), key=lambda index: (index + 1 not in closely, index))
        album = _Album(pdf, limits, Board(data, limits, limits.drawing_seconds))
        drawn = [
            album.picture(index, _FINE if index + 1 in closely else _COARSE) for index in order
        ]
    return tuple(sorted(picture for picture in drawn if picture is not None))


class _Album:
    """The pictures of one file until what they may take is taken."""

    def __init__(self, pdf: OpenPdf, limits: PdfLimits, board: Board) -> None:
        self._pdf = pdf
        self._board = board
        self._left = limits.picture_bytes

    def picture(self, index: int, scale: float) -> PagePicture | None:
        """Return page `index`, counted from 0; None when it is damaged."""
        # As the reader does: what is laid onto the page becomes a part of it.
        with settled(self._pdf.handle, index, self._pdf.form) as (page, _):
            if not page:
                return None
            size = frame_of(page, native.Floats(4)).size
            drawn = None
            if self._left > 0 and self._board.may_draw(page):
                pixels = self._board.drawn(page, size, scale)
                drawn = png(*pixels) if pixels else None
        if drawn is not None:
            self._left -= len(drawn)
        return PagePicture(index + 1, *size, drawn if self._left >= 0 else None)
