"""The passages of a document by their place, and stretches of text across them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from specvalidator.places import WordPlace
from specvalidator.reports.locating.words import Stretch, bare

_Key = tuple[int | None, ...]


class PlacedPassage(Protocol):
    """A paragraph with its place: what words are looked for in."""

    @property
    def place(self) -> WordPlace:
        """Where it stands."""

    @property
    def label(self) -> str:
        """The automatic number before it."""

    @property
    def text(self) -> str:
        """What it shows besides that."""


class WordSpan(NamedTuple):
    """Words of the document: from an offset in one passage to an offset in the same or another."""

    first: int
    """Number of the passage among all, from 0."""
    start: int
    last: int
    end: int


class Scope(NamedTuple):
    """Passages that follow each other, and their text, one line for each."""

    numbers: Sequence[int]
    texts: Sequence[str]

    @property
    def text(self) -> str:
        """All text, in which a stretch is looked for."""
        return "\n".join(self.texts)

    def spot(self, stretch: Stretch) -> WordSpan:
        """Return the words that a stretch of `text` covers."""
        first, start = self._within(stretch.start)
        last, end = self._within(max(stretch.end - 1, stretch.start))
        return WordSpan(first, start, last, end + (stretch.end > stretch.start))

    def _within(self, at: int) -> tuple[int, int]:
        for number, text in zip(self.numbers, self.texts, strict=True):
            if at <= len(text):
                return number, at
            at -= len(text) + 1
        return self.numbers[-1], len(self.texts[-1])


class Passages:
    """All passages of a document, found by place."""

    def __init__(self, passages: Sequence[PlacedPassage]) -> None:
        self._texts = [passage.text for passage in passages]
        self._labels = [passage.label for passage in passages]
        self._places = [passage.place for passage in passages]
        self._at: dict[_Key, list[int]] = {}
        self._of_table: dict[int, list[int]] = {}
        for number, place in enumerate(self._places):
            self._at.setdefault(_key(place), []).append(number)
            if place.table is not None:
                self._of_table.setdefault(place.table, []).append(number)

    def scope(self, numbers: Iterable[int]) -> Scope:
        """Return some passages as a scope."""
        chosen = list(numbers)
        return Scope(chosen, [self._texts[number] for number in chosen])

    def at(self, place: WordPlace) -> list[int]:
        """Return the passages at a place, none where nothing stands there."""
        if place.table is not None and place.row is None:
            return self._of_table.get(place.table, [])
        return self._at.get(_key(place), [])

    def near(self, place: WordPlace | None) -> list[int]:
        """Return the passage nearest to a place where nothing stands: in its table, or before."""
        if place is None:
            return [0]
        around = self._of_table.get(place.table or 0, [])
        if around:
            before = [n for n in around if (self._places[n].row or 0) <= (place.row or 0)]
            return before[-1:] or around[:1]
        before = [n for n, each in enumerate(self._places) if each.block <= place.block]
        return before[-1:] or [0]

    def run_on(self, numbers: Sequence[int], value: str) -> list[int]:
        """Return passages with those behind them over which a value of several lines runs on."""
        lines = bare(value)
        reached = list(numbers)
        for number in range(reached[-1] + 1, len(self._texts)):
            text = bare(self._labels[number] + self._texts[number])
            if self._places[number].table is not None or text not in lines:
                break
            reached.append(number)
        return reached

    def cell_reading(self, table: int, words: str) -> list[int]:
        """Return the passages of the first cell of a table that says these words and no others."""
        for number in self._of_table.get(table, []):
            cell = self._at[_key(self._places[number])]
            if number == cell[0] and bare(self.scope(cell).text) == bare(words):
                return cell
        return []

    def first_cell(self, table: int) -> list[int]:
        """Return the passages of the first cell of a table in which something stands."""
        for number in self._of_table.get(table, []):
            if self._texts[number].strip():
                return self._at[_key(self._places[number])]
        return self._of_table[table][:1]

    def before(self, number: int, words: str) -> list[int]:
        """Return the nearest passage from this one upwards in which these words stand."""
        sought = bare(words)
        for each in range(number, -1, -1):
            if sought in bare(self._texts[each]):
                return [each]
        return []


def _key(place: WordPlace) -> _Key:
    """Return what tells places apart; the heading and the wording do not."""
    if place.table is not None:
        return place.table, place.row, place.column
    return (place.block,)
