"""Every rule of a pack asked about one submission."""

from collections.abc import Iterator, Mapping
from functools import cache
from string import Template
from typing import Any

from pydantic import BaseModel

from specvalidator import pointers
from specvalidator.answer import Answer
from specvalidator.checks.base import is_blank, values_at
from specvalidator.checks.cells import cell_called
from specvalidator.findings import (
    Content,
    Doubt,
    Facts,
    Finding,
    FindingKind,
    Location,
    Moot,
    NotJudged,
    Outcome,
    PackReference,
    Problem,
    Report,
    Severity,
)
from specvalidator.lexicon import speaking
from specvalidator.packs import Bilingual, RuleSeverity
from specvalidator.packs.binding import BoundPack, BoundRule
from specvalidator.places import WordPlace, spoken
from specvalidator.submission import Reading, Remark, Submission
from specvalidator.wording import Lang, Words

LOOK_AT_ORIGINAL = Words(
    "请对照原件核对；读不出的内容，请改成可以识别的文字后重新提交。",
    "Compare it with the original; what cannot be read is to be handed in again as text.",
)
_RECOGNISED = Words("按图像识别的文字，", "As recognised from a picture: ")
_LOOK_AT_PICTURE = Words(
    "识别可能有误，请先对照图像核对。",
    "It may be misread: compare it with the picture first. ",
)
_LONGEST_QUOTE = 60
_LONGEST_WORDS = 240  # what a check says in its own words is no quote: a list of three titles
_GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def judge(
    submission: Submission, bound: BoundPack, lang: Lang = "zh", answer: Answer | None = None
) -> Report:
    """Ask every rule about a submission.

    A problem with a value that the reader could not read becomes a review finding: it says so
    instead of accusing. Doubts of the reader that no rule speaks of are reported on their own.
    What would be found once our own suggestions are accepted is reported, too.

    Args:
        submission: what to judge.
        bound: the rules.
        lang: language of the findings.
        answer: what may still be said about the file; None for whatever there is to say.

    Raises:
        UnreadableFile: `too-large`, there is more to say.
    """
    with speaking(bound.pack.lexicon):
        report = _asked(submission, bound, lang, answer)
        if submission.accepted is None:
            return report
        return _with_more(report, _asked(submission.accepted, bound, lang, answer))


def _with_more(report: Report, other: Report) -> Report:
    """Return a report with what only another one on the same form has found."""
    known = {(each.rule, each.location.path, each.gravity) for each in report.findings}
    more = [
        each
        for each in other.findings
        if (each.rule, each.location.path, each.gravity) not in known
    ]
    if not more:
        return report
    rules = {each.rule for each in more}
    return report.model_copy(
        update={
            "findings": tuple(sorted((*report.findings, *more), key=_weight)),
            "passed": tuple(each for each in report.passed if each not in rules),
            "moot": tuple(each for each in report.moot if each not in rules),
        }
    )


def _weight(finding: Finding) -> int:
    return _GRAVITY[finding.severity] if finding.kind == "fail" else len(_GRAVITY)


def _asked(submission: Submission, bound: BoundPack, lang: Lang, answer: "Answer | None") -> Report:
    session = _Session(submission, bound, lang, answer)
    rules = bound.rules[submission.kind]
    about_form = [rule for rule in rules if rule.check.form is not Reading]
    about_reading = [rule for rule in rules if rule.check.form is Reading]
    for rule in about_form:
        session.ask(rule, submission.model)
    left = tuple(remark for remark in submission.remarks if remark not in session.voiced)
    for rule in about_reading:
        session.ask(rule, Reading(left))
    return session.report()


