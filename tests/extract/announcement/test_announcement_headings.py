"""Announcements by their headings: their names, one for several items, one below another."""

import pytest

from extract.building import Part, document, paragraph
from specvalidator.extract import extract
from specvalidator.extract.announcement import vocabulary
from specvalidator.extract.announcement.vocabulary import Item
from specvalidator.models import Announcement
from specvalidator.places import Source
from specvalidator.submission import Submission

SOURCE = Source(name="notice.docx", media_type="test", sha256="0" * 64, size=1)
TITLE = "蓝屿市2025年度专项职业能力考核公告"


def submission(*parts: Part) -> Submission:
    (found,) = extract(document(*parts), SOURCE)
    assert found.kind == "announcement"
    return found


def record(*parts: Part) -> Announcement:
    model = submission(TITLE, *parts).model
    assert isinstance(model, Announcement)
    return model


@pytest.mark.parametrize(
    "line", ["现场报名", "现场报名。", "1.现场报名", "（一）网上报名", "网上报名。"]
)
def test_a_line_that_says_how_is_the_text_and_no_heading_in_it(line: str) -> None:
    """现场报名 is also a heading that other announcements have; here nothing else follows."""
    found = record("一、考核项目", "拉面制作。", "二、报名方式", line, "三、考核方式", "实操。")

    assert found.registration is not None
    assert found.registration.rstrip("。") in line
    assert found.method == "实操。"


def test_a_heading_that_promises_a_text_is_none() -> None:
    found = record(
        "一、时间安排", "（一）报名时间", "二、报名方式", "（一）报名流程", "三、考核方式"
    )

    assert (found.schedule, found.registration, found.method) == (None, None, None)


ONE_ITEM: list[tuple[str, Item]] = [
    ("考核项目", "projects"),
    ("专项职业能力考核项目", "projects"),
    ("考核工种", "projects"),
    ("2025年考核项目", "projects"),
    ("开考项目", "projects"),
    ("考核范围", "projects"),
    ("申报项目", "projects"),
    ("考核规范", "specifications"),
    ("专项职业能力考核规范", "specifications"),
    ("考核依据", "specifications"),
    ("考核标准", "specifications"),
    ("时间安排", "schedule"),
    ("考核时间", "schedule"),
    ("考核时间安排", "schedule"),
    ("考试日期", "schedule"),
    ("考核计划", "schedule"),
    ("日程安排", "schedule"),
    ("考核的时间", "schedule"),
    ("报名条件", "eligibility"),
    ("申报条件", "eligibility"),
    ("报考资格", "eligibility"),
    ("考核对象", "eligibility"),
    ("申报对象及条件", "eligibility"),
    ("参加人员", "eligibility"),
    ("报名方式", "registration"),
    ("报名办法", "registration"),
    ("申报程序", "registration"),
    ("报名流程及所需材料", "registration"),
    ("报名地点", "registration"),
    ("网上报名", "registration"),
    ("报名", "registration"),
    ("考核方式", "method"),
    ("考核形式", "method"),
    ("考核办法", "method"),
    ("鉴定方式", "method"),
    ("其他重要事项", "other"),
    ("其他事项", "other"),
    ("收费标准", "other"),
    ("联系方式", "other"),
    ("考核地点", "other"),
]


@pytest.mark.parametrize(("heading", "item"), ONE_ITEM)
def test_an_item_goes_by_many_names(heading: str, item: Item) -> None:
    found = vocabulary.words().headings.find(heading)

    assert found is not None
    assert found.value.items == (item,)
    assert found.meant is None


SEVERAL: list[tuple[str, set[Item]]] = [
    ("考核项目及规范", {"projects", "specifications"}),
    ("考核项目和考核规范", {"projects", "specifications"}),
    ("考核项目、时间安排", {"projects", "schedule"}),
    ("报名时间和方式", {"schedule", "registration"}),
    ("报名时间、地点", {"schedule", "registration"}),
    ("报名条件及方式", {"eligibility", "registration"}),
    ("报名对象、时间与办法", {"eligibility", "schedule", "registration"}),
    ("考核时间及方式", {"schedule", "method"}),
    ("考核方式和考核时间", {"schedule", "method"}),
    ("报名及考核时间", {"schedule"}),
    ("考核时间和地点", {"schedule", "other"}),
    ("报名和考核方式", {"registration", "method"}),
]


@pytest.mark.parametrize(("heading", "items"), SEVERAL)
def test_one_heading_may_name_several_items(heading: str, items: set[Item]) -> None:
    found = vocabulary.words().headings.find(heading)

    assert found is not None
    assert set(found.value.items) == items


@pytest.mark.parametrize(
    "words",
    [
        "项目",
        "方式",
        "时间",
        "考核",
        "工作任务",
        "操作规范",
        "定义",
        "考核项目负责人",
        "考核规范编写",
    ],
)
def test_other_words_are_no_headings(words: str) -> None:
    assert vocabulary.words().headings.find(words) is None


@pytest.mark.parametrize("words", ["考核内容", "考核要求", "考核规则", "组织实施"])
def test_some_headings_are_known_and_name_no_item(words: str) -> None:
    found = vocabulary.words().headings.find(words)

    assert found is not None
    assert found.value.items == ()


