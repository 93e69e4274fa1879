"""What counts as a specification, and where one ends and the next begins."""

import pytest

from extract.building import (
    APPLICANTS,
    CONTENT,
    DEFINITION,
    HEADER,
    SOURCE,
    TASKS,
    THREE,
    TITLE,
    Part,
    content_table,
    document,
    paragraph,
    read,
    records,
    remarks,
    submissions,
    table,
    task_lines,
)
from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.extract.specification.reading import read_specifications

FULL: tuple[Part, ...] = (
    "一、定义",
    DEFINITION,
    "二、适用对象",
    APPLICANTS,
    CONTENT,
    content_table(),
    "四、鉴定要求",
    "（一）申报条件",
    "不限。",
    "（二）考评员构成",
    "每个考评组不少于3名考评员。",
    "（三）鉴定方式与鉴定时间",
    "现场操作，90分钟。",
    "（四）鉴定场地设备要求",
    "操作台。",
)
OTHER = "社区绿化专项职业能力考核规范"


def test_every_field_of_a_whole_specification_is_read() -> None:
    [record] = records(TITLE, *FULL)
    assert record.name == "拉面制作"
    assert record.definition == DEFINITION
    assert record.applicants == APPLICANTS
    assert task_lines(record) == THREE
    requirements = record.requirements
    assert requirements.eligibility == "不限。"
    assert requirements.examiners == "每个考评组不少于3名考评员。"
    assert requirements.examiner_minimum == 3
    assert requirements.method_and_time == "现场操作，90分钟。"
    assert requirements.duration_minutes == 90
    assert requirements.venue_and_equipment == "操作台。"


def test_a_whole_specification_leaves_no_remark() -> None:
    [only] = submissions(TITLE, *FULL)
    assert only.remarks == ()
    assert only.kind == "specification"


def test_every_value_has_a_place() -> None:
    [only] = submissions(TITLE, *FULL)
    expected = {
        "",
        "/name",
        "/definition",
        "/applicants",
        "/ability_name",
        "/occupation",
        "/tasks",
        "/tasks/0",
        "/tasks/0/name",
        "/tasks/0/operations",
        "/tasks/0/operations/1",
        "/tasks/0/knowledge",
        "/tasks/0/knowledge/0",
        "/tasks/0/weight",
        "/tasks/0/weight_text",
        "/tasks/2/knowledge/1",
        "/requirements",
        "/requirements/eligibility",
        "/requirements/examiners",
        "/requirements/method_and_time",
        "/requirements/venue_and_equipment",
    }
    # 能力名称 and 职业领域 have no label here: their place is the table that should have it.
    assert expected <= set(only.places)
    assert all(place.text for place in only.places.values())


RECOGNISED: list[tuple[tuple[Part, ...], str]] = [
    ((TITLE, "一、定义", DEFINITION), "a title and one part"),
    ((TITLE, content_table()), "a title and a table"),
    (("一、定义", DEFINITION, "二、适用对象", APPLICANTS), "two headings"),
    (("二、适用对象", APPLICANTS, "四、考核要求"), "two other headings"),
    ((content_table(),), "a content table alone"),
    ((table(HEADER[:3], *[row[:3] for row in TASKS]),), "a table with three of the columns"),
]


@pytest.mark.parametrize(("parts", "why"), RECOGNISED)
def test_a_poor_specification_is_recognised(parts: tuple[Part, ...], why: str) -> None:
    assert len(records(*parts)) == 1, why


UNKNOWN: list[tuple[tuple[Part, ...], str]] = [
    ((), "nothing"),
    (("今日天气晴。",), "some text"),
    ((TITLE,), "a title alone"),
    (("一、定义", "本合同所称货物指面粉。"), "one everyday heading"),
    ((table(("名称", "型号", "数量"), ("和面机", "A", "2")),), "a table of things"),
    (
        (
            "考核公告",
            "一、考核项目",
            "拉面制作",
            "二、报名条件",
            "年满16周岁",
            "三、考核方式",
            "实操",
        ),
        "an announcement",
    ),
    (
        ("会议纪要", table(("任务", "责任人"), ("搬桌子", "张三"))),
        "minutes with a list of tasks",
    ),
]


