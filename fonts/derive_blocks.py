"""Derives the face that PDF files are read with: every letter is a block that fills its place.

Run `python fonts/derive_blocks.py`. Nothing of any other font is in it.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable, cmap_format_13

TARGET = Path(__file__).parents[1] / "src/specvalidator/readers/pdf/faces/blocks.ttf"
ASCENT, DESCENT = 880, -120
"""Thousandths of the letter's height, as in most Chinese fonts."""
WIDTHS = {".notdef": 1000, "narrow": 500, "wide": 1000}
NARROW = ((0x20, 0x7E), (0xA0, 0xFF), (0xFF61, 0xFFDC), (0xFFE8, 0xFFEE))
"""First and last code points of letters half as wide as a Chinese one."""
CODES = 0x110000
_MANY_TO_ONE, _FULL_UNICODE = 13, 10


def derived() -> TTFont:
    """Return a font that has an outline for whatever code point it is asked for."""
    font = FontBuilder(ASCENT - DESCENT, isTTF=True)
    font.setupGlyphOrder(list(WIDTHS))
    font.setupGlyf({name: _block(width) for name, width in WIDTHS.items()})
    font.setupHorizontalMetrics({name: (width, 0) for name, width in WIDTHS.items()})
    font.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    font.setupCharacterMap({0x20: "narrow"})
    font.font["cmap"].tables = [_meanings()]
    font.setupNameTable({"familyName": "Specvalidator Blocks", "styleName": "Regular"})
    font.setupOS2(fsType=0)
    font.setupPost(keepGlyphNames=False)
    font.updateHead(created=0, modified=0)
    font.font.recalcTimestamp = False
    return font.font


def _block(width: int) -> object:
    pen = TTGlyphPen(None)
    corners = ((0, DESCENT), (0, ASCENT), (width, ASCENT), (width, DESCENT))
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _meanings() -> CmapSubtable:
    """Return the glyph of each code point, a line for each stretch of them."""
    table = cmap_format_13(_MANY_TO_ONE)
    table.platformID, table.platEncID, table.language = 3, _FULL_UNICODE, 0
    table.reserved, table.length, table.nGroups = 0, 0, 0
    table.cmap = dict.fromkeys(range(CODES), "wide")
    for first, last in NARROW:
        table.cmap |= dict.fromkeys(range(first, last + 1), "narrow")
    return table


if __name__ == "__main__":
    derived().save(TARGET, reorderTables=True)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
