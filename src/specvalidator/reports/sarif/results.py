"""The results of a SARIF run: what each rule found in each document, and where."""

from collections.abc import Iterator
from typing import Any

from specvalidator.findings import Finding, Location, Report, Waived
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.pointers import parts
from specvalidator.reports import Style
from specvalidator.reports.sarif.files import Files
from specvalidator.reports.sarif.rules import Descriptors
from specvalidator.reports.sarif.words import ADVICE, PASSED, UNTESTED, message, said

_Object = dict[str, Any]


class Results:
    """Writes reports as results that refer to the run's rules and files by number."""

    def __init__(self, rules: Descriptors, files: Files, style: Style) -> None:
        self._rules = rules
        self._files = files
        self._lang = style.lang
        self._has_all = style.verbose

    def of(self, report: Report, part: int | None) -> Iterator[_Object]:
        """Yield what was found; where all is wished for, the rules that found nothing, too.

        Args:
            report: what to write.
            part: number of its submission in the file, None where it is alone.
        """
        which = {"submission": part} if part else {}
        for finding in report.findings:
            yield {**self._result(report, finding), "properties": which | _properties(finding)}
        if not self._has_all:
            return
        short = (("pass", report.passed, PASSED), ("notApplicable", report.moot, UNTESTED))
        at = {"locations": [self._files.physical(report)]} if report.source else {}
        for kind, rules, words in short:
            text = message(words.said(self._lang))
            for rule in rules:
                made = {**self._rules.rule(rule), "kind": kind, "level": "none", "message": text}
                yield made | at | ({"properties": which} if which else {})

    def _result(self, report: Report, finding: Finding) -> _Object:
        text = ADVICE.said(self._lang).format(finding.message, finding.suggestion)
        result: _Object = {
            **self._rules.rule(finding.rule),
            "kind": finding.kind,
            "level": finding.severity if finding.kind == "fail" else "none",
            "message": message(text),
            "locations": [self._location(report, finding.location)],
        }
        if finding.related:
            result["relatedLocations"] = [
                {"id": number, **self._location(report, location)}
                for number, location in enumerate(finding.related, start=1)
            ]
        result["taxa"] = [self._rules.clause(finding.clause)]
        if finding.waived:
            result["suppressions"] = [_suppression(finding.waived)]
        return result

    def _location(self, report: Report, location: Location) -> _Object:
        """Name the file, the path in the record, and the place as people say it."""
        named = {"fullyQualifiedName": said(location.path)}
        if location.path.startswith("/"):
            named["name"] = said(parts(location.path)[-1])
        place = location.place
        made = self._files.physical(report, place.file if place else None)
        made["logicalLocations"] = [named]
        if place is not None:
            made["message"] = message(place.said(self._lang))
            made["properties"] = _numbers(place)
        return made


def _numbers(place: WordPlace | PdfPlace) -> _Object:
    """Return a place as numbers: there is no region of a file whose bytes are no text."""
    if isinstance(place, PdfPlace):
        return {"page": place.page, "box": list(place.box)}
    names = ("block", "paragraph", "table", "row", "column")
    numbers = {name: getattr(place, name) for name in names}
    return {name: number for name, number in numbers.items() if number is not None}


def _suppression(waiver: Waived) -> _Object:
    said_by = {"approvedBy": said(waiver.approved_by)} if waiver.approved_by else {}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": said(waiver.reason),
        "properties": {**said_by, "expires": waiver.expires.isoformat()},
    }


def _properties(finding: Finding) -> _Object:
    written = finding.location.written
    return {
        "basis": finding.basis,
        "message": said(finding.message),
        "suggestion": said(finding.suggestion),
        **({"written": said(written)} if written else {}),
        **({"waiverExpired": finding.lapsed.expires.isoformat()} if finding.lapsed else {}),
        "facts": {said(name): said(fact) for name, fact in finding.facts.items()},
    }
