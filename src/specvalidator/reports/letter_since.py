"""The section of a letter about what was handed in before: what became of its findings."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from specvalidator.findings import Finding
from specvalidator.reports import letter as words
from specvalidator.reports.comparison import identity_of
from specvalidator.reports.letter_parts import LetterText
from specvalidator.reports.vocabulary import VERDICTS, pair
from specvalidator.typesetting import flowed, shortened

_LONGEST = 160


class SinceLine(NamedTuple):
    """One line of the section."""

    text: str
    role: Literal["heading", "text", "detail"]
    is_last: bool = False
    """Whether it ends a list of details."""


def since_lines(letter: LetterText) -> Iterator[SinceLine]:
    """Yield the lines; none where nothing was handed in before."""
    since, lang = letter.about.since, letter.lang
    if since is None:
        return
    name = letter.shown(since.old.source.name) if since.old.source else ""
    before = words.BEFORE.said(lang).format(
        file=name, verdict=VERDICTS[since.old.verdict].said(lang)
    )
    yield SinceLine(words.SINCE.said(lang), "heading")
    yield SinceLine(before, "text")
    yield from _listed(
        words.MENDED.said(lang).format(len(since.mended)),
        [letter.shown(each.message) for each in since.mended],
    )
    for said, findings in ((words.REMAINING, since.remaining), (words.ADDED, since.added)):
        if findings:
            numbers = words.NUMBERS.said(lang).join(map(str, _numbers(letter, findings)))
            yield SinceLine(said.said(lang).format(len(findings), numbers), "text")
    if since.changes:
        changes = [
            pair(
                letter.shown(each.field),
                f"{_said(each.old, letter)} → {_said(each.new, letter)}",
                lang,
            )
            for each in since.changes
        ]
        yield from _listed(words.CHANGED.said(lang), changes)


def _listed(head: str, details: Sequence[str]) -> Iterator[SinceLine]:
    yield SinceLine(head, "text")
    for number, each in enumerate(details, 1):
        yield SinceLine(each, "detail", is_last=number == len(details))


def _numbers(letter: LetterText, findings: Sequence[Finding]) -> Iterator[int]:
    """Yield the numbers of the points that say these findings."""
    wanted = set(map(identity_of, findings))
    for _, points in letter.points():
        yield from (number for number, finding in points if identity_of(finding) in wanted)


def _said(text: str, letter: LetterText) -> str:
    nothing = words.EMPTY.said(letter.lang)
    return letter.shown(shortened(flowed(text), _LONGEST)) if text else nothing
