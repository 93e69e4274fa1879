"""The walk over what an OFD draws on one page, in the order of painting."""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from specvalidator.readers.layout.frame import Matrix, moved, point, product
from specvalidator.readers.layout.letters import usual_width
from specvalidator.readers.layout.page import Box
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch
from specvalidator.readers.ofd.paths import SubPath, subpaths
from specvalidator.readers.ofd.resources import Paint, Resources
from specvalidator.readers.ofd.values import (
    box_of,
    child,
    children,
    distances,
    matrix_of,
    name_of,
    number,
)
from specvalidator.readers.word.symbols import is_symbol_font
from specvalidator.readers.xml import Element

_NO = frozenset({"false", "0"})
_HOLDERS = frozenset({"Content", "Layer", "PageBlock", "Appearance"})
_ORDER = {"Background": 0, "Body": 1, "Custom": 1, "Foreground": 2}
_LETTERS_OF_SIGNS = 0xF000
"""Where letters of fonts of signs are put: they mean no letter."""


class PlacedLetter(NamedTuple):
    """A letter where its base line begins, in points upwards from the lower left corner."""

    text: str
    x: float
    y: float
    width: float
    """What its kind usually takes, in points."""


class TextRun(NamedTuple):
    """The letters of one text object."""

    letters: list[PlacedLetter]
    size: float
    """Height of the letters in points."""
    angle: float
    """How far its base line is turned against the clock, in degrees."""
    paint: Paint
    is_clipped: bool
    """Some of it lies outside of what is shown of it."""


class PaintedPath(NamedTuple):
    """A path with its corners in points."""

    parts: list[SubPath]
    is_filled: bool
    is_stroked: bool
    thickness: float
    """Of its strokes, in points."""
    fill: Paint
    stroke: Paint
    is_mark: bool
    """It marks words, such as a highlighter, and covers nothing."""


class Picture(NamedTuple):
    """A picture."""

    box: Box
    """Left, bottom, right and top in points."""
    is_seal: bool = False
    """It is stamped over words that stay legible."""
    media: str = ""
    """The number of the resource that holds it."""


Thing = TextRun | PaintedPath | Picture


