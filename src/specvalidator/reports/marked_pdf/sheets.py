"""Pages that are set: lines of text from the top, and links from them into the file."""

from typing import NamedTuple

from specvalidator.reports.marked_pdf.font import Typeface
from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.shapes import Colour
from specvalidator.reports.marked_pdf.values import numbers
from specvalidator.typesetting import visible, wrapped

WIDTH, HEIGHT = 595.28, 841.89
"""A4, in points."""
_MARGIN = 56.0
_LEADING = 1.55
"""Height of a line, in heights of its letters."""
_FULL = 0.94
"""How much of a line's width is counted on: Latin letters are wider than half a Chinese one."""
_BASE = 1.1
"""From the top of a line to the foot of its letters, in heights of these."""
GREY: Colour = (0.38, 0.38, 0.38)
_BLACK: Colour = (0.0, 0.0, 0.0)


class Link(NamedTuple):
    """A box that leads to a place in the file."""

    box: tuple[float, float, float, float]
    destination: bytes


class Sheets:
    """Pages filled one after the other. What is written there is shown, never obeyed."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._face = Typeface()
        self._contents: list[list[bytes]] = [[]]
        self._links: list[list[Link]] = [[]]
        self._y = HEIGHT - _MARGIN

    def leave(self, points: float) -> None:
        """Leave room before the next line."""
        self._y -= points

    def keep(self, points: float) -> None:
        """Begin a new page where less room is left."""
        if self._y - points < _MARGIN:
            self._contents.append([])
            self._links.append([])
            self._y = HEIGHT - _MARGIN

    def put(self, text: str, size: float, *, indent: float = 0.0, colour: Colour = _BLACK) -> None:
        """Write a paragraph."""
        room = WIDTH - 2 * _MARGIN - indent
        for line in wrapped(visible(text), int(2 * room / size * _FULL)):
            self.keep(size * _LEADING)
            self._show(line, size, _MARGIN + indent, room, colour)
            self._y -= size * _LEADING

    def tag(self, text: str, size: float, ground: Colour) -> None:
        """Write a word on a coloured ground before the next line, which begins beside it."""
        self.keep(size * _LEADING)
        wide = self._face.width(text) * size + 8
        foot = self._y - size * 1.4
        self._contents[-1].append(
            b"%s rg %s re f"
            % (numbers(ground), numbers((_MARGIN, foot, wide, size * _LEADING - 1)))
        )
        self._show(text, size, _MARGIN + 4, wide, _BLACK)

    def mark(self) -> tuple[int, float]:
        """Return where the next line begins, for a link."""
        return len(self._contents) - 1, self._y

    def link(self, since: tuple[int, float], destination: bytes) -> None:
        """Let what was written since a mark lead to a place in the file."""
        first, top = since
        last = len(self._contents) - 1
        for page in range(first, last + 1):
            above = top if page == first else HEIGHT - _MARGIN
            below = self._y if page == last else _MARGIN
            box = (_MARGIN, below, WIDTH - _MARGIN, above)
            self._links[page].append(Link(box, destination))

    def put_into(self, increment: Increment, parent: bytes) -> list[int]:
        """Write the pages; return their numbers. `parent` is the reference they hang at."""
        font = self._face.put(increment)
        return [
            self._page(increment, parent, font, b"\n".join(content), links)
            for content, links in zip(self._contents, self._links, strict=True)
        ]

    def _page(
        self, increment: Increment, parent: bytes, font: int, content: bytes, links: list[Link]
    ) -> int:
        shown = increment.add_stream(b"", content)
        listed = [
            increment.add(
                b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /Dest %s >>"
                % (numbers(link.box), link.destination)
            )
            for link in links
        ]
        return increment.add(
            b"<< /Type /Page /Parent %s /MediaBox [0 0 %s] /CropBox [0 0 %s] /Rotate 0"
            b" /Resources << /Font << /H %d 0 R >> >> /Contents %d 0 R /Annots [%s] >>"
            % (
                parent,
                numbers((WIDTH, HEIGHT)),
                numbers((WIDTH, HEIGHT)),
                font,
                shown,
                b" ".join(b"%d 0 R" % number for number in listed),
            )
        )

    def _show(self, line: str, size: float, left: float, room: float, colour: Colour) -> None:
        wide = self._face.width(line) * size
        narrowed = min(1.0, room / wide) * 100 if wide else 100.0
        self._contents[-1].append(
            b"BT %s rg /H %s Tf %s Tz %s Td %s Tj ET"
            % (
                numbers(colour),
                numbers((size,)),
                numbers((narrowed,)),
                numbers((left, self._y - size * _BASE)),
                self._face.coded(line),
            )
        )
