"""The application form: it prints the annex, asks for what is absent, and reads back the same."""

import datetime as dt
import io
from decimal import Decimal

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

import specvalidator as sv
from specvalidator.extract.application import vocabulary
from specvalidator.forms import blank, write
from specvalidator.models.application import (
    Application,
    Equipment,
    Examiner,
    Manager,
    Opinion,
    Rooms,
    Venues,
)
from specvalidator.packs.cases import valid_record


def returned(record: Application) -> Application:
    (submission,) = sv.read(write(record))
    assert submission.kind == "application"
    assert isinstance(submission.model, Application)
    return submission.model


# ── record → Word → record ───────────────────────────────────────────────────────────────

_LETTERS = "蓝屿白石渔具学校网架修补装配一二三工员师负责人电话地址ABxy0123"
words = st.text(_LETTERS, min_size=1, max_size=12).filter(
    lambda text: (
        vocabulary.words().fields.find(text) is None
    )  # an address that is 负责人 cannot be told from a label
)
phrases = st.builds(
    lambda a, mark, b: a + mark + b, words, st.sampled_from("（）()/-—·.%&<>“”：+"), words
)
texts = st.none() | words | phrases
names = st.none() | st.text("纪汤温于宋毕连小雪大暑立冬谷雨芒种", min_size=2, max_size=4)
people = st.none() | st.integers(0, 500)
ages = st.none() | st.integers(0, 120)
counts = st.none() | st.integers(0, 40).map(Decimal)
areas = st.none() | st.integers(1, 99999).map(lambda tenths: Decimal(tenths) / 10)
quantities = st.none() | st.tuples(st.integers(0, 300), st.sampled_from(("", "台", "套", " 张")))
rooms = st.builds(
    Rooms, classrooms=counts, classroom_area=areas, workshops=counts, workshop_area=areas
)


@st.composite
def equipment(draw: st.DrawFn) -> Equipment:
    quantity = draw(quantities)
    return Equipment(
        name=draw(texts),
        model=draw(texts),
        quantity=None if quantity is None else Decimal(quantity[0]),
        quantity_text=None if quantity is None else f"{quantity[0]}{quantity[1]}",
        note=draw(texts),
    )


managers = st.builds(
    Manager,
    name=names,
    sex=st.sampled_from((None, "男", "女")),
    age=ages,
    education=texts,
    position=texts | st.just("负责人"),
    qualification=texts,
    major=texts,
    note=texts,
)
examiners = st.builds(
    Examiner,
    name=names,
    sex=st.sampled_from((None, "男", "女")),
    age=ages,
    education=texts,
    title=texts,
    qualification=texts,
    trade=texts,
    certificate_number=texts,
)
opinions = st.builds(
    Opinion,
    text=st.none() | st.lists(words, min_size=1, max_size=3).map("。\n".join),
    signatory=names,
    date=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
)


def filled(row: Equipment | Manager | Examiner) -> bool:
    """A row without any content cannot be told from an empty line of the form."""
    return any(value is not None for value in row.model_dump().values())


applications = st.builds(
    Application,
    applicant=texts,
    person_in_charge=texts,
    telephone=texts,
    address=texts,
    projects=st.lists(words.map("渔网".__add__), max_size=4).map(tuple),
    staff_total=people,
    managers_total=people,
    teachers_total=people,
    venues=st.builds(Venues, owned=rooms, rented=rooms),
    equipment=st.lists(equipment().filter(filled), max_size=4).map(tuple),
    managers=st.lists(managers.filter(filled), max_size=4).map(tuple),
    examiners=st.lists(examiners.filter(filled), max_size=6).map(tuple),
    opinion=opinions,
)


@given(applications)
def test_a_record_written_and_read_is_the_same_record(record: Application) -> None:
    assert returned(record) == record


def test_the_valid_record_comes_back_without_a_remark() -> None:
    record = Application.model_validate(valid_record("application"))
    (submission,) = sv.read(write(record))
    assert submission.model == record
    assert submission.remarks == ()


def test_the_blank_form_reads_back_as_an_empty_record() -> None:
    (submission,) = sv.read(blank("application"))
    assert submission.model == Application()
    assert submission.remarks == ()


def test_every_missing_value_of_the_blank_form_has_a_place() -> None:
    (submission,) = sv.read(blank("application"))
    report = sv.check(submission)
    assert report.verdict == "fail"
    for finding in report.findings:
        assert finding.location.path in submission.places, finding.rule


@given(applications)
def test_the_same_record_gives_the_same_bytes(record: Application) -> None:
    assert write(record) == write(record)


# ── looks ────────────────────────────────────────────────────────────────────────────────


def shown(form: bytes, *, prompts: bool) -> str:
    """The text of a form without white space, with or without what its controls ask."""
    body = docx.Document(io.BytesIO(form)).element.body
    for control in [] if prompts else list(body.iter(qn("w:sdt"))):
        control.getparent().remove(control)
    return "".join("".join(text.text or "" for text in body.iter(qn("w:t"))).split())


PRINTED = (
    "山东省专项职业能力考点设立申请表",
    "申请单位",
    "负责人联系电话",
    "考点地址",
    "专项职业能力考核项目",
    "从事考核职工总数管理人员数专职教师数",
    "考核场地自有（）个教室面积M²（）个操作室面积M²租用（）个教室面积M²（）个操作室面积M²",
    "与专项职业能力项目相适应的设施设备名称型号规格数量备注",
    "组织管理人员情况姓名性别年龄文化程度职务（或职称）职业资格证书（等级）专业备注",
    "考评员情况姓名性别年龄文化程度职称（级别）职业资格证书（等级）考评工种考评员证书号",
    "申报单位意见（盖章）负责人（签名）：年月日",
    "备注：“考评员情况”一栏，每个拟开展考评的项目至少填写3名考评员",
)


def test_the_blank_form_prints_the_words_of_the_annex_in_their_order() -> None:
    assert shown(blank("application"), prompts=False) == "".join(PRINTED)


@pytest.mark.parametrize("asked", ["单位全称", "手机", "几个项目用“、”隔开", "签名"])
def test_the_blank_form_says_what_to_write(asked: str) -> None:
    assert asked in shown(blank("application"), prompts=True)


def test_a_filled_form_asks_only_for_what_the_record_lacks() -> None:
    record = Application.model_validate(valid_record("application"))
    body = docx.Document(io.BytesIO(write(record))).element.body
    titles = [
        control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))
        for control in body.iter(qn("w:sdt"))
    ]
    assert titles == ["租用教室数", "租用教室面积"]


def test_labels_at_the_side_are_merged_down_over_their_part() -> None:
    body = docx.Document(io.BytesIO(blank("application"))).element.body
    merged = [cell for cell in body.iter(qn("w:tc")) if cell.vMerge == "restart"]
    starts = ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in merged]
    assert starts == [
        *("考核场地", "自有", "租用", "与专项职业能力项目相适应的设施设备"),
        *("组织管理人员情况", "考评员情况"),
    ]


def test_a_new_row_is_written_for_each_person() -> None:
    record = Application(examiners=tuple(Examiner(name=f"于小{n}") for n in "一二三四五六七八九"))
    assert len(returned(record).examiners) == 9


def test_the_form_is_called_by_its_title() -> None:
    properties = docx.Document(io.BytesIO(blank("application"))).core_properties
    assert properties.title == "山东省专项职业能力考点设立申请表"
