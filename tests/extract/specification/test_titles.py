"""What a specification is called, in each form that titles were filed in."""

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
)

NAMES: list[tuple[str, str | None, str]] = [
    ("拉面制作专项职业能力考核规范", "拉面制作", "plain"),
    (
        "2-36【CorelDraw图形图像处理】专项职业能力考核规范",
        "CorelDraw图形图像处理",
        "a catalogue's number",
    ),
    ("湖北专项：办公软件应用专项职业能力考核规范", "办公软件应用", "a province's ornament"),
    ("海南省文昌市职业资格考试佛珠制作专项职业能力考核规范", "佛珠制作", "a city's ornament"),
    ("拉面制作专项职业能力考核规范（征求意见稿）", "拉面制作", "a draft"),
    ("拉面制作专项职业能力考核规范(试行)", "拉面制作", "on trial"),
    ("《拉面制作专项职业能力考核规范》", "拉面制作", "quoted whole"),
    ("《拉面制作》专项职业能力考核规范", "拉面制作", "quoted name"),
    ("【拉面制作】专项职业能力考核规范", "拉面制作", "bracketed name"),
    ("（拉面制作）专项职业能力考核规范", "拉面制作", "name in round brackets"),
    ("拉面制作——专项职业能力考核规范", "拉面制作", "a dash between"),
    ("专项职业能力考核规范（拉面制作）", "拉面制作", "the name behind"),
    ("专项职业能力考核规范——拉面制作", "拉面制作", "the name behind a dash"),
    ("附件2：拉面制作专项职业能力考核规范", "拉面制作", "an annex"),
    ("12.拉面制作专项职业能力考核规范", "拉面制作", "a number"),
    ("2021年拉面制作专项职业能力考核规范", "拉面制作", "a year"),
    ("山东省社区绿化专项职业能力考核规范", "社区绿化", "a province"),
    ("拉 面 制 作 专 项 职 业 能 力 考 核 规 范", "拉面制作", "letters spread over the line"),
    ("拉面制作\u3000专项职业能力考核规范", "拉面制作", "a wide space between"),
    ("CorelDraw X4 图形处理专项职业能力考核规范", "CorelDraw X4 图形处理", "inner spaces are kept"),
    ("拉面制作考核规范", "拉面制作", "the short form"),
    ("拉面制作专项能力考核规范", "拉面制作", "a shorter form"),
    ("拉面制作专项职业能力规范", "拉面制作", "another short form"),
    ("3D打印操作专项职业能力考核规范", "3D打印操作", "a digit of the name"),
    ("2.5D插画制作专项职业能力考核规范", "2.5D插画制作", "a decimal of the name"),
    ("0-3岁婴幼儿照护专项职业能力考核规范", "0-3岁婴幼儿照护", "an age of the name"),
    ("十字绣专项职业能力考核规范", "十字绣", "a numeral of the name"),
    ("按摩服务专项职业能力考核规范", "按摩服务", "按 of the name"),
    ("农贸市场管理专项职业能力考核规范", "农贸市场管理", "市 of the name"),
    ("拉面制作（手工）专项职业能力考核规范", "拉面制作（手工）", "brackets of the name"),
    ("海带加工员专项职业能力考核规范", "海带加工员", "a bad name is kept as written"),
    ("专项职业能力考核规范", None, "no name"),
    ("______专项职业能力考核规范", None, "the form's blank"),
    ("      专项职业能力考核规范", None, "a blank of spaces"),
    ("×××专项职业能力考核规范", None, "crosses for a name"),
    ("XX专项职业能力考核规范", None, "letters for a name"),
    ("（名称）专项职业能力考核规范", None, "the form's prompt"),
    ("威海市专项职业能力考核规范", None, "a city is no ability"),
]


@pytest.mark.parametrize(("title", "name", "why"), NAMES)
def test_the_name_is_the_title_without_ornaments(title: str, name: str | None, why: str) -> None:
    assert read(title, "一、定义", DEFINITION).name == name, why


@pytest.mark.parametrize("mask", ["×××", "XX", "某某", "*** "])
def test_a_mask_in_the_title_is_said_where_the_table_names_the_ability(mask: str) -> None:
    table = content_table(head=[["能力名称：拉面制作", "职业领域：中式面点师"]])
    title = f"{mask}专项职业能力考核规范"
    assert read(title, "一、定义", DEFINITION, table).name == mask.strip()
    assert read("专项职业能力考核规范", "一、定义", DEFINITION, table).name is None


