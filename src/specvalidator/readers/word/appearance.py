"""Whether text is to be seen: what run properties say about it, and what is behind it."""

from collections.abc import Callable
from typing import NamedTuple

from specvalidator.readers.word.colours import (
    AUTOMATIC,
    WHITE,
    Grounds,
    is_lost,
    is_painted,
    letters_of,
    marker_of,
    painted,
    shading_of,
)
from specvalidator.readers.word.ooxml import SHADING, VAL, W14, W, integer, is_on
from specvalidator.readers.word.symbols import is_symbol_font
from specvalidator.readers.xml import Element

_VANISH = W + "vanish"
STYLE_SEPARATOR = W + "specVanish"
"""Of an end mark: the next paragraph, of another style, goes on in the same line."""
_COLOUR = W + "color"
_SIZE = W + "sz"
_SCALE = W + "w"
_HIGHLIGHT = W + "highlight"
_FONTS = W + "rFonts"
_ASCII_FONT = W + "ascii"
_CHARACTER_STYLE = W + "rStyle"
_STRUCK = frozenset({W + "strike", W + "dstrike"})
_ALIGNED = W + "vertAlign"
_RAISED = W + "position"
_RELIEFS = frozenset(
    (*(W + name for name in ("shadow", "emboss", "imprint")), W14 + "shadow", W14 + "glow")
)
"""What draws letters of any colour so that they are seen."""
_PAINT = W14 + "textFill"
_OUTLINE = W14 + "textOutline"
_TELLING = frozenset(
    {
        *(_VANISH, STYLE_SEPARATOR, _COLOUR, _SIZE, _SCALE, _FONTS, _CHARACTER_STYLE),
        *(_ALIGNED, _RAISED, _PAINT, _OUTLINE, *_STRUCK, *_RELIEFS, SHADING, _HIGHLIGHT),
    }
)

VANISHING = frozenset({_VANISH, STYLE_SEPARATOR, _CHARACTER_STYLE})
"""Properties that may mark text as hidden, or take that mark away."""

_TINY_SIZES = frozenset({"0", "1", "2"})  # half points: letters of 1 pt are a line of dust
_THINNEST = 5  # percent of a letter's width
_LEAST_RAISE = 4  # half points above the line


class Look(NamedTuple):
    """What run properties say; None where they are silent."""

    vanishes: bool | None = None
    colour: int | None = None
    """Of the letters: red, green and blue, or AUTOMATIC."""
    tiny: bool | None = None
    ground: int | None = None
    """Behind the letters: red, green and blue, or UNSURE."""
    font: str | None = None
    """Font of letters and symbols below U+0100."""
    style: str | None = None
    """Character style."""
    struck: bool | None = None
    raised: bool | None = None
    """It stands above the line, as the mark of a note does."""


PLAIN = Look()


class Setting(NamedTuple):
    """What a run stands in, which decides wherever the run itself is silent."""

    paragraph: Look
    """Of the paragraph's style."""
    defaults: Look
    """Of the document and of the table around it."""
    ground: Callable[[], int | None]
    """What is behind the text, None where nobody knows; asked for some colours only."""
    grounds: Grounds
    """Colours that letters may be lost on."""
    vanishes: bool
    """The end mark vanishes, and with it a run that says nothing."""
    hides: bool
    """A run that says nothing is not to be seen."""
    strikes: bool
    """A run that says nothing is struck out."""
    is_plain: bool
    """Nothing around the run hides it, so that only what the run says can."""


def setting(
    paragraph: Look, defaults: Look, ground: Callable[[], int | None], grounds: Grounds
) -> Setting:
    """Return the setting that a paragraph of this look gives to its runs."""
    given = Setting(paragraph, defaults, ground, grounds, False, False, False, False)  # noqa: FBT003 - replaced
    return given._replace(
        vanishes=vanishes(PLAIN, PLAIN, given),
        hides=is_hidden(PLAIN, PLAIN, given),
        strikes=bool(over(paragraph, defaults).struck),
        is_plain=not any(
            look.vanishes
            or look.tiny
            or look.struck
            or look.raised
            or look.ground is not None
            or grounds.may_hide(look.colour)
            for look in (paragraph, defaults)
        ),
    )


def may_hide(properties: Element, grounds: Grounds) -> bool:
    """Say whether a `w:rPr` may hide, strike out or disguise text that otherwise is plain.

    Nearly none does, and this is much quicker than to find out what else it says.
    """
    letters = ground = None
    for each in properties:
        name = each.tag
        is_suspect = _SUSPECTS.get(name)
        if is_suspect is not None and is_suspect(each, grounds):
            return True
        if name == _COLOUR:
            letters = letters_of(each)
        elif name == SHADING:
            ground = shading_of(each)
    return letters is not None and ground is not None and is_lost(letters, ground)


