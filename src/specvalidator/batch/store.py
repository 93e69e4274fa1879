"""The results of a batch on the disk: what is known already, and what is added in turn."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from specvalidator.batch.documents import Seen
from specvalidator.batch.journal import Journal, Kept
from specvalidator.batch.parts import DOCUMENTS_FOLDER, STALE, Content, Part, Written
from specvalidator.batch.rows import Judged, renamed
from specvalidator.models import Kind

_JOURNAL = "journal.jsonl"
Key = bytes
"""What tells documents apart whose judgement may differ."""
_LINES = 2**32
"""More than the lines of any part: a place is which of the parts that are known, times this, plus
the document's first line there."""


class _Opened(NamedTuple):
    """The results of a part that were looked into last."""

    home: int
    contents: dict[int, Content]
    """Each document by its first line."""
    lines: list[str]


class Store:
    """Takes the results of all documents in their order and writes them in parts.

    Results that an earlier run wrote are kept where they stand, or used again where the archive
    has changed.
    """

    def __init__(self, folder: Path, size: int, kind: Kind | None) -> None:
        """Look at what is there.

        Args:
            folder: where the parts are.
            size: how many documents a part has.
            kind: as what documents are read; a dossier of one file is judged by its name, too.
        """
        self._folder = folder
        self._size = size
        self._by_name = kind == "dossier"
        self._homes: list[Part] = []
        self._known: dict[Key, int] = {}
        """The place of each result, a number as there may be millions."""
        self._listings: dict[int, bytes] = {}
        self._home_of: dict[int, int] = {}
        self._first: dict[Key, str] = {}
        self._buffer: list[tuple[Seen, Judged | None, str | None]] = []
        self._fresh: dict[Key, int] = {}
        self._opened = _Opened(-1, {}, [])
        self._journal = Journal(folder / _JOURNAL)
        self._left = {self._key(kept.file, kept.sha256): kept for kept in self._journal.kept}
        self.parts = 0
        for part in _parts_in(folder):
            self._listings[part.number] = self._learn(part)
            self._home_of[part.number] = len(self._homes) - 1
        for away in sorted((folder / STALE).glob("*")):
            for part in _parts_in(away):
                self._learn(part)

    def key(self, seen: Seen) -> Key | None:
        """Return what tells the document from others, None where it could not be read."""
        return None if seen.sha256 is None else self._key(seen.document.name, seen.sha256)

    def knows(self, seen: Seen) -> bool:
        """Say whether a document with the same content was judged before."""
        key = self.key(seen)
        return key in self._known or key in self._fresh or key in self._left

    def add(self, seen: Seen, judged: Judged | None) -> None:
        """Take the result of the next document; None is for one that is known."""
        key = self.key(seen)
        same_as = None
        if key is not None:
            same_as = self._first.setdefault(key, seen.document.name)
            same_as = None if same_as == seen.document.name else same_as
            if judged is not None:
                self._fresh.setdefault(key, len(self._buffer))
                kept = Kept(seen.document.name, seen.sha256 or "", list(judged.lines))
                self._journal.add(kept)
        self._buffer.append((seen, judged, same_as))
        if len(self._buffer) == self._size:
            self._commit()

    def finish(self) -> Sequence[Part]:
        """Write what is left; return all parts. Nothing else is left in the folder then."""
        if self._buffer:
            self._commit()
        for number in self._listings:
            if number >= self.parts:
                Part(self._folder, number).remove()
        shutil.rmtree(self._folder / STALE, ignore_errors=True)
        self._journal.close()
        return [Part(self._folder, number) for number in range(self.parts)]

    def _commit(self) -> None:
        part = Part(self._folder, self.parts)
        listing = _listing((seen.document.name, seen.sha256) for seen, *_ in self._buffer)
        kept = self._listings.get(part.number) == listing
        if not kept or any(judged for _, judged, _ in self._buffer):
            contents = [
                Written(seen, judged or self._recalled(seen), same_as)
                for seen, judged, same_as in self._buffer
            ]
            if part.number in self._home_of:
                self._homes[self._home_of[part.number]] = part.retire()
            part.write(contents)
            self._remember(part, contents)
            self._journal.clear()
        self._buffer, self._fresh = [], {}
        self.parts += 1

    def _recalled(self, seen: Seen) -> Judged:
        """Return the result of a document of the same content, under this one's name."""
        key = self.key(seen)
        if key is None:
            raise LookupError(seen.document.name)
        if key in self._fresh:
            first, judged, _ = self._buffer[self._fresh[key]]
            lines, file = list(judged.lines if judged else ()), first.document.name
        elif key in self._left:
            file, _, lines = self._left[key]
        else:
            file, lines = self._looked_up(self._known[key])
        return renamed(seen.document.name, lines, file)

    def _looked_up(self, place: int) -> tuple[str, list[str]]:
        """Return the name of the document at a place, and its reports."""
        home, first = divmod(place, _LINES)
        if self._opened.home != home:
            part = self._homes[home]
            contents = {each.first: each for each in part.contents()}
            text = part.reports.read_text(encoding="utf-8")
            self._opened = _Opened(home, contents, text.split("\n"))
        content = self._opened.contents[first]
        return content.file, self._opened.lines[first : first + content.lines]

    def _learn(self, part: Part) -> bytes:
        """Remember where the results of a part stand; return what tells its documents."""
        place, contents = len(self._homes) * _LINES, list(part.contents())
        self._homes.append(part)
        for file, sha256, first, _ in contents:
            if sha256 is not None:
                self._known.setdefault(self._key(file, sha256), place + first)
        return _listing((each.file, each.sha256) for each in contents)

    def _remember(self, part: Part, contents: Sequence[Written]) -> None:
        """Remember where the results stand that were new in a part that was just written."""
        lines = (len(each.judged.lines) for each in contents)
        places = list(accumulate(lines, initial=len(self._homes) * _LINES))
        self._homes.append(part)
        self._known.update(
            (key, places[at]) for key, at in self._fresh.items() if contents[at].judged.lines
        )

    def _key(self, file: str, sha256: str) -> Key:
        digest = bytes.fromhex(sha256)
        return digest + file.encode() if self._by_name else digest


def _parts_in(folder: Path) -> list[Part]:
    """Return the whole parts of a folder by number, and clear away what was not finished."""
    for left in folder.glob("*/*.tmp"):
        left.unlink()
    names = sorted(path.stem for path in (folder / DOCUMENTS_FOLDER).glob("part-*.parquet"))
    return [Part(folder, int(name.removeprefix("part-"))) for name in names]


def _listing(files: Iterable[tuple[str, str | None]]) -> bytes:
    return hashlib.sha256(json.dumps(list(files)).encode()).digest()
