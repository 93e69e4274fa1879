"""Lines → paragraphs: what wrapped is put together, what was typed apart stays apart."""

import pytest

from readers.pdf.sheets import Sheets, body, table_of, texts
from specvalidator.readers.pdf import read_pdf

# Letters of 12 points from 70 to 526: a full line has 38 Chinese characters.
FULL = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写的时候要写清"
WIDTH = 38


def wrapped(text: str, width: int = WIDTH, first: int = 0) -> list[str]:
    """Break Chinese text into full lines; the first is shorter by its indent."""
    lines = [text[: width - first]]
    rest = text[width - first :]
    lines += [rest[k : k + width] for k in range(0, len(rest), width)]
    return lines


def read(lines: list[str], first: float = 0, pitch: float = 18) -> list[str]:
    sheets = Sheets().lines(70, 80, [FULL[:WIDTH]]).text(70, 150, "二、适用对象")
    return body(read_pdf(sheets.lines(70, 200, lines, first=first, pitch=pitch).data()))[2:]


def test_lines_that_wrapped_are_one_paragraph_without_spaces_between_chinese() -> None:
    text = FULL + FULL + "完。"

    assert read(wrapped(text)) == [text]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    first, second = FULL[:36] + FULL[:38], FULL + "。"
    sheets = Sheets().lines(70, 80, wrapped(first, first=2), first=24)
    sheets.lines(70, 116, wrapped(second, first=2), first=24)

    assert body(read_pdf(sheets.data())) == [first, second]


def test_an_indented_line_that_ends_as_far_from_the_margin_is_not_centred() -> None:
    # 写， does not fit, for the comma may not begin a line: two letters are free on both sides.
    first = FULL[:34] + "写，" + FULL[:10]
    sheets = Sheets().lines(70, 80, [FULL[:WIDTH], FULL[:WIDTH]])
    sheets.lines(70, 116, [first[:34], first[34:]], first=24)

    assert body(read_pdf(sheets.data())) == [FULL[:WIDTH] * 2, first]


def test_a_hanging_indent_begins_no_paragraph() -> None:
    sheets = Sheets().text(70, 80, "1." + FULL[:36]).text(94, 98, FULL[:36]).text(94, 116, "完。")
    sheets.text(70, 134, "2.称量")

    assert body(read_pdf(sheets.data())) == ["1." + FULL[:36] + FULL[:36] + "完。", "2.称量"]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    assert read(["一、定义", "运用工具的能力。", FULL[:WIDTH], "完。"]) == [
        "一、定义", "运用工具的能力。", FULL[:WIDTH] + "完。"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [
        "一、",
        "二．",
        "（三）",
        "(4)",
        "5.",
        "6、",
        "7．",
        "8 .",
        "⑨",
        "A.",
        "第一单元",
        "10)",
        "（11）",
    ],
)
def test_an_item_begins_a_paragraph_even_after_a_full_line(label: str) -> None:
    assert read([FULL[:WIDTH], label + "称量"]) == [FULL[:WIDTH], label + "称量"]


@pytest.mark.parametrize(
    ("begin", "why"),
    [
        ("1.5小时完成", "a decimal is no label"),
        ("60分以上合格", "a number before a word is no label"),
        ("（1:0.5）的比例", "a ratio is no label"),
        ("三名考评员", "a numeral before a word is no label"),
    ],
)
def test_what_merely_looks_like_an_item_goes_on(begin: str, why: str) -> None:
    assert read([FULL[:WIDTH], begin]) == [FULL[:WIDTH] + begin], why


def test_a_line_that_ends_in_a_comma_goes_on_even_with_a_number() -> None:
    line = FULL[: WIDTH - 1] + "、"

    assert read([line, "3、5名考评员。"]) == [line + "3、5名考评员。"]


def test_a_wide_gap_parts_paragraphs() -> None:
    sheets = Sheets().lines(70, 80, [FULL[:WIDTH], FULL[:WIDTH]])
    sheets.lines(70, 150, [FULL[:WIDTH], "完。"])

    assert body(read_pdf(sheets.data())) == [FULL[:WIDTH] * 2, FULL[:WIDTH] + "完。"]


def test_a_larger_title_is_a_paragraph_of_its_own() -> None:
    sheets = Sheets().text(106, 60, "拉面制作专项职业能力考核规范征求意见", size=22)
    sheets.lines(70, 90, [FULL[:WIDTH], "完。"])

    assert body(read_pdf(sheets.data())) == [
        "拉面制作专项职业能力考核规范征求意见", FULL[:WIDTH] + "完。"
    ]  # fmt: skip


