"""The part of a Word file that holds the comments."""

import re

from lxml import etree

from specvalidator.readers.word.ooxml import PARAGRAPH, RUN, TEXT, W
from specvalidator.readers.xml import Element, parse
from specvalidator.reports.marking import AUTHOR

INITIALS = "校验"

COMMENTS = W + "comments"
"""Root of the part that holds the comments."""
_COMMENT = W + "comment"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W = W.strip("{}")
# Directly, because a draft's own styles may be large and indented: 小四, two characters.
_PARAGRAPH_LOOK = f"""<w:pPr xmlns:w="{_W}"><w:widowControl w:val="0"/>\
<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>\
<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>"""
_RUN_LOOK = f'<w:rPr xmlns:w="{_W}"><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
_BOLD_LOOK = f'<w:rPr xmlns:w="{_W}"><w:b/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def empty_part() -> Element:
    """Return the root of a part without comments."""
    return etree.Element(COMMENTS, nsmap={"w": _W})


def comment(number: str, lines: list[str]) -> Element:
    """Return a comment, without a date, its first line in bold."""
    made = etree.Element(_COMMENT, nsmap={"w": _W})
    made.set(W + "id", number)
    made.set(W + "author", AUTHOR)
    made.set(W + "initials", INITIALS)
    for index, line in enumerate(lines):
        paragraph = etree.SubElement(made, PARAGRAPH)
        paragraph.append(parse(_PARAGRAPH_LOOK.encode(), _COMMENT))
        if index == 0:
            etree.SubElement(etree.SubElement(paragraph, RUN), W + "annotationRef")
        run = etree.SubElement(paragraph, RUN)
        run.append(parse((_RUN_LOOK if index else _BOLD_LOOK).encode(), _COMMENT))
        text = etree.SubElement(run, TEXT)
        text.text = _NOT_IN_XML.sub("�", line)
        text.set(_SPACE, "preserve")
    return made
