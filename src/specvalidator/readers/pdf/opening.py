"""Opening a PDF: what can be wrong with the file, and what it holds beside its pages."""

import ctypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from specvalidator.errors import UnreadableFile
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter, TooMuch
from specvalidator.readers.pdf.faces import chosen
from specvalidator.readers.pdf.inflation import swells
from specvalidator.wording import Words

_PDFIUM = threading.RLock()
"""PDFium must not be called by two threads at once."""
if hasattr(os, "register_at_fork"):
    # A copy of this process made in the midst of a call would have PDFium's memory half written,
    # and the lock of a thread that the copy does not have: whoever forks waits for the file.
    os.register_at_fork(
        before=_PDFIUM.acquire,
        after_in_parent=_PDFIUM.release,
        after_in_child=_PDFIUM.release,
    )
_XFA = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)


class OpenPdf(NamedTuple):
    """An open file."""

    handle: int
    """PDFium's handle of the document."""
    pages: int
    form: int | None
    """PDFium's handle of its fields, None where it has none."""
    notes: tuple[str, ...]
    """What it holds that is not on its pages."""


@contextmanager
def opened(
    data: bytes, limits: PdfLimits, meter: PdfMeter | None = None, *, legible: bool = False
) -> Iterator[OpenPdf]:
    """Open a PDF; no other thread opens one until it is closed.

    Args:
        data: the file.
        limits: how much it may hold.
        meter: counts what it takes.
        legible: whether letters of fonts that it does not hold are to be looked at.

    Raises:
        UnreadableFile: `encrypted`, `corrupt` or `too-large`.
    """
    meter = meter or PdfMeter(limits)
    if swells(data, limits, meter):
        raise UnreadableFile(
            "too-large",
            Words(
                "PDF解压后的内容超过读取上限；请提交由Word导出的PDF或Word文件。",
                "The PDF unpacks to more than is read. "
                "Hand in the Word file, or a PDF exported from Word.",
            ),
        )
    with _PDFIUM, chosen(legible=legible):
        document = _loaded(data)
        try:
            yield _described(document, limits, meter)
        finally:
            document.close()


def _loaded(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableFile(
                "encrypted",
                Words(
                    "PDF文件设有打开密码，无法读取；请去掉密码后再提交。",
                    "The PDF can only be opened with a password. Remove the password first.",
                ),
            ) from None
        raise UnreadableFile(
            "corrupt",
            Words(
                "PDF文件已损坏或不完整，无法打开；请重新导出后再提交。",
                "The PDF is damaged or incomplete and cannot be opened. Export it again.",
            ),
        ) from None


def _described(document: pdfium.PdfDocument, limits: PdfLimits, meter: PdfMeter) -> OpenPdf:
    pages = len(document)
    if pages > limits.pages:
        raise _too_many(pages, limits)
    try:
        meter.take("pages", max(pages, 0))
    except TooMuch:
        raise _too_many(pages, limits) from None
    handle = ctypes.cast(document.raw, ctypes.c_void_p).value
    if pages <= 0 or handle is None:
        raise UnreadableFile(
            "corrupt",
            Words(
                "PDF文件没有任何页面；请重新导出后再提交。",
                "The PDF has no pages. Export it again.",
            ),
        )
    form = raw.FPDF_GetFormType(document.raw)
    notes = []
    if form in _XFA:
        notes.append("xfa-form")
    if raw.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        notes.append("embedded-file")
    fields = _fields(document) if form == raw.FORMTYPE_ACRO_FORM else None
    return OpenPdf(handle, pages, fields, tuple(notes))


def _fields(document: pdfium.PdfDocument) -> int | None:
    try:
        document.init_forms()
    except pdfium.PdfiumError:
        return None
    fields = document.formenv
    return ctypes.cast(fields.raw, ctypes.c_void_p).value if fields else None


def _too_many(pages: int, limits: PdfLimits) -> UnreadableFile:
    return UnreadableFile(
        "too-large",
        Words(
            f"PDF共{pages}页，超过{limits.pages}页的读取上限；请拆分后再提交。",
            f"The PDF has {pages} pages; at most {limits.pages} are read. Split it.",
        ),
    )
