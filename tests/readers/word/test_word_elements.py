"""Every element of the schemas is read, asked about, or known to show nothing: no list of a few."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from readers.word.word_files import NAMES, numbered, paragraph, parts, run, zipped
from specvalidator.document import Document, paragraphs_of
from specvalidator.readers import read_document
from specvalidator.readers.word.elements import (
    ASKED,
    ASKED_WHOLE,
    READ,
    role_of,
)
from specvalidator.readers.word.name_spaces import SPACES
from specvalidator.readers.word.silent_elements import SILENT

NAMES_OF_ELEMENTS = Path(__file__).with_name("element_names.txt")
ROLES = {"read": READ, "asked": ASKED, "silent": SILENT}


class Schema(NamedTuple):
    """The elements of one name space, and the document that names them."""

    prefix: str
    space: str
    source: str
    names: list[str]


def schemas() -> Iterator[Schema]:
    source = ""
    found: Schema | None = None
    for line in NAMES_OF_ELEMENTS.read_text("utf-8").splitlines():
        if line.startswith("#"):
            source = line.strip("# ")
        elif line.startswith("["):
            prefix, space = line[1:].split("] ")
            found = Schema(prefix, space, source, [])
            yield found
        elif found is not None:
            found.names.extend(line.split())


SCHEMAS = list(schemas())
ELEMENTS = [(schema.prefix, name) for schema in SCHEMAS for name in schema.names]
OF_ROLE = {
    role: [each for each in ELEMENTS if role_of(f"{{{SPACES[each[0]]}}}{each[1]}") == role]
    for role in ROLES
}


def test_each_schema_names_its_source_and_each_element_stands_once() -> None:
    assert all(
        "ISO/IEC" in each.source or "[MS-" in each.source or "W3C" in each.source
        for each in SCHEMAS
    )
    assert {each.prefix: each.space for each in SCHEMAS} == SPACES
    assert len(set(ELEMENTS)) == len(ELEMENTS) > 1_500


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.prefix)
def test_every_element_of_a_schema_has_one_role(schema: Schema) -> None:
    lists = {role: set(names.get(schema.prefix, "").split()) for role, names in ROLES.items()}
    if schema.prefix in ASKED_WHOLE:
        assert lists == {"read": set(), "asked": set(), "silent": set()}
        return
    for name in schema.names:
        assert [role for role, names in lists.items() if name in names] != [], (
            f"{schema.prefix}:{name} stands in no list of readers/word/elements.py"
        )
    assert sum(map(len, lists.values())) == len(set().union(*lists.values())) == len(schema.names)


def test_what_stands_in_no_list_is_asked_about() -> None:
    for tag in ("{urn:of-tomorrow}p", f"{{{SPACES['w']}}}hologram", f"{{{SPACES['c']}}}chart"):
        assert role_of(tag) == "asked"


DECLARED = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in SPACES.items()
    if f"xmlns:{prefix}=" not in NAMES
)
PLACES = {
    "between paragraphs": "{}",
    "in a paragraph": "<w:p>{}</w:p>",
    "in a run": "<w:p><w:r>{}</w:r></w:p>",
    "in a drawing": "<w:p><w:r><w:drawing>{}</w:drawing></w:r></w:p>",
    "in a row": "<w:tbl><w:tr><w:tc><w:p/></w:tc>{}</w:tr></w:tbl>",
}


def read_with(inside: str) -> Document:
    members: dict[str, str | bytes] = dict(parts(paragraph(FIRST) + inside))
    main = str(members["word/document.xml"]).replace("<w:document ", f"<w:document {DECLARED} ")
    return read_document(zipped({**members, "word/document.xml": main}))


def heard(inside: str) -> tuple[str, bool]:
    """Return what is read from a body as text, and whether something is asked about."""
    document = read_with(inside)
    found = list(paragraphs_of(document.blocks))
    is_asked = bool(document.unread) or any(each.unread for each in found)
    return "".join(each.text for each in found).removeprefix(FIRST), is_asked


FIRST = "·"
HIDDEN = run("藏")
OPENING_A_WAY = frozenset({"del", "moveFrom", "tblPr", "trPr", "tcPr", "pPr", "rPr", "sectPr"})
"""Silent elements that take effect on what is around them, where they may stand."""


@pytest.mark.parametrize("place", PLACES)
def test_what_shows_nothing_is_neither_read_nor_asked_about(place: str) -> None:
    silent = [each for each in OF_ROLE["silent"] if each[1] not in OPENING_A_WAY]
    bodies = {
        f"{prefix}:{name}": PLACES[place].format(f"<{prefix}:{name}>{HIDDEN}</{prefix}:{name}>")
        for prefix, name in silent
    }
    if heard("".join(bodies.values())) != ("", False):
        assert [name for name, body in bodies.items() if heard(body) != ("", False)] == []


NO_DRAWING = {("o", "OLEObject"), ("w", "altChunk"), ("w", "subDoc")}
PAINTED = {
    "wps": '<wps:spPr><a:ln w="9525"><a:solidFill/></a:ln></wps:spPr>',
    "a": '<a:spPr><a:ln w="9525"><a:solidFill/></a:ln></a:spPr>',
}


@pytest.mark.parametrize("place", PLACES)
def test_what_is_visible_and_no_text_is_asked_about(place: str) -> None:
    unasked = []
    for prefix, name in OF_ROLE["asked"]:
        if prefix in ASKED_WHOLE and name not in {"chart", "relIds", "model3d", "ink"}:
            continue
        inside = PAINTED.get(prefix, "") if name in {"wsp", "sp"} else ""
        element = f"<{prefix}:{name}>{inside}</{prefix}:{name}>"
        if name in {"blipFill", "buAutoNum"}:
            continue  # inside a shape or paragraph of a drawing: tried below
        if not heard(PLACES[place].format(element))[1]:
            unasked.append(f"{prefix}:{name}")
    assert unasked == []


def test_a_picture_that_fills_a_shape_and_a_number_of_a_list_in_a_canvas_are_asked_about() -> None:
    shape = "<wps:wsp><wps:spPr><a:blipFill><a:blip/></a:blipFill></wps:spPr></wps:wsp>"
    line = "<a:txBody><a:p><a:pPr><a:buAutoNum/></a:pPr><a:r><a:t>见</a:t></a:r></a:p></a:txBody>"
    assert heard(PLACES["in a drawing"].format(shape)) == ("", True)
    assert heard(PLACES["in a drawing"].format(line)) == ("见", True)


SEEN = run("见")
LINE = f"<w:p>{SEEN}</w:p>"
BOX = f"<w:txbxContent>{LINE}</w:txbxContent>"
CANVAS = "<a:txBody><a:p><a:r><a:t>见</a:t></a:r></a:p></a:txBody>"
FORMULA = "<w:p><m:oMath>{}</m:oMath></w:p>"
LETTER = "<m:r><m:t>见</m:t></m:r>"


def drawing(inside: str) -> str:
    return f"<w:p><w:r><w:drawing>{inside}</w:drawing></w:r></w:p>"


def pict(inside: str) -> str:
    return f"<w:p><w:r><w:pict>{inside}</w:pict></w:r></w:p>"


def wrapped(name: str) -> str:
    return f"<w:p><w:{name}>{SEEN}</w:{name}></w:p>"


def form(inside: str) -> str:
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData>'
        "</w:fldChar></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        f"{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def of_math(name: str) -> str:
    return FORMULA.format(f"<m:{name}>{LETTER}</m:{name}>")


ALTERNATE = (
    '<w:p><mc:AlternateContent><mc:Choice Requires="future"/>'
    f"<mc:Fallback>{SEEN}</mc:Fallback></mc:AlternateContent></w:p>"
)
SAMPLES: dict[str, tuple[str, str]] = {
    **{f"w:{name}": (wrapped(name), "见") for name in ("bdo", "customXml", "dir", "fldSimple")},
    **{f"w:{name}": (wrapped(name), "见") for name in ("hyperlink", "ins", "moveTo", "smartTag")},
    "w:p": (LINE, "见"),
    "w:r": (LINE, "见"),
    "w:t": (LINE, "见"),
    "w:tbl": (f"<w:tbl><w:tr><w:tc>{LINE}</w:tc></w:tr></w:tbl>", "见"),
    "w:tr": (f"<w:tbl><w:tr><w:tc>{LINE}</w:tc></w:tr></w:tbl>", "见"),
    "w:tc": (f"<w:tbl><w:tr><w:tc>{LINE}</w:tc></w:tr></w:tbl>", "见"),
    "w:sdt": (f"<w:sdt><w:sdtContent>{LINE}</w:sdtContent></w:sdt>", "见"),
    "w:sdtContent": (f"<w:sdt><w:sdtContent>{LINE}</w:sdtContent></w:sdt>", "见"),
    "w:tab": ("<w:p><w:r><w:tab/></w:r></w:p>", "\t"),
    "w:ptab": ("<w:p><w:r><w:ptab/></w:r></w:p>", "\t"),
    "w:br": ("<w:p><w:r><w:br/></w:r></w:p>", "\n"),
    "w:cr": ("<w:p><w:r><w:cr/></w:r></w:p>", "\n"),
    "w:noBreakHyphen": ("<w:p><w:r><w:noBreakHyphen/></w:r></w:p>", "-"),
    "w:sym": ('<w:p><w:r><w:sym w:font="Arial" w:char="89C1"/></w:r></w:p>', "见"),
    "w:ruby": (f"<w:p><w:r><w:ruby><w:rubyBase>{SEEN}</w:rubyBase></w:ruby></w:r></w:p>", "见"),
    "w:rubyBase": (f"<w:p><w:r><w:ruby><w:rubyBase>{SEEN}</w:rubyBase></w:ruby></w:r></w:p>", "见"),
    "w:txbxContent": (drawing(BOX), "见"),
    "w:drawing": (drawing(BOX), "见"),
    "w:pict": (pict(BOX), "见"),
    "w:object": (f"<w:p><w:r><w:object>{BOX}</w:object></w:r></w:p>", "见"),
    "w:fldChar": (field("SYMBOL 35265"), "见"),
    "w:instrText": (field("SYMBOL 35265"), "见"),
    "w:ffData": (form("<w:checkBox/>"), "☐"),
    "w:checkBox": (form("<w:checkBox/>"), "☐"),
    "w:ddList": (form('<w:ddList><w:listEntry w:val="见"/></w:ddList>'), "见"),
    "w:listEntry": (form('<w:ddList><w:listEntry w:val="见"/></w:ddList>'), "见"),
    "w:numPr": (numbered("见"), "见"),
    **{f"m:{name}": (of_math(name), "见") for name in ("deg", "den", "e", "fName", "func", "lim")},
    **{f"m:{name}": (of_math(name), "见") for name in ("mr", "sub", "sup", "oMath")},
    "m:num": (of_math("num"), "见/"),
    "m:oMathPara": (f"<w:p><m:oMathPara><m:oMath>{LETTER}</m:oMath></m:oMathPara></w:p>", "见"),
    "m:r": (FORMULA.format(LETTER), "见"),
    "m:t": (FORMULA.format(LETTER), "见"),
    **{
        f"m:{name}": (
            FORMULA.format(
                '<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/>'
                '<m:endChr m:val="]"/></m:dPr>'
                f"<m:e>{LETTER}</m:e><m:e>{LETTER}</m:e></m:d>"
            ),
            "[见;见]",
        )
        for name in ("d", "dPr", "begChr", "sepChr", "endChr")
    },
    **{f"mc:{n}": (ALTERNATE, "见") for n in ("AlternateContent", "Choice", "Fallback")},
    **{
        f"wp:{name}": (drawing(f"<wp:{name}>{BOX}</wp:{name}>"), "见")
        for name in ("inline", "anchor")
    },
    "wps:txbx": (drawing(f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"), "见"),
    **{
        f"wpg:{name}": (drawing(f"<wpg:{name}>{BOX}</wpg:{name}>"), "见")
        for name in ("wgp", "grpSp", "graphicFrame")
    },
    **{f"wpc:{n}": (drawing(f"<wpc:{n}>{BOX}</wpc:{n}>"), "见") for n in ("wpc", "graphicFrame")},
    "lc:lockedCanvas": (drawing(f"<lc:lockedCanvas><a:sp>{CANVAS}</a:sp></lc:lockedCanvas>"), "见"),
    **{
        f"a:{name}": (drawing(f"<a:{name}>{CANVAS}</a:{name}>"), "见")
        for name in ("graphic", "graphicData", "graphicFrame", "grpSp", "txSp", "tbl", "tr", "tc")
    },
    **{f"a:{name}": (drawing(CANVAS), "见") for name in ("txBody", "p", "r", "t")},
    "a:fld": (drawing("<a:txBody><a:p><a:fld><a:t>见</a:t></a:fld></a:p></a:txBody>"), "见"),
    "a:br": (drawing("<a:txBody><a:p><a:br/></a:p></a:txBody>"), "\n"),
    "a:cxnSp": (drawing(f"<a:cxnSp>{CANVAS}</a:cxnSp>"), "见"),
    "v:line": (pict(f"<v:line><v:textbox>{BOX}</v:textbox></v:line>"), "见"),
    "v:group": (pict(f"<v:group>{BOX}</v:group>"), "见"),
    "v:textbox": (pict(f"<v:textbox>{BOX}</v:textbox>"), "见"),
    "v:textpath": (pict('<v:shape><v:textpath string="见"/></v:shape>'), "见"),
    "w14:conflictIns": (f"<w:p><w14:conflictIns>{SEEN}</w14:conflictIns></w:p>", "见"),
    "w16se:symEx": (
        '<w:p><w:r><w16se:symEx w16se:font="Arial" w16se:char="89C1"/></w:r></w:p>',
        "见",
    ),
}
ELSEWHERE = (
    frozenset(
        ("body", "document", "numbering", "abstractNum", "num", "lvl", "lvlOverride", "lvlText")
    )
    | {"numFmt", "start", "startOverride", "footnote", "footnotes", "endnote", "endnotes"}
    | {*("footnoteReference", "endnoteReference", "hdr", "ftr", "dataBinding")}
)
"""Read, too: tried where lists, notes, headers and bound controls are."""


@pytest.mark.parametrize("element", [f"{p}:{n}" for p, n in OF_ROLE["read"] if n not in ELSEWHERE])
def test_what_is_read_becomes_text(element: str) -> None:
    body, text = SAMPLES[element]
    prefix, _, name = element.partition(":")
    assert f"<{prefix}:{name}" in body or name == "numPr"
    assert heard(body) == (text, False)
