"""Comparisons to read, and as JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from specvalidator.findings import Finding, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.comparison import Comparison
from specvalidator.reports.documents import title
from specvalidator.reports.page import Ink, TextPage
from specvalidator.typesetting import flowed, harmless_json, shortened
from specvalidator.version import __version__
from specvalidator.wording import Words

WORDS: Mapping[str, Words] = {
    "title": Words("重新报送材料的比较", "Documents and their resubmission"),
    "overview": Words("各份材料", "All documents"),
    "document": Words("材料", "Document"),
    "before": Words("上次", "Before"),
    "now": Words("这次", "Now"),
    "old": Words("旧稿", "Earlier version"),
    "mended": Words("已改好", "Mended"),
    "remaining": Words("仍然存在", "Remaining"),
    "added": Words("新出现", "New"),
    "changes": Words("另外改动（没有意见要求）", "Changed besides, where nothing was asked"),
    "field": Words("内容", "Field"),
    "nothing": Words("（无）", "(nothing)"),
    "only_old": Words("没有对应的新稿", "Without a resubmission"),
    "only_new": Words("没有对应的旧稿", "Without an earlier version"),
    "unread": Words("未能读取", "Not read"),
}
"""The words of comparisons, in both languages."""
_LONGEST = 160


class Compared:
    """What came of a comparison of two sets of documents."""

    def __init__(
        self,
        comparisons: Sequence[Comparison],
        only_old: Sequence[Report],
        only_new: Sequence[Report],
        failures: Sequence[Failure],
    ) -> None:
        """Keep what is to be shown."""
        self.comparisons = comparisons
        self.only_old = only_old
        self.only_new = only_new
        self.failures = failures


def compared_page(found: Compared, style: Style) -> str:
    """Return comparisons as text."""
    page = TextPage(style.width, colour=style.colour)
    lang = style.lang
    for each in found.comparisons:
        page.blank()
        page.put(title(each.new, None, lang), ink="strong")
        if each.old.source and each.new.source and each.old.source.name != each.new.source.name:
            old = title(each.old, None, lang)
            page.put(words.pair(WORDS["old"].said(lang), old, lang), indent=2)
        verdicts = [words.VERDICTS[one.verdict].said(lang) for one in (each.old, each.new)]
        page.put(" → ".join(verdicts), indent=2)
        groups: tuple[tuple[Words, Ink, Sequence[Finding]], ...] = (
            (WORDS["mended"], "green", each.mended),
            (WORDS["remaining"], "red", each.remaining),
            (WORDS["added"], "yellow", each.added),
        )
        for said, ink, findings in groups:
            page.put(words.pair(said.said(lang), str(len(findings)), lang), indent=2, ink=ink)
            for finding in findings:
                page.put(f"{flowed(finding.message)} [{finding.rule}]", indent=4)
        if each.changes:
            page.put(WORDS["changes"].said(lang), indent=2, ink="cyan")
        for change in each.changes:
            nothing = WORDS["nothing"].said(lang)
            both = (shortened(flowed(one) or nothing, _LONGEST) for one in (change.old, change.new))
            page.put(words.pair(change.field, " → ".join(both), lang), indent=4)
    for said, reports in ((WORDS["only_old"], found.only_old), (WORDS["only_new"], found.only_new)):
        for report in reports:
            page.blank()
            page.put(words.pair(said.said(lang), title(report, None, lang), lang))
    for source, error in found.failures:
        page.blank()
        page.put(words.pair(WORDS["unread"].said(lang), f"{source.name} {error.said(lang)}", lang))
    return page.text()


def compared_json(found: Compared) -> str:
    """Return comparisons as JSON with an indent of 2 and a line end."""
    page = {
        "specvalidator": __version__,
        "comparisons": [_entry(each) for each in found.comparisons],
        "only_old": [_about(each) for each in found.only_old],
        "only_new": [_about(each) for each in found.only_new],
        "errors": [
            {"source": source.model_dump(mode="json"), "error": error.error}
            for source, error in found.failures
        ],
    }
    return harmless_json(json.dumps(page, ensure_ascii=False, indent=2)) + "\n"


def _entry(comparison: Comparison) -> dict[str, Any]:
    return {
        "old": _about(comparison.old),
        "new": _about(comparison.new),
        "mended": [each.model_dump(mode="json") for each in comparison.mended],
        "remaining": [each.model_dump(mode="json") for each in comparison.remaining],
        "added": [each.model_dump(mode="json") for each in comparison.added],
        "changes": [each._asdict() for each in comparison.changes],
    }


def _about(report: Report) -> dict[str, Any]:
    source = report.source.model_dump(mode="json") if report.source else None
    kind, subject, verdict = report.kind, report.subject, report.verdict
    return {"source": source, "kind": kind, "subject": subject, "verdict": verdict}
