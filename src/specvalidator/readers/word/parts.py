"""A document in WordprocessingML that was not unpacked: other formats are translated into it."""

from collections.abc import Sequence
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, too_many_marks
from specvalidator.wording import Words

NAME = "document.xml"


class WordParts(NamedTuple):
    """The three parts that decide what a page shows."""

    document: bytes
    styles: bytes
    numbering: bytes


def count(parts: Sequence[bytes], limits: Limits, meter: Meter) -> None:
    """Count the parts before they are parsed, as those of a package are.

    Raises:
        UnreadableFile: `too-large`.
    """
    size = sum(map(len, parts))
    if size > limits.part_bytes:
        most = limits.part_bytes // 2**20
        raise refusals.too_large(Words(f"正文超过 {most} MB", f"its text has more than {most} MB"))
    meter.take_bytes(size)
    marks = sum(part.count(b"<") + part.count(b"=") for part in parts)
    meter.take_marks(marks, NAME)
    if marks > limits.marks:
        raise too_many_marks(NAME)
