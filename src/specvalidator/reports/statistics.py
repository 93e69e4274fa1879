"""`check --statistics`: how often each rule found something, and what was not judged."""

import json
from collections.abc import Sequence

from specvalidator.findings import Report
from specvalidator.reports import Failure, Style, failures_beside
from specvalidator.reports import vocabulary as words
from specvalidator.reports.commonest import CommonFault, commonest
from specvalidator.reports.documents import summed
from specvalidator.reports.page import TextPage, column
from specvalidator.typesetting import harmless_json, padded, visible, width
from specvalidator.version import __version__
from specvalidator.wording import Words

_HEADS = (Words("处数", "findings"), Words("材料数", "documents"), Words("程度", "gravity"))


def statistics(
    reports: Sequence[Report], failures: Sequence[Failure], style: Style, *, as_json: bool = False
) -> str:
    """Return a line for each rule that found something, those with the most findings first."""
    faults = sorted(commonest(reports), key=lambda each: (-each.findings, each.rule))
    failures = (*failures, *failures_beside(reports))
    if as_json:
        return _page(faults, reports, failures)
    page = TextPage(style.width, colour=style.colour)
    rows = [_row(each, style) for each in faults]
    heads = [each.said(style.lang) for each in _HEADS]
    sizes = [column([head, *cells]) for head, *cells in zip(heads, *rows, strict=True)]
    if rows:
        page.put("".join(map(padded, heads, sizes)) + words.RULE.said(style.lang), ink="faint")
    for fault, cells in zip(faults, rows, strict=True):
        label = "".join(map(padded, cells, sizes))
        page.put(f"{fault.rule} · {fault.title}", label=label, hang=width(label))
    page.blank()
    for source, error in failures:
        page.put(visible(words.pair(source.name, error.said(style.lang), style.lang)))
    if left_out := words.left_out(reports, style.lang):
        page.put(left_out, ink="yellow")
    if not style.quiet:
        page.put(summed(tuple(reports), len(failures), style.lang, style.passed_over))
    return page.text()


def _row(fault: CommonFault, style: Style) -> list[str]:
    gravity = words.GRAVITIES[fault.gravity].said(style.lang)
    return [str(fault.findings), str(fault.documents), gravity]


def _page(
    faults: Sequence[CommonFault], reports: Sequence[Report], failures: Sequence[Failure]
) -> str:
    """Return the same as JSON with an indent of 2 and a line end."""
    page = {
        "specvalidator": __version__,
        "documents": len(reports),
        "statistics": [
            each._asdict() | {"clause": each.clause.model_dump(mode="json")} for each in faults
        ],
        "deselected": sorted({name for report in reports for name in report.deselected}),
        "errors": [
            {"source": source.model_dump(mode="json"), "error": error.error}
            for source, error in failures
        ],
    }
    return harmless_json(json.dumps(page, ensure_ascii=False, indent=2)) + "\n"
