"""What page breaks cut is put together again, and what stands on every page is left out."""

from collections.abc import Sequence

import pytest

from readers.pdf.sheets import Sheets, body, table_of, texts
from specvalidator.document import Table
from specvalidator.readers.pdf import read_pdf

XS = [70.0, 170.0, 281.4, 440.0, 520.0]
HEAD = ["工作任务", "操作规范", "相关知识", "考核比重"]
FULL = "专项职业能力考核规范由考核单位组织编写并且逐级报送备案以后使用编写的时候要写"


def over_two_pages(
    above: Sequence[Sequence[str]],
    below: Sequence[Sequence[str]],
    xs: Sequence[float] = XS,
    least: float = 20,
) -> list[list[str]]:
    """Return the text of tables that end a page and begin the next."""
    sheets = Sheets().text(70, 60, "三、考核内容")
    sheets.table(xs, 600, above, least=least)
    sheets.next().table(xs, 72, below)
    sheets.text(70, 500, "四、考核要求")
    document = read_pdf(sheets.data())
    assert body(document) == ["三、考核内容", "四、考核要求"]
    assert sum(isinstance(block, Table) for block in document.blocks) == 1
    return texts(table_of(document))


def test_a_table_over_two_pages_is_one() -> None:
    first, second = (
        ["（一）和面", "1.称量", "1.面粉", "20%"],
        ["（二）溜条", "1.摔打", "1.筋性", "80%"],
    )

    assert over_two_pages([HEAD, first], [second]) == [HEAD, first, second]


def test_a_repeated_head_is_dropped() -> None:
    first, second = (
        ["（一）和面", "1.称量", "1.面粉", "20%"],
        ["（二）溜条", "1.摔打", "1.筋性", "80%"],
    )

    assert over_two_pages([HEAD, first], [HEAD, second]) == [HEAD, first, second]


def test_a_row_equal_to_one_further_down_is_no_repeated_head() -> None:
    rows = [["和面机", "一", "台", "无"], ["案板", "二", "块", "无"], ["秤", "三", "台", "无"]]

    assert over_two_pages([HEAD, *rows, ["锅", "四", "口", "无"]], [["锅", "四", "口", "无"]]) == [
        HEAD, *rows, ["锅", "四", "口", "无"], ["锅", "四", "口", "无"]
    ]  # fmt: skip


def test_a_row_cut_in_a_sentence_is_rejoined() -> None:
    above = [
        "（一）和面",
        "1.能识别面粉的\n种类与品质，并按\n配方称量以后过筛",
        "1.面粉的种类",
        "20%",
    ]
    below = ["", "装盆\n2.能加水", "", ""]

    operations = "1.能识别面粉的种类与品质，并按配方称量以后过筛装盆\n2.能加水"

    assert over_two_pages([HEAD, above], [below]) == [
        HEAD,
        ["（一）和面", operations, "1.面粉的种类", "20%"],
    ]


def test_a_list_of_items_cut_between_two_of_them_is_one_cell() -> None:
    above = ["（一）和面", "1.称量\n2.加水", "1.面粉的种类", "20%"]

    assert over_two_pages([HEAD, above], [["", "3.揉面", "2.水温", ""]]) == [
        HEAD, ["（一）和面", "1.称量\n2.加水\n3.揉面", "1.面粉的种类\n2.水温", "20%"]
    ]  # fmt: skip


def test_a_name_and_a_certificate_number_cut_in_two_are_rejoined() -> None:
    xs = [70.0, 106.0, 140.0, 180.0, 230.0, 330.0, 420.0]
    head = ["姓名", "性别", "年龄", "学历", "考评工种", "证书号"]
    above = ["张淑", "女", "45", "本科", "中式面点师", "S0000371000"]
    rows = over_two_pages([head, above], [["芬", "", "", "", "", "2019001"]], xs)

    assert rows == [
        head, ["张淑芬", "女", "45", "本科", "中式面点师", "S00003710002019001"]
    ]  # fmt: skip


