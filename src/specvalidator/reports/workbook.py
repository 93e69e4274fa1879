"""Reports as a workbook: documents, findings, files that were not read, the commonest faults."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from specvalidator.findings import Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure, Style, failures_beside
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import numbered, where
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang, Words

Cell = str | int | None
_LONGEST = 32_000
"""Letters that a cell of Excel holds."""
_WIDEST = 60
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
_DOCUMENTS = Words("材料", "Documents")
_FINDINGS = Words("问题", "Findings")
_NOT_READ = Words("未读取的文件", "Not read")
_COMMONEST = Words("常见问题", "Commonest")
_HEADS = {
    _DOCUMENTS: (
        Words("文件夹", "Folder"),
        Words("文件", "File"),
        Words("第几份", "Part"),
        Words("种类", "Kind"),
        Words("名称或单位", "Subject"),
        Words("结论", "Verdict"),
        *words.GRAVITIES.values(),
        Words("已豁免", "Waived"),
        Words("首要问题", "First point"),
    ),
    _FINDINGS: (
        Words("文件", "File"),
        Words("第几份", "Part"),
        Words("名称或单位", "Subject"),
        Words("程度", "Gravity"),
        Words("规则", "Rule"),
        Words("问题", "Message"),
        Words("位置", "Place"),
        Words("原文", "Written"),
        Words("建议", "Advice"),
        Words("条款", "Clause"),
        Words("豁免", "Waiver"),
    ),
    _NOT_READ: (Words("文件", "File"), Words("原因", "Reason"), Words("说明", "Message")),
    _COMMONEST: (
        Words("规则", "Rule"),
        Words("程度", "Gravity"),
        Words("材料数", "Documents"),
        Words("处数", "Findings"),
        Words("条款", "Clause"),
    ),
}


def render_workbook(reports: Sequence[Report], failures: Sequence[Failure], style: Style) -> bytes:
    """Return a workbook of four sheets with filters and frozen heads.

    Every text is written as text: nothing that a submission says is a formula or a link. The same
    reports give the same bytes.

    Raises:
        ImportError: the library that writes it, the extra `xlsx`, is not installed.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra

    lang = style.lang
    sheets: list[tuple[Words, list[list[Cell]]]] = [
        (_DOCUMENTS, [_document(report, part, lang) for report, part in numbered(tuple(reports))]),
        (_FINDINGS, list(_findings(reports, lang))),
        (_NOT_READ, list(_not_read((*failures, *failures_beside(reports)), lang))),
        (_COMMONEST, list(_commonest(reports, lang))),
    ]
    stream = io.BytesIO()
    as_text = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, as_text) as book:
        book.set_properties({"created": _NO_CLOCK})
        head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for title, rows in sheets:
            sheet = book.add_worksheet(title.said(lang))
            heads = [each.said(lang) for each in _HEADS[title]]
            for column, said in enumerate(heads):
                sheet.write_string(0, column, said, head)
            for row, cells in enumerate(rows, 1):
                for column, cell in enumerate(cells):
                    if isinstance(cell, int):
                        sheet.write_number(row, column, cell, plain)
                    elif cell:
                        sheet.write_string(row, column, visible(cell)[:_LONGEST], plain)
            for column, wide in enumerate(_widths(heads, rows)):
                sheet.set_column(column, column, wide)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    return stream.getvalue()


def _document(report: Report, part: int | None, lang: Lang) -> list[Cell]:
    folder, _, file = (report.source.name if report.source else "").rpartition("/")
    gravities = Counter(finding.gravity for finding in report.counted)
    first = flowed(report.counted[0].message) if report.counted else ""
    return [
        folder,
        file,
        part,
        KIND_TITLES[report.kind].said(lang),
        report.subject,
        words.VERDICTS[report.verdict].said(lang),
        *(gravities[gravity] for gravity in words.GRAVITIES),
        len(report.waived),
        first,
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
    found = [(number, each) for number, report in enumerate(reports) for each in report.counted]
    kinds = {(each.rule, each.gravity): each for _, each in found}
    times = Counter((each.rule, each.gravity) for _, each in found)
    each_once = {(number, each.rule, each.gravity) for number, each in found}
    documents = Counter((rule, gravity) for _, rule, gravity in each_once)
    for key, finding in sorted(kinds.items(), key=lambda each: (-documents[each[0]], each[0])):
        rule, gravity = key
        yield [
            rule,
            words.GRAVITIES[gravity].said(lang),
            documents[key],
            times[key],
            finding.clause.where,
        ]


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Yield how wide each column is, in letters: as its longest text, up to a bound."""
    from specvalidator.typesetting import width  # noqa: PLC0415 - one of several

    for column, head in enumerate(heads):
        longest = max((width(str(row[column] or "")) for row in rows), default=0)
        yield min(max(longest, width(head) + 4) + 2, _WIDEST)
