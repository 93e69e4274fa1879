"""Word files in raw XML, as programs of many offices leave them: nothing here reads or judges."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
}
_ROOT = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1474"'
    ' w:bottom="1440" w:left="1474" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)
_ATTACHED = {"page.html": ("rId8", "aFChunk"), "image.png": ("rId9", "image")}
_WHEN = "2024-03-01T08:00:00Z"
_OLDEST = (1980, 1, 1, 0, 0, 0)


def text(words: str, *, bold: bool = False, size: float | None = None, font: str = "") -> str:
    r"""Return runs that show `words`; `\n` is a line break, `\t` a tab. Size in points."""
    looks = f'<w:rFonts w:eastAsia="{font}" w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    looks += "<w:b/>" if bold else ""
    looks += f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    shown = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    for sign, tag in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        shown = shown.replace(sign, f'</w:t>{tag}<w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{shown}</w:r>"


def split_runs(words: str, every: int = 3) -> str:
    """Return `words` cut into many runs, as Word does with text typed at different times."""
    return "".join(text(words[at : at + every]) for at in range(0, len(words), every))


def hidden(words: str) -> str:
    """Return text that is in the file and not on the page."""
    return text(words).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")


def inserted(words: str) -> str:
    """Return text that a tracked change puts in."""
    return f'<w:ins w:id="901" w:author="审稿" w:date="{_WHEN}">{text(words)}</w:ins>'


def deleted(words: str) -> str:
    """Return text that a tracked change takes out."""
    gone = text(words).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="902" w:author="审稿" w:date="{_WHEN}">{gone}</w:del>'


def control(content: str, title: str) -> str:
    """Return a filled content control around runs, paragraphs, cells or rows."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def paragraph(
    *runs: str,
    style: str = "",
    numbered: tuple[int, int] | None = None,
    align: str = "",
    indent: int = 0,
    new_page: bool = False,
) -> str:
    """Return a paragraph of runs, or of plain text; `numbered` is (list, level)."""
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks += "<w:pageBreakBefore/>" if new_page else ""
    if numbered:
        looks += (
            f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
        )
    looks += f'<w:ind w:firstLine="{indent}"/>' if indent else ""
    looks += f'<w:jc w:val="{align}"/>' if align else ""
    content = "".join(run if run.startswith("<") else text(run) for run in runs if run)
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{content}</w:p>"


def cell(*blocks: str, span: int = 1, merge: str = "", align: str = "") -> str:
    """Return a table cell of paragraphs or plain texts; `merge` is restart or continue."""
    looks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    looks += '<w:vAlign w:val="center"/>'
    content = [
        block if block.startswith("<") else paragraph(block, align=align) for block in blocks
    ]
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{''.join(content) or '<w:p/>'}</w:tc>"


def row(*cells: str, repeated: bool = False, gone: bool = False) -> str:
    """Return a table row; `repeated` on each page, `gone` by a tracked change."""
    looks = "<w:cantSplit/>" + ("<w:tblHeader/>" if repeated else "")
    looks += f'<w:del w:id="903" w:author="审稿" w:date="{_WHEN}"/>' if gone else ""
    return f"<w:tr><w:trPr>{looks}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Iterable[int], *rows: str) -> str:
    """Return a ruled table; `widths` in twentieths of a point."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{rules}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def text_box(*paragraphs: str, width: int = 5200000, height: int = 700000) -> str:
    """Return a paragraph with a text box, and its VML twin for old programs; EMU."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    size = f"width:{width // 12700}pt;height:{height // 12700}pt"
    twin = f'<v:shape style="{size}"><v:textbox>{inner}</v:textbox></v:shape>'
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{_inline(_SPACES['wps'], shape, width, height)}</mc:Choice>"
        f"<mc:Fallback><w:pict>{twin}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def picture(relation: str, width: int, height: int) -> str:
    """Return a paragraph that shows one of the file's pictures; EMU."""
    shape = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="picture"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return f"<w:p><w:r>{_inline(_SPACES['pic'], shape, width, height)}</w:r></w:p>"


def embedded_page() -> str:
    """Return the place where the file's embedded web page is to be shown."""
    return '<w:altChunk r:id="rId8"/>'


def _inline(uri: str, shape: str, width: int, height: int) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="shape"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def levels(*patterns: tuple[str, str]) -> str:
    """Return the levels of a list, each (Word's name of the digits, the dress of `%n`)."""
    return "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{digits}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{dress}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (digits, dress) in enumerate(patterns)
    )


def numbering(lists: Mapping[int, str]) -> str:
    """Return numbering.xml: the levels of each list by its id."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        f'<w:multiLevelType w:val="multilevel"/>{each}</w:abstractNum>'
        for key, each in lists.items()
    )
    nums = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists
    )
    return f"{_HEAD}<w:numbering {_ROOT}>{abstract}{nums}</w:numbering>"


def style(name: str, title: str, looks: str, *, paragraph: str = "") -> str:
    """Return a paragraph style: its run properties and its paragraph properties."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="a"/><w:pPr>{paragraph}</w:pPr><w:rPr>{looks}</w:rPr></w:style>'
    )


def document(
    *blocks: str,
    font: str = "仿宋",
    size: float = 12,
    styles: str = "",
    lists: str = "",
    attached: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the file: A4, body text in `font`; `attached` may be page.html and image.png."""
    members = {
        "[Content_Types].xml": _content_types(lists=bool(lists)),
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": (
            f"{_HEAD}<w:document {_ROOT}><w:body>{''.join(blocks)}{_A4}</w:body></w:document>"
        ),
        "word/styles.xml": (
            f"{_HEAD}<w:styles {_ROOT}><w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
            f'<w:sz w:val="{round(size * 2)}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
            '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1"'
            f' w:styleId="a"><w:name w:val="Normal"/></w:style>{styles}</w:styles>'
        ),
    }
    relations = [("rId1", "styles", "styles.xml")]
    if lists:
        members["word/numbering.xml"] = lists
        relations.append(("rId2", "numbering", "numbering.xml"))
    relations += [(*_ATTACHED[name], name) for name in attached or {}]
    members["word/_rels/document.xml.rels"] = _relations(*relations)
    more = {f"word/{name}": content for name, content in (attached or {}).items()}
    return _zipped({**members, **more})


def _content_types(*, lists: bool) -> str:
    kinds = [("document", "document.main"), ("styles", "styles")]
    kinds += [("numbering", "numbering")] if lists else []
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_PARTS}.{kind}+xml"/>'
        for part, kind in kinds
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="html" ContentType="text/html"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip without a clock in it: the same content gives the same bytes."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _OLDEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return whole.getvalue()
