"""Automatic numbers: which list and level a paragraph counts in, and what Word prints there."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from specvalidator.readers.word.compatibility import branch
from specvalidator.readers.word.numerals import numeral
from specvalidator.readers.word.ooxml import (
    ALTERNATE_CONTENT,
    PARAGRAPH_STYLE,
    RUN_PROPERTIES,
    VAL,
    W,
    child_of,
    children_of,
    integer,
    is_on,
    is_set,
    value,
)
from specvalidator.readers.word.styles import ParagraphStyle, Styles
from specvalidator.readers.xml import Element

_ABSTRACT = W + "abstractNum"
_ABSTRACT_ID = W + "abstractNumId"
_NUMBER = W + "num"
_NUMBER_ID = W + "numId"
_LEVEL = W + "lvl"
_LEVEL_INDEX = W + "ilvl"
_OVERRIDE = W + "lvlOverride"
_START_OVERRIDE = W + "startOverride"
_STYLE_LINK = W + "numStyleLink"
_FORMAT = W + "numFmt"
_CUSTOM_FORMAT = W + "format"
_SAID = (W + "start", W + "lvlRestart", W + "lvlText", PARAGRAPH_STYLE)
_LEGAL = W + "isLgl"
_HIDDEN = W + "vanish"

_OFF = "0"
_LEVELS = 9
_LONGEST_TEXT = 64  # of a level; Word's own dialog takes less
_MOST = 32_767  # Word counts no further
_MOST_LINKS = 8
_PLACEHOLDER = re.compile("%([1-9])")


class ListLevel(NamedTuple):
    """How one level of a list counts and prints."""

    start: int
    number_format: str
    pieces: tuple[str, ...]
    """Its text, cut at the numbers: odd pieces are the digit of the level to print."""
    restart: int | None
    """Count anew after a paragraph of this level (from 1) or above; 0 never; None: any above."""
    style: str | None
    """Paragraph style that is tied to this level."""
    is_legal: bool
    """Print the numbers of all levels as 1, 2, 3."""
    is_blank: bool
    """Prints nothing, or only an ornament: hidden, or a bullet."""


class _List(NamedTuple):
    counts: dict[int, int]
    """Number reached at each level; shared by all lists of one definition."""
    levels: dict[int, ListLevel]
    fresh: set[int]
    """Levels whose first paragraph in this list starts anew."""


class ListNumbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, part: Callable[[], Element | None], styles: Styles) -> None:
        """Prepare to count; `part` gives word/numbering.xml, asked for with the first list."""
        self._part = part
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    @cached_property
    def _root(self) -> Element | None:
        return self._part()

    @cached_property
    def _definitions(self) -> dict[str, Element]:
        return _by_id(self._root, _ABSTRACT, _ABSTRACT_ID)

    @cached_property
    def _numbers(self) -> dict[str, Element]:
        return _by_id(self._root, _NUMBER, _NUMBER_ID)

    def label(self, direct: Element | None, style: ParagraphStyle) -> str:
        """Count a paragraph and return the number that Word prints before it, "" for none.

        Args:
            direct: the paragraph's own `w:numPr`.
            style: its style, which decides where the paragraph itself is silent.
        """
        number = value(direct, _NUMBER_ID) or style.number
        if number is None or number == _OFF:
            return ""
        counted = self._list(number)
        if counted is None:
            return ""
        level = integer(value(direct, _LEVEL_INDEX), -1)
        if level < 0:
            level = _level_of_style(counted, style) if number == style.number else 0
        return _advance(counted, level)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolved(number)
        return self._lists[number]

    def _resolved(self, number: str) -> _List | None:
        """Put a list together from its definition and its own overrides."""
        own = self._numbers.get(number)
        definition = self._definition(own)
        if own is None or definition is None:
            return None
        levels = {level: _level(element) for level, element in _indexed(definition, _LEVEL).items()}
        fresh: set[int] = set()
        for level, override in _indexed(own, _OVERRIDE).items():
            replaced = child_of(override, _LEVEL)
            if replaced is not None:
                levels[level] = _level(replaced)
            start = value(override, _START_OVERRIDE)
            if start is not None and level in levels:
                levels[level] = levels[level]._replace(start=_clamped(start))
                fresh.add(level)
        counts = self._counts.setdefault(definition.get(_ABSTRACT_ID) or "", {})
        return _List(counts, levels, fresh)

    def _definition(self, number: Element | None) -> Element | None:
        """Return the definition that a list follows, by way of a numbering style where need be."""
        for _ in range(_MOST_LINKS):
            definition = self._definitions.get(value(number, _ABSTRACT_ID) or "")
            link = value(definition, _STYLE_LINK)
            if definition is None or link is None:
                return definition
            number = self._numbers.get(self._styles.list_of(link) or "")
        return None


def _by_id(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    children = () if root is None else root.iterchildren(name)
    return {child.get(attribute) or "": child for child in children}


def _indexed(parent: Element, name: str) -> dict[int, Element]:
    """Return the children of this name by their level."""
    found = {integer(child.get(_LEVEL_INDEX), -1): child for child in parent.iterchildren(name)}
    return {level: found[level] for level in range(_LEVELS) if level in found}


def _level(element: Element) -> ListLevel:
    said = {each.tag: each for each in reversed(children_of(element))}
    number_format, alternate = said.get(_FORMAT), said.get(ALTERNATE_CONTENT)
    if number_format is None and alternate is not None:
        chosen = branch(alternate)
        number_format = None if chosen is None else child_of(chosen, _FORMAT)
    written = _format_name(number_format)
    start, restart, text, style = (
        None if (each := said.get(name)) is None else each.get(VAL) for name in _SAID
    )
    return ListLevel(
        start=_clamped(start),
        number_format=written,
        pieces=tuple(_PLACEHOLDER.split((text or "")[:_LONGEST_TEXT])),
        restart=None if restart is None else integer(restart, 0),
        style=style,
        is_legal=_LEGAL in said and is_on(said[_LEGAL]),
        is_blank=written == "bullet" or is_set(said.get(RUN_PROPERTIES), _HIDDEN),
    )


def _format_name(element: Element | None) -> str:
    if element is None:
        return "decimal"
    name = element.get(VAL) or "decimal"
    if name == "custom" and (element.get(_CUSTOM_FORMAT) or "").startswith("01,"):
        return "decimalZero"
    return name


def _clamped(start: str | None) -> int:
    """Return where a level begins: at 0 unless it says so (ISO/IEC 29500-1, 17.9.25)."""
    return min(max(integer(start, 0), 0), _MOST)


def _level_of_style(counted: _List, style: ParagraphStyle) -> int:
    """Return the level that is tied to the style, else the one that the style names."""
    for name in style.ids:
        for index, level in counted.levels.items():
            if level.style == name:
                return index
    return style.depth or 0


def _advance(counted: _List, level: int) -> str:
    definition = counted.levels.get(level)
    if definition is None:
        return ""
    counts = counted.counts
    if level in counts and level not in counted.fresh:
        counts[level] = min(counts[level] + 1, _MOST)
    else:
        counts[level] = definition.start
        counted.fresh.discard(level)
    for deeper in [index for index in counts if index > level]:
        restart = counted.levels[deeper].restart if deeper in counted.levels else None
        if restart is None or level < restart:
            del counts[deeper]
    return "" if definition.is_blank else _printed(counted, definition)


def _printed(counted: _List, definition: ListLevel) -> str:
    text = ""
    for position, piece in enumerate(definition.pieces):
        if position % 2 == 0:
            text += piece
            continue
        index = int(piece) - 1
        level = counted.levels.get(index)
        if level is not None:
            number = counted.counts.get(index, level.start)
            text += numeral(number, "decimal" if definition.is_legal else level.number_format)
    return text
