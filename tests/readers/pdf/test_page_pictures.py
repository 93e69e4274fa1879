"""Pages drawn as pictures, and what keeps the drawing of a hostile page within bounds."""

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from readers.pdf.sheets import A4, Sheets
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.pdf.picturing import pictures_of


def _opened(png: bytes | None) -> Image.Image:
    assert png is not None
    return Image.open(io.BytesIO(png))


def _pages(count: int) -> bytes:
    sheets = Sheets()
    for number in range(count):
        if number:
            sheets.next()
        sheets.text(100, 100, f"第{number}页")
    return sheets.data()


def test_pages_are_drawn_as_they_are_seen() -> None:
    sheets = Sheets().text(100, 100, "字")
    sheets.canvas.setFillColorRGB(1, 0, 0)
    sheets.canvas.rect(0, A4[1] - 50, 50, 50, stroke=0, fill=1)
    [page] = pictures_of(sheets.data(), {1})
    assert (page.number, page.width, page.height) == (1, *A4)
    picture = _opened(page.image)
    assert picture.size == (1192, 1684)
    assert picture.getpixel((20, 20)) == (255, 0, 0)
    assert picture.getpixel((1100, 1600)) == (255, 255, 255)


def test_a_page_without_colour_is_grey() -> None:
    [page] = pictures_of(_pages(1))
    assert _opened(page.image).mode == "L"


def test_pages_that_are_looked_at_closely_are_finer() -> None:
    pages = pictures_of(_pages(3), {2})
    widths = [_opened(page.image).width for page in pages]
    assert [page.number for page in pages] == [1, 2, 3]
    assert widths[1] > widths[0] == widths[2]


def test_a_turned_page_is_as_wide_as_it_is_seen() -> None:
    with pdfium.PdfDocument(_pages(1)) as document:
        document[0].set_rotation(90)
        file = io.BytesIO()
        document.save(file)
    [page] = pictures_of(file.getvalue())
    assert (page.width, page.height) == (A4[1], A4[0])
    picture = _opened(page.image)
    assert picture.width > picture.height


@pytest.mark.parametrize(
    "size", [(14400, 14400), (14400, 2), (2, 14400), (2_000_000, 2_000_000), (1e9, 1)]
)
def test_a_page_of_any_size_gives_a_picture_of_bounded_size(size: tuple[float, float]) -> None:
    limits = PdfLimits(picture_pixels=100_000)
    [page] = pictures_of(Sheets(size).text(1, 1, "字", size=1).data(), {1}, limits)
    if page.image is not None:
        picture = _opened(page.image)
        assert picture.width * picture.height <= 200_000


def test_pictures_that_would_take_too_much_room_are_left_out() -> None:
    first, second, third = pictures_of(_pages(3), {2}, PdfLimits(picture_bytes=7_000))
    assert second.image is not None
    assert first.image is None or third.image is None
    total = sum(len(page.image or b"") for page in (first, second, third))
    assert total <= 7_000


def test_pages_that_would_take_too_long_are_left_out() -> None:
    pages = pictures_of(_pages(2), {1}, PdfLimits(drawing_seconds=0))
    assert [(page.number, page.image) for page in pages] == [(1, None), (2, None)]


def _file(*parts: str) -> bytes:
    """Return a file of these objects behind its catalogue; the third is the page."""
    catalogue = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>")
    body = "".join(f"{n} 0 obj\n{x}\nendobj\n" for n, x in enumerate((*catalogue, *parts), 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R/Size {len(parts) + 3}>>\n%%EOF".encode()


def _page(resources: int) -> str:
    size = "/MediaBox[0 0 200 200]"
    return f"<</Type/Page/Parent 2 0 R{size}/Contents 4 0 R/Resources {resources} 0 R>>"


def _stream(head: str, content: str) -> str:
    return f"<<{head}/Length {len(content)}>>stream\n{content}\nendstream"


def _nested(depth: int) -> bytes:
    """Return a page with a drawing in a drawing in a drawing …, a box in the last."""
    forms = [
        _stream(f"/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F {n} 0 R>>>>", "/F Do")
        for n in range(7, 6 + depth)
    ]
    last = _stream("/Subtype/Form/BBox[0 0 200 200]", "0 0 50 50 re f")
    return _file(_page(5), _stream("", "/F Do"), "<</XObject<</F 6 0 R>>>>", *forms, last)


def _with_image(head: str) -> bytes:
    """Return a page with an image that says of itself what `head` says."""
    image = f"/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8{head}"
    content = _stream("", "q 100 0 0 100 50 50 cm /I Do")
    return _file(_page(5), content, "<</XObject<</I 6 0 R>>>>", _stream(image, "0000"))


def test_a_page_with_a_modest_image_is_drawn() -> None:
    [page] = pictures_of(_with_image("/Width 2/Height 2"))
    assert page.image is not None


@pytest.mark.parametrize(
    "head",
    [
        "/Width 60000/Height 60000",
        "/Width 2/Height 2/Filter/JPXDecode",
        "/Width 2/Height 2/Filter[/ASCIIHexDecode/JPXDecode]",
    ],
)
def test_a_page_whose_image_may_swell_is_not_drawn(head: str) -> None:
    [page] = pictures_of(_with_image(head))
    assert (page.width, page.height, page.image) == (200, 200, None)


@pytest.mark.parametrize(
    "name", ["/PatternType 1", "/#50attern#54ype 1", "/FunctionType  4", "/ShadingType 7"]
)
def test_a_file_whose_strokes_may_never_end_is_not_drawn(name: str) -> None:
    data = _with_image(f"/Width 2/Height 2{name}")
    [page] = pictures_of(data)
    assert (page.width, page.height, page.image) == (200, 200, None)


def test_forms_nested_deeper_than_the_limit_are_not_drawn() -> None:
    nested = _nested(3)
    assert pictures_of(nested, limits=PdfLimits(depth=3))[0].image is not None
    assert pictures_of(nested, limits=PdfLimits(depth=2))[0].image is None


def test_more_objects_than_the_limit_are_not_drawn() -> None:
    assert pictures_of(_nested(2), limits=PdfLimits(objects=3))[0].image is not None
    assert pictures_of(_nested(2), limits=PdfLimits(objects=2))[0].image is None


def test_the_same_file_gives_the_same_pictures() -> None:
    data = _pages(2)
    assert pictures_of(data, {1}) == pictures_of(data, {1})
