"""Tracked changes: words taken out and put in, for the author to accept or reject."""

from typing import NamedTuple

from lxml import etree

from specvalidator.readers.word.ooxml import PARAGRAPH, RUN, RUN_PROPERTIES, TEXT, W, leading
from specvalidator.readers.word.passages import Passage, RunPiece
from specvalidator.readers.xml import Element
from specvalidator.reports.marked_word.cutting import copied, covering
from specvalidator.reports.marked_word.numbers import UniqueIds
from specvalidator.reports.marking import AUTHOR

_CONTROL = W + "sdt"
_TEXT_BOX = W + "txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Edit(NamedTuple):
    """Words of one passage and what is to stand in their place."""

    passage: int
    start: int
    end: int
    """Behind the last letter that is taken out; the start where nothing is."""
    text: str


def revise(passages: list[Passage], edit: Edit, numbers: UniqueIds) -> bool:
    """Write an edit into the text; say whether that was possible.

    It is not where another tracked change, a link, a content control or a text box is around the
    words, or a field or a formula among them.
    """
    passage = passages[edit.passage]
    # Where nothing is taken out, the letter before says how what is put in looks.
    start = edit.start if edit.end > edit.start else edit.start - 1
    pieces = covering(passage, start, edit.end, numbers)
    if "".join(piece.text for piece in pieces) != passage.text[start : edit.end]:
        return False
    if not pieces or not all(map(_is_free, pieces)):
        return False
    last = pieces[-1].element
    look = leading(last, RUN_PROPERTIES)
    if edit.end > edit.start:
        for piece in pieces:
            last = _taken_out(piece.element, numbers)
    if edit.text:
        _put_in(last, edit.text, look, numbers)
    return True


def _is_free(piece: RunPiece) -> bool:
    parent = piece.element.getparent()
    if piece.element.tag != RUN or parent is None or parent.tag != PARAGRAPH:
        return False
    if any(part.text and part.element.tag != TEXT for part in piece.parts):
        return False
    return next(piece.element.iterancestors(_CONTROL, _TEXT_BOX), None) is None


def _taken_out(run: Element, numbers: UniqueIds) -> Element:
    deletion = _change("del", numbers)
    run.addprevious(deletion)
    deletion.append(run)
    for text in run.iterchildren(TEXT):
        text.tag = W + "delText"
    return deletion


def _put_in(behind: Element, words: str, look: Element | None, numbers: UniqueIds) -> None:
    insertion = _change("ins", numbers)
    run = etree.SubElement(insertion, RUN)
    if look is not None:
        run.append(copied(look, numbers))
    text = etree.SubElement(run, TEXT)
    text.text = words
    text.set(_SPACE, "preserve")
    behind.addnext(insertion)


def _change(name: str, numbers: UniqueIds) -> Element:
    change = etree.Element(W + name)
    change.set(W + "id", numbers.next())
    change.set(W + "author", AUTHOR)
    return change
