"""A letter for each document (退回意见) that a reviewer completes and sends."""

import re
from collections.abc import Iterator

from specvalidator.findings import Finding, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import letter as words
from specvalidator.reports.documents import numbered
from specvalidator.reports.letter_parts import About, LetterText
from specvalidator.reports.letter_since import since_lines
from specvalidator.reports.vocabulary import REDACTED, pair
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

_BETWEEN = "---"
_MARKS = re.compile(r"[\\`*_\[\]<>|~&#$^{}]")
_LINKS = re.compile(r":(?=//)|(?<=www)\.|@(?=\S)", re.IGNORECASE)
_BEGINNINGS = re.compile(r"^(?:[-+=:]|\d+(?=[.)]))")


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield one letter after another, and last the files that could not be read."""
    is_first = True
    for page in _pages(reports, failures, style.lang):
        if not is_first:
            yield f"\n{_BETWEEN}\n\n"
        yield from (f"{line}\n" for line in page)
        is_first = False


def _pages(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], lang: Lang
) -> Iterator[Iterator[str]]:
    for report, part in numbered(reports):
        yield _letter(LetterText(About(report, part, lang), escaped))
    if failures:
        yield _unreadable(failures, lang)


def escaped(text: str) -> str:
    """Return text of others so that Markdown shows it: no link, no list, no HTML comes of it."""
    shown = _MARKS.sub(r"\\\g<0>", visible(flowed(text)))
    shown = _LINKS.sub(_broken, shown)
    return _BEGINNINGS.sub(_unlisted, shown)


def _strong(text: str) -> str:
    shown = escaped(text)
    return f"**{shown}**" if shown else "—"  # four asterisks are a line across the page


def _broken(match: re.Match[str]) -> str:
    return f"\\{match.group()}"


def _unlisted(match: re.Match[str]) -> str:
    """Escape what would begin a list or underline a heading; of a number, what follows it."""
    mark = match.group()
    return f"{mark}\\" if mark.isdecimal() else f"\\{mark}"


def letter_page(about: About) -> str:
    """Return the letter about one document alone."""
    return "".join(f"{line}\n" for line in _letter(LetterText(about, escaped)))


def _letter(letter: LetterText) -> Iterator[str]:
    """Yield the lines of the letter about one document."""
    report, lang = letter.report, letter.lang
    yield f"# {letter.title}"
    yield ""
    yield letter.addressee
    yield ""
    yield letter.opening
    yield ""
    if letter.left_out:
        yield letter.left_out
        yield ""
    yield from _contents(report, lang)
    yield from _points(letter)
    yield from _since(letter)
    if report.redacted:
        yield REDACTED.said(lang)
        yield ""
    yield words.CLOSING.said(lang)
    yield from _checklist(report, lang)


def _contents(report: Report, lang: Lang) -> Iterator[str]:
    """List the files of a dossier and what each was taken for."""
    if not report.contents:
        return
    yield words.CONTENTS.said(lang)
    yield ""
    for each in report.contents:
        yield f"- {pair(escaped(each.name), escaped(each.taken_for), lang)}"
    yield ""


def _points(letter: LetterText) -> Iterator[str]:
    """Yield the findings under a heading for each gravity, numbered throughout."""
    lang = letter.lang
    quoted: dict[str, int] = {}
    for section, (gravity, findings) in enumerate(letter.points(), 1):
        yield f"## {words.section(section, lang)}{words.SECTIONS[gravity].said(lang)}"
        yield ""
        if gravity in words.NOTES:
            yield words.NOTES[gravity].said(lang)
            yield ""
        for number, finding in findings:
            yield from _point(number, finding, quoted, letter)
            quoted.setdefault(finding.clause.text, number)
            yield ""


def _point(
    number: int, finding: Finding, quoted: dict[str, int], letter: LetterText
) -> Iterator[str]:
    """Yield one point; a clause that an earlier point quotes is only referred to."""
    head = f"{number}. "
    yield f"{head}{_strong(finding.message)}"
    yield ""
    margin = " " * len(head)
    for label, text in letter.details(finding, quoted.get(finding.clause.text)):
        yield f"{margin}- {pair(label, text, letter.lang)}"


def _since(letter: LetterText) -> Iterator[str]:
    """Yield what became of what was found before."""
    for line in since_lines(letter):
        yield {"heading": f"## {line.text}", "detail": f"- {line.text}"}.get(line.role, line.text)
        if line.role != "detail" or line.is_last:
            yield ""


def _checklist(report: Report, lang: Lang) -> Iterator[str]:
    """Yield what the reviewer judges by hand, as a list of tasks."""
    if not report.by_hand:
        return
    yield ""
    yield f"## {words.CHECKLIST.said(lang)}"
    yield ""
    for clause in report.by_hand:
        yield f"- [ ] {pair(_strong(clause.where), escaped(clause.text), lang)}"
        yield f"  {words.REASON.said(lang).format(escaped(clause.reason))}"


def _unreadable(failures: tuple[Failure, ...], lang: Lang) -> Iterator[str]:
    yield f"# {words.UNREADABLE.said(lang)}"
    yield ""
    yield words.NOT_REVIEWED.said(lang)
    yield ""
    for source, error in failures:
        yield f"- {pair(_strong(source.name), escaped(error.said(lang)), lang)}"
