"""能力名称 and 职业领域 wherever a form has them."""

import pytest

from extract.building import (
    CONTENT,
    LEFT,
    THREE,
    TITLE,
    Content,
    content_table,
    read,
    remarks,
    submission,
    table,
    task_lines,
)

LINE = "能力名称：拉面制作    职业领域：4-03-02-02中式面点师"
HEADS: list[tuple[list[tuple[Content, ...]], str]] = [
    ([(LINE, LEFT, LEFT, LEFT)], "one merged cell with both"),
    ([("能力名称：拉面制作", LEFT, "职业领域：4-03-02-02中式面点师", LEFT)], "two cells"),
    ([("能力名称", "拉面制作", "职业领域", "4-03-02-02中式面点师")], "four cells"),
    ([("能力名称：", "拉面制作", "职业领域：", "4-03-02-02中式面点师")], "four cells with colons"),
    ([("能 力 名 称", "拉面制作", "职 业 领 域", "4-03-02-02中式面点师")], "spread letters"),
    ([("能力名称：\n拉面制作", LEFT, "职业领域：\n4-03-02-02中式面点师", LEFT)], "two paragraphs"),
    ([("能力名称：拉面制作职业领域：4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "run together"),
    ([("能力名称 拉面制作  职业领域 4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "without colons"),
    (
        [("能力名称：拉面制作", *[LEFT] * 3), ("职业领域：4-03-02-02中式面点师", *[LEFT] * 3)],
        "two rows",
    ),
    (
        [("能力名称", LEFT, "职业领域", LEFT), ("拉面制作", LEFT, "4-03-02-02中式面点师", LEFT)],
        "values below",
    ),
    ([("职业名称：拉面制作", LEFT, "职业领域：4-03-02-02中式面点师", LEFT)], "职业名称"),
    (
        [("能力名称：拉面制作", LEFT, "职业名称：", "4-03-02-02中式面点师")],
        "beside it",
    ),
    ([("能力名称：拉面制作", LEFT, "职业领城：4-03-02-02中式面点师", LEFT)], "a misprint"),
    ([("能力名称：拉面制作  职业领城：4-03-02-02中式面点师", LEFT, LEFT, LEFT)], "misprint inside"),
    ([("能力名称：拉面制作", LEFT, "所属职业：4-03-02-02中式面点师", LEFT)], "another word"),
    ([("能力名称：拉面制作", LEFT, "职业领域（细类）：4-03-02-02中式面点师", LEFT)], "an aside"),
]


@pytest.mark.parametrize(("head", "why"), HEADS)
def test_the_head_gives_ability_and_occupation(head: list[tuple[Content, ...]], why: str) -> None:
    record = read(TITLE, CONTENT, content_table(head=head))
    assert record.ability_name == "拉面制作", why
    assert record.occupation is not None, why
    assert record.occupation.text == "4-03-02-02中式面点师", why
    assert task_lines(record) == THREE, why


def test_the_head_may_stand_above_the_table() -> None:
    assert read(TITLE, CONTENT, LINE, content_table()).ability_name == "拉面制作"
    record = read(TITLE, CONTENT, "能力名称：拉面制作", "职业领域：果树园艺", content_table())
    assert record.occupation is not None
    assert (record.ability_name, record.occupation.text) == ("拉面制作", "果树园艺")


def test_the_head_may_be_a_table_of_its_own() -> None:
    head = table(("能力名称：", "拉面制作", "职业领域：", "中式面点师"))
    record = read(TITLE, CONTENT, head, content_table(number=2))
    assert record.ability_name == "拉面制作"
    assert task_lines(record) == THREE


EMPTY_HEADS: list[tuple[tuple[Content, ...], str]] = [
    (("能力名称：", LEFT, "职业领域：", LEFT), "labels alone"),
    (("能力名称：", "", "职业领域：", ""), "empty cells"),
    (("能力名称：______", LEFT, "职业领域：____", LEFT), "the form's blanks"),
    (("能力名称：    职业领域：", LEFT, LEFT, LEFT), "both labels in one cell"),
]


@pytest.mark.parametrize(("head", "why"), EMPTY_HEADS)
def test_an_empty_head_gives_nothing_but_a_place(head: tuple[Content, ...], why: str) -> None:
    found = submission(TITLE, CONTENT, content_table(head=[head]))
    record = read(TITLE, CONTENT, content_table(head=[head]))
    assert (record.ability_name, record.occupation) == (None, None), why
    assert (found.places["/ability_name"].text or "").startswith("第1个表格第1行"), why
    assert (found.places["/occupation"].text or "").startswith("第1个表格第1行"), why


def test_a_missing_value_has_the_place_of_its_empty_cell() -> None:
    found = submission(TITLE, CONTENT, content_table(head=[("能力名称", "", "职业领域", "")]))
    assert found.places["/ability_name"].text == "第1个表格第1行第2列"
    assert found.places["/occupation"].text == "第1个表格第1行第4列"


def test_a_misprinted_label_is_remarked() -> None:
    head = [("能力名称：拉面制作", LEFT, "职业领城：果树园艺", LEFT)]
    found = remarks(TITLE, CONTENT, content_table(head=head), kind="misprint")
    assert list(found) == ["/occupation"]
    assert "职业领城" in found["/occupation"]
