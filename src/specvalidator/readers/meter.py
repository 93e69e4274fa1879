"""What has been asked so far by a file, counted over all documents inside it."""

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits, PdfLimits
from specvalidator.wording import Words

_COUNTED = (
    "pages",
    "all_characters",
    "all_objects",
    "all_units",
    "cells",
    "comparisons",
    "all_bytes",
)


class TooMuch(Exception):  # noqa: N818 - never leaves the reader
    """A page of a PDF holds more than the limits allow."""


class PdfMeter:
    """What the PDF files inside one file may still ask."""

    def __init__(self, limits: PdfLimits) -> None:
        self._left: dict[str, int] = {name: getattr(limits, name) for name in _COUNTED}
        self._unmeasured = limits.all_bytes // 2

    def take(self, what: str, count: int) -> None:
        """Count what is about to be worked on; `what` is the name of a limit.

        Raises:
            TooMuch: it is more than is left.
        """
        left = self._left[what] = self._left[what] - count
        if left < 0:
            raise TooMuch

    def may_pass(self, count: int) -> bool:
        """Say whether a stream need not be measured that unpacks to so many bytes at the most.

        To unpack one takes as long as PDFium does for it. Those that are passed may come to half of
        `all_bytes` together.
        """
        if count > self._unmeasured:
            return False
        self._unmeasured -= count
        return True


_LOOKS = 3
"""Pictures of a dossier that are looked at for each page that may be read."""


class Meter:
    """What the documents inside one file may still ask."""

    def __init__(self, limits: Limits, *, is_shared: bool = False) -> None:
        self.pdf = PdfMeter(limits.pdf)
        self.is_shared = is_shared
        """Several documents are counted, so that each must be in full."""
        self._limits = limits
        self._blocks = limits.blocks
        self._characters = limits.characters
        self._bytes = limits.all_part_bytes
        self._marks = limits.all_marks
        self._pictures = limits.scan.pages
        self.looks = 0
        """Pictures among many that were looked at."""
        self._is_recognising = False

    def may_look(self) -> bool:
        """Count one picture among many that is looked at; False once there were too many."""
        self.looks += 1
        return self.looks <= _LOOKS * self._limits.scan.pages

    def begins_to_recognise(self) -> bool:
        """Say whether nothing was recognised before: what reads words begins but once."""
        before, self._is_recognising = self._is_recognising, True
        return not before

    def may_recognise(self, pages: int) -> bool:
        """Count pages of pictures whose words are to be read; False where that is too many."""
        if pages > self._pictures:
            return False
        self._pictures -= pages
        return True

    def take_blocks(self, blocks: int, characters: int = 0) -> None:
        """Count paragraphs, rows or cells and their characters.

        Raises:
            UnreadableFile: `too-large`.
        """
        self._blocks -= blocks
        self._characters -= characters
        if self._blocks < 0:
            most = self._limits.blocks
            raise refusals.too_large(
                Words(
                    f"段落和单元格超过 {most} 个", f"it has more than {most} paragraphs and cells"
                )
            )
        if self._characters < 0:
            most = self._limits.characters
            raise refusals.too_large(
                Words(f"文字超过 {most} 个", f"it has more than {most} characters")
            )

    def take_bytes(self, count: int) -> None:
        """Count the bytes of a part before it is unpacked; errors as `take_blocks`."""
        self._bytes -= count
        if self._bytes < 0:
            raise _too_long(self._limits.all_part_bytes)

    def take_marks(self, count: int, part: str) -> None:
        """Count the tags and attributes of a part before it is parsed; errors as `take_blocks`."""
        self._marks -= count
        if self._marks < 0:
            raise too_many_marks(part)


def too_many_marks(part: str) -> UnreadableFile:
    """Return the refusal of a document with too many tags and attributes; `part` has the last."""
    part = refusals.printable(part)
    return refusals.too_large(
        Words(f"{part} 的标记过多", f"its part {part} has too many tags and attributes")
    )


def _too_long(most: int) -> UnreadableFile:
    most //= 2**20
    return refusals.too_large(
        Words(f"文字内容解压后超过 {most} MB", f"its text has more than {most} MB when unpacked")
    )
