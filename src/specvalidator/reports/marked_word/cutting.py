"""Runs cut where words begin and end, so that each half looks as the whole did."""

import copy

from lxml import etree

from specvalidator.readers.word.ooxml import RUN, RUN_PROPERTIES, TEXT, W
from specvalidator.readers.word.passages import Passage, RunPart, RunPiece
from specvalidator.readers.xml import Element
from specvalidator.reports.marked_word.numbers import UniqueIds

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\n\r"
_ID = W + "id"


def covering(passage: Passage, start: int, end: int, numbers: UniqueIds) -> list[RunPiece]:
    """Return the pieces that show the words from `start` to `end`, cut to them where possible."""
    _cut(passage, start, numbers)
    _cut(passage, end, numbers)
    pieces: list[RunPiece] = []
    at = 0
    for piece in passage.pieces:
        if piece.text and at < end and at + len(piece.text) > start:
            pieces.append(piece)
        at += len(piece.text)
    return pieces


def _cut(passage: Passage, offset: int, numbers: UniqueIds) -> None:
    at = 0
    for index, piece in enumerate(passage.pieces):
        if at < offset < at + len(piece.text):
            halves = _halves(piece, offset - at, numbers)
            if halves is not None:
                passage.pieces[index : index + 1] = halves
            return
        at += len(piece.text)


def _halves(piece: RunPiece, offset: int, numbers: UniqueIds) -> tuple[RunPiece, RunPiece] | None:
    """Cut a run in two; the second half stays the element it was. None where it has no seam."""
    run = piece.element
    if run.tag != RUN or not piece.parts:
        return None
    left: list[RunPart] = []
    right: list[RunPart] = []
    at = 0
    for part in piece.parts:
        size = len(part.text)
        if at >= offset:
            right.append(part)
        elif at + size <= offset:
            left.append(part)
        else:
            cut = _cut_text(part, offset - at)
            if cut is None:
                return None
            left.append(cut[0])
            right.append(cut[1])
        at += size
    first = etree.Element(RUN)
    for name, value in run.items():
        first.set(name, value)
    run.addprevious(first)
    for index, part in enumerate(left):
        if part.element.tag == RUN_PROPERTIES:
            right.insert(0, part)
            left[index] = RunPart(copied(part.element, numbers), "")
        first.append(left[index].element)
    return RunPiece(first, piece.text[:offset], left), RunPiece(run, piece.text[offset:], right)


def copied(properties: Element, numbers: UniqueIds) -> Element:
    """Copy a run's properties; tracked changes among them get numbers of their own."""
    copy_of = copy.deepcopy(properties)
    copy_of.tail = None
    for each in copy_of.iter():
        if each.get(_ID) is not None:
            each.set(_ID, numbers.next())
    return copy_of


def _cut_text(part: RunPart, offset: int) -> tuple[RunPart, RunPart] | None:
    """Cut a `w:t` that shows what it holds; the new element for the first half is in no tree."""
    element = part.element
    held = element.text or ""
    if element.tag != TEXT or part.text not in (held, held.strip(_BLANKS)):
        return None
    first = etree.Element(TEXT)
    first.text, element.text = part.text[:offset], part.text[offset:]
    first.set(_SPACE, "preserve")
    element.set(_SPACE, "preserve")
    return RunPart(first, part.text[:offset]), RunPart(element, part.text[offset:])
