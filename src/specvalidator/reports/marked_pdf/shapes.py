"""How a note looks on a page: a highlight over words or a sheet beside them, and its popup."""

from collections.abc import Iterable
from typing import NamedTuple

from specvalidator.findings import Gravity
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box
from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.values import numbers, text_string
from specvalidator.reports.marking import AUTHOR

Colour = tuple[float, float, float]
COLOURS: dict[Gravity, Colour] = {
    "error": (1.0, 0.70, 0.68),
    "warning": (1.0, 0.87, 0.46),
    "review": (0.68, 0.90, 1.0),
    "note": (0.84, 0.84, 1.0),
}
"""Light enough to read black text through two of them."""
SHEET = 18.0
"""Width and height of the sheet that stands for a note beside the text, in points."""
_POPUP = (240.0, 130.0)
_PRINTED = 4
"""Flag: the note is printed with its page, too."""
_FIXED = 24
"""Flags: a popup is neither enlarged nor turned with its page."""
_UPRIGHT = (b"1 0 0 1", b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0")
"""What turns a drawing so that it stands upright on a page turned by quarters."""
_SHEET_LINES = b"4 12.5 m 14 12.5 l S 4 9 m 14 9 l S 4 5.5 m 10 5.5 l S"


class Note(NamedTuple):
    """What a note says."""

    text: str
    title: str
    """Its subject: 错误."""
    gravity: Gravity
    name: str
    """What it is known by on its page; unlike any other."""


class NoteSpot(NamedTuple):
    """Where a note stands: on which page, shown how."""

    page: bytes
    """Reference of the page."""
    frame: Frame


def highlight(
    increment: Increment, note: Note, spot: NoteSpot, boxes: tuple[Box, ...]
) -> list[int]:
    """Write a highlight over displayed boxes; return the numbers of what the page must list."""
    corners = [_corners(spot.frame, box) for box in boxes]
    around = _around(point for each in corners for point in each)
    colour = COLOURS[note.gravity]
    outlines = b"".join(
        b"%s m %s l %s l %s l h\n" % tuple(numbers(each[index]) for index in (0, 1, 3, 2))
        for each in corners
    )
    look = increment.add_stream(
        _form(around)
        + b" /Resources << /ExtGState << /M << /Type /ExtGState /BM /Multiply >> >> >>",
        b"/M gs\n%s rg\n%sf\n" % (numbers(colour), outlines),
    )
    quads = b" ".join(numbers(point) for each in corners for point in each)
    return _with_popup(
        increment, note, spot, around, b"/Subtype /Highlight /QuadPoints [%s]" % quads, look
    )


def sheet(increment: Increment, note: Note, spot: NoteSpot, left: float, top: float) -> list[int]:
    """Write a sheet with its corner at a displayed point; return what the page must list."""
    around = _around(_corners(spot.frame, (left, top, left + SHEET, top + SHEET)))
    look = increment.add_stream(
        _form((0.0, 0.0, SHEET, SHEET))
        + b" /Matrix [%s 0 0] /Resources << >>" % _UPRIGHT[spot.frame.rotation],
        b"%s rg 0.3 G 0.8 w 1.5 1.5 15 15 re B\n%s\n"
        % (numbers(COLOURS[note.gravity]), _SHEET_LINES),
    )
    return _with_popup(increment, note, spot, around, b"/Subtype /Text /Name /Comment", look)


def _with_popup(  # noqa: PLR0913, PLR0917 - the parts of one dictionary
    increment: Increment, note: Note, spot: NoteSpot, around: Box, kind: bytes, look: int
) -> list[int]:
    number, popup = increment.reserved(), increment.reserved()
    increment.put(
        (number, 0),
        b"<< /Type /Annot %s /Rect [%s] /C [%s] /F %d /P %s /Popup %d 0 R /AP << /N %d 0 R >>"
        b" /NM %s /T %s /Subj %s\n/Contents %s >>"
        % (
            kind,
            numbers(around),
            numbers(COLOURS[note.gravity]),
            _PRINTED,
            spot.page,
            popup,
            look,
            text_string(note.name),
            text_string(AUTHOR),
            text_string(note.title),
            text_string(note.text),
        ),
    )
    increment.put(
        (popup, 0),
        b"<< /Type /Annot /Subtype /Popup /Rect [%s] /F %d /P %s /Parent %d 0 R /Open false >>"
        % (numbers(_beside(around, spot.frame)), _FIXED, spot.page, number),
    )
    return [number, popup]


def _beside(around: Box, frame: Frame) -> Box:
    """Return where a note opens: in the page's margin, at the height of its words."""
    wide, high = _POPUP
    right = max(frame.right - frame.left, wide) + frame.left
    top = min(max(around[3], frame.bottom + high), frame.top)
    return (right - wide, top - high, right, top)


def _form(box: Box) -> bytes:
    return b"/Type /XObject /Subtype /Form /BBox [%s]" % numbers(box)


def _corners(frame: Frame, box: Box) -> list[tuple[float, float]]:
    """Return a box's corners in the file: first those above, as displayed, from left to right."""
    x0, y0, x1, y1 = box
    return [frame.placed(x, y) for y in (y0, y1) for x in (x0, x1)]


def _around(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
