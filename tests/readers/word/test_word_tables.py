"""Tables of a Word file: merged cells, odd grids, what stands inside cells."""

import pytest

from readers.word.word_files import (
    cell,
    control,
    only_table,
    paragraph,
    read,
    row,
    run,
    said,
    table,
    texts,
)
from specvalidator.document import Paragraph, Table, paragraphs_of

START = '<w:vMerge w:val="restart"/>'
MORE = "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param(
            [row("甲", "乙"), row("丙", "丁")],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["1,0 1x1", "丙"], ["1,1 1x1", "丁"]],
            id="plain",
        ),
        pytest.param(
            [row(cell("合计", span(2)), "100%"), row("甲", "乙", "丙")],
            [
                ["0,0 1x2", "合计"],
                ["0,2 1x1", "100%"],
                ["1,0 1x1", "甲"],
                ["1,1 1x1", "乙"],
                ["1,2 1x1", "丙"],
            ],
            id="merged across",
        ),
        pytest.param(
            [
                row(cell("任务", START), "1"),
                row(cell("", MORE), "2"),
                row(cell("", MORE), "3"),
            ],
            [["0,0 3x1", "任务"], ["0,1 1x1", "1"], ["1,1 1x1", "2"], ["2,1 1x1", "3"]],
            id="merged down",
        ),
        pytest.param(
            [
                row(cell("甲", START), "1"),
                row(cell("乙", START), "2"),
                row(cell("", MORE), "3"),
            ],
            [
                ["0,0 1x1", "甲"],
                ["0,1 1x1", "1"],
                ["1,0 2x1", "乙"],
                ["1,1 1x1", "2"],
                ["2,1 1x1", "3"],
            ],
            id="one merged area right below another",
        ),
        pytest.param(
            [row(cell("甲", span(2) + START)), row(cell("", span(2) + MORE)), row("乙", "丙")],
            [["0,0 2x2", "甲"], ["2,0 1x1", "乙"], ["2,1 1x1", "丙"]],
            id="merged across and down",
        ),
        pytest.param(
            [row("甲", "乙"), row(cell("丙", MORE), "丁")],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["1,0 1x1", "丙"], ["1,1 1x1", "丁"]],
            id="continued without a start",
        ),
        pytest.param(
            [row(cell("丙", MORE), "丁")],
            [["0,0 1x1", "丙"], ["0,1 1x1", "丁"]],
            id="continued in the first row",
        ),
        pytest.param(
            [row(cell("甲", START), "乙"), row(cell("丙", span(2) + MORE))],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["1,0 1x2", "丙"]],
            id="continued by a wider cell",
        ),
        pytest.param(
            [
                row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "乙"),
                row("1", "2", "3"),
            ],
            [
                ["0,0 1x2", "甲"],
                ["0,2 1x1", "乙"],
                ["1,0 1x1", "1"],
                ["1,1 1x1", "2"],
                ["1,2 1x1", "3"],
            ],
            id="merged across in the old way",
        ),
        pytest.param(
            [row("甲", "乙", "丙"), row("丁", properties='<w:gridBefore w:val="2"/>')],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["0,2 1x1", "丙"], ["1,2 1x1", "丁"]],
            id="row that begins later",
        ),
        pytest.param(
            [row("甲", "乙", "丙"), row("丁", properties='<w:gridAfter w:val="2"/>')],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["0,2 1x1", "丙"], ["1,0 1x1", "丁"]],
            id="row that ends sooner",
        ),
        pytest.param(
            [control(row(control(cell("甲")), "乙"))],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"]],
            id="controls around a row and a cell",
        ),
        pytest.param(
            [row(control(cell("点此输入"), "<w:showingPlcHdr/>"), "乙")],
            [["0,0 1x1", ""], ["0,1 1x1", "乙"]],
            id="placeholder in a cell",
        ),
        pytest.param(
            [row(cell(control(paragraph("甲")) + paragraph("乙")))],
            [["0,0 1x1", "甲", "乙"]],
            id="control inside a cell",
        ),
        pytest.param(
            [row(cell("甲", span(0)), cell("乙", '<w:gridSpan w:val="多"/>'))],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"]],
            id="widths that are none",
        ),
    ],
)
def test_cells_lie_where_the_page_shows_them(rows: list[str], cells: list[object]) -> None:
    found = only_table(read(table(*rows)))

    assert said([found]) == [cells]
    assert found.rows == len(rows)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param(
            [row("甲"), row("乙", properties='<w:del w:id="1"/>'), row("丙")],
            [["0,0 1x1", "甲"], ["1,0 1x1", "丙"]],
            id="deleted row",
        ),
        pytest.param(
            [row("甲"), row("乙", properties='<w:ins w:id="1"/>')],
            [["0,0 1x1", "甲"], ["1,0 1x1", "乙"]],
            id="inserted row",
        ),
        pytest.param(
            [row("甲", cell("乙", '<w:cellDel w:id="1"/>'), "丙")],
            [["0,0 1x1", "甲"], ["0,1 1x1", "丙"]],
            id="deleted cell",
        ),
        pytest.param(
            [row("甲", cell("乙", '<w:cellIns w:id="1"/>'))],
            [["0,0 1x1", "甲"], ["0,1 1x1", "乙"]],
            id="inserted cell",
        ),
        pytest.param(
            [
                row(cell("甲", '<w:cellMerge w:id="1" w:vMerge="rest"/>')),
                row(cell("", '<w:cellMerge w:id="2" w:vMerge="cont"/>')),
            ],
            [["0,0 2x1", "甲"]],
            id="cells merged while changes are tracked",
        ),
    ],
)
def test_tracked_changes_of_a_table_count_as_accepted(rows: list[str], cells: list[object]) -> None:
    assert said([only_table(read(table(*rows)))]) == [cells]


