"""Documents in files of this machine."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.batch.documents import ArchiveDocument
from specvalidator.errors import UnreadableFile
from specvalidator.files import bytes_of
from specvalidator.readers.limits import Limits


class LocalFile(NamedTuple):
    """A file by its path."""

    path: str

    def load(self, limits: Limits) -> bytes:
        """Return the file's bytes; errors as `Address.load`."""
        return bytes_of(self.path, limits)


class Closed(NamedTuple):
    """A file or folder that could not even be listed."""

    error: UnreadableFile

    def load(self, _limits: Limits) -> bytes:
        """Raise why."""
        raise self.error


class LocalFiles:
    """Files that were found already, each under the name that reports call it."""

    def __init__(self, files: Iterable[tuple[str, Path, UnreadableFile | None]]) -> None:
        """Keep name, path, and why it cannot be opened, of each file."""
        self._files = [
            (name, str(path.absolute()) if error is None else error) for name, path, error in files
        ]

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[ArchiveDocument]:
        for name, path in self._files:
            yield ArchiveDocument(name, LocalFile(path) if isinstance(path, str) else Closed(path))
