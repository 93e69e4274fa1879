"""Text that the conditional formats of a table's style hide or show, and columns of no width."""

import pytest

from readers.word.word_files import cell, paragraph, read, row, run, style
from specvalidator.document import Paragraph, Table

HIDING = "<w:rPr><w:vanish/></w:rPr>"
SHOWING = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
WHITE = '<w:color w:val="FFFFFF"/>'
RED = '<w:color w:val="C00000"/>'
FIXED = '<w:tblLayout w:type="fixed"/>'


def shade(fill: str) -> str:
    return f'<w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr>'


def formatted(*formats: tuple[str, str], whole: str = "", based: str = "") -> str:
    """Return a table style with conditional formats."""
    conditional = "".join(
        f'<w:tblStylePr w:type="{kind}">{inside}</w:tblStylePr>' for kind, inside in formats
    )
    return style("表", based + whole + conditional, kind="table")


def look(**switches: int) -> str:
    """Return a look that takes nothing but these."""
    taken = {"firstRow": 0, "lastRow": 0, "firstColumn": 0, "lastColumn": 0} | switches
    taken = {"noHBand": 1, "noVBand": 1} | taken
    said = " ".join(f'w:{name}="{on}"' for name, on in taken.items())
    return f"<w:tblLook {said}/>"


def seen(styles: str, properties: str = "", letters: str = "") -> list[str]:
    """Return what is seen of each of four rows of three cells, each holding one letter."""
    rows = [
        row(*(cell(paragraph(run(letter, letters))) for letter in line))
        for line in ("甲乙丙", "丁戊己", "庚辛壬", "癸子丑")
    ]
    properties = f'<w:tblStyle w:val="表"/>{properties}'
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"
    (found,) = read(body, styles=styles).blocks
    assert isinstance(found, Table)
    lines = ["", "", "", ""]
    for each in found.cells:
        lines[each.row] += each.text
    return lines


ALL = ["甲乙丙", "丁戊己", "庚辛壬", "癸子丑"]


@pytest.mark.parametrize(
    ("kind", "taken", "expected"),
    [
        ("firstRow", {"firstRow": 1}, ["", *ALL[1:]]),
        ("lastRow", {"lastRow": 1}, [*ALL[:3], ""]),
        ("firstCol", {"firstColumn": 1}, ["乙丙", "戊己", "辛壬", "子丑"]),
        ("lastCol", {"lastColumn": 1}, ["甲乙", "丁戊", "庚辛", "癸子"]),
        ("band1Horz", {"noHBand": 0}, ["", ALL[1], "", ALL[3]]),
        ("band2Horz", {"noHBand": 0}, [ALL[0], "", ALL[2], ""]),
        ("band1Horz", {"noHBand": 0, "firstRow": 1}, [ALL[0], "", ALL[2], ""]),
        ("band1Vert", {"noVBand": 0}, ["乙", "戊", "辛", "子"]),
        ("band2Vert", {"noVBand": 0}, ["甲丙", "丁己", "庚壬", "癸丑"]),
        ("nwCell", {"firstRow": 1, "firstColumn": 1}, ["乙丙", *ALL[1:]]),
        ("seCell", {"lastRow": 1, "lastColumn": 1}, [*ALL[:3], "癸子"]),
        ("seCell", {"lastRow": 1}, ALL),
        ("wholeTable", {}, ["", "", "", ""]),
        ("firstRow", {}, ALL),
        ("band1Horz", {"firstRow": 1}, ALL),
    ],
)
def test_a_format_hides_the_cells_that_it_is_for(
    kind: str, taken: dict[str, int], expected: list[str]
) -> None:
    assert seen(formatted((kind, HIDING)), look(**taken)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("", ["", *ALL[1:]], id="as programs take it"),
        pytest.param('<w:tblLook w:val="0620"/>', ["", *ALL[1:]], id="by the sum of all"),
        pytest.param('<w:tblLook w:val="0600"/>', ALL, id="off in the sum"),
        pytest.param('<w:tblLook w:val="0620" w:firstRow="0"/>', ALL, id="off by itself"),
        pytest.param('<w:tblLook w:val="neither"/>', ALL, id="nonsense"),
    ],
)
def test_the_look_says_which_formats_a_table_takes(said: str, expected: list[str]) -> None:
    assert seen(formatted(("firstRow", HIDING)), said) == expected


def test_bands_may_be_of_several_rows() -> None:
    two = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    styles = formatted(("band1Horz", HIDING), whole=two)
    assert seen(styles, look(noHBand=0)) == ["", "", ALL[2], ALL[3]]


def test_a_format_is_inherited() -> None:
    base = style("基", f'<w:tblStylePr w:type="firstRow">{HIDING}</w:tblStylePr>', kind="table")
    styles = base + formatted(based='<w:basedOn w:val="基"/>')
    assert seen(styles, look(firstRow=1)) == ["", *ALL[1:]]


