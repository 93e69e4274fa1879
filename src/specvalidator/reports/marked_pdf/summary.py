"""The pages in front: all findings, gravest first, each with its page and a link to its place."""

from collections import Counter
from collections.abc import Mapping, Sequence

from specvalidator.findings import Finding, Report
from specvalidator.places import PdfPlace
from specvalidator.readers.pdf.front import NO_CONTENT
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marked_pdf.shapes import COLOURS
from specvalidator.reports.marked_pdf.sheets import GREY, Sheets
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

TITLE = Words("规范校验汇总", "Findings")
_FILE = Words("文件", "file")
_LAW = Words("依据", "by")
_VERDICT = Words("结论", "verdict")
_WHOLE = Words("整份文件", "whole document")
_AIDE = Words(
    f"点击一条可跳到原处；页码按原文件计。{NO_CONTENT.zh}",
    "Click a point to go to its place; pages are counted as in the original. " + NO_CONTENT.en,
)
_LARGE, _NORMAL, _SMALL = 18.0, 11.0, 9.0
_INDENT = 44.0

Destinations = Mapping[int, bytes]
"""Where the link of a finding leads, by the finding's identity."""


def summary(reports: Sequence[Report], destinations: Destinations, lang: Lang) -> Sheets:
    """Return the pages that list the findings of a file's reports."""
    sheets = Sheets()
    sheets.put(TITLE.said(lang), _LARGE)
    sheets.leave(6)
    source = reports[0].source if reports else None
    if source is not None:
        sheets.put(words.pair(_FILE.said(lang), source.name, lang), _NORMAL)
    for law in dict.fromkeys(f"{each.pack.number}（{each.pack.id}）" for each in reports):
        sheets.put(words.pair(_LAW.said(lang), law, lang), _NORMAL)
    for number, report in enumerate(reports, 1):
        _of_report(sheets, report, number if len(reports) > 1 else None, destinations, lang)
    sheets.leave(14)
    sheets.put(_AIDE.said(lang), _SMALL, colour=GREY)
    return sheets


def _of_report(
    sheets: Sheets, report: Report, number: int | None, destinations: Destinations, lang: Lang
) -> None:
    sheets.leave(6)
    if number is not None:
        sheets.leave(8)
        sheets.keep(80)
        subject = f"　{report.subject}" if report.subject else ""
        sheets.put(words.which(number, lang) + subject, _NORMAL + 2)
    verdict = words.listed(
        [words.VERDICTS[report.verdict].said(lang), *_counts(report, lang)], lang
    )
    sheets.put(words.pair(_VERDICT.said(lang), verdict, lang), _NORMAL)
    for finding in report.findings:
        sheets.leave(9)
        sheets.keep(60)
        since = sheets.mark()
        _of_finding(sheets, finding, lang)
        if id(finding) in destinations:
            sheets.link(since, destinations[id(finding)])


def _counts(report: Report, lang: Lang) -> list[str]:
    gravities = Counter(finding.gravity for finding in report.counted)
    found = [
        words.counted(gravities[each], each, lang) for each in words.GRAVITIES if gravities[each]
    ]
    waived = [words.waived(len(report.waived), lang)] if report.waived else []
    return (found or [words.NOTHING.said(lang)]) + waived


def _of_finding(sheets: Sheets, finding: Finding, lang: Lang) -> None:
    if finding.waived is None:
        sheets.tag(words.GRAVITIES[finding.gravity].said(lang), _NORMAL, COLOURS[finding.gravity])
    else:
        sheets.tag(words.WAIVED.said(lang), _NORMAL, (0.88, 0.88, 0.88))
    at = finding.location.place
    page = at.said(lang) if isinstance(at, PdfPlace) else _WHOLE.said(lang)
    indent = _INDENT if lang == "zh" else _INDENT + 14
    sheets.put(f"{page}　{flowed(finding.message)}", _NORMAL, indent=indent)

    def detail(label: Words, text: str) -> None:
        sheets.put(words.pair(label.said(lang), text, lang), _SMALL, indent=indent, colour=GREY)

    detail(words.SUGGESTION, flowed(finding.suggestion))
    strength = words.BASES[finding.basis].said(lang)
    rule = words.pair(words.RULE.said(lang), finding.rule, lang)
    detail(words.CLAUSE, f"{finding.clause.where}{strength}　{rule}")
    if finding.waived is not None:
        detail(words.WAIVER, words.held(finding.waived, lang))
    elif finding.lapsed is not None:
        detail(words.WAIVER, words.lapsed(finding.lapsed, lang))
