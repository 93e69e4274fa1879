"""Catalogues of published projects as offices keep them: tables in text, or workbooks."""

import csv
import errno
import io
import re
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from specvalidator.catalogue import Catalogue, Published
from specvalidator.companions import companion
from specvalidator.dates import date_of
from specvalidator.errors import BadCatalogue, UnreadableFile
from specvalidator.wording import Words

# Patterns as text are compiled when they are first needed: most runs have no catalogue.
_IN_BRACKETS = "[（(][^（()）]{0,8}[）)]"
_HEAD_WORDS = (
    f"专项|职业|能力|技能|考核|鉴定|评价|项目|规范|申报|开展|公布|发布|已|的|名称|{_IN_BRACKETS}"
)
_NAME_HEAD = rf"(?:{_HEAD_WORDS})*(?:项目|能力|规范|名称)(?:{_HEAD_WORDS})*|(?i:project|name|title)"
_OTHER_HEAD = (
    "编号|编码|代码|类别|类型|分类|大类|数|序号|单位|等级|状态|来源|依据|文号|日期|时间|说明|目录"
)
"""Words of headings that name something else, or of a title."""
_NUMBER = r"[\d\s.、（）()-]*"
_NUMBERED = (
    r"^\s*(?:\d{1,4}\s*[.．、)）](?!\d)|[（(][\d一二三四五六七八九十]{1,4}[）)]"
    r"|[一二三四五六七八九十]{1,3}、)\s*"
)
_REMARK = (
    r"\s*(?:#|[（(]?(?:备?注|说明|合计|总计|小计|共计|共\s*\d|附件|制表|填表|发布单位|来源|截止)).*"
)
_LISTED = r"、(?![^（(]*[）)])|\s+(?=\d{1,3}\s*[.．、](?!\d))"
_GROUP = r"(?:类别|行业|分类|大类|门类|领域)\s*[:：].*"
_TITLE = r".*(?:目录|公告|通知|一览表?|清单)(?:[（(].*[）)])?"
_WEB_PAGE = r"\s*<\?xml|<(?:!doctype|html|table|head|body|meta)\b|^mime-version:"
_START = 2000
"""Letters in which a web page shows what it is."""
_PUBLISHED_HEAD = "(?:公布|发布|颁布|公告|实施|施行|批准).{0,3}(?:日期|时间|年月)|since|published"
_DAY_HEAD = "日期|时间|年月|(?i:date)"
MOST_BYTES = 4_000_000
_MOST_ROWS = 100_000
_MOST_COLUMNS = 256
_LONGEST_CELL = 200
"""Letters that are looked at: what is longer names no project."""
_LONGEST_NAME = 40
_FIRST_ROWS = 10
"""The headings stand in one of these rows, below a title."""


def load_catalogue(path: str | PathLike[str]) -> Catalogue:
    """Return the published projects that a file lists, one on each line.

    Raises:
        BadCatalogue: there is no such file, or it names no project.
    """
    try:
        return read_catalogue(companion(Path(path), MOST_BYTES))
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise _too_large() from None
        reason = error.strerror or type(error).__name__
        raise BadCatalogue(
            Words(
                f"目录文件无法打开（{reason}），请核对路径。",
                f"The catalogue cannot be opened ({reason}); check its path.",
            )
        ) from None


def read_catalogue(data: bytes) -> Catalogue:
    """Return the projects of a table in UTF-8, UTF-16 or GBK or of a workbook, one in each row.

    The column headed 项目名称, 项目 or the like names the project, whatever columns stand beside
    it; where it stands several times, tables stand side by side. Without headings it is the only
    column of names: that which is filled in throughout, each time otherwise. A cell that is a date
    says since when: that under 公布日期 or the like, without such a heading any. Titles, remarks,
    numbers before a name and cells that merging left empty are passed over.

    Raises:
        BadCatalogue: the file is no text and no workbook, too large, names no project, or does not
            show which column does.
    """
    if len(data) > MOST_BYTES:
        raise _too_large()
    refused: BadCatalogue | None = None
    published: list[Published] = []
    for rows in _tables(data):
        try:
            published += _listed_in(rows)
        except BadCatalogue as error:
            refused = refused or error
    if published:
        return tuple(dict.fromkeys(published))
    raise refused or BadCatalogue(
        Words(
            "目录文件里没有项目。请每行写一个项目名称，日期可写在后面，用逗号隔开。",
            "The catalogue names no project. Write one on each line; a date may follow, "
            "after a comma.",
        )
    )


