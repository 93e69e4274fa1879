"""What a letter to an applicant says, whatever it is written in."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.findings import Finding, Gravity, Report
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.reports import letter as words
from specvalidator.reports.vocabulary import BASES, GRAVITIES, which
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.comparison import Comparison

_FROM_APPLICANTS: tuple[Kind, ...] = ("application", "dossier")
"""Kinds whose subject is who handed them in."""


class About(NamedTuple):
    """What a letter is about."""

    report: Report
    """What was found; what is waived is not mentioned where it is left out before."""
    part: int | None
    """Number of its submission in the file, None where it is alone."""
    lang: Lang
    since: "Comparison | None" = None
    """What became of what was found when it was handed in before."""


class LetterText(NamedTuple):
    """The letter about one document."""

    about: About
    shown: Callable[[str], str]
    """What makes text of others safe where the letter is written."""

    @property
    def report(self) -> Report:
        """What was found."""
        return self.about.report

    @property
    def lang(self) -> Lang:
        """The language of the letter."""
        return self.about.lang

    @property
    def title(self) -> str:
        """What it is about."""
        return words.TITLES[_outcome(self.report)].said(self.lang).format(self._document())

    @property
    def addressee(self) -> str:
        """Whom it is to, as far as that is known."""
        known = self.report.subject if self.report.kind in _FROM_APPLICANTS else None
        named = self.shown(known) if known else words.APPLICANT.said(self.lang)
        return words.DEAR.said(self.lang).format(named)

    @property
    def opening(self) -> str:
        """What was handed in, what it was held against, and how many points there are."""
        report, lang = self.report, self.lang
        file = ""
        if report.source is not None:
            part = self.about.part
            part_said = f" {which(part, lang)}" if part else ""
            file = words.FILE.said(lang).format(self.shown(report.source.name) + part_said)
        gravities = Counter(finding.gravity for finding in report.findings)
        counts = [
            words.counted(gravities[gravity], gravity, lang)
            for gravity in GRAVITIES
            if gravities[gravity]
        ]
        document = self._kind() if report.kind in _FROM_APPLICANTS else self._document()
        received = words.RECEIVED.said(lang).format(document=document, file=file)
        found = (
            words.FOUND[_outcome(report)]
            .said(lang)
            .format(
                notice=self.shown(report.pack.number), counts=words.JOINED.said(lang).join(counts)
            )
        )
        return received + found

    @property
    def left_out(self) -> str:
        """What was not looked at because somebody said so; "" where everything was."""
        titles = [self.shown(rule.title) for rule in self.report.left_out]
        if not titles:
            return ""
        return words.LEFT_OUT.said(self.lang).format(words.ALSO.said(self.lang).join(titles))

    def points(self) -> Iterator[tuple[Gravity, list[tuple[int, Finding]]]]:
        """Yield the findings by gravity, numbered throughout from 1."""
        number = 0
        for gravity in GRAVITIES:
            found = [each for each in self.report.findings if each.gravity == gravity]
            if found:
                yield gravity, list(enumerate(found, number + 1))
            number += len(found)

    def details(self, finding: Finding, quoted: int | None) -> Iterator[tuple[str, str]]:
        """Yield what a point says below its head, each under a label.

        Args:
            finding: the point.
            quoted: number of an earlier point that quotes the same clause.
        """
        lang, shown, location = self.lang, self.shown, finding.location
        if location.place:
            yield words.PLACE.said(lang), shown(location.place.said(lang))
        if location.written and location.written not in finding.message:
            yield words.WRITTEN.said(lang), shown(location.written)
        others = [at.place.said(lang) for at in finding.related if at.place]
        if others:
            yield words.RELATED.said(lang), shown(words.JOINED.said(lang).join(others))
        yield words.CLAUSE.said(lang), shown(finding.clause.where) + BASES[finding.basis].said(lang)
        if quoted is None:
            yield words.TEXT.said(lang), shown(finding.clause.text)
        else:
            yield words.TEXT.said(lang), words.QUOTED.said(lang).format(quoted)
        yield words.ADVICE.said(lang), shown(finding.suggestion)

    def _document(self) -> str:
        """Name a document as a letter does: “拉面制作”专项职业能力考核规范."""
        kind = self._kind()
        if self.report.subject is None:
            return kind
        named = words.APPLICANTS if self.report.kind in _FROM_APPLICANTS else words.NAMED
        return named.said(self.lang).format(subject=self.shown(self.report.subject), kind=kind)

    def _kind(self) -> str:
        return words.KINDS.said(self.lang).format(KIND_TITLES[self.report.kind].said(self.lang))


def _outcome(report: Report) -> words.Outcome:
    if report.verdict == "pass":
        nothing: words.Outcome = "partly" if report.not_judged else "nothing"
        return "advice" if report.findings else nothing
    return report.verdict