def test_a_title_on_two_centred_lines_is_one_paragraph() -> None:
    sheets = Sheets().text(87, 60, "海南省文昌市职业资格考试佛珠制作专项职", size=22)
    sheets.text(220, 88, "业能力考核规范", size=22).lines(70, 130, [FULL[:WIDTH], "完。"])

    assert (
        body(read_pdf(sheets.data()))[0] == "海南省文昌市职业资格考试佛珠制作专项职业能力考核规范"
    )


@pytest.mark.parametrize(
    ("lines", "text", "why"),
    [
        (
            ["能使用Adobe", "Photoshop作图"],
            "能使用Adobe Photoshop作图",
            "words end where lines end",
        ),
        (["3710002021", "00012"], "371000202100012", "a number that did not fit"),
        (["和面机X-", "200型"], "和面机X-200型", "a hyphen that was typed"),
        (["温度25", "℃以下"], "温度25℃以下", "a number and its unit"),
        (["张淑", "芬"], "张淑芬", "a name"),
    ],
)
def test_words_and_numbers_over_two_lines_of_a_cell(lines: list[str], text: str, why: str) -> None:
    widest = max(sum(6.6 if letter.isascii() else 12 for letter in line) for line in lines)
    sheets = Sheets()
    sheets.table([70, 70 + widest + 11, 400], 100, [["\n".join(lines), "右"]])

    assert texts(table_of(read_pdf(sheets.data())))[0][0] == text, why


def test_items_of_a_cell_are_paragraphs_and_their_wrapped_lines_are_not() -> None:
    sheets = Sheets()
    cell = "1.面粉的分类\n与品质鉴别方\n法\n2.食品安全\n（三）计量器\n具"
    sheets.table([70, 153, 400], 100, [[cell, "右"]])

    assert texts(table_of(read_pdf(sheets.data())))[0][0] == (
        "1.面粉的分类与品质鉴别方法\n2.食品安全\n（三）计量器具"
    )


def test_punctuation_kept_with_the_letter_before_it_leaves_a_gap_that_ends_nothing() -> None:
    # 称量。 does not fit: the full stop may not begin a line, so 量 went down with it.
    sheets = Sheets()
    sheets.table([70, 153, 400], 100, [["能按配方称\n量。", "右"]])

    assert texts(table_of(read_pdf(sheets.data())))[0][0] == "能按配方称量。"


def test_the_rest_of_a_centred_line_is_no_indented_paragraph() -> None:
    sheets = Sheets().grid([70, 142, 400], [100, 150])
    sheets.text(76, 103, "百分之四十").text(100, 120, "五").text(150, 103, "右")

    assert texts(table_of(read_pdf(sheets.data())))[0][0] == "百分之四十五"


def test_lines_set_at_the_right_are_paragraphs_of_their_own() -> None:
    sheets = Sheets().grid([70, 130, 500], [100, 200]).text(76, 103, "意见")
    sheets.text(136, 103, "同意。").text(458, 125, "(盖章)").text(386, 143, "负责人(签名)葛立春")
    sheets.text(422, 161, "2024年4月8日")

    assert texts(table_of(read_pdf(sheets.data())))[0][1].split("\n") == [
        "同意。", "(盖章)", "负责人(签名)葛立春", "2024年4月8日"
    ]  # fmt: skip


def test_a_line_that_announces_what_follows_ends_its_paragraph() -> None:
    line = FULL[: WIDTH - 3] + "如下："

    assert read([line, "今年的考核项目为面塑制作。"]) == [line, "今年的考核项目为面塑制作。"]


def test_a_word_set_downwards_is_one_paragraph() -> None:
    sheets = Sheets().grid([70, 200, 400], [100, 220])
    sheets.lines(130, 110, list("考评员情况"), pitch=14).text(210, 110, "右")

    assert texts(table_of(read_pdf(sheets.data())))[0][0] == "考评员情况"


@pytest.mark.parametrize(
    ("gap", "text", "why"),
    [
        (3, "不少于60分钟", "Word sets a quarter of a letter between Chinese and figures"),
        (24, "不少于 60分钟", "two letters are a gap that somebody made"),
    ],
)
def test_a_gap_between_chinese_and_figures(gap: float, text: str, why: str) -> None:
    sheets = Sheets().text(70, 100, "不少于").text(106 + gap, 100, "60分钟")

    assert body(read_pdf(sheets.data())) == [text], why


def test_typed_spaces_are_kept() -> None:
    sheets = Sheets().text(70, 100, "能力名称：剪纸    职业领域：工艺美术")
    words = body(read_pdf(sheets.data()))[0].split()

    assert words == ["能力名称：剪纸", "职业领域：工艺美术"]


def test_superscripts_belong_to_their_line() -> None:
    sheets = Sheets().text(70, 100, "面积120M").text(130, 97, "2", size=7).text(137, 100, "以上")

    assert body(read_pdf(sheets.data()))[0].replace(" ", "") == "面积120M²以上"


