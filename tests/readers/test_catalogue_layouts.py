"""Catalogues as bureaus keep them: whatever stands around the names, the names are read."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import pytest

from specvalidator.catalogue import Published
from specvalidator.errors import BadCatalogue
from specvalidator.readers.catalogues import read_catalogue

FIRST, SECOND = dt.date(2021, 3, 15), dt.date(2022, 9, 1)
EXPECTED = (
    Published("渔网修补", FIRST),
    Published("海参加工", FIRST),
    Published("花饽饽制作", SECOND),
    Published("苹果套袋", SECOND),
)
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
Row = Sequence[str | dt.date | int]


def _cell(value: str | dt.date | int, at: str, shared: list[str]) -> str:
    if isinstance(value, dt.date):
        return f'<c r="{at}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    shared.append(value)
    return f'<c r="{at}" t="s"><v>{len(shared) - 1}</v></c>'


def workbook(*sheets: Sequence[Row], hidden: Sequence[int] = ()) -> bytes:
    """Return a workbook; a row may leave cells empty by ""."""
    shared: list[str] = []
    parts = {}
    for number, rows in enumerate(sheets, 1):
        lines = [
            f'<row r="{at}">'
            + "".join(
                _cell(value, f"{chr(65 + column)}{at}", shared)
                for column, value in enumerate(row)
                if value != ""
            )
            + "</row>"
            for at, row in enumerate(rows, 1)
        ]
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{SPACE}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
        )
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}"'
        + (' state="hidden"/>' if n in hidden else "/>")
        for n in numbers
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{SPACE}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'
    )
    related = [
        *(
            f'Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"'
            for n in numbers
        ),
        f'Id="rIdS" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"',
        f'Id="rIdL" Type="{RELATIONS}/styles" Target="styles.xml"',
    ]
    parts["xl/_rels/workbook.xml.rels"] = _relations(related)
    parts["_rels/.rels"] = _relations(
        [f'Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"']
    )
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{SPACE}">'
        + "".join(f"<si><t>{escape(each)}</t></si>" for each in shared)
        + "</sst>"
    )
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{SPACE}"><numFmts><numFmt numFmtId="176" '
        'formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>'
    )
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(related: Sequence[str]) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}">'
        + "".join(f"<Relationship {each}/>" for each in related)
        + "</Relationships>"
    )


def text(lines: str, encoding: str = "utf-8") -> bytes:
    return lines.encode(encoding)


LAYOUTS = {
    "CSV from Excel in GBK with two title lines": text(
        "海平市专项职业能力考核项目目录（第三批）,,,\n（截至2023年底）,,,\n序号,类别,项目名称,公布日期\n"
        "1,水产,渔网修补,2021/3/15\n2,水产,海参加工,2021/3/15\n3,食品,花饽饽制作,2022/9/1\n"
        "4,农业,苹果套袋,2022/9/1\n",
        "gb18030",
    ),
    "tabs, and a heading that says more": text(
        "编码\t专项职业能力名称（全称）\t对应职业\t首次公布时间\nZ1\t渔网修补\t渔网具工\t2021年3月15日\n"
        "Z2\t海参加工\t水产品加工工\t2021年3月15日\nZ3\t花饽饽制作\t中式面点师\t2022年9月1日\n"
        "Z4\t苹果套袋\t果树工\t2022年9月1日\n"
    ),
    "semicolons, and the day of asking before that of publishing": text(
        "申报日期;考核项目;发布日期;备注\n2020-11-02;渔网修补;2021-03-15;\n2020-11-03;海参加工;2021-03-15;修订于2023-01-01\n"
        "2022-05-05;花饽饽制作;2022-09-01;\n2022-05-06;苹果套袋;2022-09-01;\n"
    ),
    "merged categories": text(
        "类别,项目,公布时间\n水产类,渔网修补,2021.3.15\n,海参加工,2021.3.15\n食品农业类,花饽饽制作,2022.9.1\n"
        ",苹果套袋,2022.9.1\n",
        "gb18030",
    ),
    "remarks below": text(
        "序号,项目名称,公布日期\n1,渔网修补,2021-03-15\n2,海参加工,2021-03-15\n3,花饽饽制作,2022-09-01\n"
        "4,苹果套袋,2022-09-01\n,,\n备注：以上项目自公布之日起开展考核。,,\n填表单位：海平市人社局,,\n合计,4,\n"
    ),
    "two tables side by side": text(
        "序号,项目名称,公布日期,序号,项目名称,公布日期\n1,渔网修补,2021-03-15,3,花饽饽制作,2022-09-01\n"
        "2,海参加工,2021-03-15,4,苹果套袋,2022-09-01\n"
    ),
    "two tables side by side with a gap, the second one shorter": text(
        "项目名称,公布日期,,项目名称,公布日期\n渔网修补,2021-03-15,,苹果套袋,2022-09-01\n"
        "海参加工,2021-03-15,,,\n花饽饽制作,2022-09-01,,,\n"
    ),
    "UTF-16 out of a spreadsheet": text(
        "序号\t项目名称\t公布日期\r\n1\t渔网修补\t2021-03-15\r\n2\t海参加工\t2021-03-15\r\n"
        "3\t花饽饽制作\t2022-09-01\r\n4\t苹果套袋\t2022-09-01\r\n",
        "utf-16",
    ),
    "a workbook with a merged title and days as days": workbook(
        [
            ("海平市专项职业能力考核项目目录",),
            ("序号", "类别", "项目名称", "公布日期"),
            (1, "水产", "渔网修补", FIRST),
            (2, "", "海参加工", FIRST),
            (3, "食品", "花饽饽制作", SECOND),
            (4, "农业", "苹果套袋", SECOND),
            ("注：带*的为试行项目。",),
        ]
    ),
    "a workbook with a sheet for each batch, and one of notes": workbook(
        [("项目名称", "公布日期"), ("渔网修补", FIRST), ("海参加工", FIRST)],
        [("项目名称", "公布日期"), ("花饽饽制作", SECOND), ("苹果套袋", SECOND)],
        [("填表说明",), (1, "请按批次填写", "不得空项"), (2, "日期写全", "不得涂改")],
    ),
    "a workbook with a hidden draft": workbook(
        [("序号", "专项能力", "批准时间"), (1, "渔网修补", FIRST), (2, "海参加工", FIRST),
         (3, "花饽饽制作", SECOND), (4, "苹果套袋", SECOND)],
        [("项目名称",), ("尚未公布的项目",)],
        hidden=[2],
    ),
    "a workbook of two tables side by side": workbook(
        [
            ("编号", "项目名称", "公布日期", "", "编号", "项目名称", "公布日期"),
            ("A1", "渔网修补", FIRST, "", "A3", "花饽饽制作", SECOND),
            ("A2", "海参加工", FIRST, "", "A4", "苹果套袋", SECOND),
        ]
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_read(data: bytes) -> None:
    assert sorted(read_catalogue(data)) == sorted(EXPECTED)


REFUSED = {
    "a saved web page": text(
        "<html><head><meta charset='gbk'></head><body><table><tr><td>项目名称</td></tr>"
        "<tr><td>渔网修补</td></tr></table></body></html>",
        "gb18030",
    ),
    "a web page as an archive": text(
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>\n"
    ),
    "two columns of names without headings": text("水产加工,渔网修补\n食品加工,花饽饽制作\n"),
    "a workbook that names nothing": workbook([("序号", "金额"), (1, 200), (2, 300)]),
    "a workbook cut off": workbook([("项目名称",), ("渔网修补",)])[:-200],
    "a Word file": b"PK\x03\x04" + b"word/document.xml" * 3,
    "an old workbook": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512,
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_not_understood_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(BadCatalogue) as refused:
        read_catalogue(data)
    assert "目录文件" in refused.value.words.zh
