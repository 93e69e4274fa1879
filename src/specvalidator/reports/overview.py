"""Many documents at a glance: a line for each, and the rules that speak most."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.findings import Gravity, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import numbered, title
from specvalidator.reports.page import Ink, TextPage, column
from specvalidator.typesetting import padded, shortened, visible, width
from specvalidator.wording import Lang, Words

_MOST_RULES = 5
_COUNTED: tuple[Gravity, ...] = ("error", "warning", "review")
_DOCUMENT = Words("文件", "document")
_VERDICT = Words("结论", "verdict")
_RULES = Words("涉及文件最多的规则", "Rules that speak of most documents")
_UNKNOWN = "-"
_NARROWEST = 12


class _Row(NamedTuple):
    title: str
    verdict: str
    counts: tuple[str, ...]
    ink: Ink
    of_document: bool = True


def put_overview(
    page: TextPage, reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> None:
    """Write the table of documents and the rules that speak most."""
    page.blank()
    rows = [*_rows(reports, failures, style.lang)]
    counts = tuple(words.GRAVITIES[gravity].said(style.lang) for gravity in _COUNTED)
    head = _Row(
        _DOCUMENT.said(style.lang), _VERDICT.said(style.lang), counts, "faint", of_document=False
    )
    _put_table(page, [head, *rows])
    page.blank()
    _put_rules(page, reports, style.lang)
    page.blank()


def _rows(reports: tuple[Report, ...], failures: tuple[Failure, ...], lang: Lang) -> Iterator[_Row]:
    for report, part in numbered(reports):
        found = Counter(finding.gravity for finding in report.counted)
        yield _Row(
            visible(title(report, part, lang)),
            words.VERDICTS[report.verdict].said(lang),
            tuple(str(found[gravity]) for gravity in _COUNTED),
            words.VERDICT_INKS[report.verdict],
        )
    for failure in failures:
        unknown = (_UNKNOWN,) * len(_COUNTED)
        yield _Row(visible(failure.source.name), words.UNREADABLE.said(lang), unknown, "red")


def _put_table(page: TextPage, rows: list[_Row]) -> None:
    """Write rows in columns; of the titles only what fits."""
    verdicts = max(width(row.verdict) for row in rows)
    counts = [column(cells) for cells in zip(*(row.counts for row in rows), strict=True)]
    room = max(page.columns - verdicts - sum(counts), _NARROWEST)
    titles = min(room, column(row.title for row in rows))
    for row in rows:
        numbers = "".join(
            " " * (columns - width(cell)) + cell
            for cell, columns in zip(row.counts, counts, strict=True)
        )
        plain: Ink = "plain" if row.of_document else "faint"
        page.put_line(
            (padded(shortened(row.title, titles - 2), titles), plain),
            (padded(row.verdict, verdicts), row.ink),
            (numbers, plain),
        )


def _put_rules(page: TextPage, reports: tuple[Report, ...], lang: Lang) -> None:
    """Name the rules that found something in several documents, in most of them first."""
    documents = Counter(
        rule for report in reports for rule in {finding.rule for finding in report.counted}
    )
    several = [(rule, count) for rule, count in documents.items() if count > 1]
    most = sorted(several, key=lambda each: (-each[1], each[0]))[:_MOST_RULES]
    if not most:
        return
    titles = {rule.name: rule.title for report in reports for rule in report.rules}
    page.put(_RULES.said(lang), ink="faint")
    numbers = [Words(f"{count}份", str(count)).said(lang) for _, count in most]
    hang = column(numbers)
    for (rule, _), number in zip(most, numbers, strict=True):
        label = " " * (hang - width(number)) + number
        text = f"{rule} · {titles[rule]}" if rule in titles else rule
        page.put(text, label=label, hang=hang + 2)
