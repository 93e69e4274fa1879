"""What an annotation of OFD looks like: a highlight over words, or a small mark beside them."""

from typing import NamedTuple

from lxml import etree

from specvalidator.findings import Gravity
from specvalidator.readers.layout.page import Box, around
from specvalidator.readers.xml import Element
from specvalidator.reports.locating.pdf import PdfTarget
from specvalidator.reports.marking import AUTHOR

SPACE = "http://www.ofdspec.org/2016"
_POINT = 72 / 25.4
"""Points in a millimetre."""
_COLOURS: dict[Gravity, str] = {
    "error": "255 178 173",
    "warning": "255 222 117",
    "review": "173 230 255",
    "note": "214 214 255",
}
_ALPHA = "110"
"""Of 255: the words below stay legible."""
_SIGN = 12.0
"""Points of a mark beside the text."""
_DATE = "2000-01-01"
"""No clock's: the same findings give the same bytes."""


class OfdNote(NamedTuple):
    """A note on a finding."""

    target: PdfTarget
    text: str
    gravity: Gravity


def annotation(note: OfdNote, numbers: tuple[int, int], left_top: tuple[float, float]) -> Element:
    """Return the annotation that says a note.

    Args:
        note: what to say, and where in points as displayed.
        numbers: of the annotation and of what it draws; unlike all others of the document.
        left_top: where the displayed page begins, in millimetres.
    """
    boxes = note.target.boxes or (_beside(note.target),)
    x0, y0, x1, y1 = around(list(boxes))
    made = _element("Annot")
    for name, value in (
        ("ID", str(numbers[0])),
        ("Type", "Highlight"),
        ("Creator", AUTHOR),
        ("LastModDate", _DATE),
        ("Visible", "true"),
    ):
        made.set(name, value)
    remark = _element("Remark")
    remark.text = "".join(
        letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in note.text
    )
    shown = _element("Appearance")
    x, y = left_top
    shown.set("Boundary", _numerals(x0 / _POINT + x, y0 / _POINT + y, _mm(x1 - x0), _mm(y1 - y0)))
    path = _element("PathObject")
    path.set("ID", str(numbers[1]))
    path.set("Boundary", _numerals(0, 0, _mm(x1 - x0), _mm(y1 - y0)))
    path.set("Fill", "true")
    path.set("Stroke", "false")
    path.set("Alpha", _ALPHA)
    paint = _element("FillColor")
    paint.set("Value", _COLOURS[note.gravity])
    data = _element("AbbreviatedData")
    data.text = " ".join(_outline(box, (x0, y0)) for box in boxes)
    path.extend([paint, data])
    shown.append(path)
    made.extend([remark, shown])
    return made


def _beside(target: PdfTarget) -> Box:
    """Return where the mark of a note stands that covers nothing."""
    x0, y0, _, _ = target.beside or (2 * _SIGN, _SIGN, 0.0, 0.0)
    left = max(x0 - 1.5 * _SIGN, 0.0)
    return (left, y0, left + _SIGN, y0 + _SIGN)


def _outline(box: Box, origin: tuple[float, float]) -> str:
    x0, x1 = (_mm(x - origin[0]) for x in (box[0], box[2]))
    y0, y1 = (_mm(y - origin[1]) for y in (box[1], box[3]))
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    first, *others = (_numerals(*corner) for corner in corners)
    return f"M {first} L {' L '.join(others)} C"


def _mm(points: float) -> float:
    return points / _POINT


def _numerals(*values: float) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)


def _element(name: str) -> Element:
    return etree.Element(f"{{{SPACE}}}{name}", nsmap={"ofd": SPACE})
