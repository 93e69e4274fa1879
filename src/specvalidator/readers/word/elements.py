"""What each element of a Word file is to the reader: read, asked about, or nothing to see.

The names are those of ISO/IEC 29500-1 and -4 (WordprocessingML, DrawingML, VML, Office Math; strict
and transitional), 29500-3, [MS-DOCX] and [MS-ODRAWXML]. Whatever stands in no list is asked about.
"""

from typing import Literal

from specvalidator.readers.word.name_spaces import SPACES
from specvalidator.readers.word.silent_elements import SILENT

Role = Literal["read", "asked", "silent"]
"""Turned into text; visible and no text, so that its place is a question; never to be seen."""

ASKED_WHOLE = ("c", "cx", "dgm", "dsp", "am3d", "inkml")
"""Prefixes of name spaces that say nothing but what no text can say: charts, diagrams, ink."""

READ = {
    "w": (
        "abstractNum bdo body br checkBox cr customXml dataBinding ddList dir document drawing "
        "endnote endnoteReference endnotes ffData fldChar fldSimple footnote footnoteReference "
        "footnotes ftr hdr hyperlink ins instrText listEntry lvl lvlOverride lvlText moveTo "
        "noBreakHyphen num numFmt numPr numbering object p pict ptab r ruby rubyBase sdt "
        "sdtContent smartTag start startOverride sym t tab tbl tc tr txbxContent"
    ),
    "m": ("begChr d dPr deg den e endChr fName func lim mr num oMath oMathPara r sepChr sub sup t"),
    "mc": "AlternateContent Choice Fallback",
    "wp": "anchor inline",
    "wps": "txbx",
    "wpg": "graphicFrame grpSp wgp",
    "wpc": "graphicFrame wpc",
    "a": "br cxnSp fld graphic graphicData graphicFrame grpSp p r t tbl tc tr txBody txSp",
    "lc": "lockedCanvas",
    "v": "group line textbox textpath",
    "w14": "conflictIns",
    "w15": "dataBinding",
    "w16se": "symEx",
}
"""Turned into text, or opened for the text inside."""

ASKED = {
    "w": (
        "altChunk contentPart control dayLong dayShort monthLong monthShort movie objectEmbed "
        "objectLink pgNum subDoc yearLong yearShort"
    ),
    "m": (
        "acc bar borderBox box eqArr f groupChr limLow limUpp m nary phant rad sPre sSub "
        "sSubSup sSup"
    ),
    "wps": "wsp",
    "a": "blip blipFill buAutoNum pic sp",
    "pic": "pic",
    "comp": "legacyDrawing",
    "v": "arc curve image imagedata oval polyline rect roundrect shape",
    "o": "OLEObject diagram ink signatureline",
    "w14": "contentPart",
    "woe": "oembed",
    "a14": "contentPart m",
}
"""Visible, and no text or only half of it."""


def _tags(lists: dict[str, str]) -> frozenset[str]:
    return frozenset(
        f"{{{SPACES[prefix]}}}{name}" for prefix, names in lists.items() for name in names.split()
    )


READ_TAGS = _tags(READ)
SILENT_TAGS = _tags(SILENT)


def role_of(tag: str) -> Role:
    """Return what an element is to the reader, by its name as lxml writes it."""
    if tag in SILENT_TAGS:
        return "silent"
    return "read" if tag in READ_TAGS else "asked"
