"""What a drawing holds: text boxes and words to be read, and what no text can say."""

from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Unread
from specvalidator.readers.word.colours import rgb
from specvalidator.readers.word.compatibility import branch, is_ignored
from specvalidator.readers.word.elements import SILENT_TAGS
from specvalidator.readers.word.geometry import PageGeometry, is_drawing_unseen, is_shape_unseen
from specvalidator.readers.word.name_spaces import SPACES
from specvalidator.readers.word.ooxml import ALTERNATE_CONTENT, W14, W, child_of
from specvalidator.readers.xml import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

_WP = f"{{{SPACES['wp']}}}"
_WPS = f"{{{SPACES['wps']}}}"
_A = f"{{{SPACES['a']}}}"
_V = f"{{{SPACES['v']}}}"
_O = f"{{{SPACES['o']}}}"
_PIC = f"{{{SPACES['pic']}}}"

_TEXT_BOX = W + "txbxContent"
_FRAMES = frozenset({_WP + "inline", _WP + "anchor"})
_WORD_ART = _V + "textpath"
_PARAGRAPH = _A + "p"
_LETTERS = {_A + "t": None, _A + "br": "\n"}
_NUMBERED = _A + "buAutoNum"
_PICTURES = frozenset({_V + "imagedata", _V + "image", _PIC + "pic", _A + "pic", _A + "blip"})
_INK = frozenset(
    {W14 + "contentPart", f"{{{SPACES['a14']}}}contentPart", _O + "ink", _O + "signatureline"}
)
_VML_SHAPES = frozenset(
    _V + name for name in ("arc", "curve", "group", "image", "oval", "polyline", "rect")
) | {_V + "roundrect", _V + "shape", _V + "line"}
_SHAPES = (_VML_SHAPES - {_V + "group", _V + "image", _V + "line"}) | {_WPS + "wsp", _A + "sp"}
"""Shapes that are drawn; a straight line or connector, or a frame around text, says nothing."""
_LINES = frozenset({_V + "line", _A + "cxnSp"})
_STRAIGHT = frozenset({"line", "straightConnector1"})
_PROPERTIES = (_WPS + "spPr", _A + "spPr")
_OPENED = frozenset(
    {
        *(W + name for name in ("drawing", "pict", "object")),
        *_FRAMES,
        *(_A + name for name in ("graphic", "graphicData", "graphicFrame", "grpSp", "txSp")),
        *(_A + name for name in ("txBody", "tbl", "tr", "tc")),
        *(f"{{{SPACES['wpg']}}}{name}" for name in ("wgp", "grpSp", "graphicFrame")),
        *(f"{{{SPACES['wpc']}}}{name}" for name in ("wpc", "graphicFrame")),
        f"{{{SPACES['lc']}}}lockedCanvas",
        _WPS + "txbx",
        _V + "group",
        _V + "textbox",
    }
)
"""What only holds what is shown."""
_NO_FILL = _A + "noFill"
_FILL = _A + "solidFill"
_FILLS = frozenset({_FILL, _A + "gradFill", _A + "pattFill", _A + "blipFill"})
_FILL_COLOUR = _A + "srgbClr"


class TextBox(NamedTuple):
    """A box with text in it."""

    content: Element
    """`w:txbxContent`."""
    ground: int | None
    """Its colour where it says so; None where nobody knows."""
    is_clear: bool
    """What is behind it shows through."""


class Drawn(NamedTuple):
    """What was found in one drawing."""

    boxes: tuple[TextBox, ...]
    """In the order of the file."""
    words: tuple[str, ...]
    """Lines that are drawn rather than written: old WordArt, text in a locked canvas."""
    unread: Unread | None
    hidden: str = ""
    """Text of boxes that no page shows."""


def drawn(drawing: Element, page: PageGeometry) -> Drawn:
    """Look through a `w:drawing`, `w:pict` or `w:object`, down to its text boxes and no deeper.

    Args:
        drawing: the drawing.
        page: the widest page, beyond which nothing is seen.
    """
    look = _DrawingReading(page)
    look.read(drawing)
    return Drawn(tuple(look.boxes), tuple(look.words), look.unread, "".join(look.hidden))


