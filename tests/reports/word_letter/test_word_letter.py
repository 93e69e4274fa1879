"""The letter as a Word file: what it says, on whose paper, and a stranger's text only as text."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.errors import BadTemplate
from specvalidator.reports.word_letter import word_letter
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[3] / "examples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def fields(data: bytes) -> dict[str, list[str]]:
    """Return the lines of each tagged control."""
    found = {}
    for control in body(data).iter(W + "sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            lines = [
                "".join(text.text or "" for text in line.iter(W + "t"))
                for line in control.iter(W + "p")
            ]
            found[tag.get(W + "val") or ""] = lines or [
                "".join(text.text or "" for text in control.iter(W + "t"))
            ]
    return found


def template(*controls: str) -> bytes:
    """Return an office's own template with these controls in a paragraph or around one."""
    document = Document()
    document.add_paragraph("海平市人力资源和社会保障局（函）")
    stream = io.BytesIO()
    document.save(stream)
    parts = {}
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    parts["word/document.xml"] = xml.replace(
        "<w:sectPr", "".join(controls) + "<w:sectPr", 1
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def around(tag: str, look: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>'
        f'<w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>请填</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )


def within(tag: str) -> str:
    return (
        f'<w:p><w:r><w:t>事由：</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:rPr><w:i/></w:rPr><w:t>请填</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.docx")), ids=lambda path: path.stem)
def test_every_finding_of_an_example_is_a_numbered_point_with_what_to_do(
    path: Path, lang: Lang
) -> None:
    for report in sv.validate(path, lang=lang):
        said = fields(word_letter(report, None, lang))
        points = [line for line in said["points"] if line[:1].isdigit() and ". " in line[:4]]
        heads = {line.partition(". ")[2] for line in points}
        text = "\n".join(said["points"])
        for finding in report.findings:
            assert visible(flowed(finding.message)) in heads
            assert visible(flowed(finding.suggestion)) in text
            assert finding.clause.where in text
        assert len(said["checklist"]) == 2 + 2 * len(report.by_hand)


def test_the_same_report_gives_the_same_bytes_and_a_letter_is_a_template(report: Make) -> None:
    first = word_letter(report(), None, "zh")
    assert word_letter(report(), None, "zh") == first
    assert fields(word_letter(report(), None, "zh", first)) == fields(first)
    other = word_letter(report(subject="渔网修补"), None, "zh", first)
    assert "渔网修补" in fields(other)["title"][0]


def test_an_office_has_its_own_paper(finding: Make, report: Make) -> None:
    own = template(within("title"), around("points", "<w:color w:val='C00000'/>"))
    letter = word_letter(report(finding()), None, "zh", own)
    said = fields(letter)
    assert set(said) == {"title", "points"}
    assert "海平市人力资源和社会保障局（函）" in "".join(map(str, body(letter).itertext()))
    assert "事由：关于" in "".join(map(str, body(letter).itertext()))
    assert "请填" not in "".join(map(str, body(letter).itertext()))
    colours = {each.get(W + "val") for each in body(letter).iter(W + "color")}
    assert colours == {"C00000"}
    assert not list(body(letter).iter(W + "showingPlcHdr"))
    assert len(said["points"]) > 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "不是可以打开的 Word 文件", id="nothing"),
        pytest.param(b"PK\x03\x04", "不是可以打开的 Word 文件", id="half a zip"),
        pytest.param(template(within("title")), "points", id="no place for the points"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(report: Make, data: bytes, said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        word_letter(report(), None, "zh", data)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_is_text(text: str, finding: Make, report: Make) -> None:
    made = finding(message=text, suggestion=text, written=text)
    plain = word_letter(report(finding(message="x", suggestion="x", written="y")), None, "zh")
    letter = word_letter(report(made, subject=text, name=text), None, "zh")
    kinds = {each.tag for each in body(letter).iter()}
    assert kinds <= {each.tag for each in body(plain).iter()}
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        assert not any(b'TargetMode="External"' in archive.read(n) for n in archive.namelist())
