"""The faulty examples as PDF, marked: each highlight covers the words it is about, and is seen."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

import specvalidator as sv
from reports.marked_pdf.highlights import AUTHOR, Mark, covered, marks, words
from specvalidator.places import PdfPlace
from specvalidator.reports.marked_pdf.shapes import COLOURS
from tools import POPPLER, program

PDFS = Path(__file__).parents[3] / "examples" / "pdf"
WHITE = 240
METHOD = "先进行理论知识考试，再进行实际操作考核。实行百分制，70分以上为合格。"
EXPECTED: dict[str, dict[str, str | None]] = {
    "06-faults-net-mending": {
        "skill-level-in-name": "高级",
        "job-title-suffix": "工",
        "missing-applicants": None,
        "definition-off-format": "把用破了的渔网补好，让它还能接着下海使用。",
        "inconsistent-name": "渔网修补",
        "occupation-code-mismatch": "5-04-03-01渔网具工",
        "too-few-tasks": "工作任务",
        "weight-total": "考核比重",
        "steps-out-of-order": "3.按网线粗细备好梭子和网线",
        "incomplete-task": "",
        "tasks-out-of-order": "（三）补网",
        "weight-not-percentage": "45",
        "missing-requirement": None,
        "too-few-examiners-in-specification": "2",
        "separate-theory-exam": "理论知识考试",
        "wrong-pass-mark": "70",
        "duration-not-stated": METHOD,
    },
    "07-faults-tea": {
        "occupation-as-name": "茶艺师",
        "missing-definition": None,
        "missing-ability-name": "",
        "missing-occupation": "",
        "missing-safety-knowledge": "糕点",
        "weight-not-percentage": "适量",
        "duplicate-task": "冲泡",
        "missing-weight": "",
        "examiners-not-stated": "由熟悉茶艺的考评员组成考评组。",
        "method-not-stated": "考核时间为40分钟，满分100分，60分以上为合格。",
    },
    "08-faults-nameless": {
        "missing-name": "专项职业能力考核规范",
        "missing-content-table": "三、考核内容",
        "missing-requirement": "（三）考核方式与考核时间",
    },
    "09-collection": {"weight-total": "考核比重", "near-occupation-name": "修鞋"},
    "10-warnings-leather": {
        "definition-off-format": "清洗皮衣，去除污渍并上光，使皮衣恢复光泽。",
        "occupation-code-mismatch": "4-12-04-02洗衣师",
        "too-few-tasks": "工作任务",
        "steps-out-of-order": "4.擦洗均匀，不浸透皮面",
        "weight-not-percentage": "40",
        "too-few-examiners-in-specification": "2",
    },
}
OFTEN: dict[str, dict[str, list[str | None]]] = {
    "12-misprints-cloth-shoes": {"misprinted-label": ["定意", "考核比量", "职业领城", "适用对像"]},
    "23-site-faults": {
        "missing-signature": ["年月日", "负责人(签名)"],
        "too-few-examiners": ["家居保洁", "育婴员"],
        "incomplete-venue": ["()个操作室", "M²"],
        "incomplete-equipment": ["", "若干"],
        "project-named-as-job": ["员"],
        "staff-counts-disagree": ["11"],
    },
    "24-site-gaps": {"missing-venue": ["考核场地"], "missing-field": [""]},
    "25-site-questions": {"misprinted-label-in-application": ["考点地扯"]},
    "32-announcement-plain": {"missing-announcement-item": [None, None, "考核时间另行通知。"]},
}
"""What rules that speak several times cover, in order of letters."""
DRAWN: dict[str, dict[str, str | None]] = {
    "07-faults-tea": {"missing-occupation": "职业领域："},
    "08-faults-nameless": {
        "missing-content-table": "三、能力标准与鉴定内容",
        "missing-requirement": None,
    },
}
"""Where a drawn file has other headings and cells than its exported twin."""
FAULTY = sorted(
    path for path in PDFS.glob("*/*.pdf") if any(each.findings for each in sv.validate(path))
)


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("made", ["exported", "drawn"])
def test_each_highlight_covers_the_words_it_is_about(made: str, name: str) -> None:
    path = PDFS / made / f"{name}.pdf"
    differing = DRAWN.get(name, {}) if made == "drawn" else {}
    assert words(sv.annotate(path)) == EXPECTED[name] | differing


@pytest.mark.parametrize("name", OFTEN)
def test_each_of_several_highlights_covers_its_own_words(name: str) -> None:
    found = covered(sv.annotate(PDFS / "exported" / f"{name}.pdf"))
    for rule, expected in OFTEN[name].items():
        said = [each for spoken, each in found if spoken == rule]
        assert sorted(said, key=str) == sorted(expected, key=str), rule


@pytest.mark.parametrize("path", FAULTY, ids=_named)
def test_each_finding_has_a_note_on_its_page_behind_the_untouched_original(path: Path) -> None:
    data = path.read_bytes()
    copy = sv.annotate(path)
    assert copy.startswith(data)
    assert copy == sv.annotate(path)
    noted = marks(copy)
    findings = [finding for each in sv.validate(path) for finding in each.findings]
    assert sorted((mark.rule, mark.page) for mark in noted) == sorted(
        (finding.rule, getattr(finding.location.place, "page", 1)) for finding in findings
    )
    for finding in findings:
        said = "\n".join(mark.text for mark in noted if mark.rule == finding.rule)
        for part in (finding.message, f"\n条款：{finding.clause.where}", finding.suggestion):
            assert part in said
    assert {mark.author for mark in noted} == {AUTHOR}


@pytest.mark.parametrize("path", FAULTY, ids=_named)
def test_the_marked_copy_is_read_as_the_original(path: Path) -> None:
    copy = sv.read(sv.annotate(path), name=path.name)
    for after, before in zip(copy, sv.read(path), strict=True):
        assert after.model == before.model
        assert after.places.keys() == before.places.keys()
        for pointer, place in before.places.items():
            again = after.places[pointer]
            assert isinstance(place, PdfPlace)
            assert isinstance(again, PdfPlace)
            # Words that notes lie on are looked at letter by letter.
            assert again.box == pytest.approx(place.box, abs=2)
            assert again.page == place.page
            assert again.heading == place.heading
        assert after.remarks == before.remarks


def _colours(picture: Image.Image, mark: Mark) -> Iterator[tuple[int, ...]]:
    """Yield the colours of what a note covers, on a picture of a point for each pixel."""
    for left, bottom, right, top in mark.boxes:
        for x in range(int(left) + 2, int(right) - 1):
            for y in range(int(picture.height - top) + 2, int(picture.height - bottom) - 1):
                colour = picture.getpixel((x, y))
                assert isinstance(colour, tuple)
                yield colour


Draw = Callable[[bytes, Path], list[Image.Image]]


def _by_pdfium(data: bytes, _folder: Path) -> list[Image.Image]:
    return [page.render().to_pil().convert("RGB") for page in pdfium.PdfDocument(data)]


def _by_poppler(data: bytes, folder: Path) -> list[Image.Image]:
    pdftoppm = program(POPPLER)
    (folder / "marked.pdf").write_bytes(data)
    subprocess.run(  # noqa: S603 - our own file
        [pdftoppm, "-r", "72", "-png", "marked.pdf", "page"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("page-*.png"))]


@pytest.mark.parametrize("draw", [_by_pdfium, _by_poppler], ids=["pdfium", "poppler"])
@pytest.mark.parametrize("name", ["06-faults-net-mending", "09-collection", "23-site-faults"])
def test_every_viewer_shows_the_highlights(draw: Draw, name: str, tmp_path: Path) -> None:
    path = PDFS / "exported" / f"{name}.pdf"
    copy = sv.annotate(path)
    before, after = draw(path.read_bytes(), tmp_path), draw(copy, tmp_path)
    for mark in marks(copy):
        plain, lit = (list(_colours(pages[mark.page - 1], mark)) for pages in (before, after))
        changed = [old != new for old, new in zip(plain, lit, strict=True) if min(old) > WHITE]
        assert changed, mark
        assert all(changed), mark


def test_highlights_have_the_colour_of_their_gravity() -> None:
    copy = sv.annotate(PDFS / "exported" / "07-faults-tea.pdf")
    picture = _by_pdfium(copy, Path())[0]
    empty = next(mark for mark in marks(copy) if mark.rule == "missing-weight")
    wanted = tuple(round(255 * part) for part in COLOURS["error"])
    shown = list(_colours(picture, empty))
    near = [all(abs(a - b) <= 4 for a, b in zip(each, wanted, strict=True)) for each in shown]
    assert sum(near) > len(near) * 0.9
