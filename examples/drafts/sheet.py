"""PDF pages as Word's print driver draws them: every edge of a cell a thin filled box."""

import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, TOP, BOTTOM = 65.0, 530.0, 72.0, 770.0
_HEIGHT = 842.0
_FONT = "STSong-Light"
_EDGE = 0.5
_PADDING = 5.4
_PITCH = 1.4
_WORD = re.compile(r"[A-Za-z0-9.%％+×/-]+|.", re.DOTALL)
_NEVER_FIRST = "，。、；：！？）”》％%"

rl_config.useA85 = 0  # streams as every other program writes them
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))


class Cell(NamedTuple):
    """A cell: its text, a line for each paragraph; how many columns and rows it takes."""

    text: str
    span: int = 1
    down: int = 1
    centred: bool = False


class _Part(NamedTuple):
    """A cell that goes on below: its column, its text until that is drawn, rows to come."""

    column: int
    cell: Cell
    lines: list[str]
    left: int

    @property
    def end(self) -> int:
        """The column edge at its right."""
        return self.column + self.cell.span


class Sheet:
    """A PDF in the making, filled from top to bottom; lengths in points."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        # Not compressed: another zlib would give other bytes.
        self._canvas = Canvas(self._file, pagesize=(595.0, _HEIGHT), pageCompression=0, invariant=1)
        self._y = TOP

    def title(self, words: str) -> None:
        """Write the line that names the draft."""
        self.paragraph(words, size=18, indent=0, align="centre")
        self._y += 12

    def paragraph(
        self, words: str, *, size: float = 12, indent: float = 24, align: str = "left"
    ) -> None:
        """Write a paragraph from margin to margin, its first line indented."""
        for number, line in enumerate(_wrapped(words, RIGHT - LEFT, size, indent)):
            self._make_room(size * _PITCH)
            wide = _width(line, size)
            x = LEFT + (0 if number else indent)
            if align != "left":
                x = RIGHT - wide if align == "right" else (LEFT + RIGHT - wide) / 2
            self._write(x, self._y, line, size)
            self._y += size * _PITCH
        self._y += 4

    def unseen(self, words: str) -> None:
        """Write text that is in the file and not on the page."""
        self._write(LEFT, self._y, words, 12, mode=3)
        self._y += 12 * _PITCH

    def picture(self, width: float, height: float) -> None:
        """Place a grey picture."""
        self._make_room(height)
        # A portable graymap of two by two points needs no imaging library to be written.
        grey = ImageReader(io.BytesIO(b"P5 2 2 255 \x80\x40\x40\x80"))
        self._canvas.drawImage(grey, LEFT, _HEIGHT - self._y - height, width, height)
        self._y += height + 4

    def next(self) -> None:
        """End the page."""
        self._canvas.showPage()
        self._y = TOP

    def table(
        self, edges: Sequence[float], rows: Sequence[Sequence[Cell]], size: float = 10.5
    ) -> None:
        """Draw a table; `edges` are the column edges, in parts of the width between margins."""
        xs = [LEFT + (RIGHT - LEFT) * edge / edges[-1] for edge in edges]
        open_parts: list[_Part] = []
        for row in rows:
            fresh = _placed(row, open_parts, xs, size)
            parts = [*open_parts, *fresh]
            most = max([1, *(len(part.lines) for part in parts if part.left == 1)])
            high = size * _PITCH * most + 6
            if self._y + high > BOTTOM:
                for part in open_parts:
                    self._box(xs[part.column], self._y, xs[part.end] - xs[part.column], _EDGE)
                self.next()
            open_parts = self._row(parts, xs, high, size)
        self._y += 8

    def data(self) -> bytes:
        """End the last page and return the file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def _row(
        self, parts: list[_Part], xs: Sequence[float], high: float, size: float
    ) -> list[_Part]:
        """Draw one row of every cell that reaches it; return those that go on below."""
        going_on = []
        for part in parts:
            x0, x1 = xs[part.column], xs[part.end]
            self._box(x0, self._y, _EDGE, high)
            self._box(x1, self._y, _EDGE, high)
            if part.left == part.cell.down or self._y == TOP:
                self._box(x0, self._y, x1 - x0, _EDGE)
            if part.left == 1:
                self._box(x0, self._y + high, x1 - x0, _EDGE)
            fitting = len(part.lines) if part.left == 1 else int((high - 6) / (size * _PITCH))
            for number, line in enumerate(part.lines[:fitting]):
                free = x1 - x0 - 2 * _PADDING - _width(line, size)
                x = x0 + _PADDING + (free / 2 if part.cell.centred else 0)
                self._write(x, self._y + 3 + number * size * _PITCH, line, size)
            if part.left > 1:
                rest = part.lines[fitting:]
                going_on.append(part._replace(lines=rest, left=part.left - 1))
        self._y += high
        return going_on

    def _box(self, x: float, y: float, wide: float, high: float) -> None:
        self._canvas.rect(x, _HEIGHT - y - high, wide, high, stroke=0, fill=1)

    def _make_room(self, high: float) -> None:
        if self._y + high > BOTTOM:
            self.next()

    def _write(self, x: float, y: float, words: str, size: float, mode: int = 0) -> None:
        self._canvas.saveState()
        line = self._canvas.beginText(x, _HEIGHT - y - 0.88 * size)
        line.setFont(_FONT, size)
        line.setTextRenderMode(mode)
        line.textOut(words)
        self._canvas.drawText(line)
        self._canvas.restoreState()


def _placed(
    row: Sequence[Cell], above: Sequence[_Part], xs: Sequence[float], size: float
) -> list[_Part]:
    """Return the cells of a row beside those that reach down into it."""
    taken = {part.column: part.end for part in above}
    column = 0
    found = []
    for cell in row:
        while column in taken:
            column = taken[column]
        wide = xs[column + cell.span] - xs[column] - 2 * _PADDING
        lines = [line for text in cell.text.split("\n") for line in _wrapped(text, wide, size)]
        found.append(_Part(column, cell, lines, cell.down))
        column += cell.span
    return found


def _width(words: str, size: float) -> float:
    wide: float = pdfmetrics.stringWidth(words, _FONT, size)
    return wide


def _wrapped(words: str, wide: float, size: float, indent: float = 0) -> list[str]:
    """Return the lines of a paragraph; none begins with a closing mark."""
    lines = [""]
    for word in _WORD.findall(words):
        free = wide - (indent if len(lines) == 1 else 0)
        if _width(lines[-1] + word, size) <= free or not lines[-1]:
            lines[-1] += word
        elif word in _NEVER_FIRST:
            lines[-1], last = lines[-1][:-1], lines[-1][-1]
            lines.append(last + word)
        else:
            lines.append(word)
    return lines
