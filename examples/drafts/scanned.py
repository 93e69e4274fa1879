"""Pages as a scanner or a telephone sees them: stamped, tilted, on a table, with a shadow."""

import io
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from drafts import word
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)
_EMU = 12700
_RED = (50, 40, 215)
_HALF = 127
Page = Any
"""Blue, green and red of each pixel."""


def page_of(png: bytes) -> Page:
    """Return the picture that a PNG is."""
    return cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)


def sealed(page: Page, x: float, y: float) -> Page:
    """Return a page with a round red seal upon its ink, at a share of its width and height."""
    high, wide = page.shape[:2]
    ink = np.full(page.shape, 255, np.uint8)
    middle, radius = (int(wide * x), int(high * y)), wide // 11
    cv2.circle(ink, middle, radius, _RED, 9, cv2.LINE_AA)
    turns = np.arange(5) * 4 * np.pi / 5 - np.pi / 2
    star = np.array(middle) + 0.3 * radius * np.stack([np.cos(turns), np.sin(turns)], 1)
    cv2.fillPoly(ink, [star.astype(np.int32)], _RED, cv2.LINE_AA)
    return (page.astype(np.float32) * ink / 255).astype(np.uint8)


def scanned(page: Page, angle: float) -> Page:
    """Return a page that did not lie quite straight on the glass, turned by so many degrees."""
    high, wide = page.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1)
    return cv2.warpAffine(page, turn, (wide, high), borderValue=(255, 255, 255))


def grey(page: Page) -> Page:
    """Return a page without its colours."""
    return cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)


def photographed(page: Page) -> Page:
    """Return a page on a table, seen askew, darker to the right."""
    high, wide = page.shape[:2]
    ground = np.full((high * 6 // 5, wide * 6 // 5, 3), (70, 95, 120), np.uint8)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = np.array([[0.12, 0.07], [1.07, 0.10], [1.13, 1.12], [0.07, 1.11]]) * (wide, high)
    laying = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    size = (ground.shape[1], ground.shape[0])
    laid = cv2.warpPerspective(page, laying, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), laying, size)
    ground[mask > _HALF] = laid[mask > _HALF]
    light = np.linspace(1.0, 0.72, size[0])[None, :, None]
    return (ground * light).astype(np.uint8)


# ── files ────────────────────────────────────────────────────────────────────────────────


def jpeg(page: Page, quality: int = 60) -> bytes:
    """Return a page as a telephone saves it."""
    return _encoded(".jpg", page, cv2.IMWRITE_JPEG_QUALITY, quality)


def png(page: Page) -> bytes:
    """Return a page in sixteen greys."""
    return _encoded(".png", (page // 17) * 17, cv2.IMWRITE_PNG_COMPRESSION, 9)


def tiff(pages: Sequence[Page]) -> bytes:
    """Return pages in sixteen greys as a scanner saves them."""
    few = [(page // 17) * 17 for page in pages]
    _, data = cv2.imencodemulti(".tiff", few, [cv2.IMWRITE_TIFF_COMPRESSION, 5])
    return bytes(data)


def pdf(pages: Sequence[Page]) -> bytes:
    """Return a PDF that holds nothing but the pictures of pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream, A4, invariant=True)
    for page in pages:
        canvas.drawImage(ImageReader(io.BytesIO(jpeg(page, 45))), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx(page: Page) -> bytes:
    """Return a Word file into which the picture of a page was put."""
    width, height = (round(each * 0.7 * _EMU) for each in A4)
    return word.document(word.picture("rId9", width, height), attached={"image.png": png(page)})


def _encoded(suffix: str, page: Page, *how: int) -> bytes:
    return bytes(cv2.imencode(suffix, page, list(how))[1])