HALVES = [
    (("拉面制作", "专项职业能力考核规范"), "拉面制作", "the name above"),
    (("拉面制作专项职业", "能力考核规范"), "拉面制作", "broken inside"),
    (("拉面制作专项职业能力", "考核规范"), "拉面制作", "broken before the last words"),
    (("湖北专项：", "拉面制作专项职业能力考核规范"), "拉面制作", "an ornament above"),
    (("附件2", "专项职业能力考核规范"), None, "an annex is no name"),
    (("威海市人力资源和社会保障局", "专项职业能力考核规范"), None, "nor is an office"),
    (("发布日期：2024-05-01", "专项职业能力考核规范"), None, "nor is a date"),
]


@pytest.mark.parametrize(("lines", "name", "why"), HALVES)
def test_a_title_may_run_over_two_lines(lines: tuple[str, ...], name: str | None, why: str) -> None:
    assert read(*lines, "一、定义", DEFINITION).name == name, why


def test_noise_above_the_title_is_passed_over() -> None:
    noise = ("首页 > 通知公告", "发布日期：2024-05-01  来源：某某局", "打印本页")
    found = submission(*noise, TITLE, "一、定义", DEFINITION)
    assert read(*noise, TITLE, "一、定义", DEFINITION).name == "拉面制作"
    assert found.places[""].text == "第4段"
    assert found.places["/name"].text == "第4段"


def test_without_a_title_there_is_no_name_and_the_place_is_the_first_block() -> None:
    found = submission("一、定义", DEFINITION, "二、适用对象", APPLICANTS)
    assert found.places["/name"].text == "第1段"
    assert read("一、定义", DEFINITION, "二、适用对象", APPLICANTS).name is None


def test_a_heading_that_asks_for_the_name_gives_it_where_the_title_does_not() -> None:
    assert read("一、名称：拉面制作", "二、定义", DEFINITION).name == "拉面制作"
    assert (
        read("专项职业能力考核规范", "项目名称", "拉面制作", "一、定义", DEFINITION).name
        == "拉面制作"
    )


def test_a_city_before_the_name_is_an_ornament_if_the_table_says_so() -> None:
    title = "威海市拉面制作专项职业能力考核规范"
    head = [("能力名称：拉面制作", "<", "职业领域：", "<")]
    assert read(title, "一、定义", DEFINITION, content_table(head=head)).name == "拉面制作"
    assert read(title, "一、定义", DEFINITION).name == "威海市拉面制作"


def test_a_slip_in_the_title_is_forgiven_and_remarked() -> None:
    parts = ("拉面制作专项执业能力考核规范", "一、定义", DEFINITION)
    assert read(*parts).name == "拉面制作"
    assert "专项执业能力考核规范" in remarks(*parts, kind="misprint")["/name"]


def test_invisible_letters_in_a_name_are_left_out_and_remarked() -> None:
    parts = ("拉面\u200b制作专项职业能力考核规范", "一、定义", DEFINITION)
    assert read(*parts).name == "拉面制作"
    assert list(remarks(*parts, kind="hidden")) == ["/name"]


def test_a_picture_for_a_title_is_doubted() -> None:
    picture = paragraph("", unread="picture")
    parts = (picture, "一、定义", DEFINITION)
    assert read(*parts).name is None
    assert list(remarks(*parts)) == ["/name"]


MENTIONS = [
    "依据《拉面制作专项职业能力考核规范》",
    "本规范按照专项职业能力考核规范编写，请各单位执行。",
    "拉面制作专项职业能力考核规范编写说明",
    "拉面制作专项职业能力考核规范……12",
    "（二）考核规范",
]


@pytest.mark.parametrize("line", MENTIONS)
def test_a_line_that_speaks_of_a_specification_is_no_title(line: str) -> None:
    assert read(line, "一、定义", DEFINITION).name is None


def test_a_title_of_word_is_read_whatever_its_level() -> None:
    title = paragraph(TITLE, level=0)
    assert read(title, "一、定义", DEFINITION).name == "拉面制作"
