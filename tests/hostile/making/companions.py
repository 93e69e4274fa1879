"""Hostile files of the kinds that people keep beside submissions, or are given by others."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from hostile.making.answers import letters
from specvalidator.reports.word_letter.template import default_template

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_IDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<row><c t="inlineStr"><is><t>项目名称</t></is></c></row>'
_DATA = letters(300_000)


class Companion(NamedTuple):
    """A file that the program is told to use, and that is broken or made to hurt."""

    name: str
    why: str
    options: tuple[str, ...]
    """Each of which it is handed to."""
    make: Callable[[], bytes]


COMPANIONS: list[Companion] = []


def _beside(
    name: str, why: str, *options: str
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Return what adds a companion that the decorated function makes."""

    def add(make: Callable[[], bytes]) -> Callable[[], bytes]:
        COMPANIONS.append(Companion(name, why, options or (_OF[name[-4:]],), make))
        return make

    return add


_OF = {"xlsx": "--catalogue", ".csv": "--catalogue", "docx": "--template"}
_TABLES = ("--pack", "--config", "--waivers")


def workbook(
    *rows: str, shared: str = "", styles: str = "", sheets: int = 1, names: int = 1
) -> bytes:
    """Return a workbook as small as can be.

    Args:
        rows: of its first sheet, in XML.
        shared: the strings that cells point at.
        styles: how numbers look.
        sheets: how many there are.
        names: how many names there are for the part that all of them are.
    """
    named = "".join(f'<sheet name="{k}" r:id="s{k % names}"/>' for k in range(sheets))
    beside = {"x": ("sharedStrings", "sharedStrings.xml"), "y": ("styles", "styles.xml")}
    beside |= {f"s{k}": ("worksheet", "sheet.xml") for k in range(names)}
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _related({"a": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": _part("workbook", f"<sheets>{named}</sheets>"),
            "xl/_rels/workbook.xml.rels": _related(beside),
            "xl/sheet.xml": _part("worksheet", f"<sheetData>{_HEAD}{''.join(rows)}</sheetData>"),
            "xl/sharedStrings.xml": _part("sst", shared),
            "xl/styles.xml": _part("styleSheet", styles),
        }
    )


def _part(name: str, inside: str) -> str:
    return f'<{name} xmlns="{_MAIN}" xmlns:r="{_IDS}">{inside}</{name}>'


