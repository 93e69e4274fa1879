"""What may stand on a page of a PDF that cannot be read is a question, never missing."""

import io
import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

import specvalidator as sv
from readers.pdf.sheets import Sheets
from specvalidator.cli import run
from specvalidator.document import Document
from specvalidator.extract import extract
from specvalidator.models import Kind
from specvalidator.places import PdfPlace, Source

DRAWN = Path(__file__).parents[3] / "examples" / "pdf" / "drawn"
GAPS = [
    ("08-faults-nameless", "fail", "no name, no content table, no method"),
    ("24-site-gaps", "fail", "no equipment, no managers, no examiners"),
    ("32-announcement-plain", "fail", "two items are absent"),
]
INCOMPLETE = {
    "incomplete-task",
    "missing-ability-name",
    "missing-announcement-item",
    "missing-applicants",
    "missing-content-table",
    "missing-definition",
    "missing-equipment",
    "missing-field",
    "missing-managers",
    "missing-name",
    "missing-requirement",
    "missing-venue",
    "too-few-examiners",
    "too-few-tasks",
    "weight-total",
}
"""Rules whose fault may be mended by what stands on another page."""


def scan() -> bytes:
    return Sheets().image(20, 20, 575, 822).data()


def joined(*files: bytes) -> bytes:
    """The pages of several files as one file."""
    whole = pdfium.PdfDocument.new()
    for data in files:
        source = pdfium.PdfDocument(data)
        whole.import_pages(source)
        source.close()
    out = io.BytesIO()
    whole.save(out)
    whole.close()
    return out.getvalue()


@pytest.mark.parametrize(("name", "verdict", "why"), GAPS)
def test_what_is_missing_beside_a_scanned_page_is_left_to_a_person(
    name: str, verdict: str, why: str
) -> None:
    whole = (DRAWN / f"{name}.pdf").read_bytes()
    (before,) = sv.validate(whole)
    (after,) = sv.validate(joined(whole, scan()))

    assert before.verdict == verdict, why
    assert after.verdict == "review", why
    missing = [finding for finding in after.findings if finding.rule in INCOMPLETE]
    assert {finding.rule for finding in missing} == {
        finding.rule for finding in before.findings if finding.rule in INCOMPLETE
    }
    assert {finding.kind for finding in missing} == {"review"}
    asked = [finding for finding in missing if finding.location.written is None]
    assert asked
    assert all("扫描的页面（第2页）" in finding.message for finding in asked)


def test_a_list_that_may_go_on_on_the_scanned_page_is_not_too_short() -> None:
    (report,) = sv.validate(joined((DRAWN / "06-faults-net-mending.pdf").read_bytes(), scan()))
    kinds = {finding.rule: finding.kind for finding in report.findings}

    assert kinds["too-few-tasks"] == kinds["weight-total"] == "review"
    # What is written on the page that was read is as wrong as before.
    assert kinds["job-title-suffix"] == kinds["wrong-pass-mark"] == "fail"


def test_a_page_that_cannot_be_read_is_said_of_a_form_without_any_fault() -> None:
    (report,) = sv.validate(joined((DRAWN / "01-bamboo-basket.pdf").read_bytes(), scan()))

    assert report.verdict == "review"
    assert [finding.rule for finding in report.findings] == ["unreadable-value"]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "扫描的页面（第2页）"), ("en", "a scanned page (page 2)")]
)
def test_the_command_line_says_which_page(
    lang: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.pdf"
    file.write_bytes(joined((DRAWN / "08-faults-nameless.pdf").read_bytes(), scan()))

    status = run(["check", str(file), "--format", "json", "--lang", lang])
    (report,) = json.loads(capsys.readouterr().out)["reports"]

    assert status == 0
    assert report["verdict"] == "review"
    assert all(words in finding["message"] for finding in report["findings"])


@pytest.mark.parametrize(
    ("part", "zh", "en"),
    [
        ("embedded-file", "嵌入的文件", "an embedded file"),
        ("xfa-form", "XFA动态表单", "an XFA form"),
        ("nested-too-deep", "嵌套过深的表格或文本框", "nested too deep"),
        ("damaged", "损坏的页面（第3页）", "a damaged page (page 3)"),
        ("scan", "扫描的页面（第3页）", "a scanned page (page 3)"),
    ],
)
@pytest.mark.parametrize("kind", ["specification", "application", "announcement"])
def test_every_part_that_the_reader_leaves_is_said_in_both_languages(
    kind: Kind, part: str, zh: str, en: str
) -> None:
    place = PdfPlace(page=3, box=(0, 0, 1, 1)) if "page" in en else None
    document = Document((), "application/pdf", ((part, place),))
    source = Source(name="draft.pdf", media_type="application/pdf", sha256=None, size=None)
    (submission,) = extract(document, source, kind)

    (remark,) = [remark for remark in submission.doubts if remark.path == ""]
    assert zh in remark.message.zh
    assert en in remark.message.en


# ── what is on the page and not read ─────────────────────────────────────────────────────


def with_struck_line() -> bytes:
    """A draft with a line through one of its sentences."""
    sheets = Sheets().text(180, 72, "竹篮编织专项职业能力考核规范", size=18)
    sheets.text(70, 110, "一、定义").text(70, 130, "运用篾刀等工具，在室内，编织竹篮的能力。")
    sheets.text(70, 150, "二、适用对象").text(70, 170, "求职、就业的人员。")
    sheets.text(70, 190, "初级以上人员除外。").line(70, 196, 178, 196)
    return sheets.text(70, 210, "三、考核要求").text(70, 230, "（一）申报条件").data()


def test_struck_out_text_is_noted_and_not_read() -> None:
    (submission,) = sv.read(with_struck_line())
    report = sv.check(submission, lang="en")

    assert getattr(submission.model, "applicants", None) == "求职、就业的人员。"
    (note,) = [finding for finding in report.findings if finding.rule == "hidden-text"]
    assert (note.kind, note.severity) == ("fail", "note")
    assert note.message == "On page 1 is struck-out text (“初级以上人员除外。”); it was not read."


def test_a_watermark_is_noted_once_however_many_pages_show_it() -> None:
    sheets = Sheets()
    for number, name in enumerate(("竹篮编织", "豆腐制作")):
        if number:
            sheets.next()
        sheets.text(180, 72, f"{name}专项职业能力考核规范", size=18)
        sheets.text(70, 110, "一、定义").text(70, 130, "运用工具，在室内，制作的能力。")
        sheets.text(70, 150, "二、适用对象").text(70, 170, "求职、就业的人员。")
        sheets.text(150, 600, "征求意见稿", size=50, gray=0.8, turn=-40)
    reports = sv.validate(sheets.data())

    notes = [
        [finding.message for finding in report.findings if finding.rule == "hidden-text"]
        for report in reports
    ]
    assert notes == [
        ["第1页有水印（“征求意见稿”），未作为内容读取。"],
        ["第2页有水印（“征求意见稿”），未作为内容读取。"],
    ]
