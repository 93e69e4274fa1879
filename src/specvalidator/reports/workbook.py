"""Reports as a workbook: documents, findings, files that were not read, the commonest faults."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from specvalidator.findings import Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure, Style, failures_beside
from specvalidator.reports import vocabulary as words
from specvalidator.reports.commonest import commonest
from specvalidator.reports.documents import numbered, where
from specvalidator.reports.marking.seal import sealed_zip
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang, Words


class CopyLink(NamedTuple):
    """A file that is there, to open from the workbook."""

    path: str
    """From the folder of the workbook, with / between its parts."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.rpartition("/")[2]

    @property
    def target(self) -> str:
        """The file for whatever opens it: a name with # or % in it is no place in another."""
        return "external:" + _NOT_IN_LINKS.sub(lambda each: quote(each[0]), self.path)


class Looks(NamedTuple):
    """How cells look."""

    head: object
    plain: object
    link: object


Cell = str | int | CopyLink | None
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NOT_IN_LINKS = re.compile(r'[\x00-\x20%#"<>?\[\]^`{|}]')
_LONGEST = 32_000
"""Letters that a cell of Excel holds."""
_WIDEST = 60
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
_DOCUMENTS = Words("材料", "Documents")
_FINDINGS = Words("问题", "Findings")
_NOT_READ = Words("未读取的文件", "Not read")
_COMMONEST = Words("常见问题", "Commonest")
_COPY = Words("批注副本", "Marked copy")
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
        Words("没有问的规则", "Rules not asked"),
        Words("首要问题", "First point"),
        _COPY,
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
    import xlsxwriter  # noqa: PLC0415 - an extra

    lang = style.lang
    sheets: list[tuple[Words, list[list[Cell]]]] = [
        (_DOCUMENTS, [_document(each, part, style) for each, part in numbered(tuple(reports))]),
        (_FINDINGS, list(_findings(reports, lang))),
        (_NOT_READ, list(_not_read((*failures, *failures_beside(reports)), lang))),
        (_COMMONEST, list(_commonest(reports, lang))),
    ]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _AS_TEXT) as book:
        book.set_properties({"created": _NO_CLOCK})
        looks = Looks(
            book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "top"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"}),
        )
        for title, rows in sheets:
            heads = [each.said(lang) for each in _HEADS[title]]
            _put_sheet(book.add_worksheet(title.said(lang)), heads, rows, looks)
    return sealed_zip(stream.getvalue())


def _put_sheet(sheet: Any, heads: list[str], rows: list[list[Cell]], looks: Looks) -> None:  # noqa: ANN401 - the library has no types
    for column, said in enumerate(heads):
        sheet.write_string(0, column, said, looks.head)
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, looks.plain)
            elif isinstance(cell, CopyLink):
                shown = visible(cell.name)[:_LONGEST]
                sheet.write_url(row, column, cell.target, looks.link, shown)
            elif cell:
                sheet.write_string(row, column, visible(cell)[:_LONGEST], looks.plain)
    for column, wide in enumerate(_widths(heads, rows)):
        sheet.set_column(column, column, wide)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)


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
        words.VERDICTS[report.verdict].said(style.lang),
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


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Yield how wide each column is, in letters: as its longest text, up to a bound."""
    from specvalidator.typesetting import width  # noqa: PLC0415 - one of several

    for column, head in enumerate(heads):
        longest = max((width(_shown(row[column])) for row in rows), default=0)
        yield min(max(longest, width(head) + 4) + 2, _WIDEST)


def _shown(cell: Cell) -> str:
    return cell.name if isinstance(cell, CopyLink) else str(cell or "")
