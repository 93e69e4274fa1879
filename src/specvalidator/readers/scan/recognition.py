"""What recognises the pages of one file: begun with the first, and no more than are allowed."""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from specvalidator.errors import UnreadableFile
from specvalidator.readers.layout.distances import DISTANCES
from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.page import Box
from specvalidator.readers.layout.pages import SurveyedSheet, too_much
from specvalidator.readers.limits import Limits, ScanLimits
from specvalidator.readers.meter import Meter, TooMuch
from specvalidator.readers.progress import recognising
from specvalidator.readers.refusals import too_large
from specvalidator.readers.scan import allowance
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.readers.scan.pages import PictureReader

_NEEDED = ("rapidocr", "onnxruntime", "cv2", "numpy")
DOTS = 200 / 72
"""Pixels for a point of a page that is drawn to be recognised."""
_FEW = 20
"""A page with fewer letters is a photograph, or was not to be read."""


def is_installed() -> bool:
    """Say whether pages that are pictures can be recognised."""
    return all(map(is_there, _NEEDED))


@cache  # to look through the folders of packages takes a tenth of the time of a short PDF
def is_there(package: str) -> bool:
    """Say whether a package is installed."""
    return find_spec(package) is not None


def needed() -> UnreadableFile:
    """Return the refusal of pages that are pictures where nothing recognises them."""
    return UnreadableFile(
        "unreadable",
        Words(
            "这是扫描件或照片，只有图像没有文字；要识别其中的文字，请在本程序的文件夹中安装："
            "pip install '.[scan]'，或提交 Word 文件、由 Word 导出的 PDF。",
            "This is a scan or a photograph: images without text. To have its words recognised: "
            "pip install '.[scan]' in the folder of this program; or hand in the Word file, or a "
            "PDF exported from Word.",
        ),
    )


def too_many_pages(limits: ScanLimits) -> UnreadableFile:
    """Return the refusal of more pages than are recognised in one file."""
    return too_large(
        Words(
            f"要识别的图像超过 {limits.pages} 页",
            f"it has more than {limits.pages} pages that are pictures",
        )
    )


def recognition_for(limits: Limits, meter: Meter) -> "Recognition | None":
    """Return what recognises the pages of one file; None where nothing can.

    Files of a dossier share the pages that may be recognised: those that are too many stay unread.
    """
    return Recognition(limits, meter) if is_installed() else None


class Recognition:
    """Recognises the pages of one file, one after the other."""

    def __init__(self, limits: Limits, meter: Meter) -> None:
        self._limits = limits
        self._meter = meter
        self._reader: PictureReader | None = None
        self._pages = 0
        self._has_begun = False

    def begin(self) -> None:
        """Take what it needs of the machine, before anything of the extra is loaded."""
        if not self._has_begun:
            if self._meter.begins_to_recognise():
                allowance.begin(self._limits.scan)
            self._has_begun = True

    def sheet(
        self,
        picture: Any,  # noqa: ANN401 - of numpy
        number: int,
        displayed: Frame,
        box: Box | None = None,
    ) -> SurveyedSheet:
        """Return what stands on a page.

        Args:
            picture: rows of blue, green and red.
            number: of the page, from 1.
            displayed: its frame in points.
            box: where on the displayed page the picture lies; None: it is all of it.

        Raises:
            UnreadableFile: `too-large`.
        """
        self._pages += 1
        if self._pages > self._limits.scan.pages:
            raise too_many_pages(self._limits.scan)
        self.begin()
        self._reader = self._reader or self._made()
        allowance.take_page(self._limits.scan)
        recognising(self._pages)
        try:
            return self._reader.sheet(picture, number, displayed, box)
        except TooMuch:
            raise too_much(number, "线条或文字", "lines or words") from None

    def drawn(
        self, values: bytes, size: tuple[int, int], number: int, displayed: Frame
    ) -> SurveyedSheet | None:
        """Return what stands on a page that was drawn; None where that is hardly anything.

        Args:
            values: blue, green and red of each pixel, line by line.
            size: width and height in pixels.
            number: of the page, from 1.
            displayed: its frame in points.

        Raises:
            UnreadableFile: `too-large`.
        """
        if not self._may_have_page():
            return None
        self.begin()
        import numpy as np  # noqa: PLC0415 - only where pages are recognised

        picture = np.frombuffer(values, np.uint8).reshape(size[1], size[0], 3)
        return with_words(self.sheet(picture, number, displayed))

    def packed(
        self, data: bytes, number: int, displayed: Frame, box: Box | None
    ) -> SurveyedSheet | None:
        """Return what stands on a page whose picture is in a file; None where it cannot be had.

        Args:
            data: the bytes of the picture.
            number: of the page, from 1.
            displayed: its frame in points.
            box: where on the displayed page the picture lies; None: it is all of it.

        Raises:
            UnreadableFile: `too-large`.
        """
        if not self._may_have_page():
            return None
        self.begin()
        from specvalidator.readers.scan.pixels import pages_of  # noqa: PLC0415 - an extra

        try:
            picture = next(pages_of(data, self._limits.scan))
        except UnreadableFile as error:
            if error.error == "too-large":
                raise
            return None
        return with_words(self.sheet(picture, number, displayed, box))

    def _may_have_page(self) -> bool:
        """Take a page of those that the files of a dossier share; a file alone has them all."""
        return not self._meter.is_shared or self._meter.may_recognise(1)

    def _made(self) -> "PictureReader":
        from specvalidator.readers.scan.engines import engine  # noqa: PLC0415 - an extra
        from specvalidator.readers.scan.pages import PictureReader  # noqa: PLC0415 - the same

        return PictureReader(engine(), self._limits.pdf, self._meter.pdf, DISTANCES)


def with_words(sheet: SurveyedSheet) -> SurveyedSheet | None:
    """Return a page unless hardly anything was read on it."""
    letters = sum(len(piece.text) for piece in sheet.pieces)
    return sheet if letters >= _FEW or sheet.grids else None
