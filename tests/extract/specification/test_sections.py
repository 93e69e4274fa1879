"""Headings as filed: whatever their words, numbers, spaces, brackets and slips."""

import pytest

from extract.building import (
    APPLICANTS,
    DEFINITION,
    TITLE,
    content_table,
    paragraph,
    read,
    remarks,
    submission,
    table,
)

TEXT = "这里是正文。"
DEFINITIONS = [
    ("一、定义", "the usual number"),
    ("定义", "no number"),
    ("一、定　义", "a wide space inside"),
    ("一、 定  义", "spaces inside"),
    ("（一）定义", "another number"),
    ("1.定义", "a digit"),
    ("1、定义", "a digit with 、"),
    ("１．定义", "full-width digit and dot"),
    ("第一章 定义", "a chapter"),
    ("㈠定义", "a number in one letter"),
    ("【定义】", "brackets"),
    ("一、【定义】", "number and brackets"),
    ("【一、定义】", "a number inside brackets"),
    ("一、定义：", "a colon at the end"),
    ("一、职业定义", "another word"),
    ("一、专项职业能力定义", "a longer word"),
]


@pytest.mark.parametrize(("heading", "why"), DEFINITIONS)
def test_a_heading_stands_alone(heading: str, why: str) -> None:
    record = read(TITLE, heading, TEXT, "二、适用对象", APPLICANTS)
    assert (record.definition, record.applicants) == (TEXT, APPLICANTS), why


INLINE = [
    ("一、定义：这里是正文。", "a full-width colon"),
    ("一、定义: 这里是正文。", "a half-width colon"),
    ("定义：这里是正文。", "no number"),
    ("【定义】这里是正文。", "brackets"),
    ("一、定义 这里是正文。", "a space behind a number"),
    ("一、定 义  这里是正文。", "spaces inside and behind"),
    ("1. 定义。这里是正文。", "a full stop, as the notice has it"),
    ("一、定义——这里是正文。", "a dash"),
    ("定义\t这里是正文。", "a tab"),
    ("定义\u3000\u3000这里是正文。", "wide spaces"),
    ("一、定义\n这里是正文。", "a line break in one paragraph"),
]


@pytest.mark.parametrize(("line", "why"), INLINE)
def test_a_heading_stands_before_its_text(line: str, why: str) -> None:
    assert read(TITLE, line, "二、适用对象", APPLICANTS).definition == TEXT, why


@pytest.mark.parametrize(
    "heading",
    ["★定义", "◆ 定义：", "——定义——", "I. 定义", "Ⅰ、定义", "a) 定义", "A．定义", "一、定義"],
)
def test_an_ornament_or_an_unusual_number_is_no_part_of_a_heading(heading: str) -> None:
    assert read(TITLE, heading, TEXT, "II. 适用对象", APPLICANTS).definition == TEXT


def test_an_automatic_number_is_no_part_of_a_heading() -> None:
    heading = paragraph("一、定义", label="一、")
    assert read(TITLE, heading, TEXT).definition == TEXT


def test_a_sentence_that_begins_like_a_heading_is_text() -> None:
    record = read(TITLE, "二、适用对象", "定义中所指的人员，以及其他人员。", "申报条件按规定执行。")
    assert record.definition is None
    assert record.applicants == "定义中所指的人员，以及其他人员。\n申报条件按规定执行。"


CONTENT = [
    "三、能力标准与鉴定内容",
    "三、能力标准和鉴定内容",
    "三、能力标准及鉴定内容",
    "三、能力标准与考核内容",
    "三、能力标准及考核内容",
    "三、考核内容",
    "三、鉴定内容",
    "三、能力标准与鉴定内容：",
    "三、能 力 标 准 与 鉴 定 内 容",
]


@pytest.mark.parametrize("heading", CONTENT)
def test_the_third_heading_ends_the_second_part(heading: str) -> None:
    record = read(TITLE, "二、适用对象", APPLICANTS, heading, "见下表。", content_table())
    assert record.applicants == APPLICANTS
    assert len(record.tasks) == 3


