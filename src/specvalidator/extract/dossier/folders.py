"""A folder in which bureaus keep what they were handed in: each subfolder or zip is a dossier."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from specvalidator.checks.likeness import one_applicant
from specvalidator.errors import UnreadableFile
from specvalidator.extract.dossier.applicants import names_of
from specvalidator.extract.dossier.files import read_file
from specvalidator.extract.dossier.names import hints
from specvalidator.files import bytes_of, is_file, is_folder
from specvalidator.places import Source
from specvalidator.readers import read_files
from specvalidator.readers.enclosures import names_in_zip
from specvalidator.readers.formats import ARCHIVE, is_document, may_be_record
from specvalidator.readers.record import holds_record
from specvalidator.readers.unlabelled import is_unlabelled

_SEVERAL = 2
_MANY = 20
"""Fewer are read together, so that each paper is known by all that is said in any of them."""
_LOOKED_INTO = 8


class Kept(NamedTuple):
    """What stands in such a folder."""

    dossiers: tuple[Path, ...]
    """Folders and zips that are one dossier each, as far as their content is that of one."""
    others: tuple[Path, ...]
    """Files and folders beside them, which stand for themselves."""


def kept_in(folder: Path) -> Kept | None:
    """Return the dossiers in a folder, None where it is one dossier itself, as far as names tell.

    It keeps several where two folders or zips in it hold a form of their own, by its name, and no
    form lies beside them. Folders called after a part of a dossier, 照片 or 制度, are none. Where
    there are so many that they could not be read as one dossier, a few are looked into: they are
    several where two of them hold the forms of different applicants.
    """
    try:
        inside = sorted(each for each in folder.iterdir() if not _is_hidden_folder(each))
    except OSError:
        return None  # reading it says so
    wholes = [each for each in inside if _may_be_whole(each)]
    others = tuple(each for each in inside if each not in wholes)
    if sum(_holds_form(each) for each in wholes) < _SEVERAL and not _are_of_several(wholes):
        return None
    if any("application" in hints(each.name) for each in others if _is_document(each)):
        return None
    return Kept(tuple(wholes), others)


def _is_hidden_folder(path: Path) -> bool:
    return path.name.startswith(".") and is_folder(path)


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents among files, and in folders and below them, sorted by path."""
    for path in paths:
        if is_folder(path):
            inside = (Path(place, name) for place, _, names in os.walk(path) for name in names)
            yield from filter(_is_document, sorted(inside))
        elif _is_document(path):
            yield path


def _may_be_whole(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    return not hidden and (is_folder(path) or is_zip(path)) and not hints(path.name)


def is_zip(path: Path) -> bool:
    """Say whether a file is called as an archive that is opened."""
    return path.suffix.lower() in ARCHIVE.media_types and is_file(path)


def _is_document(path: Path) -> bool:
    if not is_file(path) or path.name.startswith((".", "~$")):
        return False
    if may_be_record(path):
        return holds_record(path)
    return is_document(path) or is_unlabelled(path)


def _holds_form(path: Path) -> bool:
    """Say whether the name of a file within, however deep, is that of a form."""
    return any("application" in hints(name.rpartition("/")[2]) for name in _names_in(path))


def _are_of_several(wholes: Sequence[Path]) -> bool:
    """Say whether of many folders or zips some hold the forms of different applicants."""
    if len(wholes) < _MANY:
        return False
    applicants: list[str] = []
    for path in wholes[:_LOOKED_INTO]:
        for name in islice(_applicants_in(path), 1):
            if any(not one_applicant(name, each) for each in applicants):
                return True
            applicants.append(name)
    return False


def _applicants_in(path: Path) -> Iterator[str]:
    """Yield the applicant of each form within, read as far as it has to be."""
    whole = Source(name=path.name, media_type=None, sha256=None, size=None)
    with suppress(UnreadableFile, OSError):
        for enclosure in read_files(path if is_folder(path) else bytes_of(path), path.name):
            if not enclosure.litter:
                yield from names_of(read_file(enclosure, whole))


def _names_in(path: Path) -> Iterator[str]:
    if is_folder(path):
        for _, _, names in os.walk(path):
            yield from names
    else:
        yield from names_in_zip(path)
