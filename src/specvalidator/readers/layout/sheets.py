"""A sheet on which two pages are printed side by side, as the two pages that were meant."""

from typing import NamedTuple

from specvalidator.readers.layout.grid import RuledGrid
from specvalidator.readers.layout.page import LayoutPiece

_MIDDLE = (0.4, 0.6)
"""Shares of a sheet's width between which the pages meet."""
_GUTTER = 12.0
"""Points that stay free between two pages."""
_LEAST = 8
"""Pieces of text on each side, and letters of them that fill a page's width …"""
_WIDE = 0.5
"""… or this share of it."""


class SheetPart(NamedTuple):
    """One page of a sheet, counted from its own left edge."""

    left: float
    """Where it begins on the sheet."""
    width: float
    pieces: list[LayoutPiece]
    grids: list[RuledGrid]


def parts(
    pieces: list[LayoutPiece], grids: list[RuledGrid], size: tuple[float, float]
) -> list[SheetPart]:
    """Return the pages of a sheet from the left: one, or two on a wide one."""
    width, height = size
    whole = SheetPart(0.0, width, pieces, grids)
    middle = _gutter(pieces, grids, width) if width > height else None
    if middle is None:
        return [whole]
    left = SheetPart(0.0, middle, *_within(whole, 0.0, middle))
    right = SheetPart(middle, width - middle, *_within(whole, middle, width))
    return [left, right] if _is_page(left) and _is_page(right) else [whole]


def _gutter(pieces: list[LayoutPiece], grids: list[RuledGrid], width: float) -> float | None:
    """Return the middle of the free strip that runs down a sheet, None where there is none."""
    taken = [(piece.x0, piece.x1) for piece in pieces if not piece.hidden]
    taken += [(grid.xs[0], grid.xs[-1]) for grid in grids]
    end, best = 0.0, None
    for x0, x1 in sorted(taken):
        # Each page takes half of the sheet, unless its text says otherwise.
        middle = width / 2 if end < width / 2 < x0 else (end + x0) / 2
        if x0 - end >= _GUTTER and _MIDDLE[0] * width <= middle <= _MIDDLE[1] * width:
            best = middle
        end = max(end, x1)
    return best


def _within(
    whole: SheetPart, left: float, right: float
) -> tuple[list[LayoutPiece], list[RuledGrid]]:
    pieces = [
        piece._replace(x0=piece.x0 - left, x1=piece.x1 - left)
        for piece in whole.pieces
        if left <= (piece.x0 + piece.x1) / 2 < right
    ]
    grids = [
        grid._replace(xs=[x - left for x in grid.xs])
        for grid in whole.grids
        if left <= grid.xs[0] < right
    ]
    return pieces, grids


def _is_page(part: SheetPart) -> bool:
    """Tell whether a half holds what a page does: a table, or lines as wide as one."""
    if len(part.pieces) < _LEAST:
        return False
    return bool(part.grids) or any(
        piece.x1 - piece.x0 > _WIDE * part.width for piece in part.pieces
    )
