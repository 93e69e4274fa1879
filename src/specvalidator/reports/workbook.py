"""Reports as a workbook: documents, findings, files that were not read, the commonest faults."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from specvalidator.findings import Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure, Style, failures_beside
from specvalidator.reports import vocabulary as words
from specvalidator.reports.commonest import commonest
from specvalidator.reports.documents import numbered, where
from specvalidator.reports.spreadsheet import Cell, Coloured, CopyLink, Worksheet, spreadsheet
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

_DOCUMENTS = Words("材料", "Documents")
_FINDINGS = Words("问题", "Findings")
_NOT_READ = Words("未读取的文件", "Not read")
_COMMONEST = Words("常见问题", "Commonest")
_COPY = Words("批注副本", "Marked copy")
_PART, _WAIVED = Words("第几份", "Part"), Words("已豁免", "Waived")
_DESELECTED, _WAIVER = Words("没有问的规则", "Rules not asked"), Words("豁免", "Waiver")
_SELDOM = (_PART, _WAIVED, _DESELECTED, _WAIVER, _COPY)
"""Columns that are hidden where nothing stands in them."""
_HEADS = {
    _DOCUMENTS: (
        Words("文件夹", "Folder"),
        Words("文件", "File"),
        _PART,
        Words("种类", "Kind"),
        Words("名称或单位", "Subject"),
        Words("结论", "Verdict"),
        *words.GRAVITIES.values(),
        _WAIVED,
        _DESELECTED,
        Words("首要问题", "First point"),
        _COPY,
    ),
    _FINDINGS: (
        Words("文件", "File"),
        _PART,
        Words("名称或单位", "Subject"),
        Words("程度", "Gravity"),
        Words("规则", "Rule"),
        Words("问题", "Message"),
        Words("位置", "Place"),
        Words("原文", "Written"),
        Words("建议", "Advice"),
        Words("条款", "Clause"),
        _WAIVER,
    ),
    _NOT_READ: (Words("文件", "File"), Words("原因", "Reason"), Words("说明", "Message")),
    _COMMONEST: (
        Words("规则", "Rule"),
        Words("要求", "Requirement"),
        Words("程度", "Gravity"),
        Words("材料数", "Documents"),
        Words("处数", "Findings"),
        Words("条款", "Clause"),
    ),
}


def render_workbook(reports: Sequence[Report], failures: Sequence[Failure], style: Style) -> bytes:
    """Return a workbook of four sheets with filters and frozen heads.

    Every text is written as text: nothing that a submission says is a formula. Links lead to the
    marked copies in `style` and nowhere else. The same reports give the same bytes.

    Raises:
        ImportError: the library that writes it, the extra `xlsx`, is not installed.
    """
    lang = style.lang
    rows: Mapping[Words, list[list[Cell]]] = {
        _DOCUMENTS: [_document(each, part, style) for each, part in numbered(tuple(reports))],
        _FINDINGS: list(_findings(reports, lang)),
        _NOT_READ: list(_not_read((*failures, *failures_beside(reports)), lang)),
        _COMMONEST: list(_commonest(reports, lang)),
    }
    sheets = [Worksheet(title, heads, rows[title]) for title, heads in _HEADS.items()]
    return spreadsheet(sheets, _SELDOM, lang)


def _document(report: Report, part: int | None, style: Style) -> list[Cell]:
    name = report.source.name if report.source else ""
    folder, _, file = name.rpartition("/")
    gravities = Counter(finding.gravity for finding in report.counted)
    first = flowed(report.counted[0].message) if report.counted else ""
    return [
        style.folders.get(name, folder),
        file,
        part,
        KIND_TITLES[report.kind].said(style.lang),
        report.subject,
        Coloured(report.verdict),
        *(gravities[gravity] for gravity in words.GRAVITIES),
        len(report.waived),
        "、".join(report.deselected),
        first,
        CopyLink(style.copies[name]) if name in style.copies else None,
    ]


def _findings(reports: Sequence[Report], lang: Lang) -> Iterator[list[Cell]]:
    for report, part in numbered(tuple(reports)):
        for finding in report.findings:
            yield [
                report.source.name if report.source else "",
                part,
                report.subject,
                words.GRAVITIES[finding.gravity].said(lang),
                finding.rule,
                flowed(finding.message),
                where(finding.location, lang),
                finding.location.written,
                flowed(finding.suggestion),
                finding.clause.where + words.BASES[finding.basis].said(lang),
                words.held(finding.waived, lang) if finding.waived else "",
            ]


def _not_read(failures: Sequence[Failure], lang: Lang) -> Iterator[list[Cell]]:
    for source, error in failures:
        yield [source.name, error.error, error.said(lang)]


def _commonest(reports: Sequence[Report], lang: Lang) -> Iterator[list[Cell]]:
    """Yield each rule that found something, that of the most documents first."""
    for each in commonest(reports):
        gravity = words.GRAVITIES[each.gravity].said(lang)
        where_from = each.clause.where
        yield [each.rule, each.title, gravity, each.documents, each.findings, where_from]