def test_a_person_who_comes_first_on_a_page_is_a_person_of_its_own() -> None:
    xs = [70.0, 106.0, 140.0, 180.0, 230.0, 330.0, 420.0]
    head = ["姓名", "性别", "年龄", "学历", "考评工种", "备注"]
    above, below = (
        ["王芳", "女", "45", "本科", "中式面点师", "无"],
        ["李丽", "女", "36", "大专", "面点师", ""],
    )

    assert over_two_pages([head, above], [below], xs) == [head, above, below]


def test_a_row_without_a_name_on_the_next_page_is_not_added_to_the_row_before() -> None:
    head = ["名称", "型号规格", "数量", "备注"]
    above, below = ["和面机", "X-20", "2", ""], ["", "", "3", ""]

    assert over_two_pages([head, above], [below]) == [head, above, below]


def test_merged_cells_go_on_over_the_page_break() -> None:
    sheets = Sheets()
    without = [("below", 1, k) for k in (0, 2, 3)]
    sheets.grid(XS, [660, 690, 720, 750], without=without)
    for k, word in enumerate(HEAD):
        sheets.text(XS[k] + 5.4, 664, word)
    for x, y, word in ((75, 694, "（一）和面"), (175, 694, "1.称量"), (175, 724, "2.加水"),
                       (287, 694, "1.面粉的种类"), (446, 694, "100%")):  # fmt: skip
        sheets.text(x, y, word)
    sheets.next().grid(XS, [72, 102, 132], without=[("below", 0, k) for k in (0, 2, 3)])
    sheets.text(175, 76, "3.揉面").text(175, 106, "4.饧面")
    table = table_of(read_pdf(sheets.data()))

    assert [row[:2] for row in texts(table)] == [
        HEAD[:2], ["（一）和面", "1.称量"], ["（一）和面", "2.加水"], ["（一）和面", "3.揉面"],
        ["（一）和面", "4.饧面"],
    ]  # fmt: skip
    assert [row[3] for row in texts(table)[1:]] == ["100%"] * 4


def test_an_empty_cell_belongs_to_none_before_it_that_is_merged_otherwise() -> None:
    sheets = Sheets()
    xs = [70.0, 120.0, 200.0, 520.0]
    without = [("below", 0, 0), *(("right", row, 0) for row in (2, 3))]
    sheets.grid(xs, [660, 690, 720, 750, 770], without=without)
    for x, y, word in ((75, 664, "自有"), (125, 664, "2间"), (75, 724, "姓名"), (205, 724, "性别"),
                       (75, 752, "史春分"), (205, 752, "女")):  # fmt: skip
        sheets.text(x, y, word)
    sheets.next().grid(xs, [72, 102], without=[("right", 0, 0)]).text(205, 76, "男")
    table = table_of(read_pdf(sheets.data()))

    assert texts(table)[-2:] == [["史春分", "史春分", "女"], ["", "", "男"]]


def test_a_last_row_merged_over_all_columns_is_stitched_too() -> None:
    sheets = Sheets()
    end = sheets.table(XS, 700, [HEAD, ["（一）和面", "1.称量", "1.面粉", "100%"]])
    assert end < 770
    sheets.next().grid([XS[0], XS[-1]], [72, 100]).text(76, 76, "备注：时间60分钟。")
    table = table_of(read_pdf(sheets.data()))

    assert texts(table)[2] == ["备注：时间60分钟。"] * 4


def test_tables_with_text_between_them_stay_two() -> None:
    sheets = Sheets()
    sheets.table(XS, 700, [HEAD, ["（一）和面", "1.称量", "1.面粉", "100%"]])
    sheets.next().text(70, 72, "剪纸专项职业能力考核规范")
    sheets.table(XS, 110, [HEAD, ["（一）剪", "1.剪", "1.纸", "100%"]])
    document = read_pdf(sheets.data())

    assert sum(isinstance(block, Table) for block in document.blocks) == 2
    assert table_of(document, 1).rows == 2


