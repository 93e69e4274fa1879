"""Reports as a workbook: documents, findings, files that were not read, the commonest faults."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from specvalidator.findings import Report, Verdict
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
    def target(self) -> str:
        """The file for whatever opens it: a name with # or % in it is no place in another."""
        return "external:" + _NOT_IN_LINKS.sub(lambda each: quote(each[0]), self.path)


class Looks(NamedTuple):
    """How cells look."""

    head: object
    plain: object
    link: object
    verdicts: Mapping[str, object]
    """By what a verdict is called."""


class Coloured(NamedTuple):
    """A verdict, in its colours."""

    words: str


Cell = str | int | CopyLink | Coloured | None
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NOT_IN_LINKS = re.compile(r'[\x00-\x20%#"<>?\[\]^`{|}]')
_LONGEST = 32_000
"""Letters that a cell of Excel holds."""
_WIDEST = 48
_A4 = 9
_LINES = {"valign": "top", "border": 1, "border_color": "#D9D9D9"}
_COLOURS: Mapping[Verdict, tuple[str, str]] = {
    "fail": ("#9C0006", "#FFE5E5"),
    "review": ("#0B3D91", "#E3EDFB"),
    "pass": ("#1E5E2F", "#E6F4EA"),
}
"""Of letters and ground."""
_OPEN = Words("打开", "Open")
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
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
        looks = _looks(book, lang)
        for title, rows in sheets:
            sheet = book.add_worksheet(title.said(lang))
            _put_rows(sheet, rows, looks, lang)
            _put_heads(sheet, _HEADS[title], rows, looks, lang)
            _for_paper(sheet)
    return sealed_zip(stream.getvalue())


def _looks(book: Any, lang: Lang) -> Looks:  # noqa: ANN401 - the library has no types
    wrapped = {**_LINES, "text_wrap": True}
    return Looks(
        book.add_format({**_LINES, "bold": True, "bg_color": "#E8EEF4"}),
        book.add_format({**wrapped, "num_format": "0;-0;"}),  # a nought would hide the others
        book.add_format({**_LINES, "font_color": "#0B5394", "underline": 1}),
        {
            words.VERDICTS[verdict].said(lang): book.add_format(
                {**_LINES, "font_color": letters, "bg_color": ground}
            )
            for verdict, (letters, ground) in _COLOURS.items()
        },
    )


def _put_rows(sheet: Any, rows: list[list[Cell]], looks: Looks, lang: Lang) -> None:  # noqa: ANN401 - the library has no types
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, looks.plain)
            elif isinstance(cell, CopyLink):
                sheet.write_url(row, column, cell.target, looks.link, _OPEN.said(lang))
            elif isinstance(cell, Coloured):
                sheet.write_string(
                    row, column, cell.words, looks.verdicts.get(cell.words, looks.plain)
                )
            elif cell:
                sheet.write_string(row, column, visible(cell)[:_LONGEST], looks.plain)
            else:
                sheet.write_blank(row, column, None, looks.plain)


def _put_heads(
    sheet: Any,  # noqa: ANN401 - the library has no types
    heads: Sequence[Words],
    rows: list[list[Cell]],
    looks: Looks,
    lang: Lang,
) -> None:
    for column, head in enumerate(heads):
        cells = [row[column] for row in rows]
        hidden = head in _SELDOM and not any(cells)
        sheet.write_string(0, column, head.said(lang), looks.head)
        sheet.set_column(column, column, _width(head.said(lang), cells), None, {"hidden": hidden})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)


def _for_paper(sheet: Any) -> None:  # noqa: ANN401 - the library has no types
    """Print all columns side by side on A4, with the head and a number on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


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
        Coloured(words.VERDICTS[report.verdict].said(style.lang)),
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


def _width(head: str, cells: Sequence[Cell]) -> int:
    """Return how wide a column is, in letters: as its longest text, up to a bound."""
    from specvalidator.typesetting import width  # noqa: PLC0415 - one of several

    longest = max((width(_shown(cell)) for cell in cells), default=0)
    return min(max(longest, width(head) + 4) + 2, _WIDEST)


def _shown(cell: Cell) -> str:
    if isinstance(cell, Coloured):
        return cell.words
    return "" if isinstance(cell, CopyLink) else str(cell or "")
