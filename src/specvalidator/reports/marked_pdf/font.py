"""The font of summary pages: the letters in use, cut out of the one that comes with us.

It is derived from Noto Sans CJK SC (SIL Open Font License 1.1) by `fonts/derive_han.py`, and holds
GB 2312 and more. A PDF that named a font without holding it would be legible only where the
viewer has one.
"""

import struct
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from specvalidator.readers.pdf.faces import HAN, OURS
from specvalidator.reports.marked_pdf.increment import Increment

_EM = 1000
_ASCENT, _DESCENT = 880, -120
_PER_BLOCK = 100
"""Mappings that a block of /ToUnicode may hold."""
_SYMBOLIC = 4


class _Font(NamedTuple):
    tables: dict[bytes, bytes]
    glyphs: dict[int, int]
    """Number of the outline of each code point."""
    widths: tuple[int, ...]
    offsets: tuple[int, ...]


class Typeface:
    """The letters of what is being set, numbered as they come."""

    def __init__(self) -> None:
        """Begin with the sign for what the font does not hold."""
        self._numbers: dict[str, int] = {}

    def width(self, text: str) -> float:
        """Return how wide text is, in heights of its letters."""
        font = _loaded()
        return sum(font.widths[font.glyphs.get(ord(each), 0)] for each in text) / _EM

    def coded(self, text: str) -> bytes:
        """Return text as a page's content shows it in this font."""
        numbers = (self._numbers.setdefault(each, len(self._numbers) + 1) for each in text)
        return b"<" + b"".join(b"%04x" % number for number in numbers) + b">"

    def put(self, increment: Increment) -> int:
        """Write the font with the letters in use; return the number of its object."""
        font = _loaded()
        used = [0, *(font.glyphs.get(ord(each), 0) for each in self._numbers)]
        program = _program(font, used)
        file = increment.add_stream(b"/Length1 %d" % len(program), program)
        descriptor = increment.add(
            b"<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [0 %d %d %d]"
            b" /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight 733 /StemV 80 /FontFile2 %d 0 R >>"
            % (OURS, _SYMBOLIC, _DESCENT, _EM, _ASCENT, _ASCENT, _DESCENT, file)
        )
        widths = b" ".join(b"%d" % font.widths[glyph] for glyph in used)
        inner = increment.add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo"
            b" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R"
            b" /CIDToGIDMap /Identity /DW %d /W [0 [%s]] >>" % (OURS, descriptor, _EM, widths)
        )
        meanings = increment.add_stream(b"", self._meanings())
        return increment.add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"
            b" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (OURS, inner, meanings)
        )

    def _meanings(self) -> bytes:
        """Return what each number means, so that text can be found and copied."""
        rows = [
            b"<%04x> <%s>" % (number, each.encode("utf-16-be").hex().encode())
            for each, number in self._numbers.items()
        ]
        blocks = (rows[at : at + _PER_BLOCK] for at in range(0, len(rows), _PER_BLOCK))
        return (
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            + b"".join(
                b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block))
                for block in blocks
            )
            + b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
        )


def holds(letter: str) -> bool:
    """Say whether the font has an outline for a letter."""
    return ord(letter) in _loaded().glyphs


@cache
def _loaded() -> _Font:
    data = HAN.read_bytes()
    tables: dict[bytes, bytes] = {}
    for index in range(int.from_bytes(data[4:6], "big")):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        tables[tag] = data[start : start + length]
    count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    wide = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    advances = [struct.unpack_from(">H", tables[b"hmtx"], 4 * index)[0] for index in range(wide)]
    widths = (*advances, *([advances[-1]] * (count - wide)))
    is_long = struct.unpack_from(">h", tables[b"head"], 50)[0]
    form, unit = ("L", 1) if is_long else ("H", 2)
    offsets = struct.unpack_from(f">{count + 1}{form}", tables[b"loca"])
    return _Font(tables, _by_letter(tables[b"cmap"]), widths, tuple(unit * at for at in offsets))


def _by_letter(cmap: bytes) -> dict[int, int]:
    """Return the outlines by code point, of a table in format 4."""
    subtables = (
        struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        for index in range(struct.unpack_from(">H", cmap, 2)[0])
    )
    start = next(at for platform, _, at in subtables if platform == 3)  # noqa: PLR2004 - Windows
    double = struct.unpack_from(">H", cmap, start + 6)[0]
    rows = [
        struct.unpack_from(f">{double // 2}H", cmap, start + 14 + gap + double * index)
        for index, gap in enumerate((0, 2, 2, 2))
    ]
    glyphs = {}
    for index, (last, first, delta, offset) in enumerate(zip(*rows, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset:
                row = start + 16 + 3 * double + 2 * index
                glyph = struct.unpack_from(">H", cmap, row + offset + 2 * (code - first))[0]
            else:
                glyph = (code + delta) % 0x10000
            if glyph:
                glyphs[code] = glyph
    return glyphs


def _program(font: _Font, used: Iterable[int]) -> bytes:
    """Return a TrueType font with these outlines, numbered anew."""
    glyphs = list(used)
    outlines, places, metrics = bytearray(), [0], bytearray()
    for glyph in glyphs:
        outlines += font.tables[b"glyf"][font.offsets[glyph] : font.offsets[glyph + 1]]
        outlines += bytes(-len(outlines) % 4)
        places.append(len(outlines))
        metrics += struct.pack(">Hh", font.widths[glyph], _left(font, glyph))
    head = bytearray(font.tables[b"head"])
    head[8:12], head[50:52] = bytes(4), struct.pack(">h", 1)
    hhea, maxp = bytearray(font.tables[b"hhea"]), bytearray(font.tables[b"maxp"])
    hhea[34:36] = maxp[4:6] = struct.pack(">H", len(glyphs))
    tables = {
        b"glyf": bytes(outlines),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"hmtx": bytes(metrics),
        b"loca": struct.pack(f">{len(places)}L", *places),
        b"maxp": bytes(maxp),
    }
    return _assembled(tables)


def _left(font: _Font, glyph: int) -> int:
    """Return how far the outline begins from its left."""
    start, end = font.offsets[glyph : glyph + 2]
    outlines = font.tables[b"glyf"]
    return int.from_bytes(outlines[start + 2 : start + 4], "big", signed=True) if end > start else 0


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">LHHHH", 0x10000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    rows, body = bytearray(), bytearray()
    start = len(head) + 16 * count
    for tag, table in sorted(tables.items()):
        rows += struct.pack(">4sLLL", tag, _sum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return head + bytes(rows) + bytes(body)


def _sum(table: bytes) -> int:
    whole = table + bytes(-len(table) % 4)
    words = (int.from_bytes(whole[at : at + 4], "big") for at in range(0, len(whole), 4))
    return sum(words) % 2**32
