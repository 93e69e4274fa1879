"""The form of an announcement: what it asks for, and record → Word → record."""

from io import BytesIO

import docx
from hypothesis import example, given
from hypothesis import strategies as st

import specvalidator as sv
from specvalidator.extract import extract
from specvalidator.forms import blank, write
from specvalidator.models import Announcement
from specvalidator.packs.cases import valid_record
from specvalidator.readers import read_document

HEADINGS = ["考核项目", "考核规范", "时间安排", "报名条件", "报名方式", "考核方式", "其他重要事项"]

words = st.text(
    "报名考核项目时间方式条件规范现场操作市民中心登录系统附件其他", min_size=2, max_size=12
)
misleading = st.sampled_from(
    [
        "一、考核项目",
        "报名条件：年满16周岁",
        "附件：1.报名表",
        "考核方式",
        "2025年1月15日",
        "蓝屿市人力资源公共服务中心",
        "（二）其他事项",
        "1.报名方式",
        "另行通知",
        "<w:p/> & “引号”",
    ]
)
lines = st.builds(lambda a, b: f"{a}{b}", words, words) | misleading
texts = st.none() | st.lists(lines, min_size=1, max_size=3).map("\n".join)
titles = st.none() | st.builds(lambda a: f"关于开展{a}专项职业能力考核的公告", words)
announcements = st.builds(
    Announcement,
    title=titles,
    projects=texts,
    specifications=texts,
    schedule=texts,
    eligibility=texts,
    registration=texts,
    method=texts,
    other=texts,
)


@example(Announcement())
@example(Announcement.model_validate(valid_record("announcement")))
@given(announcements)
def test_a_record_written_and_read_is_the_same_record(record: Announcement) -> None:
    (submission,) = sv.read(write(record))

    assert submission.kind == "announcement"
    assert submission.model == record
    assert submission.remarks == ()


def test_the_blank_form_has_a_heading_for_each_item_in_the_notices_order() -> None:
    paragraphs = docx.Document(BytesIO(blank("announcement"))).paragraphs
    headings = [each.text for each in paragraphs if each.style and each.style.name == "Heading 1"]

    assert headings == [
        f"{n}、{words}" for n, words in zip("一二三四五六七", HEADINGS, strict=True)
    ]


def test_what_is_missing_in_the_blank_form_is_sought_at_its_heading() -> None:
    (report,) = sv.validate(blank("announcement"))
    places = [finding.location.place for finding in report.findings]

    assert [place and place.text for place in places] == [f"第{at}段" for at in range(1, 8)]


def test_the_same_record_gives_the_same_bytes() -> None:
    record = Announcement.model_validate(valid_record("announcement"))

    assert write(record) == write(record)


def test_a_form_that_is_said_to_be_a_specification_is_read_as_one() -> None:
    document = read_document(blank("announcement"))
    source = sv.read(blank("announcement"))[0].source
    assert source is not None
    (submission,) = extract(document, source, "specification")

    assert submission.kind == "specification"
