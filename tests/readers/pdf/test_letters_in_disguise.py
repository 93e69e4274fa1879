"""Letters that are masked, clipped, mirrored, tiny or crossed out: what the page shows of them."""

import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from readers.pdf.sheets import Sheets, body
from readers.pdf.test_visible_text import LINE, drawn, line, shown
from specvalidator.document import paragraphs_of
from specvalidator.readers.pdf import read_pdf

BELOW = "二、适用对象"


def written_in(matrix: str, text: str = LINE, mode: int = 0) -> bytes:
    letters = text.encode("utf-16-be").hex()
    return f" BT {mode} Tr /F2 12 Tf {matrix} Tm <{letters}> Tj ET ".encode()


def mask(kind: str, paint: bytes) -> DictionaryObject:
    """A state in which nothing is drawn but where `paint` lets it through."""
    group = DecodedStreamObject()
    group.set_data(paint)
    group.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(NumberObject, (0, 0, 595, 842))),
            NameObject("/Group"): DictionaryObject(
                {
                    NameObject("/S"): NameObject("/Transparency"),
                    NameObject("/CS"): NameObject("/DeviceGray"),
                }
            ),
        }
    )
    soft = {NameObject("/S"): NameObject("/" + kind), NameObject("/G"): group}
    return DictionaryObject({NameObject("/SMask"): DictionaryObject(soft)})


def gradient(red: float, green: float, blue: float) -> DictionaryObject:
    """A pattern that is one colour all over, as if it ran from one to another."""
    color = ArrayObject(map(FloatObject, (red, green, blue)))
    function = {
        NameObject("/FunctionType"): NumberObject(2),
        NameObject("/Domain"): ArrayObject(map(NumberObject, (0, 1))),
        NameObject("/C0"): color,
        NameObject("/C1"): color,
        NameObject("/N"): NumberObject(1),
    }
    shading = {
        NameObject("/ShadingType"): NumberObject(2),
        NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
        NameObject("/Coords"): ArrayObject(map(NumberObject, (0, 0, 595, 0))),
        NameObject("/Function"): DictionaryObject(function),
    }
    pattern = {
        NameObject("/PatternType"): NumberObject(2),
        NameObject("/Shading"): DictionaryObject(shading),
    }
    return DictionaryObject(pattern)


@pytest.mark.parametrize(("clip", "is_read"), [("1 0 0 1 70 400", False), ("1 0 0 1 70 730", True)])
def test_letters_clip_what_is_drawn_after_them(clip: str, *, is_read: bool) -> None:
    document = read_pdf(drawn(b"q" + written_in(clip, mode=7) + b"0 Tr " + line() + b" Q"))

    assert (LINE in shown(document)) == is_read


@pytest.mark.parametrize(
    ("matrix", "is_read"),
    [("1 0 0 1", True), ("0.6 0 0 1", True), ("0.001 0 0 1", False), ("0.05 0 0 0.05", False)],
    ids=["usual", "narrowed", "a hair", "dust"],
)
def test_letters_too_small_to_see_are_not_read(matrix: str, *, is_read: bool) -> None:
    document = read_pdf(drawn(line("竹篮编织") + written_in(f"{matrix} 118 730", "工")))

    assert shown(document)[0] == ("竹篮编织工" if is_read else "竹篮编织")


@pytest.mark.parametrize("matrix", ["-1 0 0 1 300 730", "1 0 0 -1 70 730", "0 1 1 0 70 600"])
def test_what_stands_there_as_in_a_mirror_is_not_read(matrix: str) -> None:
    document = read_pdf(drawn(written_in(matrix)))

    assert LINE not in "".join(shown(document))


@pytest.mark.parametrize("kind", ["Luminosity", "Alpha"])
@pytest.mark.parametrize(("paint", "is_read"), [(b"1 g 0 0 595 842 re f", True), (b"", False)])
def test_text_behind_a_mask_is_read_where_it_comes_through(
    kind: str, paint: bytes, *, is_read: bool
) -> None:
    masked = drawn(b"q /State gs " + line() + b" Q", {"/ExtGState": {"/State": mask(kind, paint)}})

    assert shown(read_pdf(masked)) == ([LINE] if is_read else []) + [BELOW]


@pytest.mark.parametrize(("green", "is_read"), [(0, True), (1, False)])
def test_text_in_a_gradient_is_looked_at(green: float, *, is_read: bool) -> None:
    filled = b"q /Pattern cs /Colour scn " + line() + b" Q"
    document = read_pdf(drawn(filled, {"/Pattern": {"/Colour": gradient(1, green, green)}}))

    assert shown(document) == ([LINE] if is_read else []) + [BELOW]
    assert not document.unread


@pytest.mark.parametrize(
    ("strokes", "read"),
    [
        (b"70 728 m 94 742 l S", LINE[2:]),
        (b"70 728 m 94 742 l S 70 742 m 94 728 l S", LINE[2:]),
        (b"70 716 m 94 726 l S", LINE),
        (b"230 730 m 234 727 l 241 738 l S", LINE),
    ],
    ids=["slash", "cross", "below", "tick"],
)
def test_letters_that_a_slanting_line_runs_through_are_a_question(
    strokes: bytes, read: str
) -> None:
    document = read_pdf(drawn(line() + b" " + strokes))

    assert shown(document) == [read, BELOW]
    asked = {each.unread for each in paragraphs_of(document.blocks)} - {None}
    assert asked == ({"covered"} if read != LINE else set())


@pytest.mark.parametrize("letters", ["40%", "5%", "100%"])
@pytest.mark.parametrize("gap", [2, 5, 9])
def test_a_percentage_spread_over_its_cell_is_one(letters: str, gap: int) -> None:
    sheets = Sheets()
    for index, letter in enumerate(letters):
        sheets.text(70 + index * (6 + gap), 100, letter)

    assert body(read_pdf(sheets.data())) == [letters]


def test_figures_side_by_side_are_not_put_together() -> None:
    assert body(read_pdf(Sheets().text(70, 100, "4").text(84, 100, "0").data())) == ["4 0"]
