"""What a page of an OFD says: letters by distances, tables by lines, what can be seen of them."""

import pytest

from readers.ofd.ofd_files import A4, OfdPage, element, filled, image, lines, ofd, text
from specvalidator.document import Document, Paragraph, Table, paragraphs_of
from specvalidator.places import PdfPlace
from specvalidator.readers import read_document

LINE = "拉面制作考核规范"


def read(*objects: str, **more: str) -> Document:
    return read_document(ofd(OfdPage("".join(objects)), **more))


def texts(document: Document) -> list[str]:
    return [each.text for each in paragraphs_of(document.blocks) if each.text]


def hidden(document: Document) -> list[str]:
    return [each.hidden for each in paragraphs_of(document.blocks) if each.hidden]


def asked(document: Document) -> list[str | None]:
    return [each.unread for each in paragraphs_of(document.blocks) if each.unread]


def words(document: Document) -> list[str]:
    return [word for word, _ in document.unread]


@pytest.mark.parametrize(
    ("across", "said"),
    [
        pytest.param("3.7 3.7 3.7", "考核规范", id="each"),
        pytest.param("g 3 3.7", "考核规范", id="repeated"),
        pytest.param("g 2 3.7 3.7", "考核规范", id="mixed"),
        pytest.param("3.7", "考核规范", id="the last goes on"),
        pytest.param("", "考核规范", id="none"),
        pytest.param("3.7 7.4 3.7", "考核 规范", id="a gap"),
        pytest.param("g 3", "考核规范", id="cut off"),
        pytest.param("g 999999999999 3.7", "考核规范", id="without end"),
        pytest.param("nan nan nan", "考核规范", id="no numbers"),
    ],
)
def test_letters_stand_where_their_distances_say(across: str, said: str) -> None:
    assert texts(read(text("考核规范", 20, 30, across=across))) == [said]


def test_letters_below_each_other_are_lines_of_their_own() -> None:
    down = text("甲乙", 20, 30, across="0").replace('DeltaX="0"', 'DeltaX="0" DeltaY="8"')
    assert "".join("".join(texts(read(down))).split()) == "甲乙"


def test_letters_that_are_texts_of_their_own_are_one_line() -> None:
    apart = [text(letter, 20 + 3.7 * number, 30) for number, letter in enumerate(LINE)]
    assert texts(read(*apart)) == [LINE]


def test_blanks_are_kept_where_they_were_typed() -> None:
    assert texts(read(text("A 4 纸", 20, 30, across="2.5 1 1.9 1"))) == ["A 4 纸"]


def test_what_is_painted_twice_is_read_once() -> None:
    assert texts(read(text(LINE, 20, 30), text(LINE, 20.1, 30))) == [LINE]


def test_a_matrix_moves_and_enlarges_text() -> None:
    small = text(LINE, 20, 30, more=' CTM="2 0 0 2 0 0"')
    (line,) = read(small).blocks
    assert isinstance(line.place, PdfPlace)
    x0, _, x1, _ = line.place.box
    assert x1 - x0 == pytest.approx(8 * 7.4 * 72 / 25.4, abs=2)


def test_places_are_boxes_in_points_from_the_upper_left_corner() -> None:
    (line,) = read(text(LINE, 20, 30)).blocks
    assert isinstance(line.place, PdfPlace)
    x0, y0, x1, y1 = line.place.box
    assert line.place.page == 1
    assert x0 == pytest.approx(20 * 72 / 25.4, abs=0.1)
    assert x1 == pytest.approx((20 + 8 * 3.7) * 72 / 25.4, abs=0.1)
    assert y0 < 30 * 72 / 25.4 < y1


