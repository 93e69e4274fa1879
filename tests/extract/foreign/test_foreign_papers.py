"""What is none of our forms is said in one sentence, alone and inside a dossier."""

import pytest

import specvalidator as sv
from extract.dossier.building import JPEG, application, rules, zipped
from extract.foreign.papers import PAPERS, paper
from specvalidator import forms
from specvalidator.errors import UnreadableFile
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_another_kind_is_not_recognised_and_said_what_it_seems(name: str) -> None:
    data, called = PAPERS[name]
    with pytest.raises(UnreadableFile) as caught:
        sv.validate(data, name=f"{name}.docx")
    said = caught.value.said("zh")
    assert caught.value.error == "unrecognised"
    assert called in said
    assert "看起来是" in said
    assert "It seems to be" in caught.value.said("en")


@pytest.mark.parametrize("name", PAPERS)
def test_inside_a_dossier_it_is_no_form_and_no_rules_of_the_site(name: str) -> None:
    files = {"1.docx": PAPERS[name][0], "申请表.docx": application(), "1.jpg": JPEG}
    dossier, *inside = sv.read(zipped(files), name="d.zip")
    file = next(each for each in dossier.model.files if each.name == "1.docx")  # type: ignore[attr-defined]
    assert [each.kind for each in inside if not each.blank] == ["application"]
    assert not any(use.certain for use in file.uses)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("拉面制作专项职业能力考核规范", "（评价规范类）"), "it is called 考核规范, too"),
        (
            ("示例市人社局", "拉面制作专项职业能力考核规范", "（试行）"),
            "an office above",
        ),
        (("培训教材配套", "拉面制作专项职业能力考核规范"), "a remark above"),
    ],
)
def test_a_draft_with_a_title_of_its_own_stays_one(lines: tuple[str, ...], why: str) -> None:
    spec = Specification.model_validate(valid_record("specification"))
    assert spec.definition is not None
    draft = paper(
        *lines,
        "一、定义",
        spec.definition,
        "二、考核内容",
        (
            ("工作任务", "操作规范", "相关知识", "考核比重"),
            ("和面", "1.加水", "1.水温", "50%"),
            ("煮面", "1.下面", "1.火候", "50%"),
        ),
    )
    assert [each.kind for each in sv.read(draft)] == ["specification"], why


def test_a_blank_form_is_read_as_one_where_that_is_said() -> None:
    blank = forms.write(Specification())
    [report] = sv.validate(blank, kind="specification")
    assert report.verdict == "fail"
    with pytest.raises(UnreadableFile):
        sv.validate(blank)


def test_a_form_with_one_value_is_no_blank_one() -> None:
    [report] = sv.validate(forms.write(Specification(definition="使用刀具切配食材的能力。")))
    assert report.kind == "specification"


def test_rules_of_another_site_are_asked_about() -> None:
    files = {
        "申请表.docx": application(),
        "1.jpg": JPEG,
        "制度.docx": paper(
            "沙湾技工学校考核工作管理制度",
            "第一条 考务人员应当检查场地。",
            "第二条 试卷不得提前启封。",
        ),
    }
    report = sv.validate(zipped(files), name="d.zip")[0]
    assert [(each.rule, each.kind) for each in report.findings] == [
        ("missing-dossier-item", "review"),
        ("several-applicants", "review"),
    ]
    own = sv.validate(zipped({**files, "制度.docx": rules()}), name="d.zip")[0]
    assert own.verdict == "pass"


@pytest.mark.parametrize(
    "title",
    [
        "蓝屿职业培训学校考核工作管理制度",
        "威海市蓝屿职业培训学校考务管理办法",
        "实训中心考场规则",
        "我校考务管理规定",
        "考核中心工作人员守则",
    ],
)
def test_rules_of_the_applicant_in_other_words_pass(title: str) -> None:
    files = {
        "申请表.docx": application(),
        "1.jpg": JPEG,
        "制度.docx": paper(title, "第一条 考务人员应当检查场地。", "第二条 试卷不得提前启封。"),
    }
    assert sv.validate(zipped(files), name="d.zip")[0].verdict == "pass"
