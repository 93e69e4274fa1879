"""Which words, paragraphs and cells of a document its findings are about."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from specvalidator.document import Document, paragraphs_of
from specvalidator.places import WordPlace
from specvalidator.reports.html.cards import Card, File
from specvalidator.reports.html.view import View
from specvalidator.reports.locating.passages import Passages
from specvalidator.reports.locating.word import target_of
from specvalidator.submission import Submission

_TITLE = re.compile(r"^.{0,40}(?:规范|申请表|公告|通知)\s*$")
Place = tuple[object, ...]


class MarkedStretch(NamedTuple):
    """Letters of a paragraph, its automatic number left aside, that a finding is about."""

    start: int
    end: int
    card: Card
    is_last: bool
    """The finding's words end here."""


class MarkedText(NamedTuple):
    """What is marked, by the number of the paragraph among all, from 0."""

    words: Mapping[int, Sequence[MarkedStretch]]
    whole: Mapping[int, Sequence[Card]]
    """Paragraphs that are marked from end to end."""
    pinned: Mapping[int, Sequence[Card]]
    """Paragraphs to which findings are pinned that are about no words of theirs."""
    cells: Mapping[Place, Sequence[Card]]
    """Cells, by table, row and column."""
    titles: frozenset[int] = frozenset()
    """Paragraphs that name a form."""

    @property
    def cards(self) -> frozenset[str]:
        """Ids of the findings that have a place here."""
        words = {each.card.id for stretches in self.words.values() for each in stretches}
        rest = (*self.pinned.values(), *self.cells.values())
        return frozenset(words | {card.id for cards in rest for card in cards})


class _ShownParagraph(NamedTuple):
    """A paragraph as what looks for words wants it."""

    place: WordPlace
    label: str
    text: str


def marks_in(view: View, file: File) -> MarkedText:
    """Return what the findings about a file mark in it."""
    marking = _Marking(view.document)
    for part in file.parts:
        form = view.form(part.report)
        if form is not None:
            marking.add_title(form)
            for card in part.cards:
                marking.add(card, form)
    return marking.marks


class _Marking:
    def __init__(self, document: Document | None) -> None:
        self._shown = [
            _ShownParagraph(each.place, each.label, each.text.removeprefix(each.label))
            for each in paragraphs_of(document.blocks if document else ())
            if isinstance(each.place, WordPlace)
        ]
        self._passages = Passages(self._shown)
        self._words: dict[int, list[MarkedStretch]] = defaultdict(list)
        self._whole: dict[int, list[Card]] = defaultdict(list)
        self._pinned: dict[int, list[Card]] = defaultdict(list)
        self._cells: dict[Place, list[Card]] = defaultdict(list)
        self._titles: set[int] = set()

    @property
    def marks(self) -> MarkedText:
        return MarkedText(
            self._words, self._whole, self._pinned, self._cells, frozenset(self._titles)
        )

    def add_title(self, submission: Submission) -> None:
        """Tell what names a form: where its name stands, else the first line above all else."""
        place = submission.places.get("/name")
        if isinstance(place, WordPlace) and place.table is None:
            self._titles |= set(self._passages.at(place))
        first = next((n for n, each in enumerate(self._shown) if each.text.strip()), None)
        if first is not None and _TITLE.search(self._shown[first].text):
            self._titles.add(first)

    def add(self, card: Card, submission: Submission) -> None:
        """Mark what a finding is about; one without a place marks nothing."""
        finding = card.finding
        place = finding.location.place
        if not isinstance(place, WordPlace) or not self._shown:
            return
        spot, is_whole, _ = target_of(finding, submission, self._passages)
        numbers = range(spot.first, spot.last + 1)
        if not is_whole and (spot.first, spot.start) != (spot.last, spot.end):
            for number in numbers:
                start = spot.start if number == spot.first else 0
                end = spot.end if number == spot.last else len(self._shown[number].text)
                self._words[number].append(MarkedStretch(start, end, card, number == spot.last))
        elif place.row is not None:
            at = self._shown[spot.first].place
            self._cells[at.table, at.row, at.column].append(card)
        else:
            self._pinned[spot.first].append(card)
            # Where nothing is written, what stands at the place is not what is wrong.
            if place.table is not None or finding.location.written:
                for number in numbers:
                    self._whole[number].append(card)
