"""The list styles of OpenDocument as the numbering of Word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from specvalidator.readers.office.odt.names import LIBREOFFICE, STYLE, TEXT
from specvalidator.readers.office.pen import MarkupPen, escaped
from specvalidator.readers.word.ooxml import integer
from specvalidator.readers.xml import Element

_FORMATS = {
    "": "none",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "イ": "irohaFullWidth",
    "１": "decimalFullWidth",
}
"""Formats by the first number that they print, as in `一, 二, 三, ...`."""
_LEVELS = 9
_OUTLINE = ""
_PLACEHOLDER = re.compile(r"%(\d)%")


@dataclass(slots=True)
class OpenList:
    """A list that is open: which numbers its items count in."""

    style: str
    number: int
    level: int = 0


class OdtLists:
    """The list styles of a document, and the lists that were begun in them."""

    def __init__(self, roots: Sequence[Element], pen: MarkupPen) -> None:
        self._pen = pen
        self._styles: dict[str, Element] = {}
        for root in roots:
            for each in root.iter(TEXT + "list-style"):
                self._styles[each.get(STYLE + "name") or ""] = each
            for each in root.iter(TEXT + "outline-style"):
                self._styles[_OUTLINE] = each
        self._definitions: dict[str, int] = {}
        self._written: list[str] = []
        self._starts: dict[str, list[tuple[int, int]]] = {}
        self._numbers: list[str] = []
        self._outline = 0
        self._last: dict[str, int] = {}

    @property
    def xml(self) -> str:
        """All definitions, and all lists."""
        return "".join(self._written) + "".join(self._numbers)

    def begin(self, style: str, *, goes_on: bool) -> int:
        """Return the number of a list of a style, 0 where there is no such style."""
        if style not in self._styles:
            return 0
        if goes_on and style in self._last:
            return self._last[style]
        self._define(style)
        return self._add(style, self._starts[style])

    def start_at(self, opened: OpenList, start: str) -> None:
        """Let a list go on from a number that an item names."""
        if opened.number:
            opened.number = self._add(opened.style, [(opened.level, integer(start, 1))])

    def outline(self) -> int:
        """Return the number of the list in which headings count, 0 where they do not."""
        self._outline = self._outline or self.begin(_OUTLINE, goes_on=False)
        return self._outline

    def _add(self, style: str, starts: Sequence[tuple[int, int]]) -> int:
        self._pen.count(4 + 4 * len(starts))
        number = self._last[style] = len(self._numbers) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in starts
        )
        self._numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._definitions[style]}"/>'
            f"{overrides}</w:num>"
        )
        return number

    def _define(self, style: str) -> None:
        if style in self._definitions:
            return
        number = self._definitions[style] = len(self._definitions)
        starts = self._starts[style] = []
        levels: list[str] = []
        for each in self._styles[style]:
            level = integer(each.get(TEXT + "level"), 1)
            if 1 <= level <= _LEVELS:
                start = integer(each.get(TEXT + "start-value"), 1)
                starts.append((level - 1, start))
                levels.append(self._level(each, level, start))
        self._written.append(
            f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        )

    def _level(self, element: Element, level: int, start: int) -> str:
        self._pen.count(8)
        if element.tag.endswith("number") or element.tag.endswith("outline-level-style"):
            said = element.get(STYLE + "num-format") or ""
            number_format = _FORMATS.get(said[:1], "decimal")
        else:
            number_format = "bullet"
        text = _printed(element, level)
        if number_format == "none":
            text = re.sub(r"%\d", "", text)
        return (
            f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{number_format}"/><w:lvlText w:val="{escaped(text)}"/></w:lvl>'
        )


def _printed(element: Element, level: int) -> str:
    """Return what a level prints, its own number and those above as %1 to %9."""
    said = element.get(LIBREOFFICE + "num-list-format")
    if said is not None:
        return _PLACEHOLDER.sub(r"%\1", said)
    shown = integer(element.get(TEXT + "display-levels"), 1)
    first = max(1, level - max(1, shown) + 1)
    numbers = ".".join(f"%{each}" for each in range(first, level + 1))
    before, after = element.get(STYLE + "num-prefix"), element.get(STYLE + "num-suffix")
    return f"{before or ''}{numbers}{after or ''}"
