"""Text that a Word file holds and the page does not show: kept apart, never read as visible."""

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

VANISH = "<w:vanish/>"
WHITE = '<w:color w:val="FFFFFF"/>'
STYLED = '<w:pStyle w:val="段"/>'
INKED = '<w:rStyle w:val="字"/>'
GREY_BAR = '<w:shd w:val="clear" w:fill="F2F2F2"/>'
DARK_BAR = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'


SOLID = '<w14:solidFill><w14:srgbClr w14:val="{}"/></w14:solidFill>'


def painted(inside: str) -> str:
    return f"<w14:textFill>{inside}</w14:textFill>"


def inked(inside: str) -> str:
    return style("字", f"<w:rPr>{inside}</w:rPr>", kind="character")


def styled(inside: str, based_on: str = "") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return style("段", f"{parent}<w:rPr>{inside}</w:rPr>")


@pytest.mark.parametrize(
    ("properties", "run_properties", "styles"),
    [
        pytest.param("", VANISH, "", id="marked as hidden"),
        pytest.param("", "<w:specVanish/>", "", id="marked as always hidden"),
        pytest.param("", INKED, inked(VANISH), id="hidden by a character style"),
        pytest.param(STYLED, "", styled(VANISH), id="hidden by its style"),
        pytest.param(
            STYLED,
            "",
            styled("", "底") + style("底", f"<w:rPr>{VANISH}</w:rPr>"),
            id="hidden by the style that its style is based on",
        ),
        pytest.param(
            "",
            "",
            f"<w:docDefaults><w:rPrDefault><w:rPr>{VANISH}</w:rPr></w:rPrDefault></w:docDefaults>",
            id="hidden like everything",
        ),
        pytest.param("", WHITE, "", id="white on white"),
        pytest.param("", '<w:color w:val="FEFEFE"/>', "", id="as good as white"),
        pytest.param("", WHITE + GREY_BAR, "", id="white on nearly white"),
        pytest.param("", INKED, inked(WHITE), id="white by a character style"),
        pytest.param("", '<w:sz w:val="2"/>', "", id="1 pt"),
        pytest.param("", painted(SOLID.format("FFFFFF")), "", id="painted white"),
        pytest.param(
            "",
            painted('<w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill>'),
            "",
            id="painted in the colour of the page",
        ),
        pytest.param(
            "",
            painted(
                '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/>'
                "</w14:srgbClr></w14:solidFill>"
            ),
            "",
            id="painted with clear paint",
        ),
        pytest.param(
            "",
            "<w14:textOutline><w14:noFill/></w14:textOutline>" + painted("<w14:noFill/>"),
            "",
            id="neither painted nor outlined",
        ),
    ],
)
def test_text_that_is_not_to_be_seen_is_kept_apart(
    properties: str, run_properties: str, styles: str
) -> None:
    found = only(read(paragraph(run("藏", run_properties), properties), styles=styles))

    assert (found.text, found.hidden) == ("", "藏")