def test_tables_with_other_edges_stay_two() -> None:
    sheets = Sheets()
    sheets.table(XS, 700, [HEAD, ["（一）和面", "1.称量", "1.面粉", "100%"]])
    sheets.next().table([70, 200, 400], 72, [["名称", "数量"], ["锅", "2"]])
    document = read_pdf(sheets.data())

    assert [b.columns for b in document.blocks if isinstance(b, Table)] == [4, 2]


def test_a_paragraph_over_two_pages_is_one_and_stands_where_it_begins() -> None:
    sheets = Sheets().lines(70, 80, [FULL[:38], FULL[:38]]).lines(70, 740, [FULL[:38]])
    sheets.next().lines(70, 72, [FULL[:38], "完。"])
    document = read_pdf(sheets.data())

    assert body(document) == [FULL[:38] * 2, FULL[:38] * 2 + "完。"]
    assert document.blocks[1].place.page == 1  # type: ignore[union-attr]  # a PDF's place


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    sheets = Sheets()
    for page in (1, 2, 3):
        sheets.text(220, 42, "威海市专项职业能力考核规范", size=9).line(70, 56, 525, 56)
        sheets.text(70, 90, f"第{'一二三'[page - 1]}部分的正文。")
        sheets.text(250, 790, f"第 {page} 页 共 3 页", size=9).next()
    document = read_pdf(sheets.data())

    assert body(document) == ["第一部分的正文。", "第二部分的正文。", "第三部分的正文。"]


@pytest.mark.parametrize(
    "number", ["1", "- 1 -", "— 1 —", "第1页", "1/4", "第 1 页 共 4 页", "I", "Page 1 of 4"]
)
def test_the_page_number_of_a_single_page_is_left_out(number: str) -> None:
    sheets = Sheets().text(70, 90, "正文。").text(280, 795, number, size=9)

    assert body(read_pdf(sheets.data())) == ["正文。"]


def test_a_number_in_the_body_is_no_page_number() -> None:
    sheets = Sheets().text(70, 90, "正文。").text(70, 600, "100")

    assert body(read_pdf(sheets.data())) == ["正文。", "100"]


def test_the_same_title_on_each_page_is_no_running_head() -> None:
    sheets = Sheets()
    for name in ("甲公司", "乙学校"):
        sheets.text(150, 72, "山东省专项职业能力考点设立申请表", size=18)
        sheets.text(70, 120, f"申请单位：{name}").text(70, 140, "正文。").next()
    document = read_pdf(sheets.data())

    assert body(document).count("山东省专项职业能力考点设立申请表") == 2


def test_a_slanted_watermark_is_left_out_and_noted() -> None:
    sheets = (
        Sheets().text(70, 90, "正文。").text(150, 500, "征求意见稿", size=60, gray=0.8, turn=-45)
    )
    document = read_pdf(sheets.data())

    assert body(document) == ["正文。"]
    assert [(word, text) for word, _, text in document.left_out] == [("watermark", "征求意见稿")]


def test_a_huge_word_across_the_text_of_every_page_is_a_watermark() -> None:
    sheets = Sheets()
    for page in "一二":
        sheets.text(100, 380, "内部资料", size=60, gray=0.85)
        sheets.lines(70, 90, [f"第{page}页正文。", *["本行写满为止。"] * 30], pitch=18).next()
    document = read_pdf(sheets.data())

    assert not any("内部" in text for text in body(document))
    assert [text for _, _, text in document.left_out] == ["内部资料", "内部资料"]


