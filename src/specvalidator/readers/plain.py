"""What is plain in a document, which is most of it: looks that hide nothing, and only text."""

import re

from specvalidator.errors import UnreadableFile
from specvalidator.readers.appearance import may_hide
from specvalidator.readers.ooxml import (
    DELETED_MARKS,
    PARAGRAPH,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    W,
    children_of,
)
from specvalidator.readers.runs import SPEAKING
from specvalidator.readers.xml import Element, holds_only_elements, parse

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UTF_8 = (b"<?xml", b"<w:", b"\xef\xbb\xbf<?xml", b"\xef\xbb\xbf<w:")
_DECLARING = b"xmlns"
# Compiled when it is first needed: most documents declare all names at their root.
_DECLARED = rb"""xmlns(:[^\s=]{1,100})?\s{0,9}=\s{0,9}("[^"]{0,999}"|'[^']{0,999}')"""
_WORDS = (W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
_ROOT_TAG = b"<w:document"
_ROOT_END = b"</w:document>"
_OPENING = b"><w:rPr>"
_END = b"</w:rPr>"
_LONGEST_HEAD = 2**15
"""Ten times what Word writes; it is parsed with each wording."""
_MOST_WORDINGS = 64
"""More than most documents have; each is parsed alone."""


def without_plain_looks(xml: bytes, part: str) -> bytes | None:
    """Return a main part without the run properties that neither hide nor disguise text.

    Word repeats the same few at each run, where they are four fifths of all elements: to leave them
    out first saves most of the time of parsing. Equal bytes say the same, so that each wording is
    looked at once. It reads the same as the whole part where no style hides text, which a
    run could show again.

    Returns:
        None where it cannot be told from the bytes: they are not written as Word writes them.
    """
    head = xml[: xml.find(b">", xml.find(_ROOT_TAG)) + 1]
    if len(head) > _LONGEST_HEAD or _ROOT_TAG not in head or not holds_only_elements(xml):
        return None
    root = _parsed(head + _ROOT_END, part)
    if root is None or not has_plain_names(root, xml):
        return None
    kept: list[bytes] = []
    known: dict[bytes, bool] = {}
    since, at = 0, xml.find(_OPENING)
    while at >= 0:
        end = xml.find(_END, at) + len(_END)
        if end < len(_END):
            break
        wording = xml[at + 1 : end]
        is_plain = known.get(wording)
        if is_plain is None and len(known) < _MOST_WORDINGS:
            is_plain = known[wording] = _is_plain(head, wording, part)
        if is_plain and xml.startswith(b"<", end):  # so that no two texts become one
            kept.append(xml[since : at + 1])
            since = end
        at = xml.find(_OPENING, end - 1)
    kept.append(xml[since:])
    return b"".join(kept)


def odd_paragraphs(root: Element) -> frozenset[Element]:
    """Return the paragraphs that hold more than runs of text that nothing disguises.

    To ask a whole document takes a third of the time of asking each run.
    """
    looks = [each for each in root.iter(RUN_PROPERTIES) if may_hide(each)]
    odd = [*looks, *root.iter(*SPEAKING)]
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


def _is_plain(head: bytes, wording: bytes, part: str) -> bool:
    """Say whether a `w:rPr` is whole, hides nothing and marks nothing as deleted.

    Args:
        head: the start tag of the part, with its name spaces.
        wording: the `w:rPr` as bytes, up to the first end of one.
        part: name of the part.
    """
    root = _parsed(head + wording + _ROOT_END, part)  # none where others inside it end first
    if root is None or len(root) != 1:
        return False
    properties = root[0]
    return not may_hide(properties) and DELETED_MARKS.isdisjoint(each.tag for each in properties)


def _parsed(xml: bytes, part: str) -> Element | None:
    try:
        return parse(xml, part)
    except UnreadableFile:
        return None


def has_plain_names(root: Element, xml: bytes) -> bool:
    """Say whether the names that begin with `w:` in the bytes are those of WordprocessingML.

    They are where the root gives that name space this prefix and no other, nothing inside gives
    the prefix another name space or the name space another prefix, and the bytes are UTF-8.

    Args:
        root: of the part, in transitional names.
        xml: the part as bytes, which hold only elements.
    """
    if not xml.startswith(_UTF_8) or (root.getroottree().docinfo.encoding or "").lower() != "utf-8":
        return False
    if [prefix for prefix, uri in root.nsmap.items() if uri == W[1:-1]] != ["w"]:
        return False
    begin = xml.find(b">", xml.find(b"<w:"))
    if xml.find(_DECLARING, begin) < 0:
        return True
    declared = list(re.finditer(_DECLARED, xml[begin:]))
    return len(declared) == xml.count(_DECLARING, begin) and not any(
        b"&" in each[2] or (each[1] == b":w") != (each[2][1:-1] in _WORDS) for each in declared
    )