@pytest.mark.parametrize(
    ("properties", "run_properties", "styles"),
    [
        pytest.param("", '<w:vanish w:val="0"/>', "", id="hidden switched off"),
        pytest.param(STYLED, '<w:vanish w:val="false"/>', styled(VANISH), id="shown in spite"),
        pytest.param(STYLED, INKED, styled(VANISH) + inked(VANISH), id="hidden twice is shown"),
        pytest.param("", "<w:webHidden/>", "", id="hidden on the web only"),
        pytest.param("", '<w:color w:val="000000"/>', "", id="black"),
        pytest.param("", '<w:color w:val="auto"/>', "", id="automatic colour"),
        pytest.param("", '<w:color w:val="FFFF00"/>', "", id="yellow"),
        pytest.param("", WHITE + DARK_BAR, "", id="white on dark letters' shading"),
        pytest.param("", WHITE + '<w:highlight w:val="black"/>', "", id="white on a marker"),
        pytest.param(
            "",
            WHITE + '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>',
            "",
            id="white on the dark colour of the theme",
        ),
        pytest.param("", WHITE + painted(SOLID.format("C00000")), "", id="painted red"),
        pytest.param("", WHITE + painted("<w14:gradFill/>"), "", id="painted in several colours"),
        pytest.param(
            "", "<w14:shadow/>" + painted(SOLID.format("FFFFFF")), "", id="white with a shadow"
        ),
        pytest.param(
            "",
            f"<w14:textOutline>{SOLID.format('000000')}</w14:textOutline>"
            + painted("<w14:noFill/>"),
            "",
            id="outlined only",
        ),
        pytest.param(DARK_BAR, WHITE, "", id="white on a dark paragraph"),
        pytest.param(
            STYLED, WHITE, style("段", f"<w:pPr>{DARK_BAR}</w:pPr>"), id="white on a dark style"
        ),
        pytest.param("", WHITE + '<w:shd w:val="solid" w:fill="auto"/>', "", id="white on solid"),
        pytest.param("", '<w:sz w:val="21"/>', "", id="ordinary size"),
        pytest.param("", '<w:sz w:val="2pt"/>', "", id="size that is no number"),
    ],
)
def test_text_that_can_be_seen_is_read(properties: str, run_properties: str, styles: str) -> None:
    found = only(read(paragraph(run("见", run_properties), properties), styles=styles))

    assert (found.text, found.hidden) == ("见", "")


def in_a_cell(cell_properties: str = "", table_properties: str = "", styles: str = "") -> str:
    content = cell(paragraph(run("字", WHITE)), cell_properties)
    document = read(table(row(content), properties=table_properties), styles=styles)
    return only_table(document).cells[0].text


def test_white_text_is_seen_in_a_dark_cell_or_table_only() -> None:
    dark = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK_BAR}</w:tcPr></w:tblStylePr>'
    child = '<w:basedOn w:val="深"/>'
    styles = style("深", dark, kind="table") + style("子", child, kind="table")

    assert in_a_cell() == ""
    assert in_a_cell(DARK_BAR) == "字"
    assert in_a_cell(table_properties=DARK_BAR) == "字"
    assert in_a_cell(table_properties='<w:tblStyle w:val="深"/>', styles=styles) == "字"
    assert in_a_cell(table_properties='<w:tblStyle w:val="子"/>', styles=styles) == "字"
    assert in_a_cell(table_properties='<w:tblStyle w:val="网格"/>', styles=styles) == ""


def test_white_text_is_seen_on_a_coloured_page() -> None:
    found = only(read(paragraph(run("字", WHITE)), before='<w:background w:color="203864"/>'))

    assert found.text == "字"


def test_hidden_and_visible_runs_of_one_paragraph_are_told_apart() -> None:
    found = only(read(paragraph(run("见") + run("藏", VANISH) + run("到"))))

    assert (found.text, found.hidden) == ("见到", "藏")


def test_a_paragraph_whose_end_is_hidden_runs_on_into_the_next() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"

    document = read(
        paragraph("一、定义：", hidden + '<w:outlineLvl w:val="0"/>') + paragraph("运用面粉")
    )

    assert texts(document) == ["一、定义：运用面粉"]


def test_a_paragraph_that_is_hidden_whole_stands_alone_and_does_not_count() -> None:
    hidden = paragraph(
        run("藏", VANISH), '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    )

    document = read(numbered("甲") + hidden + numbered("乙"), numbering=listed(level(0, "%1.")))

    assert texts(document) == ["1.甲", "", "2.乙"]
    assert [each.hidden for each in paragraphs_of(document.blocks)] == ["", "藏", ""]


def test_a_style_inside_an_instruction_is_no_style() -> None:
    document = read(paragraph("甲", STYLED), styles=f"<?x {styled(VANISH)}?>")

    assert texts(document) == ["甲"]


def test_a_style_separator_leaves_a_heading_and_its_text_two_paragraphs() -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"

    document = read(paragraph("（一）申报条件", separator) + paragraph("运用面粉"))

    assert texts(document) == ["（一）申报条件", "运用面粉"]
