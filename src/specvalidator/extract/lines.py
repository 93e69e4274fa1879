"""Paragraphs as lines of clean text: what a reader of the page sees, without invisible letters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from specvalidator.document import Block, Cell, Paragraph, Table, Unread, paragraphs_of
from specvalidator.places import PdfPlace, WordPlace

AnyPlace = WordPlace | PdfPlace

# Compiled when it is first needed: few documents need it.
_INVISIBLE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_LONGEST_GAP = 64
"""Longer runs of white space are cut: no drafter means them, and patterns would crawl on them."""
_GAP = re.compile(rf"\s{{{_LONGEST_GAP + 1},}}")
_SPREAD = (
    r"(?<![\u3400-\u9fff])(?:[\u3400-\u9fff][ \u3000]{1,4}){2,}[\u3400-\u9fff](?![\u3400-\u9fff])"
)
_BLANK = "_＿﹍"
"""What the blank line of a form is made of."""
_UNFILLED = f"{_BLANK} \t\n\u3000\u00a0"


class Line(NamedTuple):
    """One visible line: a paragraph, or a part of one between line breaks."""

    text: str
    """Clean text, trimmed; the automatic number included."""
    place: AnyPlace
    label: str = ""
    """The automatic number that `text` begins with; "" when typed or none."""
    level: int | None = None
    unread: Unread | None = None
    hidden: str = ""
    invisible: bool = False
    """Letters that nobody sees were removed from `text`."""
    follows: bool = False
    """It continues the paragraph of the line before it."""


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    """Return every line of some blocks, tables row by row; empty ones only if they hide a thing."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += split(block)
        else:
            for paragraph in paragraphs_of((block,)):
                lines += split(paragraph)
    return lines


def split(paragraph: Paragraph) -> list[Line]:
    """Return the lines of a paragraph, split at line breaks."""
    text, place, label, level, unread, hidden = paragraph
    text, invisible = clean(text)
    if not text:
        return [Line("", place, unread=unread, hidden=hidden)] if unread or hidden else []
    if label:
        label = label.strip()
        label = label if text.startswith(label) else ""
    if "\n" not in text:
        return [Line(text, place, label, level, unread, hidden, invisible)]
    first, *rest = text.split("\n")
    return [
        Line(first.strip(), place, label, level, unread, hidden, invisible),
        *(
            Line(part.strip(), place, invisible=invisible, follows=True)
            for part in rest
            if part.strip()
        ),
    ]


def clean(text: str) -> tuple[str, bool]:
    """Return `text` trimmed and without invisible letters, and whether it had any."""
    if len(text) > _LONGEST_GAP:
        text = _GAP.sub(lambda gap: gap[0][:_LONGEST_GAP], text)
    if text.isprintable() or not re.search(_INVISIBLE, text):  # none of those letters is printable
        return text.strip(), False
    return re.sub(_INVISIBLE, "", text).strip(), True


def squeezed(text: str) -> str:
    """Return `text` without any white space."""
    return "".join(text.split())


def unspread(text: str) -> str:
    """Return 拉面制作 for 拉　面　制　作: letters are spaced to fill a line; words stay apart."""
    return (
        re.sub(_SPREAD, lambda spread: squeezed(spread[0]), text)
        if " " in text or "\u3000" in text
        else text
    )


def filled(text: str) -> str | None:
    """Return what was written, None where only the blank line of a form stands."""
    return text.strip(_UNFILLED) if squeezed(text).strip(_BLANK) else None


def joined(parts: list[str]) -> str:
    """Join the lines of a name; Chinese needs no space where a line was broken."""
    text = ""
    for part in parts:
        gap = " " if text and text[-1].isascii() and part[0].isascii() else ""
        text += gap + part
    return text


class CellText:
    """A cell and its lines."""

    __slots__ = ("cell", "lines", "text")

    def __init__(self, cell: Cell, lines: list[Line]) -> None:
        self.cell = cell
        self.lines = lines
        self.text = "\n".join([line.text for line in lines if line.text])
        """The visible text, one line for each line of the page."""


class RowText(NamedTuple):
    """The cells that begin in one row of a table."""

    cells: tuple[CellText, ...]
    place: AnyPlace
    """Place of the table."""


def rows_of(table: Table, first: int, last: int) -> Iterator[RowText]:
    """Yield the rows of a table from `first` to before `last`, each with the cells it begins."""
    cells: dict[int, list[CellText]] = {}
    for cell in table.cells:
        if first <= cell.row < last:
            cells.setdefault(cell.row, []).append(CellText(cell, lines_of(cell.blocks)))
    for _, begun in sorted(cells.items()):
        yield RowText(tuple(begun), table.place)
