"""What is laid onto a page: typed, stamped, drawn, filled into fields."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from pypdfium2 import raw

from specvalidator.readers.layout.page import Box
from specvalidator.readers.meter import PdfMeter
from specvalidator.readers.pdf import native

READ = frozenset((
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_STAMP,
    raw.FPDF_ANNOT_WATERMARK,
    raw.FPDF_ANNOT_WIDGET,
))  # fmt: skip
"""Their letters are text of the page; where they have none, what they show is asked about."""
ASKED = frozenset((
    raw.FPDF_ANNOT_CIRCLE,
    raw.FPDF_ANNOT_FILEATTACHMENT,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_LINE,
    raw.FPDF_ANNOT_MOVIE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_POLYLINE,
    raw.FPDF_ANNOT_REDACT,
    raw.FPDF_ANNOT_RICHMEDIA,
    raw.FPDF_ANNOT_SCREEN,
    raw.FPDF_ANNOT_SOUND,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_THREED,
    raw.FPDF_ANNOT_UNKNOWN,
    raw.FPDF_ANNOT_XFAWIDGET,
))  # fmt: skip
"""They show what is no text."""
SILENT = frozenset((
    raw.FPDF_ANNOT_CARET,
    raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_LINK,
    raw.FPDF_ANNOT_POPUP,
    raw.FPDF_ANNOT_PRINTERMARK,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_STRIKEOUT,
    raw.FPDF_ANNOT_TEXT,
    raw.FPDF_ANNOT_TRAPNET,
    raw.FPDF_ANNOT_UNDERLINE,
))  # fmt: skip
"""They show no text of their own: marks on the page's text, comments, printer's marks."""
_UNPAINTED = frozenset((raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_TEXT))
"""What they say is shown when somebody asks for it."""
_ENCLOSING = frozenset((
    raw.FPDF_ANNOT_CIRCLE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_REDACT,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_UNKNOWN,
))  # fmt: skip
"""They may be drawn around letters, and then say nothing by themselves."""
_WRITTEN = (
    raw.FPDF_FORMFIELD_TEXTFIELD,
    raw.FPDF_FORMFIELD_COMBOBOX,
    raw.FPDF_FORMFIELD_LISTBOX,
)
_CHOSEN = (raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_LAYER = b"OC"
_LONGEST = 20_000
"""Bytes of a field's value that are read."""
_MOST = 2_000
"""Annotations of one page that are looked at."""


class Annotation(NamedTuple):
    """One thing laid onto a page."""

    kind: int
    """PDFium's number for it."""
    box: Box
    """In the page's own coordinates: left, bottom, right, top."""
    value: str
    """What was filled into a field, "" elsewhere."""
    drawn: bool
    """The file says how it looks."""
    lettered: bool = False
    """Letters are drawn in it."""
    struck: tuple[Box, ...] = ()
    """Where it strikes text out, in the page's own coordinates."""

    @property
    def is_asked(self) -> bool:
        """Whether it shows something that is asked about where it has no letters."""
        if self.kind == raw.FPDF_ANNOT_WIDGET:
            return bool(self.value)
        return self.kind not in SILENT

    @property
    def encloses(self) -> bool:
        """Whether letters within it are not its own."""
        return self.kind in _ENCLOSING


@contextmanager
def settled(
    document: int, index: int, form: int | None, meter: PdfMeter | None = None
) -> Iterator[tuple[int | None, list[Annotation]]]:
    """Open a page with what is laid onto it made part of it; None when PDFium cannot."""
    with native.opened_page(document, index) as page:
        found = _annotations(page, form, meter) if page else []
        if not page or not any(annotation.drawn for annotation in found):
            yield page, found
            return
        _take_away(page)
        native.flatten_page(page, 0)
    with native.opened_page(document, index) as page:
        yield page, found


