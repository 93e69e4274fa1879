"""Pages of a PDF, an OFD or a scan with a box at each finding."""

import base64
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.places import PdfPlace
from specvalidator.reports.html.cards import Card, File
from specvalidator.reports.html.view import View

if TYPE_CHECKING:
    from specvalidator.readers.layout.pictured import PagePicture
    from specvalidator.reports.locating.pdf import PdfTarget

_MARGIN = 1.0
"""Points that a box is larger than what it surrounds."""
_LEAST = 6.0
"""Points that a box is wide and high at least."""
_AROUND = 14.0
"""Points around a place that are shown with it …"""
_WIDE, _HIGH, _HIGHEST = 260.0, 40.0, 320.0
"""… and how much is shown at least and at most."""
_TOP = (24.0, 24.0, 24.0, 24.0)
"""Where the number of a finding stands that is about nothing on its page."""


class PageBox(NamedTuple):
    """A box on a page; lengths in points, from its top left."""

    x: float
    y: float
    width: float
    height: float


class PageFrame(NamedTuple):
    """A place on a page and the findings about it."""

    boxes: tuple[PageBox, ...]
    """One for each line; none where nothing is written that could be boxed."""
    pin: tuple[float, float]
    """Where the numbers of the findings stand."""
    cards: tuple[Card, ...]


class FramedPage(NamedTuple):
    """A page."""

    id: str
    """What the report calls its picture."""
    number: int
    width: float
    height: float
    picture: str | None
    """As an address that holds it whole; None where there is no picture."""
    frames: tuple[PageFrame, ...]


class Crop(NamedTuple):
    """What a picture shows at the place of a finding."""

    page: FramedPage
    shown: PageBox
    boxes: tuple[PageBox, ...]
    """What the finding is about."""


def pages_of(view: View, file: File) -> tuple[FramedPage, ...]:
    """Return the pages of a file with its findings; none where it has no pages."""
    targets = list(_targets(view, file))
    return tuple(
        FramedPage(
            f"d{file.number}-page{each.number}",
            each.number,
            round(each.width, 2),
            round(each.height, 2),
            _whole(each),
            tuple(_frames(each, targets)),
        )
        for each in view.pages
    )


def _whole(page: "PagePicture") -> str | None:
    if page.image is None:
        return None
    return f"data:{page.media_type};base64,{base64.b64encode(page.image).decode('ascii')}"


def cards_on(pages: tuple[FramedPage, ...]) -> frozenset[str]:
    """Return the ids of the findings that have a place on a page."""
    return frozenset(card.id for page in pages for frame in page.frames for card in frame.cards)


def crops_of(pages: tuple[FramedPage, ...], recognised: Collection[int]) -> Mapping[str, Crop]:
    """Return by the ids of findings what pictures show where words were recognised.

    Args:
        pages: of the file.
        recognised: numbers of those whose words were recognised.
    """
    return {
        card.id: _crop(page, frame.boxes)
        for page in pages
        if page.picture and page.number in recognised
        for frame in page.frames
        if frame.boxes
        for card in frame.cards
    }


def _crop(page: FramedPage, boxes: tuple[PageBox, ...]) -> Crop:
    """Return what is shown of a page: boxes and what stands around them."""
    left, width = _shown(
        min(box.x for box in boxes), max(box.x + box.width for box in boxes), page.width, _WIDE
    )
    top, height = _shown(
        min(box.y for box in boxes), max(box.y + box.height for box in boxes), page.height, _HIGH
    )
    return Crop(page, PageBox(left, top, width, min(height, _HIGHEST)), boxes)


def _shown(first: float, last: float, most: float, least: float) -> tuple[float, float]:
    """Return where to begin to show and how much: all from first to last, and more on each side."""
    length = min(max(last - first + 2 * _AROUND, least), most)
    begin = min(max((first + last - length) / 2, 0), most - length)
    return round(begin, 2), round(length, 2)


def _targets(view: View, file: File) -> Iterator[tuple[Card, "PdfTarget"]]:
    """Yield what each finding that has a place is about: exact words where they are known."""
    from specvalidator.reports.locating import pdf  # noqa: PLC0415 - only for PDF

    for part in file.parts:
        form = view.form(part.report)
        for card in part.cards:
            place = card.finding.location.place
            if isinstance(place, PdfPlace):
                whole = pdf.PdfTarget(place.page, (place.box,))
                letters = view.letters or {}
                pictured = view.document.recognised if view.document else ()
                placed = place.page in letters and place.page not in pictured
                known = form if placed else None  # a scan's letters are not placed one by one
                at = pdf.target_of(card.finding, known, letters) if known else whole
                yield card, at


def _frames(page: "PagePicture", targets: list[tuple[Card, "PdfTarget"]]) -> Iterator[PageFrame]:
    """Yield the places on a page: findings about the same share it."""
    cards: dict[PdfTarget, list[Card]] = {}
    for card, target in targets:
        if target.page == page.number:
            cards.setdefault(target, []).append(card)
    for target, found in cards.items():
        boxes = tuple(_around(box, page) for box in target.boxes)
        near = boxes[-1] if boxes else _around(target.beside or _TOP, page)
        pin = (round(near.x + near.width, 2), near.y)
        yield PageFrame(boxes, pin, tuple(found))


def _around(box: tuple[float, float, float, float], page: "PagePicture") -> PageBox:
    left, right = _widened(box[0], box[2], page.width)
    top, bottom = _widened(box[1], box[3], page.height)
    return PageBox(left, top, round(right - left, 2), round(bottom - top, 2))


def _widened(first: float, last: float, most: float) -> tuple[float, float]:
    """Return a little more than from first to last, on the page."""
    more = max(_MARGIN, (_LEAST - (last - first)) / 2)
    return round(max(first - more, 0), 2), round(min(last + more, most), 2)
