"""Where text stands and how large it is: rows without height, lines and boxes beyond the page."""

import re
from typing import NamedTuple

from specvalidator.readers.word.ooxml import VAL, W, child_of, integer, is_on
from specvalidator.readers.xml import Element

SPACING = W + "spacing"
INDENT = W + "ind"
FRAME = W + "framePr"
FLOAT = W + "tblpPr"
TABLE_INDENT = W + "tblInd"
ROW_HEIGHT = W + "trHeight"
HIDDEN_ROW = W + "hidden"

_PAGE_SIZE = W + "pgSz"
_WIDTH = W + "w"
_HEIGHT = W + "h"
_CELL_MARGINS = W + "tblCellMar"
_BEGINNINGS = (W + "left", W + "start")
_LINE = W + "line"
_LINE_RULE = W + "lineRule"
_HEIGHT_RULE = W + "hRule"
_EXACT = "exact"
_X = (W + "x", W + "tblpX")
_Y = (W + "y", W + "tblpY")
_INDENTS = ((W + "left", W + "leftChars"), (W + "start", W + "startChars"))
_FIRST_LINE = ((W + "firstLine", W + "firstLineChars"),)
_HANGING = ((W + "hanging", W + "hangingChars"),)

_LEAST = 40
"""Twips: lines, rows and boxes of 2 points show no letter."""
_LEAST_ROW = 80
"""A row cuts off what stands above and below its lines: one of 4 points shows none."""
_USUAL_MARGIN = 108
"""Twips on either side of a cell's text, where the table does not say."""
_USUAL = 3
"""Digits of an indent that leads nowhere."""
_SHORT = 2
"""Digits of a measure that may be too small."""
_LEAST_SHARE = 24
"""240ths of a line: a tenth of it shows no letter."""
_SMALLEST_PAGE = 1_440
_EMU = 635
"""English metric units of a twip, in which drawings are measured."""
_CHARACTER = 210
"""Twips of a character of ordinary size."""
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "px": 15.0}
_PIXEL = 15.0
_MEASURE = re.compile(r"\s*(-?\d{1,9}(?:\.\d{0,9})?)\s*([a-z]{0,2})\s*")
_LONGEST_CSS = 4_000

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ANCHOR = _WP + "anchor"
_EXTENT = _WP + "extent"
_PROPERTIES = _WP + "docPr"
_OFFSET = _WP + "posOffset"
_SIDES = ((_WP + "positionH", 0), (_WP + "positionV", 1))


class PageGeometry(NamedTuple):
    """A sheet of paper, in twips."""

    width: int
    height: int


A4 = PageGeometry(11_906, 16_838)


def page_of(sections: list[Element]) -> PageGeometry:
    """Return the widest and highest page of a document, by its `w:sectPr`."""
    sizes = [size for section in sections if (size := _size(section)) is not None]
    if not sizes:
        return A4
    return PageGeometry(max(size.width for size in sizes), max(size.height for size in sizes))


def _size(section: Element) -> PageGeometry | None:
    size = child_of(section, _PAGE_SIZE)
    if size is None:
        return None
    page = PageGeometry(integer(size.get(_WIDTH), A4.width), integer(size.get(_HEIGHT), A4.height))
    return page if min(page) >= _SMALLEST_PAGE else None


def is_squashed(spacing: Element) -> bool:
    """Say whether a `w:spacing` of a paragraph leaves its lines no height."""
    line = spacing.get(_LINE)
    if line is None or (len(line) > _SHORT and line.isdecimal()):  # as nearly all are
        return False
    rule = spacing.get(_LINE_RULE)
    least = {_EXACT: _LEAST, None: _LEAST_SHARE, "auto": _LEAST_SHARE}.get(rule, 0)
    return abs(_twips(line, least, plain=1)) < least


def is_beyond(indent: Element, page: PageGeometry) -> bool:
    """Say whether a `w:ind` lets lines begin beyond the page."""
    if all(len(each) <= _USUAL for each in indent.values()):  # as nearly all are
        return False
    left = _measured(indent, _INDENTS)
    first = left + (_measured(indent, _FIRST_LINE) or -_measured(indent, _HANGING))
    return abs(left) >= page.width or abs(first) >= page.width


