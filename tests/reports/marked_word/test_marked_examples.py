"""The faulty examples, marked: each comment covers the words it is about, LibreOffice agrees."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree

import specvalidator
from reports.marked_word.marks import marks
from tools import LIBREOFFICE, program

EXAMPLES = Path(__file__).parents[3] / "examples"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

METHOD = "先进行理论知识考试，再进行实际操作考核。实行百分制，70分以上为合格。"
EXPECTED = {
    "06-faults-net-mending": {
        "skill-level-in-name": "高级",
        "job-title-suffix": "工",
        "missing-applicants": "高级渔网修补工专项职业能力考核规范",
        "definition-off-format": "把用破了的渔网补好，让它还能接着下海使用。",
        "inconsistent-name": "渔网修补",
        "occupation-code-mismatch": "5-04-03-01渔网具工",
        "too-few-tasks": "工作任务",
        "weight-total": "考核比重",
        "steps-out-of-order": "3.按网线粗细备好梭子和网线",
        "incomplete-task": "",
        "tasks-out-of-order": "（三）补网",
        "weight-not-percentage": "45",
        "missing-requirement": "三、鉴定要求",
        "too-few-examiners-in-specification": "2",
        "separate-theory-exam": "理论知识考试",
        "wrong-pass-mark": "70",
        "duration-not-stated": METHOD,
    },
    "07-faults-tea": {
        "occupation-as-name": "茶艺师",
        "missing-definition": "茶艺师专项职业能力考核规范",
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
    "10-warnings-leather": {
        "definition-off-format": "清洗皮衣，去除污渍并上光，使皮衣恢复光泽。",
        "occupation-code-mismatch": "4-12-04-02洗衣师",
        "too-few-tasks": "工作任务",
        "steps-out-of-order": "4.擦洗均匀，不浸透皮面",
        "weight-not-percentage": "40",
        "too-few-examiners-in-specification": "2",
    },
    "11-review-wheat-straw": {
        "unreadable-value": "麦秆画专项职业能力考核规范",
        "name-without-action": "麦秆画",
        "unknown-occupation": "民间工艺类",
        "under-age-in-eligibility": "15",
        "missing-requirement": "",
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_comment_covers_the_words_it_is_about(name: str) -> None:
    found = marks(specvalidator.annotate(EXAMPLES / f"{name}.docx"))
    assert {each.rule: each.words for each in found} == EXPECTED[name]


def test_misprints_are_covered_one_by_one() -> None:
    found = marks(specvalidator.annotate(EXAMPLES / "12-misprints-cloth-shoes.docx"))
    assert [each.words for each in found] == ["定意", "适用对像", "职业领城", "考核比量"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every marked example, with suggestions and without, as LibreOffice understands it."""
    soffice = program(LIBREOFFICE)
    folder = tmp_path_factory.mktemp("office")
    copies = []
    for path in sorted(EXAMPLES.glob("*.docx")):
        for suggest in (False, True):
            data = specvalidator.annotate(path, suggest=suggest)
            if data != path.read_bytes():
                copies.append(folder / f"{path.stem}{'-suggested' if suggest else ''}.docx")
                copies[-1].write_bytes(data)
    profile = folder.as_uri() + "/profile"
    subprocess.run(  # noqa: S603 - our own files, and the program that was found
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt",
         "--outdir", str(folder), *map(str, copies)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {path.stem: path for path in copies}


def test_libreoffice_hangs_each_comment_at_the_same_words(office: dict[str, Path]) -> None:
    assert len(office) > 10
    for path in office.values():
        ours = [(each.rule, each.words.replace("\n", "")) for each in marks(path.read_bytes())]
        assert sorted(_annotated(path.with_suffix(".fodt"))) == sorted(ours), path.stem


def _annotated(path: Path) -> list[tuple[str, str]]:
    """Return rule and words of each comment that LibreOffice has found in a file."""
    root = etree.parse(path).getroot()
    body = next(root.iter(OFFICE + "text"))
    open_now: dict[str, str] = {}
    rules: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for event, each in etree.iterwalk(body, events=("start", "end")):
        name = each.get(OFFICE + "name") or ""
        if _is_inside(each):
            continue
        if each.tag == OFFICE + "annotation":
            if event == "start":
                said = "".join(map(str, each.itertext()))
                rules[name] = said.split("规则：")[1].split("改法")[0].strip()
                open_now[name] = ""
        elif each.tag == OFFICE + "annotation-end" and event == "end":
            found.append((rules[name], open_now.pop(name)))
        shown = each.text if event == "start" else each.tail
        if event == "start" and each.tag == TEXT + "s":
            shown = " " * int(each.get(TEXT + "c") or 1)
        elif event == "start" and each.tag == OFFICE + "annotation":
            shown = None
        for name in open_now:
            open_now[name] += "" if not shown or shown.startswith("\n") else shown
    return found


def _is_inside(element: etree._Element) -> bool:
    """Say whether an element is part of a comment, of a picture or of a list of changes."""
    return any(
        each.tag in (OFFICE + "annotation", DRAWING + "frame", TEXT + "tracked-changes")
        for each in element.iterancestors()
    )
