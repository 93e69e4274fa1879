"""Paragraphs that are nothing but plain text, as most are: read at once, all others run by run."""

from specvalidator.readers.word.appearance import may_hide
from specvalidator.readers.word.colours import Grounds
from specvalidator.readers.word.ooxml import (
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    W,
    children_of,
)
from specvalidator.readers.xml import Element

_TAB = W + "tab"
_QUIET = frozenset(
    W + name
    for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
)


def plain_text(paragraph: Element, grounds: Grounds) -> str | None:
    """Return the text of a `w:p`, None where it may hold more than plain text.

    Args:
        paragraph: nothing around it hides or disguises the text in it.
        grounds: colours that letters may be lost on.
    """
    texts: list[str] = []
    for child in children_of(paragraph):
        name = child.tag
        if name == RUN:
            if not _take_run(child, grounds, texts):
                return None
        elif name not in _QUIET:
            return None
    return "".join(texts)


def _take_run(run: Element, grounds: Grounds, texts: list[str]) -> bool:
    """Add the texts of a run, and say whether it is plain."""
    for part in children_of(run):
        name = part.tag
        if name == TEXT:
            text = part.text or ""
            if not text.isprintable() or _has_loose_ends(part, text):
                return False
            texts.append(text)
        elif name == RUN_PROPERTIES:
            if may_hide(part, grounds):
                return False
        elif name == _TAB:
            texts.append("\t")
        elif name not in _QUIET:
            return False
    return True


def _has_loose_ends(part: Element, text: str) -> bool:
    """Say whether blanks that may not count stand at an end of a printable text."""
    return text != "" and (text[0] == " " or text[-1] == " ") and part.get(SPACE) != "preserve"
