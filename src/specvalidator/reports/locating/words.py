"""Words found again in a text that is set with other spaces and widths."""

import re
import unicodedata
from typing import NamedTuple


class Stretch(NamedTuple):
    """A part of a text, by the offsets of its first character and behind its last."""

    start: int
    end: int


def found(text: str, words: str, within: Stretch | None = None) -> list[Stretch]:
    """Return where `words` stand in `text`, spaces, widths and invisible letters left aside.

    A number is not found inside a longer one: 6 does not stand in 60, nor in 1.6.
    """
    first, last = within or (0, len(text))
    letters, places = _folded(text[first:last])
    sought, _ = _folded(words)
    stretches: list[Stretch] = []
    at = letters.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if not _is_cut(letters, at, end):
            stretches.append(Stretch(first + places[at], first + places[end - 1] + 1))
        at = letters.find(sought, end)
    return stretches


def bare(text: str) -> str:
    """Return text without spaces and invisible letters, all in one width."""
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the letters that count, and for each its offset in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = letter if letter.isascii() else unicodedata.normalize("NFKC", letter)
        for each in folded:
            if not each.isspace() and unicodedata.category(each) != "Cf":
                letters.append(each)
                places.append(place)
    return "".join(letters), places


def _is_cut(letters: str, start: int, end: int) -> bool:
    """Say whether a number reaches beyond the words."""
    before, after = letters[max(start - 2, 0) : start], letters[end : end + 2]
    opens = letters[start].isdigit() and re.search(r"\d\.?$", before)
    closes = letters[end - 1].isdigit() and re.match(r"\.?\d", after)
    return bool(opens or closes)