LAYOUTS: list[tuple[str, tuple[Part, ...]]] = [
    (
        "number and heading on a line of its own",
        ("一、考核项目", "拉面制作", "二、报名方式", "到窗口办理"),
    ),
    ("text behind a colon", ("考核项目：拉面制作", "报名方式：到窗口办理")),
    ("text behind a full stop", ("一、考核项目。拉面制作", "二、报名方式。到窗口办理")),
    ("brackets", ("【考核项目】拉面制作", "【报名方式】到窗口办理")),
    ("spaces between letters", ("一、考 核 项 目", "拉面制作", "二、报 名 方 式", "到窗口办理")),
    (
        "automatic numbers",
        (
            paragraph("一、考核项目", label="一、"),
            "拉面制作",
            paragraph("二、报名方式", label="二、"),
            "到窗口办理",
        ),
    ),
    ("brackets as numbers", ("（一）考核项目", "拉面制作", "（二）报名方式", "到窗口办理")),
]


@pytest.mark.parametrize(("why", "parts"), LAYOUTS, ids=[why for why, _ in LAYOUTS])
def test_headings_stand_in_many_ways(why: str, parts: tuple[Part, ...]) -> None:
    read = record(*parts)

    assert (read.projects, read.registration) == ("拉面制作", "到窗口办理"), why


def test_the_text_of_one_heading_goes_to_both_items() -> None:
    read = record(
        "一、考核项目及规范", "拉面制作，按其考核规范执行。", "二、报名方式", "到窗口办理"
    )

    assert read.projects == read.specifications == "拉面制作，按其考核规范执行。"


def test_the_time_of_registration_says_of_what_it_is() -> None:
    read = record("一、报名时间和方式", "3月3日至14日，到窗口办理。", "二、考核方式", "实际操作")

    assert read.schedule == "报名时间和方式\n3月3日至14日，到窗口办理。"
    assert read.registration == "3月3日至14日，到窗口办理。"


def test_a_heading_below_another_gives_to_both() -> None:
    read = record(
        "一、考核安排",
        "（一）考核项目：拉面制作",
        "（二）考核时间：4月12日",
        "二、其他事项",
        "1.报名材料：身份证",
        "2.成绩20日内公布",
    )

    assert read.projects == "拉面制作"
    assert read.schedule is not None
    assert "4月12日" in read.schedule
    assert read.registration == "身份证"
    assert read.other == "报名材料：身份证\n2.成绩20日内公布"


def test_an_unknown_heading_is_another_matter() -> None:
    read = record(
        "一、考核方式", "实际操作", "二、防疫提示", "自备口罩", "三、报名方式", "到窗口办理"
    )

    assert read.method == "实际操作"
    assert read.other == "防疫提示\n自备口罩"


def test_a_list_in_the_headings_own_style_is_no_heading() -> None:
    read = record("1.考核项目", "1.拉面制作", "2.社区绿化", "3.剪纸", "2.报名方式", "到窗口办理")

    assert read.projects == "1.拉面制作\n2.社区绿化\n3.剪纸"


def test_of_styled_headings_a_line_without_style_is_text() -> None:
    headed = [
        paragraph(f"{n}、{words}", level=0)
        for n, words in zip("一二三", ("考核项目", "报名方式", "考核方式"), strict=True)
    ]
    read = record(headed[0], "拉面制作", headed[1], "考核方式：见下", headed[2], "实际操作")

    assert read.registration == "考核方式：见下"
    assert read.method == "实际操作"


def test_an_empty_heading_is_an_item_without_text() -> None:
    found = submission(
        TITLE, "一、考核项目", "拉面制作", "二、报名方式", "三、考核方式", "实际操作"
    )
    assert isinstance(found.model, Announcement)

    assert found.model.registration is None
    assert found.places["/registration"].text == "第4段"


def test_who_signs_is_no_part_of_the_last_item() -> None:
    read = record(
        "一、考核项目", "拉面制作", "二、其他事项", "蓝屿市人力资源公共服务中心", "2025年1月15日"
    )

    assert read.other is None


def test_what_is_attached_is_no_part_of_the_last_item() -> None:
    read = record("一、考核项目", "拉面制作", "二、其他事项", "不收费用", "附件：1.报名表")

    assert read.other == "不收费用"


def test_a_slip_of_one_letter_is_forgiven_and_said() -> None:
    found = submission(TITLE, "一、考核项目", "拉面制作", "二、报名条年", "年满16周岁")
    assert isinstance(found.model, Announcement)

    assert found.model.eligibility == "年满16周岁"
    assert [(each.kind, each.path) for each in found.remarks] == [("misprint", "/eligibility")]


def test_places_are_said_with_the_heading_above() -> None:
    found = submission(TITLE, "一、考核项目", "拉面制作", "报名方式：到窗口办理")

    assert {path: place.text for path, place in found.places.items() if path} == {
        "/title": "第1段",
        "/projects": "“一、考核项目”下第3段",
        "/registration": "第4段",
    }


def test_a_picture_under_a_heading_is_a_doubt() -> None:
    found = submission(
        TITLE, "一、报名方式", paragraph("", unread="picture"), "二、考核方式", "实操"
    )
    assert isinstance(found.model, Announcement)

    assert found.model.registration is None
    assert [(each.kind, each.path) for each in found.remarks] == [("doubt", "/registration")]


def test_a_picture_in_place_of_text_is_a_doubt_about_all() -> None:
    found = submission(TITLE, paragraph("", unread="picture"))

    assert [(each.kind, each.path) for each in found.remarks] == [("doubt", "")]


def test_hidden_text_is_said_and_not_read() -> None:
    found = submission(TITLE, "一、考核项目", paragraph("拉面制作", hidden="剪纸"))
    assert isinstance(found.model, Announcement)

    assert found.model.projects == "拉面制作"
    assert [(each.kind, each.path) for each in found.remarks] == [("hidden", "")]
