"""Workflow commands of GitHub Actions: each finding becomes a remark on its file."""

from collections.abc import Iterator, Mapping

from specvalidator.findings import Finding, Gravity, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import numbered, where
from specvalidator.typesetting import flowed, visible

_COMMANDS: Mapping[Gravity, str] = {
    "error": "error",
    "warning": "warning",
    "review": "notice",
    "note": "notice",
}


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield a line for each finding and each file that could not be read, ended by LF."""
    for report, part in numbered(reports):
        for finding in report.findings:
            yield f"{_remark(report, part, finding, style)}\n"
    for report in reports:
        if report.verdict == "not-judged":
            yield f"{_not_judged(report, style)}\n"
    if left_out := words.left_out(reports, style.lang):
        yield f"{_command('notice', None, words.NOT_ALL_ASKED.said(style.lang), [left_out])}\n"
    for failure in failures:
        yield f"{_unreadable(failure, style)}\n"


def _remark(report: Report, part: int | None, finding: Finding, style: Style) -> str:
    lang = style.lang
    gravity = words.GRAVITIES[finding.gravity].said(lang)
    place = where(finding.location, lang)
    strength = words.BASES[finding.basis].said(lang)
    clause = f"{finding.clause.where}{strength}"
    labelled = [
        (words.PLACE, f"{words.which(part, lang)} {place}" if part else place),
        (words.SUGGESTION, finding.suggestion),
        (words.CLAUSE, words.pair(clause, flowed(finding.clause.text), lang)),
    ]
    body = [words.pair(label.said(lang), text, lang) for label, text in labelled if text]
    name = style.path_of(report.source.name) if report.source else None
    title = f"{gravity} {finding.rule}"
    return _command(_COMMANDS[finding.gravity], name, title, [finding.message, *body])


def _not_judged(report: Report, style: Style) -> str:
    lang = style.lang
    name = style.path_of(report.source.name) if report.source else None
    title = words.VERDICTS[report.verdict].said(lang)
    return _command("warning", name, title, [words.unjudged(report).said(lang)])


def _unreadable(failure: Failure, style: Style) -> str:
    lang = style.lang
    title = f"{words.UNREADABLE.said(lang)} {failure.error.error}"
    return _command("error", style.path_of(failure.source.name), title, [failure.error.said(lang)])


def _command(command: str, file: str | None, title: str, lines: list[str]) -> str:
    given = {"file": file, "title": title}
    properties = ",".join(f"{key}={_property(value)}" for key, value in given.items() if value)
    message = "\n".join(map(visible, lines))
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