REQUIREMENTS = [
    ("申报条件", "eligibility"),
    ("申报人员条件", "eligibility"),
    ("申报对象", "eligibility"),
    ("报名条件", "eligibility"),
    ("考评员构成", "examiners"),
    ("考评人员构成", "examiners"),
    ("考评员组成", "examiners"),
    ("考评人员的组成", "examiners"),
    ("鉴定方式与鉴定时间", "method_and_time"),
    ("鉴定方式和鉴定时间", "method_and_time"),
    ("鉴定方式及鉴定时间", "method_and_time"),
    ("鉴定方式、鉴定时间", "method_and_time"),
    ("考核方式与考核时间", "method_and_time"),
    ("考核方式与时间", "method_and_time"),
    ("考核方式、时间", "method_and_time"),
    ("考试形式和考试时间", "method_and_time"),
    ("鉴定场地设备要求", "venue_and_equipment"),
    ("鉴定场地及设备要求", "venue_and_equipment"),
    ("鉴定场所设备", "venue_and_equipment"),
    ("场地设施设备", "venue_and_equipment"),
    ("考核场地、设施设备要求", "venue_and_equipment"),
    ("考核场地与设备", "venue_and_equipment"),
]
NUMBERS = ["（二）", "2.", "2、", "2 ", "(2)", "②", "4.2 "]