_SUSPECTS: dict[str, Callable[[Element, Grounds], bool]] = {
    **dict.fromkeys((*VANISHING, _ALIGNED, _RAISED, _PAINT), lambda _, __: True),
    **dict.fromkeys(_STRUCK, lambda each, _: is_on(each)),
    _FONTS: lambda each, _: is_symbol_font(each.get(_ASCII_FONT)),
    _SIZE: lambda each, _: each.get(VAL) in _TINY_SIZES,
    _SCALE: lambda each, _: integer(each.get(VAL), 100) <= _THINNEST,
    _COLOUR: lambda each, grounds: grounds.may_hide(letters_of(each)),
    _HIGHLIGHT: lambda each, _: marker_of(each) is not None,
}


def look_of(properties: Element | None) -> Look:
    """Return what a `w:rPr` says."""
    said = {} if properties is None else {e.tag: e for e in properties if e.tag in _TELLING}
    if not said:
        return PLAIN
    fonts, style = said.get(_FONTS), said.get(_CHARACTER_STYLE)
    return Look(
        vanishes=_any_on(said, _VANISH, STYLE_SEPARATOR),
        colour=_colour(said),
        tiny=_is_tiny(said),
        ground=_ground(said),
        font=None if fonts is None else fonts.get(_ASCII_FONT) or None,
        style=None if style is None else style.get(VAL),
        struck=_any_on(said, *_STRUCK),
        raised=_is_raised(said),
    )


def _any_on(said: dict[str, Element], *names: str) -> bool | None:
    found = [is_on(said[name]) for name in names if name in said]
    return any(found) if found else None


def _colour(said: dict[str, Element]) -> int | None:
    """Return the colour of letters; what is not painted at all is as white as the page."""
    paint, colour, outline = said.get(_PAINT), said.get(_COLOUR), said.get(_OUTLINE)
    if outline is not None and is_painted(outline):
        return AUTOMATIC
    if paint is not None and not is_painted(paint):
        return WHITE
    if any(is_on(said[name]) for name in _RELIEFS & said.keys()):
        return AUTOMATIC
    if paint is not None:
        return painted(paint)
    return None if colour is None else letters_of(colour)


def _is_tiny(said: dict[str, Element]) -> bool | None:
    size, scale = said.get(_SIZE), said.get(_SCALE)
    if scale is not None and integer(scale.get(VAL), 100) <= _THINNEST:
        return True
    return None if size is None else size.get(VAL) in _TINY_SIZES


def _ground(said: dict[str, Element]) -> int | None:
    marker = said.get(_HIGHLIGHT)
    colour = None if marker is None else marker_of(marker)
    if colour is not None or SHADING not in said:
        return colour
    return shading_of(said[SHADING])


def _is_raised(said: dict[str, Element]) -> bool | None:
    if _ALIGNED in said:
        return said[_ALIGNED].get(VAL) == "superscript"
    return integer(said[_RAISED].get(VAL), 0) >= _LEAST_RAISE if _RAISED in said else None


def over(own: Look, inherited: Look) -> Look:
    """Return `own`, its silences filled from what it inherits."""
    if own == PLAIN:
        return inherited
    if inherited == PLAIN:
        return own
    return Look(
        inherited.vanishes if own.vanishes is None else own.vanishes,
        inherited.colour if own.colour is None else own.colour,
        inherited.tiny if own.tiny is None else own.tiny,
        inherited.ground if own.ground is None else own.ground,
        own.font or inherited.font,
        own.style or inherited.style,
        inherited.struck if own.struck is None else own.struck,
        inherited.raised if own.raised is None else own.raised,
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


def whole_look(own: Look, character: Look, around: Setting) -> Look:
    """Return what a run looks like with everything it inherits."""
    return over(own, over(character, over(around.paragraph, around.defaults)))


def is_hidden(own: Look, character: Look, around: Setting) -> bool:
    """Say whether text is not to be seen: hidden, in the colour of its ground, or of 1 point."""
    if vanishes(own, character, around):
        return True
    look = whole_look(own, character, around)
    if look.tiny:
        return True
    colour = look.colour
    if colour is None or colour < 0:
        return False
    if look.ground is not None:
        return is_lost(colour, look.ground)
    if not around.grounds.may_hide(colour):
        return False
    ground = around.ground()
    return ground is not None and is_lost(colour, ground)
