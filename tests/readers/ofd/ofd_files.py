"""Writes OFD files (GB/T 33190): by hand, and with what stands on the pages of a PDF."""

import io
import math
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from specvalidator.readers.layout.frame import IDENTITY, Frame, Matrix, moved, point, product
from specvalidator.readers.limits import DEFAULT
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import settled
from specvalidator.readers.pdf.opening import opened
from specvalidator.readers.pdf.pages import frame_of

SPACE = "http://www.ofdspec.org/2016"
POINT = 72 / 25.4
"""Points in a millimetre."""
A4 = (210.0, 297.0)
EPOCH = (1980, 1, 1, 0, 0, 0)


class OfdPage(NamedTuple):
    """A page to be written."""

    objects: str
    """As XML."""
    size: tuple[float, float] = A4
    """In millimetres."""
    before: str = ""
    """What stands before its content, such as the use of a template."""


def numeral(value: float) -> str:
    """Return a number as OFD writes it."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def joined(*values: float) -> str:
    return " ".join(map(numeral, values))


def deltas(values: Sequence[float]) -> str:
    """Return distances between letters; those that are repeated as `g n v`."""
    found = []
    for said, same in groupby(map(numeral, values)):
        count = len(list(same))
        found.append(f"g {count} {said}" if count > 2 else " ".join([said] * count))
    return " ".join(found)


def text(  # noqa: PLR0913 - what a text says
    words: str,
    x: float,
    y: float,
    *,
    size: float = 3.7,
    across: str | None = None,
    more: str = "",
    colour: str = "",
) -> str:
    """Return a text whose base line begins at a place in millimetres."""
    wide = size * len(words)
    gaps = across if across is not None else deltas([size] * (len(words) - 1))
    said = f' DeltaX="{gaps}"' if gaps else ""
    paint = colour and f'<ofd:FillColor Value="{colour}"/>'
    return (
        f'<ofd:TextObject ID="9" Boundary="{joined(x, y - size, wide, 1.3 * size)}" Font="3" '
        f'Size="{numeral(size)}"{more}>{paint}'
        f'<ofd:TextCode X="0" Y="{numeral(size)}"{said}>{escape(words)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def path(box: tuple[float, float, float, float], data: str, more: str = "", paint: str = "") -> str:
    """Return a path; its numbers are counted from the upper left corner of its box."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{joined(*box)}" LineWidth="0.2"{more}>{paint}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def filled(box: tuple[float, float, float, float], colour: str, more: str = "") -> str:
    """Return a filled rectangle, given by its left, top, width and height."""
    x, y, width, height = box
    data = f"M 0 0 L {numeral(width)} 0 L {joined(width, height)} L 0 {numeral(height)} C"
    paint = f'<ofd:FillColor Value="{colour}"{more}/>'
    return path((x, y, width, height), data, ' Fill="true" Stroke="false"', paint)


def lines(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the lines of a grid."""
    wide, high = xs[-1] - xs[0], ys[-1] - ys[0]
    across = [path((xs[0], y, wide, 0.2), f"M 0 0 L {numeral(wide)} 0") for y in ys]
    down = [path((x, ys[0], 0.2, high), f"M 0 0 L 0 {numeral(high)}") for x in xs]
    return "".join((*across, *down))


def image(x: float, y: float, width: float, height: float) -> str:
    box = joined(x, y, width, height)
    return f'<ofd:ImageObject ID="7" Boundary="{box}" CTM="{joined(width, 0, 0, height, 0, 0)}"/>'


def element(name: str, content: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<ofd:{name} xmlns:ofd="{SPACE}">{content}</ofd:{name}>'


def parts(
    pages: Iterable[OfdPage], *, common: str = "", after: str = "", folder: str = "Doc_0"
) -> dict[str, str]:
    """Return the parts of one document by name.

    Args:
        pages: its pages.
        common: more of what its pages share, such as templates.
        after: more that it names, such as its annotations.
        folder: where it stands.
    """
    found: dict[str, str] = {}
    named = ""
    for number, page in enumerate(pages):
        place = f"Pages/Page_{number}/Content.xml"
        named += f'<ofd:Page ID="{number + 1}" BaseLoc="{place}"/>'
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {joined(*page.size)}</ofd:PhysicalBox></ofd:Area>"
        layer = f'<ofd:Layer ID="5" Type="Body">{page.objects}</ofd:Layer>'
        found[f"{folder}/{place}"] = element(
            "Page", f"{page.before}{area}<ofd:Content>{layer}</ofd:Content>"
        )
    shared = (
        "<ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}"
    )
    found[f"{folder}/Document.xml"] = element(
        "Document",
        f"<ofd:CommonData>{shared}</ofd:CommonData><ofd:Pages>{named}</ofd:Pages>{after}",
    )
    fonts = '<ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>'
    found[f"{folder}/PublicRes.xml"] = element("Res", fonts)
    return found


def entry(*folders: str, more: str = "") -> str:
    """Return the part that names the documents."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>{each}/Document.xml</ofd:DocRoot>{more}"
        "</ofd:DocBody>"
        for each in folders
    )
    return element("OFD", bodies)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip with the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def ofd(*pages: OfdPage, common: str = "", after: str = "", **others: str | bytes) -> bytes:
    """Return an OFD with these pages; the names of other parts have __ for /, and no suffix."""
    more = {f"{name.replace('__', '/')}.xml": content for name, content in others.items()}
    return packed({"OFD.xml": entry("Doc_0"), **parts(pages, common=common, after=after), **more})


