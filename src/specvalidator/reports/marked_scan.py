"""A scan or photograph as a PDF with a highlight at the place of each finding."""

import io

from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.scan import DisplayedPage, displayed
from specvalidator.reports.marked_pdf.copying import copy_of
from specvalidator.reports.marking import Judge, Marked, refusals
from specvalidator.wording import Lang

__all__ = ["marked"]


def marked(  # noqa: PLR0913 - what may be wished of a copy, all by name
    data: bytes,
    judge: Judge,
    *,
    lang: Lang = "zh",
    suggest: bool = False,
    summary: bool = False,
    limits: Limits = DEFAULT,
) -> Marked:
    """Return a PDF of the pages of a picture, with its findings as highlights.

    Args:
        data: the picture.
        judge: how to find what to say.
        lang: language of what findings do not say themselves.
        suggest: refused: only a Word file can hold tracked changes.
        summary: whether to put pages in front that list all findings.
        limits: how much the file may ask.

    Raises:
        UnreadableFile: the picture cannot be read.
    """
    if suggest:
        raise refusals.fixes_of_pdf()
    judged = judge(data)
    pages = _as_pdf(list(displayed(data, limits.scan)))
    return Marked(copy_of(pages, judged, lang=lang, with_summary=summary, limits=limits), judged)


def _as_pdf(pages: list[DisplayedPage]) -> bytes:
    """Return pictures as the pages of a PDF, each of the size by which places are counted."""
    writer = PdfWriter()
    for page in pages:
        sheet = writer.add_blank_page(page.width, page.height)
        picture = writer._add_object(_picture(page))  # noqa: SLF001 - there is no other way
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/XObject"): DictionaryObject({NameObject("/Page"): picture})}
        )
        drawn = DecodedStreamObject()
        drawn.set_data(f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /Page Do Q".encode())
        sheet[NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001 - likewise
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _picture(page: DisplayedPage) -> StreamObject:
    picture = DecodedStreamObject()
    picture.set_data(page.jpeg)
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(page.pixels[0]),
            NameObject("/Height"): NumberObject(page.pixels[1]),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    return picture