class _Session:
    """What has been found so far about one submission."""

    def __init__(
        self, submission: Submission, bound: BoundPack, lang: Lang, answer: Answer | None
    ) -> None:
        self.answer = answer
        self.submission = submission
        self.bound = bound
        self.pack = bound.pack
        self.lang = lang
        self.findings: list[Finding] = []
        self.passed: list[str] = []
        self.moot: list[str] = []
        self.voiced: list[Remark] = []

    def ask(self, bound: BoundRule, subject: BaseModel | Reading) -> None:
        outcomes: list[Outcome] = list(bound.check.run(subject, bound.params))
        if not outcomes:
            self.passed.append(bound.name)
            return
        spoken_out = [outcome for outcome in outcomes if not isinstance(outcome, Moot)]
        if bound.check.defers:
            doubted = {remark.path for remark in self.submission.doubts}
            spoken_out = [
                each for each in spoken_out if isinstance(each, Doubt) or each.path not in doubted
            ]
        for finding in self._findings(bound, spoken_out):
            if self.answer is not None:
                self.answer.take(finding)
            self.findings.append(finding)
        if not spoken_out:
            self.moot.append(bound.name)

    def _findings(self, bound: BoundRule, outcomes: list[Problem | Doubt]) -> Iterator[Finding]:
        """Yield what a rule has to say; one doubt of the reader is one question, however wide."""
        doubted: dict[Words, tuple[Problem | Doubt, Remark]] = {}
        for outcome in outcomes:
            remark = None if bound.check.form is Reading else self._remark_on(outcome)
            if remark is None:
                yield self._finding(bound, outcome)
                continue
            self.voiced.append(remark)
            first = doubted[remark.message][0] if remark.message in doubted else None
            if first is not None:
                related = (*first.related, outcome.path, *outcome.related)
                outcome = first._replace(related=related)  # noqa: PLW2901 - the one that is said
            doubted[remark.message] = (outcome, remark)
        for outcome, remark in doubted.values():
            yield self._finding(bound, outcome, remark)

    def report(self) -> Report:
        header = self.pack.pack
        # Every value is of its declared type; to prepare to validate them takes a millisecond.
        return Report.model_construct(
            source=self.submission.source,
            kind=self.submission.kind,
            subject=getattr(self.submission.model, "subject", None),
            pack=PackReference(id=header.id, number=header.number, edition=header.edition),
            contents=tuple(self._contents()),
            findings=tuple(sorted(self.findings, key=self._rank)),
            passed=tuple(sorted(self.passed)),
            moot=tuple(sorted(self.moot)),
            by_hand=self.bound.by_hand[self.submission.kind][self.lang],
            rules=self.bound.references[self.submission.kind][self.lang],
            left_out=self.bound.left_out[self.submission.kind][self.lang],
            not_judged=tuple(
                NotJudged(
                    source=each.source, error=each.error, message=each.message.said(self.lang)
                )
                for each in self.submission.unjudged
            ),
        )

    def _contents(self) -> Iterator[Content]:
        for name, taken_for in getattr(self.submission.model, "contents", ()):
            yield Content(name=name, taken_for=taken_for.said(self.lang))

    def _rank(self, finding: Finding) -> tuple[int, tuple[int, ...], str, str]:
        order = _order(self.submission.model, finding.location.path)
        return _weight(finding), order, finding.rule, finding.message

    def _finding(
        self, bound: BoundRule, outcome: Problem | Doubt, remark: Remark | None = None
    ) -> Finding:
        rule = bound.rule
        outcome = self._placed(bound, outcome)
        message, suggestion, severity = self._wording(bound, outcome, remark)
        kind: FindingKind = (
            "review"
            if remark is not None or isinstance(outcome, Doubt) or severity == "review"
            else "fail"
        )
        variant = rule.variants.get(outcome.variant or "")
        return Finding(
            rule=bound.name,
            kind=kind,
            severity="note" if kind == "review" or severity == "review" else severity,
            basis=rule.basis,
            message=message,
            suggestion=suggestion,
            location=self._location(outcome.path),
            related=tuple(self._location(path) for path in outcome.related),
            clause=self.bound.clauses[(variant and variant.clause) or rule.clause],
            facts={name: _said(fact, self.lang) for name, fact in outcome.facts.items()},
        )

    def _placed(self, bound: BoundRule, outcome: Problem | Doubt) -> Problem | Doubt:
        """Return an outcome, as that of an empty place where a heading stands and no text.

        A rule with wordings for both tells an item that is absent from one that is empty.
        """
        empty = (
            isinstance(outcome, Problem)
            and "empty" in bound.rule.variants
            and not _has_gravity(bound, outcome.variant)
            and outcome.path in self.submission.places
            and self.submission.value(outcome.path) is None
        )
        return outcome._replace(variant="empty") if empty else outcome

    def _wording(
        self, bound: BoundRule, outcome: Problem | Doubt, remark: Remark | None
    ) -> tuple[str, str, RuleSeverity]:
        if remark is not None:
            return remark.message.said(self.lang), LOOK_AT_ORIGINAL.said(self.lang), "review"
        variant = bound.rule.variants.get(outcome.variant or "")
        message = variant.message if variant else bound.rule.message
        suggestion = bound.rule.suggestion
        severity = bound.rule.severity
        if variant is not None:
            suggestion = variant.suggestion or suggestion
            severity = variant.severity or severity
        if self._rests_on_picture(outcome):
            message = _joined(_RECOGNISED, message)
            suggestion = _joined(_LOOK_AT_PICTURE, suggestion)
            severity = "review"
        words = _substitutes(bound, outcome.facts, self.lang)
        return (
            _filled(message.said(self.lang), words),
            _filled(suggestion.said(self.lang), words),
            severity,
        )

    def _rests_on_picture(self, outcome: Outcome) -> bool:
        """Say whether a problem may be a misreading; which files a dossier has is none."""
        if not self.submission.recognised or not isinstance(outcome, Problem):
            return False
        return self.submission.kind != "dossier" or outcome.path.partition("/files")[0] != ""

    def _remark_on(self, outcome: Problem | Doubt) -> Remark | None:
        """Find the reader's doubt that makes this outcome uncertain.

        A doubt about the value itself does. Where nothing was read, so does a doubt about
        something wider, in which it may stand, and about something within it. A doubt about the
        whole form also makes lists uncertain: what was not read may hold the rest of them.
        """
        doubts = self.submission.doubts
        if not doubts:
            return None
        paths = (outcome.path, *outcome.related)
        for remark in doubts:
            if remark.path in paths:
                return remark
        record = self.submission.model
        values = [value for path in paths for _, value in values_at(record, path)]
        blank = all(is_blank(value) for _, value in values_at(record, outcome.path))
        listed = any(isinstance(value, tuple) for value in values)
        for remark in doubts if blank or listed else ():
            at, of = f"{remark.path}/", f"{outcome.path}/"
            if remark.path == "" or (blank and (of.startswith(at) or at.startswith(of))):
                return remark
        return None

    def _location(self, path: str) -> Location:
        places = self.submission.places
        at = next((each for each in pointers.upwards(path) if each in places), None)
        place = None if at is None else places[at]
        written = self.submission.written(path)
        in_cell = at and isinstance(place, WordPlace) and place.row is not None
        cell = cell_called(type(self.submission.model), at) if at and in_cell else None
        return Location(
            path=path,
            place=place and spoken(place, self.lang, cell=cell),
            written=written and _shortened(written),
        )


