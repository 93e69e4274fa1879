"""A template whose content controls are filled by their tags: with text, and nothing else."""

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docx import Document
from docx.document import Document as OpenDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from specvalidator.errors import BadTemplate
from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT as LIMITS
from specvalidator.readers.word.package import Package
from specvalidator.readers.xml import Element
from specvalidator.reports.word_letter.content import FIELDS, Content, Field, LetterLine
from specvalidator.reports.word_letter.template import STYLES
from specvalidator.wording import Words

_NEEDED: Field = "points"
_MOST_CONTROLS = 1_000
_NOT_IN_XML = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OF_PROMPTS = frozenset(map(qn, ("w:showingPlcHdr", "w:temporary", "w:dataBinding")))
_AT_EDGES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_OLDEST = (1980, 1, 1, 0, 0, 0)


class Template(NamedTuple):
    """A template that was opened."""

    members: tuple[tuple[str, bytes], ...]
    """What its package holds, by name."""
    roots: Mapping[str, Element]
    """The parts of it in which controls may be, by name: to be copied before they are filled."""
    tags: tuple[str, ...]
    styles: Mapping[str | None, str]
    """The id of each style by its name."""


def filled(template: bytes, content: Content) -> bytes:
    """Return a template with its fields filled; whatever else it holds stays.

    The same template and content give the same bytes.

    Raises:
        BadTemplate: it is no Word file, or has no control for the points.
    """
    opened = _opened(template)
    content = content if "since" in opened.tags else _in_points(content)
    changed = {}
    for name, root in opened.roots.items():
        own = copy.deepcopy(root)
        for control in list(own.iter(qn("w:sdt"))):
            for field, lines in content.items():
                if _tag(control) == field:
                    _fill(control, lines, opened.styles)
        changed[name] = etree.tostring(own, encoding="UTF-8", standalone=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in opened.members:
            member = zipfile.ZipInfo(name, _OLDEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, changed.get(name, data))
    return stream.getvalue()


def fields_of(template: bytes) -> tuple[list[str], list[str]]:
    """Return the tags of a template that nothing fills, and the fields that it has no control for.

    Raises:
        BadTemplate: as `filled`.
    """
    tags = dict.fromkeys(filter(None, _opened(template).tags))
    # What became of earlier findings stands with the points where it has no place of its own.
    missing: list[str] = [field for field in FIELDS if field not in tags and field != "since"]
    return [tag for tag in tags if tag not in FIELDS], missing


def _in_points(content: Content) -> Content:
    return {**content, "points": [*content["points"], *content["since"]]}


@lru_cache(maxsize=4)
def _opened(template: bytes) -> Template:
    """Return a template ready to be filled again and again; errors as `filled`."""
    try:
        _refuse_hostile(template)
        document = Document(io.BytesIO(template))
        roots = dict(_roots(document))
        styles = {style.name: style.style_id for style in document.styles}
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            members = tuple((name, package.read(name)) for name in package.namelist())
    except Exception as error:  # python-docx fails in many ways on files that are none
        raise BadTemplate(
            Words(
                "意见模板不是可以打开的 Word 文件（.docx）。",
                "The template of letters is no Word file (.docx) that can be opened.",
            )
        ) from error
    tags = tuple(_tag(each) for root in roots.values() for each in root.iter(qn("w:sdt")))
    if len(tags) > _MOST_CONTROLS:
        raise BadTemplate(
            Words("意见模板中的内容控件过多。", "The template has too many content controls.")
        )
    if _NEEDED not in tags:
        fields = ", ".join(FIELDS)
        raise BadTemplate(
            Words(
                f"意见模板中没有标记（tag）为 {_NEEDED} 的内容控件。可用的标记：{fields}。",
                f"The template has no content control tagged {_NEEDED}. Tags: {fields}.",
            )
        )
    return Template(members, roots, tags, styles)


def _refuse_hostile(template: bytes) -> None:
    """Refuse a template that swells, or whose XML is more than XML: python-docx would not.

    Raises:
        UnreadableFile: it does.
    """
    file = recognise(template, LIMITS)
    package = Package(file, LIMITS)
    for member in file.members():
        if member.filename.endswith((".xml", ".rels")):
            package.part(member.filename)


def _roots(document: OpenDocument) -> Iterator[tuple[str, Element]]:
    """Yield the text, the headers and the footers, each with its name in the package."""
    part = document.part
    beside = [each.target_part for each in part.rels.values() if each.reltype in _AT_EDGES]
    for each in (part, *beside):
        if isinstance(each, XmlPart):
            yield each.partname.lstrip("/"), each.element


def _tag(control: Element) -> str:
    said = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if said is None else (said.get(qn("w:val")) or "")


def _fill(control: Element, lines: list[LetterLine], styles: Mapping[str | None, str]) -> None:
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
    styles: Mapping[str | None, str],
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
