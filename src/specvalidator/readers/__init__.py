"""File → Document: each format is read by a module of its own, named in the table of formats."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.document import Document, Enclosure
from specvalidator.readers.limits import DEFAULT, Limits, PdfLimits
from specvalidator.readers.recognition import RecognisedFile, recognise

if TYPE_CHECKING:
    from specvalidator.readers.meter import Meter

__all__ = [
    "DEFAULT",
    "Limits",
    "PdfLimits",
    "RecognisedFile",
    "read_document",
    "read_files",
    "recognise",
]


def read_document(
    file: bytes | RecognisedFile, limits: Limits = DEFAULT, meter: "Meter | None" = None
) -> Document:
    """Return the document that a file is, whatever it is called.

    Args:
        file: its bytes, or what they were recognised as.
        limits: bounds on this document.
        meter: what all documents of an archive may ask together; None for one that stands alone.

    Raises:
        UnreadableFile: the content is of no known format, damaged, encrypted or too large.
    """
    from specvalidator.readers.meter import Meter  # noqa: PLC0415 - only where something is read

    known = recognise(file, limits) if isinstance(file, bytes) else file
    reader = importlib.import_module(known.reader(limits))  # what reads XML or PDF is heavy
    document: Document = reader.read(known, limits, meter or Meter(limits))
    return document


def read_files(
    file: bytes | RecognisedFile | Path, name: str, limits: Limits = DEFAULT
) -> Iterator[Enclosure]:
    """Yield each file of a folder or a zip, read for itself; any other file stands alone.

    Args:
        file: a folder's path, the bytes of a file, or what they were recognised as.
        name: what a file that stands alone is called.
        limits: bounds on the archive or folder, and on each file in it.

    Raises:
        UnreadableFile: the zip is damaged or too large, or the folder has too many files.
    """
    from specvalidator.readers import enclosures  # noqa: PLC0415 - what unpacks zips is not light

    if isinstance(file, Path):
        return enclosures.filed(file, limits)
    known = recognise(file, limits) if isinstance(file, bytes) else file
    return enclosures.enclosed_in(known, name, limits)
