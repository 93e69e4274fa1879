"""File → Document: what a file is, told once from its bytes, and who reads it."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Document, Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.readers import formats, refusals
from specvalidator.readers.formats import Format
from specvalidator.readers.limits import DEFAULT, Limits, PdfLimits
from specvalidator.readers.remembered import keep, remembered
from specvalidator.readers.signatures import ZIP, is_two_in_one

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from specvalidator.readers.enclosures import Enclose
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


class RecognisedFile(NamedTuple):
    """A file, and what it is."""

    data: bytes
    format: Format
    directory: "tuple[ZipInfo, ...] | UnreadableFile" = ()
    """Of a zip: what it lists, not looked at yet, or why that makes no sense."""

    def members(self) -> "tuple[ZipInfo, ...]":
        """Return what a zip lists.

        Raises:
            UnreadableFile: its directory makes no sense, or is too long.
        """
        if isinstance(self.directory, UnreadableFile):
            raise self.directory
        return self.directory

    def reader(self, limits: Limits) -> str:
        """Return the module that reads it as a document.

        Raises:
            UnreadableFile: it is empty, too large, damaged, or of another kind.
        """
        if not self.data:
            raise refusals.empty()
        if len(self.data) > limits.file_bytes:
            raise refusals.too_many_bytes(limits.file_bytes)
        self.members()
        if is_two_in_one(self.data):
            raise refusals.two_in_one()
        if self.format.is_locked:
            raise refusals.encrypted()
        if self.format.reader is None:
            raise refusals.unsupported(self.format.title, self.format.advice)
        return self.format.reader


def recognise(data: bytes, limits: Limits = DEFAULT) -> RecognisedFile:
    """Return a file as what it is: of a zip, the directory is read, and of others the beginning."""
    if not data.startswith(ZIP):
        return RecognisedFile(data, _format(data, frozenset()))
    from specvalidator.readers import zipped  # noqa: PLC0415 - what unpacks zips is not light

    try:
        infos = zipped.directory(data, limits)
    except UnreadableFile as damage:
        return RecognisedFile(data, formats.WORD, damage)  # as most are; it is refused as damaged
    names = frozenset(zipped.part_name(info.filename) for info in infos)
    return RecognisedFile(data, _format(data, names), infos)


def _format(data: bytes, names: frozenset[str]) -> Format:
    return next(each for each in formats.FORMATS if each.fits(data, names))


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
    if before := remembered(known.data):
        return before
    reader = importlib.import_module(known.reader(limits))  # what reads XML or PDF is heavy
    document: Document = reader.read(known, limits, meter or Meter(limits))
    keep(known.data, document)
    return document


def read_files(
    file: bytes | RecognisedFile | Path,
    name: str,
    limits: Limits = DEFAULT,
    enclose: "Enclose | None" = None,
) -> Iterator[Enclosure]:
    """Yield each file of a folder or a zip, read for itself; any other file stands alone.

    Args:
        file: a folder's path, the bytes of a file, or what they were recognised as.
        name: what a file that stands alone is called.
        limits: bounds on the archive or folder, and on each file in it.
        enclose: reads each of the files; None: all that can be read of it.

    Raises:
        UnreadableFile: the zip is damaged or too large, or the folder has too many files.
    """
    from specvalidator.readers import enclosures  # noqa: PLC0415 - what unpacks zips is not light

    enclose = enclose or enclosures.enclosed
    if isinstance(file, Path):
        return enclosures.filed(file, limits, enclose)
    known = recognise(file, limits) if isinstance(file, bytes) else file
    return enclosures.enclosed_in(known, name, limits, enclose)
