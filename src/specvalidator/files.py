"""What a caller hands over, a path, bytes or an open file: its bytes, and what it is called."""

import errno
import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from specvalidator.errors import UnreadableFile
from specvalidator.places import Source
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Words

File = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes of a file, or a file opened for reading bytes."""


def source_of(data: bytes, name: str, media_type: str | None = None) -> Source:
    """Return what reports say about a file with these bytes."""
    digest = hashlib.sha256(data).hexdigest()
    return Source(name=name, media_type=media_type, sha256=digest, size=len(data))


def bytes_of(file: File, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of a file; of one that is too large in any case, only so many as tell it.

    Raises:
        UnreadableFile: there is no such file, or it cannot be opened.
    """
    if isinstance(file, bytes):
        return file
    most = most_bytes(limits)
    if isinstance(file, str | PathLike):
        try:
            with Path(file).open("rb") as opened:
                size = os.fstat(opened.fileno()).st_size or most  # a pipe does not say
                return opened.read(min(size, most))  # room for the most is dear to make
        except (OSError, ValueError) as error:
            raise not_opened(error) from None
    return file.read(most)


def not_opened(error: OSError | ValueError) -> UnreadableFile:
    """Return why a file gave nothing; a `ValueError` is of a name that no file can have."""
    if not isinstance(error, OSError) or error.errno in _NO_FILE:
        words = Words("找不到这个文件，请核对路径。", "There is no such file; check the path.")
        return UnreadableFile("not-found", words)
    reason = error.strerror or type(error).__name__
    return UnreadableFile(
        "unreadable",
        Words(
            f"无法打开文件（{reason}），请核对权限，或关闭正在使用它的程序。",
            f"The file cannot be opened ({reason}); check its permissions, or close the "
            "program that uses it.",
        ),
    )


_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What a system answers where there can be no such file."""


def is_folder(file: File) -> bool:
    """Say whether a folder is handed over; what cannot even be asked about is none."""
    return isinstance(file, str | PathLike) and os.path.isdir(file)  # noqa: PTH112 - Path raises


def is_file(path: str | PathLike[str]) -> bool:
    """Say whether it is a file with bytes of its own; what cannot even be asked about is none."""
    return os.path.isfile(path)  # noqa: PTH113 - Path raises


def most_bytes(limits: Limits) -> int:
    """Return how many bytes tell that a file is too large, whatever it is."""
    return max(limits.file_bytes, limits.archive_bytes, limits.record_bytes) + 1


def portable(file: File, limits: Limits) -> Path | bytes:
    """Return a file as another process can open it."""
    return Path(file) if isinstance(file, str | PathLike) else bytes_of(file, limits)


def opened(files: Iterable[File], limits: Limits = DEFAULT) -> Iterator[bytes | Path]:
    """Yield the bytes of each file, a folder as it is; what cannot be opened is left out."""
    for file in files:
        if isinstance(file, str | PathLike) and is_folder(file):
            yield Path(file)
            continue
        with suppress(UnreadableFile):
            yield bytes_of(file, limits)


def bundled(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files that were handed in together as one zip; names that are the same get numbers."""
    packed = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files:
            path = PurePosixPath(name)
            called, number = name, 1
            while called in taken:
                number += 1
                called = f"{path.stem} ({number}){path.suffix}"
            taken.add(called)
            archive.writestr(zipfile.ZipInfo(called), data)  # of a day that is always the same
    return packed.getvalue()


def name_of(file: File) -> str:
    """Return what reports call a file that nobody named: its path's last part, "-" for bytes."""
    name = getattr(file, "name", None) if not isinstance(file, str | PathLike | bytes) else file
    if not isinstance(name, str | PathLike):
        return "-"
    # The name of the folder in which one stands is not in its path.
    return Path(name).name or Path(name).resolve().name or "-"
