"""What a file is, told once, from its bytes and never its name."""

from typing import TYPE_CHECKING, NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers import formats, refusals
from specvalidator.readers.formats import Format
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.signatures import ZIP
from specvalidator.wording import Words

if TYPE_CHECKING:
    from zipfile import ZipInfo


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
            most = limits.file_bytes // 2**20
            raise refusals.too_large(Words(f"超过 {most} MB", f"it has more than {most} MB"))
        self.members()
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
        return RecognisedFile(data, formats.DAMAGED_ZIP, damage)
    names = frozenset(info.filename.casefold() for info in infos)
    return RecognisedFile(data, _format(data, names), infos)


def _format(data: bytes, names: frozenset[str]) -> Format:
    return next(each for each in formats.FORMATS if each.fits(data, names))
