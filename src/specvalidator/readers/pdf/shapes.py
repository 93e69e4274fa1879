"""Letters drawn unlike the same letter elsewhere: what the file says of them proves little.

A file says of each glyph which letter it is, and may lie: 25% on the page, 20% in the text. Which
letter a glyph is cannot be told, but two glyphs of one font that are both called 0 can.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.drawing import Surveyor

_WEIGHTY = re.compile("[0-9工员师级]")
"""Letters that a verdict hangs on; to look at all takes as long as to read them."""
_LIKE = 0.003
"""Of the letter size; boxes of one glyph differ by less, rounded as they are."""


class _Kind(NamedTuple):
    """Letters that should look the same."""

    font: bytes
    slant: float
    letter: str


class _Shape(NamedTuple):
    kind: _Kind
    width: float
    """Of the letter size, as the height."""
    height: float

    def is_like(self, other: "_Shape") -> bool:
        width, height = abs(self.width - other.width), abs(self.height - other.height)
        return max(width, height) <= _LIKE


class ShapeReader:
    """Remembers how letters are drawn in each font of a file; one for all pages."""

    def __init__(self, surveyor: Surveyor) -> None:
        self._surveyor = surveyor
        self._box = native.Doubles(4)
        self._matrix = native.Floats(6)
        self._known: dict[_Kind, list[_Shape]] = defaultdict(list)
        self._ratios: dict[str, float] = {}

    def unlike(self, text: int, characters: str) -> set[int]:
        """Return the numbers of letters on an open page that are drawn in more than one shape."""
        places = [match.start() for match in _WEIGHTY.finditer(characters)]
        new = [at for at in places if self._is_new(text, at, characters[at])]
        if not new:
            return set()
        found = ((at, self._shape(text, at, characters[at])) for at in places)
        shapes = {at: shape for at, shape in found if shape is not None}
        by_kind: dict[_Kind, list[int]] = defaultdict(list)
        for at, shape in shapes.items():
            by_kind[shape.kind].append(at)
        return {
            at
            for kind, alike in by_kind.items()
            if self._is_drawn_in_two(kind, [shapes[at] for at in alike])
            for at in alike
        }

    def _is_new(self, text: int, at: int, letter: str) -> bool:
        """Say whether a letter is of another proportion than the first of its kind."""
        left, right, bottom, top = self._ink(text, at)
        ratio = (right - left) / (top - bottom) if top > bottom else 0.0
        return abs(self._ratios.setdefault(letter, ratio) - ratio) > _LIKE * ratio

    def _ink(self, text: int, at: int) -> list[float]:
        native.ink_box(text, at, *self._box.at)
        return self._box.values[:]

    def _shape(self, text: int, at: int, letter: str) -> _Shape | None:
        """Return the shape of a letter, None where the file does not hold its font."""
        font = self._surveyor.embedded_font(native.font_of(native.text_object(text, at)))
        if not font:
            return None
        left, right, bottom, top = self._ink(text, at)
        native.character_matrix(text, at, self._matrix.at[0])
        a, b, c, d, _, _ = self._matrix.values[:]
        size = native.font_size(text, at)
        across, down = size * math.hypot(a, b) or 1.0, size * math.hypot(c, d) or 1.0
        if abs(b) > abs(a):  # turned by a quarter
            left, right, bottom, top = bottom, top, left, right
        slant = round((a * c + b * d) / (math.hypot(a, b) * math.hypot(c, d) or 1.0), 2)
        kind = _Kind(font, slant, letter)
        return _Shape(kind, (right - left) / across, (top - bottom) / down)

    def _is_drawn_in_two(self, kind: _Kind, shapes: Iterable[_Shape]) -> bool:
        """Say whether a letter has had more than one shape by now: any of them may be the lie."""
        known = self._known[kind]
        for shape in shapes:
            if not any(shape.is_like(other) for other in known):
                known.append(shape)
        return len(known) > 1
