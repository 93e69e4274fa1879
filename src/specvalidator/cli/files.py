"""Which files a run looks at, and what reports call them."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.cli.paths import absolute, has_place, identity, is_file, printable
from specvalidator.cli.pipes import is_pipe, is_standard_input, received
from specvalidator.errors import UnreadableFile
from specvalidator.files import is_folder
from specvalidator.places import Source
from specvalidator.readers.formats import is_document, may_be_record
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.unlabelled import is_unlabelled, may_be_file
from specvalidator.reports import Failure
from specvalidator.wording import Words

LOCK = "~$"
"""How the files begin that Word keeps while a document is open."""


class Found(NamedTuple):
    """A file to look at, a folder that is one dossier, or one that could not be opened."""

    path: Path
    name: str
    """What reports call it: never absolute, with / on every system."""
    error: UnreadableFile | None = None
    data: bytes | None = None
    """All that came out of it, where it can be read only once."""

    @property
    def file(self) -> Path | bytes:
        """What to read."""
        return self.path if self.data is None else self.data

    def unopened(self, error: UnreadableFile) -> Failure:
        """Return what reports say where it cannot be opened."""
        return Failure(Source(name=self.name, media_type=None, sha256=None, size=None), error)


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
    limits: Limits = DEFAULT
    """How much is taken of what can be read only once."""


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
    used = choice.used and identity(choice.used)
    found: dict[str, Found] = {}
    passed_over = excluded = 0
    empty = []
    for argument in arguments:
        if choice.whole or is_pipe(argument) or not (is_folder(argument) and has_place(argument)):
            inside = [Found(argument, _called(argument))]
            wanted = inside if not choice.forced else _wanted(inside, choice)
            documents = wanted if not choice.known_only else list(filter(_may_be_known, wanted))
        else:
            inside = [each for each in _inside(argument) if identity(each.path) != used]
            wanted = _wanted(inside, choice)
            documents = [each for each in wanted if each.error or _is_sought(each.path)]
            if not documents and len(wanted) == len(inside):
                empty.append(argument.as_posix())
        excluded += len(inside) - len(wanted)
        passed_over += len(wanted) - len(documents)
        for each in documents:
            own = "/dev/stdin" if is_standard_input(each.path) else each.path
            found.setdefault(identity(Path(own)), each)
    files = [_held(each, choice.limits) for each in found.values()]
    return Search(tuple(_told_apart(files)), passed_over, excluded, tuple(empty))


def named(path: Path, limits: Limits) -> Found:
    """Return a file that an argument names; what can be read only once is read now."""
    return _held(Found(path, _called(path)), limits)


def _held(file: Found, limits: Limits) -> Found:
    if file.error or (has_place(file.path) and not is_pipe(file.path)):
        return file
    try:
        return file._replace(data=received(file.path, limits))
    except UnreadableFile as error:
        return file._replace(error=error)


def _called(path: Path) -> str:
    """Return the name of what an argument names; "." has none of its own."""
    return printable(Path(path.name or Path(absolute(path)).name or path))


def _wanted(files: list[Found], choice: Choice) -> list[Found]:
    left_out = choice.excluded
    return files if left_out is None else [each for each in files if not left_out(each.path)]


def _may_be_known(file: Found) -> bool:
    """Say whether it makes sense to look at a file that may be of any kind."""
    path = file.path
    if path.name.startswith(LOCK):
        return False
    return not may_be_record(path) or not is_file(path) or _holds_record(path)


def _inside(folder: Path) -> Iterator[Found]:
    """Yield every file below a folder that is not hidden, and the folders that do not open."""
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [Path(place, each) for each in names if not each.startswith((".", LOCK))]
    errors = {Path(error.filename): _closed(error) for error in closed}
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        error = errors.get(path)
        if error or may_be_file(path):
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
    """Say whether a file in a folder is one to look at."""
    if may_be_record(path):
        return _holds_record(path)
    return is_document(path) or is_unlabelled(path)


def _holds_record(path: Path) -> bool:
    """Say whether a JSON file is one of ours, as most are not, or does not open to tell."""
    from specvalidator.readers.record import kind_of_record  # noqa: PLC0415 - only for such files

    try:
        if path.stat().st_size > Limits().record_bytes:
            return False
        return kind_of_record(path.read_bytes()) is not None
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _told_apart(files: list[Found]) -> Iterator[Found]:
    """Name files that share a name by their path from the folder that holds all files."""
    times = Counter(file.name for file in files)
    if not any(count > 1 for count in times.values()):
        yield from files
        return
    whole = [Path(absolute(file.path)) for file in files]
    drives = {path.anchor for path in whole}
    common = os.path.commonpath([path.parent for path in whole]) if len(drives) == 1 else None
    for file, path in zip(files, whole, strict=True):
        if times[file.name] > 1:
            longer = path.relative_to(common or path.anchor)
            yield file._replace(name=printable(longer))
        else:
            yield file
