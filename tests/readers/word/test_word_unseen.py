"""Text that stands where nobody sees it: in rows of no height, beyond the page, in its ground."""

import pytest

from readers.word.word_files import (
    cell,
    level,
    listed,
    numbered,
    only,
    only_table,
    paragraph,
    read,
    row,
    run,
    style,
    table,
    texts,
)
from specvalidator.document import paragraphs_of

RED = '<w:color w:val="C00000"/>'
RED_BAR = '<w:shd w:val="clear" w:fill="C00000"/>'


def shown(body: str, styles: str = "") -> tuple[str, str, list[str]]:
    """Return what is read, what is hidden, and what is asked about."""
    document = read(body, styles=styles)
    found = list(paragraphs_of(document.blocks))
    return (
        "".join(each.text for each in found),
        "".join(each.hidden for each in found),
        [each.unread for each in found if each.unread],
    )


def exact(height: int, rule: str = "exact") -> str:
    return f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'


def spaced(line: int, rule: str = "exact") -> str:
    return f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>'


HIDDEN_BY_STYLE = style("段", f"<w:pPr>{spaced(2)}</w:pPr>")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(table(row("藏", properties=exact(1))), id="row of a twip"),
        pytest.param(table(row("藏", properties=exact(20))), id="row of a point"),
        pytest.param(table(row("藏", properties=exact(60))), id="row of three points"),
        pytest.param(table(row("藏", properties="<w:hidden/>")), id="hidden row"),
        pytest.param(paragraph("藏", spaced(1)), id="line of a twip"),
        pytest.param(paragraph("藏", spaced(2, "auto")), id="a hundredth of a line"),
        pytest.param(
            paragraph("藏", '<w:pStyle w:val="段"/>'), id="line of two twips by its style"
        ),
        pytest.param(paragraph("藏", '<w:ind w:left="20000"/>'), id="indented beyond the page"),
        pytest.param(paragraph("藏", '<w:ind w:start="-20000"/>'), id="beyond its other side"),
        pytest.param(paragraph("藏", '<w:ind w:firstLine="30000"/>'), id="first line beyond it"),
        pytest.param(paragraph("藏", '<w:ind w:hanging="30000"/>'), id="hanging beyond it"),
        pytest.param(paragraph("藏", '<w:ind w:leftChars="9000"/>'), id="by characters"),
        pytest.param(paragraph("藏", '<w:framePr w:x="15000" w:y="1"/>'), id="frame beyond it"),
        pytest.param(
            paragraph("藏", '<w:framePr w:h="1" w:hRule="exact"/>'), id="frame of no height"
        ),
        pytest.param(
            table(row("藏"), properties='<w:tblpPr w:tblpX="20000" w:tblpY="1"/>'),
            id="floating table beyond it",
        ),
        pytest.param(
            table(row("藏"), properties='<w:tblInd w:w="14000" w:type="dxa"/>'), id="table beyond"
        ),
        pytest.param(paragraph(run("藏", RED + RED_BAR)), id="red on red"),
        pytest.param(paragraph(run("藏", RED), RED_BAR), id="red in a red paragraph"),
        pytest.param(table(row(cell(paragraph(run("藏", RED)), RED_BAR))), id="red in a red cell"),
        pytest.param(
            paragraph(run("藏", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')),
            id="yellow under a yellow marker",
        ),
        pytest.param(
            paragraph(run("藏", '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
            id="blacked out",
        ),
        pytest.param(
            paragraph(run("藏", '<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>')),
            id="white under a white marker",
        ),
        pytest.param(
            paragraph(run("藏", '<w:color w:val="auto" w:themeColor="background1"/>')),
            id="in the theme's white",
        ),
        pytest.param(
            paragraph(run("藏", "<w14:textFill><w14:noFill/></w14:textFill>")), id="not painted"
        ),
        pytest.param(paragraph(run("藏", '<w:w w:val="1"/>')), id="letters of no width"),
    ],
)
def test_what_no_page_shows_is_no_text(body: str) -> None:
    assert shown(body, HIDDEN_BY_STYLE) == ("", "藏", [])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(table(row("见", properties=exact(1, "atLeast"))), id="row that grows"),
        pytest.param(table(row("见", properties=exact(400))), id="row of 20 points"),
        pytest.param(paragraph("见", spaced(240)), id="line of 12 points"),
        pytest.param(paragraph("见", spaced(1, "atLeast")), id="line that grows"),
        pytest.param(paragraph("见", spaced(240, "auto")), id="single line"),
        pytest.param(
            paragraph("见", f'<w:pStyle w:val="段"/>{spaced(240)}'), id="line in spite of its style"
        ),
        pytest.param(paragraph("见", '<w:ind w:left="480" w:firstLine="420"/>'), id="indent"),
        pytest.param(paragraph("见", '<w:ind w:left="480" w:hanging="480"/>'), id="hanging"),
        pytest.param(paragraph("见", '<w:framePr w:x="1500" w:y="900"/>'), id="frame on the page"),
        pytest.param(paragraph(run("见", RED)), id="red on white"),
        pytest.param(
            table(row(cell("见", RED_BAR), cell(paragraph(run("", RED))))), id="red cell elsewhere"
        ),
        pytest.param(
            paragraph(run("见", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>')),
            id="white under a blue marker",
        ),
        pytest.param(
            paragraph(run("见", '<w:color w:val="FFFFFF" w:themeColor="text1"/>')),
            id="the theme's black",
        ),
        pytest.param(
            paragraph(run("见", "<w14:textFill><w14:noFill/></w14:textFill><w14:textOutline/>")),
            id="hollow letters",
        ),
        pytest.param(
            paragraph(run("见", '<w:shd w:val="clear" w:fill="000000"/>')), id="white by itself"
        ),
        *(
            pytest.param(
                paragraph(run("见", f'<w:color w:val="FFFFFF"/><w:{relief}/>')),
                id=f"white, {relief}",
            )
            for relief in ("shadow", "emboss", "imprint")
        ),
    ],
)
def test_what_a_page_shows_is_text(body: str) -> None:
    assert shown(body, HIDDEN_BY_STYLE) == ("见", "", [])


def test_a_page_of_another_size_is_measured() -> None:
    wide = '<w:sectPr><w:pgSz w:w="23800" w:h="16838"/></w:sectPr>'
    assert texts(read(paragraph("见", '<w:ind w:left="14000"/>') + wide)) == ["见"]


@pytest.mark.parametrize("hiding", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>'])
def test_what_the_style_of_a_table_hides_is_no_text(hiding: str) -> None:
    styles = style("表", f"<w:rPr>{hiding}</w:rPr>", kind="table")
    hidden = table(row("藏"), properties='<w:tblStyle w:val="表"/>')
    assert shown(hidden + table(row("见")), styles) == ("见", "藏", [])


def test_letters_in_the_colour_that_the_style_of_a_table_lays() -> None:
    styles = style("表", f"<w:tcPr>{RED_BAR}</w:tcPr>", kind="table")
    content = cell(paragraph(run("藏", RED) + run("见")))
    document = table(row(content), properties='<w:tblStyle w:val="表"/>')
    assert shown(document, styles) == ("见", "藏", [])


def test_a_row_that_nobody_sees_is_no_number_of_a_list() -> None:
    hidden = row(cell(numbered("乙")), properties=exact(1))
    body = table(row(cell(numbered("甲"))), hidden, row(cell(numbered("丙"))))
    found = read(body, numbering=listed(level(0, "%1.")))
    assert [each.text for each in only_table(found).cells] == ["1.甲", "", "3.丙"]


ANCHOR = (
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="框"{more}/>{inside}</wp:anchor>'
)
BOXED = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph('字')}</w:txbxContent></wps:txbx></wps:wsp>"


def box(**places: object) -> str:
    drawn = ANCHOR.format(**{"x": 0, "y": 0, "cx": 900_000, "cy": 900_000, "more": ""} | places)
    return paragraph(f"<w:r><w:drawing>{drawn}</w:drawing></w:r>")


def vml(css: str, more: str = "") -> str:
    content = f"<v:textbox><w:txbxContent>{paragraph('字')}</w:txbxContent></v:textbox>"
    return paragraph(
        f'<w:r><w:pict><v:shape style="{css}"{more}>{content}</v:shape></w:pict></w:r>'
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(box(x=9_000_000, inside=BOXED), id="beyond the side"),
        pytest.param(box(y=12_000_000, inside=BOXED), id="below the page"),
        pytest.param(box(x=-9_000_000, inside=BOXED), id="left of it"),
        pytest.param(box(cx=0, cy=0, inside=BOXED), id="of no size"),
        pytest.param(box(cy=12_700, inside=BOXED), id="of a point"),
        pytest.param(box(more=' hidden="1"', inside=BOXED), id="switched off"),
        pytest.param(vml("position:absolute;margin-left:900pt;width:90pt;height:90pt"), id="VML"),
        pytest.param(vml("width:0;height:0"), id="VML of no size"),
        pytest.param(vml("width:90pt;height:90pt;visibility:hidden"), id="VML switched off"),
    ],
)
def test_a_box_that_nobody_sees_is_no_text(body: str) -> None:
    assert shown(body) == ("", "字", [])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(box(x=900_000, y=900_000, inside=BOXED), id="on the page"),
        pytest.param(vml("position:absolute;margin-left:90pt;width:90pt;height:20pt"), id="VML"),
        pytest.param(vml(""), id="VML without a style"),
    ],
)
def test_a_box_on_the_page_is_text(body: str) -> None:
    assert shown(body) == ("字", "", [])


def test_white_letters_are_seen_in_a_dark_box_only() -> None:
    letters = paragraph(run("字", '<w:color w:val="FFFFFF"/>'))
    inside = (
        "<wps:wsp><wps:spPr>{}</wps:spPr><wps:txbx><w:txbxContent>"
        + letters
        + "</w:txbxContent></wps:txbx></wps:wsp>"
    )
    filled = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
    assert shown(box(inside=inside.format(filled.format("1F4E79"))))[0] == "字"
    assert shown(box(inside=inside.format(filled.format("FFFFFF"))))[0] == ""
    assert shown(box(inside=inside.format("<a:noFill/>")))[0] == ""
    assert shown(box(inside=inside.format("<a:gradFill/>")))[0] == "字"
    assert only(read(letters)).text == ""
