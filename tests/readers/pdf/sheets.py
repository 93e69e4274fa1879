"""PDF pages drawn by hand: text, lines and tables at coordinates from the page's top left."""

import io
from collections.abc import Iterable, Sequence
from typing import Literal

from reportlab import rl_config
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from specvalidator.document import Block, Document, Paragraph, Table
from specvalidator.places import PdfPlace

A4 = (595.0, 842.0)
SONG = "STSong-Light"
rl_config.useA85 = 0  # streams as every other program writes them
pdfmetrics.registerFont(UnicodeCIDFont(SONG))

Pen = Literal["thin boxes", "strokes", "one path", "dashes", "double lines", "dots"]


class Sheets:
    """A PDF in the making."""

    def __init__(
        self,
        size: tuple[float, float] = A4,
        *,
        user_password: str = "",
        owner_password: str = "",
        crop: tuple[float, float, float, float] | None = None,
    ) -> None:
        self._file = io.BytesIO()
        encrypt = (
            pdfencrypt.StandardEncryption(user_password, owner_password, canPrint=0, canCopy=0)
            if user_password or owner_password
            else None
        )
        self.canvas = Canvas(self._file, pagesize=size, encrypt=encrypt, cropBox=crop, invariant=1)
        self.height = size[1]

    def text(  # noqa: PLR0913 - what there is to say about a line of text
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 12,
        gray: float = 0,
        mode: int = 0,
        turn: float = 0,
        font: str = SONG,
    ) -> "Sheets":
        """Write a line whose letters' top left corner is at x, y."""
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(x, self.height - y - 0.88 * size)
        canvas.rotate(-turn)
        canvas.setFillGray(gray)
        line = canvas.beginText(0, 0)
        line.setFont(font, size)
        line.setTextRenderMode(mode)
        line.textOut(text)
        canvas.drawText(line)
        canvas.restoreState()
        return self

    def lines(  # noqa: PLR0913 - what there is to say about a paragraph
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        *,
        size: float = 12,
        pitch: float = 18,
        first: float = 0,
    ) -> "Sheets":
        """Write lines one below the other, the first one further in by `first`."""
        for index, line in enumerate(lines):
            self.text(x + (0 if index else first), y + index * pitch, line, size=size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, pen: Pen = "strokes") -> "Sheets":
        """Draw a horizontal or vertical line."""
        canvas = self.canvas
        top, bottom = self.height - y0, self.height - y1
        canvas.saveState()
        if pen == "thin boxes":
            # Word draws an edge of a cell as a filled box, and leaves the corners to others.
            across = y0 == y1
            width, height = (x1 - x0, 0.48) if across else (0.48, top - bottom)
            canvas.rect(x0, bottom, width, height, stroke=0, fill=1)
        elif pen == "dots":
            length = max(x1 - x0, y1 - y0)
            for k in range(int(length / 1.5) + 1):
                x = x0 + 1.5 * k if x1 > x0 else x0
                y = top - 1.5 * k if y1 > y0 else top
                canvas.rect(x, y, 0.5, 0.5, stroke=0, fill=1)
        elif pen == "double lines":
            for shift in (-0.75, 0.75):
                dx, dy = (0, shift) if y0 == y1 else (shift, 0)
                canvas.line(x0 + dx, top + dy, x1 + dx, bottom + dy)
        else:
            if pen == "dashes":
                canvas.setDash(3, 2)
            canvas.line(x0, top, x1, bottom)
        canvas.restoreState()
        return self

    def grid(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        without: Iterable[tuple[str, int, int]] = (),
        pen: Pen = "thin boxes",
    ) -> "Sheets":
        """Draw a grid edge by edge; ("right", r, k) leaves the right edge of unit r, k out.

        ("below", r, k) leaves out the edge below it.
        """
        missing = set(without)
        edges = [
            (xs[k], y, xs[k + 1], y)
            for r, y in enumerate(ys)
            for k in range(len(xs) - 1)
            if ("below", r - 1, k) not in missing
        ]
        edges += [
            (x, ys[r], x, ys[r + 1])
            for r in range(len(ys) - 1)
            for k, x in enumerate(xs)
            if ("right", r, k - 1) not in missing
        ]
        if pen == "one path":
            path = self.canvas.beginPath()
            for x0, y0, x1, y1 in edges:
                path.moveTo(x0, self.height - y0)
                path.lineTo(x1, self.height - y1)
            self.canvas.drawPath(path, stroke=1, fill=0)
        else:
            for edge in edges:
                self.line(*edge, pen=pen)
        return self

    def table(  # noqa: PLR0913 - a table has so many sides
        self,
        xs: Sequence[float],
        top: float,
        rows: Sequence[Sequence[str]],
        *,
        pen: Pen = "thin boxes",
        pitch: float = 15,
        least: float = 20,
    ) -> float:
        """Draw a table without merged cells; lines of a cell are parted by newlines.

        Returns where it ends.
        """
        ys = [top]
        for row in rows:
            most = max(len(cell.split("\n")) for cell in row)
            ys.append(ys[-1] + max(least, most * pitch + 5))
        self.grid(xs, ys, pen=pen)
        for r, row in enumerate(rows):
            for k, cell in enumerate(row):
                if cell:
                    self.lines(xs[k] + 5.4, ys[r] + 3, cell.split("\n"), pitch=pitch)
        return ys[-1]

    def image(self, x0: float, y0: float, x1: float, y1: float) -> "Sheets":
        """Place a grey picture."""
        # A portable graymap of two by two points needs no imaging library to be written.
        picture = ImageReader(io.BytesIO(b"P5 2 2 255 \x80\x40\x40\x80"))
        self.canvas.drawImage(picture, x0, self.height - y1, x1 - x0, y1 - y0)
        return self

    def next(self, size: tuple[float, float] | None = None) -> "Sheets":
        """End the page; the next one may have another size."""
        self.canvas.showPage()
        if size:
            self.canvas.setPageSize(size)
            self.height = size[1]
        return self

    def data(self) -> bytes:
        """End the last page and return the file, the same when asked again."""
        if not self._file.getvalue():
            self.canvas.showPage()
            self.canvas.save()
        return self._file.getvalue()


def table_of(document: Document, number: int = 0) -> Table:
    """Return one of the document's outermost tables."""
    return [block for block in document.blocks if isinstance(block, Table)][number]


def texts(table: Table) -> list[list[str]]:
    """Return the text of each unit of a table's grid, that of merged cells repeated."""
    return [[cell.text if cell else "<hole>" for cell in row] for row in table.grid()]


def body(document: Document) -> list[str]:
    """Return the text of the paragraphs outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def boxes(blocks: Iterable[Block]) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Return page and box of each block."""
    found = []
    for block in blocks:
        assert isinstance(block.place, PdfPlace)
        found.append((block.place.page, block.place.box))
    return found
