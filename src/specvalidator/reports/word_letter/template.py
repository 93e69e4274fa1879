"""Our own template of a letter: A4, one control for each field, two left for the office."""

import io
from functools import cache

from docx import Document
from docx.document import Document as OpenDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from specvalidator.readers.xml import Element
from specvalidator.reports import letter as words
from specvalidator.reports.word_letter.content import Field, Role
from specvalidator.wording import Lang

STYLES: dict[Role, str] = {
    "title": "意见标题",
    "heading": "意见小标题",
    "point": "意见条目",
    "detail": "意见说明",
}
"""Names of the styles that lines of a role take where the template has them."""
_BODY, _HEAD = "仿宋", "黑体"
_SIZES: dict[Role, int] = {"title": 20, "heading": 14, "point": 14, "detail": 12}
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("addressee", "收件单位"),
    ("opening", "正文"),
    ("points", "意见"),
    ("since", "与上次报送相比"),
)


@cache
def default_template(lang: Lang) -> bytes:
    """Return the template as a Word file."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    _look(document.styles["Normal"], _BODY, 14)
    _add_styles(document)
    title = document.add_paragraph("标题", style=STYLES["title"])
    _control(title, "title", "标题")
    for field, called in _FIELDS:
        paragraph = document.add_paragraph(called)
        if field == "opening":
            paragraph.paragraph_format.first_line_indent = Pt(28)
        _control(paragraph, field, called)
    for said in words.CLOSING.said(lang).split("\n"):
        closing = document.add_paragraph(said.strip(" "))
        closing.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _control(closing, "", said.strip())
    document.add_page_break()  # type: ignore[no-untyped-call] # python-docx
    _control(document.add_paragraph("核对清单"), "checklist", "核对清单")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_styles(document: OpenDocument) -> None:
    for role, name in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _look(style, _HEAD if role in ("title", "heading") else _BODY, _SIZES[role])
        style.font.bold = role in ("title", "point")
        style.paragraph_format.left_indent = Pt(24 if role == "detail" else 0)
        style.paragraph_format.space_before = Pt(0 if role == "detail" else 8)
        style.paragraph_format.keep_with_next = role != "detail"
        if role == "title":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
            style.paragraph_format.space_after = Pt(18)


def _look(style: ParagraphStyle, face: str, size: int) -> None:
    style.font.size = Pt(size)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.25
    _face(style.element.get_or_add_rPr(), face)


def _face(properties: Element, face: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for kind in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{kind}"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), face)


def _control(paragraph: Paragraph, tag: str, title: str) -> None:
    """Put a paragraph into a content control, which may hold several once it is filled."""
    control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    for name, value in (("w:alias", title), ("w:tag", tag)):
        if value:
            said = OxmlElement(name)
            said.set(qn("w:val"), value)
            properties.append(said)
    content = OxmlElement("w:sdtContent")
    element = paragraph._p  # noqa: SLF001 - python-docx knows no content controls
    element.addprevious(control)
    content.append(element)
    control.extend([properties, content])