def _take_away(page: int) -> None:
    """Remove comments and links, whose signs are no part of what a page says.

    What is in a layer goes, too: it would be drawn even where the layer is switched off.
    """
    for index in reversed(range(min(native.count_annotations(page), _MOST))):
        handle = native.annotation_at(page, index)
        if not handle:
            continue
        goes = native.annotation_kind(handle) in _UNPAINTED
        goes = goes or bool(native.annotation_has(handle, _LAYER))
        native.close_annotation(handle)
        if goes:
            native.remove_annotation(page, index)


def _annotations(page: int, form: int | None, meter: PdfMeter | None) -> list[Annotation]:
    """Return what an open page shows of its annotations."""
    count = native.count_annotations(page)
    if count <= 0:
        return []
    if meter:
        meter.take("all_objects", count)
    found = []
    for index in range(min(count, _MOST)):
        handle = native.annotation_at(page, index)
        if not handle:
            continue
        try:
            annotation = _annotation(handle, form)
        finally:
            native.close_annotation(handle)
        if annotation is not None:
            found.append(annotation)
    return found


def _annotation(handle: int, form: int | None) -> Annotation | None:
    kind = native.annotation_kind(handle)
    if native.annotation_flags(handle) & _UNSEEN or kind in _UNPAINTED:
        return None
    room = native.Floats(4)
    native.annotation_box(handle, room.at[0])
    left, top, right, bottom = room.values[:]
    box = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    value = _value(handle, form) if kind == raw.FPDF_ANNOT_WIDGET else ""
    struck = tuple(_quads(handle)) if kind == raw.FPDF_ANNOT_STRIKEOUT else ()
    if native.annotation_has(handle, _LAYER):
        return Annotation(kind, box, "", drawn=False)
    drawn = bool(native.annotation_has(handle, b"AP"))
    return Annotation(kind, box, value, drawn, drawn and _is_lettered(handle), struck)


def _is_lettered(handle: int) -> bool:
    """Tell whether letters are drawn in an annotation, or drawings that may hold some."""
    objects = range(min(native.count_annotation_objects(handle), _MOST))
    kinds = (native.object_type(native.annotation_object(handle, index)) for index in objects)
    return any(kind in (native.TEXT, native.FORM) for kind in kinds)


def _value(handle: int, form: int | None) -> str:
    """Return what was filled into a field, its own or of the field it is a part of."""
    kind = native.field_kind(form, handle) if form else raw.FPDF_FORMFIELD_UNKNOWN
    chosen = _chosen(handle, form) if kind in _CHOSEN else []
    if chosen:
        return "\n".join(chosen)
    if kind in _WRITTEN:
        return _said(lambda room, size: native.field_value(form, handle, room, size))
    if kind > raw.FPDF_FORMFIELD_UNKNOWN or native.annotation_has(handle, b"AS"):
        return ""  # a button, or a signature that a program checks
    return _said(lambda room, size: native.annotation_text(handle, b"V", room, size))


def _chosen(handle: int, form: int | None) -> list[str]:
    """Return the entries that are chosen in a list, as they are shown."""
    count = min(native.count_options(form, handle), _MOST)
    return [
        _said(lambda room, size, at=at: native.option_label(form, handle, at, room, size))
        for at in range(count)
        if native.is_option_chosen(form, handle, at)
    ]


def _said(ask: Any) -> str:  # noqa: ANN401 - a call into PDFium
    size = ask(None, 0)
    if not 2 < size <= _LONGEST:  # noqa: PLR2004 - the end alone
        return ""
    room = ctypes.create_string_buffer(size)
    ask(ctypes.addressof(room), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace").strip()


def _quads(handle: int) -> Iterator[Box]:
    room = native.Floats(8)
    for index in range(min(native.count_quads(handle), _MOST)):
        native.quad_at(handle, index, room.at[0])
        xs, ys = room.values[0::2], room.values[1::2]
        yield (min(xs), min(ys), max(xs), max(ys))
