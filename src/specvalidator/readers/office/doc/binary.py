"""A .doc as its streams, found in the compound file and not encrypted ([MS-CFB], [MS-DOC] 2.5)."""

import io
from typing import NamedTuple

import olefile

from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.office.doc.integers import u16, u32
from specvalidator.wording import Words

_IDENTS = frozenset({0xA5EC, 0xA5DC})
_WORD_97 = 0xC0
_ENCRYPTED = 0x100
_SECOND_TABLE = 0x200
_LENGTHS = 0x4C
_PARTS = 154
"""Where the file information block says where each part of the table stream lies."""


class Binary(NamedTuple):
    """The streams of a .doc."""

    main: bytes
    table: bytes
    data: bytes
    lengths: tuple[int, ...]
    """Characters of the body, notes, headers, macros, comments, endnotes, text boxes, and those
    of headers; each follows the other."""

    def begins(self, story: int) -> int:
        """Return the place of the first character of a story, by its number among the lengths."""
        return sum(self.lengths[:story])

    def where(self, index: int) -> tuple[int, int]:
        """Return begin and length of a part of the table stream."""
        return u32(self.main, _PARTS + 8 * index), u32(self.main, _PARTS + 4 + 8 * index)

    def part(self, index: int) -> bytes:
        """Return a part of the table stream by its number in the block, b"" where there is none."""
        begin, length = self.where(index)
        if begin + length > len(self.table):
            raise cut_off()
        return self.table[begin : begin + length]


def opened(data: bytes, limits: Limits) -> Binary:
    """Return the streams of a .doc.

    Raises:
        UnreadableFile: `encrypted`, `unsupported` where it is older than Word 97, `corrupt` or
            `too-large`.
    """
    streams = _streams(data)
    main = streams.get("WordDocument", b"")
    _refuse_older(main)
    flags = u16(main, 10)
    if flags & _ENCRYPTED:
        raise refusals.encrypted()
    table = streams.get("1Table" if flags & _SECOND_TABLE else "0Table")
    if table is None:
        raise cut_off()
    lengths = tuple(u32(main, _LENGTHS + 4 * index) for index in range(8))
    if sum(lengths) > limits.characters:
        most = limits.characters
        raise refusals.too_large(
            Words(f"文字超过 {most} 个", f"it has more than {most} characters")
        )
    return Binary(main, table, streams.get("Data", b""), lengths)


def _streams(data: bytes) -> dict[str, bytes]:
    names = ("WordDocument", "0Table", "1Table", "Data")
    try:
        with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT) as file:
            return {name: file.openstream(name).read() for name in names if file.exists(name)}
    except Exception:  # noqa: BLE001 - whatever a library raises that a stranger's bytes confuse
        raise cut_off() from None


def _refuse_older(main: bytes) -> None:
    if len(main) < _PARTS or u16(main, 0) not in _IDENTS:
        raise cut_off()
    version = u16(main, 2)
    if version < _WORD_97:
        year = "95" if version == 0x68 else "6.0"  # noqa: PLR2004 - nFib of Word 95
        raise refusals.unsupported(
            Words(f"Word {year} 的文件（.doc）", f"a file of Word {year} (.doc)")
        )


def cut_off() -> Exception:
    """Return the refusal of a file of which something is missing."""
    return refusals.corrupt(
        Words("内部结构不完整，可能没有传完", "its structure is broken or cut off")
    )
