"""What stands on every page and is no part of the text: running heads, page numbers, watermarks."""

import re
from collections import Counter
from statistics import median

from specvalidator.readers.layout.page import Item, LayoutLine, LayoutPage, place

_HEAD = 0.11
"""Share of a page's height, from the top, within which a running head ends."""
_FOOT = 0.88
"""Share of a page's height, from the top, below which a running foot begins."""
_LARGE = 1.15
"""A title is larger than this many times the ordinary letter; a running head is not."""
_HUGE = 1.8
"""A watermark that is not slanted is larger than this many times the ordinary letter."""
_NUMBER = re.compile(
    r"""[-—–─·•\s]*(?:第|[Pp]age)?\s*(?:\d{1,4}|[ivxIVX]{1,6}|[一二三四五六七八九十]{1,3})\s*页?
    (?:\s*[/／,，、]?\s*(?:共|of|/|／)?\s*\d{1,4}\s*页?)?[-—–─·•\s]*""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")


def without_repeated(pages: list[LayoutPage]) -> list[LayoutPage]:
    """Return the pages without running heads and feet, page numbers and watermarks."""
    usual = _usual_size(pages)
    margins = [_margins(page, usual) for page in pages]
    counts = Counter(mark for lines in margins for mark in {_mark(line) for line in lines})
    huge = Counter(_stamp(line) for page in pages for line in _lines(page) if _is_huge(line, usual))
    least = max(2, len(pages) // 2)
    kept = []
    for page, lines in zip(pages, margins, strict=True):
        running = {
            id(line)
            for line in lines
            if counts[_mark(line)] >= least or _is_number(line, page.height)
        }
        stamped = {
            id(line)
            for line in _lines(page)
            if _is_huge(line, usual) and _is_watermark(line, page, huge[_stamp(line)], least)
        }
        items = [item for item in page.items if id(item) not in running | stamped]
        aside = [
            ("watermark", place(page.number, line.box), line.text)
            for line in _lines(page)
            if id(line) in stamped
        ]
        kept.append(page._replace(items=items, left_out=[*page.left_out, *aside]))
    return kept


def _lines(page: LayoutPage) -> list[LayoutLine]:
    return [item for item in page.items if isinstance(item, LayoutLine)]


def _is_huge(line: LayoutLine, usual: float) -> bool:
    return line.size > _HUGE * usual and not line.unread


def _usual_size(pages: list[LayoutPage]) -> float:
    sizes = [
        line.size
        for page in pages
        for item in page.items
        for line in ([item] if isinstance(item, LayoutLine) else item.cells[0].lines)
        if not line.unread
    ]
    return median(sizes) if sizes else 0.0


def _margins(page: LayoutPage, usual: float) -> list[LayoutLine]:
    """Return the lines in the page's upper and lower margin, up to the first table or title."""
    found = []
    for item in page.items:
        if not _may_run(item, usual) or item.box[3] > _HEAD * page.height:
            break
        found.append(item)
    for item in reversed(page.items):
        if not _may_run(item, usual) or item.box[1] < _FOOT * page.height or item in found:
            break
        found.append(item)
    return [item for item in found if isinstance(item, LayoutLine)]


def _may_run(item: Item, usual: float) -> bool:
    return isinstance(item, LayoutLine) and (bool(item.unread) or item.size <= _LARGE * usual)


def _mark(line: LayoutLine) -> tuple[str, int]:
    """Return what a running line is known by on every page: numbers may differ."""
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.y0 / 4)


def _is_number(line: LayoutLine, height: float) -> bool:
    return line.y0 > _FOOT * height and bool(_NUMBER.fullmatch(line.text))


def _stamp(line: LayoutLine) -> tuple[str, int, int]:
    return line.text, round(line.x0 / 4), round(line.y0 / 4)


def _is_watermark(line: LayoutLine, page: LayoutPage, count: int, least: int) -> bool:
    """Tell whether huge letters lie at the same place of every page, or across other lines."""
    if count >= least:
        return True
    return any(other is not line and _lies_across(line, other) for other in page.items)


def _lies_across(line: LayoutLine, other: Item) -> bool:
    """Tell whether huge letters lie over something; tight lines of a title only touch."""
    x0, y0, x1, y1 = other.box
    shared = min(y1, line.y1) - max(y0, line.y0)
    return x0 < line.x1 and line.x0 < x1 and 2 * shared > min(y1 - y0, line.y1 - line.y0)
