"""Rows as sheets of a workbook: heads, filters, colours, heights of rows, and paper."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from specvalidator.findings import Verdict
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marking.seal import sealed_zip
from specvalidator.typesetting import visible, width
from specvalidator.wording import Lang, Words


class CopyLink(NamedTuple):
    """A file that is there, to open from the workbook."""

    path: str
    """From the folder of the workbook, with / between its parts."""

    @property
    def target(self) -> str:
        """The file for whatever opens it: a name with # or % in it is no place in another."""
        return "external:" + _NOT_IN_LINKS.sub(lambda each: quote(each[0]), self.path)


class Coloured(NamedTuple):
    """A verdict, in its colours."""

    verdict: Verdict


Cell = str | int | CopyLink | Coloured | None


class Worksheet(NamedTuple):
    """What one sheet shows."""

    title: Words
    heads: Sequence[Words]
    rows: Sequence[Sequence[Cell]]


class _Looks(NamedTuple):
    """How cells look."""

    head: object
    plain: object
    number: object
    link: object
    verdicts: Mapping[Verdict, object]


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
_LINE_HEIGHT, _MOST_LINES = 16, 20
"""Points; Excel knows no row above 409."""
_A4 = 9
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel knows no zones
_FRAME = {"valign": "top", "border": 1, "border_color": "#D9D9D9"}
_COLOURS: Mapping[Verdict, Mapping[str, str]] = {
    "fail": {"font_color": "#9C0006", "bg_color": "#FFE5E5"},
    "review": {"font_color": "#0B3D91", "bg_color": "#E3EDFB"},
    "pass": {"font_color": "#1E5E2F", "bg_color": "#E6F4EA"},
    "not-judged": {},
}
_OPEN = Words("打开", "Open")


def spreadsheet(sheets: Sequence[Worksheet], seldom: Sequence[Words], lang: Lang) -> bytes:
    """Return a workbook with filters and frozen heads, to read on a screen or on A4.

    Every text is written as text, never as a formula or a link. The same rows give the same bytes.

    Args:
        sheets: what it shows.
        seldom: heads of columns that are hidden where nothing stands in them.
        lang: the language of heads, titles and verdicts.

    Raises:
        ImportError: the library that writes it, the extra `xlsx`, is not installed.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _AS_TEXT) as book:
        book.set_properties({"created": _NO_CLOCK})
        looks = _looks(book)
        for title, heads, rows in sheets:
            shown = [[_shown(cell, lang) for cell in row] for row in rows]
            widths = [_width(head.said(lang), column, shown) for column, head in enumerate(heads)]
            sheet = book.add_worksheet(title.said(lang))
            for column, head in enumerate(heads):
                hidden = head in seldom and not any(row[column] for row in rows)
                sheet.set_column(column, column, widths[column], None, {"hidden": hidden})
                sheet.write_string(0, column, head.said(lang), looks.head)
            for row, (cells, said) in enumerate(zip(rows, shown, strict=True), 1):
                sheet.set_row(row, _LINE_HEIGHT * _lines(said, widths))
                for column, cell in enumerate(cells):
                    _put(sheet, (row, column), cell, said[column], looks)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(rows), len(heads) - 1)
            _for_paper(sheet)
    return sealed_zip(stream.getvalue())


def _looks(book: Any) -> _Looks:  # noqa: ANN401 - the library has no types
    return _Looks(
        book.add_format({**_FRAME, "bold": True, "bg_color": "#E8EEF4"}),
        book.add_format({**_FRAME, "text_wrap": True}),
        # noughts would hide the other numbers
        book.add_format({**_FRAME, "align": "center", "num_format": "0;-0;"}),
        book.add_format({**_FRAME, "font_color": "#0B5394", "underline": 1}),
        {verdict: book.add_format({**_FRAME, **look}) for verdict, look in _COLOURS.items()},
    )


def _put(sheet: Any, at: tuple[int, int], cell: Cell, shown: str, looks: _Looks) -> None:  # noqa: ANN401 - the same
    if isinstance(cell, int):
        sheet.write_number(*at, cell, looks.number)
    elif isinstance(cell, CopyLink):
        sheet.write_url(*at, cell.target, looks.link, shown)
    elif isinstance(cell, Coloured):
        sheet.write_string(*at, shown, looks.verdicts[cell.verdict])
    elif cell:
        sheet.write_string(*at, shown, looks.plain)
    else:
        sheet.write_blank(*at, None, looks.plain)


def _shown(cell: Cell, lang: Lang) -> str:
    if isinstance(cell, Coloured):
        return words.VERDICTS[cell.verdict].said(lang)
    if isinstance(cell, CopyLink):
        return _OPEN.said(lang)
    return visible(str(cell or ""))[:_LONGEST]


def _width(head: str, column: int, rows: Sequence[Sequence[str]]) -> int:
    """Return how wide a column is, in letters: as its longest text, up to a bound."""
    longest = max((width(row[column]) for row in rows), default=0)
    return min(max(longest, width(head) + 2) + 2, _WIDEST)


def _lines(row: Sequence[str], widths: Sequence[int]) -> int:
    """Return how many lines a row needs: programs that open it do not all see to that."""
    needed = (-(-width(text) // (wide - 2)) for text, wide in zip(row, widths, strict=True))
    return min(max(1, *needed), _MOST_LINES)


def _for_paper(sheet: Any) -> None:  # noqa: ANN401 - the same
    """Print all columns side by side on A4, with the head and a number on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
