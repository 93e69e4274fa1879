"""Automatic numbers: what Word prints before a paragraph although nobody typed it."""

import pytest

from readers.word.word_files import level, listed, numbered, only, paragraph, read, style, texts

LAW = listed(
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCounting"),
    level(2, "%3."),
    level(3, "%4", "decimalEnclosedCircle"),
)


def test_levels_count_and_start_anew_below_a_higher_one() -> None:
    document = read(
        numbered("定义")
        + numbered("考核内容")
        + numbered("申报条件", level=1)
        + numbered("达到年龄", level=2)
        + numbered("具有技能", level=2)
        + numbered("细目", level=3)
        + numbered("考评员", level=1)
        + numbered("三名", level=2)
        + numbered("场地")
        + numbered("设备", level=1),
        numbering=LAW,
    )

    assert texts(document) == [
        "一、定义",
        "二、考核内容",
        "（一）申报条件",
        "1.达到年龄",
        "2.具有技能",
        "①细目",
        "（二）考评员",
        "1.三名",
        "三、场地",
        "（一）设备",
    ]


def test_the_label_is_known_apart_from_the_text() -> None:
    found = only(read(numbered("申报条件", level=1), numbering=LAW))

    assert (found.label, found.text) == ("（一）", "（一）申报条件")


def test_an_empty_paragraph_shows_its_number_and_counts() -> None:
    document = read(numbered("") + numbered("乙"), numbering=LAW)

    assert texts(document) == ["一、", "二、乙"]


def test_a_deleted_paragraph_does_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
        '</w:pPr><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>'
    )

    document = read(numbered("甲") + gone + numbered("丙"), numbering=LAW)

    assert texts(document) == ["一、甲", "二、丙"]


@pytest.mark.parametrize(
    ("levels", "asked", "labels"),
    [
        pytest.param(
            [level(0, "%1."), level(1, "%1.%2")],
            [0, 1, 1, 0, 1],
            ["1.", "1.1", "1.2", "2.", "2.1"],
            id="legal numbering",
        ),
        pytest.param(
            [level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")],
            [0, 1, 0, 1],
            ["第一章", "1.1", "第二章", "2.1"],
            id="levels forced to decimal",
        ),
        pytest.param(
            [level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')],
            [0, 1, 1, 0, 1],
            ["1.", "1)", "2)", "2.", "3)"],
            id="a level that never starts anew",
        ),
        pytest.param(
            [level(0, "%1."), level(1, "%2)"), level(2, "%3>", more='<w:lvlRestart w:val="1"/>')],
            [0, 1, 2, 1, 2, 0, 1, 2],
            ["1.", "1)", "1>", "2)", "2>", "2.", "1)", "1>"],
            id="a level that starts anew only below the first",
        ),
        pytest.param(
            [level(0, "%1."), level(1, "%1.%2")], [1, 0], ["1.1", "1."], id="a level left out"
        ),
        pytest.param(
            [level(0, "", "bullet"), level(1, "%2.")],
            [0, 1, 0],
            ["", "1.", ""],
            id="a bullet has no number",
        ),
        pytest.param(
            [level(0, "任务", "none")], [0, 0], ["任务", "任务"], id="text without number"
        ),
        pytest.param([level(0, "%1.", "none")], [0], ["."], id="number that is not written"),
        pytest.param([level(0, "")], [0], [""], id="level without text"),
        pytest.param(
            [level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>")], [0], [""], id="hidden number"
        ),
        pytest.param([level(0, "%1.", more='<w:suff w:val="nothing"/>')], [0], ["1."], id="suffix"),
        pytest.param([level(0, "%1.")], [5], [""], id="level that the list does not have"),
    ],
)
def test_a_level_prints_what_its_definition_says(
    levels: list[str], asked: list[int], labels: list[str]
) -> None:
    body = "".join(numbered("文", level=index) for index in asked)

    document = read(body, numbering=listed(*levels))

    assert texts(document) == [label + "文" for label in labels]


def test_two_lists_of_one_definition_count_on() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'

    document = read(numbered("甲") + numbered("乙", 2) + numbered("丙"), numbering=LAW + second)

    assert texts(document) == ["一、甲", "二、乙", "三、丙"]


def test_a_list_with_a_start_of_its_own_starts_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    second = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{override}</w:num>'

    document = read(
        numbered("甲") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2),
        numbering=LAW + second,
    )

    assert texts(document) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_list_may_replace_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "任务%1：")}</w:lvlOverride>'

    document = read(numbered("甲"), numbering=listed(level(0, "%1."), overrides=override))

    assert texts(document) == ["任务1：甲"]


