"""Hostile Word files: XML that never ends, that nests, that points at itself, and that lies."""

import io
import zipfile

from hostile.making.base import REPORT, Collection
from readers.word.word_files import (
    NAMES,
    cell,
    document_xml,
    docx,
    level,
    listed,
    paragraph,
    parts,
    row,
    run,
    style,
    table,
    zipped,
)

WORDS = Collection()
TITLE = paragraph("拉面制作专项职业能力考核规范") + paragraph("一、定义")
_TEXT = "<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>"


def stored(members: dict[str, str], *, filler: int = 0) -> bytes:
    """Return a zip that is not compressed: its size is no reason to refuse it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        if filler:
            archive.writestr("word/media/a.bin", bytes(filler))
    return out.getvalue()


def draft(body: str, *, styles: str = "", numbering: str = "", filler: int = 0) -> bytes:
    """Return a specification with this in its body."""
    return stored(parts(TITLE + body, styles=styles, numbering=numbering), filler=filler)


def _with_main(xml: str | bytes) -> bytes:
    return zipped({**parts(""), "word/document.xml": xml})


@WORDS.file("doctype.docx", "an entity that some programs read and others drop", "corrupt")
def _doctype() -> bytes:
    entity = '<!DOCTYPE a [<!ENTITY e "工">]>'
    return _with_main(entity + document_xml(paragraph("拉面&e;")))


@WORDS.file("external-entity.docx", "an entity that is a file of the machine", "corrupt")
def _external() -> bytes:
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return _with_main(entity + document_xml(paragraph("&e;")))


@WORDS.file("billion-laughs.docx", "entities of entities: ten to the ninth", "corrupt")
def _laughs() -> bytes:
    entities = '<!ENTITY a0 "工">' + "".join(
        f'<!ENTITY a{k + 1} "{f"&a{k};" * 10}">' for k in range(9)
    )
    return _with_main(f"<!DOCTYPE a [{entities}]>" + document_xml(paragraph("&a9;")))


@WORDS.file("doctype-in-utf16.docx", "a DOCTYPE that no search for its bytes finds", "corrupt")
def _utf16() -> bytes:
    return _with_main(("<!DOCTYPE a>" + document_xml(paragraph("甲"))).encode("utf-16"))


@WORDS.file("doctype-in-utf7.docx", "the same in an encoding nobody uses", "corrupt")
def _utf7() -> bytes:
    head = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'
    return _with_main(head + document_xml("").encode())


def _nested(depth: int, before: str, after: str, inside: str = "<w:p/>") -> bytes:
    return draft(before * depth + inside + after * depth)


@WORDS.file("tables-in-tables.docx", "tables in tables, 20,000 deep", "too-large")
def _tables() -> bytes:
    return _nested(20_000, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")


@WORDS.file(
    "controls-in-controls.docx", "content controls in content controls, 50,000 deep", "too-large"
)
def _controls() -> bytes:
    return _nested(50_000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")


@WORDS.file("depth-allowed.docx", "tables as deep as the XML may be", REPORT)
def _deep() -> bytes:
    return _nested(75, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")


@WORDS.file("boxes-in-boxes.docx", "text boxes in text boxes", REPORT)
def _boxes() -> bytes:
    before = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
    after = "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    return _nested(45, before, after)


@WORDS.file("paragraphs.docx", "a million and a half of empty paragraphs", "too-large")
def _paragraphs() -> bytes:
    return draft("<w:p/>" * 1_500_000)


@WORDS.file(
    "paragraphs-allowed.docx",
    "as many paragraphs as there may be, in a file as large as it may be",
    REPORT,
)
def _paragraphs_allowed() -> bytes:
    return draft(_TEXT * 79_000, filler=40 * 2**20)


@WORDS.file("elements-allowed.docx", "as many elements as there may be that mean nothing", REPORT)
def _elements() -> bytes:
    return draft("<w:x/>a" * 478_000, filler=40 * 2**20)


@WORDS.file("attributes-allowed.docx", "as many attributes as there may be", REPORT)
def _attributes() -> bytes:
    attributes = " ".join(f'a{k}="{k}"' for k in range(59))
    return draft(f"<w:x {attributes}/>" * 7_900, filler=40 * 2**20)


@WORDS.file(
    "three-heavy-parts.docx", "text, styles and numbering that are each at the limit", "too-large"
)
def _parts() -> bytes:
    heavy = "<w:x/>" * 500_000
    return draft(heavy, styles=heavy, numbering=heavy)


@WORDS.file("strict-and-heavy.docx", "names of Strict OOXML, which are parsed twice", REPORT)
def _strict() -> bytes:
    members = parts(TITLE + "<w:x/>a" * 478_000)
    xml = members["word/document.xml"].replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return stored({**members, "word/document.xml": xml})


@WORDS.file("names-everywhere.docx", "300,000 times what declares a name, as text", REPORT)
def _names_everywhere() -> bytes:
    text = "".join(
        paragraph(run("xmlns:" * 1_000, f'<w:sz w:val="{20 + at}"/>')) for at in range(9)
    )
    return draft(text + paragraph(run("xmlns:" * 290_000)))


@WORDS.file("long-root-tag.docx", "20,000 names declared at the root, and 100 looks", REPORT)
def _long_root_tag() -> bytes:
    looks = "".join(paragraph(run("甲", f'<w:sz w:val="{20 + at}"/>')) for at in range(100))
    members = parts(TITLE + looks)
    names = " ".join(f'xmlns:n{at}="urn:n{at}"' for at in range(20_000))
    xml = members["word/document.xml"].replace("<w:document ", f"<w:document {names} ", 1)
    return stored({**members, "word/document.xml": xml})


@WORDS.file("long-looks.docx", "100 looks of 30,000 letters each", REPORT, "too-large")
def _long_looks() -> bytes:
    looks = [f'<w:rFonts w:ascii="{chr(0x4E00 + at) * 30_000}"/>' for at in range(100)]
    return zipped(parts(TITLE + "".join(paragraph(run("甲", look)) for look in looks)))


@WORDS.file("long-text.docx", "one paragraph of three million letters", "too-large")
def _long() -> bytes:
    return draft(paragraph("工" * 3_000_000))


@WORDS.file("long-name.docx", "an attribute of twelve million letters", "too-large", "corrupt")
def _long_name() -> bytes:
    return draft(f'<w:x a="{"a" * 12_000_000}"/>')


@WORDS.file(
    "spans.docx", "cells two thousand million columns wide, less than none, and no number", REPORT
)
def _spans() -> bytes:
    spans = ("2000000000", "-1", "一", "9" * 40, "0", "")
    return draft(
        table(*[row(*[cell("甲", f'<w:gridSpan w:val="{span}"/>') for span in spans])] * 200)
    )


@WORDS.file("wide-and-long.docx", "a row of 128 cells over 30,000 rows of one", REPORT)
def _wide() -> bytes:
    return draft(table(row(*["乙"] * 128), *[row("甲")] * 30_000))


@WORDS.file("merged-rows.docx", "20,000 rows that all continue one cell", REPORT)
def _merged() -> bytes:
    first = row(cell("甲", '<w:vMerge w:val="restart"/>'), "乙")
    return draft(table(first, *[row(cell("丙", "<w:vMerge/>"), "丁")] * 15_000))


@WORDS.file("circular-styles.docx", "styles that are based on each other in a circle", REPORT)
def _circle() -> bytes:
    styles = "".join(style(f"s{k}", f'<w:basedOn w:val="s{(k + 1) % 300}"/>') for k in range(300))
    return draft(paragraph("甲", '<w:pStyle w:val="s7"/>') * 300, styles=styles)


@WORDS.file("chain-of-styles.docx", "40,000 styles, each based on the next", REPORT)
def _chain() -> bytes:
    styles = "".join(style(f"s{k}", f'<w:basedOn w:val="s{k + 1}"/>') for k in range(40_000))
    return draft(paragraph("甲", '<w:pStyle w:val="s0"/>') * 50, styles=styles)


@WORDS.file("circular-numbering.docx", "lists that are defined by each other", REPORT)
def _lists() -> bytes:
    link = '<w:numStyleLink w:val="s"/>'
    numbering = listed(level(0, "%1%1%1%2%9"), link=link) + listed(
        level(0, "%1"), number=2, link=link
    )
    styles = style("s", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    marked = paragraph("甲", '<w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>')
    return draft(marked * 2_000, styles=styles, numbering=numbering)


@WORDS.file("number-formats.docx", "a list that starts at 10^30 in Roman numerals", REPORT)
def _numbers() -> bytes:
    start = f'<w:lvl w:ilvl="0"><w:start w:val="{10**30}"/><w:numFmt w:val="upperRoman"/>'
    numbering = listed(start + '<w:lvlText w:val="%1."/></w:lvl>')
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return draft(paragraph("甲", mark) * 1_000, numbering=numbering)


@WORDS.file("relations.docx", "relations that lead out of the file and to another machine", REPORT)
def _relations() -> bytes:
    members = parts(TITLE)
    members["word/_rels/document.xml.rels"] = (
        members["word/_rels/document.xml.rels"]
        .replace('Target="styles.xml"', 'Target="../../../../etc/passwd"')
        .replace('Target="numbering.xml"', 'TargetMode="External" Target="http://127.0.0.1:9/x"')
    )
    return zipped(members)


@WORDS.file(
    "main-part-is-itself.docx",
    "a package whose document is its own list of relations",
    "unsupported",
    "corrupt",
)
def _itself() -> bytes:
    members = parts(TITLE)
    members["_rels/.rels"] = members["_rels/.rels"].replace("word/document.xml", "_rels/.rels")
    del members["word/document.xml"]
    return zipped(members)


@WORDS.file("projects.docx", "an application for 50,000 projects", "too-large")
def _projects() -> bytes:
    names = "、".join(f"面点{k}制作" for k in range(50_000))
    rows = (row("申请单位", "甲学校"), row("专项职业能力考核项目", names), row("负责人", "乙"))
    return docx(paragraph("山东省专项职业能力考点设立申请表") + table(*rows))


@WORDS.file("odd-root.docx", "a document whose root is something else", "unsupported")
def _root() -> bytes:
    return _with_main(f"<w:styles {NAMES}/>")


@WORDS.file("deleted-everything.docx", "100,000 runs of tracked changes in one paragraph", REPORT)
def _deleted() -> bytes:
    changes = (run("甲") + "<w:ins>" + run("乙") + "</w:ins>") * 20_000
    return draft(paragraph(changes))


@WORDS.file(
    "row-properties-behind-cells.docx",
    "a row that goes back to its first column after two cells, each going on with one above",
    REPORT,
)
def _row_properties_behind_cells() -> bytes:
    more, back = cell("", "<w:vMerge/>"), '<w:trPr><w:gridBefore w:val="0"/></w:trPr>'
    rows = [
        row(cell("甲", '<w:vMerge w:val="restart"/>'), "乙"),
        f"<w:tr>{more}{back}{more}</w:tr>",
    ]
    return draft(table(*rows))
