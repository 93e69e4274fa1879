"""What a comment says, and the part of the file that holds the comments."""

import re
from collections.abc import Iterator

from lxml import etree

from specvalidator.findings import Finding
from specvalidator.places import WordPlace
from specvalidator.readers.ooxml import PARAGRAPH, RUN, TEXT, W
from specvalidator.readers.xml import Element
from specvalidator.reports import vocabulary as words
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

AUTHOR = "规范校验"
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

_MENDED = Words(
    "改法已写成修订，请在“审阅”中接受或拒绝。",
    "The mend stands in the text as a tracked change: accept or reject it.",
)
_BRACKETS = Words("【{}】", "[{}] ")
_LABELLED = Words("{}：{}", "{}: {}")


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
        paragraph.append(etree.fromstring(_PARAGRAPH_LOOK))
        if index == 0:
            etree.SubElement(etree.SubElement(paragraph, RUN), W + "annotationRef")
        run = etree.SubElement(paragraph, RUN)
        run.append(etree.fromstring(_RUN_LOOK if index else _BOLD_LOOK))
        text = etree.SubElement(run, TEXT)
        text.text = _NOT_IN_XML.sub("�", line)
        text.set(_SPACE, "preserve")
    return made


def said(finding: Finding, lang: Lang, *, is_near: bool, is_mended: bool) -> list[str]:
    """Return the lines of the comment on a finding.

    Args:
        finding: what to say.
        lang: language of what the finding does not say itself.
        is_near: the comment does not stand at the finding's place, so that it names the place.
        is_mended: the mend stands in the text as a tracked change.
    """
    gravity = words.GRAVITIES[finding.gravity].said(lang)
    head = _BRACKETS.said(lang).format(gravity) + flowed(finding.message)
    labelled = _LABELLED.said(lang).format
    return [
        head,
        *(labelled(label.said(lang), text) for label, text in _details(finding, lang, is_near)),
        *([_MENDED.said(lang)] if is_mended else []),
    ]


def _details(finding: Finding, lang: Lang, is_near: bool) -> Iterator[tuple[Words, str]]:  # noqa: FBT001 - the one word that `said` passes on
    place = finding.location.place
    if is_near and isinstance(place, WordPlace):
        yield words.PLACE, place.said(lang)
    others = [at.place.said(lang) for at in finding.related if at.place]
    if others:
        yield words.RELATED, ("；" if lang == "zh" else "; ").join(others)
    strength = words.BASES[finding.basis].said(lang)
    text = flowed(finding.clause.text)
    yield words.CLAUSE, _LABELLED.said(lang).format(finding.clause.where + strength, text)
    yield words.SUGGESTION, flowed(finding.suggestion)
    yield words.RULE, finding.rule
