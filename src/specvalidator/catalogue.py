"""The catalogue of published projects, 专项职业能力考核项目目录, as offices keep it in a file."""

import csv
import datetime as dt
import io
import re
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from specvalidator.dates import date_of
from specvalidator.errors import BadCatalogue
from specvalidator.wording import Words

# Patterns as text are compiled when they are first needed: most runs have no catalogue.
_NAME_HEAD = (
    r"(?i:(?:专项职业能力|专项能力|考核)*(?:项目|能力)?(?:名称)?|.*目录|name|project|title)"
)
_HEADS = rf"{_NAME_HEAD}|(?i:序号|编号|编码|.*(?:日期|时间)|备注|说明|date|since|no\.?)"
_NUMBER = r"[\d\s.、（）()-]*"
_MOST_BYTES = 4_000_000


class Published(NamedTuple):
    """One published project."""

    name: str
    since: dt.date | None = None
    """When it was published, None where the catalogue does not say."""


Catalogue = tuple[Published, ...]
"""Every published project, in the order of the file."""


def load_catalogue(path: str | PathLike[str]) -> Catalogue:
    """Return the published projects that a file lists, one on each line.

    Raises:
        BadCatalogue: there is no such file, or it names no project.
    """
    try:
        return read_catalogue(Path(path).read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadCatalogue(
            Words(
                f"目录文件无法打开（{reason}），请核对路径。",
                f"The catalogue cannot be opened ({reason}); check its path.",
            )
        ) from None


def read_catalogue(data: bytes) -> Catalogue:
    """Return the projects of a CSV or text file in UTF-8, UTF-16 or GBK, one on each line.

    The column headed 项目 or 名称 names the project, without such a head the first cell that is
    neither a number nor a date; a cell that is a date says since when. Empty lines, lines that
    begin with #, titles and heads are passed over.

    Raises:
        BadCatalogue: the file is no text, too large, or names no project.
    """
    if len(data) > _MOST_BYTES:
        raise BadCatalogue(
            Words("目录文件过大，请只保留项目名称和日期。", "The catalogue is too large.")
        )
    published: list[Published] = []
    column = None
    for row in _rows(_text(data)):
        if all(re.fullmatch(_HEADS, cell) for cell in row):
            column = next((at for at, each in enumerate(row) if _is_name_head(each)), column)
        elif (each := _published(row, column)) is not None:
            published.append(each)
    if not published:
        raise BadCatalogue(
            Words(
                "目录文件里没有项目。请每行写一个项目名称，日期可写在后面，用逗号隔开。",
                "The catalogue names no project. Write one on each line; a date may follow, "
                "after a comma.",
            )
        )
    return tuple(published)


def _is_name_head(cell: str) -> bool:
    return bool(cell and re.fullmatch(_NAME_HEAD, cell))


def _text(data: bytes) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadCatalogue(
        Words(
            "目录文件不是文本。请另存为 CSV（UTF-8 或 GBK 编码）或文本文件。",
            "The catalogue is no text file. Save it as CSV (UTF-8 or GBK) or as text.",
        )
    )


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    written = "\n".join(lines)
    delimiter = next((mark for mark in "\t,;" if mark in written), ",")
    if delimiter not in written:
        written = written.replace("，", ",").replace("；", ",")
    try:
        reader = csv.reader(io.StringIO(written), delimiter=delimiter)
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise BadCatalogue(
            Words(f"目录文件不是有效的 CSV：{error}", f"The catalogue is no valid CSV: {error}")
        ) from None


def _published(cells: list[str], column: int | None) -> Published | None:
    """Return the project that a line names, None where it names none."""
    dates = [date for cell in cells if (date := date_of(cell)) is not None]
    names = [cell for cell in cells if not re.fullmatch(_NUMBER, cell) and date_of(cell) is None]
    if column is not None and column < len(cells) and cells[column] in names:
        names = [cells[column]]
    return Published(names[0], dates[0] if dates else None) if names else None
