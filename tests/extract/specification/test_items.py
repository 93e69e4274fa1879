"""Items of 操作规范 and 相关知识 in each way of numbering them."""

import pytest

from extract.building import (
    items,
    paragraph,
    record_of,
)

ITEMS: list[tuple[str, list[tuple[int | None, str]], str]] = [
    ("1.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "a dot"),
    ("1 .揉面\n2 .饧面", [(1, "揉面"), (2, "饧面")], "a space before the dot"),
    ("1、揉面\n2、饧面", [(1, "揉面"), (2, "饧面")], "、"),
    ("1．揉面\n2．饧面", [(1, "揉面"), (2, "饧面")], "a full-width dot"),
    ("(1)揉面\n（2）饧面", [(1, "揉面"), (2, "饧面")], "brackets"),
    ("①揉面\n②饧面", [(1, "揉面"), (2, "饧面")], "circles"),
    ("1)揉面\n2)饧面", [(1, "揉面"), (2, "饧面")], "half a bracket"),
    ("1.揉面\n2.饧面\n3清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "no dot"),
    ("1揉面\n2饧面", [(1, "揉面"), (2, "饧面")], "no dots at all"),
    ("1.揉面2.饧面3.清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "several on one line"),
    ("1.揉面 2.饧面\n3.清洁", [(1, "揉面"), (2, "饧面"), (3, "清洁")], "some on one line"),
    ("①揉面②饧面", [(1, "揉面"), (2, "饧面")], "circles on one line"),
    ("（1）揉面（2）饧面", [(1, "揉面"), (2, "饧面")], "brackets on one line"),
    ("揉面", [(None, "揉面")], "a single item without a number"),
    ("揉面\n饧面", [(None, "揉面"), (None, "饧面")], "paragraphs without numbers"),
    ("1.揉面\n3.清洁", [(1, "揉面"), (3, "清洁")], "a gap"),
    ("1.揉面\n1.饧面", [(1, "揉面"), (1, "饧面")], "a number twice"),
    ("L.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "an L for 1"),
    ("l.揉面\n2.饧面", [(1, "揉面"), (2, "饧面")], "an l for 1"),
    ("1.揉面\n至光滑\n2.饧面", [(1, "揉面\n至光滑"), (2, "饧面")], "a line that goes on"),
    (
        "1.揉面\n（1）加水\n（2）揉匀\n2.饧面",
        [(1, "揉面\n（1）加水\n（2）揉匀"), (2, "饧面")],
        "inside",
    ),
    ("●揉面\n●饧面", [(None, "揉面"), (None, "饧面")], "bullets"),
    ("1.5小时内完成", [(None, "1.5小时内完成")], "a decimal is no number"),
    ("3名助手", [(None, "3名助手")], "a head count is no number"),
    ("5%的盐水", [(None, "5%的盐水")], "a percentage is no number"),
    ("2个面团", [(None, "2个面团")], "a count is no number"),
    (
        "1.揉面\n2.饧面\n3种面型的拉制",
        [(1, "揉面"), (2, "饧面\n3种面型的拉制")],
        "a count",
    ),
    ("1.3D建模\n2.渲染", [(1, "3D建模"), (2, "渲染")], "a digit right behind the number"),
    ("1.检查1、2、3号机\n2.开机", [(1, "检查1、2、3号机"), (2, "开机")], "a list inside"),
    ("1.按图2.操作", [(1, "按图2.操作")], "a figure's number inside"),
    ("1.用时1.5小时2.清洁", [(1, "用时1.5小时"), (2, "清洁")], "a decimal inside"),
    ("1.\n2.", [], "the form's own numbers"),
]


@pytest.mark.parametrize(("cell", "expected", "why"), ITEMS)
@pytest.mark.parametrize("column", ["operations", "knowledge"])
def test_items_are_taken_apart(
    cell: str, expected: list[tuple[int | None, str]], why: str, column: str
) -> None:
    assert items(record_of(cell, column), column) == expected, why


def test_automatic_numbers_are_the_items() -> None:
    listed = [paragraph("2.\t5%的盐水", label="2."), paragraph("4.\t3名助手", label="4.")]
    assert items(record_of(listed, "operations")) == [(2, "5%的盐水"), (4, "3名助手")]


def test_a_line_break_inside_a_paragraph_goes_on_with_the_item() -> None:
    assert items(record_of([paragraph("揉面\n至光滑")], "operations")) == [(None, "揉面\n至光滑")]
