"""Lines on a page → tables: however the lines are drawn, and whichever are missing."""

import pytest

from readers.pdf.sheets import Pen, Sheets, body, table_of, texts
from specvalidator.document import Table
from specvalidator.readers.pdf import read_pdf

XS = [70.0, 170.0, 320.0, 440.0, 520.0]
ROWS = [
    ["工作任务", "操作规范", "相关知识", "考核比重"],
    ["（一）和面", "1.称量", "1.面粉种类", "20%"],
]
PENS: tuple[Pen, ...] = ("thin boxes", "strokes", "one path", "dashes", "double lines", "dots")


@pytest.mark.parametrize("pen", PENS)
def test_a_table_is_read_however_its_lines_are_drawn(pen: Pen) -> None:
    sheets = Sheets()
    sheets.table(XS, 100, ROWS, pen=pen)

    assert texts(table_of(read_pdf(sheets.data()))) == ROWS


def test_lines_that_stop_a_little_short_of_the_corner_still_meet() -> None:
    sheets = Sheets()
    for y in (100, 130, 160):
        sheets.line(72, y, 318, y)
    for x in (70, 200, 320):
        sheets.line(x, 102, x, 158)
    sheets.text(80, 105, "甲").text(210, 105, "乙").text(80, 135, "丙").text(210, 135, "丁")

    assert texts(table_of(read_pdf(sheets.data()))) == [["甲", "乙"], ["丙", "丁"]]


def test_cells_without_a_line_between_them_are_one() -> None:
    xs, ys = [70.0, 170.0, 320.0, 440.0], [100.0, 130.0, 160.0, 190.0]
    sheets = Sheets().grid(xs, ys, without=[("below", 1, 0), ("right", 0, 0), ("right", 0, 1)])
    sheets.text(75, 105, "能力名称：拉面制作").text(75, 150, "和面")
    sheets.text(175, 135, "称量").text(175, 165, "加水").text(325, 135, "20%").text(325, 165, "30%")
    table = table_of(read_pdf(sheets.data()))

    assert texts(table) == [
        ["能力名称：拉面制作"] * 3,
        ["和面", "称量", "20%"],
        ["和面", "加水", "30%"],
    ]
    spans = [(c.row, c.column, c.row_span, c.column_span) for c in table.cells]
    assert spans == [
        (0, 0, 1, 3), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)
    ]  # fmt: skip


def test_a_merged_area_that_is_no_rectangle_becomes_rectangles() -> None:
    xs, ys = [70.0, 170.0, 270.0], [100.0, 130.0, 160.0]
    # Three of four units are open to each other: nobody can say which cell that is.
    sheets = Sheets().grid(xs, ys, without=[("right", 0, 0), ("below", 0, 0)])
    table = table_of(read_pdf(sheets.data()))
    grid = table.grid()

    assert all(cell is not None for row in grid for cell in row)
    assert sum(cell.row_span * cell.column_span for cell in table.cells) == 4


def test_a_table_open_on_both_sides_keeps_its_outer_columns() -> None:
    sheets = Sheets()
    for y in (100, 130, 160):
        sheets.line(70, y, 400, y)
    for x in (180, 290):
        sheets.line(x, 100, x, 160)
    for row, words in enumerate((["任务", "操作", "比重"], ["和面", "称量", "20%"])):
        for column, word in enumerate(words):
            sheets.text(80 + 110 * column, 106 + 30 * row, word)

    assert texts(table_of(read_pdf(sheets.data()))) == [
        ["任务", "操作", "比重"],
        ["和面", "称量", "20%"],
    ]


def test_tables_and_paragraphs_of_a_page_come_in_reading_order() -> None:
    sheets = Sheets().text(70, 60, "第一张表")
    sheets.table([70, 170, 270], 90, [["甲", "乙"], ["丙", "丁"]])
    sheets.text(70, 200, "第二张表").table([70, 200, 300], 240, [["子", "丑"]])
    sheets.text(70, 400, "完")
    document = read_pdf(sheets.data())

    kinds = ["表" if isinstance(block, Table) else block.text for block in document.blocks]
    assert kinds == ["第一张表", "表", "第二张表", "表", "完"]
    assert texts(table_of(document, 1)) == [["子", "丑"]]