def test_a_table_whose_rows_are_all_deleted_is_gone() -> None:
    document = read(table(row("甲", properties='<w:del w:id="1"/>')) + paragraph("后文"))

    assert said(document.blocks) == ["后文"]


def test_what_a_merged_cell_covers_is_hidden_text() -> None:
    found = only_table(read(table(row(cell("甲", START)), row(cell("藏", MORE)))))

    (merged,) = found.cells
    assert merged.text.strip() == "甲"
    assert [each.hidden for each in paragraphs_of(merged.blocks)] == ["", "藏"]


def test_rows_of_different_widths_leave_holes() -> None:
    grid = only_table(read(table(row("甲", "乙", "丙"), row("丁")))).grid()

    assert [[each and each.text for each in line] for line in grid] == [
        ["甲", "乙", "丙"],
        ["丁", None, None],
    ]


def test_a_nested_table_stands_inside_its_cell() -> None:
    inner = table(row("一", "二"))
    found = only_table(read(table(row(cell(paragraph("前") + inner + paragraph("后")), "右"))))

    assert said([found]) == [
        [
            ["0,0 1x1", "前", [["0,0 1x1", "一"], ["0,1 1x1", "二"]], "后"],
            ["0,1 1x1", "右"],
        ]
    ]


def test_a_width_beyond_reason_is_taken_for_one_column_and_noted() -> None:
    document = read(table(row(cell("甲", span(1_000_000)), "乙"), row("丙", "丁")))

    found = only_table(document)
    assert said([found]) == [
        [["0,0 1x1", "甲"], ["0,1 1x1", "乙"], ["1,0 1x1", "丙"], ["1,1 1x1", "丁"]]
    ]
    assert [word for word, _ in document.unread] == ["table-too-wide"]


def test_cells_past_the_last_column_that_is_read_are_noted() -> None:
    document = read(table(row(*["甲"] * 200)))

    assert only_table(document).columns == 128
    assert [word for word, _ in document.unread] == ["table-too-wide"]


def test_text_before_and_after_a_table_keeps_its_order() -> None:
    document = read(paragraph("前") + table(row("甲")) + paragraph("后"))

    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert texts(document) == ["前", "后"]


def test_the_text_of_a_cell_may_be_split_over_runs() -> None:
    found = only_table(read(table(row(cell(paragraph(run("2") + run("0%")))))))

    assert found.cells[0].text == "20%"


def test_row_properties_behind_a_cell_move_nothing() -> None:
    more, back = cell("", MORE), '<w:trPr><w:gridBefore w:val="0"/></w:trPr>'
    merged = table(row(cell("甲", START), "乙"), f"<w:tr>{more}{back}{cell('丁')}</w:tr>")
    grid = only_table(read(merged)).grid()
    assert [[each and each.text for each in line] for line in grid] == [["甲", "乙"], ["甲", "丁"]]
