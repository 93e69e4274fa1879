"""What annotations lay onto a page of a PDF, as pieces: fields filled in, drawings, stamps."""

from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box, LayoutPiece
from specvalidator.readers.layout.unwritten import Middles, asked
from specvalidator.readers.pdf.annotations import READ, Annotation

_FIELD_SIZE = 12.0
"""Height of the letters in a field, at most."""


def laid_on_page(annotation: Annotation, written: Middles, frame: Frame) -> list[LayoutPiece]:
    """Return what of an annotation is to be read or asked about, none where letters say it."""
    if not annotation.is_asked:
        return []
    box = frame.shown(*annotation.box)
    may_be_read = annotation.kind in READ and (annotation.lettered or annotation.value)
    if (may_be_read or annotation.encloses) and written.within(box):
        return []
    if annotation.value:
        return _filled_in(annotation.value, box)
    return [asked(box, "drawing")]


def _filled_in(value: str, box: Box) -> list[LayoutPiece]:
    """Return a field's value as a viewer of the file would set it."""
    lines = value.splitlines()
    x0, y0, x1, y1 = box
    pitch = (y1 - y0) / len(lines)
    size = min(_FIELD_SIZE, 0.8 * pitch)
    return [
        LayoutPiece(line, x0, top, min(x1, x0 + size * len(line)), top + size, size)
        for line, top in (
            (line.strip(), y0 + index * pitch + (pitch - size) / 2)
            for index, line in enumerate(lines)
        )
        if line
    ]
