"""What is behind text in a .doc ([MS-DOC] 2.9.245 and 2.9.246)."""

from specvalidator.readers.office.doc.integers import u16
from specvalidator.readers.office.pen import shading

_PALETTE = (
    *("auto", "000000", "0000ff", "00ffff", "00ff00", "ff00ff", "ff0000", "ffff00", "ffffff"),
    *("000080", "008080", "008000", "800080", "800000", "808000", "808080", "c0c0c0"),
)
_WHOLE = 10
_SOLID = 1
_NONE = 0xFFFF


def shade(said: bytes) -> str:
    """Return shading of 10 bytes, or of 2 with colours of the old palette, as a `w:shd`."""
    if len(said) >= _WHOLE:
        pattern = u16(said, 8)
        fill, front = _colour(said[4:8]), _colour(said[:4])
    elif len(said) >= 2:  # noqa: PLR2004 - two bytes
        bits = u16(said, 0)
        pattern = bits >> 10
        front, fill = _of_palette(bits & 31), _of_palette(bits >> 5 & 31)
    else:
        return ""
    if pattern == _SOLID:
        return shading("000000" if front == "auto" else front)
    if pattern in {0, _NONE}:
        return "" if fill == "auto" else shading(fill)
    return shading(fill, "pct50")


def _colour(parts: bytes) -> str:
    return "auto" if parts[3] else parts[:3].hex()


def _of_palette(index: int) -> str:
    return _PALETTE[index] if index < len(_PALETTE) else "auto"
