"""A table for Excel: a line for each finding, and one for each document without any."""

import csv
import io
from collections.abc import Iterator

from specvalidator.findings import Finding, Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure, Style
from specvalidator.reports import vocabulary as words
from specvalidator.reports.documents import numbered, where
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang, Words

COLUMNS: tuple[Words, ...] = (
    Words("文件", "file"),
    Words("第几份", "number in file"),
    Words("材料种类", "document"),
    Words("材料所述", "subject"),
    Words("结论", "verdict"),
    Words("程度", "gravity"),
    Words("规则", "rule"),
    Words("位置", "place"),
    Words("说明", "message"),
    Words("原文", "found"),
    Words("建议", "advice"),
    Words("条款", "clause"),
    Words("依据", "strength"),
    Words("条文", "text of the clause"),
    Words("记录中的位置", "path"),
)
"""The head of the table. The order of the columns is the same in every language."""

_BYTE_ORDER_MARK = "\ufeff"  # Excel takes a file without it for one in the system's old encoding
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the table with a byte order mark, every cell quoted, lines ended by CR LF.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    page = io.StringIO(newline="")
    page.write(_BYTE_ORDER_MARK)
    # Quotes also keep a cell whole where a spreadsheet expects semicolons between cells.
    table = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(column.said(style.lang) for column in COLUMNS)
    for row in _rows(reports, failures, style.lang):
        table.writerow(map(_harmless, row))
        yield page.getvalue()
        page.seek(0)
        page.truncate()
    yield page.getvalue()


def _rows(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], lang: Lang
) -> Iterator[list[str]]:
    empty = [""] * len(COLUMNS)
    for report, part in numbered(reports):
        document = _document(report, part, lang)
        for finding in report.findings:
            yield document + _finding(finding, lang)
        if not report.findings:
            row = document
            if report.verdict == "not-judged":
                row = [*document, "", "", "", words.unjudged(report).said(lang)]
            yield row + empty[len(row) :]
        if report.left_out:
            row = [*document, "", "", "", words.left_out([report], lang)]
            yield row + empty[len(row) :]
    for source, error in failures:
        row = [
            source.name,
            "",
            "",
            "",
            words.UNREADABLE.said(lang),
            words.GRAVITIES["error"].said(lang),
        ]
        row += [error.error, "", error.said(lang)]
        yield row + empty[len(row) :]


def _document(report: Report, part: int | None, lang: Lang) -> list[str]:
    return [
        report.source.name if report.source else "",
        str(part or 1),
        KIND_TITLES[report.kind].said(lang),
        report.subject or "",
        words.VERDICTS[report.verdict].said(lang),
    ]


def _finding(finding: Finding, lang: Lang) -> list[str]:
    gravity = words.WAIVED if finding.waived else words.GRAVITIES[finding.gravity]
    return [
        gravity.said(lang),
        finding.rule,
        where(finding.location, lang),
        finding.message,
        finding.location.written or "",
        finding.suggestion,
        finding.clause.where,
        words.STRENGTHS[finding.basis].said(lang),
        flowed(finding.clause.text),
        finding.location.path,
    ]


def _harmless(text: str) -> str:
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
