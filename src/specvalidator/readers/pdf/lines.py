"""Pieces of text → lines, read from left to right, with the spaces that were typed."""

import re
from itertools import pairwise

from specvalidator.readers.pdf.layout import Line, Piece
from specvalidator.readers.pdf.settings import Distances

_ALIKE = 0.4
"""Letters smaller than this share of others are on no line with them; a superscript is 0.6."""
_LATIN = re.compile(r"[A-Za-z0-9]")


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces that stand side by side, row by row from the top, each from the left."""
    rows: list[list[Piece]] = []
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
    return rows


def line_of(row: list[Piece], page: int, left: float, right: float, distances: Distances) -> Line:
    """Return the line that pieces side by side make."""
    first = row[0]
    if len(row) == 1:
        return Line(
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
    text = first.text
    for before, piece in pairwise(row):
        text += (piece.lead or _space(before, piece, distances)) + piece.text
    return Line(
        text,
        first.x0,
        min(piece.y0 for piece in row),
        max(piece.x1 for piece in row),
        max(piece.y1 for piece in row),
        max(piece.size for piece in row),
        page,
        left,
        right,
        first.hidden,
        first.unread,
    )


def lines_of(
    pieces: list[Piece], page: int, left: float, right: float, distances: Distances
) -> list[Line]:
    """Return the lines of one cell or body; hidden text and pictures make lines of their own."""
    if len(pieces) == 1:
        return [line_of(pieces, page, left, right, distances)]
    seen = [piece for piece in pieces if not piece.hidden and not piece.unread]
    lines = [line_of(row, page, left, right, distances) for row in rows_of(seen)]
    if len(seen) < len(pieces):
        hidden = [piece for piece in pieces if piece.hidden]
        lines += [line_of(row, page, left, right, distances) for row in rows_of(hidden)]
        pictures = [[piece] for piece in pieces if piece.unread]
        lines += [line_of(row, page, left, right, distances) for row in pictures]
        lines.sort(key=lambda line: line.y0)
    return lines


def _beside(first: Piece, piece: Piece, top: float, bottom: float) -> bool:
    """Tell whether a piece stands in the row that begins with `first`."""
    if first.turn or piece.turn:
        return False
    if min(first.size, piece.size) < _ALIKE * max(first.size, piece.size):
        return False
    overlap = min(bottom, piece.y1) - max(top, piece.y0)
    return overlap > min(piece.y1 - piece.y0, bottom - top) / 2


def _space(before: Piece, after: Piece, distances: Distances) -> str:
    """Return the space that a gap stands for."""
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    if gap <= distances.word_gap * size:
        return ""
    latin = _LATIN.match(before.text[-1]) and _LATIN.match(after.text[0])
    return " " if latin or gap > distances.han_gap * size else ""


def _middle(piece: Piece) -> float:
    return piece.y0 + piece.y1


def _start(piece: Piece) -> float:
    return piece.x0