def test_a_table_within_a_cell_stays_there() -> None:
    sheets = Sheets()
    sheets.grid([70, 300, 500], [100, 220])
    sheets.text(76, 104, "外").text(306, 104, "右")
    sheets.table([90, 160, 240], 130, [["内一", "内二"]])
    outer = table_of(read_pdf(sheets.data()))
    nested = [block for block in outer.cells[0].blocks if isinstance(block, Table)]

    assert outer.columns == 2
    assert [texts(table) for table in nested] == [[["内一", "内二"]]]
    assert outer.cells[1].text == "右"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ((76, 117, 140, 117), "an underline touches no other line"),
        ((70, 300, 520, 300), "the line below a running head stands alone"),
        ((74, 102, 80, 102), "a tick is too short"),
    ],
)
def test_lines_that_are_no_edges_change_nothing(
    line: tuple[float, float, float, float], why: str
) -> None:
    sheets = Sheets()
    sheets.table(XS, 100, ROWS)
    sheets.line(*line)

    assert texts(table_of(read_pdf(sheets.data()))) == ROWS, why


def test_shaded_cells_are_no_lines() -> None:
    sheets = Sheets()
    sheets.canvas.setFillGray(0.9)
    sheets.canvas.rect(70, 842 - 120, 450, 20, stroke=0, fill=1)
    sheets.canvas.setFillGray(0)
    sheets.table(XS, 100, ROWS)

    assert texts(table_of(read_pdf(sheets.data()))) == ROWS


def test_a_lone_box_is_a_frame_around_paragraphs_and_no_table() -> None:
    sheets = Sheets().grid([70, 520], [100, 160]).text(80, 110, "甲").text(80, 135, "乙")
    document = read_pdf(sheets.data())

    assert body(document) == ["甲", "乙"]


def test_a_frame_around_the_page_leaves_its_tables_alone() -> None:
    sheets = Sheets().grid([40, 555], [40, 800])
    sheets.table(XS, 100, ROWS)
    sheets.text(70, 60, "题目")
    document = read_pdf(sheets.data())

    assert body(document) == ["题目"]
    assert texts(table_of(document)) == ROWS


def test_text_that_runs_from_cell_to_cell_without_a_gap_is_parted_at_the_line() -> None:
    sheets = Sheets().grid([70, 130.5, 300], [100, 130, 160])
    sheets.text(70.5, 106, "一二三四五六七八").text(76, 136, "下").text(140, 136, "右")
    table = table_of(read_pdf(sheets.data()))

    assert texts(table) == [["一二三四五", "六七八"], ["下", "右"]]


def test_lines_within_a_form_object_count_as_drawn_where_it_is_placed() -> None:
    sheets = Sheets()
    sheets.canvas.beginForm("block")
    sheets.table([0, 100, 250], 600, [["甲", "乙"], ["丙", "丁"]])
    sheets.canvas.endForm()
    sheets.canvas.saveState()
    sheets.canvas.translate(100, 300)
    sheets.canvas.doForm("block")
    sheets.canvas.restoreState()
    table = table_of(read_pdf(sheets.data()))

    assert texts(table) == [["甲", "乙"], ["丙", "丁"]]
    assert table.place.box == pytest.approx((100.2, 299.8, 350.2, 339.8), abs=0.5)  # type: ignore[union-attr]  # a PDF's place


def test_aligned_columns_without_lines_are_a_table() -> None:
    sheets = Sheets().text(70, 60, "考核内容")
    rows = [
        ["工作任务", "操作规范", "考核比重"],
        ["和面", "1.称量", "20%"],
        ["溜条", "1.摔打", "80%"],
    ]
    for r, row in enumerate(rows):
        for k, cell in enumerate(row):
            sheets.text(70 + 150 * k, 100 + 20 * r, cell)
    sheets.text(70, 200, "四、考核要求")
    document = read_pdf(sheets.data())

    assert body(document) == ["考核内容", "四、考核要求"]
    assert texts(table_of(document)) == rows


def test_a_cell_on_two_lines_of_a_table_without_lines_is_one_cell() -> None:
    sheets = Sheets()
    rows = [
        (100, ["任务", "操作", "比重"]),
        (130, ["和面", "1.称量并", "20%"]),
        (145, ["", "过筛", ""]),
        (175, ["溜条", "1.摔打", "80%"]),
    ]
    for y, row in rows:
        for k, cell in enumerate(row):
            if cell:
                sheets.text(70 + 150 * k, y, cell)
    table = table_of(read_pdf(sheets.data()))

    assert table.rows == 3
    assert texts(table)[1] == ["和面", "1.称量并过筛", "20%"]
