"""What a document's styles say about numbering, outline and visibility, basedOn chains followed."""

import re
from functools import cached_property, partial
from typing import NamedTuple

from specvalidator.readers.word.appearance import (
    PLAIN,
    Look,
    Setting,
    is_shaded,
    look_of,
    over,
    setting,
)
from specvalidator.readers.word.ooxml import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SHADING,
    W,
    child_of,
    integer,
    value,
)
from specvalidator.readers.word.stylesheet import StyleSheet
from specvalidator.readers.xml import Element

_ID = W + "styleId"
_NAME = W + "name"
_BASED_ON = W + "basedOn"
_NUMBERING = W + "numPr"
_NUMBER = W + "numId"
_LEVEL = W + "ilvl"
_OUTLINE = W + "outlineLvl"

_LONGEST_CHAIN = 32  # Word itself stops at 11
_BODY_TEXT = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "标题"})


class Ground(NamedTuple):
    """What is behind text, as far as the elements around it say."""

    is_white: bool
    table_styles: tuple[str, ...] = ()
    """Styles of the tables around it, which may say otherwise."""

    def under(self, shading: Element | None) -> "Ground":
        """Return the ground with a `w:shd` laid over it."""
        is_darker = self.is_white and shading is not None and is_shaded(shading)
        return self._replace(is_white=False) if is_darker else self


class ParagraphStyle(NamedTuple):
    """A paragraph style with everything it inherits."""

    ids: tuple[str, ...]
    """The style and those that it is based on, as far as the one that names the list."""
    number: str | None
    """Id of the list it numbers by, "0" where it switches numbering off, None if neither."""
    depth: int | None
    """Level in that list, where it says so itself."""
    level: int | None
    """Outline level, 0 for the topmost; None for body text."""
    look: Look
    shaded: bool
    """Its paragraphs have something dark behind them."""


class Styles:
    """The styles of a document, each resolved when it is first asked for."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._shadows = _Shadows(sheet)
        self._defaults = look_of(sheet.run_defaults())
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._settings: dict[tuple[str | None, Ground], Setting] = {}

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None and for a style that is not there."""
        known = self._paragraphs.get(name)
        if known is None:
            chain = _chain(self._sheet, name) or _chain(self._sheet, self._default_paragraph)
            known = self._paragraphs[name] = _paragraph_style(chain)
        return known

    @cached_property
    def _default_paragraph(self) -> str | None:
        style = self._sheet.default_paragraph_style()
        return None if style is None else style.get(_ID)

    def setting(self, name: str | None, ground: Ground) -> Setting:
        """Return what a paragraph of this style on this ground gives to its runs."""
        known = self._settings.get((name, ground))
        if known is None:
            style = self.paragraph(name)
            is_on_white = partial(self._shadows.leave_white, ground, style)
            known = self._settings[name, ground] = setting(style.look, self._defaults, is_on_white)
        return known

    def character(self, name: str) -> Look:
        """Return what a character style makes of text."""
        known = self._characters.get(name)
        if known is None:
            known = self._characters[name] = _look(_chain(self._sheet, name))
        return known

    def list_of(self, name: str) -> str | None:
        """Return the id of the list that a numbering style stands for."""
        style = self._sheet.style(name)
        properties = None if style is None else child_of(style, PARAGRAPH_PROPERTIES)
        return None if properties is None else value(child_of(properties, _NUMBERING), _NUMBER)


class _Shadows:
    """Which table styles may put something dark behind text; known only when it is asked."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet

    def leave_white(self, ground: Ground, style: ParagraphStyle) -> bool:
        """Say whether a paragraph of this style has nothing but white behind it."""
        if not ground.is_white or style.shaded:
            return False
        return not any(table in self._table_styles for table in ground.table_styles)

    @cached_property
    def _table_styles(self) -> frozenset[str]:
        return frozenset(
            name
            for name in self._sheet.all()
            if any(
                is_shaded(shade)
                for style in _chain(self._sheet, name)
                for shade in style.iter(SHADING)
            )
        )


def _chain(sheet: StyleSheet, name: str | None) -> list[Element]:
    """Return a style and those it is based on, nearest first; a circle ends where it closes."""
    chain: dict[str, Element] = {}
    while name and name not in chain and len(chain) < _LONGEST_CHAIN:
        style = sheet.style(name)
        if style is None:
            break
        chain[name] = style
        name = value(style, _BASED_ON)
    return list(chain.values())


def _paragraph_style(chain: list[Element]) -> ParagraphStyle:
    number = depth = level = None
    ids: list[str] = []
    shaded = False
    is_level_known = False
    for style in chain:
        properties = child_of(style, PARAGRAPH_PROPERTIES)
        if number is None:
            ids.append(style.get(_ID) or "")
            numbering = None if properties is None else child_of(properties, _NUMBERING)
            number = value(numbering, _NUMBER)
            if depth is None and numbering is not None:
                depth = integer(value(numbering, _LEVEL), -1)
                depth = None if depth < 0 else depth
        if not is_level_known:
            level, is_level_known = _outline(style, properties)
        shading = None if properties is None else child_of(properties, SHADING)
        shaded = shaded or (shading is not None and is_shaded(shading))
    return ParagraphStyle(tuple(ids), number, depth, level, _look(chain), shaded)


def _outline(style: Element, properties: Element | None) -> tuple[int | None, bool]:
    """Return the outline level that a style says itself, and whether it says any."""
    said = value(properties, _OUTLINE)
    if said is not None:
        return outline_level(said), True
    name = (value(style, _NAME) or "").strip()
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1]) - 1, True
    return (0, True) if name.casefold() in _TITLES else (None, False)


def outline_level(said: str | None) -> int | None:
    """Return the level of a `w:outlineLvl`, None for body text."""
    level = integer(said, _BODY_TEXT)
    return level if 0 <= level < _BODY_TEXT else None


def _look(chain: list[Element]) -> Look:
    look = PLAIN
    for style in chain:
        look = over(look, look_of(child_of(style, RUN_PROPERTIES)))
    return look