@pytest.mark.parametrize(("parts", "why"), UNKNOWN)
def test_another_document_is_not_recognised(parts: tuple[Part, ...], why: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        submissions(*parts)
    assert caught.value.error == "unrecognised", why
    assert "专项职业能力考核规范" in caught.value.words.zh
    assert "工作任务" in caught.value.words.zh
    assert "--as" in caught.value.words.en


@pytest.mark.parametrize(("parts", "why"), UNKNOWN[:4])
def test_a_kind_that_is_given_is_believed(parts: tuple[Part, ...], why: str) -> None:
    [only] = submissions(*parts, kind="specification")
    assert only.kind == "specification", why


def test_three_specifications_in_a_file_are_three_submissions() -> None:
    found = submissions(TITLE, *FULL, OTHER, *FULL, "家居保洁专项职业能力考核规范", *FULL)
    assert [each.source.index for each in found if each.source] == [0, 1, 2]
    names = [record.name for record in records(TITLE, *FULL, OTHER, *FULL)]
    assert names == ["拉面制作", "社区绿化"]
    assert [len(record.tasks) for record in records(TITLE, *FULL, OTHER, *FULL)] == [3, 3]


def test_the_last_part_of_one_does_not_run_into_the_title_of_the_next() -> None:
    first, second = records(TITLE, *FULL, "社区绿化", "专项职业能力考核规范", *FULL)
    assert first.requirements.venue_and_equipment == "操作台。"
    assert second.name == "社区绿化"


def test_a_definition_that_comes_again_begins_another_specification() -> None:
    first, second = records(*FULL, *FULL)
    assert first.requirements.venue_and_equipment == "操作台。"
    assert second.definition == DEFINITION


def test_specifications_without_a_definition_are_told_apart_by_their_titles() -> None:
    assert [each.name for each in records(TITLE, *FULL[2:], OTHER, *FULL[2:])] == [
        "拉面制作",
        "社区绿化",
    ]


def test_tables_alone_are_told_apart_by_their_titles() -> None:
    found = records(TITLE, content_table(), OTHER, content_table(number=2))
    assert [each.name for each in found] == ["拉面制作", "社区绿化"]


def test_a_cover_and_a_table_of_contents_begin_no_specification() -> None:
    cover = (TITLE, "某某市人力资源和社会保障局", "2024年5月")
    contents = ("目录", f"{TITLE}……1", f"{OTHER}\t5")
    found = records(*cover, *contents, TITLE, *FULL, OTHER, *FULL)
    assert [each.name for each in found] == ["拉面制作", "社区绿化"]


def test_a_title_repeated_at_the_head_of_a_page_changes_nothing() -> None:
    [record] = records(TITLE, *FULL[:4], TITLE, *FULL[4:11], TITLE, *FULL[11:])
    assert task_lines(record) == THREE
    assert record.requirements.venue_and_equipment == "操作台。"


def test_a_title_at_the_end_begins_nothing() -> None:
    [record] = records(TITLE, *FULL, f"附件：{OTHER}")
    assert record.name == "拉面制作"


def test_places_of_the_second_specification_are_its_own() -> None:
    second = submissions(TITLE, *FULL, OTHER, *FULL)[1]
    assert second.places[""].text == f"第{len(FULL) + 2}段"


def test_parts_of_the_file_that_were_not_read_are_doubted_for_all() -> None:
    parts = document(TITLE, *FULL, OTHER, *FULL, unread=("文本框",))
    for each in extract(parts, SOURCE):
        assert [remark.path for remark in each.doubts] == [""]
        assert "文本框" in each.doubts[0].message.zh


def test_an_unsupported_kind_is_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        submissions(TITLE, *FULL, kind="session")
    assert caught.value.error == "unsupported"


OCCUPATIONS: list[tuple[str, str | None, str | None, str]] = [
    ("4-03-02-02中式面点师", "4-03-02-02", "中式面点师", "run together"),
    ("4-03-02-02 中式面点师", "4-03-02-02", "中式面点师", "a space"),
    ("中式面点师（4-03-02-02）", "4-03-02-02", "中式面点师", "the code in brackets"),
    ("（4-03-02-02）中式面点师", "4-03-02-02", "中式面点师", "brackets first"),
    ("4-03-02-02（中式面点师）", "4-03-02-02", "中式面点师", "the name in brackets"),
    ("中式面点师4-03-02-02", "4-03-02-02", "中式面点师", "the code last"),
    ("4-03-02-02", "4-03-02-02", None, "a code alone"),
    ("中式面点师", None, "中式面点师", "a name alone"),
    ("果树园艺", None, "果树园艺", "no 细类"),
    ("计算机应用软件类", None, "计算机应用软件类", "no 细类 either"),
    ("４－０３－０２－０２中式面点师", "4-03-02-02", "中式面点师", "full-width"),
    ("4—03—02—02 中式面点师", "4-03-02-02", "中式面点师", "long dashes"),
    ("4 - 03 - 02 - 02 中式面点师", "4-03-02-02", "中式面点师", "spaces in the code"),
    ("4-03-02-02\n中式面点师", "4-03-02-02", "中式面点师", "two lines"),
    ("4-03-02-02、中式面点师", "4-03-02-02", "中式面点师", "a comma between"),
    ("4-03-02-02 中式面点师 L", "4-03-02-02", "中式面点师", "a green occupation"),
    ("2-02-38-04数字化管理师 S", "2-02-38-04", "数字化管理师", "a digital occupation"),
    ("4-03-02-02 中式面点师 L/S", "4-03-02-02", "中式面点师", "both"),
    ("X4-03-02-02中式面点师", "4-03-02-02", "中式面点师", "an X of the first edition"),
    ("4-03-02-02（GBM 40302）中式面点师", "4-03-02-02", "中式面点师", "a code of the statistics"),
    ("职业编码：4-03-02-02 职业名称：中式面点师", "4-03-02-02", "中式面点师", "labels inside"),
    ("4030202中式面点师", "4-03-02-02", "中式面点师", "digits without dashes"),
    ("4-03-02餐饮服务人员", "4-03-02", "餐饮服务人员", "the code of a group"),
]


@pytest.mark.parametrize(("text", "code", "name", "why"), OCCUPATIONS)
def test_an_occupation_is_code_and_name(
    text: str, code: str | None, name: str | None, why: str
) -> None:
    head = [("能力名称", "拉面制作", "职业领域", text)]
    occupation = read(TITLE, CONTENT, content_table(head=head)).occupation
    assert occupation is not None
    assert (occupation.code, occupation.name) == (code, name), why
    assert occupation.text == text, why


def test_several_occupations_are_doubted() -> None:
    head = [("能力名称", "拉面制作", "职业领域", "4-03-02-01中式烹调师、4-03-02-02中式面点师")]
    parts = (TITLE, CONTENT, content_table(head=head))
    occupation = read(*parts).occupation
    assert occupation is not None
    assert (occupation.code, occupation.name) == (None, None)
    assert list(remarks(*parts)) == ["/occupation"]


def test_a_picture_for_an_occupation_is_doubted() -> None:
    head = [("能力名称", "拉面制作", "职业领域", paragraph("", unread="picture"))]
    parts = (TITLE, CONTENT, content_table(head=head))
    assert read(*parts).occupation is None
    assert list(remarks(*parts)) == ["/occupation"]


def test_a_picture_for_a_label_and_its_value_is_doubted() -> None:
    head = [(paragraph("", unread="picture"), "", "职业领域", "4-03-02-02中式面点师")]
    parts = (TITLE, CONTENT, content_table(head=head))
    assert read(*parts).ability_name is None
    assert list(remarks(*parts)) == ["/ability_name"]


def test_an_application_is_no_specification() -> None:
    form = table(("申请单位", "", "负责人", ""), ("考评员情况", "姓名", "性别", "年龄"))
    parts = document("山东省专项职业能力考点设立申请表", form)
    assert read_specifications(parts, SOURCE, insist=False) == []


def test_an_empty_document_is_not_recognised() -> None:
    with pytest.raises(UnreadableFile):
        extract(Document((), "test"), SOURCE)
