"""Whether a file whose name is of no format may be a document: told from its first bytes."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import BinaryIO

from specvalidator.readers import signatures
from specvalidator.readers.formats import (
    ARCHIVE,
    FORMATS,
    OPEN_DOCUMENT,
    PDF,
    WEB_PAGE,
    WORD_XML,
    is_document,
)
from specvalidator.readers.sheets import begins_as_scan
from specvalidator.readers.signatures import HEAD, ZIP, Names

_OF_OTHERS = frozenset(
    {".caj", ".ceb", ".dps", ".et", ".hwp", ".hwpx", ".key", ".numbers", ".oxps", ".pages"}
    | {".ppt", ".pptx", ".uof", ".uot", ".wpd", ".wri", ".xls", ".xlsx", ".xps"}
    | {".7z", ".bz2", ".gz", ".lzh", ".rar", ".tar", ".tgz", ".xz", ".z", ".zst"}
)
"""How the names of other programs' documents and archives end, whose beginnings tell nothing."""
_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"})
_OF_WORD_PROCESSORS = (b"office:word", b"word.document", b'content="libreoffice', b"openoffice")
"""What pages say that were saved by a word processor; others are websites, and our own reports."""
_MOST_LISTED = 2**24
"""Bytes of a zip's directory that is looked into."""


def may_be_document(name: PurePath, head: bytes, names: Callable[[], Names | None]) -> bool:
    """Say whether people may have written a document in a file, or packed one into it.

    Programs, tables and texts without form are none, and neither are pictures but for scans.

    Args:
        name: the file's name, of which no part says that it is a document for certain.
        head: its first bytes, at least `HEAD` of them where there are so many.
        names: what gives the names of a zip's members, None where it cannot be listed.
    """
    if name.name.lower() in _LITTER:
        return False
    if head.startswith(ZIP):
        listed = names()
        return listed is None or _is_of_documents(name, head, listed)
    return _is_marked(head) or promises_document(name, head)


def may_be_file(path: Path) -> bool:
    """Say whether what a folder lists is a file, or whether only opening it can tell."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def is_unlabelled(path: Path) -> bool:
    """Say so of a file of this machine; what does not open may be anything, and is to be named."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return may_be_document(path, file.read(HEAD), lambda: _names(file))
    except FileNotFoundError:
        return False
    except OSError:
        return True


def names_in(data: bytes) -> Names | None:
    """Return the names of the members of a zip with these bytes, None where there are none."""
    return _names(io.BytesIO(data))


def is_listable(file: BinaryIO) -> bool:
    """Say whether an open file is a zip whose directory can be looked into."""
    return _names(file) is not None


def _names(file: BinaryIO) -> Names | None:
    try:
        file.seek(0, io.SEEK_END)
        size = file.tell()
        file.seek(max(0, size - 2**16 - 22))
        tail = file.read()
        end = tail.rfind(b"PK\x05\x06")
        if end < 0 or int.from_bytes(tail[end + 12 : end + 16], "little") > _MOST_LISTED:
            return None
        with zipfile.ZipFile(file) as archive:
            return frozenset(name.lower() for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return None


def _is_of_documents(name: PurePath, head: bytes, names: Names) -> bool:
    """Say whether a zip is a document, or has one among its members; programs are zips, too."""
    known = next(each for each in FORMATS if each.fits(head, names))
    if known is not ARCHIVE:
        return known.is_opaque
    return _is_named_as_one(name) or any(
        is_document(member) or _is_named_as_one(member) for member in map(PurePath, names)
    )


def _is_marked(head: bytes) -> bool:
    """Say whether a file begins as documents or archives do; a program may mention their words."""
    known = next(each for each in FORMATS if each.fits(head, frozenset()))
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if known is PDF:
        return begins.startswith(b"%PDF-") or not signatures.is_text(head, frozenset())
    if known is WEB_PAGE:
        return _is_written_page(head)
    if known in (WORD_XML, OPEN_DOCUMENT):
        return begins.startswith(b"<")
    if known.picture:
        return known.reader is not None and begins_as_scan(head)
    return known.is_opaque and bool(head)


def _is_written_page(head: bytes) -> bool:
    said = head.removeprefix(b"\xff\xfe").replace(b"\0", b"").lower()
    begins = said.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins.startswith((b"mime-version:", b"from:")):  # an archive of a page
        return True
    return begins.startswith(b"<") and any(mark in said for mark in _OF_WORD_PROCESSORS)


def promises_document(name: PurePath, head: bytes) -> bool:
    """Say whether a file promises a document that its content does not show: it is damaged."""
    known = next(each for each in FORMATS if each.fits(head, frozenset()))
    is_text = bool(head) and signatures.is_text(head, frozenset())
    return not known.picture and not is_text and _is_named_as_one(name)


def _is_named_as_one(name: PurePath) -> bool:
    """Say whether a part of the name is of a document, as in 规范.docx.bak."""
    suffixes = [suffix.lower() for suffix in name.suffixes]
    return any(each in _OF_OTHERS or is_document(PurePath("a" + each)) for each in suffixes)
