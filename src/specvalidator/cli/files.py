"""Which files a run looks at, and what reports call them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".pdf", ".doc", ".wps", ".zip"})
"""What is taken from a folder: Word, PDF, dossiers, and old formats, refused with advice."""
_RECORD = ".json"


class Found(NamedTuple):
    """A file to look at, a folder that is one dossier, or one that could not be opened."""

    path: Path
    name: str
    """What reports call it: never absolute, with / on every system."""
    error: UnreadableFile | None = None


class Search(NamedTuple):
    """What the arguments of a run stand for."""

    files: tuple[Found, ...]
    passed_over: int
    """Files in folders that are of other kinds."""
    empty: tuple[str, ...]
    """Folders, as given, that hold no document."""


def search(arguments: Iterable[Path], *, whole: bool = False) -> Search:
    """Find the documents that arguments name; each once, in the order of the arguments.

    A file is taken as it is. A folder gives the documents in it and below it, sorted by path, and
    those JSON files that are records of a known kind; hidden files, Word's lock files and linked
    folders are left out. Where `whole` is said, a folder is one thing to look at, a dossier.
    """
    found: dict[str, Found] = {}
    passed_over = 0
    empty = []
    for argument in arguments:
        if whole or not argument.is_dir():
            called = argument.name or argument.resolve().name  # "." has no name
            found.setdefault(_identity(argument), Found(argument, _name(Path(called))))
            continue
        inside = list(_inside(argument))
        documents = [each for each in inside if each.error or _is_document(each.path)]
        passed_over += len(inside) - len(documents)
        if not documents:
            empty.append(argument.as_posix())
        for each in documents:
            found.setdefault(_identity(each.path), each)
    return Search(tuple(_told_apart(list(found.values()))), passed_over, tuple(empty))


def _inside(folder: Path) -> Iterator[Found]:
    """Yield every file below a folder that is not hidden, and the folders that do not open."""
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [Path(place, each) for each in names if not each.startswith((".", "~$"))]
    errors = {Path(error.filename): _closed(error) for error in closed}
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        error = errors.get(path)
        if error or path.is_file() or path.is_symlink():
            inside = path.relative_to(folder) if path != folder else Path(folder.name)
            yield Found(path, _name(inside), error)


def _closed(error: OSError) -> UnreadableFile:
    reason = error.strerror or type(error).__name__
    words = Words(
        f"无法打开文件夹（{reason}），其中的文件没有检查。请核对权限。",
        f"The folder cannot be opened ({reason}); its files were not checked. Check its "
        "permissions.",
    )
    return UnreadableFile("unreadable", words)


def _is_document(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in SUFFIXES or (suffix == _RECORD and _holds_record(path))


def _holds_record(path: Path) -> bool:
    """Say whether a JSON file is one of ours: folders hold many that are not."""
    from specvalidator.readers.record import kind_of_record  # noqa: PLC0415 - only for such files

    try:
        if path.stat().st_size > Limits().record_bytes:
            return False
        return kind_of_record(path.read_bytes()) is not None
    except OSError:
        return False


def _identity(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _name(path: Path) -> str:
    """Return a path as reports print it; bytes that are no UTF-8 become escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _told_apart(files: list[Found]) -> Iterator[Found]:
    """Name files that share a name by their path from the folder that holds all files."""
    times = Counter(file.name for file in files)
    if not any(count > 1 for count in times.values()):
        yield from files
        return
    absolute = [Path(os.path.abspath(file.path)) for file in files]  # noqa: PTH100 - keeps links
    drives = {path.anchor for path in absolute}
    common = os.path.commonpath([path.parent for path in absolute]) if len(drives) == 1 else None
    for file, path in zip(files, absolute, strict=True):
        if times[file.name] > 1:
            longer = path.relative_to(common or path.anchor)
            yield file._replace(name=_name(longer))
        else:
            yield file