class OfdSurvey:
    """What is drawn on one page."""

    def __init__(self, resources: Resources, limits: PdfLimits, meter: PdfMeter) -> None:
        self._resources = resources
        self._limits = limits
        self._meter = meter
        self._seen = self._letters = 0
        self._is_mark = False
        self.things: list[Thing] = []
        """In the order of painting."""
        self.is_cut = False
        """Something was nested too deep to be looked into."""
        self._kinds: dict[str, Callable[[Element, Matrix], None]] = {
            "TextObject": self._text,
            "PathObject": self._path,
            "ImageObject": self._picture,
            "VideoObject": self._picture,
        }

    def add(self, content: Element, matrix: Matrix, *, is_mark: bool = False) -> None:
        """Look at what a page, a template or an annotation draws.

        Args:
            content: the element that holds its objects.
            matrix: from its millimetres to points.
            is_mark: it marks words, and covers none.

        Raises:
            TooMuch: there is more than the limits allow.
        """
        self._is_mark = is_mark
        self._walk(content, matrix, self._limits.depth)

    def _walk(self, parent: Element, matrix: Matrix, depth: int) -> None:
        if depth < 0:
            self.is_cut = True
            return
        self._count(len(parent))
        for each in _in_order(parent):
            name = name_of(each)
            if each.get("Visible") in _NO:
                continue
            if name in _HOLDERS:
                self._walk(each, matrix, depth - 1)
            elif name == "CompositeObject":
                unit = self._resources.units.get(each.get("ResourceID") or "")
                if unit is not None:
                    self._walk(unit, _inner(each, matrix, box_of(each.get("Boundary"))), depth - 1)
            elif name in self._kinds:
                self._kinds[name](each, matrix)

    def _count(self, more: int) -> None:
        self._seen += more
        self._meter.take("all_objects", more)
        if self._seen > self._limits.objects:
            raise TooMuch

    def _text(self, element: Element, matrix: Matrix) -> None:
        box = box_of(element.get("Boundary"))
        inner = _inner(element, matrix, box)
        em = number(element.get("Size")) or 0.0
        a, b, c, d, e, f = inner
        size = abs(em) * math.hypot(c, d)
        if not size or not math.hypot(a, b):
            return
        turned = number(element.get("CharDirection")) or 0.0
        angle = math.degrees(math.atan2(b, a)) - turned
        wide = abs(em) * math.hypot(a, b) * (number(element.get("HScale")) or 1.0)
        signs = is_symbol_font(self._resources.font(element.get("Font")))
        letters = [
            PlacedLetter(text, a * x + c * y + e, b * x + d * y + f, wide * usual)
            for text, x, y, usual in self._spelt(element, em)
        ]
        if signs:
            letters = [each._replace(text=_sign(each.text)) for each in letters]
        if letters:
            clip = None if box is None or box[0] == box[2] else moved(matrix, box)
            ends = (letters[0], letters[-1])  # between which the others lie, nearly always
            outside = clip is not None and any(_is_outside(each, clip, size) for each in ends)
            is_drawn = element.get("Fill") not in _NO
            paint = self._resources.paint(element, "FillColor" if is_drawn else "StrokeColor")
            if not is_drawn and element.get("Stroke") in {None, *_NO}:
                paint = paint._replace(alpha=0)
            self.things.append(TextRun(letters, size, angle, paint, outside))

    def _spelt(self, element: Element, em: float) -> Iterator[tuple[str, float, float, float]]:
        """Yield each letter of a text with its place in the object, and its usual width."""
        x = y = 0.0
        for code in children(element, "TextCode"):
            text = code.text or ""
            self._letters += len(text)
            self._meter.take("all_characters", len(text))
            if self._letters > self._limits.characters:
                raise TooMuch
            x, y = _or(number(code.get("X")), x), _or(number(code.get("Y")), y)
            gaps = max(0, len(text) - 1)
            across = distances(code.get("DeltaX"), gaps)
            down = distances(code.get("DeltaY"), gaps)
            for index, letter in enumerate(text):
                usual = usual_width(letter)
                yield letter, x, y, usual
                if index < gaps:
                    if across is None and down is None:
                        x += em * usual
                    x += across[index] if across else 0.0
                    y += down[index] if down else 0.0

    def _path(self, element: Element, matrix: Matrix) -> None:
        data = child(element, "AbbreviatedData")
        if data is None or not data.text:
            return
        inner = _inner(element, matrix, box_of(element.get("Boundary")))
        parts = [
            SubPath([point(inner, x, y) for x, y in part.corners], part.is_curved)
            for part in subpaths(data.text)
        ]
        self._count(sum(len(part.corners) for part in parts))
        scale = math.sqrt(abs(inner[0] * inner[3] - inner[1] * inner[2]))
        width = number(element.get("LineWidth"))
        self.things.append(
            PaintedPath(
                parts,
                element.get("Fill") not in {None, *_NO},
                element.get("Stroke") not in _NO,
                scale * (0.353 if width is None else width),  # as the standard says
                self._resources.paint(element, "FillColor"),
                self._resources.paint(element, "StrokeColor"),
                self._is_mark,
            )
        )

    def _picture(self, element: Element, matrix: Matrix) -> None:
        box = box_of(element.get("Boundary"))
        if box is not None:
            self.things.append(Picture(moved(matrix, box), media=element.get("ResourceID") or ""))


def _in_order(parent: Element) -> list[Element]:
    """Return what an element holds, layers of the background first."""
    held = list(parent)
    if any(each.get("Type") in _ORDER for each in held):
        held.sort(key=lambda each: _ORDER.get(each.get("Type") or "Body", 1))
    return held


def _inner(element: Element, matrix: Matrix, box: Box | None) -> Matrix:
    """Return the matrix of what an object draws: its own, then to where its box lies."""
    own = element.get("CTM")
    x, y = box[:2] if box else (0.0, 0.0)
    if own:
        return product(product(matrix_of(own), (1.0, 0.0, 0.0, 1.0, x, y)), matrix)
    a, b, c, d, e, f = matrix
    return (a, b, c, d, a * x + c * y + e, b * x + d * y + f)


def _is_outside(letter: PlacedLetter, clip: Box, size: float) -> bool:
    """Tell whether a letter lies clear of what is shown, for boundaries are often too tight."""
    x0, y0, x1, y1 = clip
    return not (
        x0 - size <= letter.x + letter.width / 2 <= x1 + size and y0 - size <= letter.y <= y1 + size
    )


def _or(found: float | None, usual: float) -> float:
    return usual if found is None else found


def _sign(text: str) -> str:
    return chr(_LETTERS_OF_SIGNS + ord(text)) if "!" <= text <= "\xff" else text
