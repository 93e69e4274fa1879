"""The functions of PDFium that the reader calls, bound for calling them very often.

pypdfium2's own bindings check every argument; with plain addresses and numbers a call takes
little more than half the time, and a page takes some hundreds. Nothing else in the package
calls PDFium, but for opening the file.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2 import raw

TEXT = raw.FPDF_PAGEOBJ_TEXT
PATH = raw.FPDF_PAGEOBJ_PATH
IMAGE = raw.FPDF_PAGEOBJ_IMAGE
SHADING = raw.FPDF_PAGEOBJ_SHADING
FORM = raw.FPDF_PAGEOBJ_FORM
MOVE_TO = raw.FPDF_SEGMENT_MOVETO
LINE_TO = raw.FPDF_SEGMENT_LINETO

_HANDLE = ctypes.c_void_p
_INT = ctypes.c_int
_INDEX = ctypes.c_int
_OUT = ctypes.c_void_p

Native = Callable[..., Any]


def _bound(name: str, result: Any, *arguments: Any) -> Native:  # noqa: ANN401 - ctypes types have no common name
    function = getattr(raw, name)
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise ImportError(f"PDFium has no {name}")
    # The lock of the interpreter is kept: to give it up costs an eighth of such a short call.
    bound: Native = ctypes.PYFUNCTYPE(result, *arguments)(address)
    return bound


load_page = _bound("FPDF_LoadPage", _HANDLE, _HANDLE, _INT)
close_page = _bound("FPDF_ClosePage", None, _HANDLE)
flatten_page = _bound("FPDFPage_Flatten", _INT, _HANDLE, _INT)
load_text = _bound("FPDFText_LoadPage", _HANDLE, _HANDLE)
close_text = _bound("FPDFText_ClosePage", None, _HANDLE)
count_annotations = _bound("FPDFPage_GetAnnotCount", _INT, _HANDLE)
annotation_at = _bound("FPDFPage_GetAnnot", _HANDLE, _HANDLE, _INDEX)
remove_annotation = _bound("FPDFPage_RemoveAnnot", _INT, _HANDLE, _INDEX)
close_annotation = _bound("FPDFPage_CloseAnnot", None, _HANDLE)
annotation_kind = _bound("FPDFAnnot_GetSubtype", _INT, _HANDLE)
annotation_flags = _bound("FPDFAnnot_GetFlags", _INT, _HANDLE)
annotation_box = _bound("FPDFAnnot_GetRect", _INT, _HANDLE, _OUT)
annotation_has = _bound("FPDFAnnot_HasKey", _INT, _HANDLE, ctypes.c_char_p)
annotation_text = _bound(
    "FPDFAnnot_GetStringValue", ctypes.c_ulong, _HANDLE, ctypes.c_char_p, _OUT, ctypes.c_ulong
)
count_annotation_objects = _bound("FPDFAnnot_GetObjectCount", _INT, _HANDLE)
annotation_object = _bound("FPDFAnnot_GetObject", _HANDLE, _HANDLE, _INDEX)
count_quads = _bound("FPDFAnnot_CountAttachmentPoints", ctypes.c_size_t, _HANDLE)
quad_at = _bound("FPDFAnnot_GetAttachmentPoints", _INT, _HANDLE, ctypes.c_size_t, _OUT)
field_kind = _bound("FPDFAnnot_GetFormFieldType", _INT, _HANDLE, _HANDLE)
field_value = _bound(
    "FPDFAnnot_GetFormFieldValue", ctypes.c_ulong, _HANDLE, _HANDLE, _OUT, ctypes.c_ulong
)
count_options = _bound("FPDFAnnot_GetOptionCount", _INT, _HANDLE, _HANDLE)
option_label = _bound(
    "FPDFAnnot_GetOptionLabel", ctypes.c_ulong, _HANDLE, _HANDLE, _INDEX, _OUT, ctypes.c_ulong
)
is_option_chosen = _bound("FPDFAnnot_IsOptionSelected", _INT, _HANDLE, _HANDLE, _INDEX)
security_revision = _bound("FPDF_GetSecurityHandlerRevision", _INT, _HANDLE)
page_rotation = _bound("FPDFPage_GetRotation", _INT, _HANDLE)
page_box = _bound("FPDF_GetPageBoundingBox", _INT, _HANDLE, _OUT)

count_characters = _bound("FPDFText_CountChars", _INT, _HANDLE)
text_of = _bound("FPDFText_GetText", _INT, _HANDLE, _INDEX, _INT, _OUT)
character = _bound("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INDEX)
character_box = _bound("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INDEX, _OUT)
ink_box = _bound("FPDFText_GetCharBox", _INT, _HANDLE, _INDEX, _OUT, _OUT, _OUT, _OUT)
character_origin = _bound("FPDFText_GetCharOrigin", _INT, _HANDLE, _INDEX, _OUT, _OUT)
character_matrix = _bound("FPDFText_GetMatrix", _INT, _HANDLE, _INDEX, _OUT)
font_size = _bound("FPDFText_GetFontSize", ctypes.c_double, _HANDLE, _INDEX)
is_generated = _bound("FPDFText_IsGenerated", _INT, _HANDLE, _INDEX)
is_hyphen = _bound("FPDFText_IsHyphen", _INT, _HANDLE, _INDEX)
is_unmapped = _bound("FPDFText_HasUnicodeMapError", _INT, _HANDLE, _INDEX)
text_object = _bound("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INDEX)

count_objects = _bound("FPDFPage_CountObjects", _INT, _HANDLE)
object_at = _bound("FPDFPage_GetObject", _HANDLE, _HANDLE, _INDEX)
count_inner = _bound("FPDFFormObj_CountObjects", _INT, _HANDLE)
inner_at = _bound("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
object_type = _bound("FPDFPageObj_GetType", _INT, _HANDLE)
object_bounds = _bound("FPDFPageObj_GetBounds", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
object_matrix = _bound("FPDFPageObj_GetMatrix", _INT, _HANDLE, _OUT)
fill_color = _bound("FPDFPageObj_GetFillColor", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
object_font_size = _bound("FPDFTextObj_GetFontSize", _INT, _HANDLE, _OUT)
font_of = _bound("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
is_embedded = _bound("FPDFFont_GetIsEmbedded", _INT, _HANDLE)
font_name = _bound("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t)
stroke_color = _bound("FPDFPageObj_GetStrokeColor", _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
has_transparency = _bound("FPDFPageObj_HasTransparency", _INT, _HANDLE)
render_mode = _bound("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
set_active = _bound("FPDFPageObj_SetIsActive", _INT, _HANDLE, _INT)
count_marks = _bound("FPDFPageObj_CountMarks", _INT, _HANDLE)
mark_at = _bound("FPDFPageObj_GetMark", _HANDLE, _HANDLE, ctypes.c_ulong)
remove_mark = _bound("FPDFPageObj_RemoveMark", _INT, _HANDLE, _HANDLE)
mark_name = _bound(
    "FPDFPageObjMark_GetName", _INT, _HANDLE, _OUT, ctypes.c_ulong, ctypes.POINTER(ctypes.c_ulong)
)
mark_value_type = _bound("FPDFPageObjMark_GetParamValueType", _INT, _HANDLE, ctypes.c_char_p)
clip_of = _bound("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
count_clips = _bound("FPDFClipPath_CountPaths", _INT, _HANDLE)
count_clip_segments = _bound("FPDFClipPath_CountPathSegments", _INT, _HANDLE, _INDEX)
clip_segment = _bound("FPDFClipPath_GetPathSegment", _HANDLE, _HANDLE, _INDEX, _INDEX)
count_dashes = _bound("FPDFPageObj_GetDashCount", _INT, _HANDLE)
dashes_of = _bound("FPDFPageObj_GetDashArray", _INT, _HANDLE, _OUT, ctypes.c_size_t)
draw_mode = _bound("FPDFPath_GetDrawMode", _INT, _HANDLE, _OUT, _OUT)
count_segments = _bound("FPDFPath_CountSegments", _INT, _HANDLE)
segment_at = _bound("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INDEX)
segment_point = _bound("FPDFPathSegment_GetPoint", _INT, _HANDLE, _OUT, _OUT)
segment_closes = _bound("FPDFPathSegment_GetClose", _INT, _HANDLE)
segment_type = _bound("FPDFPathSegment_GetType", _INT, _HANDLE)

image_size = _bound("FPDFImageObj_GetImagePixelSize", _INT, _HANDLE, _OUT, _OUT)
count_filters = _bound("FPDFImageObj_GetImageFilterCount", _INT, _HANDLE)
image_filter = _bound(
    "FPDFImageObj_GetImageFilter", ctypes.c_ulong, _HANDLE, _INDEX, _OUT, ctypes.c_ulong
)
new_bitmap = _bound("FPDFBitmap_CreateEx", _HANDLE, _INT, _INT, _INT, _OUT, _INT)
fill_bitmap = _bound("FPDFBitmap_FillRect", None, _HANDLE, _INT, _INT, _INT, _INT, ctypes.c_ulong)
bitmap_bytes = _bound("FPDFBitmap_GetBuffer", _HANDLE, _HANDLE)
close_bitmap = _bound("FPDFBitmap_Destroy", None, _HANDLE)
begin_drawing = _bound(
    "FPDF_RenderPageBitmap_Start",
    _INT,
    *(_HANDLE, _HANDLE, _INT, _INT, _INT, _INT, _INT, _INT, _OUT),
)
go_on_drawing = _bound("FPDF_RenderPage_Continue", _INT, _HANDLE, _OUT)
end_drawing = _bound("FPDF_RenderPage_Close", None, _HANDLE)


class Floats:
    """Numbers that PDFium writes to, and the addresses to hand it.

    To take all of them as `values[:]` takes a third of the time of unpacking `values`.
    """

    def __init__(self, count: int) -> None:
        self.values = (ctypes.c_float * count)()
        start = ctypes.addressof(self.values)
        self.at = tuple(ctypes.c_void_p(start + 4 * index) for index in range(count))


class Doubles:
    """Numbers of twice the length that PDFium writes to, and the addresses to hand it."""

    def __init__(self, count: int) -> None:
        self.values = (ctypes.c_double * count)()
        start = ctypes.addressof(self.values)
        self.at = tuple(ctypes.c_void_p(start + 8 * index) for index in range(count))


class Ints:
    """Whole numbers that PDFium writes to, and the addresses to hand it."""

    def __init__(self, count: int) -> None:
        self.values = (ctypes.c_int * count)()
        start = ctypes.addressof(self.values)
        self.at = tuple(ctypes.c_void_p(start + 4 * index) for index in range(count))


@contextmanager
def opened_page(document: int, index: int) -> Iterator[int | None]:
    """Open a page of a document by their handles; None when PDFium cannot."""
    page: int | None = load_page(document, index)
    try:
        yield page
    finally:
        if page:
            close_page(page)


@contextmanager
def opened_text(page: int) -> Iterator[int | None]:
    """Open the text of an open page; None when PDFium cannot."""
    text: int | None = load_text(page)
    try:
        yield text
    finally:
        if text:
            close_text(text)


def characters(text: int, count: int) -> str:
    """Return the page's characters so that index i is PDFium's character i."""
    units = (ctypes.c_ushort * (count + 1))()
    text_of(text, 0, count, ctypes.addressof(units))
    found = bytes(units)[: 2 * count].decode("utf-16-le", "replace")
    if len(found) == count and "\x00" not in found:
        return found
    # PDFium leaves some characters out of its text but counts them, and counts a character
    # beyond the Basic Multilingual Plane once: then each is asked for by itself.
    codes = (character(text, index) for index in range(count))
    return "".join(_letter(code) for code in codes)


def _letter(code: int) -> str:
    surrogate = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - the range of surrogates
    return "\ufffd" if surrogate or code > 0x10FFFF or code == 0 else chr(code)  # noqa: PLR2004 - last code point
