"""What table styles say about the text of cells and what is behind it."""

from collections.abc import Iterator

from specvalidator.readers.word.appearance import PLAIN, Look, look_of, over
from specvalidator.readers.word.colours import shading_of
from specvalidator.readers.word.conditional import Conditions, TablePart, band_size
from specvalidator.readers.word.ooxml import RUN_PROPERTIES, SHADING, W, child_of, value
from specvalidator.readers.word.stylesheet import StyleSheet
from specvalidator.readers.xml import Element

_CONDITIONAL = W + "tblStylePr"
_TYPE = W + "type"
_TABLE_PROPERTIES = W + "tblPr"
_BAND_SIZES = (W + "tblStyleRowBandSize", W + "tblStyleColBandSize")


class TableStyles:
    """The table styles of a document, each resolved when it is first asked for."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._looks: dict[TablePart, Look] = {}
        self._fills: dict[TablePart, int | None] = {}
        self._conditions: dict[str, Conditions] = {}

    def conditions(self, name: str) -> Conditions:
        """Return the conditional formats that a style has, or those it is based on."""
        known = self._conditions.get(name)
        if known is None:
            known = self._conditions[name] = _conditions(self._chain(name))
        return known

    def parts(self, name: str) -> Iterator[TablePart]:
        """Yield the parts of a table that a style may tell from each other."""
        yield TablePart(name)
        yield from (TablePart(name, (each,)) for each in self.conditions(name).types)

    def look(self, part: TablePart) -> Look:
        """Return what a style makes of the text of some cells."""
        known = self._looks.get(part)
        if known is None:
            known = PLAIN
            for said in self._properties(part):
                known = over(look_of(child_of(said, RUN_PROPERTIES)), known)
            self._looks[part] = known
        return known

    def fill(self, part: TablePart) -> int | None:
        """Return the colour that a style puts behind some cells, None for none."""
        if part not in self._fills:
            found = [_fill(said) for said in self._properties(part)]
            told = [colour for colour in found if colour is not None]
            self._fills[part] = told[-1] if told else None
        return self._fills[part]

    def _chain(self, name: str) -> list[Element]:
        return self._sheet.chain(name, "table")

    def _properties(self, part: TablePart) -> Iterator[Element]:
        """Yield what holds properties of some cells, the weakest first."""
        chain = self._chain(part.style)[::-1]
        yield from chain
        for type_ in part.formats:
            for style in chain:
                yield from (each for each in _formats(style) if each.get(_TYPE) == type_)


def _formats(style: Element) -> Iterator[Element]:
    return style.iterchildren(_CONDITIONAL)


def _fill(said: Element) -> int | None:
    shades = (child_of(each, SHADING) for each in said if each.tag != _CONDITIONAL)
    colours = (shading_of(shade) for shade in shades if shade is not None)
    return next((colour for colour in colours if colour is not None), None)


def _conditions(chain: list[Element]) -> Conditions:
    types = frozenset(each.get(_TYPE) or "" for style in chain for each in _formats(style))
    if not types:
        return Conditions(types)
    sizes = (
        next(
            filter(None, (value(child_of(style, _TABLE_PROPERTIES), name) for style in chain)), None
        )
        for name in _BAND_SIZES
    )
    return Conditions(types, *map(band_size, sizes))
