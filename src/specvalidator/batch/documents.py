"""What a batch looks at: documents that can be told and read from wherever they lie."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple, Protocol

from specvalidator.errors import SpecvalidatorError, UnreadableFile
from specvalidator.readers.formats import is_document, may_be_record
from specvalidator.readers.limits import Limits
from specvalidator.readers.record import kind_of_record
from specvalidator.readers.unlabelled import may_be_document, names_in
from specvalidator.wording import Words

_LIGHT = 2**18
"""So many bytes are handed to a worker with the document, so that it is read only once."""


_CHANGED = Words(
    "文件在检查的同时被改动，这次没有检查；请再运行一次。",
    "The file was changed while the batch was at it, and was not checked; run the batch again.",
)


class Address(Protocol):
    """Where a document lies; it can be pickled, so that a worker can read there, too."""

    def load(self, limits: Limits) -> bytes:
        """Return the document's bytes; of one that is too large, only so many as tell it.

        Raises:
            UnreadableFile: it cannot be had.
        """
        ...


class BadArchive(SpecvalidatorError):  # noqa: N818 - reads as "raise BadArchive"
    """An archive whose documents cannot be listed."""


class ArchiveDocument(NamedTuple):
    """One document of the archive."""

    name: str
    """What reports call it: never absolute, with / on every system."""
    address: Address
    by_itself: bool = False
    """Whether it is what its content says, though dossiers are looked at."""


class Archive(Protocol):
    """An archive."""

    def __len__(self) -> int:
        """Return how many documents it has."""
        ...

    def __iter__(self) -> Iterator[ArchiveDocument]:
        """Yield the documents, in the same order every time."""
        ...


class Documents:
    """Documents that are listed already."""

    def __init__(self, documents: Iterable[ArchiveDocument]) -> None:
        """Keep them."""
        self._documents = tuple(documents)

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[ArchiveDocument]:
        return iter(self._documents)


class Seen(NamedTuple):
    """A document whose bytes were looked at, not judged yet."""

    number: int
    """Its number in the archive, from 0."""
    document: ArchiveDocument
    sha256: str | None
    """Digest of its bytes, in hexadecimal; None where it cannot be read."""
    size: int | None
    data: bytes | None = None
    """Its bytes, where they are few."""
    error: UnreadableFile | None = None
    """Why it cannot be read."""

    def bytes_of(self, limits: Limits) -> bytes:
        """Return the bytes that were looked at.

        Raises:
            UnreadableFile: as `Address.load`, or they are others by now.
        """
        if self.data is not None:
            return self.data
        data = self.document.address.load(limits)
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise UnreadableFile("unreadable", _CHANGED)
        return data


def is_wanted(
    name: PurePath, address: Address, limits: Limits, head: Callable[[], bytes] | None = None
) -> bool:
    """Say whether a file of an archive is a document; of JSON, whether it holds a record.

    Args:
        name: what it is called in the archive.
        address: where it lies.
        limits: bounds on what is read to find out; a zip inside is read for its directory.
        head: what gives its first bytes, from which is told what its name does not say; None
            where they are not to be had. What cannot be read is wanted, so that it is named.
    """
    if not may_be_record(name):
        return is_document(name) or (head is not None and _may_be(name, address, limits, head))
    try:
        return kind_of_record(address.load(limits), limits) is not None
    except UnreadableFile:
        return False


def _may_be(name: PurePath, address: Address, limits: Limits, head: Callable[[], bytes]) -> bool:
    try:
        return may_be_document(name, head(), lambda: names_in(address.load(limits)))
    except UnreadableFile:
        return True


def seen(number: int, document: ArchiveDocument, limits: Limits) -> Seen:
    """Look at the bytes of a document."""
    try:
        data = document.address.load(limits)
    except UnreadableFile as error:
        return Seen(number, document, None, None, error=error)
    digest = hashlib.sha256(data).hexdigest()
    light = data if len(data) <= _LIGHT else None
    return Seen(number, document, digest, len(data), light)
