"""Documents at an fsspec address: object stores, file servers, archives of many kinds."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import fsspec

from specvalidator.batch.documents import ArchiveDocument, BadArchive, is_wanted
from specvalidator.errors import UnreadableFile
from specvalidator.readers.enclosures import counts
from specvalidator.readers.limits import Limits
from specvalidator.readers.signatures import HEAD
from specvalidator.wording import Words


class RemoteFile(NamedTuple):
    """A file of a file system that fsspec knows."""

    system: Any  # fsspec has no types
    path: str

    def load(self, limits: Limits) -> bytes:
        """Fetch the file's bytes; errors as `Address.load`."""
        most = max(limits.file_bytes, limits.archive_bytes, limits.record_bytes) + 1
        return self._fetched(lambda: self._begin(most))

    def head(self) -> bytes:
        """Fetch so much of the file as tells what it is; errors as `Address.load`."""
        return self._fetched(lambda: self.system.cat_file(self.path, start=0, end=HEAD))

    def _begin(self, most: int) -> bytes:
        with self.system.open(self.path, "rb") as file:
            data: bytes = file.read(most)
        return data

    def _fetched(self, fetch: Callable[[], bytes]) -> bytes:
        try:
            return fetch()
        except Exception as error:  # noqa: BLE001 - each file system raises its own
            name = type(error).__name__
            words = Words(
                f"无法取得这个文件（{name}），请核对地址和权限。",
                f"The file cannot be fetched ({name}); check the address and its permissions.",
            )
            raise UnreadableFile("unreadable", words) from None


class RemoteFiles:
    """The documents at an address: of a folder and those below it, of a pattern, or one file."""

    def __init__(self, address: str, limits: Limits) -> None:
        """List the documents.

        Raises:
            BadArchive: nothing can be listed there.
        """
        try:
            self._system, path = fsspec.core.url_to_fs(address)
            found = _listed(self._system, path)
        except Exception as error:  # noqa: BLE001 - each file system raises its own
            name = type(error).__name__
            raise BadArchive(
                Words(
                    f"无法列出这个地址中的文件（{name}），请核对地址、权限和所需的 fsspec 组件。",
                    f"What is at this address cannot be listed ({name}); check the address, its "
                    "permissions and what fsspec needs for it.",
                )
            ) from None
        whole = posixpath.dirname(path) if found == [path] else _folder(path)
        named = {posixpath.relpath(each, whole or "."): each for each in found}
        self._files: dict[str, str] = {}
        for name, each in sorted(named.items()):
            at, file = PurePosixPath(name), RemoteFile(self._system, each)
            if counts(name) and is_wanted(at, file, limits, file.head):
                self._files[name] = each
        self.passed_over = len(named) - len(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[ArchiveDocument]:
        for name, path in self._files.items():
            yield ArchiveDocument(name, RemoteFile(self._system, path))


def _listed(system: Any, path: str) -> list[str]:  # noqa: ANN401 - fsspec has no types
    if any(mark in path for mark in "*?["):
        return [each for each in system.glob(path) if system.isfile(each)]
    if system.isfile(path):
        return [path]
    if not system.isdir(path):
        raise FileNotFoundError(path)
    return list(system.find(path))


def _folder(path: str) -> str:
    """Return the part of an address before its first pattern."""
    parts = path.split("/")
    at = next((n for n, part in enumerate(parts) if any(mark in part for mark in "*?[")), None)
    return "/".join(parts if at is None else parts[:at])