def of_pictures(pages: Sequence[bytes]) -> bytes:
    """Return an OFD of A4 pages that hold nothing but a JPEG each."""
    media = "".join(
        f'<ofd:MultiMedia ID="{100 + number}" Type="Image"><ofd:MediaFile>{number}.jpg'
        "</ofd:MediaFile></ofd:MultiMedia>"
        for number in range(len(pages))
    )
    shown = [
        OfdPage(image(0, 0, 210, 297).replace("/>", f' ResourceID="{100 + number}"/>'))
        for number in range(len(pages))
    ]
    named = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    members: dict[str, str | bytes] = {"OFD.xml": entry("Doc_0"), **parts(shown, common=named)}
    members["Doc_0/DocumentRes.xml"] = element("Res", f"<ofd:MultiMedias>{media}</ofd:MultiMedias>")
    members |= {f"Doc_0/{number}.jpg": page for number, page in enumerate(pages)}
    return packed(members)


# ── from PDF ─────────────────────────────────────────────────────────────────────────────


class _Glyph(NamedTuple):
    letter: str
    x: float
    y: float
    """Of its origin in points from the upper left corner."""
    size: float
    cosine: float
    sine: float
    """Of the angle by which it is turned clockwise."""
    owner: int


def from_pdf(data: bytes, *, by_letter: bool = False) -> bytes:
    """Return an OFD that shows what a PDF shows.

    Args:
        data: the PDF.
        by_letter: each letter is a text of its own, as some programs write.
    """
    pages = []
    with opened(data, DEFAULT.pdf) as pdf:
        for index in range(pdf.pages):
            with settled(pdf.handle, index, pdf.form) as (page, _):
                pages.append(_PdfPage(page, by_letter=by_letter).written(page))
    return ofd(*pages)


class _PdfPage:
    """An open page of a PDF."""

    def __init__(self, page: int | None, *, by_letter: bool) -> None:
        assert page is not None
        self._frame = frame_of(page, native.Floats(4))
        self._by_letter = by_letter
        self._glyphs: dict[int, list[_Glyph]] = {}
        with native.opened_text(page) as letters:
            for glyph in _glyphs(letters, self._frame) if letters else ():
                self._glyphs.setdefault(glyph.owner, []).append(glyph)

    def written(self, page: int | None) -> OfdPage:
        """Return the page as one of OFD."""
        handles = [native.object_at(page, index) for index in range(native.count_objects(page))]
        found = [each for handle in handles for each in self._object(handle, IDENTITY)]
        width, height = self._frame.size
        return OfdPage("".join(found), (width / POINT, height / POINT))

    def _object(self, handle: int, outer: Matrix) -> Iterator[str]:
        kind = native.object_type(handle)
        if kind == native.TEXT:
            for run in _runs(self._glyphs.get(handle, []), by_letter=self._by_letter):
                yield _text(run, handle)
        elif kind == native.PATH:
            yield _path(handle, self._frame, outer)
        elif kind == native.IMAGE:
            box = native.Floats(4)
            native.object_bounds(handle, *box.at)
            left, top, right, bottom = self._frame.shown(*moved(outer, tuple(box.values)))
            sides = (left, top, right - left, bottom - top)
            yield image(*(each / POINT for each in sides))
        elif kind == native.FORM:
            matrix = native.Floats(6)
            native.object_matrix(handle, matrix.at[0])
            inner = product(tuple(matrix.values), outer)
            for index in range(native.count_inner(handle)):
                yield from self._object(native.inner_at(handle, index), inner)