def _measured(indent: Element, names: tuple[tuple[str, str], ...]) -> int:
    for twips, characters in names:
        if indent.get(characters):
            return integer(indent.get(characters), 0) * _CHARACTER // 100
        if indent.get(twips):
            return int(_twips(indent.get(twips), 0, plain=1))
    return 0


def is_frame_unseen(frame: Element, page: PageGeometry) -> bool:
    """Say whether a `w:framePr` or `w:tblpPr` puts text beyond the page or into no room."""
    across = max((abs(integer(frame.get(name), 0)) for name in _X), default=0)
    down = max((abs(integer(frame.get(name), 0)) for name in _Y), default=0)
    height = integer(frame.get(_HEIGHT), _LEAST)
    is_flat = frame.get(_HEIGHT_RULE) == _EXACT and height < _LEAST
    return across >= page.width or down >= page.height or is_flat


def is_table_beyond(properties: Element, page: PageGeometry) -> bool:
    """Say whether a `w:tblPr` puts the table beyond the page."""
    floating = child_of(properties, FLOAT)
    indent = child_of(properties, TABLE_INDENT)
    return (floating is not None and is_frame_unseen(floating, page)) or (
        indent is not None and abs(integer(indent.get(_WIDTH), 0)) >= page.width
    )


def margin_of_cells(properties: Element) -> int:
    """Return how far from the beginning of a cell its text begins, by the `w:tblPr`."""
    margins = child_of(properties, _CELL_MARGINS)
    sides = () if margins is None else (child_of(margins, name) for name in _BEGINNINGS)
    said = [side.get(_WIDTH) for side in sides if side is not None]
    return integer(said[0], _USUAL_MARGIN) if said else _USUAL_MARGIN


def is_narrow(width: int, margin: int) -> bool:
    """Say whether a cell of so many twips, cut off at its sides, shows no letter; 0 is unknown."""
    return 0 < width < margin + _LEAST


def is_row_unseen(said: dict[str, Element]) -> bool:
    """Say whether the properties of a row, by name, leave it no height."""
    hidden, height = said.get(HIDDEN_ROW), said.get(ROW_HEIGHT)
    if hidden is not None and is_on(hidden):
        return True
    return (
        height is not None
        and height.get(_HEIGHT_RULE) == _EXACT
        and integer(height.get(VAL), _LEAST_ROW) < _LEAST_ROW
    )


def is_drawing_unseen(frame: Element, page: PageGeometry) -> bool:
    """Say whether a `wp:inline` or `wp:anchor` is hidden, of no size, or beyond the page."""
    properties, extent = child_of(frame, _PROPERTIES), child_of(frame, _EXTENT)
    if properties is not None and properties.get("hidden") in {"1", "true"}:
        return True
    if extent is not None:
        size = [integer(extent.get(side), _LEAST * _EMU) for side in ("cx", "cy")]
        if min(size) < _LEAST * _EMU:
            return True
    if frame.tag != _ANCHOR:
        return False
    for name, side in _SIDES:
        position = child_of(frame, name)
        offset = None if position is None else child_of(position, _OFFSET)
        moved = 0 if offset is None else integer((offset.text or "").strip(), _EMU * page[side])
        if abs(moved) >= page[side] * _EMU:
            return True
    return False


def is_shape_unseen(shape: Element, page: PageGeometry) -> bool:
    """Say whether the style of a VML shape hides it, gives it no size, or moves it off the page."""
    css = (shape.get("style") or "")[:_LONGEST_CSS].lower()
    if not css:
        return False
    said = {
        name.strip(): text.strip() for name, _, text in (e.partition(":") for e in css.split(";"))
    }
    if said.get("visibility") == "hidden" or said.get("display") == "none":
        return True
    if any(_twips(said.get(name), _LEAST) < _LEAST for name in ("width", "height")):
        return True
    moved = [_twips(said.get(name), 0) for name in ("margin-left", "left", "margin-top", "top")]
    return abs(moved[0] + moved[1]) >= page.width or abs(moved[2] + moved[3]) >= page.height


def _twips(measure: str | None, default: float, plain: float = _PIXEL) -> float:
    """Return a measure in twips; `plain` are those of a number without a unit."""
    found = None if measure is None else _MEASURE.fullmatch(measure)
    if found is None:
        return default
    return float(found[1]) * _TWIPS.get(found[2], plain)
