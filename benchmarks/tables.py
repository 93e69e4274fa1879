"""The tables of docs/formats.md and its twin, written from what was measured.

    python benchmarks/tables.py

What was measured stands in measured.json: `formats.py --keep` and `scans.py --keep` put it there
and write the tables anew.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
MEASURED = Path(__file__).parent / "measured.json"
PAGES = {"en": ROOT / "docs/formats.md", "zh": ROOT / "docs/formats.zh-CN.md"}
Row = Mapping[str, Any]


class Called(NamedTuple):
    """What a row or a column is called, and what is said behind its time."""

    en: str
    zh: str
    each_en: str = ""
    each_zh: str = ""


_SCAN_COLUMNS = (
    Called("picture", "图片"),
    Called("examples", "示例数"),
    Called("fields exact", "字段一致"),
    Called("other findings", "不同的意见"),
    Called("findings missed", "漏掉的意见"),
    Called("missed without a doubt", "漏掉而未提示"),
    Called("seconds a page", "每页秒数"),
)
_SCANS = {
    "clean": Called("clean", "清晰"),
    "seal": Called("with two red seals", "盖两个红章"),
    "noisy": Called("noisy, tilted by 2°", "有噪点、歪 2°"),
    "photo": Called("photograph, askew, with a shadow", "斜拍、有阴影的照片"),
    "dark": Called("photograph in poor light", "光线暗的照片"),
    "blurred": Called("out of focus", "对焦不清"),
    "steep": Called("photograph from low down", "从低处斜拍的照片"),
    "grey": Called("stamped, scanned without colour", "盖章，黑白扫描"),
    "copied": Called("copy of a copy", "复印件的复印件"),
    "faxed": Called("fax", "传真"),
    "folded": Called("folded twice", "折过两次"),
    "tinted": Called("on coloured paper", "彩色纸"),
    "punched": Called("punched, stapled, torn at a corner", "打孔、装订、缺角"),
    "shaded": Called("photograph with shadows of hand and telephone", "有手和手机影子的照片"),
    "screen": Called("photograph of a screen", "翻拍屏幕"),
    "signed": Called("signed across the print", "签名压字"),
    "ticked": Called("with ticks of a pen", "有勾画"),
    "facing": Called("two pages on one picture", "两页在一张图上", " (a picture)", "（每图）"),
    "sideways": Called("turned by a quarter", "横放"),
    "overhead": Called("upside down", "倒放"),
    "otherwise": Called("turned by a quarter, to the left", "向左横放"),
    "backs": Called("with blank backs", "背面空白"),
}
"""The ways of spoiling, in the order of the table."""
_FORMAT_COLUMNS = (
    Called("format", "格式"),
    Called("fields exact", "字段一致"),
    Called("other findings", "不同的意见"),
    Called("ms a file", "每个文件毫秒"),
)
_FORMATS = {
    **{each: Called(f"`.{each}`", f"`.{each}`") for each in ("docx", "doc", "odt", "fodt")},
    **{each: Called(f"`.{each}`", f"`.{each}`") for each in ("rtf", "html")},
    "2003 XML": Called("Word 2003 XML", "Word 2003 XML"),
    "flat OPC": Called("flat OPC", "单文件 OPC"),
    "PDF": Called("PDF, a page", "PDF，每页"),
    "OFD": Called("OFD, a page", "OFD，每页"),
    "OFD, by letters": Called("OFD with each letter apart, a page", "OFD，一字一个对象，每页"),
}
"""The formats, in the order of the table."""


def measured() -> dict[str, dict[str, Row]]:
    """Return what was measured, by table and row."""
    found: dict[str, dict[str, Row]] = json.loads(MEASURED.read_text("utf-8"))
    return found


def keep(table: str, rows: Mapping[str, Row]) -> None:
    """Put rows of a table in the place of those that were measured before, and write the pages.

    Raises:
        KeyError: a row has no name here.
    """
    known = measured()
    names = {"scans": _SCANS, "formats": _FORMATS}[table]
    every = {**known[table], **rows}
    if nameless := every.keys() - names.keys():
        raise KeyError(f"name these in {Path(__file__).name}: {', '.join(sorted(nameless))}")
    known[table] = {name: every[name] for name in names if name in every}
    MEASURED.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", "utf-8")
    write()


def write() -> None:
    """Write the tables of both pages."""
    for lang, page in PAGES.items():
        page.write_text(with_tables(page.read_text("utf-8"), lang), "utf-8")


def with_tables(page: str, lang: str) -> str:
    """Return a page with its tables as they were measured."""
    known = measured()
    for table, lines in (
        ("scans", _table(_SCAN_COLUMNS, _scans(known["scans"], lang), lang)),
        ("formats", _table(_FORMAT_COLUMNS, _formats(known["formats"], lang), lang)),
    ):
        begin, end = f"<!-- measured: {table} -->\n", "<!-- end -->\n"
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(end)
        page = f"{before}{begin}{''.join(lines)}{end}{after}"
    return page


def _scans(rows: Mapping[str, Row], lang: str) -> Iterator[list[str]]:
    for name, row in rows.items():
        called = _SCANS[name]
        yield [
            _said(called, lang),
            str(row["examples"]),
            _share(row, lang),
            *(str(row[each]) for each in ("other", "missed", "silent")),
            f"{row['seconds']:.1f}{called.each_zh if lang == 'zh' else called.each_en}",
        ]


def _formats(rows: Mapping[str, Row], lang: str) -> Iterator[list[str]]:
    for name, row in rows.items():
        yield [
            _said(_FORMATS[name], lang),
            _share(row, lang),
            str(row["other"]),
            f"{row['milliseconds']:.1f}",
        ]


def _table(columns: tuple[Called, ...], rows: Iterator[list[str]], lang: str) -> Iterator[str]:
    """Yield the lines of a table; the first of its columns is words, the others are numbers."""
    yield _line([_said(each, lang) for each in columns])
    yield _line(["---", *["---:"] * (len(columns) - 1)])
    yield from map(_line, rows)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _said(called: Called, lang: str) -> str:
    return called.zh if lang == "zh" else called.en


def _share(row: Row, lang: str) -> str:
    exact, total = row["exact"], row["total"]
    share = "" if exact == total else f"{exact / total * 100:.1f}"
    if lang == "zh":
        return f"{exact}/{total}" + (f"（{share}%）" if share else "")
    return f"{exact} of {total}" + (f" ({share} %)" if share else "")


if __name__ == "__main__":
    write()
