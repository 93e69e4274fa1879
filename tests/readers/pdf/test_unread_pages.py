"""What may stand on a page of a PDF that cannot be read is a question, never missing."""

import io
import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

import specvalidator as sv
from readers.pdf.sheets import Sheets
from specvalidator.cli import run
from specvalidator.document import Document, paragraphs_of
from specvalidator.extract import extract
from specvalidator.models import Kind
from specvalidator.places import PdfPlace, Source
from specvalidator.readers.pdf import read_pdf

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


# ── letters without a meaning ────────────────────────────────────────────────────────────


def drawn_draft(title: str = "竹篮编织", applicants: str = "二、适用对象") -> bytes:
    sheets = Sheets().text(180, 72, f"{title}专项职业能力考核规范", size=18)
    sheets.text(70, 110, "一、定义").text(70, 130, "运用篾刀等工具，在室内，编织竹篮的能力。")
    sheets.text(70, 150, applicants).text(70, 170, "求职、就业的人员。")
    return sheets.text(70, 210, "三、考核要求").text(70, 230, "（一）申报条件").data()


@pytest.mark.parametrize(
    "label", ["二、适\ue001对象", "二、适用\ue001象", "二、\ue001用对象", "二、适用对\ue001"]
)
def test_a_label_with_a_letter_without_meaning_is_made_out_and_asked_about(label: str) -> None:
    (submission,) = sv.read(drawn_draft(applicants=label))
    report = sv.check(submission)

    assert not [remark for remark in submission.remarks if remark.kind == "misprint"]
    assert "missing-applicants" not in {
        finding.rule for finding in report.findings if finding.kind == "fail"
    }
    assert [remark.path for remark in submission.doubts].count("") == 1


def test_what_may_be_missing_only_because_a_label_cannot_be_made_out_is_asked_about() -> None:
    (report,) = sv.validate(drawn_draft(applicants="二、\ue001\ue002\ue003象"))

    assert report.verdict == "review"
    assert "missing-applicants" in {finding.rule for finding in report.findings}


def test_a_title_with_a_letter_without_meaning_is_not_inconsistent() -> None:
    (report,) = sv.validate(drawn_draft(title="竹\ue001编织"))

    assert "inconsistent-name" not in {finding.rule for finding in report.findings}


def test_a_sign_before_an_item_is_a_bullet_and_elsewhere_cannot_be_made_out() -> None:
    sheets = Sheets().text(70, 100, "\uf06c 面粉的种类").text(70, 140, "\uf0fe")
    document = read_pdf(sheets.text(70, 180, "水温\uf0e0知识").data())
    found = [(each.text, each.unread) for each in paragraphs_of(document.blocks)]

    assert found == [
        ("• 面粉的种类", None), ("\ufffd", "garbled"), ("水温\ufffd知识", "garbled")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "text", "why"),
    [(4, "渔网编结¹", "raised"), (-3, "渔网编结1", "lowered"), (0, "渔网编结1", "on the line")],
)
def test_small_raised_figures_are_marks(above: float, text: str, why: str) -> None:
    sheets = Sheets().text(70, 100, "渔网编结")
    document = read_pdf(sheets.text(118, 104 - above, "1", size=7).data())

    assert [each.text for each in paragraphs_of(document.blocks)] == [text], why


def test_a_raised_figure_behind_a_number_is_no_part_of_it() -> None:
    sheets = Sheets().text(70, 100, "实行百分制，60").text(154, 98, "2", size=7)
    document = read_pdf(sheets.text(158, 100, "分以上为合格。").data())

    assert [each.text for each in paragraphs_of(document.blocks)] == [
        "实行百分制，60分以上为合格。"
    ]


def test_radicals_are_the_letters_that_they_are_in_labels_too() -> None:
    full = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写的时候要写"
    document = read_pdf(Sheets().lines(70, 100, [full, "⼆、适⽤对象"]).data())

    assert [each.text for each in paragraphs_of(document.blocks)] == [full, "二、适用对象"]


# ── pages that we put in front ───────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["07-faults-tea", "12-misprints-cloth-shoes"])
def test_a_marked_copy_with_its_summary_is_read_as_the_draft_it_holds(name: str) -> None:
    data = (DRAWN / f"{name}.pdf").read_bytes()
    before, after = (
        [
            (finding.rule, finding.kind)
            for report in sv.validate(each)
            for finding in report.findings
        ]
        for each in (data, sv.annotate(data, summary=True))
    )

    assert after == before


def test_pages_in_our_face_behind_others_are_read() -> None:
    marked = sv.annotate((DRAWN / "07-faults-tea.pdf").read_bytes(), summary=True)
    behind = joined(drawn_draft(), marked)

    assert "规范校验汇总" in {each.text for each in paragraphs_of(read_pdf(behind).blocks)}
