"""Letters of symbol fonts as the Unicode characters that they look like."""

import re
from functools import lru_cache

UNKNOWN = "�"
"""Stands for a visible character whose meaning is lost."""

_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"  # compiled only where there may be one
_SYMBOL_AREA = 0xF000  # Word moves the 256 letters of a symbol font up to here
_LETTERS = 0x100
_FIRST_PRINTED = 0x20

_WINGDINGS = {
    **dict(zip(range(0x81, 0x8B), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    **dict(zip(range(0x8C, 0x96), "❶❷❸❹❺❻❼❽❾❿", strict=True)),
    0x20: " ",
    0x28: "☎",
    0x29: "✆",
    0x2A: "✉",
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "☒",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    **dict(zip(range(0x6A, 0x74), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    **dict(zip(range(0x75, 0x7F), "❶❷❸❹❺❻❼❽❾❿", strict=True)),
    0x20: " ",
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "•",
    0x98: "●",
    0x99: "○",
    0xA2: "■",
    0xA3: "☐",
    0xA8: "▣",
}
_WEBDINGS = {0x20: " ", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"}
_SYMBOL = {
    **{code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]_{|}"},
    **dict(zip(b"ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True)),
    **dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xC6: "∅",
    0xD0: "∠",
    0xD6: "√",
    0xE5: "∑",
    0xF2: "∫",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


@lru_cache(maxsize=256)
def is_symbol_font(font: str | None) -> bool:
    """Say whether letters in this font are pictures of something else."""
    return font is not None and font.casefold() in _FONTS


def symbol(font: str | None, code: str | None) -> str:
    """Return the character of a `w:sym`, whose code is hexadecimal; UNKNOWN where it has none."""
    try:
        number = int(code or "", 16)
        letter = chr(number)
    except (ValueError, OverflowError):
        return UNKNOWN
    return _meant(letter, font)


def spelled_out(text: str, font: str | None) -> str:
    """Return typed text with the letters of a symbol font, and private ones, as what they mean."""
    if is_symbol_font(font):
        return "".join(_meant(letter, font) for letter in text)
    if text.isprintable():
        return text  # private letters are not
    return re.sub(_PRIVATE, lambda match: _meant(match[0], font), text)


def _meant(letter: str, font: str | None) -> str:
    code = ord(letter)
    letters = _FONTS.get((font or "").casefold())
    if _SYMBOL_AREA <= code < _SYMBOL_AREA + _LETTERS:
        # Text that lost its font is most often Wingdings.
        return (_WINGDINGS if letters is None else letters).get(code - _SYMBOL_AREA, UNKNOWN)
    if letters is not None and _FIRST_PRINTED <= code < _LETTERS:
        return letters.get(code, UNKNOWN)
    is_lost = code < _FIRST_PRINTED or re.match(_PRIVATE, letter) or 0xD800 <= code < 0xE000  # noqa: PLR2004 - surrogates
    return UNKNOWN if is_lost else letter
