"""Files, the reports about each, and their findings with the numbers that they are known by."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import NamedTuple

from specvalidator.findings import Finding, Report
from specvalidator.reports.documents import name, numbered, title
from specvalidator.reports.vocabulary import GRAVITIES
from specvalidator.wording import Lang


class Card(NamedTuple):
    """One finding."""

    id: str
    """What the page calls it; its place is called the same with `-at` behind it."""
    number: int
    """What readers call it, from 1 in each file."""
    finding: Finding

    @property
    def tone(self) -> str:
        """How it is coloured: as grave as it is, or as what is let pass."""
        return "waived" if self.finding.waived else self.finding.gravity


class ReportCard(NamedTuple):
    """One report."""

    report: Report
    name: str
    """The file, and which part of it."""
    title: str
    """The same, and what the form is about."""
    cards: tuple[Card, ...]
    """What counts, the gravest first, then what is let pass."""


class File(NamedTuple):
    """One file, or one record that was none, and what was found about it."""

    number: int
    """From 1."""
    parts: tuple[ReportCard, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All findings in the file."""
        return tuple(card for part in self.parts for card in part.cards)

    @property
    def digest(self) -> str | None:
        """SHA-256 of the file, None where there was none."""
        source = self.parts[0].report.source
        return source.sha256 if source else None


def files_of(reports: tuple[Report, ...], lang: Lang) -> tuple[File, ...]:
    """Gather reports by the file that they are about."""
    files = []
    known = groupby(numbered(reports), lambda each: _file(each[0]))
    for number, (_, group) in enumerate(known, 1):
        counter = count(1)
        parts = tuple(
            ReportCard(
                report,
                name(report, part, lang),
                title(report, part, lang),
                tuple(_cards(report, number, counter)),
            )
            for report, part in group
        )
        files.append(File(number, parts))
    return tuple(files)


def tally(cards: Iterable[Card]) -> Counter[str]:
    """Count cards by their tone."""
    return Counter(card.tone for card in cards)


def _file(report: Report) -> object:
    """Return what reports about the same file have in common."""
    return (report.source.name, report.source.sha256) if report.source else id(report)


def _cards(report: Report, file: int, numbers: Iterator[int]) -> Iterator[Card]:
    order = list(GRAVITIES)
    findings = sorted(report.counted, key=lambda finding: order.index(finding.gravity))
    for finding in (*findings, *report.waived):
        number = next(numbers)
        yield Card(f"d{file}-{number}", number, finding)
