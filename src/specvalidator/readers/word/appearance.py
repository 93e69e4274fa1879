"""Whether text is to be seen: what run properties say about it, and what is behind it."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from specvalidator.readers.word.ooxml import SHADING, VAL, W, is_on
from specvalidator.readers.word.symbols import is_symbol_font
from specvalidator.readers.xml import Element

_VANISH = W + "vanish"
_STYLE_SEPARATOR = W + "specVanish"
_COLOUR = W + "color"
_SIZE = W + "sz"
_HIGHLIGHT = W + "highlight"
_FONTS = W + "rFonts"
_ASCII_FONT = W + "ascii"
_CHARACTER_STYLE = W + "rStyle"
_FILL = W + "fill"
_TELLING = frozenset(
    {_VANISH, _STYLE_SEPARATOR, _COLOUR, _SIZE, _HIGHLIGHT, _FONTS, _CHARACTER_STYLE, SHADING}
)

VANISHING = frozenset({_VANISH, _STYLE_SEPARATOR, _CHARACTER_STYLE})
"""Properties that may mark text as hidden, or take that mark away."""

_TINY_SIZES = frozenset({"0", "1", "2"})  # half points: letters of 1 pt are a line of dust
_WHITE_FROM = 0xF8  # each of red, green and blue; such a colour is not told from white
_LIGHT_FROM = 0xE0  # mean of red, green and blue; white on it is not read
_PLAIN_PATTERNS = frozenset({None, "clear", "nil"})


class Look(NamedTuple):
    """What run properties say; None where they are silent."""

    vanishes: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    shaded: bool | None = None
    """Something dark is behind the text."""
    font: str | None = None
    """Font of letters and symbols below U+0100."""
    style: str | None = None
    """Character style."""


PLAIN = Look()


class Setting(NamedTuple):
    """What a run stands in, which decides wherever the run itself is silent."""

    paragraph: Look
    """Of the paragraph's style."""
    defaults: Look
    is_on_white: Callable[[], bool]
    """Whether behind the text is the white of the page; asked for white text only."""
    vanishes: bool
    """The end mark vanishes, and with it a run that says nothing."""
    hides: bool
    """A run that says nothing is not to be seen."""
    is_plain: bool
    """Nothing around the run hides it, so that only what the run says can."""


def setting(paragraph: Look, defaults: Look, is_on_white: Callable[[], bool]) -> Setting:
    """Return the setting that a paragraph of this look gives to its runs."""
    given = Setting(paragraph, defaults, is_on_white, False, False, False)  # noqa: FBT003 - replaced
    return given._replace(
        vanishes=vanishes(PLAIN, PLAIN, given),
        hides=is_hidden(PLAIN, PLAIN, given),
        is_plain=not any(
            look.vanishes or look.white or look.tiny for look in (paragraph, defaults)
        ),
    )


def may_hide(properties: Element) -> bool:
    """Say whether a `w:rPr` may hide or disguise text that otherwise is plain.

    Nearly none does, and this is much quicker than to find out what else it says.
    """
    for each in properties:
        name = each.tag
        if name == _FONTS:
            if is_symbol_font(each.get(_ASCII_FONT)):
                return True
        elif name == _SIZE:
            if each.get(VAL) in _TINY_SIZES:
                return True
        elif name == _COLOUR:
            if _is_white(each.get(VAL)):
                return True
        elif name in VANISHING:
            return True
    return False


def look_of(properties: Element | None) -> Look:
    """Return what a `w:rPr` says."""
    vanishes = white = tiny = shaded = None
    font = style = None
    for each in () if properties is None else properties:
        name = each.tag
        if name not in _TELLING:
            continue
        if name == _FONTS:
            font = each.get(_ASCII_FONT) or font
        elif name == _SIZE:
            tiny = each.get(VAL) in _TINY_SIZES
        elif name == _COLOUR:
            white = _is_white(each.get(VAL))
        elif name in {_VANISH, _STYLE_SEPARATOR}:
            vanishes = vanishes or is_on(each)
        elif name == _CHARACTER_STYLE:
            style = each.get(VAL)
        elif name == SHADING:
            shaded = shaded or is_shaded(each)
        else:
            shaded = shaded or is_on(each)
    return Look(vanishes, white, tiny, shaded, font, style)


def over(own: Look, inherited: Look) -> Look:
    """Return `own`, its silences filled from what it inherits."""
    if own == PLAIN:
        return inherited
    if inherited == PLAIN:
        return own
    return Look(
        inherited.vanishes if own.vanishes is None else own.vanishes,
        inherited.white if own.white is None else own.white,
        inherited.tiny if own.tiny is None else own.tiny,
        inherited.shaded if own.shaded is None else own.shaded,
        own.font or inherited.font,
        own.style or inherited.style,
    )


def vanishes(own: Look, character: Look, around: Setting) -> bool:
    """Say whether text is marked as hidden.

    Hidden is a toggle: a character style that says it inside a paragraph style that says it
    shows the text again (ISO/IEC 29500-1, 17.7.3).
    """
    if own.vanishes is not None:
        return own.vanishes
    if around.defaults.vanishes:
        return True
    return bool(around.paragraph.vanishes) != bool(character.vanishes)


def is_hidden(own: Look, character: Look, around: Setting) -> bool:
    """Say whether text is not to be seen: marked as hidden, white on white, or of 1 point."""
    if vanishes(own, character, around):
        return True
    look = over(own, over(character, over(around.paragraph, around.defaults)))
    return bool(look.tiny) or (bool(look.white) and not look.shaded and around.is_on_white())


def is_shaded(shading: Element) -> bool:
    """Say whether a `w:shd` is dark enough to read white letters on."""
    if shading.get(VAL) not in _PLAIN_PATTERNS:
        return True
    parts = _parts(shading.get(_FILL))
    return parts is not None and sum(parts) < 3 * _LIGHT_FROM


@lru_cache(maxsize=256)
def _is_white(colour: str | None) -> bool:
    parts = _parts(colour)
    return parts is not None and min(parts) >= _WHITE_FROM


def _parts(colour: str | None) -> bytes | None:
    """Return red, green and blue, None for "auto" and nonsense."""
    try:
        parts = bytes.fromhex(colour or "")
    except ValueError:
        return None
    return parts if len(parts) == 3 else None  # noqa: PLR2004 - red, green and blue
