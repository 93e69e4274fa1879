"""A template whose content controls are filled by their tags: with text, and nothing else."""

import copy
import io
import re
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from specvalidator.errors import BadTemplate
from specvalidator.readers.xml import Element
from specvalidator.reports.word_letter.content import Content, Field, LetterLine
from specvalidator.reports.word_letter.template import STYLES
from specvalidator.wording import Words

_NEEDED: Field = "points"
_NOT_IN_XML = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OF_PROMPTS = frozenset(map(qn, ("w:showingPlcHdr", "w:temporary", "w:dataBinding")))
_OLDEST = (1980, 1, 1, 0, 0, 0)


def filled(template: bytes, content: Content) -> bytes:
    """Return a template with its fields filled; whatever else it holds stays.

    The same template and content give the same bytes.

    Raises:
        BadTemplate: it is no Word file, or has no control for the points.
    """
    try:
        document = Document(io.BytesIO(template))
        controls = list(_controls(document))
    except Exception as error:  # python-docx fails in many ways on files that are none
        raise BadTemplate(
            Words(
                "意见模板不是可以打开的 Word 文件（.docx）。",
                "The template of letters is no Word file (.docx) that can be opened.",
            )
        ) from error
    tagged = [(_tag(each), each) for each in controls]
    if all(tag != _NEEDED for tag, _ in tagged):
        fields = ", ".join(content)
        raise BadTemplate(
            Words(
                f"意见模板中没有标记（tag）为 {_NEEDED} 的内容控件。可用的标记：{fields}。",
                f"The template has no content control tagged {_NEEDED}. Tags: {fields}.",
            )
        )
    names = {style.name: style.style_id for style in document.styles}
    for tag, control in tagged:
        for field, lines in content.items():
            if tag == field:
                _fill(control, lines, names)
    stream = io.BytesIO()
    document.save(stream)
    return _without_clock(stream.getvalue())


def _controls(document: OpenDocument) -> Iterator[Element]:
    roots = [document.element.body]
    for section in document.sections:
        roots += [section.header._element, section.footer._element]  # noqa: SLF001 - see template
    for root in roots:
        yield from root.iter(qn("w:sdt"))


def _tag(control: Element) -> str:
    said = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if said is None else (said.get(qn("w:val")) or "")


def _fill(control: Element, lines: list[LetterLine], styles: dict[str | None, str]) -> None:
    content, properties = control.find(qn("w:sdtContent")), control.find(qn("w:sdtPr"))
    if content is None:
        return
    if properties is not None:
        for each in [each for each in properties if each.tag in _OF_PROMPTS]:
            properties.remove(each)
    paragraph, run = content.find(qn("w:p")), next(content.iter(qn("w:r")), None)
    look = None if run is None else run.find(qn("w:rPr"))
    said = None if paragraph is None else paragraph.find(qn("w:pPr"))
    is_inline = paragraph is None
    for each in list(content):
        content.remove(each)
    if is_inline:
        content.append(_run(" ".join(line.text for line in lines), look))
        return
    for line in lines or [LetterLine("")]:
        content.append(_paragraph(line, said, look, styles))


def _paragraph(
    line: LetterLine,
    said: Element | None,
    look: Element | None,
    styles: dict[str | None, str],
) -> Element:
    """Return a line as it looks in the template; its role's own style where there is one."""
    paragraph = OxmlElement("w:p")
    style = styles.get(STYLES[line.role]) if line.role in STYLES else None
    if style is not None:
        properties, chosen = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        chosen.set(qn("w:val"), style)
        properties.append(chosen)
        paragraph.append(properties)
        paragraph.append(_run(line.text, None))
        return paragraph
    if said is not None:
        paragraph.append(copy.deepcopy(said))
    paragraph.append(_run(line.text, look))
    return paragraph


def _run(text: str, look: Element | None) -> Element:
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    if look is not None:
        run.append(copy.deepcopy(look))
    shown.text = _NOT_IN_XML.sub("�", text)
    shown.set(qn("xml:space"), "preserve")
    run.append(shown)
    return run


def _without_clock(data: bytes) -> bytes:
    """Return a zip whose members have no time of their own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            member = zipfile.ZipInfo(info.filename, _OLDEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(info))
    return stream.getvalue()
