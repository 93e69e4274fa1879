"""Derives the font of summary pages: outlines of Noto Sans CJK SC for the characters we print.

Run `python fonts/derive_han.py` on a machine with Noto Sans CJK (Debian: fonts-noto-cjk).
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable, cmap_format_13

if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

TARGET = Path(__file__).parents[1] / "src/specvalidator/readers/pdf/faces/han.ttf"
FAMILY = "Noto Sans CJK SC"
ERROR = 2.0
"""How far an outline may be off, in thousandths of the letter's height."""
MISSING = ord("〓")
"""Stands for what the font does not hold: the sign that printers set for a missing letter."""
BLANKS = (0xA0, *range(0x2000, 0x2010), *range(0x2028, 0x2030), 0x205F, 0x2060, 0x3000, 0xFEFF)
_MANY_TO_ONE, _FULL_UNICODE = 13, 10
OTHERS = "–—―‘’“”…·•‰℃㎡㎝㎏㎜§©®²³°±×÷¥€≈≠≤≥→←↑↓⇒√✓☐☑□■○●◇◆△▲▽▼★☆※〓〔〕〖〗①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳½⏎"
NAMES = (
    "喆堃玥珺婧昇晞旸暐炜烨烜煊祎祺禛筠翀芃苡茜菡萱蕤谞赟钰铖锟镕闫霈韬頔顗骁麟龑玗玙玚玮珣珅珩琎琬琰瑀瑄瑆璟璠瓅"
    "甯畑嫄妤姝姮娴婳媖嬅孖孜宬峣崟崚帆弢彧忻怡恺悫愔懿戬掞旻昉昕昳晅晗晙晟暄暕曈朊杺枞枥栢桄桢梓棽椋楦槿樾檠毓沄沅沣"
    "泓洄洣洺浛浠浥涵淏淑淞渌湉溦滢滟潆潇澍濛瀚灏炅烔焓焗焱熠燊牧猷瞭"
)
"""Letters of given names and occupations that GB 2312 does not hold, among others it does."""


def characters() -> list[int]:
    """Return the code points: ASCII, GB 2312, signs and letters of names, in order."""
    found = {*range(0x20, 0x7F), *map(ord, OTHERS), *map(ord, NAMES)}
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            found.update(map(ord, bytes((lead, trail)).decode("gb2312", "ignore")))
    return sorted(found)


def derived(source: TTFont, codes: Iterable[int]) -> TTFont:
    """Return a font with quadratic outlines of these characters and no hints."""
    known: dict[int, str] = source.getBestCmap()
    drawn = [code for code in codes if code in known]
    names = {code: f"u{code:X}" for code in drawn}
    order = [".notdef", *names.values()]
    shapes = source.getGlyphSet()
    glyphs: dict[str, Glyph] = {}
    widths: dict[str, tuple[int, int]] = {}
    for name, code in [(".notdef", MISSING), *((names[code], code) for code in drawn)]:
        pen = TTGlyphPen(None)
        shapes[known[code]].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        widths[name] = (round(shapes[known[code]].width), 0)
    font = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap({code: name for code, name in names.items() if code <= 0xFFFF})  # noqa: PLR2004 - one plane is enough
    font.setupGlyf(glyphs)
    font.font["cmap"].tables.append(_whole(names))
    table = font.font["glyf"]
    font.setupHorizontalMetrics(
        {
            name: (width, table[name].xMin if table[name].numberOfContours else 0)
            for name, (width, _) in widths.items()
        }
    )
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable(
        {
            "copyright": source["name"].getDebugName(0),
            "familyName": "Specvalidator Han",
            "styleName": "Regular",
            "licenseDescription": source["name"].getDebugName(13),
            "licenseInfoURL": source["name"].getDebugName(14),
        }
    )
    font.setupOS2(fsType=0)
    font.setupPost(keepGlyphNames=False)
    font.updateHead(created=0, modified=0)
    font.font.recalcTimestamp = False
    return font.font


def _whole(names: dict[int, str]) -> CmapSubtable:
    """Return the outline of every code point there is: what is not held is seen to be missing.

    A program that draws with this font would leave a gap otherwise.
    """
    table = cmap_format_13(_MANY_TO_ONE)
    table.platformID, table.platEncID, table.language = 3, _FULL_UNICODE, 0
    table.reserved, table.length, table.nGroups = 0, 0, 0
    blanks = dict.fromkeys(BLANKS, names[ord(" ")])
    table.cmap = dict.fromkeys(range(0x21, 0x110000), names[MISSING]) | blanks | names
    return table


def installed() -> TTFont | None:
    """Return Noto Sans CJK SC as the machine has it, None where it has not."""
    if shutil.which("fc-match") is None:
        return None
    said = subprocess.run(  # noqa: S603 - no word of it comes from outside
        ["fc-match", "-f", "%{family}\n%{file}", f"{FAMILY}:regular"],  # noqa: S607 - the machine's own
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    family, _, file = said.partition("\n")
    if FAMILY not in family:
        return None
    fonts = TTCollection(file).fonts if file.endswith(".ttc") else [TTFont(file)]
    return next((font for font in fonts if font["name"].getDebugName(1) == FAMILY), None)


if __name__ == "__main__":
    noto = installed()
    if noto is None:
        sys.exit(f"{FAMILY} is not installed")
    derived(noto, characters()).save(TARGET, reorderTables=True)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
