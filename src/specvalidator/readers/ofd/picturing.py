"""Pages of an OFD as drawings, for looking at: letters at their places, lines and pictures."""

import base64
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from specvalidator.readers import RecognisedFile
from specvalidator.readers.layout.pictured import PagePicture
from specvalidator.readers.layout.placed import Letters
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, TooMuch
from specvalidator.readers.ofd.documents import OfdDocument, SurveyedPage, documents
from specvalidator.readers.ofd.package import OfdPackage
from specvalidator.readers.ofd.pages import letters_on
from specvalidator.readers.ofd.resources import Paint
from specvalidator.readers.ofd.survey import PaintedPath, Picture, TextRun, Thing
from specvalidator.readers.refusals import too_large
from specvalidator.wording import Words

_MEDIA_TYPES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
"""Pictures that browsers show, by how they begin."""
_FACES = "FangSong,STFangsong,SimSun,'Songti SC','Noto Serif CJK SC',serif"
_THINNEST = 0.25
"""Points; a thinner line would not be seen."""


class DrawnPages(NamedTuple):
    """The pages of a file, and where their letters stand, by the number of the page."""

    pictures: tuple[PagePicture, ...]
    letters: dict[int, Letters]


def drawn_pages(file: RecognisedFile, limits: Limits) -> DrawnPages:
    """Return the pages of an OFD, damaged ones left out.

    A drawing is SVG that names nothing outside of itself; of further pages than those that fit
    into what pictures may take, there is none.

    Raises:
        UnreadableFile: as for reading, or there is more on a page than the limits allow.
    """
    try:
        return _pages_of(file, limits)
    except TooMuch:
        raise too_large(Words("图形过多", "there is too much on its pages")) from None


def _pages_of(file: RecognisedFile, limits: Limits) -> DrawnPages:
    meter = Meter(limits)
    left = limits.pdf.picture_bytes
    pictures: list[PagePicture] = []
    letters: dict[int, Letters] = {}
    number = 0
    for document in documents(OfdPackage(file, limits, meter), limits.pdf, meter.pdf):
        for page in document.pages:
            number += 1
            surveyed = document.surveyed(page)
            if surveyed is None:
                continue
            drawing = _drawn(document, surveyed, left)
            left -= len(drawing or b"")
            pictures.append(PagePicture(number, *surveyed.size, drawing))
            letters[number] = letters_on(surveyed.survey, surveyed.size, meter.pdf)
    return DrawnPages(tuple(pictures), letters)


def _drawn(document: OfdDocument, page: SurveyedPage, most: int) -> bytes | None:
    """Return a page as SVG, None where that takes more bytes than there may be."""
    width, height = page.size
    size = f'width="{width:.2f}" height="{height:.2f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FACES}">',
        f'<rect {size} fill="#fff"/>',
    ]
    taken = 0
    for thing in page.survey.things:
        for part in _shapes(thing, document, height):
            taken += len(part)
            if taken > most:
                return None
            parts.append(part)
    return "".join([*parts, "</svg>"]).encode("utf-8")


def _shapes(thing: Thing, document: OfdDocument, height: float) -> Iterator[str]:
    if isinstance(thing, TextRun):
        yield from _text(thing, height)
    elif isinstance(thing, PaintedPath):
        yield _path(thing, height)
    else:
        yield from _picture(thing, document, height)


def _text(run: TextRun, height: float) -> Iterator[str]:
    if not run.paint.alpha:
        return
    yield f'<g font-size="{run.size:.2f}" {_painted("fill", run.paint)}>'
    for letter in run.letters:
        if letter.text.isspace() or not letter.text.isprintable():
            continue
        x, y = letter.x, height - letter.y
        turn = f' transform="rotate({-run.angle:.1f} {x:.2f} {y:.2f})"' if run.angle else ""
        yield f'<text x="{x:.2f}" y="{y:.2f}"{turn}>{escape(letter.text)}</text>'
    yield "</g>"


def _path(path: PaintedPath, height: float) -> str:
    course = " ".join(
        "M" + " ".join(f"{x:.2f},{height - y:.2f}" for x, y in part.corners) for part in path.parts
    )
    fill = _painted("fill", path.fill) if path.is_filled else 'fill="none"'
    stroke = ""
    if path.is_stroked:
        thickness = max(path.thickness, _THINNEST)
        stroke = f'{_painted("stroke", path.stroke)} stroke-width="{thickness:.2f}"'
    return f'<path d="{course}" {fill} {stroke}/>'


def _painted(what: str, paint: Paint) -> str:
    """Return what says how something is painted; a pattern is shown grey."""
    red, green, blue = paint.colour or (128, 128, 128)
    return f'{what}="rgb({red},{green},{blue})" {what}-opacity="{paint.alpha / 255:.2f}"'


def _picture(picture: Picture, document: OfdDocument, height: float) -> Iterator[str]:
    data = document.picture(picture.media) if picture.media else None
    kind = next((_MEDIA_TYPES[each] for each in _MEDIA_TYPES if (data or b"").startswith(each)), "")
    left, bottom, right, top = picture.box
    place = (
        f'x="{left:.2f}" y="{height - top:.2f}" '
        f'width="{right - left:.2f}" height="{top - bottom:.2f}"'
    )
    if data and kind:
        packed = base64.b64encode(data).decode("ascii")
        address = f"data:image/{kind};base64,{packed}"
        yield f'<image {place} preserveAspectRatio="none" href="{address}"/>'
    else:
        yield f'<rect {place} fill="none" stroke="#c66" stroke-dasharray="4 3"/>'
