"""The characters of a .doc: a table says in which pieces they stand ([MS-DOC] 2.4.1)."""

from bisect import bisect_right
from struct import unpack_from
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.office.doc.binary import Binary, cut_off
from specvalidator.readers.office.doc.integers import u16, u32
from specvalidator.wording import Words

_CLX = 33
_NARROW = 0x40000000
_PLACE = 0x3FFFFFFF
_MOST_MODIFIERS = 0x8000  # a piece names them by 15 bits


class Piece(NamedTuple):
    """Characters that stand together in the file."""

    start: int
    end: int
    """Among all characters."""
    place: int
    """Of the first in the main stream."""
    width: int
    """Bytes of each character."""
    said: bytes
    """Modifiers of all its characters and paragraphs."""


class Pieces:
    """All characters, and where each stands."""

    def __init__(self, binary: Binary, limits: Limits) -> None:
        self._main = binary.main
        self._pieces: list[Piece] = []
        texts: list[str] = []
        table, modifiers = _tables(binary.part(_CLX))
        count = (len(table) - 4) // 12
        if count > limits.blocks:
            raise refusals.too_large(
                Words(
                    f"文字分成超过 {limits.blocks} 段存放",
                    f"its text stands in more than {limits.blocks} pieces",
                )
            )
        for index in range(count):
            piece = _piece(table, index, count, modifiers)
            if piece.start != (self._pieces[-1].end if self._pieces else 0):
                raise cut_off()
            texts.append(self._text(piece))
            self._pieces.append(piece)
        self._starts = [piece.start for piece in self._pieces]
        self.text = "".join(texts)
        """One letter for each place; halves of a pair stand apart until they are written."""

    def at(self, index: int) -> Piece:
        """Return the piece in which a character stands."""
        return self._pieces[bisect_right(self._starts, index) - 1]

    def _text(self, piece: Piece) -> str:
        count = piece.end - piece.start
        raw = self._main[piece.place : piece.place + count * piece.width]
        if count <= 0 or len(raw) < count * piece.width:
            raise cut_off()
        if piece.width == 1:
            return raw.decode("cp1252", "replace")
        text = raw.decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, unpack_from(f"<{count}H", raw)))


def _tables(clx: bytes) -> tuple[bytes, list[bytes]]:
    """Return the table of pieces, and the modifiers that pieces name."""
    at = 0
    modifiers: list[bytes] = []
    while clx[at : at + 1] == b"\1" and len(modifiers) < _MOST_MODIFIERS:
        size = u16(clx, at + 1)
        modifiers.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if clx[at : at + 1] != b"\2":
        raise cut_off()
    return clx[at + 5 : at + 5 + u32(clx, at + 1)], modifiers


def _piece(table: bytes, index: int, count: int, modifiers: list[bytes]) -> Piece:
    at = 4 * (count + 1) + 8 * index
    packed, named = u32(table, at + 2), u16(table, at + 6)
    is_narrow = bool(packed & _NARROW)
    place = (packed & _PLACE) // 2 if is_narrow else packed & _PLACE
    is_named = named & 1 and named >> 1 < len(modifiers)
    said = modifiers[named >> 1] if is_named else b""
    start, end = u32(table, 4 * index), u32(table, 4 * index + 4)
    return Piece(start, end, place, 1 if is_narrow else 2, said)
