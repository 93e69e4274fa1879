"""A formula in one line, and whether that is all it shows (Office Math)."""

from typing import NamedTuple

from specvalidator.readers.word.ooxml import (
    DELETED_MARKS,
    RUN_PROPERTIES,
    TEXT,
    VAL,
    M,
    W,
    child_of,
    is_on,
)
from specvalidator.readers.word.wrappers import Wrappings
from specvalidator.readers.xml import Element

_TEXT = M + "t"
_RUN = M + "r"
_NUMERATOR = M + "num"
_DELIMITED = M + "d"
_DELIMITED_PROPERTIES = M + "dPr"
_PHANTOM = M + "phant"
_PHANTOM_PROPERTIES = M + "phantPr"
_SHOWN = M + "show"
_MATH_VALUE = M + "val"
_FLAT = frozenset(
    M + name
    for name in ("oMath", "oMathPara", "e", "r", "func", "fName", "num", "den", "deg", "lim", "mr")
) | {M + "sub", M + "sup", W + "r", M + "box"}
"""What shows its parts one after the other, as a line of text does."""
_SILENT_END = "Pr"
_MARKS = ((M + "begChr", "("), (M + "sepChr", "|"), (M + "endChr", ")"))
_VANISH = W + "vanish"
_STRIKES = (W + "strike", W + "dstrike")
_BOX = M + "borderBox"
_BOX_PROPERTIES = M + "borderBoxPr"
_BOX_STRIKES = tuple(M + f"strike{way}" for way in ("H", "V", "BLTR", "TLBR"))
_OFF = frozenset({"0", "off", "false"})


class LineOfFormula(NamedTuple):
    """What a formula says in one line."""

    text: str
    is_whole: bool
    """False where it has two dimensions, or holds what is no text."""
    struck: str = ""
    """What of it is struck out, which is no part of the text."""


def formula_line(formula: Element, wrappings: Wrappings) -> LineOfFormula:
    """Return a formula in one line; fractions with a slash, everything else side by side."""
    reading = _FormulaReading(wrappings)
    reading.read(formula)
    return LineOfFormula("".join(reading.parts), reading.is_whole, "".join(reading.struck))


def _is_struck(element: Element) -> bool:
    """Say whether a line is drawn through a part of a formula."""
    if element.tag == _RUN:
        look = child_of(element, RUN_PROPERTIES)
        marks = () if look is None else (child_of(look, name) for name in _STRIKES)
        return any(mark is not None and is_on(mark) for mark in marks)
    properties = child_of(element, _BOX_PROPERTIES) if element.tag == _BOX else None
    lines = () if properties is None else (child_of(properties, name) for name in _BOX_STRIKES)
    return any(line is not None and line.get(_MATH_VALUE) not in _OFF for line in lines)


class _FormulaReading:
    def __init__(self, wrappings: Wrappings) -> None:
        self.parts: list[str] = []
        self.struck: list[str] = []
        self.is_whole = True
        self._wrappings = wrappings

    def read(self, element: Element) -> None:
        """Take in an element; a part nests no deeper than its XML, which the parser bounds."""
        name = element.tag
        if name in {_TEXT, TEXT}:
            self.parts.append(element.text or "")
        elif _is_struck(element):
            self.struck += (each.text or "" for each in element.iter(_TEXT, TEXT))
        elif name == _DELIMITED:
            self._read_delimited(element)
        elif not self._is_nothing(element):
            if name not in _FLAT:
                self.is_whole = False
            for child in self._wrappings.children(element):
                self.read(child)
                if child.tag == _NUMERATOR:
                    self.parts.append("/")

    def _read_delimited(self, element: Element) -> None:
        """Write the parts between their brackets, which stand in properties or are round."""
        properties = child_of(element, _DELIMITED_PROPERTIES)
        begin, between, end = (
            default if mark is None else mark.get(_MATH_VALUE) or ""
            for name, default in _MARKS
            for mark in (None if properties is None else child_of(properties, name),)
        )
        self.parts.append(begin)
        inside = [e for e in self._wrappings.children(element) if e.tag != _DELIMITED_PROPERTIES]
        for index, child in enumerate(inside):
            self.parts.append(between if index else "")
            self.read(child)
        self.parts.append(end)

    @staticmethod
    def _is_nothing(element: Element) -> bool:
        """Say whether an element shows nothing: properties, and what is marked as unseen."""
        name = str(element.tag)
        if name.endswith(_SILENT_END) or name in DELETED_MARKS:
            return True
        if name == _PHANTOM:
            properties = child_of(element, _PHANTOM_PROPERTIES)
            shown = None if properties is None else child_of(properties, _SHOWN)
            return shown is not None and (shown.get(_MATH_VALUE) or shown.get(VAL)) in {"0", "off"}
        look = child_of(element, RUN_PROPERTIES) if name in {_RUN, W + "r"} else None
        hidden = None if look is None else child_of(look, _VANISH)
        return hidden is not None and is_on(hidden)