@pytest.mark.parametrize(
    "heading",
    ["适用对象", "2 适用对象", "【适用对象】", "适用对象：", "二 适用对象", "Ⅱ、适用对象",
     "（二）适用对象", "申报条件：达到法定劳动年龄", "■ 适用对象", "常用工具一览"],
)  # fmt: skip
def test_a_full_line_does_not_swallow_the_heading_below_it(heading: str) -> None:
    full = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写要写能力。"
    lines = [full, heading, "求职、就业的人员。"]

    assert body(read_pdf(Sheets().lines(70, 100, lines).data())) == lines


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("适用对象，也可以是", "a sentence that goes on"),
        ("考核要求的其他规定。", "the same"),
        ("能力和知识。", "the last words of a sentence"),
    ],
)
def test_a_line_that_merely_begins_like_a_heading_goes_on(second: str, why: str) -> None:
    full = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写的时候要写"

    assert body(read_pdf(Sheets().lines(70, 100, [full, second]).data())) == [full + second], why


def test_a_title_is_not_glued_to_a_smaller_line_above_or_below_it() -> None:
    sheets = Sheets().text(
        70, 100, "首页　通知公告　专项职业能力考核规范征求意见稿的公示正文内容如下所示这里"
    )
    sheets.text(70, 120, "示例市贝壳画图样设计与手工拼贴制作专项职业能力考核规范", size=17)
    sheets.text(70, 144, "来源：示例网　更新时间：2021年5月24日")
    found = body(read_pdf(sheets.data()))

    assert found[1] == "示例市贝壳画图样设计与手工拼贴制作专项职业能力考核规范"
    assert len(found) == 3


@pytest.mark.parametrize("mark", ["●", "◆", "■", "✓", "◎", "- ", "— ", "· ", "a) ", "(b) "])
def test_items_with_any_mark_stay_apart_though_their_lines_are_full(mark: str) -> None:
    sheets = Sheets().grid([70, 250, 400], [100, 170])
    lines = [
        mark + word for word in ("本地贝壳的种类知识和名称", "清洗贝壳的用水知识和时间", "晾干")
    ]
    sheets.lines(75.4, 104, lines)

    cell = texts(table_of(read_pdf(sheets.data())))[0][0]
    assert [line.replace(" ", "") for line in cell.split("\n")] == [
        line.replace(" ", "") for line in lines
    ]


def test_text_painted_twice_to_look_bold_is_there_once() -> None:
    sheets = Sheets()
    for shift in (0, 0.3):
        sheets.text(70 + shift, 100, "一、定义").text(70 + shift, 140, "2022年11月1日")
    for index, letter in enumerate("妈妈编竹篮"):
        for shift in (0, 0.25):
            sheets.text(70 + 12 * index + shift, 180, letter)

    assert body(read_pdf(sheets.data())) == ["一、定义", "2022年11月1日", "妈妈编竹篮"]


def test_the_same_words_side_by_side_are_there_twice() -> None:
    sheets = Sheets().text(70, 100, "人人").text(70, 140, "——").text(70, 180, "11.11%%")

    assert body(read_pdf(sheets.data())) == ["人人", "——", "11.11%%"]


BOXED = "运用钩针、剪刀等工具和藤皮、藤芯材料，修复藤椅的能力。"


@pytest.mark.parametrize(
    ("x", "first", "at", "why"),
    [
        (70, 0, 10, "it ends with a mark after which nothing ends"),
        (83, 0, 21, "in a box that begins elsewhere"),
        (70, 24, 21, "its first line is further in"),
    ],
)
def test_a_sentence_in_a_narrow_box_without_lines_is_one_paragraph(
    x: float, first: float, at: int, why: str
) -> None:
    at = BOXED.index("、", at) + 1 if not at % 2 else at
    sheets = Sheets().lines(70, 80, [FULL[:WIDTH]]).text(70, 150, "二、适用对象")
    sheets.lines(x, 200, [BOXED[:at], BOXED[at:]], first=first)

    assert body(read_pdf(sheets.data()))[2:] == [BOXED], why


def test_paragraphs_without_a_full_stop_stay_apart() -> None:
    lines = ["考核时间为150分钟，满分为100分，其中操作占八成", "实行百分制。"]

    assert read(lines) == lines
    assert read(lines, pitch=18, first=0) == lines


def test_the_box_around_a_page_ends_its_lines() -> None:
    sheets = Sheets()
    sheets.canvas.rect(60, 26, 386, 790, stroke=1, fill=0)
    sheets.lines(70, 80, ["一、定义", FULL[:30], "完成操作的能力。", "二、适用对象"])

    assert body(read_pdf(sheets.data()))[1] == FULL[:30] + "完成操作的能力。"
