"""Colours as web pages write them."""

import colorsys
import re

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]{1,80})\)")
_NAMED = {
    "white": "FFFFFF",
    "black": "000000",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "gray": "808080",
    "grey": "808080",
    "navy": "000080",
    "yellow": "FFFF00",
    "orange": "FFA500",
    "maroon": "800000",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "silver": "C0C0C0",
    "lime": "00FF00",
    "aqua": "00FFFF",
    "cyan": "00FFFF",
    "fuchsia": "FF00FF",
    "darkred": "8B0000",
    "darkblue": "00008B",
    "darkgreen": "006400",
    "lightgray": "D3D3D3",
    "snow": "FFFAFA",
    "ivory": "FFFFF0",
    "whitesmoke": "F5F5F5",
    "ghostwhite": "F8F8FF",
}
_SHORT = (3, 4)
_WITH_ALPHA = 4
_FAINT = 0.05
"""Of full strength: what is painted with less is not seen."""


def digits_of(tone: str) -> str | None:
    """Return red, green and blue in six hexadecimal digits, None for what is no known colour."""
    tone = tone.strip().casefold()
    if tone in _NAMED:
        return _NAMED[tone]
    if not tone.startswith(("#", "rgb", "hsl")) and not _is_bare(tone):
        return None
    written = _HEX.fullmatch(tone)
    if written:
        digits = written[1].upper()
        return "".join(2 * each for each in digits[:3]) if len(digits) in _SHORT else digits[:6]
    called = _FUNCTION.fullmatch(tone)
    numbers = _numbers(called[2]) if called else []
    if called is None or len(numbers) < 3:  # noqa: PLR2004 - red, green and blue
        return None
    if called[1] == "hsl":
        hue, saturation, light = numbers[0] / 360, numbers[1] / 255, numbers[2] / 255
        numbers = [255 * each for each in colorsys.hls_to_rgb(hue, light, saturation)]
    return "".join(f"{min(255, max(0, round(each))):02X}" for each in numbers[:3])


def is_clear(tone: str) -> bool:
    """Say whether a colour lets everything through."""
    tone = tone.strip().casefold()
    if tone == "transparent":
        return True
    written = _HEX.fullmatch(tone)
    if written and tone.startswith("#") and len(written[1]) in {4, 8}:
        digits = written[1]
        alpha = int(2 * digits[3] if len(digits) == _WITH_ALPHA else digits[6:], 16) / 255
        return alpha < _FAINT
    called = _FUNCTION.fullmatch(tone)
    numbers = _numbers(called[2]) if called else []
    return len(numbers) == _WITH_ALPHA and numbers[3] < (
        _FAINT if "%" not in tone else 255 * _FAINT
    )


def _is_bare(tone: str) -> bool:
    """Say whether six digits stand without a sign, as in old pages."""
    return re.fullmatch("[0-9a-f]{6}", tone) is not None


def _numbers(written: str) -> list[float]:
    """Return the numbers of a colour, percentages as parts of 255."""
    found = []
    for each in re.split(r"[\s,/]+", written.strip()):
        number = each.removesuffix("%").removesuffix("deg")
        if not re.fullmatch(r"\d{1,4}(?:\.\d{1,6})?|\.\d{1,6}", number):
            return []
        found.append(float(number) * (2.55 if each.endswith("%") else 1.0))
    return found
