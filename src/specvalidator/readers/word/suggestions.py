"""Our own suggestions in a Word file: tracked changes of ours that nobody has decided on yet."""

from lxml import etree

from specvalidator.readers.word.ooxml import RUN, RUN_PROPERTIES, TEXT, W
from specvalidator.readers.xml import Element, parse

AUTHOR = "规范校验"
"""Who wrote them; what a person writes in Word under any name has a date besides, ours has none."""
_INSERTION = W + "ins"
_DELETION = W + "del"
_DELETED_TEXT = W + "delText"
_AUTHOR = W + "author"
_DATE = W + "date"
_LONGEST = 8
"""Letters: a sign, a number, a few letters of a label. Whole words are nothing that we suggest."""
_HELD = frozenset({RUN_PROPERTIES, TEXT, _DELETED_TEXT})


def is_by_us(mark: Element) -> bool:
    """Say whether a comment or a tracked change is signed as ours are."""
    return mark.get(_AUTHOR) == AUTHOR and mark.get(_DATE) is None


def without_suggestions(xml: bytes, name: str) -> bytes | None:
    """Return the main part as it was before our suggestions, None where it has none.

    Args:
        xml: the part.
        name: what it is called.
    """
    if AUTHOR.encode() not in xml:
        return None
    root = parse(xml, name)
    return etree.tostring(root) if take_back(root) else None


def take_back(root: Element) -> bool:
    """Reject our suggestions; say whether there were any."""
    found = [each for each in root.iter(_INSERTION, _DELETION) if _is_suggestion(each)]
    for each in found:
        if each.tag == _DELETION:
            _restore(each)
        _drop(each)
    return bool(found)


def _is_suggestion(change: Element) -> bool:
    """Say whether a change is one of ours: text in plain runs, and nothing else."""
    return (
        is_by_us(change)
        and len(change) > 0
        and sum(len(each.text or "") for each in change.iter(TEXT, _DELETED_TEXT)) <= _LONGEST
        and all(run.tag == RUN and all(each.tag in _HELD for each in run) for run in change)
    )


def _restore(deletion: Element) -> None:
    for run in list(deletion):
        for text in run.iterchildren(_DELETED_TEXT):
            text.tag = TEXT
        deletion.addprevious(run)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
