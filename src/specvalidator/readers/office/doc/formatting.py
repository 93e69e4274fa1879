"""What is said where: pages of 512 bytes list runs and paragraphs ([MS-DOC] 2.9.33, 2.9.34)."""

from bisect import bisect_right
from struct import unpack_from
from typing import NamedTuple

from specvalidator.readers.office.doc.binary import Binary
from specvalidator.readers.office.doc.integers import u32

_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
RUNS, PARAGRAPHS = 12, 13


class FormattedStretch(NamedTuple):
    """Bytes of the main stream that say the same of themselves."""

    end: int
    said: bytes
    """Modifiers; of paragraphs behind two bytes that name the style."""


class FormattedPages:
    """The pages of all runs, or of all paragraphs; each is looked at when a place is asked for."""

    def __init__(self, binary: Binary, index: int) -> None:
        self._main = binary.main
        self._is_of_paragraphs = index == PARAGRAPHS
        self._step = 13 if self._is_of_paragraphs else 1
        table = binary.part(index)
        count = max(0, (len(table) - 4) // 8)
        self._starts = unpack_from(f"<{count + 1}I", table) if count else ()
        self._numbers = unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
        self._known = -1
        self._page = b""
        self._places: tuple[int, ...] = ()

    def at(self, place: int) -> FormattedStretch | None:
        """Return the stretch that holds a place, None where nothing is said of it."""
        index = bisect_right(self._starts, place) - 1
        if not 0 <= index < len(self._numbers):
            return None
        self._turn_to(self._numbers[index] & _PAGE_NUMBER)
        run = bisect_right(self._places, place) - 1
        if not 0 <= run < len(self._places) - 1:
            return None
        return FormattedStretch(self._places[run + 1], self._said(run))

    def next(self, place: int) -> int:
        """Return where behind a place of which nothing is said a page begins, or far away."""
        index = bisect_right(self._starts, place)
        return self._starts[index] if index < len(self._starts) else 2**32

    def _turn_to(self, number: int) -> None:
        if number == self._known:
            return
        self._known = number
        self._page = self._main[_PAGE * number : _PAGE * (number + 1)]
        self._places = ()
        if len(self._page) == _PAGE:
            count = self._page[-1]
            if (4 + self._step) * count + 4 < _PAGE:
                self._places = unpack_from(f"<{count + 1}I", self._page)

    def _said(self, run: int) -> bytes:
        page = self._page
        at = 2 * page[4 * len(self._places) + self._step * run]
        if not at:
            return b""
        size = page[at]
        if not self._is_of_paragraphs:
            return page[at + 1 : at + 1 + size]
        if size:
            return page[at + 1 : at + 2 * size]
        return page[at + 2 : at + 2 + 2 * page[at + 1]]


def fonts(table: bytes) -> tuple[str, ...]:
    """Return the names of the fonts that runs name by number."""
    found: list[str] = []
    at = 4
    while at < len(table) and len(found) < u32(table, 0) & 0xFFFF:
        size = table[at] + 1
        found.append(table[at + 40 : at + size].decode("utf-16-le", "ignore").split("\0")[0])
        at += size
    return tuple(found)