def test_a_list_may_start_elsewhere() -> None:
    third = level(0, "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="3"/>')

    assert texts(read(numbered("甲") + numbered("乙"), numbering=listed(third))) == [
        "3.甲",
        "4.乙",
    ]


def test_lists_of_different_definitions_count_apart() -> None:
    document = read(
        numbered("甲") + numbered("乙", 2) + numbered("丙"),
        numbering=LAW + listed(level(0, "%1)"), number=2),
    )

    assert texts(document) == ["一、甲", "1)乙", "二、丙"]


def numbering_style(name: str, number: str, based_on: str = "", depth: str = "") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = f'<w:ilvl w:val="{depth}"/>' if depth else ""
    mark += f'<w:numId w:val="{number}"/>' if number else ""
    return style(name, f"{parent}<w:pPr><w:numPr>{mark}</w:numPr></w:pPr>")


def styled(text: str, name: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>{more}')


def tied(index: int, text: str, style_name: str) -> str:
    return level(index, text, more=f'<w:pStyle w:val="{style_name}"/>')


@pytest.mark.parametrize(
    ("styles", "numbering", "body", "shown"),
    [
        pytest.param(
            numbering_style("章", "1"), LAW, styled("甲", "章"), ["一、甲"], id="through its style"
        ),
        pytest.param(
            numbering_style("章", "1") + style("节", '<w:basedOn w:val="章"/>'),
            LAW,
            styled("甲", "节"),
            ["一、甲"],
            id="through the style that its style is based on",
        ),
        pytest.param(
            numbering_style("章", "1") + numbering_style("节", "", "章", "1"),
            LAW,
            styled("甲", "章") + styled("乙", "节"),
            ["一、甲", "（一）乙"],
            id="level of its own, list of the style it is based on",
        ),
        pytest.param(
            numbering_style("章", "1") + numbering_style("节", "1"),
            listed(tied(0, "%1.", "章"), tied(1, "%1.%2", "节")),
            styled("甲", "章") + styled("乙", "节"),
            ["1.甲", "1.1乙"],
            id="level that is tied to the style",
        ),
        pytest.param(
            numbering_style("章", "1") + numbering_style("文", "0", "章"),
            LAW,
            styled("甲", "文"),
            ["甲"],
            id="switched off by a style",
        ),
        pytest.param(
            numbering_style("章", "1"),
            LAW,
            styled("甲", "章", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            ["甲"],
            id="switched off by itself",
        ),
        pytest.param(
            numbering_style("章", "1"),
            LAW,
            styled("甲", "章", '<w:numPr><w:ilvl w:val="2"/></w:numPr>'),
            ["1.甲"],
            id="level by itself, list by style",
        ),
        pytest.param(
            numbering_style("甲", "1", "乙") + style("乙", '<w:basedOn w:val="甲"/>'),
            LAW,
            styled("文", "乙"),
            ["一、文"],
            id="styles based on each other",
        ),
        pytest.param(
            style(
                "单",
                kind="numbering",
                inside='<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
            ),
            listed(number=1, link='<w:numStyleLink w:val="单"/>')
            + listed(level(0, "%1)"), number=2, link='<w:styleLink w:val="单"/>'),
            numbered("甲", 1),
            ["1)甲"],
            id="list that follows a numbering style",
        ),
        pytest.param(
            style(
                "单",
                kind="numbering",
                inside='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
            ),
            listed(level(0, "%1)"), link='<w:numStyleLink w:val="单"/>'),
            numbered("甲"),
            ["甲"],
            id="list that follows itself",
        ),
        pytest.param("", LAW, numbered("甲", 7), ["甲"], id="list that is not there"),
        pytest.param(
            "", listed(level(0, "%1."), number=0), numbered("甲", 0), ["甲"], id="list number zero"
        ),
        pytest.param(
            numbering_style("正", "1").replace(" w:styleId", ' w:default="1" w:styleId'),
            LAW,
            paragraph("甲"),
            ["一、甲"],
            id="through the style of all paragraphs",
        ),
    ],
)
def test_the_list_of_a_paragraph_is_found(
    styles: str, numbering: str, body: str, shown: list[str]
) -> None:
    assert texts(read(body, styles=styles, numbering=numbering)) == shown


def test_numbers_run_on_through_cells_in_reading_order() -> None:
    cells = f"<w:tc>{numbered('甲')}</w:tc><w:tc>{numbered('乙')}</w:tc>"

    document = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{numbered('丙')}", numbering=LAW)

    assert texts(document) == ["三、丙"]


def test_a_custom_format_of_two_digits_is_understood() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )

    assert texts(read(numbered("甲"), numbering=listed(custom))) == ["01.甲"]