def test_the_stronger_format_wins_and_the_run_before_all() -> None:
    shows = formatted(("firstRow", SHOWING), whole=HIDING)
    assert seen(shows, look(firstRow=1)) == [ALL[0], "", "", ""]
    row_before_column = formatted(("firstRow", SHOWING), ("firstCol", HIDING))
    taken = look(firstRow=1, firstColumn=1)
    assert seen(row_before_column, taken) == [ALL[0], "戊己", "辛壬", "子丑"]
    assert seen(formatted(("firstRow", HIDING)), look(firstRow=1), '<w:vanish w:val="0"/>') == ALL


@pytest.mark.parametrize(
    ("letters", "formats", "expected"),
    [
        pytest.param(
            WHITE, [("firstRow", shade("1F4E79"))], [ALL[0], "", "", ""], id="white on dark"
        ),
        pytest.param(
            WHITE,
            [("band1Horz", shade("1F4E79"))],
            [ALL[0], "", ALL[2], ""],
            id="white in dark bands",
        ),
        pytest.param(RED, [("firstRow", shade("C00000"))], ["", *ALL[1:]], id="red on red"),
        pytest.param(
            "", [("firstRow", f"<w:rPr>{WHITE}</w:rPr>{shade('1F4E79')}")], ALL, id="as Word has it"
        ),
        pytest.param(
            "", [("firstRow", f"<w:rPr>{WHITE}</w:rPr>")], ["", *ALL[1:]], id="white by its format"
        ),
        pytest.param(
            "",
            [("firstRow", '<w:rPr><w:sz w:val="2"/></w:rPr>')],
            ["", *ALL[1:]],
            id="letters of a point",
        ),
    ],
)
def test_letters_are_seen_on_the_ground_of_their_own_cell(
    letters: str, formats: list[tuple[str, str]], expected: list[str]
) -> None:
    taken = look(noHBand=0) if formats[0][0].startswith("band") else look(firstRow=1)
    assert seen(formatted(*formats), taken, letters) == expected


def test_a_table_inside_a_table_has_formats_of_its_own() -> None:
    inner = f"<w:tbl><w:tblPr/><w:tblGrid/>{row('内')}</w:tbl>{paragraph()}"
    properties = f'<w:tblStyle w:val="表"/>{look(firstRow=1)}'
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{row(cell(inner), '外')}</w:tbl>"
    (found,) = read(body, styles=formatted(("firstRow", HIDING))).blocks
    assert isinstance(found, Table)
    assert [each.text.strip() for each in found.cells] == ["内", ""]


@pytest.mark.parametrize("kind", ["character", "table"])
def test_a_paragraph_follows_no_style_of_another_kind(kind: str) -> None:
    styles = style("异", HIDING, kind=kind) + style("段", '<w:basedOn w:val="异"/>')
    for name in ("异", "段"):
        (found,) = read(paragraph("见", f'<w:pStyle w:val="{name}"/>'), styles=styles).blocks
        assert isinstance(found, Paragraph)
        assert found.text == "见"


def test_a_run_follows_no_style_of_paragraphs() -> None:
    (found,) = read(
        paragraph(run("见", '<w:rStyle w:val="段"/>')), styles=style("段", HIDING)
    ).blocks
    assert isinstance(found, Paragraph)
    assert found.text == "见"


def columns(
    *widths: int, properties: str = FIXED, of_cells: bool = True, more: str = ""
) -> list[str]:
    """Return what is seen in a row of cells of these widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = (
        cell("字", (f'<w:tcW w:w="{width}" w:type="dxa"/>' if of_cells else "") + more)
        for width in widths
    )
    body = (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row(*cells)}</w:tbl>"
    )
    (found,) = read(body).blocks
    assert isinstance(found, Table)
    return [each.text for each in found.cells]


def test_a_column_too_narrow_for_a_letter_is_not_seen() -> None:
    assert columns(1, 3000) == ["", "字"]
    assert columns(100, 3000) == ["", "字"]
    assert columns(1, 3000, of_cells=False) == ["", "字"]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(columns(1, 3000, properties=""), id="widths that grow"),
        pytest.param(columns(1, 1), id="widths that are not meant"),
        pytest.param(columns(400, 3000), id="a narrow column"),
        pytest.param(columns(100, 3000, more="<w:tcMar/>"), id="without margins"),
        pytest.param(columns(0, 3000), id="no width said"),
        pytest.param(
            columns(
                100,
                3000,
                properties=f'{FIXED}<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar>',
            ),
            id="a table without margins",
        ),
    ],
)
def test_other_columns_are_seen(found: list[str]) -> None:
    assert found == ["字", "字"]
