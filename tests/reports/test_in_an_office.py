"""Letters and workbooks as LibreOffice opens them: without repair, and text only as text."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.reports import Style
from specvalidator.reports.word_letter import word_letter
from specvalidator.reports.workbook import render_workbook
from specvalidator.typesetting import flowed, visible
from tools import CALC, LIBREOFFICE, absent, program

Make = Callable[..., Any]
FAULTY = Path(__file__).parents[2] / "examples/06-faults-net-mending.docx"
FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", '=HYPERLINK("a")', "5%")
STRANGE = tuple(text for text in (*FORMULAS, *HOSTILE) if "\ud800" not in text)
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
CAN_ACT = (TEXT + "a", OFFICE + "event-listeners", TABLE + "dde-link")
"""What an office program follows or runs."""


@pytest.fixture
def soffice() -> str:
    """LibreOffice with its spreadsheets."""
    found = program(LIBREOFFICE)
    return found if Path(found).resolve().with_name("libsclo.so").exists() else absent(CALC)


def opened(soffice: str, file: Path, suffix: str) -> etree._Element:
    """Return what LibreOffice has of a file, as flat XML beside it."""
    profile = file.with_name("profile").as_uri()
    subprocess.run(  # noqa: S603 - our own file, and the program that was found
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix,
         "--outdir", str(file.parent), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return etree.parse(file.with_suffix(f".{suffix}")).getroot()


def words(element: etree._Element) -> list[str]:
    """Return the paragraphs below an element; a run of blanks is an element there."""
    for gap in element.iter(TEXT + "s", TEXT + "tab", TEXT + "line-break"):
        gap.text = " "
    return [flowed("".join(map(str, each.itertext()))) for each in element.iter(TEXT + "p")]


def test_a_workbook_opens_with_links_that_lead_to_the_copies(
    soffice: str, tmp_path: Path, finding: Make, report: Make, failure: Make
) -> None:
    copies = {"东区/甲.docx": "批注/东区/甲 #1（50%）.docx", "乙.docx": "批注/a&b's.docx"}
    for copy in copies.values():
        (tmp_path / copy).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / copy).write_bytes(b"")
    strange = [finding(message=text, suggestion=text, written=text) for text in STRANGE]
    reports = [report(*strange, name="东区/甲.docx"), report(name="乙.docx", subject="=1+1")]
    (file := tmp_path / "汇总.xlsx").write_bytes(
        render_workbook(reports, [failure("=2+2.docx")], Style(copies=copies))
    )
    root = opened(soffice, file, "fods")
    tables = {each.get(TABLE + "name"): each for each in root.iter(TABLE + "table")}
    assert list(tables) == ["材料", "问题", "未读取的文件", "常见问题"]
    links = [urljoin(file.as_uri(), each.get(LINK) or "") for each in root.iter(TEXT + "a")]
    assert [Path(unquote(each.removeprefix("file://"))) for each in links] == [
        tmp_path / copy for copy in copies.values()
    ]
    cells = list(root.iter(TABLE + "table-cell"))
    assert not any(each.get(TABLE + "formula") for each in cells)
    assert {each.tag for each in root.iter(*CAN_ACT)} == {TEXT + "a"}
    assert {flowed(visible(text)) for text in STRANGE} <= set(words(tables["问题"]))
    assert len(list(root.iter(TABLE + "database-range"))) == len(tables)


def test_a_letter_opens_with_every_point_and_nothing_that_acts(
    soffice: str, tmp_path: Path, finding: Make
) -> None:
    (faulty,) = sv.validate(FAULTY)
    strange = [finding(message=text, suggestion=text, written=text) for text in STRANGE]
    made = faulty.model_copy(update={"findings": (*faulty.findings, *strange)})
    (file := tmp_path / "意见.docx").write_bytes(word_letter(made, None, "zh"))
    root = opened(soffice, file, "fodt")
    said = "".join("".join(words(root)).split())
    for text in (*(each.message for each in faulty.findings), *STRANGE):
        assert "".join(visible(flowed(text)).split()) in said
    assert not list(root.iter(*CAN_ACT))
    assert not [each for each in root.iter() if (each.get(LINK) or "").startswith("http")]
