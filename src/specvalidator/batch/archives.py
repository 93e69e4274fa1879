"""A zip as an archive: each member is a document, read without unpacking the others."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from specvalidator.batch.documents import ArchiveDocument, BadArchive, is_wanted
from specvalidator.readers import refusals, zipped
from specvalidator.readers.enclosures import counts, member_name
from specvalidator.readers.limits import Limits
from specvalidator.readers.signatures import HEAD
from specvalidator.wording import Words

_BROKEN = (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error)


class Member(NamedTuple):
    """A member of a zip, by its number in the zip's directory."""

    archive: str
    number: int

    def load(self, limits: Limits) -> bytes:
        """Unpack the member, never beyond what a file may have; errors as `Address.load`."""
        return self._begin(limits, limits.member_bytes + 1)

    def head(self) -> bytes:
        """Unpack so much of the member as tells what it is; errors as `Address.load`."""
        return self._begin(None, HEAD)

    def _begin(self, limits: Limits | None, size: int) -> bytes:
        try:
            zipfile_ = _opened(self.archive)
            info = zipfile_.infolist()[self.number]
            name = member_name(info)
            zipped.refuse_outside(name)
            zipped.refuse_link(info, name)
            if zipped.is_encrypted(info):
                raise refusals.encrypted()
            if limits is not None:
                zipped.refuse_too_large(info, name, limits)
            with zipfile_.open(info) as member:
                return member.read(size)
        except _BROKEN:
            raise refusals.corrupt(
                Words("它在压缩包中已损坏，无法解压", "it is damaged inside the archive")
            ) from None


class ZipArchive:
    """The documents of a zip, sorted by name; hidden files and lock files are left out."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """List the documents.

        Raises:
            BadArchive: it is no zip, or two of its members share a name.
        """
        self._path = str(path.absolute())
        self._limits = limits
        self.passed_over = 0
        self._members = dict(sorted(self._listed()))

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[ArchiveDocument]:
        for name, number in self._members.items():
            yield ArchiveDocument(name, Member(self._path, number))

    def _listed(self) -> Iterator[tuple[str, int]]:
        known: set[str] = set()
        for number, info in enumerate(_directory(self._path)):
            name = member_name(info)
            outside = ".." in name.split("/")  # listed all the same, to be refused by name
            is_folder = info.is_dir() or stat.S_ISDIR(info.external_attr >> 16)
            if is_folder:
                continue
            if not (outside or counts(name)):
                self.passed_over += 1
                continue
            if name in known:
                raise BadArchive(zipped.two_members(name).words)
            known.add(name)
            member = Member(self._path, number)
            if is_wanted(PurePosixPath(name), member, self._limits, member.head):
                yield name, number
            else:
                self.passed_over += 1


def _directory(path: str) -> list[zipfile.ZipInfo]:
    try:
        return _opened(path).infolist()  # members go by their number in it
    except _BROKEN:
        raise BadArchive(
            Words(
                f"{Path(path).name} 不是完好的 zip 压缩包。",
                f"{Path(path).name} is no zip, or it is damaged.",
            )
        ) from None


@lru_cache(maxsize=1)  # to open it is to read its directory, of thousands of members
def _opened(path: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)