@pytest.mark.parametrize(("heading", "field"), REQUIREMENTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_requirement_is_known_by_its_heading(heading: str, field: str, number: str) -> None:
    alone = read(TITLE, "四、鉴定要求", number + heading, TEXT).requirements
    inline = read(TITLE, "四、考核要求", f"{number}{heading}：{TEXT}").requirements
    assert getattr(alone, field) == TEXT
    assert getattr(inline, field) == TEXT


def test_a_venue_may_be_a_fifth_part_of_its_own() -> None:
    parts = ("四、鉴定要求", "（一）申报条件", "不限。", "五、场地设施设备", "操作台。")
    requirements = read(TITLE, *parts).requirements
    assert requirements.eligibility == "不限。"
    assert requirements.venue_and_equipment == "操作台。"


def test_the_items_of_a_requirement_are_its_text() -> None:
    lines = ("1．每个考评组不少于3名考评员。", "2．考评员须经过培训。", "3.考评员：须持证上岗。")
    requirements = read(TITLE, "四、考核要求", "2.考评员构成", *lines, "3.考核方式与考核时间", TEXT)
    assert requirements.requirements.examiners == "\n".join(lines[:2]) + "\n" + lines[2]
    assert requirements.requirements.method_and_time == TEXT


def test_a_number_behind_a_colon_is_no_page_of_a_contents_page() -> None:
    requirements = read(TITLE, "四、考核要求", "2.考评员构成", "考评员：3").requirements
    assert requirements.examiners == "考评员：3"


def test_a_long_list_below_a_heading_does_not_run_into_the_next_heading() -> None:
    listed = [f"{number}.工具{number}" for number in range(1, 8)]
    parts = ("四、考核要求", "1.申报条件", "不限。", "4.鉴定场地设备要求", *listed)
    assert read(TITLE, *parts).requirements.venue_and_equipment == "\n".join(listed)


def test_method_and_time_may_have_headings_of_their_own() -> None:
    parts = ("（三）考核方式：现场实际操作。", "（四）考核时间：90分钟。")
    requirements = read(TITLE, "四、考核要求", "（一）申报条件", "不限。", *parts).requirements
    assert requirements.method_and_time == "考核方式：现场实际操作。\n考核时间：90分钟。"
    assert requirements.duration_minutes == 90


def test_a_half_below_the_whole_heading_is_text_as_written() -> None:
    parts = ("（三）考核方式与考核时间", "1.考核方式：现场实际操作。", "2.考核时间：90分钟。")
    requirements = read(TITLE, "四、考核要求", *parts).requirements
    assert requirements.method_and_time == "1.考核方式：现场实际操作。\n2.考核时间：90分钟。"


def test_a_pass_mark_under_a_heading_of_its_own_belongs_to_method_and_time() -> None:
    parts = ("（三）考核方式与考核时间", "现场操作，90分钟。", "（四）鉴定场地设备要求", "操作台。")
    more = ("（五）合格标准：60分以上（含60分）为合格。",)
    requirements = read(TITLE, "四、考核要求", *parts, *more).requirements
    assert requirements.venue_and_equipment == "操作台。"
    assert requirements.pass_mark == 60


def test_an_unknown_further_heading_ends_the_part_before_it() -> None:
    parts = (
        "四、鉴定要求",
        "（四）鉴定场地设备要求",
        "操作台。",
        "五、编写说明",
        "本规范由某校编写。",
    )
    assert read(TITLE, "三、考核内容", *parts).requirements.venue_and_equipment == "操作台。"


def test_a_heading_in_words_of_its_own_is_known_by_its_keyword_and_number() -> None:
    parts = (
        "（一）申报条件",
        "不限。",
        "（二）考评人员的数量和资格",
        "3名。",
        "（三）怎样安排考核时间",
        "60分钟。",
    )
    requirements = read(TITLE, "四、考核要求", *parts).requirements
    assert requirements.examiners == "3名。"
    assert requirements.method_and_time == "60分钟。"


SLIPS = [
    (("二、使用对象", APPLICANTS), "/applicants", "another letter"),
    (
        ("四、考核要求", "（一）申报条件", "不限", "（二）考评员构城", TEXT),
        "/requirements/examiners",
        "its end",
    ),
    (
        ("四、考核要求", "（一）鉴定场地设备要秋", TEXT),
        "/requirements/venue_and_equipment",
        "its end",
    ),
    (("三、能力标准于鉴定内容", content_table()), "/tasks", "a connecting word"),
    (("四、鉴定要球", "（一）申报条件", TEXT), "/requirements", "four letters"),
    (
        ("四、考核要求", "（一）申报条件", "不限", "（二）考评构成", TEXT),
        "/requirements/examiners",
        "a letter too few",
    ),
    (("一、定意", DEFINITION), "/definition", "two letters below a title, numbered one"),
]


@pytest.mark.parametrize(("parts", "path", "why"), SLIPS)
def test_a_slip_of_one_letter_is_forgiven_and_remarked(
    parts: tuple[str, ...], path: str, why: str
) -> None:
    assert list(remarks(TITLE, *parts, kind="misprint")) == [path], why


NO_SLIPS = ["定意", "二、定位", "准备要求", "考核准备"]


@pytest.mark.parametrize("line", NO_SLIPS)
def test_other_words_are_no_slips(line: str) -> None:
    found = submission(TITLE, "二、适用对象", APPLICANTS, line, TEXT)
    assert not [remark for remark in found.remarks if remark.kind == "misprint"]


def test_an_exact_heading_is_not_remarked() -> None:
    assert (
        remarks(TITLE, "一、定义", TEXT, "三、能力标准及鉴定内容", content_table(), kind="misprint")
        == {}
    )


def test_a_table_in_a_requirement_is_read_as_lines() -> None:
    equipment = table(
        ("序号", "名称", "数量"), ("1", "和面机", "2台"), ("2", "案板", "10块"), number=2
    )
    requirements = read(TITLE, "四、考核要求", "（四）鉴定场地设备要求", "设备如下：", equipment)
    expected = "设备如下：\n序号\t名称\t数量\n1\t和面机\t2台\n2\t案板\t10块"
    assert requirements.requirements.venue_and_equipment == expected


def test_a_table_of_contents_is_no_text() -> None:
    contents = ("目录", "一、定义\t1", "二、适用对象\t1", "三、考核内容\t2")
    record = read(TITLE, *contents, "一、定义", DEFINITION, "二、适用对象", APPLICANTS)
    assert (record.definition, record.applicants) == (DEFINITION, APPLICANTS)


def test_a_heading_without_text_gives_nothing_and_its_own_place() -> None:
    found = submission(TITLE, "一、定义", "二、适用对象", APPLICANTS)
    assert found.places["/definition"].text == "第2段"
    assert read(TITLE, "一、定义", "二、适用对象", APPLICANTS).definition is None


def test_text_says_under_which_heading_it_stands() -> None:
    parts = (
        TITLE,
        "一、定义",
        DEFINITION,
        "四、考核要求",
        "1.申报条件：不限。",
        "2.考评员构成",
        "3名。",
    )
    places = submission(*parts).places
    assert places["/definition"].text == "“一、定义”下第3段"
    assert places["/requirements/eligibility"].text == "“四、考核要求”下第5段"
    assert places["/requirements/examiners"].text == "“2.考评员构成”下第7段"
    assert places["/requirements"].text == "第4段"


def test_pictures_and_garbled_letters_are_doubted_where_text_should_be() -> None:
    picture = paragraph("", unread="picture")
    garbled = paragraph("\ue123\ue124", unread="garbled")
    parts = (TITLE, "一、定义", picture, "二、适用对象", garbled)
    record = read(*parts)
    assert (record.definition, record.applicants) == (None, None)
    assert set(remarks(*parts)) == {"/definition", "/applicants"}


def test_a_picture_beside_text_is_no_doubt() -> None:
    parts = (TITLE, "一、定义", DEFINITION, paragraph("", unread="picture"))
    assert read(*parts).definition == DEFINITION
    assert remarks(*parts) == {}


def test_what_stands_under_a_heading_that_is_a_picture_is_doubted() -> None:
    picture = paragraph("", unread="picture")
    above = (TITLE, picture, DEFINITION, "二、适用对象", APPLICANTS)
    below = (TITLE, "四、考核要求", picture, "年满16周岁。", "（二）考评员构成", "3名。")

    assert list(remarks(*above)) == ["/definition"]
    assert "/requirements/eligibility" in remarks(*below)
    assert read(*below).requirements.examiners == "3名。"


def test_a_picture_that_heads_nothing_leaves_what_is_missing_missing() -> None:
    picture = paragraph("", unread="picture")
    seal = (TITLE, "一、定义", DEFINITION, "四、考核要求", "（二）考评员构成", "3名。", picture)
    emblem = (picture, TITLE, "二、适用对象", APPLICANTS)

    assert remarks(*seal) == {}
    assert remarks(*emblem) == {}


def test_hidden_text_is_remarked_once() -> None:
    hidden = paragraph(APPLICANTS, hidden="看不见的话")
    parts = (
        TITLE,
        "一、定义",
        DEFINITION,
        "二、适用对象",
        hidden,
        paragraph("完。", hidden="另一句"),
    )
    found = remarks(*parts, kind="hidden")
    assert list(found) == ["/applicants"]
    assert "2处" in found["/applicants"]


def test_spaces_at_the_ends_are_trimmed_and_inner_ones_kept() -> None:
    assert read(TITLE, "一、定义", "\u3000\u3000运用 和面机\u00a0").definition == "运用 和面机"


def test_requirements_without_headings_of_their_own_are_doubted() -> None:
    unlabelled = ("四、考核要求", "满16周岁的劳动者均可申报。", "每组3名考评员，考90分钟。")
    found = remarks(TITLE, "一、定义", DEFINITION, content_table(), *unlabelled)
    assert list(found) == ["/requirements"]


def test_an_opening_sentence_above_labelled_requirements_is_no_doubt() -> None:
    labelled = ("四、考核要求", "按下列要求组织考核。", "（一）申报条件", TEXT)
    assert remarks(TITLE, "一、定义", DEFINITION, content_table(), *labelled) == {}
