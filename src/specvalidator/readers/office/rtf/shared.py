"""What an RTF file says once for all its text: fonts, colours, code page."""

from specvalidator.readers.office.rtf import charsets

_MOST = 4_096
"""Fonts or colours of a file; Word writes some dozens."""
_BYTE = 255
_LONGEST_NAME = 64

LookKey = tuple[bool, bool, bool, int, int, int | None, int]


class Shared:
    """The tables at the head of a file."""

    def __init__(self) -> None:
        self.page = charsets.USUAL
        """Code page of the file."""
        self.pages: dict[int, str | None] = {}
        """Code pages of its fonts."""
        self.fonts: dict[int, str] = {}
        """Names of its fonts."""
        self.usual_font = 0
        self.has_first_page = False
        """Some first page has margins of its own."""
        self.property = ""
        """Of a shape, the name that was read last."""
        self.looks: dict[LookKey, str] = {}
        self._font = 0
        self._colours: list[str] = []
        self._parts: dict[str, int] = {}

    def colour(self, number: int) -> str:
        """Return a colour in six hexadecimal digits, "" for the usual one."""
        return self._colours[number] if 0 < number < len(self._colours) else ""

    def define(self, name: str, number: int | None) -> None:
        """Take in a word of the font table or the colour table."""
        if name == "f" and len(self.fonts) < _MOST:
            self._font = number or 0
            self.fonts[self._font] = ""
        elif name == "fcharset":
            self.pages[self._font] = charsets.of_font(number)
        elif name in {"red", "green", "blue"}:
            self._parts[name] = min(max(number or 0, 0), _BYTE)

    def name(self, table: str, text: str) -> None:
        """Take in the text of a table: names of fonts, or what ends a colour."""
        if table == "fonttbl":
            known = self.fonts.get(self._font, "")
            self.fonts[self._font] = (known + text)[:_LONGEST_NAME].strip("; ")
            return
        for _ in range(min(text.count(";"), _MOST - len(self._colours))):
            parts = [self._parts.get(each) for each in ("red", "green", "blue")]
            known_parts = [each for each in parts if each is not None]
            is_said = len(known_parts) == len(parts)
            self._colours.append(bytes(known_parts).hex() if is_said else "")
            self._parts = {}
