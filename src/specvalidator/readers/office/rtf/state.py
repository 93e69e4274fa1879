"""What is said at a place of an RTF file; a group ends with what was said before it."""

from typing import NamedTuple


class Says(NamedTuple):
    """What the text at a place says of itself."""

    is_skipped: bool = False
    """It stands in a destination that is no part of the page."""
    fallback: int = 1
    """Characters behind a letter of Unicode that stand for it in programs that know none."""
    font: int = 0
    is_wide: bool = False
    """Words on fonts hold for East Asian letters."""
    is_hidden: bool = False
    is_deleted: bool = False
    colour: int = 0
    back: int = 0
    """Colour behind the text, 0 for none."""
    size: int | None = None
    """In half points."""
    is_struck: bool = False
    is_raised: bool = False
    is_code: bool = False
    """It is the code of a field."""
    captured: str = ""
    """Destination whose text is put aside."""
    is_nested: bool = False
    """Words on rows hold for a table inside another."""

    @property
    def numbers(self) -> tuple[int, int, int | None, int]:
        """What numbers say of its look: colour, colour behind it, size and font."""
        return self.colour, self.back, self.size, self.font

    def plain(self, font: int) -> "Says":
        """Return what is said once all looks are taken back."""
        return self._replace(
            font=font,
            is_hidden=False,
            is_deleted=False,
            is_struck=False,
            is_raised=False,
            colour=0,
            back=0,
            size=None,
        )


class RtfParagraph(NamedTuple):
    """What a paragraph says of itself."""

    in_table: bool = False
    depth: int | None = None
    """In how many tables it stands, where it says so."""
    outline: int | None = None
    back: int = 0
    """Colour behind it, 0 for none."""

    @property
    def tables(self) -> int:
        """In how many tables it stands."""
        return int(self.in_table) if self.depth is None else self.depth


class Group(NamedTuple):
    """What was said before a group, and what is to be done at its end."""

    says: Says
    paragraph: RtfParagraph
    ends: str