def _glyphs(letters: int, frame: Frame) -> Iterator[_Glyph]:
    count = native.count_characters(letters)
    origin, matrix = native.Doubles(2), native.Floats(6)
    for index, letter in enumerate(native.characters(letters, count) if count > 0 else ""):
        if letter in "\r\n\0" or native.is_generated(letters, index) == 1:
            continue
        native.character_origin(letters, index, *origin.at)
        native.character_matrix(letters, index, matrix.at[0])
        a, b, c, d, _, _ = matrix.values[:]
        x, y = frame.shown(*origin.values[:], *origin.values[:])[:2]
        length = math.hypot(a, b) or 1.0
        size = native.font_size(letters, index) * math.hypot(c, d)
        owner = native.text_object(letters, index)
        said = "-" if letter in "\x02\ufffe" else letter
        yield _Glyph(said, x, y, size, a / length, -b / length, owner)


def _runs(glyphs: list[_Glyph], *, by_letter: bool) -> Iterator[list[_Glyph]]:
    run: list[_Glyph] = []
    for glyph in glyphs:
        same = run and (glyph.size, glyph.cosine, glyph.sine) == run[-1][3:6]
        if run and (by_letter or not same):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _text(run: list[_Glyph], handle: int) -> str:
    first = run[0]
    size = first.size / POINT
    cosine, sine = first.cosine, first.sine
    local = [
        (
            ((each.x - first.x) * cosine + (each.y - first.y) * sine) / POINT,
            ((each.y - first.y) * cosine - (each.x - first.x) * sine) / POINT,
        )
        for each in run
    ]
    steps = list(pairwise(local))
    across = deltas([after[0] - before[0] for before, after in steps])
    down = [after[1] - before[1] for before, after in steps]
    gaps = f' DeltaX="{across}"' if across else ""
    if any(abs(each) > 1e-4 for each in down):
        gaps += f' DeltaY="{deltas(down)}"'
    x, y = first.x / POINT, first.y / POINT
    turned = f' CTM="{joined(cosine, sine, -sine, cosine, 0, 0)}"' if abs(sine) > 1e-6 else ""
    wide = max(each[0] for each in local) + 2 * size
    box = (x - size, y - size, wide + size, 2 * size) if not turned else (x, y, wide, wide)
    begin = (0.0, 0.0) if turned else (size, size)
    colour = native.Ints(4)
    paint = hidden = ""
    if native.fill_color(handle, *colour.at):
        red, green, blue, alpha = colour.values[:]
        paint = f'<ofd:FillColor Value="{red} {green} {blue}" Alpha="{alpha}"/>'
    if native.render_mode(handle) in {3, 7}:
        hidden = ' Fill="false" Stroke="false"'
    words = escape("".join(each.letter for each in run))
    return (
        f'<ofd:TextObject ID="9" Boundary="{joined(*box)}" Font="3" Size="{numeral(size)}"{turned}'
        f'{hidden}>{paint}<ofd:TextCode X="{numeral(begin[0])}" Y="{numeral(begin[1])}"{gaps}>'
        f"{words}</ofd:TextCode></ofd:TextObject>"
    )


def _path(handle: int, frame: Frame, outer: Matrix) -> str:
    own, spot, mode, colour = native.Floats(6), native.Floats(2), native.Ints(2), native.Ints(4)
    native.object_matrix(handle, own.at[0])
    matrix = product(tuple(own.values), outer)
    corners = []
    for index in range(native.count_segments(handle)):
        segment = native.segment_at(handle, index)
        native.segment_point(segment, *spot.at)
        x, y = point(matrix, *spot.values[:])
        shown = frame.shown(x, y, x, y)
        kind = native.segment_type(segment)
        corners.append((kind, shown[0] / POINT, shown[1] / POINT, native.segment_closes(segment)))
    if not corners:
        return ""
    left, top = min(each[1] for each in corners), min(each[2] for each in corners)
    right, bottom = max(each[1] for each in corners), max(each[2] for each in corners)
    data, curve = [], []
    for kind, x, y, closes in corners:
        place = joined(x - left, y - top)
        if kind == native.MOVE_TO:
            data.append(f"M {place}")
        elif kind == native.LINE_TO:
            data.append(f"L {place}")
        else:
            curve.append(place)
            if len(curve) == 3:
                data.append(f"B {' '.join(curve)}")
                curve = []
        if closes:
            data.append("C")
    native.draw_mode(handle, *mode.at)
    is_filled, is_stroked = mode.values
    paint = ""
    for name, is_drawn, ask in (
        ("FillColor", is_filled, native.fill_color),
        ("StrokeColor", is_stroked, native.stroke_color),
    ):
        if is_drawn and ask(handle, *colour.at):
            red, green, blue, alpha = colour.values[:]
            paint += f'<ofd:{name} Value="{red} {green} {blue}" Alpha="{alpha}"/>'
    more = f' Fill="{str(bool(is_filled)).lower()}" Stroke="{str(bool(is_stroked)).lower()}"'
    return path((left, top, right - left, bottom - top), " ".join(data), more, paint)
