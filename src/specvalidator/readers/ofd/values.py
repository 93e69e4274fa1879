"""Numbers as they are written in OFD: none is believed that is not finite and of a page's kind."""

import math
from collections.abc import Iterator
from functools import lru_cache

from specvalidator.readers.layout.frame import IDENTITY, Matrix
from specvalidator.readers.layout.page import Box
from specvalidator.readers.xml import Element

_FARTHEST = 1e6
"""Millimetres; what lies farther away is on no page."""
_REPEAT = "g"
_MOST = 100_000
"""Repeated distances of one text."""


def name_of(element: Element) -> str:
    """Return an element's name without its namespace, of which there are several."""
    return _local(str(element.tag))


@lru_cache(maxsize=512)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children that are called so."""
    return (each for each in element if _local(str(each.tag)) in names)


def child(element: Element, name: str) -> Element | None:
    """Return the first child that is called so."""
    for each in element:
        if _local(str(each.tag)) == name:
            return each
    return None


def number(text: str | None) -> float | None:
    """Return a number, None where there is none that can be believed."""
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) and abs(found) <= _FARTHEST else None


@lru_cache(maxsize=1024)
def numbers(text: str | None) -> tuple[float, ...] | None:
    """Return numbers with blanks between them, None where one of them cannot be believed."""
    try:
        found = tuple(map(float, (text or "").replace(",", " ").split()))
    except ValueError:
        return None
    # What is not finite is greater than nothing that is compared with it.
    return found if all(-_FARTHEST <= each <= _FARTHEST for each in found) else None


def box_of(text: str | None) -> Box | None:
    """Return left, top, right and bottom of what is written as left, top, width and height."""
    found = numbers(text)
    if found is None or len(found) != 4:  # noqa: PLR2004 - sides of a box
        return None
    x, y, width, height = found
    return (x, y, x + width, y + height) if width >= 0 and height >= 0 else None


def matrix_of(text: str | None) -> Matrix:
    """Return a matrix; one that makes no sense moves nothing."""
    found = numbers(text)
    if not found or len(found) != 6:  # noqa: PLR2004 - of a matrix
        return IDENTITY
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


@lru_cache(maxsize=1024)
def distances(text: str | None, count: int) -> tuple[float, ...] | None:
    """Return `count` distances between letters, None where none are written.

    `g n v` stands for v repeated n times; where some are missing, the last goes on.
    """
    words = (text or "").replace(",", " ").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < count:
        times = 1
        if words[at] == _REPEAT:
            said = words[at + 1] if at + 1 < len(words) else ""
            times = min(int(said), _MOST) if said.isdecimal() else 0
            at += 2
        value = number(words[at]) if at < len(words) else None
        if value is None:
            break
        found += [value] * min(times, count - len(found))
        at += 1
    if not found:
        return None
    return (*found, *[found[-1]] * (count - len(found)))
