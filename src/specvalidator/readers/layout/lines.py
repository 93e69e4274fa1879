"""Pieces of text → lines, read from left to right, with the spaces that were typed."""

import re
import string
from itertools import pairwise

from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.page import LayoutLine, LayoutPiece

_ALIKE = 0.4
"""Letters smaller than this share of others are on no line with them; a superscript is 0.6."""
RAISED = 0.8
"""Of the letter size: figures as small as this, and raised, mark a note or a power."""
SUPERSCRIPT = str.maketrans("0123456789①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹¹²³⁴⁵⁶⁷⁸⁹")
_SPREAD_SHARE = re.compile(r"\d{1,3}[%％]")
"""A percentage whose letters stand apart to fill a cell, once they are put together."""
_HAIR = 1.5
"""Points by which text that is painted again is moved at most."""
_PERCENT = ("%", "％")
_LATIN = frozenset(string.ascii_letters + string.digits)


def rows_of(pieces: list[LayoutPiece]) -> list[list[LayoutPiece]]:
    """Return the pieces that stand side by side, row by row from the top, each from the left."""
    rows: list[list[LayoutPiece]] = []
    top = bottom = 0.0
    for piece in sorted(pieces, key=_middle):
        y0, y1 = piece.y0, piece.y1
        if rows and y0 < bottom and _beside(rows[-1][0], piece, top, bottom):
            rows[-1].append(piece)
            if y1 - y0 > bottom - top:
                top, bottom = y0, y1
        else:
            rows.append([piece])
            top, bottom = y0, y1
    for row in rows:
        if len(row) > 1:
            row.sort(key=_start)
            _drop_twins(row)
    return rows


def _drop_twins(row: list[LayoutPiece]) -> None:
    """Remove what was painted twice, a hair's breadth apart, to look bold."""
    last = row[0]
    twins = []
    for index in range(1, len(row)):
        piece = row[index]
        if (
            piece.text == last.text
            and piece.x0 - last.x0 < _HAIR
            and abs(piece.y0 - last.y0) < _HAIR
        ):
            twins.append(index)
        else:
            last = piece
    for index in reversed(twins):
        del row[index]


def line_of(
    row: list[LayoutPiece], page: int, left: float, right: float, distances: Distances
) -> LayoutLine:
    """Return the line that pieces side by side make."""
    first = row[0]
    if len(row) == 1:
        return LayoutLine(
            first.text,
            first.x0,
            first.y0,
            first.x1,
            first.y1,
            first.size,
            page,
            left,
            right,
            first.hidden,
            first.unread,
        )
    text, y0, x1, y1, size = first.text, first.y0, first.x1, first.y1, first.size
    before = first
    spread = row[-1].text[-1:] in _PERCENT and _is_spread(row)
    for piece in row[1:]:
        said = piece.text
        if piece.size < RAISED * before.size and said.isdigit() and _is_raised(before, piece):
            text += said.translate(SUPERSCRIPT)
            x1 = max(x1, piece.x1)
            continue
        text += (piece.lead or ("" if spread else _space(before, piece, distances))) + said
        y0, x1 = min(y0, piece.y0), max(x1, piece.x1)
        y1, size = max(y1, piece.y1), max(size, piece.size)
        before = piece
    return LayoutLine(
        text, first.x0, y0, x1, y1, size, page, left, right, first.hidden, first.unread
    )  # fmt: skip


def lines_of(
    pieces: list[LayoutPiece], page: int, left: float, right: float, distances: Distances
) -> list[LayoutLine]:
    """Return the lines of one cell or body; hidden text and pictures make lines of their own."""
    if len(pieces) == 1:
        return [line_of(pieces, page, left, right, distances)]
    seen = [piece for piece in pieces if not (piece.hidden or piece.unread)]
    lines = [line_of(row, page, left, right, distances) for row in rows_of(seen)]
    if len(seen) < len(pieces):
        hidden = [piece for piece in pieces if piece.hidden]
        lines += [line_of(row, page, left, right, distances) for row in rows_of(hidden)]
        pictures = [[piece] for piece in pieces if piece.unread and not piece.hidden]
        lines += [line_of(row, page, left, right, distances) for row in pictures]
        lines.sort(key=lambda line: line.y0)
    return lines


def _beside(first: LayoutPiece, piece: LayoutPiece, top: float, bottom: float) -> bool:
    """Tell whether a piece stands in the row that begins with `first`."""
    if first.turn or piece.turn:
        return False
    small, large = first.size, piece.size
    if small > large:
        small, large = large, small
    if small < _ALIKE * large:
        return False
    y0, y1 = piece.y0, piece.y1
    overlap = min(bottom, y1) - max(top, y0)
    return 2 * overlap > y1 - y0 or 2 * overlap > bottom - top


def _is_spread(row: list[LayoutPiece]) -> bool:
    """Tell whether pieces side by side are the letters of one percentage, spread over a cell."""
    written = "".join(piece.text for piece in row)
    if not _SPREAD_SHARE.fullmatch(written):
        return False
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    return max(gaps) - min(gaps) < row[0].size / 2


def _is_raised(before: LayoutPiece, piece: LayoutPiece) -> bool:
    return piece.y0 + piece.y1 <= before.y0 + before.y1 + before.size / 10


def _space(before: LayoutPiece, after: LayoutPiece, distances: Distances) -> str:
    """Return the space that a gap stands for."""
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    if gap <= distances.word_gap * size:
        return ""
    if gap > distances.han_gap * size:
        return " "
    return " " if before.text[-1] in _LATIN and after.text[0] in _LATIN else ""


def _middle(piece: LayoutPiece) -> float:
    return piece.y0 + piece.y1


def _start(piece: LayoutPiece) -> float:
    return piece.x0
