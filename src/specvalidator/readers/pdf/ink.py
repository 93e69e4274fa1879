"""What letters draw beside what they are called: nothing at all, or something as white space."""

import re

from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.drawing import Surveyor

_WHITE = " \r\n\t\u3000\u00a0"
_SILENT = re.compile(
    "[ \t\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufe00-\ufe0f\ufeff]"
)
"""White space, and marks that nobody sees."""


class InkReader:
    """Finds letters that draw nothing, though the file holds their font, and spaces that draw.

    One for all pages.
    """

    def __init__(self, surveyor: Surveyor) -> None:
        self._surveyor = surveyor
        self._known: dict[frozenset[bytes], set[str]] = {}
        self._box = native.Doubles(4)

    def unsaid(self, text: int, characters: str) -> set[int]:
        """Return the numbers of letters on an open page that are drawn, and called white space."""
        values, places, ink_box = self._box.values, self._box.at, native.ink_box
        found = set()
        for match in _SILENT.finditer(characters):
            at = match.start()
            ink_box(text, at, *places)
            left, right, bottom, top = values
            if right > left and top > bottom and self._is_letter(text, at, top - bottom):
                found.add(at)
        return found

    def _is_letter(self, text: int, at: int, height: float) -> bool:
        """Tell whether what is drawn, so high, is no hyphen, and of a font that the file holds."""
        font = self._surveyor.embedded_font(native.font_of(native.text_object(text, at)))
        return bool(font) and height > native.font_size(text, at) / 3

    def inkless(self, text: int, characters: str, fonts: frozenset[bytes]) -> set[int]:
        """Return the text objects of an open page with such letters.

        Of each letter on pages with the same fonts, the first and the last are looked at.
        """
        values, places = self._box.values, self._box.at
        known = self._known.setdefault(fonts, set())
        fresh = set(characters).difference(known, _WHITE)
        known |= fresh
        found = set()
        for letter in fresh:
            for index in {characters.index(letter), characters.rindex(letter)}:
                native.ink_box(text, index, *places)
                left, right, bottom, top = values[:]
                if right <= left or top <= bottom:
                    found.add(native.text_object(text, index))
        return found
