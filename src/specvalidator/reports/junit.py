"""JUnit XML for build servers: a suite for each document, a case for each rule."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from specvalidator.findings import Finding, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import name, numbered, title, where
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COUNTS = ("tests", "failures", "errors", "skipped")


def render(reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style) -> str:
    """Return the XML with an indent of 2 and a line end.

    A case fails when its rule found a certain error, and a document's suite therefore when its
    verdict is `fail`. Warnings and notes stand in the output of a case that passes; what a person
    must look at, or has nothing to test, is skipped. A file that could not be read is an error.
    """
    root = Element("testsuites", name="specvalidator")
    for report, part in numbered(reports):
        _put_suite(root, report, part, style.lang)
    for failure in failures:
        _put_unreadable(root, failure, style.lang)
    for suite in root:
        _count(suite, list(suite))
    _count(root, list(root.iter("testcase")))
    indent(root)
    return _DECLARATION + tostring(root, encoding="unicode") + "\n"


def _put_suite(root: Element, report: Report, part: int | None, lang: Lang) -> None:
    suite = SubElement(root, "testsuite", name=visible(title(report, part, lang)))
    file = visible(name(report, part, lang))
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    if report.verdict == "not-judged":
        case = SubElement(suite, "testcase", classname=file, name="judge")
        SubElement(case, "skipped", message=words.NO_RULES.said(lang))
    for rule in sorted({*found, *report.passed, *report.moot}):
        case = SubElement(suite, "testcase", classname=file, name=visible(rule))
        if rule in found:
            _put_outcome(case, found[rule], lang)
        elif rule in report.moot:
            SubElement(case, "skipped", message=words.ABSENT.said(lang))


def _put_outcome(case: Element, findings: list[Finding], lang: Lang) -> None:
    """Say what a rule found in the one element that suits the gravest finding."""
    gravities = {finding.gravity for finding in findings}
    gravest = min(findings, key=lambda finding: list(words.GRAVITIES).index(finding.gravity))
    message = visible(gravest.message)
    if "error" in gravities:
        element = SubElement(case, "failure", message=message, type="error")
    elif "review" in gravities:
        element = SubElement(case, "skipped", message=message)
    else:
        element = SubElement(case, "system-out")
    element.text = "\n".join(line for finding in findings for line in _lines(finding, lang))


def _lines(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield what there is to say about a finding, a line each."""
    gravity = words.GRAVITIES[finding.gravity].said(lang)
    clause = finding.clause.where + words.BASES[finding.basis].said(lang)
    yield visible(words.pair(gravity, finding.message, lang))
    labelled = (
        (words.PLACE, where(finding.location, lang)),
        (words.WRITTEN, finding.location.written),
        (words.CLAUSE, words.pair(clause, flowed(finding.clause.text), lang)),
        (words.SUGGESTION, finding.suggestion),
    )
    for label, text in labelled:
        if text:
            yield visible(words.pair(label.said(lang), text, lang))


def _put_unreadable(root: Element, failure: Failure, lang: Lang) -> None:
    file = visible(failure.source.name)
    case = SubElement(SubElement(root, "testsuite", name=file), "testcase", classname=file)
    case.set("name", "read")
    SubElement(case, "error", message=visible(failure.error.said(lang)), type=failure.error.error)


def _count(element: Element, cases: list[Element]) -> None:
    """Write how many cases there are, and how many of each outcome."""
    outcomes = ("failure", "error", "skipped")
    numbers = [sum(case.find(outcome) is not None for case in cases) for outcome in outcomes]
    for attribute, number in zip(_COUNTS, (len(cases), *numbers), strict=True):
        element.set(attribute, str(number))
