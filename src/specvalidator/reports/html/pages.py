"""Pages of a PDF with a box at each finding."""

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.places import PdfPlace
from specvalidator.reports.html.cards import Card, File

if TYPE_CHECKING:
    from specvalidator.readers.pdf.picturing import PagePicture

_MARGIN = 2.0
"""Points that a box is larger than what it surrounds."""
_LEAST = 8.0
"""Points that a box is wide and high at least."""


class Frame(NamedTuple):
    """A box on a page and the findings in it; lengths in points."""

    x: float
    y: float
    width: float
    height: float
    cards: tuple[Card, ...]


class Page(NamedTuple):
    """A page."""

    number: int
    width: float
    height: float
    picture: str | None
    """PNG in base 64; None where there is no picture."""
    frames: tuple[Frame, ...]


def pages_of(pictures: "tuple[PagePicture, ...]", file: File) -> tuple[Page, ...]:
    """Return the pages of a file with its findings."""
    return tuple(
        Page(
            each.number,
            round(each.width, 2),
            round(each.height, 2),
            None if each.png is None else base64.b64encode(each.png).decode("ascii"),
            tuple(_frames(each, file)),
        )
        for each in pictures
    )


def cards_on(pages: tuple[Page, ...]) -> frozenset[str]:
    """Return the ids of the findings that have a box."""
    return frozenset(card.id for page in pages for frame in page.frames for card in frame.cards)


def _frames(page: "PagePicture", file: File) -> Iterator[Frame]:
    """Yield a box for each place on a page: those that share it share the box."""
    cards: dict[tuple[float, float, float, float], list[Card]] = {}
    for card in file.cards:
        place = card.finding.location.place
        if isinstance(place, PdfPlace) and place.page == page.number:
            cards.setdefault(_around(place, page), []).append(card)
    for (x0, y0, x1, y1), found in cards.items():
        yield Frame(x0, y0, round(x1 - x0, 2), round(y1 - y0, 2), tuple(found))


def _around(place: PdfPlace, page: "PagePicture") -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = place.box
    left, right = _widened(x0, x1, page.width)
    top, bottom = _widened(y0, y1, page.height)
    return left, top, right, bottom


def _widened(first: float, last: float, most: float) -> tuple[float, float]:
    """Return a little more than from first to last, on the page."""
    more = max(_MARGIN, (_LEAST - (last - first)) / 2)
    return round(max(first - more, 0), 2), round(min(last + more, most), 2)
