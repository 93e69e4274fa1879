"""Documents in files of this machine."""

import hashlib
import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.batch.documents import ArchiveDocument
from specvalidator.errors import UnreadableFile
from specvalidator.files import bytes_of, is_folder
from specvalidator.readers.limits import Limits


class LocalFile(NamedTuple):
    """A file by its path."""

    path: str

    def load(self, limits: Limits) -> bytes:
        """Return the file's bytes; errors as `Address.load`."""
        return bytes_of(self.path, limits)


class LocalFolder(NamedTuple):
    """A folder that is one dossier, by its path."""

    path: str

    def load(self, limits: Limits) -> bytes:
        """Return the names and digests of its files, which tell it from others."""
        lines = []
        for place, folders, names in os.walk(self.path):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(place, name)  # noqa: PTH118 - a text is enough
                try:
                    digest = hashlib.sha256(bytes_of(path, limits)).hexdigest()
                except UnreadableFile as error:
                    digest = error.error
                lines.append(f"{os.path.relpath(path, self.path)}\0{digest}\n")
        return "".join(lines).encode("utf-8", "surrogateescape")


class Closed(NamedTuple):
    """A file or folder that could not even be listed."""

    error: UnreadableFile

    def load(self, _limits: Limits) -> bytes:
        """Raise why."""
        raise self.error


class Received(NamedTuple):
    """What came out of a pipe, which can be read only once."""

    data: bytes

    def load(self, _limits: Limits) -> bytes:
        """Return it."""
        return self.data


class LocalFiles:
    """Files that were found already, each under the name that reports call it."""

    def __init__(
        self,
        files: Iterable[tuple[str, Path | bytes, UnreadableFile | None]],
        by_itself: Container[str] = (),
    ) -> None:
        """Keep name, path or bytes, and why it cannot be opened, of each file.

        Args:
            files: the files.
            by_itself: names of those that are what their content says, whatever is looked for.
        """
        self._by_itself = by_itself
        self._files = [
            (name, _address(file) if error is None else Closed(error))
            for name, file, error in files
        ]

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[ArchiveDocument]:
        for name, path in self._files:
            yield ArchiveDocument(name, path, name in self._by_itself)


def _address(file: Path | bytes) -> LocalFile | LocalFolder | Received:
    if isinstance(file, bytes):
        return Received(file)
    own = str(file.absolute())
    return LocalFolder(own) if is_folder(file) else LocalFile(own)
