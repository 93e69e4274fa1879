"""Lines of a page in columns: labels to the left, wrapped text beside them, colour where wished."""

from collections.abc import Iterable
from typing import Literal

from specvalidator.typesetting import padded, shortened, visible, width, wrapped

Ink = Literal["plain", "strong", "faint", "red", "yellow", "green", "blue", "cyan"]

_CODES: dict[Ink, str] = {
    "strong": "1",
    "faint": "2",
    "red": "1;31",
    "yellow": "1;33",
    "green": "1;32",
    "blue": "1;34",
    "cyan": "1;36",
}
_NARROWEST = 16


def painted(text: str, ink: Ink, *, colour: bool) -> str:
    """Return text in an ANSI colour, or as it is where the page knows none."""
    return f"\x1b[{_CODES[ink]}m{text}\x1b[0m" if colour and ink in _CODES else text


class TextPage:
    """Lays out text from anywhere: what it holds is shown, never obeyed."""

    def __init__(self, columns: int, *, colour: bool) -> None:
        self.columns = columns
        self.colour = colour
        self.lines: list[str] = []
        self._is_open = False
        """Whether the line before those that are held, if there is one, holds something."""

    def blank(self) -> None:
        """Leave a line empty, but never two, and never the first."""
        if self.lines[-1] if self.lines else self._is_open:
            self.lines.append("")

    def put(  # noqa: PLR0913 - where it stands and how it looks, each by name
        self,
        text: str,
        *,
        label: str = "",
        indent: int = 0,
        hang: int = 0,
        ink: Ink = "plain",
        label_ink: Ink = "plain",
        most: int | None = None,
    ) -> None:
        """Write a paragraph.

        Args:
            text: what to write; wrapped.
            label: what stands before the first line.
            indent: columns before the label.
            hang: columns from the label's beginning to the text's.
            ink: colour of the text.
            label_ink: colour of the label.
            most: lines after which the text is cut with an ellipsis.
        """
        margin = " " * indent
        columns = max(self.columns - indent - hang, _NARROWEST)
        lines = wrapped(visible(text), columns)
        for number, line in enumerate(_cut(lines, most, columns)):
            head = label if number == 0 else ""
            gap = padded(head, hang)[len(head) :]
            shown = painted(head, label_ink, colour=self.colour) if head else ""
            body = painted(line, ink, colour=self.colour) if line else ""
            self.lines.append(f"{margin}{shown}{gap}{body}".rstrip())

    def put_line(self, *cells: tuple[str, Ink]) -> None:
        """Write a line of cells as they are, each in its colour; what they hold is visible."""
        self.lines.append("".join(painted(text, ink, colour=self.colour) for text, ink in cells))

    def text(self) -> str:
        """Return the page, with a line end after each line."""
        return "".join(f"{line}\n" for line in self.lines)

    def taken(self) -> str:
        """Return what was written since this was last called, a line end after each line."""
        text = self.text()
        if self.lines:
            self._is_open = bool(self.lines[-1])
        self.lines = []
        return text


def column(labels: Iterable[str]) -> int:
    """Return the width of a column that holds these labels, with two columns of air."""
    return max(map(width, labels)) + 2


def _cut(lines: list[str], most: int | None, columns: int) -> list[str]:
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip("，。、；：,;: ") + "…"
    return [*lines[: most - 1], shortened(last, columns)]
