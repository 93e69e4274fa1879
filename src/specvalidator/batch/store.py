"""The results of a batch on the disk: what is known already, and what is added in turn."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from specvalidator.batch.documents import Seen
from specvalidator.batch.html import HTML_FOLDER, page_name
from specvalidator.batch.parts import Part, Written, parts_in, write_whole
from specvalidator.batch.rows import Judged, renamed
from specvalidator.models import Kind

MEMORY = "memory.sqlite"
_DIGEST = 32
Key = bytes
"""What tells documents apart whose judgement may differ."""
Value = bytes | int | None
_RUINED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_SETTINGS = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
"""
"""One run at a time; what is written outlives the process at once, a loss of power mostly; and what
is forgotten is gone."""
_TABLES = """
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, file BLOB, lines BLOB);
CREATE TABLE IF NOT EXISTS parts (number INTEGER PRIMARY KEY, seal BLOB);
CREATE TEMP TABLE met (key BLOB PRIMARY KEY, file BLOB) WITHOUT ROWID;
"""
"""Results by content, under the name that they were judged by; the parts that are written; and who
was first to have a content in this run."""


class Store:
    """Takes the results of all documents in their order and writes them in parts.

    The memory beside the parts knows every result, so that a part can be written again whatever
    became of it, or of the archive.
    """

    def __init__(self, folder: Path, size: int, kind: Kind | None, *, html: bool = False) -> None:
        """Look at what is there.

        Args:
            folder: where the parts are.
            size: how many documents a part has.
            kind: as what documents are read; a dossier of one file is judged by its name, too.
            html: whether there is to be an HTML report of each document.
        """
        self._folder = folder
        self._size = size
        self._by_name = kind == "dossier"
        self._html = html
        self._memory = _opened(folder / MEMORY)
        self._waiting: list[tuple[Seen, Judged | None, str | None]] = []
        """Documents of the next part, each with the name of the first that has its content."""
        self.parts = 0

    def key(self, seen: Seen) -> Key | None:
        """Return what tells the document from others, None where it could not be read."""
        if seen.sha256 is None:
            return None
        name = _bytes(seen.document.name) if self._by_name else b""
        return bytes.fromhex(seen.sha256) + name

    def knows(self, seen: Seen) -> bool:
        """Say whether a document with the same content was judged before, and how is known.

        A result that the disk has garbled is forgotten, and one whose HTML report is gone.
        """
        key = self.key(seen)
        found = self._one("SELECT lines FROM results WHERE key = ?", key)
        if found is None:
            return False
        lines = _unpacked(found[0])
        if lines is None or not self._has_page(seen, lines):
            self._do("DELETE FROM results WHERE key = ?", key)
            return False
        return True

    def add(self, seen: Seen, judged: Judged | None) -> None:
        """Take the result of the next document; None is for one that is known."""
        key, name = self.key(seen), _bytes(seen.document.name)
        first = name
        if key is not None:
            if judged is not None:
                if judged.page:  # before the result is known: what is known has its page
                    write_whole(self._page(seen), judged.page.encode("utf-8", "backslashreplace"))
                self._do(
                    "INSERT OR IGNORE INTO results VALUES (?, ?, ?)", key, name, _packed(judged)
                )
            self._do("INSERT OR IGNORE INTO met VALUES (?, ?)", key, name)
            (first,) = self._one("SELECT file FROM met WHERE key = ?", key) or (name,)
        self._waiting.append((seen, judged, None if first == name else _text(first)))
        if len(self._waiting) == self._size:
            self._write()

    def finish(self) -> Sequence[Part]:
        """Write what is left, forget what is of no use any more; return all parts."""
        if self._waiting:
            self._write()
        for part in parts_in(self._folder):
            if part.number >= self.parts:
                part.remove()
        self._do("DELETE FROM parts WHERE number >= ?", self.parts)
        self._do("DELETE FROM results WHERE key NOT IN (SELECT key FROM met)")
        self._forget_pages()
        return [Part(self._folder, number) for number in range(self.parts)]

    def close(self) -> None:
        """Let go of the memory, which stays for the next run."""
        self._memory.close()

    def _write(self) -> None:
        """Write the next part, unless it stands there as it was written."""
        part = Part(self._folder, self.parts)
        listing = json.dumps(
            [(seen.document.name, seen.sha256, same_as) for seen, _, same_as in self._waiting]
        )
        known = self._one("SELECT seal FROM parts WHERE number = ?", part.number)
        if any(judged for _, judged, _ in self._waiting) or known != (_seal(part, listing),):
            part.write(
                [
                    Written(seen, judged or self._recalled(seen), same_as)
                    for seen, judged, same_as in self._waiting
                ]
            )
            self._do("REPLACE INTO parts VALUES (?, ?)", part.number, _seal(part, listing))
        self._waiting = []
        self.parts += 1

    def _page(self, seen: Seen) -> Path:
        name = seen.document.name if self._by_name else None
        return self._folder / HTML_FOLDER / page_name(seen.sha256 or "", name)

    def _has_page(self, seen: Seen, lines: list[str]) -> bool:
        """Say whether a document has its HTML report, if it is to have one."""
        is_wanted = self._html and any("verdict" in json.loads(line) for line in lines)
        return not is_wanted or self._page(seen).exists()

    def _forget_pages(self) -> None:
        """Remove the HTML reports of documents that are no longer in the archive."""
        rows = self._memory.execute("SELECT key, file FROM met") if self._html else ()
        pages = {
            page_name(key[:_DIGEST].hex(), _text(file) if self._by_name else None)
            for key, file in rows
        }
        for path in (self._folder / HTML_FOLDER).glob("*"):
            if path.name not in pages:
                path.unlink()

    def _recalled(self, seen: Seen) -> Judged:
        """Return the result of a document of the same content, under this one's name."""
        found = self._one("SELECT file, lines FROM results WHERE key = ?", self.key(seen))
        lines = _unpacked(found[1]) if found else None
        if found is None or lines is None:
            raise LookupError(seen.document.name)
        file, _ = found
        return renamed(seen.document.name, lines, _text(file))

    def _do(self, statement: str, *values: Value) -> None:
        self._memory.execute(statement, values)

    def _one(self, statement: str, *values: Value) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._memory.execute(statement, values).fetchone()
        return row


def _opened(path: Path) -> sqlite3.Connection:
    """Return the memory; a ruined one is begun anew, and everything is judged again."""
    memory = sqlite3.connect(path, isolation_level=None)
    try:
        memory.executescript(_SETTINGS)
        is_sound = memory.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in _RUINED:
            raise
        is_sound = False
    if not is_sound:
        memory.close()
        for left in path.parent.glob(f"{MEMORY}*"):
            left.unlink()
        return _opened(path)
    memory.executescript(_TABLES)
    return memory


def _seal(part: Part, listing: str) -> bytes:
    """Return the digest of a part: of what it should hold, and of what stands in its files."""
    return hashlib.sha256("\n".join([listing, *part.digests()]).encode()).digest()


def _packed(judged: Judged) -> bytes:
    return zlib.compress("".join(f"{line}\n" for line in judged.lines).encode(), level=1)


def _unpacked(packed: bytes) -> list[str] | None:
    """Return the lines of a result, None where they are not what was packed."""
    try:
        return zlib.decompress(packed).decode().split("\n")[:-1]
    except (zlib.error, ValueError):
        return None


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")  # a name may hold half a character


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
