"""What a document's styles say about numbering, outline and visibility, basedOn chains followed."""

import re
from collections.abc import Iterable
from functools import cached_property, partial
from typing import NamedTuple

from specvalidator.readers.word.appearance import (
    PLAIN,
    Look,
    Setting,
    look_of,
    over,
    setting,
)
from specvalidator.readers.word.colours import UNSURE, WHITE, Grounds, shading_of
from specvalidator.readers.word.conditional import TablePart
from specvalidator.readers.word.geometry import (
    A4,
    INDENT,
    SPACING,
    PageGeometry,
    is_beyond,
    is_squashed,
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
from specvalidator.readers.word.table_styles import TableStyles
from specvalidator.readers.xml import Element

_ID = W + "styleId"
_NAME = W + "name"
_NUMBERING = W + "numPr"
_NUMBER = W + "numId"
_LEVEL = W + "ilvl"
_OUTLINE = W + "outlineLvl"

_BODY_TEXT = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "标题"})


class Ground(NamedTuple):
    """What is behind text, as far as the elements around it say."""

    colour: int | None
    """Red, green and blue; None where nobody knows."""
    tables: tuple[TablePart, ...] = ()
    """Parts of the tables around it, whose styles may say otherwise."""
    is_direct: bool = False
    """The colour is laid over what the styles of tables say."""

    def under(self, shading: Element | None) -> "Ground":
        """Return the ground with a `w:shd` laid over it."""
        colour = None if shading is None else shading_of(shading)
        return self if colour is None else self._replace(colour=colour, is_direct=True)


PAPER = Ground(WHITE)


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
    shading: int | None
    """The colour behind its paragraphs; None where what is behind them shows through."""
    is_unseen: bool
    """Its lines have no height, or begin beyond the page."""


class Styles:
    """The styles of a document, each resolved when it is first asked for."""

    def __init__(
        self, sheet: StyleSheet, grounds: Grounds | None = None, page: PageGeometry = A4
    ) -> None:
        """Take the style sheet, the grounds of the whole document, and its widest page."""
        self.grounds = grounds or Grounds()
        self._sheet = sheet
        self._page = page
        self.tables = TableStyles(sheet)
        self._defaults = look_of(sheet.run_defaults())
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._settings: dict[tuple[str | None, Ground], Setting] = {}

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None and for a style that is not there."""
        known = self._paragraphs.get(name)
        if known is None:
            chain = self._of_paragraphs(name) or self._of_paragraphs(self._default_paragraph)
            known = self._paragraphs[name] = _paragraph_style(chain, self._page)
        return known

    def _of_paragraphs(self, name: str | None) -> list[Element]:
        return self._sheet.chain(name, "paragraph")

    @cached_property
    def _default_paragraph(self) -> str | None:
        style = self._sheet.default_paragraph_style()
        return None if style is None else style.get(_ID)

    def setting(self, name: str | None, ground: Ground) -> Setting:
        """Return what a paragraph of this style on this ground gives to its runs."""
        known = self._settings.get((name, ground))
        if known is None:
            style = self.paragraph(name)
            behind = partial(self._behind, ground, style)
            defaults = self._defaults
            if ground.tables:  # the text of a table inside a table follows the inner one alone
                defaults = over(self.tables.look(ground.tables[-1]), defaults)
            known = setting(style.look, defaults, behind, self.grounds)
            self._settings[name, ground] = known
        return known

    def character(self, name: str) -> Look:
        """Return what a character style makes of text."""
        known = self._characters.get(name)
        if known is None:
            known = self._characters[name] = _look(self._sheet.chain(name, "character"))
        return known

    def _behind(self, ground: Ground, style: ParagraphStyle) -> int | None:
        """Return what is behind a paragraph of this style, None where nobody knows."""
        if style.shading is not None:
            return style.shading
        colour = ground.colour
        if ground.is_direct or colour is None:
            return colour
        for part in ground.tables:
            fill = self.tables.fill(part)
            colour = colour if fill is None else fill
        return None if colour == UNSURE else colour

    def list_of(self, name: str) -> str | None:
        """Return the id of the list that a numbering style stands for."""
        style = self._sheet.style(name)
        properties = None if style is None else child_of(style, PARAGRAPH_PROPERTIES)
        return None if properties is None else value(child_of(properties, _NUMBERING), _NUMBER)


def with_inherited(sheet: StyleSheet, names: Iterable[str]) -> list[Element]:
    """Return the styles of these names, that of paragraphs that name none, and their parents."""
    default = sheet.default_paragraph_style()
    chains = dict.fromkeys(style for name in names for style in sheet.chain(name))
    return [*chains] if default is None else [*chains, default]


def _paragraph_style(chain: list[Element], page: PageGeometry) -> ParagraphStyle:
    number = depth = level = shading = spacing = indent = None
    ids: list[str] = []
    is_level_known = False
    for style in chain:
        properties = child_of(style, PARAGRAPH_PROPERTIES)
        said = {} if properties is None else {each.tag: each for each in properties}
        if number is None:
            ids.append(style.get(_ID) or "")
            numbering = said.get(_NUMBERING)
            number = value(numbering, _NUMBER)
            if depth is None and numbering is not None:
                depth = integer(value(numbering, _LEVEL), -1)
                depth = None if depth < 0 else depth
        if not is_level_known:
            level, is_level_known = _outline(style, properties)
        if shading is None and SHADING in said:
            shading = shading_of(said[SHADING])
        spacing = said.get(SPACING) if spacing is None else spacing
        indent = said.get(INDENT) if indent is None else indent
    is_unseen = (spacing is not None and is_squashed(spacing)) or (
        indent is not None and is_beyond(indent, page)
    )
    return ParagraphStyle(tuple(ids), number, depth, level, _look(chain), shading, is_unseen)


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