def _too_large() -> BadCatalogue:
    return BadCatalogue(
        Words("目录文件过大，请只保留项目名称和日期。", "The catalogue is too large.")
    )


def _tables(data: bytes) -> list[list[list[str]]]:
    """Return the rows of a text, or of each sheet of a workbook."""
    from specvalidator.readers import workbook  # noqa: PLC0415 - few catalogues are one

    if not workbook.is_workbook(data):
        return [_rows(_text(data))]
    try:
        return workbook.sheets_of(data)
    except UnreadableFile as error:
        raise BadCatalogue(
            Words(
                f"目录文件是无法读取的 Excel 工作簿：{error.words.zh}",
                f"The catalogue is a workbook that cannot be read: {error.words.en}",
            )
        ) from None


def _listed_in(rows: list[list[str]]) -> list[Published]:
    """Return the projects that the rows of one table name.

    Raises:
        BadCatalogue: it does not show which column does.
    """
    rows = [row for row in rows if not re.fullmatch(_REMARK, next(filter(None, row), ""))]
    head = next(
        (at for at, row in enumerate(rows[:_FIRST_ROWS]) if _name_column(row) is not None), None
    )
    if head is None:
        rows = [row for row in rows if not _is_title(row)]
        blocks = [_Block(_only_column(rows))]
    else:
        blocks = _blocks(rows[head])
        rows = [row for row in rows[head + 1 :] if row != rows[head]]
    return [each for block in blocks for row in rows for each in _published(row, block)]


class _Block(NamedTuple):
    """One of the tables that stand side by side."""

    column: int
    """Of the names."""
    day: int | None = None
    """Of the dates, None where no heading says."""
    start: int = 0
    end: int | None = None
    """Behind its last column."""


def _blocks(head: list[str]) -> list[_Block]:
    """Return the tables under one row of headings."""
    first = _name_column(head) or 0
    names = ["".join(each.split()) for each in head]
    columns = [at for at, name in enumerate(names) if name == names[first]]
    starts = [at - (min(at, first)) for at in columns]
    ends: list[int | None] = [*starts[1:], None]
    return [
        _Block(column, _day_column(names, start, end), start, end)
        for column, start, end in zip(columns, starts, ends, strict=True)
    ]


def _day_column(names: list[str], start: int, end: int | None) -> int | None:
    """Return the column that says when a project was published."""
    said = list(enumerate(names))[start:end]
    for pattern in (_PUBLISHED_HEAD, _DAY_HEAD):
        found = [at for at, name in said if re.search(pattern, name)]
        if found:
            return found[0]
    return None


def _name_column(row: list[str]) -> int | None:
    """Return the column whose heading is that of names, None where a row is no headings.

    A title above the table is none, and neither is a project: headings say 项目, 能力, 名称.
    """
    if len(row) == 1 and _is_title(row):
        return None
    found = [
        (at, cell)
        for at, cell in enumerate("".join(each.split()) for each in row)
        if 0 < len(cell) <= _LONGEST_NAME
        and re.fullmatch(_NAME_HEAD, cell)
        and not re.search(_OTHER_HEAD, cell)
    ]
    named = [at for at, cell in found if re.search("项目|能力|规范|project", cell.lower())]
    return next(iter(named or [at for at, _ in found]), None)