def test_lines_make_a_table() -> None:
    grid = lines([20, 60, 120], [30, 40, 50])
    cells = [("工作任务", 22, 36), ("比重", 62, 36), ("和面", 22, 46), ("二成", 62, 46)]
    (table,) = read(grid, *(text(said, x, y) for said, x, y in cells)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["工作任务", "比重", "和面", "二成"]


def test_a_text_that_runs_over_a_line_is_cut_there() -> None:
    grid = lines([20, 35, 120], [30, 40])
    (table,) = read(grid, text("工作任务比重", 20.2, 36)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["工作任务", "比重"]


def test_words_that_are_struck_out_are_left_out() -> None:
    stroke = filled((30, 28.6, 8, 0.2), "0 0 0")
    document = read(text("运用机器面粉", 20, 30, across="g 5 5"), stroke)
    assert texts(document) == ["运用面粉"]
    assert [(why, said) for why, _, said in document.left_out] == [("struck-out", "机器")]


@pytest.mark.parametrize(
    "paint",
    ["255 255 255", "253 254 255", "#FF #FF #FF", "255", "0 0 0 0"],
    ids=["white", "nearly", "hexadecimal", "grey", "no ink"],
)
def test_white_text_on_white_is_hidden(paint: str) -> None:
    document = read(text(LINE, 20, 30), text("不算", 20, 40, colour=paint))
    assert texts(document) == [LINE]
    assert hidden(document) == ["不算"]


@pytest.mark.parametrize(
    "more",
    [' Alpha="0"', ' Fill="false"', ' Fill="false" Stroke="false"'],
)
def test_text_that_is_not_painted_is_hidden(more: str) -> None:
    document = read(text(LINE, 20, 30), text("不算", 20, 40, more=more))
    assert texts(document) == [LINE]
    assert hidden(document) == ["不算"]


def test_objects_that_are_not_visible_are_no_text() -> None:
    assert texts(read(text(LINE, 20, 30), text("不算", 20, 40, more=' Visible="false"'))) == [LINE]


def test_white_text_on_a_dark_ground_is_text() -> None:
    document = read(filled((15, 25, 60, 10), "0 0 128"), text(LINE, 20, 30, colour="255 255 255"))
    assert texts(document) == [LINE]
    assert hidden(document) == []


def test_text_in_the_colour_of_its_ground_is_hidden() -> None:
    ground = filled((15, 35, 60, 10), "0 0 128")
    document = read(text(LINE, 20, 30), ground, text("不算", 20, 40, colour="0 0 128"))
    assert texts(document) == [LINE]
    assert hidden(document) == ["不算"]


def test_text_that_is_painted_over_is_hidden() -> None:
    document = read(
        text(LINE, 20, 30), text("不算", 20, 40), filled((15, 35, 60, 8), "255 255 255")
    )
    assert texts(document) == [LINE]
    assert hidden(document) == ["不算"]
    assert "covered" in asked(document)


def test_text_below_what_shines_through_is_text() -> None:
    document = read(text(LINE, 20, 30), filled((15, 25, 60, 8), "255 255 0", ' Alpha="90"'))
    assert (texts(document), words(document)) == ([LINE], ["unseen-text"])


def test_text_below_a_picture_is_text_with_a_question() -> None:
    document = read(text(LINE, 20, 30), image(15, 22, 60, 12))
    assert texts(document) == [LINE]
    assert words(document) == ["unseen-text"]
    assert asked(document) == ["picture"]


def test_text_beside_what_its_object_shows_is_text_with_a_question() -> None:
    far = text(LINE, 20, 30).replace('X="0"', 'X="60"')
    document = read(far)
    assert texts(document) == [LINE]
    assert words(document) == ["unseen-text"]


def test_letters_of_a_font_of_signs_mean_nothing() -> None:
    fonts = element(
        "Res",
        '<ofd:Fonts><ofd:Font ID="4" FontName="Wingdings" FamilyName="Wingdings"/></ofd:Fonts>',
    )
    signs = text("abc", 20, 30).replace('Font="3"', 'Font="4"')
    document = read_document(
        ofd(
            OfdPage(text(LINE, 20, 20) + signs),
            common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
            Doc_0__DocumentRes=fonts,
        )
    )
    found = document.blocks[-1]
    assert isinstance(found, Paragraph)
    assert "abc" not in found.text
    assert found.unread == "garbled"


def test_a_page_whose_text_is_turned_is_read_upright() -> None:
    turned = [
        text(said, 30 + 10 * row, 200, more=' CTM="0 -1 1 0 0 0"')
        for row, said in enumerate(("拉面制作考核规范", "一、定义", "运用面粉制作拉面的能力。"))
    ]
    assert texts(read(*turned)) == ["拉面制作考核规范", "一、定义", "运用面粉制作拉面的能力。"]


def test_slanted_text_is_a_watermark() -> None:
    slanted = text("样张", 60, 150, size=20, more=' CTM="0.7071 -0.7071 0.7071 0.7071 0 0"')
    document = read(text(LINE, 20, 30), slanted)
    assert texts(document) == [LINE]
    assert [why for why, _, _ in document.left_out] == ["watermark"]


def test_a_page_of_pictures_is_noted_as_a_scan() -> None:
    document = read_document(ofd(OfdPage(text(LINE, 20, 30)), OfdPage(image(0, 0, *A4))))
    assert texts(document) == [LINE]
    assert words(document) == ["scan"]
