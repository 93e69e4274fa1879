"""What is an announcement, and what is another paper about assessments."""

import pytest

from extract.building import APPLICANTS, DEFINITION, Part, content_table, document, paragraph
from specvalidator import forms, read
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.extract.announcement.titles import title_of
from specvalidator.extract.lines import lines_of
from specvalidator.models import MODELS, Announcement, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.places import Source
from specvalidator.shipped import data_folder

SOURCE = Source(name="paper.docx", media_type="test", sha256="0" * 64, size=1)


def kinds(*parts: Part) -> list[Kind]:
    return [found.kind for found in extract(document(*parts), SOURCE)]


TITLES = [
    "专项职业能力考核公告",
    "蓝屿市2025年度专项职业能力考核公告",
    "关于开展2025年专项职业能力考核的公告",
    "关于举办拉面制作专项职业能力考核的通告",
    "2025年第一批专项职业能力考核公告（第2号）",
    "专 项 职 业 能 力 考 核 公 告",
    "蓝屿市专项能力考核报名简章",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_alone_makes_an_announcement(title: str) -> None:
    (found,) = extract(document("发布日期：2025-01-15", title, "请周知。"), SOURCE)

    assert isinstance(found.model, Announcement)
    assert found.model.title == title


def test_a_title_may_run_over_two_lines() -> None:
    (found,) = extract(document("关于开展2025年专项职业能力", "考核的公告", "请周知。"), SOURCE)

    assert isinstance(found.model, Announcement)
    assert found.model.title == "关于开展2025年专项职业能力考核的公告"


OTHER_TITLES = [
    "关于推进专项职业能力考核工作的通知",
    "关于公布拉面制作等专项职业能力考核规范的公告",
    "2025年专项职业能力考核成绩公告",
    "关于专项职业能力考核合格人员名单的公告",
    "关于征集专项职业能力考核项目的公告",
    "关于设立专项职业能力考核考点的公告",
    "专项职业能力考核工作规则",
    "通知公告",
    "拉面制作专项职业能力考核规范",
    "山东省专项职业能力考点设立申请表",
]


@pytest.mark.parametrize("title", OTHER_TITLES)
def test_a_title_of_another_matter_is_none(title: str) -> None:
    assert title_of(lines_of(document(title).blocks)) is None


HEADED = ("一、考核项目", "拉面制作", "二、考核时间", "4月12日", "三、考核对象", "劳动者")


def test_an_order_is_an_announcement_if_it_gives_some_items() -> None:
    assert kinds("关于组织开展2025年专项职业能力考核的通知", *HEADED) == ["announcement"]


def test_an_order_that_gives_none_is_none() -> None:
    with pytest.raises(UnreadableFile) as refused:
        kinds("关于做好2025年专项职业能力考核的通知", "请各单位高度重视。")

    assert refused.value.error == "unrecognised"


def test_without_a_title_four_items_with_registration_are_enough() -> None:
    assert kinds(*HEADED, "四、报名方式", "到窗口办理") == ["announcement"]


def test_rules_for_managing_assessments_are_no_announcement() -> None:
    with pytest.raises(UnreadableFile):
        kinds("蓝屿职业培训学校考务管理制度", *HEADED, "四、报名方式", "到窗口办理")


def test_headings_that_specifications_have_too_do_not_make_an_announcement_one() -> None:
    parts = ("一、适用对象", "劳动者", "二、考核内容", "按规范", "三、考核要求", "百分制")

    assert kinds("蓝屿市2025年度专项职业能力考核公告", *parts) == ["announcement"]


def test_a_specification_on_a_page_of_announcements_stays_one() -> None:
    whole = ("一、定义", DEFINITION, "二、适用对象", APPLICANTS, "三、考核内容", content_table())

    assert kinds("首页 > 通知公告", "拉面制作专项职业能力考核规范", *whole) == ["specification"]
    assert kinds("专项职业能力考核公告", "拉面制作专项职业能力考核规范", *whole) == [
        "specification"
    ]


def test_a_specification_without_title_and_table_is_no_announcement() -> None:
    parts = (
        *("一、项目名称", "拉面制作", "二、定义", DEFINITION, "三、适用对象", APPLICANTS),
        *("四、考核要求", "（一）申报条件", "劳动者", "（二）考核方式与考核时间", "实操90分钟"),
    )

    assert kinds(*parts) == ["specification"]


def test_the_notice_itself_is_no_announcement() -> None:
    text = (data_folder("rules") / "notice" / "weihai-2021-5.txt").read_text("utf-8")
    parts = [paragraph(line, block=at + 1) for at, line in enumerate(text.splitlines())]

    try:
        found = kinds(*parts)
    except UnreadableFile:
        return
    assert "announcement" not in found


@pytest.mark.parametrize("kind", ["specification", "application", "announcement"])
def test_each_form_is_read_as_what_it_is_blank_and_filled(kind: Kind) -> None:
    filled = MODELS[kind].model_validate(valid_record(kind))
    for data in (forms.blank(kind), forms.write(filled)):
        assert [found.kind for found in read(data)] == [kind]


def test_what_is_said_to_be_an_announcement_is_read_as_one() -> None:
    (found,) = extract(document("请周知。"), SOURCE, "announcement")

    assert found.model == Announcement()
    assert found.places[""].text == "第1段"


def test_a_numbered_heading_that_names_specifications_is_no_title_of_one() -> None:
    parts = (
        "关于结果的公告",
        "一、考核项目",
        "拉面制作",
        "二、考核规范",
        "见官网",
        "三、考核对象",
        "劳动者",
    )

    with pytest.raises(UnreadableFile):
        kinds(*parts)
