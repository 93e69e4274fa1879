"""What stands in each field of a letter, line by line."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from specvalidator.reports import letter as words
from specvalidator.reports.letter_parts import LetterText
from specvalidator.reports.letter_since import since_lines
from specvalidator.reports.vocabulary import REDACTED, pair

Role = Literal["text", "title", "heading", "point", "detail"]
Field = Literal["title", "addressee", "opening", "points", "since", "checklist"]
"""Tags of the content controls that are filled."""
FIELDS: tuple[Field, ...] = get_args(Field)


class LetterLine(NamedTuple):
    """One paragraph."""

    text: str
    role: Role = "text"


Content = Mapping[Field, list[LetterLine]]


def content_of(letter: LetterText) -> Content:
    """Return what a letter says, by field."""
    return {
        "title": [LetterLine(letter.title, "title")],
        "addressee": [LetterLine(letter.addressee)],
        "opening": [LetterLine(letter.opening), *_left_out(letter), *_contents(letter)],
        "points": list(_points(letter)),
        "since": [LetterLine(each.text, each.role) for each in since_lines(letter)],
        "checklist": list(_checklist(letter)),
    }


def _left_out(letter: LetterText) -> Iterator[LetterLine]:
    if letter.left_out:
        yield LetterLine(letter.left_out)


def _contents(letter: LetterText) -> Iterator[LetterLine]:
    """Yield the files of a dossier and what each was taken for."""
    if letter.report.contents:
        yield LetterLine(words.CONTENTS.said(letter.lang))
    for each in letter.report.contents:
        said = pair(letter.shown(each.name), letter.shown(each.taken_for), letter.lang)
        yield LetterLine(said, "detail")


def _points(letter: LetterText) -> Iterator[LetterLine]:
    """Yield the findings under a heading for each gravity, numbered throughout."""
    quoted: dict[str, int] = {}
    for section, (gravity, findings) in enumerate(letter.points(), 1):
        title = words.SECTIONS[gravity].said(letter.lang)
        yield LetterLine(words.section(section, letter.lang) + title, "heading")
        if gravity in words.NOTES:
            yield LetterLine(words.NOTES[gravity].said(letter.lang))
        for number, finding in findings:
            yield LetterLine(f"{number}. {letter.shown(finding.message)}", "point")
            for label, text in letter.details(finding, quoted.get(finding.clause.text)):
                yield LetterLine(pair(label, text, letter.lang), "detail")
            quoted.setdefault(finding.clause.text, number)
    if letter.report.redacted:
        yield LetterLine(REDACTED.said(letter.lang))


def _checklist(letter: LetterText) -> Iterator[LetterLine]:
    """Yield what the reviewer judges by hand."""
    if letter.report.by_hand:
        yield LetterLine(words.CHECKLIST.said(letter.lang), "heading")
    for clause in letter.report.by_hand:
        said = pair(letter.shown(clause.where), letter.shown(clause.text), letter.lang)
        yield LetterLine(f"□ {said}")
        yield LetterLine(
            words.REASON.said(letter.lang).format(letter.shown(clause.reason)), "detail"
        )
    if letter.report.by_hand:
        yield LetterLine(words.REVIEWER.said(letter.lang), "point")
