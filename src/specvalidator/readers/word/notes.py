"""Footnotes and endnotes: the text that a mark in the document refers to."""

import re
from collections.abc import Callable

from specvalidator.readers.word.ooxml import W
from specvalidator.readers.xml import Element

_ID = W + "id"
_TYPE = W + "type"
_KINDS = {"footnotes": W + "footnote", "endnotes": W + "endnote"}
_WRITTEN = frozenset({None, "normal"})
"""Types of notes that somebody wrote; others are the lines that part them from the text."""
_ITEM_OR_SENTENCE = re.compile(r"\s*(?:\d|[①-⑳⑴-⒛•●])\D.*|.*[。；;，、]\s*|.*注.*", re.DOTALL)
"""Text that a note goes on with, or that sends to it (见注)."""
_LONGEST_VALUE = 40


class WordNotes:
    """The notes of a document, each part opened with the first mark that refers to it."""

    def __init__(self, open_part: Callable[[str], Element | None]) -> None:
        """Take what gives the root of the part that a relation of this kind leads to."""
        self._open = open_part
        self._parts: dict[str, dict[str, Element]] = {}

    def take(self, kind: str, number: str) -> Element | None:
        """Return a note the first time it is asked for, None after that or where there is none."""
        if kind not in self._parts:
            root = self._open(kind)
            found = () if root is None else root.iterchildren(_KINDS[kind])
            self._parts[kind] = {
                each.get(_ID) or "": each for each in found if each.get(_TYPE) in _WRITTEN
            }
        return self._parts[kind].pop(number, None)


def is_value(text: str) -> bool:
    """Say whether what stands in a cell is whole without the note that hangs on it.

    A weight, name or code is: a note behind it would make another one of it.
    """
    written = text.strip()
    is_short = 0 < len(written) <= _LONGEST_VALUE
    return is_short and (written.endswith(("%", "％")) or not _ITEM_OR_SENTENCE.fullmatch(text))
