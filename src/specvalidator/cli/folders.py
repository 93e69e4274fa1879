"""What a folder that an argument names holds: its documents, or the dossiers that it keeps."""

import os
from collections.abc import Iterator
from pathlib import Path

from specvalidator.cli.found import Found, named
from specvalidator.cli.paths import printable
from specvalidator.errors import UnreadableFile
from specvalidator.files import is_folder
from specvalidator.readers.formats import is_document, may_be_record
from specvalidator.readers.unlabelled import is_unlabelled, may_be_file
from specvalidator.wording import Words

LOCK = "~$"
"""How the files begin that Word keeps while a document is open."""


def files_in(folder: Path) -> Iterator[Found]:
    """Yield every file below a folder that is not hidden, and the folders that do not open."""
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [Path(place, each) for each in names]
    errors = {Path(error.filename): _closed(error) for error in closed}
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        error = errors.get(path)
        if error or may_be_file(path):
            inside = path.relative_to(folder) if path != folder else Path(folder.name)
            yield Found(path, printable(inside), error)


def kept_in(folder: Path) -> list[Found]:
    """Return the dossiers that a folder keeps, and the files beside them; none if it is one."""
    from specvalidator.extract.dossier import folders  # noqa: PLC0415 - dossiers only

    kept = folders.kept_in(folder) if is_folder(folder) else None
    if kept is None:
        return []
    found = [Found(path, path.name) for path in kept.dossiers]
    for path in kept.others:
        found += files_in(path) if is_folder(path) else [Found(path, path.name)]
    called = named(folder).name
    return [
        each._replace(name=printable(Path(called, each.path.relative_to(folder))), by_itself=True)
        for each in found
    ]


def is_sought(path: Path) -> bool:
    """Say whether a file in a folder is one to look at; hidden and lock files are none."""
    if path.name.startswith((".", LOCK)):
        return False
    return holds_record(path) if may_be_record(path) else is_document(path) or is_unlabelled(path)


def holds_record(path: Path) -> bool:
    """Say whether a JSON file is one of ours, as most are not, or does not open to tell."""
    from specvalidator.readers import record  # noqa: PLC0415 - only for such files

    return record.holds_record(path)


def _closed(error: OSError) -> UnreadableFile:
    reason = error.strerror or type(error).__name__
    words = Words(
        f"无法打开文件夹（{reason}），其中的文件没有检查。请核对权限。",
        f"The folder cannot be opened ({reason}); its files were not checked. Check its "
        "permissions.",
    )
    return UnreadableFile("unreadable", words)
