"""Which files a run looks at, and what reports call them."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers.formats import ARCHIVE, is_document, may_be_record
from specvalidator.wording import Words

LOCK = "~$"
"""How the files begin that Word keeps while a document is open."""


class Found(NamedTuple):
    """A file to look at, a folder that is one dossier, or one that could not be opened."""

    path: Path
    name: str
    """What reports call it: never absolute, with / on every system."""
    error: UnreadableFile | None = None
    by_itself: bool = False
    """Whether it is what its content says, though dossiers are looked at: others lie beside it."""
    together: tuple[Path, ...] = ()
    """The files that were handed in with it as one dossier."""


class Choice(NamedTuple):
    """Which of the files that arguments stand for are wanted."""

    whole: bool = False
    """Whether a folder is one thing to look at, a dossier."""
    excluded: Callable[[Path], bool] | None = None
    """What tells whether a file in a folder is left out; None leaves none out."""
    forced: bool = False
    """Whether files that arguments name are left out, too."""
    known_only: bool = False
    """Whether what is named and no document is passed over, as in a folder."""
    used: Path | None = None
    """A file in a folder that is not looked at because the run uses it, as the catalogue."""


EVERYTHING = Choice()


class Search(NamedTuple):
    """What the arguments of a run stand for."""

    files: tuple[Found, ...]
    passed_over: int
    """Files that are of other kinds."""
    excluded: int
    """Files that are left out."""
    empty: tuple[str, ...]
    """Folders, as given, that hold no document, and none that was left out."""


def search(arguments: Iterable[Path], choice: Choice = EVERYTHING) -> Search:
    """Find the documents that arguments name; each once, in the order of the arguments.

    A file is taken as it is. A folder gives the documents in it and below it, sorted by path, and
    those JSON files that are records of a known kind; hidden files, Word's lock files and linked
    folders are left out. What is named as no document is taken where its content may be one, or an
    archive of some: what cannot be read is a result, too.
    """
    arguments = tuple(arguments)
    used = choice.used and _identity(choice.used)
    loose = () if not choice.whole else tuple(each for each in arguments if not _is_several(each))
    found: dict[str, Found] = {}
    passed_over = excluded = 0
    empty = []
    for argument in arguments:
        if choice.whole and (kept := _kept_in(argument)):
            inside = [each for each in kept if _identity(each.path) != used]
            wanted = _wanted(inside, choice)
            documents = [each for each in wanted if each.path.is_dir() or _is_sought(each.path)]
        elif choice.whole and len(arguments) > 1 and argument in loose:
            if len(loose) < len(arguments):
                inside = [Found(argument, printable(Path(argument.name)), by_itself=True)]
            elif argument is loose[0]:
                inside = [Found(argument, _TOGETHER, together=loose)]
            else:
                continue
            documents = wanted = inside
        elif choice.whole or not argument.is_dir():
            called = argument.name or argument.resolve().name  # "." has no name
            inside = [Found(argument, printable(Path(called)))]
            wanted = inside if not choice.forced else _wanted(inside, choice)
            documents = wanted if not choice.known_only else list(filter(_may_be_known, wanted))
        else:
            inside = [each for each in _inside(argument) if _identity(each.path) != used]
            wanted = _wanted(inside, choice)
            documents = [each for each in wanted if each.error or _is_sought(each.path)]
            if not documents and len(wanted) == len(inside):
                empty.append(argument.as_posix())
        excluded += len(inside) - len(wanted)
        passed_over += len(wanted) - len(documents)
        for each in documents:
            found.setdefault(_identity(each.path), each)
    files = tuple(_told_apart(list(found.values())))
    return Search(files, passed_over, excluded, tuple(empty))


_TOGETHER = "dossier"
"""What files are called that are one dossier and lie in no folder of their own."""


def _is_several(path: Path) -> bool:
    """Say whether an argument holds several files."""
    return path.is_dir() or path.suffix.lower() in ARCHIVE.media_types


def _kept_in(folder: Path) -> list[Found]:
    """Return the dossiers that a folder keeps, and the files beside them; none if it is one."""
    from specvalidator.extract.dossier.folders import kept_in  # noqa: PLC0415 - dossiers only

    kept = kept_in(folder) if folder.is_dir() else None
    if kept is None:
        return []
    called = folder.name or folder.resolve().name
    found = [Found(path, path.name) for path in kept.dossiers]
    for path in kept.others:
        found += _inside(path) if path.is_dir() else [Found(path, path.name)]
    return [
        each._replace(name=printable(Path(called, each.path.relative_to(folder))), by_itself=True)
        for each in found
    ]


def _wanted(files: list[Found], choice: Choice) -> list[Found]:
    left_out = choice.excluded
    return files if left_out is None else [each for each in files if not left_out(each.path)]


def _may_be_known(file: Found) -> bool:
    """Say whether it makes sense to look at a file that may be of any kind."""
    path = file.path
    if path.name.startswith(LOCK):
        return False
    return not may_be_record(path) or not path.is_file() or _holds_record(path)


def _inside(folder: Path) -> Iterator[Found]:
    """Yield every file below a folder that is not hidden, and the folders that do not open."""
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [Path(place, each) for each in names]
    errors = {Path(error.filename): _closed(error) for error in closed}
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        error = errors.get(path)
        if error or path.is_file() or path.is_symlink():
            inside = path.relative_to(folder) if path != folder else Path(folder.name)
            yield Found(path, printable(inside), error)


def _closed(error: OSError) -> UnreadableFile:
    reason = error.strerror or type(error).__name__
    words = Words(
        f"无法打开文件夹（{reason}），其中的文件没有检查。请核对权限。",
        f"The folder cannot be opened ({reason}); its files were not checked. Check its "
        "permissions.",
    )
    return UnreadableFile("unreadable", words)


def _is_sought(path: Path) -> bool:
    """Say whether a file in a folder is one to look at; hidden and lock files are none."""
    from specvalidator.readers.unlabelled import is_unlabelled  # noqa: PLC0415 - only in folders

    if path.name.startswith((".", LOCK)):
        return False
    if may_be_record(path):
        return _holds_record(path)
    return is_document(path) or is_unlabelled(path)


def _holds_record(path: Path) -> bool:
    from specvalidator.readers.record import holds_record  # noqa: PLC0415 - only for such files

    return holds_record(path)


def _identity(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def printable(path: Path) -> str:
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
            yield file._replace(name=printable(longer))
        else:
            yield file
