"""What a drawing holds: text boxes to be read, and what no text can say."""

from typing import NamedTuple

from specvalidator.document import Unread
from specvalidator.readers.word.ooxml import ALTERNATE_CONTENT, W, branch
from specvalidator.readers.xml import Element

_TEXT_BOX = W + "txbxContent"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_WORD_ART = _V + "textpath"
_PICTURES = frozenset(
    {
        _V + "imagedata",
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    }
)
_OBJECTS = frozenset(
    {
        _O + "OLEObject",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
        "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
        W + "control",
        W + "objectEmbed",
        W + "objectLink",
    }
)


class Drawn(NamedTuple):
    """What was found in one drawing."""

    boxes: tuple[Element, ...]
    """`w:txbxContent` of each text box, in the order of the file."""
    words: tuple[str, ...]
    """Texts of old WordArt, which are drawn rather than written."""
    unread: Unread | None


def drawn(drawing: Element) -> Drawn:
    """Look through a `w:drawing`, `w:pict` or `w:object`, down to its text boxes and no deeper."""
    boxes: list[Element] = []
    words: list[str] = []
    unread: Unread | None = None
    pending = [drawing]
    while pending:
        each = pending.pop()
        name = each.tag
        if name == _TEXT_BOX:
            boxes.append(each)
            continue
        if name == ALTERNATE_CONTENT:
            chosen = branch(each)
            pending.extend(() if chosen is None else (chosen,))
            continue
        if name in _OBJECTS:
            unread = "object"
        elif name in _PICTURES:
            unread = unread or "picture"
        elif name == _WORD_ART:
            words.append(each.get("string") or "")
        pending.extend(reversed(each))
    return Drawn(tuple(boxes), tuple(words), unread)
