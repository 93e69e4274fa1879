"""Which files a run looks at, and what reports call them."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from specvalidator.cli.copies import written_about
from specvalidator.cli.folders import LOCK, files_in, holds_record, is_sought, kept_in
from specvalidator.cli.found import Found, held, named
from specvalidator.cli.paths import absolute, has_place, identity, printable
from specvalidator.cli.pipes import is_pipe, is_standard_input
from specvalidator.files import is_file, is_folder
from specvalidator.readers.formats import ARCHIVE, is_picture, may_be_record
from specvalidator.readers.limits import DEFAULT, Limits


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
    ours: tuple[str, ...] = ()
    """Letters, marked copies and workbooks about the others, which were passed over, too."""
    pictures: int = 0
    """How many pictures are among what was passed over."""


def search(arguments: Iterable[Path], choice: Choice = EVERYTHING) -> Search:
    """Find the documents that arguments name; each once, in the order of the arguments.

    A file is taken as it is. A folder gives the documents in it and below it, sorted by path, and
    those JSON files that are records of a known kind; hidden files, Word's lock files and linked
    folders are left out. What is named as no document is taken where its content may be one, or an
    archive of some: what cannot be read is a result, too.
    """
    arguments = tuple(arguments)
    loose = tuple(filter(_is_one, arguments)) if choice.whole and len(arguments) > 1 else ()
    found: dict[str, Found] = {}
    passed_over = excluded = pictures = 0
    empty = []
    ours: list[str] = []
    for argument in arguments:
        part = _part(argument, arguments, loose, choice)
        if part.is_folder and not part.documents and len(part.wanted) == len(part.inside):
            empty.append(argument.as_posix())
        excluded += len(part.inside) - len(part.wanted)
        passed_over += len(part.wanted) - len(part.documents)
        ours += part.ours
        if part.is_folder:
            pictures += sum(is_picture(each.path) for each in part.wanted)
            pictures -= sum(is_picture(each.path) for each in part.documents)
        for each in part.documents:
            own = "/dev/stdin" if is_standard_input(each.path) else each.path
            found.setdefault(identity(Path(own)), each)
    files = [held(each, choice.limits) for each in found.values()]
    return Search(
        tuple(_told_apart(files)), passed_over, excluded, tuple(empty), tuple(ours), pictures
    )


class _Part(NamedTuple):
    """What one argument stands for."""

    inside: list[Found]
    wanted: list[Found]
    """Those that are not left out."""
    documents: list[Found]
    """Those of them that are looked at."""
    is_folder: bool = False
    ours: tuple[str, ...] = ()
    """What else would be looked at, had this program not written it about the others."""


def _part(
    argument: Path, arguments: tuple[Path, ...], loose: tuple[Path, ...], choice: Choice
) -> _Part:
    if choice.whole and (kept := kept_in(argument)):
        return _in_folder(kept, choice)._replace(is_folder=False)
    if argument in loose:
        one = named(argument)._replace(by_itself=True)
        if len(loose) == len(arguments):
            together = Found(argument, _TOGETHER, together=tuple(map(named, loose)))
            one_dossier = [together] if argument is loose[0] else []
            return _Part(one_dossier, one_dossier, one_dossier)
        return _Part([one], [one], [one])
    if not choice.whole and not is_pipe(argument) and is_folder(argument) and has_place(argument):
        return _in_folder(files_in(argument), choice)
    inside = [named(argument)]
    wanted = _wanted(inside, choice) if choice.forced else inside
    return _Part(
        inside, wanted, list(filter(_may_be_known, wanted)) if choice.known_only else wanted
    )


_TOGETHER = "dossier"
"""What files are called that are one dossier and lie in no folder of their own."""


def _is_one(path: Path) -> bool:
    """Say whether an argument is one file, not several."""
    return not is_folder(path) and path.suffix.lower() not in ARCHIVE.media_types


def _in_folder(files: Iterable[Found], choice: Choice) -> _Part:
    used = choice.used and identity(choice.used)
    inside = [each for each in files if identity(each.path) != used]
    wanted = _wanted(inside, choice)
    sought = [each for each in wanted if each.error or is_folder(each.path) or is_sought(each.path)]
    readable = [each.path for each in sought if not each.error]
    ours = set(written_about(readable, [each.path for each in inside]))
    documents = [each for each in sought if each.path not in ours] if ours else sought
    names = tuple(each.name for each in sought if each.path in ours)
    return _Part(inside, wanted, documents, is_folder=True, ours=names)


def _wanted(files: list[Found], choice: Choice) -> list[Found]:
    left_out = choice.excluded
    return files if left_out is None else [each for each in files if not left_out(each.path)]


def _may_be_known(file: Found) -> bool:
    """Say whether it makes sense to look at a file that may be of any kind."""
    path = file.path
    if path.name.startswith(LOCK):
        return False
    return not may_be_record(path) or not is_file(path) or holds_record(path)


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
