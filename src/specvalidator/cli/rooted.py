"""What tools that gather findings call a file: its path from the root of the repository."""

import os
from collections.abc import Iterable
from pathlib import Path

from specvalidator.cli.found import Found
from specvalidator.cli.paths import absolute, is_there, printable

_REPOSITORY = ".git"


def paths_from_root(files: Iterable[Found]) -> dict[str, str]:
    """Return the path of each file by the name that reports have for it, with / on every system.

    It begins at the root of the repository that the current folder is in, else at the current
    folder, whatever other files the run looks at. A file outside is found from there by `..`; one
    on another drive keeps its name.
    """
    root = _root(Path(absolute(os.curdir)))
    return {file.name: _path(file, root) for file in files}


def _root(folder: Path) -> Path:
    within = (folder, *folder.parents)
    return next((each for each in within if is_there(each / _REPOSITORY)), folder)


def _path(file: Found, root: Path) -> str:
    if file.data is not None:  # a pipe is nowhere
        return file.name
    try:
        return printable(Path(os.path.relpath(file.path, root)))
    except (OSError, ValueError):  # no current folder; no way from one drive to another
        return file.name
