"""What a run of a .doc says of itself: how it looks, and what it is besides text."""

from collections.abc import Callable
from typing import NamedTuple

from specvalidator.readers.office.doc.integers import i16, u16, u32
from specvalidator.readers.office.doc.modifiers import Modifiers
from specvalidator.readers.office.doc.shading import shade
from specvalidator.readers.office.pen import WHITE, colour, font


class RunSays(NamedTuple):
    """What a run says of itself."""

    look: str = ""
    """Run properties as XML."""
    vanishes: bool | None = None
    is_deleted: bool = False
    is_special: bool = False
    """Its characters stand for something else."""
    is_object: bool = False
    is_form: bool = False
    place: int = 0
    """Of its picture or form in the data stream."""
    symbol: tuple[int, int] | None = None
    """Font and code of a symbol."""


_FLAGS: dict[int, Callable[[RunSays, bool], RunSays]] = {
    0x0800: lambda says, on: says._replace(is_deleted=on),
    0x0855: lambda says, on: says._replace(is_special=on),
    0x080A: lambda says, on: says._replace(is_object=on),
    0x0806: lambda says, on: says._replace(is_form=on),
}
_ALIGNED = {1: "superscript", 2: "subscript"}
_SAID_PLAINLY: dict[int, Callable[[bytes], str]] = {
    0x0818: lambda value: f'<w:specVanish w:val="{value[0] & 1}"/>',
    0x0837: lambda value: f'<w:strike w:val="{value[0] & 1}"/>',
    0x2A53: lambda value: f'<w:dstrike w:val="{value[0] & 1}"/>',
    0x2A48: lambda value: f'<w:vertAlign w:val="{_ALIGNED.get(value[0], "baseline")}"/>',
    0x4845: lambda value: f'<w:position w:val="{i16(value, 0)}"/>',
}
_VANISH = 0x083C
_SYMBOL = 0x6A09
_PLACE = 0x6A03
_WHITE_OF_PALETTE = 8


class DocLooks:
    """Reads what runs say; the same words are read once."""

    def __init__(self, modifiers: Modifiers, fonts: tuple[str, ...]) -> None:
        self._modifiers = modifiers
        self._fonts = fonts
        self._known: dict[tuple[bytes, bytes, bool], RunSays] = {}

    def of(self, said: bytes, more: bytes = b"", *, hides: bool = False) -> RunSays:
        """Return what two lists of modifiers say; `hides`: the paragraph's style hides its text."""
        key = said, more, hides
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(said, more, hides=hides)
        return known

    def font(self, index: int) -> str:
        """Return the name of a font, "" where there is none."""
        return self._fonts[index] if index < len(self._fonts) else ""

    def _read(self, said: bytes, more: bytes, *, hides: bool) -> RunSays:
        found = RunSays()
        for packed in (said, more):
            for code, value in self._modifiers.of(packed):
                if code == _VANISH:
                    # 0x80 and 0x81 stand for what the style says and for its opposite.
                    vanishes = (value[0] & 1 == 1) != (value[0] > 1 and hides)
                    look = f'{found.look}<w:vanish w:val="{int(vanishes)}"/>'
                    found = found._replace(look=look, vanishes=vanishes)
                elif code in _FLAGS:
                    found = _FLAGS[code](found, bool(value[0]))
                elif code == _SYMBOL:
                    found = found._replace(symbol=(u16(value, 0), u16(value, 2)))
                elif code == _PLACE:
                    found = found._replace(place=u32(value, 0))
                else:
                    found = found._replace(look=found.look + self._look(code, value))
        return found

    def _look(self, code: int, value: bytes) -> str:  # noqa: PLR0911 - one line for each modifier
        match code:
            case 0x2A42:
                return WHITE if value[0] == _WHITE_OF_PALETTE else colour("auto")
            case 0x6870:
                return colour("auto" if value[3] else value[:3].hex())
            case 0x4A43:
                return f'<w:sz w:val="{u16(value, 0)}"/>'
            case 0x2A0C if value[0]:
                return '<w:highlight w:val="yellow"/>'
            case 0xCA71 | 0x4866:
                return shade(value)
            case 0x4A30:
                return f'<w:rStyle w:val="s{u16(value, 0)}"/>'
            case 0x4A4F if u16(value, 0) < len(self._fonts):
                return font(self._fonts[u16(value, 0)])
            case _ if code in _SAID_PLAINLY:
                return _SAID_PLAINLY[code](value)
            case _:
                return ""