def _is_title(row: list[str]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and re.fullmatch(_TITLE, filled[0]) is not None


def _only_column(rows: list[list[str]]) -> int:
    """Return the column of names in a table without headings.

    Raises:
        BadCatalogue: several columns may be it.
    """
    columns: dict[int, list[str]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if _is_name(cell):
                columns.setdefault(at, []).append(cell)
    most = max(map(len, columns.values()), default=0)
    likely = [at for at, cells in columns.items() if len(cells) == most == len(set(cells))]
    if len(columns) > 1 and len(likely) != 1:
        raise BadCatalogue(
            Words(
                "看不出目录文件的哪一列是项目名称。找过：标题为“项目名称”“考核项目”“专项职业能力名称”“项目”或“名称”的列。"
                "请在第一行写明各列的标题。",
                "It does not show which column of the catalogue names the projects. Looked for: "
                "a column headed 项目名称, 考核项目, 专项职业能力名称, 项目 or 名称. Give each "
                "column a heading.",
            )
        )
    return likely[0] if likely else next(iter(columns), 0)


def _text(data: bytes) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not re.search(
            _WEB_PAGE, text[:_START], re.IGNORECASE | re.MULTILINE
        ):
            return text
        break
    raise BadCatalogue(
        Words(
            "目录文件不是文本表格。请把网页、旧版Excel（.xls）或Word文件"
            "另存为 CSV（UTF-8或GBK编码）或 .xlsx。",
            "The catalogue is no table in text. Save a web page, an old Excel (.xls) or a Word "
            "file as CSV (UTF-8 or GBK) or as .xlsx.",
        )
    )


def _rows(text: str) -> list[list[str]]:
    lines = text.splitlines()
    if len(lines) > _MOST_ROWS:
        raise _too_large()
    delimiter = next((mark for mark in "\t,;|" if mark in text), ",")
    if delimiter not in text:
        text = "\n".join(_with_commas(line) for line in lines)
        if "," not in text and _is_spaced(lines):
            return [line.split() for line in lines if line.strip()]
    try:
        rows = [
            [" ".join(cell.split())[:_LONGEST_CELL] for cell in row[:_MOST_COLUMNS]]
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise BadCatalogue(
            Words(f"目录文件不是有效的 CSV：{error}", f"The catalogue is no valid CSV: {error}")
        ) from None
    return [row for row in rows if any(row)]


def _with_commas(line: str) -> str:
    """Return a line whose columns are parted by commas; those in brackets are a name's own."""
    pieces = re.split("([（(）)])", line)
    for at in range(0, len(pieces), 2):
        if pieces[at + 1 : at + 2] not in (["）"], [")"]):
            pieces[at] = re.sub("[，；]", ",", pieces[at])
    return "".join(pieces)


def _is_spaced(lines: list[str]) -> bool:
    """Say whether spaces part columns: numbers, dates or headings stand beside names."""
    parts = [line.split(maxsplit=_MOST_COLUMNS) for line in lines if line.strip()]
    telling = [
        row
        for row in parts
        if len(row) > 1
        and (
            any(cell.isdecimal() or date_of(cell[:_LONGEST_CELL]) for cell in row)
            or _name_column(row) is not None
        )
    ]
    return len(telling) > 0 and 2 * len(telling) >= len(parts)


def _published(row: list[str], block: _Block) -> Iterator[Published]:
    """Yield the project that a row names, or several of a list between 、; nothing if none."""
    cells = row[block.start : block.end]
    cell = row[block.column] if block.column < len(row) else ""
    if not _is_name(cell) or re.fullmatch(_REMARK, cell):
        return
    days = cells if block.day is None else row[block.day : block.day + 1]
    dates = [date for each in days if (date := date_of(each)) is not None]
    alone = len([each for each in cells if each]) == 1
    listed = re.split(_LISTED, re.sub(_NUMBERED, "", cell)) if alone else [cell]
    names = [] if alone and re.fullmatch(_GROUP, cell) else listed
    for name in names:
        bare = re.sub(_NUMBERED, "", name).strip(" 。“”《》")
        if bare:
            yield Published(bare, dates[0] if dates else None)


def _is_name(cell: str) -> bool:
    return (
        0 < len(cell) <= _LONGEST_NAME
        and re.fullmatch(_NUMBER, cell) is None
        and date_of(cell) is None
    )