class _DrawingReading:
    def __init__(self, page: PageGeometry) -> None:
        self.boxes: list[TextBox] = []
        self.words: list[str] = []
        self.hidden: list[str] = []
        self.unread: Unread | None = None
        self._page = page

    def read(self, drawing: Element) -> None:
        """Take in a drawing, its parts in the order of the file."""
        pending = [(drawing, False)]
        while pending:
            each, is_within = pending.pop()
            inside: Iterable[Element] = ()
            name = each.tag
            if name == _TEXT_BOX:
                self.boxes.append(_box(each))
            elif name == ALTERNATE_CONTENT:
                chosen = branch(each)
                inside = () if chosen is None else chosen
            elif self._is_unseen(each):
                self.hidden.append(_all_text(each))
            elif name == _PARAGRAPH:
                self._read_paragraph(each)
            elif name == _WORD_ART:
                self.words.append(each.get("string") or "")
            elif name in _OPENED:
                inside = each
            elif name not in SILENT_TAGS:
                self._read_shown(each, is_within)
                is_within = is_within or name in _SHAPES
                inside = each
            pending += [(child, is_within) for child in reversed(list(inside))]

    def _read_shown(self, element: Element, is_within: bool) -> None:  # noqa: FBT001 - one way of two
        """Take in what shows something of its own, besides the text inside.

        What stands within a shape was looked at with the shape.
        """
        name = element.tag
        if name in _SHAPES:
            if not is_within:
                self._read_shape(element)
        elif name in _PICTURES:
            self.unread = self.unread or "picture"
        elif name in _INK:
            self.unread = self.unread or "drawing"
        elif name not in _LINES and not is_ignored(element):
            self.unread = "object"

    def _read_shape(self, shape: Element) -> None:
        """Ask about a shape without text, unless it is a straight line; about its picture too."""
        if next(shape.iter(_A + "blip"), None) is not None:
            self.unread = self.unread or "picture"
        texts = (_TEXT_BOX, _A + "t", _WORD_ART)
        is_silent = next(shape.iter(*texts, *_PICTURES), None) is not None or _is_plain(shape)
        if not is_silent:
            self.unread = self.unread or "drawing"

    def _read_paragraph(self, paragraph: Element) -> None:
        parts = [
            (each.text or "") if _LETTERS[each.tag] is None else "\n"
            for each in paragraph.iter(*_LETTERS)
        ]
        if any(parts):
            self.words.append("".join(parts))
        if next(paragraph.iter(_NUMBERED), None) is not None:
            self.unread = self.unread or "drawing"

    def _is_unseen(self, element: Element) -> bool:
        if element.tag in _FRAMES:
            return is_drawing_unseen(element, self._page)
        around = element.getparent()
        is_outermost = around is None or around.tag not in _VML_SHAPES
        return element.tag in _VML_SHAPES and is_outermost and is_shape_unseen(element, self._page)


def _is_plain(shape: Element) -> bool:
    """Say whether a shape is a straight line, or has neither line nor fill."""
    form = next(shape.iter(_A + "prstGeom"), None)
    if form is not None and form.get("prst") in _STRAIGHT:
        return True
    if shape.tag in _VML_SHAPES:
        return _is_off(shape.get("filled")) and _is_off(shape.get("stroked"))
    if child_of(shape, _WPS + "style") is not None or child_of(shape, _A + "style") is not None:
        return False
    properties = next((p for name in _PROPERTIES if (p := child_of(shape, name)) is not None), None)
    if properties is None:
        return True
    line = child_of(properties, _A + "ln")
    is_lined = line is not None and child_of(line, _NO_FILL) is None
    return not is_lined and not any(each.tag in _FILLS for each in properties)


def _is_off(said: str | None) -> bool:
    return said in {"f", "false", "0"}


def _box(content: Element) -> TextBox:
    """Return a text box with what it is filled with."""
    for around in content.iterancestors():
        if around.tag in _VML_SHAPES:
            fill = (around.get("fillcolor") or "#ffffff").lstrip("#")[:6]
            return TextBox(content, rgb(fill), _is_off(around.get("filled")))
        if around.tag == _WPS + "wsp":
            return _drawn_box(content, child_of(around, _PROPERTIES[0]))
    return TextBox(content, None, is_clear=False)


def _drawn_box(content: Element, properties: Element | None) -> TextBox:
    if properties is None:
        return TextBox(content, None, is_clear=False)
    fill = child_of(properties, _FILL)
    colour = None if fill is None else child_of(fill, _FILL_COLOUR)
    ground = None if colour is None else rgb(colour.get("val"))
    return TextBox(content, ground, child_of(properties, _NO_FILL) is not None)


def _all_text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t", _A + "t"))
