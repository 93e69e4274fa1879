"""What stands in a marked PDF, read with pdfplumber and PDFium, which did not write it."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2 as pdfium

AUTHOR = "规范校验"


class Mark(NamedTuple):
    """A note on a page."""

    rule: str
    page: int
    kind: str
    """Highlight, or Text for a sheet beside the text."""
    boxes: tuple[tuple[float, float, float, float], ...]
    """What it covers, in the file's own coordinates: left, bottom, right, top."""
    text: str
    author: str


def marks(data: bytes) -> list[Mark]:
    """Return our notes in the order in which pages list them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            mark
            for page in pdf.pages
            for annotation in page.annots
            if (mark := _mark(annotation["data"], page.page_number)) is not None
        ]


def words(data: bytes) -> dict[str, str | None]:
    """Return what each rule's highlight covers; None for a sheet (rules that speak once)."""
    return dict(covered(data))


def covered(data: bytes) -> list[tuple[str, str | None]]:
    """Return each rule that speaks, and what its highlight covers; None for a sheet."""
    pdf = pdfium.PdfDocument(data)
    found: list[tuple[str, str | None]] = []
    for mark in marks(data):
        page = pdf[mark.page - 1].get_textpage()
        inside = "".join(_letters(page, box) for box in mark.boxes)
        found.append((mark.rule, None if mark.kind == "Text" else "".join(inside.split())))
    return found


def _letters(page: pdfium.PdfTextPage, box: tuple[float, ...]) -> str:
    """Return the letters whose middle is in a box."""
    left, bottom, right, top = box
    found = ""
    for number in range(page.count_chars()):
        x0, y0, x1, y1 = page.get_charbox(number)
        if left < (x0 + x1) / 2 < right and bottom < (y0 + y1) / 2 < top:
            found += page.get_text_range(number, 1)
    return found


def _mark(annotation: dict[str, Any], page: int) -> Mark | None:
    kind = annotation["Subtype"].name
    if kind not in ("Highlight", "Text") or "T" not in annotation:
        return None
    quads = [float(each) for each in annotation.get("QuadPoints", [])]
    boxes = tuple(
        (min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2]))
        for quad in (quads[at : at + 8] for at in range(0, len(quads), 8))
    )
    text = annotation["Contents"].decode("utf-16")
    rule = next(_rules(text))
    author = annotation["T"].decode("utf-16")
    return Mark(rule, page, kind, boxes or (tuple(annotation["Rect"]),), text, author)


def _rules(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for label in ("规则：", "rule: "):
            if line.startswith(label):
                yield line.removeprefix(label)
