"""Property modifiers: what runs, paragraphs and rows of a .doc say of themselves ([MS-DOC] 2.6)."""

from collections.abc import Iterator

from specvalidator.readers import refusals
from specvalidator.readers.office.doc.integers import u16, u32
from specvalidator.wording import Words

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of the operand by the code's upper three bits; 0: it says so itself."""
_ROW = 0xD608
_TABS = 0xC615
_ELSEWHERE = frozenset({0x6645, 0x6646, 0x646B})
"""The rest stands in the data stream."""
_MOST_BYTES = 4 * 2**20
"""Of different modifiers in one file; a collection of 500 pages has some 100,000."""

Modifier = tuple[int, bytes]
"""A code and its operand."""


class Modifiers:
    """Reads lists of modifiers, and counts their bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = _MOST_BYTES

    def of(self, packed: bytes) -> Iterator[Modifier]:
        """Yield the modifiers of a list, those that stand elsewhere in their place."""
        for code, operand in self._listed(packed):
            if code not in _ELSEWHERE:
                yield code, operand
                continue
            at = u32(operand, 0)
            if at + 2 <= len(self._data):
                rest = self._data[at + 2 : at + 2 + u16(self._data, at)]
                yield from (each for each in self._listed(rest) if each[0] not in _ELSEWHERE)

    def _listed(self, packed: bytes) -> Iterator[Modifier]:
        self._left -= len(packed)
        if self._left < 0:
            raise refusals.too_large(
                Words("其中的格式说明过多", "it says too much of how its text looks")
            )
        at, end = 0, len(packed)
        while at + 2 < end:
            code = u16(packed, at)
            at += 2
            size = _SIZES[code >> 13]
            if code == _ROW and at + 2 <= end:
                size, at = u16(packed, at) - 1, at + 2
            elif code == _TABS and packed[at] == 255:  # noqa: PLR2004 - longer than a byte says
                return  # nothing that is read follows tab stops
            elif size == 0:
                size, at = packed[at], at + 1
            if size < 0 or at + size > end:
                return
            yield code, packed[at : at + size]
            at += size
