"""A main part without the looks that hide nothing, cut out of the bytes: docs/decisions/0021."""

import re
from collections import Counter
from collections.abc import Iterator
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
"""Ten times what Word writes."""
_NO_GROUNDS = Grounds()
_SAMPLES = 48
_LEAST_STEP = 400
"""Bytes between two samples: about a run with its look."""
_MOST_WORDINGS = 6
_LEAST_SEEN = 3
"""Samples with the same look from which it pays to search the whole part for it."""


class LeftOut(NamedTuple):
    """What the looks that were left out say about colours."""

    letters: set[int]
    grounds: set[int]


def without_plain_looks(xml: bytes, part: str, left_out: LeftOut | None = None) -> bytes | None:
    """Return a main part without the usual run properties, where they hide or disguise no text.

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
    usual = Counter(_samples(xml)).most_common(_MOST_WORDINGS)
    wordings = [wording for wording, seen in usual if seen >= _LEAST_SEEN]
    root = _parsed(head + b"".join(wordings) + _ROOT_END, part)
    if root is None or len(root) != len(wordings) or not has_plain_names(root, xml):
        return None
    for wording, properties in zip(wordings, root, strict=True):
        if _is_plain(properties, left_out):
            xml = xml.replace(b">" + wording + b"<", b"><")  # so that no two texts become one
    return xml


def _samples(xml: bytes) -> Iterator[bytes]:
    """Yield looks from here and there as they are written, up to the first end of one."""
    for at in range(0, len(xml), max(_LEAST_STEP, len(xml) // _SAMPLES)):
        begin = xml.find(_OPENING, at) + 1
        end = xml.find(_END, begin) + len(_END)
        if begin == 0 or end < begin:
            return
        yield xml[begin:end]


def _is_plain(properties: Element, left_out: LeftOut | None) -> bool:
    """Say whether a `w:rPr` hides nothing, marks nothing as deleted and holds no text.

    Args:
        properties: the `w:rPr`.
        left_out: takes in the colours of a plain one.
    """
    if any(len(each) or each.text or each.tag in DELETED_MARKS for each in properties):
        return False
    if may_hide(properties, _NO_GROUNDS):
        return False
    look = look_of(properties)
    if left_out is not None:
        left_out.letters.update(() if look.colour is None else (look.colour,))
        left_out.grounds.update(() if look.ground is None else (look.ground,))
    return True


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
