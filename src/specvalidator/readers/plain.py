"""Paragraphs that hold nothing but visible text: told for a whole document, and read in one go."""

from itertools import islice

from specvalidator.readers.appearance import may_hide
from specvalidator.readers.ooxml import PARAGRAPH, RUN, RUN_PROPERTIES, TEXT, children_of
from specvalidator.readers.runs import SPEAKING
from specvalidator.readers.xml import Element, has_plain_names, holds_only_elements

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = b"<w:rPr"
_END = b"</w:rPr>"
_EMPTY = b"<w:rPr/>"
_MOST_WORDINGS = 12
"""More than most documents have; to compare bytes with dozens is slower than to look."""
_AFTER_NAME = frozenset(b" />\t\r\n")


def odd_paragraphs(root: Element, xml: bytes) -> frozenset[Element] | None:
    """Return the paragraphs that hold more than runs of text that nothing disguises.

    To ask a whole document takes a third of the time of asking each run: most documents have few
    such paragraphs, and use a handful of run properties again and again.

    Args:
        root: of the part that holds the paragraphs.
        xml: the same part as bytes.

    Returns:
        None where it cannot be told: the bytes are not written as Word writes them.
    """
    properties = _disguising(root, xml)
    if properties is None:
        return None
    odd = [*properties, *root.iter(*SPEAKING)]
    return frozenset(paragraph for each in odd for paragraph in each.iterancestors(PARAGRAPH))


def plain_text(paragraph: Element) -> str | None:
    """Return the text of a paragraph that is not odd; None where its letters must be looked at.

    To be asked only where nothing around the runs hides them.
    """
    texts: list[str] = []
    for run in children_of(paragraph):
        if run.tag != RUN:
            continue
        for part in children_of(run):
            text = part.text  # most of what is no text has none, and its name takes longer to get
            if not text or part.tag != TEXT:
                continue
            if not text.isprintable():
                return None
            if (text[0] == " " or text[-1] == " ") and part.get(_SPACE) != "preserve":
                return None  # blanks that do not count
            texts.append(text)
    return "".join(texts)


def _disguising(root: Element, xml: bytes) -> list[Element] | None:
    """Return the `w:rPr` that may hide or disguise text; None where the bytes do not show all.

    Equal bytes say the same, so that each wording is looked at once: where one that does not hide
    comes again, the bytes are compared and the element is not even touched.
    """
    if not (holds_only_elements(xml) and has_plain_names(root, xml)):
        return None
    found: list[Element] = []
    harmless: tuple[bytes, ...] = (_EMPTY,)
    elements, met, wanted = root.iter(RUN_PROPERTIES), 0, 0
    at = xml.find(_TAG)
    while at >= 0:
        if xml.startswith(harmless, at):
            wanted += 1
        elif xml[at + len(_TAG)] in _AFTER_NAME:
            properties = next(islice(elements, wanted - met, None), None)
            if properties is None:
                return None
            wanted += 1
            met = wanted
            if may_hide(properties):
                found.append(properties)
            elif len(harmless) < _MOST_WORDINGS:
                end = xml.find(_END, at) + len(_END)
                # What has other properties in it goes on behind the end of those.
                if xml.find(_TAG, at + 1, end) < 0:
                    harmless = (*harmless, xml[at:end])
        at = xml.find(_TAG, at + 1)
    return found
