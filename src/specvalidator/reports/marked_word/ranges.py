"""The marks in the text that say what a comment covers, where Word allows them to stand."""

from lxml import etree

from specvalidator.readers.word.ooxml import (
    ALTERNATE_CONTENT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    W,
    child_of,
    leading,
)
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.xml import Element
from specvalidator.reports.locating.passages import WordSpan
from specvalidator.reports.marked_word.cutting import covering
from specvalidator.reports.marked_word.numbers import UniqueIds

_ID = W + "id"
_START = W + "commentRangeStart"
_END = W + "commentRangeEnd"
MARKS = (_START, _END)
REFERENCE = W + "commentReference"
_TEXT_BOX = W + "txbxContent"
_CONTROL = W + "sdt"
_CONTROL_PROPERTIES = W + "sdtPr"
_CLOSED = frozenset(
    W + name
    for name in (
        "comboBox",
        "dataBinding",
        "date",
        "docPartList",
        "dropDownList",
        "lock",
        "showingPlcHdr",
        "text",
    )
)
"""What makes a control hold one value, which Word may replace whole, marks and all."""


def hang(
    passages: list[Passage], spot: WordSpan, number: str, numbers: UniqueIds, *, is_whole: bool
) -> None:
    """Make the comment of this number cover words, or all of the passages from first to last.

    Word shows no comments inside text boxes; there the box is covered. What stands in no paragraph
    at all is commented on at the nearest one.
    """
    first, last = passages[spot.first], passages[spot.last]
    if not (first.paragraphs and last.paragraphs):
        first = _nearest(passages, spot.first)
        last = first if spot.first == spot.last else _nearest(passages, spot.last)
        is_whole = True
    start, end = _hanger(first.paragraphs[0]), _hanger(last.paragraphs[-1])
    if not is_whole:
        is_one = spot.first == spot.last
        ends = covering(last, spot.start if is_one else 0, spot.end, numbers)
        starts = covering(first, spot.start, spot.end if is_one else len(first.text), numbers)
        start = starts[0].element if starts and start is None else start
        end = ends[-1].element if ends and end is None else end
    _open(start, first.paragraphs[0], number)
    _close(end, last.paragraphs[-1], number)


def _nearest(passages: list[Passage], number: int) -> Passage:
    """Return the passage nearest to one, itself at best, that a comment can hang on."""
    nearby = (*reversed(passages[: number + 1]), *passages[number + 1 :])
    return next(each for each in nearby if each.paragraphs)


def _hanger(paragraph: Element) -> Element | None:
    """Return what a text box hangs on in the paragraph outside it, None outside text boxes."""
    boxes = list(paragraph.iterancestors(_TEXT_BOX))
    return _top(boxes[-1]) if boxes else None


def _open(element: Element | None, paragraph: Element, number: str) -> None:
    """Mark where a comment's range begins: before an element, else with the paragraph."""
    mark = _mark(_START, number)
    if element is not None:
        _outside(element).addprevious(mark)
        return
    has_properties = leading(paragraph, PARAGRAPH_PROPERTIES) is not None
    paragraph.insert(int(has_properties), mark)


def _close(element: Element | None, paragraph: Element, number: str) -> None:
    """Mark where a comment's range ends, and hang the comment there."""
    mark = _mark(_END, number)
    if element is None:
        paragraph.append(mark)
        paragraph.append(_reference(number))
        return
    _add_behind(_outside(element), mark)
    _add_behind(_top(mark), _reference(number))


def _add_behind(element: Element, mark: Element) -> None:
    """Add a mark behind an element and the marks there, so that comments keep their order."""
    follower = element.getnext()
    while follower is not None and _is_mark(follower):
        element, follower = follower, follower.getnext()
    mark.tail, element.tail = element.tail, None
    element.addnext(mark)


def _is_mark(element: Element) -> bool:
    return element.tag == _END or (element.tag == RUN and child_of(element, REFERENCE) is not None)


def _outside(element: Element) -> Element:
    """Climb out of what marks may not stand in, or would not survive in."""
    outside = element
    for ancestor in element.iterancestors():
        if ancestor.tag == PARAGRAPH:
            break
        if ancestor.tag == ALTERNATE_CONTENT or _is_closed(ancestor):
            outside = ancestor
    return outside


def _is_closed(element: Element) -> bool:
    properties = child_of(element, _CONTROL_PROPERTIES) if element.tag == _CONTROL else None
    return properties is not None and any(each.tag in _CLOSED for each in properties)


def _top(element: Element) -> Element:
    """Climb to the child of the paragraph, out of insertions that may be rejected, out of links."""
    for ancestor in element.iterancestors():
        if ancestor.tag == PARAGRAPH:
            break
        element = ancestor
    return element


def _mark(name: str, number: str) -> Element:
    mark = etree.Element(name)
    mark.set(_ID, number)
    return mark


def _reference(number: str) -> Element:
    run = etree.Element(RUN)
    etree.SubElement(run, REFERENCE).set(_ID, number)
    return run