def test_text_that_is_struck_out_is_left_out_and_noted() -> None:
    sheets = Sheets()
    sheets.table([70, 170, 270], 100, [["比重", "55%45%"], ["操作", "称量"]])
    sheets.line(175.4, 110, 195, 110).line(175.4, 117, 215, 117)  # struck out, underlined
    document = read_pdf(sheets.data())

    assert texts(table_of(document)) == [["比重", "45%"], ["操作", "称量"]]
    assert [(word, text) for word, _, text in document.left_out] == [("struck-out", "55%")]


def test_text_struck_out_within_a_sentence_leaves_no_space() -> None:
    sheets = Sheets().text(70, 90, "不少于两名三名考评员").line(106, 97, 130, 97)

    assert body(read_pdf(sheets.data())) == ["不少于三名考评员"]


def test_a_row_that_is_struck_out_whole_is_gone() -> None:
    sheets = Sheets()
    sheets.table([70, 170, 270], 100, [["甲", "1"], ["乙", "2"], ["丙", "3"]])
    sheets.line(74, 131, 90, 131).line(174, 131, 184, 131)

    assert texts(table_of(read_pdf(sheets.data()))) == [["甲", "1"], ["丙", "3"]]


def test_pages_of_mixed_sizes_are_read_one_after_the_other() -> None:
    sheets = Sheets().text(70, 90, "竖页。").next((842, 595)).text(70, 90, "横页。")
    sheets.next((595, 842)).text(70, 90, "又竖。")

    assert body(read_pdf(sheets.data())) == ["竖页。", "横页。", "又竖。"]


NUMBERED = [
    "（一）采集和分\n拣松果",
    "1.能在林地里拾取\n没有虫蛀的完整松\n果",
    "1.松果采集季节和防火要\n求知识",
    "25%",
]
NEXT = ["（二）扎花", "1.能用细铁丝扎花环", "1.铁丝的规格", "75%"]


@pytest.mark.parametrize("lines", [1, 2])
def test_a_row_cut_after_any_line_of_its_cells_is_rejoined(lines: int) -> None:
    above = ["\n".join(cell.split("\n")[:lines]) for cell in NUMBERED]
    below = ["\n".join(cell.split("\n")[lines:]) for cell in NUMBERED]
    rows = over_two_pages([HEAD, above], [below, NEXT] if any(below) else [NEXT])

    assert rows[1:] == [[cell.replace("\n", "") for cell in NUMBERED], NEXT]


def test_a_number_above_the_break_and_its_name_below_are_one_task() -> None:
    above = ["（一）", "1.能在林地里拾取没", "1.松果采集季节和防火要求", "25"]
    below = ["采集", "有虫蛀的完整松果", "知识", "%"]
    rows = over_two_pages([HEAD, above], [below, NEXT])

    assert [row[0].replace("\n", "") for row in rows] == ["工作任务", "（一）采集", "（二）扎花"]
    assert rows[1][1] == "1.能在林地里拾取没有虫蛀的完整松果"
    assert rows[1][3].replace("\n", "") == "25%"


def test_the_rest_of_a_row_lacks_the_weight_that_every_row_has() -> None:
    above = ["采集和分拣松果", "能在林地里拾取没", "松果采集季节和防火要求注", "25%"]
    below = ["与花材", "有虫蛀的完整松果", "意的事项", ""]
    rows = over_two_pages([HEAD, above], [below, ["扎花", "能扎", "铁丝", "75%"]])

    assert len(rows) == 3
    assert rows[1][3] == "25%"


@pytest.mark.parametrize(
    ("below", "why"),
    [
        (["（二）扎花", "能扎花环", "铁丝", "75%"], "a number of its own"),
        (["合计", "", "", "100%"], "a total"),
        (["扎花", "能扎花环", "铁丝的规格", "75%"], "a weight of its own"),
    ],
)
def test_a_row_that_comes_first_on_a_page_is_not_added_to_the_one_before(
    below: list[str], why: str
) -> None:
    above = ["（一）采集", "1.能采松果。", "1.采集季节。", "25%"]

    assert over_two_pages([HEAD, above], [below]) == [HEAD, above, below], why
