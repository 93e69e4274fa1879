"""What a paragraph of a .doc says of itself, rows of tables included ([MS-DOC] 2.6.2, 2.6.3)."""

from dataclasses import dataclass, field

from specvalidator.readers.office.doc.integers import i16, u16, u32
from specvalidator.readers.office.doc.modifiers import Modifier, Modifiers
from specvalidator.readers.office.doc.shading import shade
from specvalidator.readers.office.pen import numbered

_ROW = 0xD608
_SHADES = frozenset({0x442D, 0xC64D})
_OF_ROWS = frozenset({0xD62B, 0x9601, 0x7623, 0x5624, 0x5625, 0xD609, 0xD612, 0xD616, 0xD60C})
_NUMBERS = {
    0x2416: "in_table",
    0x2417: "ends_row",
    0x6649: "depth",
    0x244B: "ends_inner_cell",
    0x244C: "ends_inner_row",
    0x260A: "level",
    0x460B: "list_number",
    0x2640: "outline",
    0x4600: "style",
}
_MOST_LISTS = 0x7FF


@dataclass(slots=True)
class DocParagraph:
    """What a paragraph says of itself; None where it leaves that to its style."""

    style: int = 0
    in_table: int = 0
    depth: int = 0
    ends_row: int = 0
    ends_inner_cell: int = 0
    ends_inner_row: int = 0
    level: int | None = None
    list_number: int | None = None
    outline: int | None = None
    shade: str = ""
    row: bytes = b""
    """How the cells of the row lie that it ends."""
    of_row: list[Modifier] = field(default_factory=list)
    """What changes that."""

    @property
    def tables(self) -> int:
        """In how many tables it stands."""
        return max(self.depth, 1 if self.in_table else 0)

    @property
    def numbering(self) -> str:
        """Its list, as XML."""
        if self.list_number is None and self.level is None:
            return ""
        number = (
            self.list_number
            if self.list_number is None or 0 < self.list_number < _MOST_LISTS
            else 0
        )
        return numbered(number, self.level)


def paragraph_says(modifiers: Modifiers, style: int, *said: bytes) -> DocParagraph:
    """Return what lists of modifiers say of a paragraph of this style."""
    found = DocParagraph(style)
    for packed in said:
        for code, value in modifiers.of(packed):
            if code in _NUMBERS:
                setattr(found, _NUMBERS[code], _number(value))
            elif code == _ROW:
                found.row = value
            elif code in _SHADES:
                found.shade = shade(value)
            elif code in _OF_ROWS:
                found.of_row.append((code, value))
    return found


def _number(value: bytes) -> int:
    if len(value) == 1:
        return value[0]
    return i16(value, 0) if len(value) == 2 else u32(value, 0)  # noqa: PLR2004 - two bytes


def style_and_rest(said: bytes) -> tuple[int, bytes]:
    """Return the number of the style, and the modifiers behind it."""
    return (u16(said, 0), said[2:]) if len(said) > 1 else (0, b"")