def _related(parts: Mapping[str, tuple[str, str]]) -> str:
    each = (
        f'<Relationship Id="{id_}" Type="{_IDS}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _zip(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _numbers(count: int, cell: str = "<c><v>{}</v></c>") -> Iterator[str]:
    """Yield rows of one number each, which no compression makes small."""
    choose = random.Random(count)  # noqa: S311 - to be the same each time, not to be secret
    for _ in range(count):
        yield f"<row>{cell.format(choose.random())}</row>"


def _names(count: int) -> Iterator[str]:
    for k in range(count):
        name = _DATA[k * 6 % 299_990 :][:5]
        yield f'<row><c t="inlineStr"><is><t>{name}</t></is></c></row>'


def _lines(line: str) -> bytes:
    """Return a table of nothing but this line, as large as may be."""
    whole = line.encode()
    return whole * (3_900_000 // len(whole))


# ── catalogues ───────────────────────────────────────────────────────────────────────────


@_beside("pointing.xlsx", "cells that all point at long texts")
def _pointing() -> bytes:
    shared = "".join(f"<si><t>{_DATA[k * 5_000 :][:5_000]}</t></si>" for k in range(60))
    cells = (f'<row><c t="s"><v>{k % 60}</v></c></row>' for k in range(40_000))
    return workbook(*cells, shared=shared)


@_beside("far.xlsx", "rows of which only the 256th cell is there")
def _far() -> bytes:
    return workbook(*_numbers(3_800, '<c r="IV1"><v>{}</v></c>'))


@_beside("far-and-many.xlsx", "15 million cells, of which 60,000 are there")
def _far_and_many() -> bytes:
    return workbook(*_numbers(60_000, '<c r="IV1"><v>{}</v></c>'))


@_beside("one-sheet-often.xlsx", "one sheet that is there 4,000 times")
def _one_sheet() -> bytes:
    return workbook(*_names(9_000), sheets=4_000)


@_beside("sheet-of-many-names.xlsx", "one sheet under 4,000 names")
def _many_names() -> bytes:
    return workbook(*_names(9_000), sheets=4_000, names=4_000)


@_beside("wrong-numbers.xlsx", "numbers of formats that are none")
def _wrong_numbers() -> bytes:
    format_, look = '<numFmt numFmtId="a" formatCode="yy"/>', '<xf numFmtId="b"/>'
    styles = f"<numFmts>{format_}</numFmts><cellXfs>{look}</cellXfs>"
    return workbook(*_names(1), styles=styles)


@_beside("long-numbers.xlsx", "pointers of 5,000 digits")
def _long_numbers() -> bytes:
    digits = "9" * 5_000
    return workbook(f'<row><c t="s"><v>{digits}</v></c><c s="{digits}"><v>1</v></c></row>')


@_beside("brackets.xlsx", "formats of nothing but brackets")
def _format_brackets() -> bytes:
    codes = (f"{'[' * 20_000}{_DATA[k * 900 :][:900]}" for k in range(40))
    formats = (f'<numFmt numFmtId="200" formatCode="{code}"/>' for code in codes)
    return workbook(styles=f"<numFmts>{''.join(formats)}</numFmts>")


@_beside("swelling.xlsx", "a sheet that swells")
def _swelling() -> bytes:
    return workbook("<row/>" * 5_000_000)


@_beside("brackets.csv", "a heading of nothing but brackets")
def _brackets() -> bytes:
    return ("（）" * 40 + "x,b\n拉面制作,2020-01-01\n").encode()


@_beside("commas.csv", "a million Chinese commas")
def _commas() -> bytes:
    return _lines("，")


@_beside("titles.csv", "cells that are nothing but titles")
def _titles() -> bytes:
    return _lines("目录（" * 14_000 + "\n")


@_beside("rows.csv", "two million rows")
def _rows() -> bytes:
    return _lines("a\n")


@_beside("parted.csv", "480,000 rows whose columns are parted by blanks")
def _parted() -> bytes:
    return _lines("a b c d\n")


@_beside("columns.csv", "four million columns")
def _columns() -> bytes:
    return _lines(",")


@_beside("quotes.csv", "quotation marks without end")
def _quotes() -> bytes:
    return _lines('"')


@_beside("numbers.csv", "numbers before a name, again and again")
def _numbered() -> bytes:
    return _lines("1." * 19 + "甲\n")


@_beside("large.csv", "100 MB")
def _large() -> bytes:
    return b"a" * 100_000_000


# ── packs, settings and waivers ──────────────────────────────────────────────────────────


@_beside("deep.toml", "lists in lists, 100,000 deep", *_TABLES)
def _deep() -> bytes:
    return b"a=" + b"[" * 100_000


@_beside("deep-tables.toml", "tables in tables, 20,000 deep", *_TABLES)
def _deep_tables() -> bytes:
    return b"a=" + b"{a=" * 20_000


@_beside("dots.toml", "a key of 200,000 parts", *_TABLES)
def _dots() -> bytes:
    return b"a" + b".a" * 200_000 + b"=1"


@_beside("tables.toml", "300,000 tables", *_TABLES)
def _tables() -> bytes:
    return b"".join(b"[a%d]\n" % k for k in range(300_000))


@_beside("tables-allowed.toml", "as many tables as there may be", *_TABLES)
def _tables_allowed() -> bytes:
    return b"".join(b"[a%d]\n" % k for k in range(100_000))


@_beside("large.toml", "a remark of 100 MB", *_TABLES)
def _remark() -> bytes:
    return b"# " + b"a" * 100_000_000


@_beside("digits.toml", "a number of 5,000 digits", *_TABLES)
def _digits() -> bytes:
    return b"a=" + b"9" * 5_000


@_beside("waivers.toml", "waivers whose patterns match in many ways", "--waivers")
def _waivers() -> bytes:
    waiver = '[[waivers]]\nrule="weight-total"\nreason="甲"\nexpires=2099-01-01\n'
    patterns = (f"{'**/' * 12}*a*a*a*a*a*b{k}" for k in range(7_000))
    return "".join(f'{waiver}document="{pattern}"\n' for pattern in patterns).encode()


# ── templates of letters ─────────────────────────────────────────────────────────────────

_CONTROL = (
    b'<w:sdt><w:sdtPr><w:tag w:val="points"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
)


def _template(*changes: tuple[bytes, bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """Return our template of letters with something else in its text, and more members."""
    with zipfile.ZipFile(io.BytesIO(default_template("zh"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for old, new in changes:
        members["word/document.xml"] = members["word/document.xml"].replace(old, new, 1)
    return _zip({**members, **(more or {})})


@_beside("controls.docx", "60,000 controls, each for all points")
def _controls() -> bytes:
    return _template((b"<w:body>", b"<w:body>" + _CONTROL * 60_000))


@_beside("controls-allowed.docx", "as many controls as there may be")
def _controls_allowed() -> bytes:
    return _template((b"<w:body>", b"<w:body>" + _CONTROL * 900))


@_beside("paragraphs.docx", "two million paragraphs")
def _paragraphs() -> bytes:
    return _template((b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_000))


@_beside("doctype.docx", "an entity")
def _doctype() -> bytes:
    return _template((b"<w:document", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:document"))


@_beside("bomb.docx", "a picture of 400 MB of nothing")
def _bomb() -> bytes:
    return _template(more={"word/media/a.png": bytes(400_000_000)})
