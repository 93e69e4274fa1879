"""Paragraphs as they were read, with the XML they were read from: what marking a file needs."""

from typing import NamedTuple

from specvalidator.places import WordPlace
from specvalidator.readers.xml import Element


class RunPart(NamedTuple):
    """A child of a run, such as `w:t` or `w:br`, and what it shows."""

    element: Element
    text: str
    """Page and column breaks are form feeds."""


class RunPiece(NamedTuple):
    """A run or a formula, and what it shows."""

    element: Element
    text: str
    parts: list[RunPart]
    """Of a run: its properties, texts, breaks …; empty for a formula."""


class Passage(NamedTuple):
    """A paragraph of the document."""

    place: WordPlace
    label: str
    """The automatic number, which stands in no piece."""
    paragraphs: list[Element]
    """`w:p`; several where an end mark is deleted or hidden."""
    pieces: list[RunPiece]

    @property
    def text(self) -> str:
        """What the pieces show, line by line."""
        return "".join(piece.text for piece in self.pieces)
