"""File → Document: each format is read by a module of its own."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.document import Document, Enclosure
from specvalidator.readers.limits import DEFAULT, Limits, PdfLimits

if TYPE_CHECKING:
    from specvalidator.readers.meter import Meter

__all__ = [
    "DEFAULT",
    "Limits",
    "PdfLimits",
    "is_archive",
    "is_record",
    "may_be_pdf",
    "read_document",
    "read_files",
]

# Compiled when it is first needed: most files are no records.
_OBJECT = rb'(?:\xef\xbb\xbf)?[\t\n\r ]*\{[\t\n\r ]*["}]'
_OBJECT_BEGINS = b"\xef\t\n\r {"


def read_document(data: bytes, limits: Limits = DEFAULT, meter: "Meter | None" = None) -> Document:
    """Return the document that these bytes are, whatever their file is called.

    Args:
        data: the file.
        limits: bounds on this document.
        meter: what all documents of an archive may ask together; None for one that stands alone.

    Raises:
        UnreadableFile: the content is of no known format, damaged, encrypted or too large.
    """
    # What reads XML or PDF is heavy and is loaded only when there is such a file to read.
    from specvalidator.readers.intake import is_pdf, word_package  # noqa: PLC0415
    from specvalidator.readers.meter import Meter  # noqa: PLC0415

    meter = meter or Meter(limits)
    if is_pdf(data, limits):
        from specvalidator.readers.word.package import refuse_word_inside  # noqa: PLC0415

        refuse_word_inside(data)
        from specvalidator.readers.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data, limits.pdf, meter.pdf)
    from specvalidator.readers.word.reading import read_word  # noqa: PLC0415

    return read_word(word_package(data, limits, meter))


def may_be_pdf(data: bytes) -> bool:
    """Tell whether a file looks like a PDF, which may have other bytes before its header."""
    return b"%PDF-" in data[:1024]


def is_record(data: bytes) -> bool:
    """Tell whether a file is a JSON object, judged by how it begins."""
    return data[:1] in _OBJECT_BEGINS and re.match(_OBJECT, data) is not None


def is_archive(data: bytes, limits: Limits = DEFAULT) -> bool:
    """Tell whether a file is a zip of files, rather than a document that is a zip."""
    if not data.startswith(b"PK"):
        return False
    from specvalidator.readers import enclosures  # noqa: PLC0415 - what unpacks zips is not light

    return enclosures.is_archive(data, limits)


def read_files(file: bytes | Path, name: str, limits: Limits = DEFAULT) -> Iterator[Enclosure]:
    """Yield each file of a folder or a zip, read for itself; any other file stands alone.

    Args:
        file: a folder's path, or the bytes of a file.
        name: what a file that stands alone is called.
        limits: bounds on the archive or folder, and on each file in it.

    Raises:
        UnreadableFile: the zip is damaged or too large, or the folder has too many files.
    """
    from specvalidator.readers import enclosures  # noqa: PLC0415 - the same

    if isinstance(file, Path):
        return enclosures.filed(file, limits)
    return enclosures.enclosed_in(file, name, limits)