def _order(record: BaseModel, path: str) -> tuple[int, ...]:
    """Return where a path stands in the record, as numbers that sort like its fields."""
    order: list[int] = []
    value: Any = record
    for step in pointers.parts(path):
        if isinstance(value, BaseModel):
            fields = _fields(type(value))
            order.append(fields.get(step, len(fields)))
            value = pointers.child(value, step)
        else:
            value = pointers.child(value, step) if isinstance(value, tuple) else None
            order.append(-1 if value is None else int(step))
    return tuple(order)


@cache
def _fields(form: type[BaseModel]) -> dict[str, int]:
    """Return the fields of a form, each with its number."""
    return {name: number for number, name in enumerate(form.model_fields)}


def _said(fact: str | Words, lang: Lang) -> str:
    return fact.said(lang) if isinstance(fact, Words) else fact


def _joined(first: Words, second: Bilingual) -> Bilingual:
    return Bilingual(zh=first.zh + second.zh, en=first.en + second.en)


def _filled(wording: str, words: Mapping[str, str]) -> str:
    return Template(wording).substitute(words) if "$" in wording else wording


def _substitutes(bound: BoundRule, facts: Facts, lang: Lang) -> dict[str, str]:
    """Return what `$name` in a message may stand for: facts first, then the rule's numbers."""
    return {
        **{name: _said(value, lang) for name, value in bound.numbers.items()},
        **{
            name: _shortened(
                _said(fact, lang), _LONGEST_WORDS if isinstance(fact, Words) else _LONGEST_QUOTE
            )
            for name, fact in facts.items()
        },
    }


def _shortened(text: str, longest: int = _LONGEST_QUOTE) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _has_gravity(bound: BoundRule, variant: str | None) -> bool:
    """Say whether a wording has a gravity of its own: what may be absent is no empty item."""
    own = bound.rule.variants.get(variant) if variant else None
    return own is not None and own.severity is not None
