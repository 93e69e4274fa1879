"""What of a page's text can be seen: the page is drawn with it and without it, and compared."""

from collections.abc import Set as AbstractSet
from operator import sub

from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.board import Board, Pixels

_SCALE = 1.5
"""Pixels for a point: enough to see whether ink is there, not to read it."""
_FAINT = 8
"""A colour that differs by no more, of 255, is that of the ground."""


class Sight:
    """Two drawings of one page, with the text in doubt and without it."""

    def __init__(self, shown: Pixels, bare: Pixels, frame: Frame) -> None:
        self._shown = shown
        self._bare = bare
        width, height = frame.size
        self._across = shown.width / width
        self._down = shown.height / height

    def sees(self, box: Box) -> bool:
        """Tell whether text adds anything to the page within a displayed box."""
        shown, bare = self._shown, self._bare
        x0, y0, x1, y1 = box
        left = max(0, int(x0 * self._across))
        right = min(shown.width, max(left + 1, int(x1 * self._across + 0.5)))
        top = max(0, int(y0 * self._down))
        bottom = min(shown.height, max(top + 1, int(y1 * self._down + 0.5)))
        step = 3 * shown.width
        for start in range(top * step + 3 * left, bottom * step + 3 * left, step):
            end = start + 3 * (right - left)
            one, other = shown.values[start:end], bare.values[start:end]
            if one != other and max(map(abs, map(sub, one, other))) > _FAINT:
                return True
        return False


class Looker:
    """Looks at the pages of one file, as many as that may take."""

    def __init__(self, data: bytes, limits: PdfLimits) -> None:
        self._board = Board(data, limits, limits.looking_seconds)
        self._limits = limits
        self._pages = limits.looks

    def look(
        self, page: int, frame: Frame, doubted: AbstractSet[int], turns: int = 0
    ) -> Sight | None:
        """Return what can be seen of some text; None where drawing the page would ask too much.

        Args:
            page: PDFium's handle.
            frame: how the page is read.
            doubted: handles of the text.
            turns: quarter turns clockwise from how it is displayed.
        """
        self._pages -= 1
        if self._pages < 0 or not self._board.may_draw(page):
            return None
        shown = self._board.drawn(page, frame.size, _SCALE, turns)
        try:
            for handle in doubted:
                native.set_active(handle, 0)
            bare = self._board.drawn(page, frame.size, _SCALE, turns) if shown else None
        finally:
            for handle in doubted:
                native.set_active(handle, 1)
        return Sight(shown, bare, frame) if shown and bare else None
