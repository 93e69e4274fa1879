"""Where each letter of a page stands, for those who mark words on it."""

from typing import NamedTuple

from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box


class Letters(NamedTuple):
    """The letters of a page, in the order of their source."""

    frame: Frame
    text: str
    boxes: tuple[Box, ...]
    """Of each letter of the text, as displayed."""

    def within(self, box: Box) -> list[int]:
        """Return the numbers of the letters whose middle is in a displayed box."""
        x0, y0, x1, y1 = box
        return [
            number
            for number, (left, top, right, bottom) in enumerate(self.boxes)
            if x0 <= (left + right) / 2 <= x1 and y0 <= (top + bottom) / 2 <= y1
        ]
