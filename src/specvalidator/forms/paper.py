"""A sheet as Chinese offices use it: A4, the fonts of official documents, numbered pages."""

import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

TEXT_WIDTH = 8845
"""Width between the margins, in twentieths of a point."""

_LATIN = "Times New Roman"
_OLDEST = (1980, 1, 1, 0, 0, 0)
_SIZE_TITLE, _SIZE_TEXT, _SIZE_TABLE, _SIZE_PAGE = 22.0, 16.0, 10.5, 14.0
"""In points: 二号, 三号, 五号, 四号."""


def element(name: str, **attributes: str | int) -> etree._Element:
    """Return `<w:name w:attribute="…"/>`."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def new_sheet(title: str) -> Document:
    """Return an empty document with the styles Title, Heading 1, Heading 2, Body Text, Normal.

    `title` goes into its properties. Fonts are those that every Windows and WPS has: 宋体, 黑体,
    楷体, 仿宋.
    """
    document = docx.Document()
    _set_page(document)
    _set_defaults(document)
    _set_style(document, "Normal", "宋体", _SIZE_TABLE)
    _set_style(document, "Title", "宋体", _SIZE_TITLE, bold=True, before=0, after=24)
    _set_style(document, "Heading 1", "黑体", _SIZE_TEXT, indent=2, outline=0)
    _set_style(document, "Heading 2", "楷体", _SIZE_TEXT, indent=2, outline=1)
    _set_style(document, "Body Text", "仿宋", _SIZE_TEXT, indent=2)
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _number_pages(document)
    _forget_the_template(document, title)
    return document


def sealed(document: Document) -> bytes:
    """Return the file, the same bytes for the same content: no clock goes into it."""
    loose = io.BytesIO()
    document.save(loose)
    tight = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _OLDEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return tight.getvalue()


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _set_defaults(document: Document) -> None:
    """Say that the text is Chinese, and that Word need not imitate an older Word."""
    styles, settings = document.styles.element, document.settings.element
    for lang in (
        *styles.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}"),
        *settings.findall(qn("w:themeFontLang")),
    ):
        lang.set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_style(  # noqa: PLR0913 - a style is its font and its spacing
    document: Document,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    indent: int = 0,
    before: float = 0,
    after: float = 0,
    outline: int | None = None,
) -> None:
    """Make a built-in style anew; `indent` is the first line's, in characters."""
    style = document.styles[name]
    for part in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(part)):
            style.element.remove(old)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    if size >= _SIZE_TEXT:
        paragraph.line_spacing = Pt(size + 12)
    paragraph.keep_with_next = outline is not None or None
    properties = style.element.get_or_add_pPr()
    if indent:
        properties.append(
            element("ind", firstLineChars=indent * 100, firstLine=round(indent * size * 20))
        )
    if outline is not None:
        properties.append(element("outlineLvl", val=outline))
    style.font.name, style.font.size, style.font.bold = _LATIN, Pt(size), bold
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)


def _number_pages(document: Document) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text)
        run.font.size = Pt(_SIZE_PAGE)
        if text is None:
            field = element("fldSimple", instr=" PAGE ")
            run.text = "1"
            paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields
            field.append(run._r)  # noqa: SLF001 - the same


def _forget_the_template(document: Document, title: str) -> None:
    """Remove what python-docx's template says about itself: its picture, author and dates."""
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]
    properties = document.core_properties
    properties._element.clear()  # noqa: SLF001 - there is no other way to have no dates
    properties.title = title
