"""The cells of an Excel workbook, sheet by sheet, as text (ISO/IEC 29500-1, SpreadsheetML)."""

import datetime as dt
import re
from collections.abc import Iterator

from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.refusals import too_large
from specvalidator.readers.word.package import Package
from specvalidator.readers.xml import Element
from specvalidator.wording import Words

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(50, 59)})
"""Numbers of formats for days that a file need not write down, Chinese ones among them."""
_ASIDE = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
_COLUMN = re.compile(r"[A-Z]{1,3}")
_MOST_COLUMNS = 256
_MOST_CELLS = 1_000_000
_LONGEST_CELL = 200
"""Letters that are looked at; of a format as many as Excel writes."""
_LONGEST_FORMAT = 255
_DIGITS = 9
_LAST_DAY = 2_958_465
"""31 December 9999, counted in days as Excel does."""

Rows = list[list[str]]


def sheets_of(data: bytes, limits: Limits = DEFAULT) -> list[Rows]:
    """Return the rows of each sheet that is shown, without those that are empty.

    Days are written as 2020-06-01; of cells that are merged, the first has the text.

    Raises:
        UnreadableFile: this is no workbook, or a damaged one.
    """
    package = Package(recognise(data, limits), limits)
    names = package.related("").get("officeDocument", [])
    book = package.part(names[0]) if names else None
    if book is None or book.tag != f"{_S}workbook":
        return []
    return list(_Workbook(package, names[0], book).sheets())


def is_workbook(data: bytes) -> bool:
    """Say whether bytes may be a workbook that `sheets_of` reads."""
    return data.startswith(b"PK") and b"xl/" in data


class _Workbook:
    """The parts that sheets refer to."""

    def __init__(self, package: Package, name: str, book: Element) -> None:
        self._package = package
        self._book = book
        self._cells = 0
        self._targets = {each.id: each.target for each in package.relations(name)}
        related = package.related(name)
        self._shared = [_text(each) for each in self._children(related, "sharedStrings", "si")]
        self._is_day = self._days(related)
        properties = book.find(f"{_S}workbookPr")
        is_late = properties is not None and properties.get("date1904") in ("1", "true")
        self._epoch = dt.date(1904, 1, 1) if is_late else dt.date(1899, 12, 30)

    def sheets(self) -> Iterator[Rows]:
        """Yield the rows of each sheet that is shown."""
        shown = (
            self._targets.get(sheet.get(_ID) or "", "")
            for sheet in self._book.iterfind(f"{_S}sheets/{_S}sheet")
            if sheet.get("state") in (None, "visible")
        )
        for name in dict.fromkeys(shown):
            part = self._package.part(name)
            if part is not None:
                rows = map(self._row, part.iterfind(f"{_S}sheetData/{_S}row"))
                yield [row for row in rows if any(row)]

    def _row(self, row: Element) -> list[str]:
        cells: list[str] = []
        for cell in row.iterchildren(f"{_S}c"):
            at = _column(cell.get("r"), len(cells))
            if at < _MOST_COLUMNS:
                cells += [""] * (at + 1 - len(cells))
                cells[at] = " ".join(self._value(cell).split())
        self._cells += len(cells)
        if self._cells > _MOST_CELLS:
            raise too_large(Words("单元格过多", "there are too many cells"))
        return cells

    def _value(self, cell: Element) -> str:
        kind = cell.get("t")
        if kind == "inlineStr":
            return _text(cell)
        said = cell.findtext(f"{_S}v") or ""
        if kind == "s":
            number = _number(said)
            return self._shared[number] if 0 <= number < len(self._shared) else ""
        if kind in (None, "n") and _number(cell.get("s") or "0") in self._is_day:
            return self._day(said)
        return "" if kind == "e" else said[:_LONGEST_CELL]

    def _day(self, said: str) -> str:
        try:
            days = int(float(said))
        except (ValueError, OverflowError):
            return said
        if not 0 < days <= _LAST_DAY:
            return said
        return (self._epoch + dt.timedelta(days=days)).isoformat()

    def _days(self, related: dict[str, list[str]]) -> frozenset[int]:
        """Return the numbers of the looks that show a number as a day."""
        formats = {
            _number(each.get("numFmtId"))
            for each in self._children(related, "styles", "numFmts")
            for each in each
            if _says_day(each.get("formatCode") or "")
        }
        formats |= _DATE_FORMATS
        looks = [look for each in self._children(related, "styles", "cellXfs") for look in each]
        return frozenset(
            number for number, look in enumerate(looks) if _number(look.get("numFmtId")) in formats
        )

    def _children(self, related: dict[str, list[str]], kind: str, name: str) -> Iterator[Element]:
        for part in related.get(kind, [])[:1]:
            root = self._package.part(part)
            if root is not None:
                yield from root.iterchildren(_S + name)


def _text(element: Element) -> str:
    """Return the text of a cell, as far as it is looked at, without how it is spoken."""
    spoken = {text for aside in element.iter(f"{_S}rPh") for text in aside.iter(f"{_S}t")}
    said = (each.text or "" for each in element.iter(f"{_S}t") if each not in spoken)
    return "".join(said)[:_LONGEST_CELL]


def _number(said: str | None) -> int:
    """Return a number that points at something; -1 where it is none."""
    return int(said) if said and len(said) <= _DIGITS and said.isdecimal() else -1


def _column(reference: str | None, following: int) -> int:
    """Return the number of a cell's column, from 0."""
    letters = _COLUMN.match(reference or "")
    if letters is None:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _says_day(format: str) -> bool:  # noqa: A002 - what it is called there
    said = _ASIDE.sub("", format[:_LONGEST_FORMAT]).lower()
    return "y" in said or "d" in said
