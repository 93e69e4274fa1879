"""A letter for each document (退回意见) that a reviewer completes and sends."""

import re
from collections import Counter
from collections.abc import Iterator

from specvalidator.findings import Finding, Report
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.reports import Failure, Style
from specvalidator.reports import letter as words
from specvalidator.reports.documents import numbered
from specvalidator.reports.vocabulary import BASES, GRAVITIES, REDACTED, pair, which
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

_BETWEEN = "---"
_FROM_APPLICANTS: tuple[Kind, ...] = ("application", "dossier")
"""Kinds whose subject is who handed them in."""
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
        yield _letter(report, part, lang)
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


def _letter(report: Report, part: int | None, lang: Lang) -> Iterator[str]:
    """Yield the lines of the letter about one document."""
    yield f"# {words.TITLES[_outcome(report)].said(lang).format(_document(report, lang))}"
    yield ""
    yield _addressee(report, lang)
    yield ""
    yield _opening(report, part, lang)
    yield ""
    yield from _contents(report, lang)
    yield from _points(report, lang)
    if report.redacted:
        yield REDACTED.said(lang)
        yield ""
    yield words.CLOSING.said(lang)
    yield from _checklist(report, lang)


def _outcome(report: Report) -> words.Outcome:
    if report.verdict == "pass":
        return "advice" if report.findings else "nothing"
    return report.verdict


def _document(report: Report, lang: Lang) -> str:
    """Name a document as a letter does: “拉面制作”专项职业能力考核规范."""
    kind = _kind(report, lang)
    if report.subject is None:
        return kind
    named = words.APPLICANTS if report.kind in _FROM_APPLICANTS else words.NAMED
    return named.said(lang).format(subject=escaped(report.subject), kind=kind)


def _kind(report: Report, lang: Lang) -> str:
    return words.KINDS.said(lang).format(KIND_TITLES[report.kind].said(lang))


def _addressee(report: Report, lang: Lang) -> str:
    known = report.subject if report.kind in _FROM_APPLICANTS else None
    return words.DEAR.said(lang).format(escaped(known) if known else words.APPLICANT.said(lang))


def _opening(report: Report, part: int | None, lang: Lang) -> str:
    """Say what was handed in, what it was held against, and how many points there are."""
    file = ""
    if report.source is not None:
        part_said = f" {which(part, lang)}" if part else ""
        file = words.FILE.said(lang).format(escaped(report.source.name) + part_said)
    gravities = Counter(finding.gravity for finding in report.findings)
    counts = [
        words.counted(gravities[gravity], gravity, lang)
        for gravity in GRAVITIES
        if gravities[gravity]
    ]
    whose = _kind if report.kind in _FROM_APPLICANTS else _document
    document = whose(report, lang)
    received = words.RECEIVED.said(lang).format(document=document, file=file)
    found = (
        words.FOUND[_outcome(report)]
        .said(lang)
        .format(notice=escaped(report.pack.number), counts=words.JOINED.said(lang).join(counts))
    )
    return received + found


def _contents(report: Report, lang: Lang) -> Iterator[str]:
    """List the files of a dossier and what each was taken for."""
    if not report.contents:
        return
    yield words.CONTENTS.said(lang)
    yield ""
    for each in report.contents:
        yield f"- {pair(escaped(each.name), escaped(each.taken_for), lang)}"
    yield ""


def _points(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the findings under a heading for each gravity, numbered throughout."""
    number, section = 0, 0
    quoted: dict[str, int] = {}
    for gravity in GRAVITIES:
        findings = [finding for finding in report.findings if finding.gravity == gravity]
        if not findings:
            continue
        section += 1
        yield f"## {words.section(section, lang)}{words.SECTIONS[gravity].said(lang)}"
        yield ""
        if gravity in words.NOTES:
            yield words.NOTES[gravity].said(lang)
            yield ""
        for finding in findings:
            number += 1
            yield from _point(number, finding, quoted, lang)
            quoted.setdefault(finding.clause.text, number)
            yield ""


def _point(number: int, finding: Finding, quoted: dict[str, int], lang: Lang) -> Iterator[str]:
    """Yield one point; a clause that an earlier point quotes is only referred to."""
    head = f"{number}. "
    yield f"{head}{_strong(finding.message)}"
    yield ""
    margin = " " * len(head)
    for label, text in _details(finding, quoted.get(finding.clause.text), lang):
        yield f"{margin}- {pair(label, text, lang)}"


def _details(finding: Finding, quoted: int | None, lang: Lang) -> Iterator[tuple[str, str]]:
    location = finding.location
    if location.place:
        yield words.PLACE.said(lang), escaped(location.place.said(lang))
    if location.written and location.written not in finding.message:
        yield words.WRITTEN.said(lang), escaped(location.written)
    others = [at.place.said(lang) for at in finding.related if at.place]
    if others:
        yield words.RELATED.said(lang), escaped(words.JOINED.said(lang).join(others))
    yield words.CLAUSE.said(lang), escaped(finding.clause.where) + BASES[finding.basis].said(lang)
    if quoted is None:
        yield words.TEXT.said(lang), escaped(finding.clause.text)
    else:
        yield words.TEXT.said(lang), words.QUOTED.said(lang).format(quoted)
    yield words.ADVICE.said(lang), escaped(finding.suggestion)


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
