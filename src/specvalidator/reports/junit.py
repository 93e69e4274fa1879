"""JUnit XML for build servers: a suite for each document, a case for each rule."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from specvalidator.findings import Finding, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import name, numbered, title, where
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the XML with an indent of 2 and a line end, a suite at a time.

    A case fails when its rule found a certain error, and a document's suite therefore when its
    verdict is `fail`. Warnings and notes stand in the output of a case that passes; what a person
    must look at, or has nothing to test, is skipped. A file that could not be read is an error.
    """
    root = Element("testsuites", name="specvalidator")
    # The root says first how many cases there are: the suites wait as text, which is small.
    suites, totals = [], Counter[str]()
    for suite in _suites(reports, failures, style.lang):
        totals.update(_counted(suite))
        indent(suite, level=1)
        suites.append(f"\n  {tostring(suite, encoding='unicode').rstrip()}")
    _put_counts(root, totals)
    whole = tostring(root, encoding="unicode")
    yield _DECLARATION
    if not suites:
        yield f"{whole}\n"
        return
    yield f"{whole.removesuffix(' />')}>"
    yield from suites
    yield "\n</testsuites>\n"


def _suites(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], lang: Lang
) -> Iterator[Element]:
    """Yield the suites, each with its counts."""
    for report, part in numbered(reports):
        suite = _suite(report, part, lang)
        _put_counts(suite, _counted(suite))
        yield suite
    for failure in failures:
        suite = _unreadable(failure, lang)
        _put_counts(suite, _counted(suite))
        yield suite


def _suite(report: Report, part: int | None, lang: Lang) -> Element:
    suite = Element("testsuite", name=visible(title(report, part, lang)))
    file = visible(name(report, part, lang))
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    if report.verdict == "not-judged":
        case = SubElement(suite, "testcase", classname=file, name="judge")
        SubElement(case, "skipped", message=words.unjudged(report).said(lang))
    for rule in sorted({*found, *report.passed, *report.moot}):
        case = SubElement(suite, "testcase", classname=file, name=visible(rule))
        if rule in found:
            _put_outcome(case, found[rule], lang)
        elif rule in report.moot:
            SubElement(case, "skipped", message=words.ABSENT.said(lang))
    for rule in report.deselected:
        case = SubElement(suite, "testcase", classname=file, name=visible(rule))
        SubElement(case, "skipped", message=words.DESELECTED.said(lang))
    return suite


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


def _unreadable(failure: Failure, lang: Lang) -> Element:
    file = visible(failure.source.name)
    suite = Element("testsuite", name=file)
    case = SubElement(suite, "testcase", classname=file, name="read")
    SubElement(case, "error", message=visible(failure.error.said(lang)), type=failure.error.error)
    return suite


def _counted(suite: Element) -> Counter[str]:
    """Return how many cases a suite has, and how many of each outcome."""
    counts = Counter(tests=len(suite))
    for attribute, outcome in _OUTCOMES.items():
        counts[attribute] = sum(case.find(outcome) is not None for case in suite)
    return counts


def _put_counts(element: Element, counts: Counter[str]) -> None:
    for attribute in ("tests", *_OUTCOMES):
        element.set(attribute, str(counts[attribute]))
