"""A main part without the looks that hide nothing, cut out of the bytes: docs/decisions/0021."""

import re
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers.word.appearance import look_of, may_hide
from specvalidator.readers.word.colours import Grounds
from specvalidator.readers.word.ooxml import DELETED_MARKS, W
from specvalidator.readers.xml import Element, holds_only_elements, parse

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
_NO_GROUNDS = Grounds()
_MOST_WORDINGS = 64
"""More than most documents have; each is parsed alone."""


class LeftOut(NamedTuple):
    """What the looks that were left out say about colours."""

    letters: set[int]
    grounds: set[int]


def without_plain_looks(xml: bytes, part: str, left_out: LeftOut | None = None) -> bytes | None:
    """Return a main part without the run properties that neither hide nor disguise text.

    Word repeats the same few at each run: to leave them out first saves much of the time of
    parsing. Equal bytes say the same, so that each wording is looked at once. It reads the same as
    the whole part where no style hides text, which a run could show again.

    Args:
        xml: the part.
        part: its name.
        left_out: takes in the colours of what is left out, which may matter on some ground.

    Returns:
        None where it cannot be told from the bytes: they are not written as Word writes them.
    """
    head = xml[: xml.find(b">", xml.find(_ROOT_TAG)) + 1]
    if len(head) > _LONGEST_HEAD or _ROOT_TAG not in head or not holds_only_elements(xml):
        return None
    root = _parsed(head + _ROOT_END, part)
    if root is None or not has_plain_names(root, xml):
        return None
    left_out = left_out or LeftOut(set(), set())
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
            is_plain = known[wording] = _is_plain(head, wording, part, left_out)
        if is_plain and xml.startswith(b"<", end):  # so that no two texts become one
            kept.append(xml[since : at + 1])
            since = end
        at = xml.find(_OPENING, end - 1)
    kept.append(xml[since:])
    return b"".join(kept)


def _is_plain(head: bytes, wording: bytes, part: str, left_out: LeftOut) -> bool:
    """Say whether a `w:rPr` is whole, hides nothing, marks nothing as deleted and holds no text.

    Args:
        head: the start tag of the part, with its name spaces.
        wording: the `w:rPr` as bytes, up to the first end of one.
        part: name of the part.
        left_out: takes in the colours of a plain one.
    """
    root = _parsed(head + wording + _ROOT_END, part)  # none where others inside it end first
    if root is None or len(root) != 1:
        return False
    properties = root[0]
    holds_nothing = not any(len(each) or each.text for each in properties)
    names = (each.tag for each in properties)
    if not holds_nothing or may_hide(properties, _NO_GROUNDS):
        return False
    look = look_of(properties)
    left_out.letters.update(() if look.colour is None else (look.colour,))
    left_out.grounds.update(() if look.ground is None else (look.ground,))
    return DELETED_MARKS.isdisjoint(names)


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
