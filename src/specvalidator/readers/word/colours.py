"""Colours of letters and of what is behind them: which of them no eye can tell apart."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from specvalidator.readers.word.ooxml import SHADING, VAL, W14, W, child_of, integer
from specvalidator.readers.xml import Element

AUTOMATIC = -1
"""Of letters: black or white, whichever can be read."""
UNSURE = -2
"""Of a ground: a pattern of two colours."""
WHITE = 0xFFFFFF
BLACK = 0

_COLOUR = W + "color"
_FILL = W + "fill"
_THEME_COLOUR = W + "themeColor"
_THEME_FILL = W + "themeFill"
_THEME_SHADES = (W + "themeTint", W + "themeShade")
_FILL_SHADES = (W + "themeFillTint", W + "themeFillShade")
_THEME = {"background1": WHITE, "light1": WHITE, "text1": BLACK, "dark1": BLACK}
"""Colours of a theme that nearly every theme has alike."""
_MARKERS = {
    "black": BLACK,
    "blue": 0x0000FF,
    "cyan": 0x00FFFF,
    "darkBlue": 0x000080,
    "darkCyan": 0x008080,
    "darkGray": 0x808080,
    "darkGreen": 0x008000,
    "darkMagenta": 0x800080,
    "darkRed": 0x800000,
    "darkYellow": 0x808000,
    "green": 0x00FF00,
    "lightGray": 0xC0C0C0,
    "magenta": 0xFF00FF,
    "red": 0xFF0000,
    "white": WHITE,
    "yellow": 0xFFFF00,
}
_NO_PAINT = W14 + "noFill"
_SOLID = W14 + "solidFill"
_RGB = W14 + "srgbClr"
_SCHEME = W14 + "schemeClr"
_SCHEME_COLOURS = {"bg1": WHITE, "lt1": WHITE, "tx1": BLACK, "dk1": BLACK}
_CLEARNESS = W14 + "alpha"
_PAINT_VAL = W14 + "val"
_CLEAR_FROM = 95_000  # thousandths of a percent; such paint is not seen
_PLAIN_PATTERNS = frozenset({None, "clear", "nil"})
_PERCENT = "pct"

_WHITE_FROM = 0xF8  # each of red, green and blue; such a colour is not told from white
_LIGHT_FROM = 0xE0  # mean of red, green and blue; white on it is not read
_COARSE = 16  # twice what no eye sees
_ALIKE = 8  # difference of red, green or blue that no eye sees


class Grounds:
    """The colours that stand behind text somewhere in a document."""

    def __init__(self, colours: Iterable[int] = ()) -> None:
        self._coarse = frozenset(map(_coarse, frozenset(colours) - {WHITE}))
        self._known: dict[int, bool] = {}

    def may_hide(self, letters: int | None) -> bool:
        """Say whether letters of a colour may be lost on some ground of the document."""
        if letters is None or letters < 0:
            return False
        known = self._known.get(letters)
        if known is None:
            known = _is_white(letters) or not self._coarse.isdisjoint(_around(letters))
            self._known[letters] = known
        return known


def _coarse(colour: int) -> tuple[int, int, int]:
    """Return a colour so coarsely that what cannot be told apart is the same, or next to it."""
    red, green, blue = _parts(colour)
    return red // _COARSE, green // _COARSE, blue // _COARSE


def _around(colour: int) -> Iterator[tuple[int, int, int]]:
    """Yield the coarse colours from which a colour may not be told apart."""
    reds, greens, blues = ((part - 1, part, part + 1) for part in _coarse(colour))
    yield from product(reds, greens, blues)


def grounds_in(elements: Iterable[Element]) -> set[int]:
    """Return the colours that each `w:shd` in some elements lays behind text."""
    shades = (shading_of(shade) for each in elements for shade in each.iter(SHADING))
    return {colour for colour in shades if colour is not None}


def is_lost(letters: int, ground: int) -> bool:
    """Say whether letters of a colour cannot be seen on a ground."""
    if letters < 0 or ground < 0:
        return False
    if _is_white(letters):
        return sum(_parts(ground)) >= 3 * _LIGHT_FROM
    pairs = zip(_parts(letters), _parts(ground), strict=True)
    return all(abs(one - other) <= _ALIKE for one, other in pairs)


def rgb(colour: str | None) -> int | None:
    """Return red, green and blue as one number, None for "auto" and nonsense."""
    if colour is None or len(colour) != 6:  # noqa: PLR2004 - two digits each
        return None
    try:
        return int(colour, 16)
    except ValueError:
        return None


def letters_of(element: Element) -> int:
    """Return the colour that a `w:color` gives to letters."""
    themed = _themed(element, _THEME_COLOUR, _THEME_SHADES)
    if themed is not None:
        return themed
    colour = rgb(element.get(VAL))
    return AUTOMATIC if colour is None else colour


def _themed(element: Element, name: str, shades: tuple[str, ...]) -> int | None:
    """Return the theme's colour that an attribute asks for, None for none, or one made paler."""
    asked = element.get(name)
    known = _THEME.get(asked) if asked else None
    return None if known is None or any(element.get(shade) for shade in shades) else known


def is_painted(paint: Element) -> bool:
    """Say whether a `w14:textFill` or `w14:textOutline` paints anything."""
    if child_of(paint, _NO_PAINT) is not None:
        return False
    solid = child_of(paint, _SOLID)
    alphas = () if solid is None else solid.iter(_CLEARNESS)
    return all(integer(alpha.get(_PAINT_VAL), 0) < _CLEAR_FROM for alpha in alphas)


def painted(paint: Element) -> int:
    """Return the colour of a `w14:textFill`, which Word takes instead of `w:color`."""
    solid = child_of(paint, _SOLID)
    colour = None if solid is None else next(iter(solid), None)
    if colour is None:
        return AUTOMATIC
    given = colour.get(_PAINT_VAL)
    known = rgb(given) if colour.tag == _RGB else None
    if colour.tag == _SCHEME and not len(colour):
        known = _SCHEME_COLOURS.get(given or "")
    return AUTOMATIC if known is None else known


def marker_of(element: Element) -> int | None:
    """Return the colour of a `w:highlight`, None where it is none."""
    return _MARKERS.get(element.get(VAL) or "")


def shading_of(element: Element) -> int | None:
    """Return the colour of a `w:shd`, None where what is behind it shows through."""
    themed = _themed(element, _THEME_FILL, _FILL_SHADES)
    return _shade(element.get(VAL), element.get(_COLOUR), element.get(_FILL), themed)


@lru_cache(maxsize=256)
def _shade(
    pattern: str | None, colour: str | None, fill: str | None, themed: int | None
) -> int | None:
    behind = rgb(fill) if themed is None else themed
    if pattern in _PLAIN_PATTERNS:
        return behind
    before = rgb(colour) or BLACK
    if pattern == "solid":
        return before
    share = pattern.removeprefix(_PERCENT) if pattern and pattern.startswith(_PERCENT) else ""
    if not share.isdecimal() or not 0 <= int(share[:3]) <= 100:  # noqa: PLR2004 - percent
        return UNSURE
    behind = WHITE if behind is None else behind
    mixed = [
        (one * int(share) + other * (100 - int(share))) // 100
        for one, other in zip(_parts(before), _parts(behind), strict=True)
    ]
    return mixed[0] << 16 | mixed[1] << 8 | mixed[2]


def _is_white(colour: int) -> bool:
    return min(_parts(colour)) >= _WHITE_FROM


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF
