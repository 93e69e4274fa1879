"""What a person reads in a terminal: by document, errors first, each with place, clause, advice."""

from collections.abc import Iterable, Iterator
from functools import cache

from specvalidator.findings import Finding, HandClause, Report
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import numbered, summed, title, where
from specvalidator.reports.page import Ink, TextPage, column
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

_CLAUSE_LINES = 2
_MOST_FILES = 12
_FEW = 3
"""So many documents are seen at a glance without an overview."""


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the reports as a page of text, a summary of all documents last."""
    page = TextPage(style.width, colour=style.colour)
    for report, part in numbered(reports):
        if not style.quiet or report.counted or report.verdict == "not-judged":
            _put_report(page, report, style, part)
        yield page.taken()
    for failure in failures:
        _put_failure(page, failure, style)
    page.blank()
    if left_out := words.left_out(reports, style.lang):
        page.put(left_out, ink="yellow")
    if not style.quiet:
        _put_end(page, reports, failures, style)
    yield page.taken()


def _put_end(
    page: TextPage, reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> None:
    """Write the checklist, the overview of many documents, and what all comes to."""
    for kind, clauses in _checklists(reports).items():
        _put_checklist(page, kind, clauses, style)
    if len(reports) + len(failures) > _FEW:
        from specvalidator.reports.overview import put_overview  # noqa: PLC0415 - only for many

        put_overview(page, reports, failures, style)
    if any(report.redacted for report in reports):
        page.put(words.REDACTED.said(style.lang), ink="faint")
    page.put(summed(reports, len(failures), style.lang, style.passed_over))


def _put_report(page: TextPage, report: Report, style: Style, part: int | None) -> None:
    unjudged = report.verdict == "not-judged"
    details = bool(report.findings or report.contents) or style.verbose or unjudged
    if details:
        page.blank()
    _put_head(
        page,
        words.VERDICTS[report.verdict],
        title(report, part, style.lang),
        style,
        words.VERDICT_INKS[report.verdict],
    )
    if unjudged:
        page.put(words.unjudged(report).said(style.lang), indent=2)
    _put_contents(page, report, style)
    clauses: set[str] = set()
    order = list(words.GRAVITIES)
    for finding in sorted(report.counted, key=lambda finding: order.index(finding.gravity)):
        page.blank()
        _put_finding(page, finding, style, again=finding.clause.id in clauses)
        clauses.add(finding.clause.id)
    _put_waived(page, report.waived, style)
    if style.verbose:
        _put_rules(page, words.PASSED, report.passed, style)
        _put_rules(page, words.MOOT, report.moot, style)
    if details:
        page.blank()


def _put_contents(page: TextPage, report: Report, style: Style) -> None:
    """List the files of a dossier and what each was taken for; of many only the first."""
    shown = report.contents if style.verbose else report.contents[:_MOST_FILES]
    for each in shown:
        page.put(f"{each.name} → {each.taken_for}", indent=2, hang=2)
    more = len(report.contents) - len(shown)
    if more:
        said = Words(f"另有{more}个文件，加 --verbose 列出。", f"{more} more files; see --verbose.")
        page.put(said.said(style.lang), indent=4, ink="faint")


def _put_head(page: TextPage, verdict: Words, title: str, style: Style, ink: Ink) -> None:
    hang = _column((*words.VERDICTS.values(), words.UNREADABLE), style.lang)
    page.put(title, label=verdict.said(style.lang), hang=hang, label_ink=ink, ink="strong")


def _put_finding(page: TextPage, finding: Finding, style: Style, *, again: bool) -> None:
    """Write a finding; a clause that was quoted before is only named again."""
    hang = _column(tuple(words.GRAVITIES.values()), style.lang)
    page.put(
        finding.message,
        label=words.GRAVITIES[finding.gravity].said(style.lang),
        indent=2,
        hang=hang,
        label_ink=words.GRAVITY_INKS[finding.gravity],
        ink="strong",
    )
    labels = _column(words.LABELS, style.lang)
    for label, text, ink, most in _details(finding, style, again=again):
        page.put(
            text, label=label, indent=2 + hang, hang=labels, label_ink="faint", ink=ink, most=most
        )


def _details(
    finding: Finding, style: Style, *, again: bool
) -> Iterator[tuple[str, str, Ink, int | None]]:
    """Yield label, text, colour and greatest number of lines of what stands below a message."""
    lang = style.lang
    location = finding.location
    if said := where(location, lang):
        yield words.PLACE.said(lang), said, "plain", None
    if location.written and location.written not in finding.message:
        yield words.WRITTEN.said(lang), location.written, "plain", None
    others = [where(at, lang) for at in finding.related]
    if others:
        yield words.RELATED.said(lang), ("；" if lang == "zh" else "; ").join(others), "plain", None
    strength = words.BASES[finding.basis].said(lang)
    yield words.CLAUSE.said(lang), finding.clause.where + strength, "plain", None
    if not again:
        most = None if style.verbose else _CLAUSE_LINES
        yield "", flowed(finding.clause.text), "faint", most
    yield words.SUGGESTION.said(lang), finding.suggestion, "plain", None
    if finding.lapsed:
        yield words.WAIVER.said(lang), words.lapsed(finding.lapsed, lang), "plain", None
    yield words.RULE.said(lang), finding.rule, "faint", None


def _put_waived(page: TextPage, findings: tuple[Finding, ...], style: Style) -> None:
    """List what is let pass, briefly: what, where, why, and until when."""
    if not findings:
        return
    lang = style.lang
    page.blank()
    page.put(words.waived(len(findings), lang), indent=2, ink="faint")
    labels = _column(words.LABELS, lang)
    for finding in findings:
        page.put(finding.message, label="-", indent=4, hang=2, ink="faint", label_ink="faint")
        for label, text in _waived_details(finding, style):
            page.put(text, label=label, indent=6, hang=labels, ink="faint", label_ink="faint")


def _waived_details(finding: Finding, style: Style) -> Iterator[tuple[str, str]]:
    lang = style.lang
    if said := where(finding.location, lang):
        yield words.PLACE.said(lang), said
    if finding.waived:
        yield words.WAIVER.said(lang), words.held(finding.waived, lang)
    yield words.RULE.said(lang), finding.rule


@cache
def _column(labels: tuple[Words, ...], lang: Lang) -> int:
    """Return the width of a column with these labels, which are the same in every report."""
    return column(each.said(lang) for each in labels)


def _put_rules(page: TextPage, title: Words, rules: tuple[str, ...], style: Style) -> None:
    if rules:
        page.blank()
        page.put(f"{title.said(style.lang)}: {len(rules)}", indent=2)
        page.put(", ".join(rules), indent=4, ink="faint")


def _put_failure(page: TextPage, failure: Failure, style: Style) -> None:
    page.blank()
    _put_head(page, words.UNREADABLE, failure.source.name, style, "red")
    page.put(failure.error.said(style.lang), indent=2)
    page.blank()


def _checklists(reports: Iterable[Report]) -> dict[Kind, dict[str, HandClause]]:
    """Collect what a person must check, once for each kind of document."""
    clauses: dict[Kind, dict[str, HandClause]] = {}
    for report in reports:
        for clause in report.by_hand:
            clauses.setdefault(report.kind, {})[clause.id] = clause
    return clauses


def _put_checklist(
    page: TextPage, kind: Kind, clauses: dict[str, HandClause], style: Style
) -> None:
    title = KIND_TITLES[kind]
    count = len(clauses)
    if not style.verbose:
        said = Words(
            f"每份{title.zh}另有{count}条只能由人核对，加 --verbose 列出。",
            f"Only a person can judge {count} more clauses of each {title.en}; "
            "--verbose lists them.",
        )
        page.put(said.said(style.lang), ink="faint")
        return
    said = Words(f"人工核对清单：{title.zh}", f"Checklist for the reviewer: {title.en}")
    page.put(said.said(style.lang), ink="strong")
    for clause in clauses.values():
        page.blank()
        page.put(clause.where, label="□", indent=2, hang=3)
        page.put(flowed(clause.text), indent=5, ink="faint")
        page.put(clause.reason, indent=5)
    page.blank()
