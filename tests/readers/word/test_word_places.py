"""Where blocks of a Word file stand, which level they have, and what hangs on them."""

import pytest

from readers.word.word_files import (
    cell,
    control,
    level,
    listed,
    numbered,
    only,
    only_table,
    paragraph,
    read,
    row,
    run,
    said,
    style,
    table,
    texts,
)
from specvalidator.document import Paragraph, Table
from specvalidator.places import WordPlace


def text_box(content: str) -> str:
    """Return a text box as Word writes it: once for itself, once for older programs."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_blocks_count_with_empty_ones_and_paragraphs_without() -> None:
    document = read(
        paragraph("题")
        + paragraph("")
        + control(paragraph("一") + paragraph(" "))
        + table(row("格"))
        + paragraph("二")
    )

    assert [block.place for block in document.blocks] == [
        WordPlace(block=1, paragraph=1),
        WordPlace(block=2),
        WordPlace(block=3, paragraph=2),
        WordPlace(block=4),
        WordPlace(block=5, table=1),
        WordPlace(block=6, paragraph=3),
    ]


def test_a_cell_and_what_is_in_it_stand_at_its_top_left_corner() -> None:
    merged = cell("甲", '<w:gridSpan w:val="2"/>')
    found = only_table(read(paragraph("前") + table(row("零"), row("一", merged, "乙"))))

    assert found.place == WordPlace(block=2, table=1)
    assert [each.place for each in found.cells] == [
        WordPlace(block=2, table=1, row=1, column=1),
        WordPlace(block=2, table=1, row=2, column=1),
        WordPlace(block=2, table=1, row=2, column=2),
        WordPlace(block=2, table=1, row=2, column=4),
    ]
    assert all(each.blocks[0].place == each.place for each in found.cells)


def test_a_place_is_said_as_people_say_it() -> None:
    document = read(table(row("甲")) + table(row("乙"), row("丙", "丁")))

    found = document.blocks[1]
    assert isinstance(found, Table)
    assert found.cells[2].place.said("zh") == "第2个表格第2行第2列"


def test_tables_are_numbered_where_they_begin_nested_ones_after_the_table_around_them() -> None:
    inner = table(row("内"))
    document = read(table(row(cell(inner + paragraph("")))) + table(row("后")))

    outer, last = document.blocks
    assert isinstance(outer, Table)
    nested = outer.cells[0].blocks[0]
    assert [each.place.model_dump()["table"] for each in (outer, nested, last)] == [1, 2, 3]


def test_a_text_box_is_read_once_right_after_its_paragraph() -> None:
    document = read(paragraph(run("前") + text_box(paragraph("框"))) + paragraph("后"))

    assert texts(document) == ["前", "框", "后"]
    assert [block.place for block in document.blocks] == [
        WordPlace(block=1, paragraph=1),
        WordPlace(block=1),
        WordPlace(block=2, paragraph=2),
    ]


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        pytest.param(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + paragraph("框")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            ["", "框"],
            id="text box of an older Word",
        ),
        pytest.param(
            text_box(paragraph("甲")) + text_box(paragraph("乙")), ["", "甲", "乙"], id="two"
        ),
        pytest.param(
            text_box(paragraph(run("外") + text_box(paragraph("内")))),
            ["", "外", "内"],
            id="nested",
        ),
        pytest.param(
            text_box(paragraph(run("白", '<w:color w:val="FFFFFF"/>'))),
            ["", "白"],
            id="white text on what may be a coloured shape",
        ),
        pytest.param(
            '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>',
            ["", "艺术字"],
            id="WordArt of an older Word",
        ),
    ],
)
def test_text_in_drawings_is_read(drawing: str, shown: list[str]) -> None:
    document = read(paragraph(drawing))

    assert texts(document) == shown
    assert all(isinstance(block, Paragraph) and not block.unread for block in document.blocks)


def test_a_text_box_in_a_cell_stays_in_the_cell() -> None:
    found = only_table(read(table(row(cell(paragraph(run("格") + text_box(paragraph("框"))))))))

    assert said([found]) == [[["0,0 1x1", "格", "框"]]]
    assert {block.place for block in found.cells[0].blocks} == {found.cells[0].place}


def test_a_table_in_a_text_box_is_a_table() -> None:
    document = read(paragraph(text_box(table(row("格")) + paragraph(""))))

    assert said(document.blocks) == ["", [["0,0 1x1", "格"]], ""]


def test_an_inserted_file_is_noted_where_it_stands() -> None:
    document = read(paragraph("前") + '<w:altChunk r:id="r5"/>' + paragraph("后"))

    assert texts(document) == ["前", "后"]
    assert document.unread == (("embedded-file", WordPlace(block=1)),)


def test_the_body_is_found_behind_the_background() -> None:
    assert only(read(paragraph("甲"), before='<w:background w:color="FFFFFF"/>')).text == "甲"


@pytest.mark.parametrize(
    ("properties", "styles", "level"),
    [
        pytest.param('<w:outlineLvl w:val="0"/>', "", 0, id="by itself"),
        pytest.param('<w:outlineLvl w:val="9"/>', "", None, id="body text by itself"),
        pytest.param('<w:outlineLvl w:val="x"/>', "", None, id="no number"),
        pytest.param(
            '<w:pStyle w:val="章"/>',
            style("章", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
            2,
            id="by style",
        ),
        pytest.param('<w:pStyle w:val="heading 2"/>', style("heading 2"), 1, id="built-in heading"),
        pytest.param('<w:pStyle w:val="标题 1"/>', style("标题 1"), 0, id="Chinese heading"),
        pytest.param('<w:pStyle w:val="Title"/>', style("Title"), 0, id="title"),
        pytest.param('<w:pStyle w:val="标题"/>', style("标题"), 0, id="Chinese title"),
        pytest.param(
            '<w:pStyle w:val="我的"/>',
            style("我的", '<w:basedOn w:val="heading 3"/>') + style("heading 3"),
            2,
            id="based on a heading",
        ),
        pytest.param(
            '<w:pStyle w:val="正"/>',
            style("正", '<w:basedOn w:val="heading 1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
            + style("heading 1"),
            None,
            id="based on a heading but body text",
        ),
        pytest.param(
            '<w:pStyle w:val="无"/>', style("heading 1"), None, id="style that is not there"
        ),
        pytest.param(
            '<w:pStyle w:val="标题栏"/>', style("标题栏"), None, id="only begins like one"
        ),
    ],
)
def test_the_outline_level_is_known(properties: str, styles: str, level: int | None) -> None:
    assert only(read(paragraph("甲", properties), styles=styles)).level == level


def test_everything_at_once_reads_in_the_order_of_the_page() -> None:
    numbering = listed(
        level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "chineseCounting")
    )
    head = row(cell("能力名称：拉面制作", '<w:gridSpan w:val="2"/>'))
    tasks = row(
        control(cell(numbered("和面", level=1))),
        cell(paragraph(run("1.称量") + f"<w:ins>{run('面粉')}</w:ins>") + table(row("嵌"))),
    )
    document = read(
        numbered("考核内容")
        + table(head, control(tasks), row("删", properties='<w:del w:id="1"/>'))
        + control(paragraph(run("备注") + text_box(paragraph("框"))))
        + numbered("考核要求"),
        numbering=numbering,
    )

    assert said(document.blocks) == [
        "一、考核内容",
        [
            ["0,0 1x2", "能力名称：拉面制作"],
            ["1,0 1x1", "（一）和面"],
            ["1,1 1x1", "1.称量面粉", [["0,0 1x1", "嵌"]]],
        ],
        "备注",
        "框",
        "二、考核要求",
    ]
    assert document.unread == ()
