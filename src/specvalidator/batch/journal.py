"""Results that wait for their part to be full, kept so that a kill loses none of them."""

import json
from pathlib import Path
from typing import NamedTuple


class Kept(NamedTuple):
    """The result of a document."""

    file: str
    sha256: str
    lines: list[str]
    """Its reports, as they go into a part."""


class Journal:
    """A file to which each result is added at once; what is read from it is whole."""

    def __init__(self, path: Path) -> None:
        """Open the journal and read what an earlier run left in it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes() if path.exists() else b""
        self.kept, whole = _kept(data)
        self._path = path
        self._file = path.open("ab")
        self._file.truncate(whole)

    def add(self, kept: Kept) -> None:
        """Add a result. It outlives this process; a machine that loses power may lose it."""
        head = json.dumps([kept.file, kept.sha256, len(kept.lines)])
        self._file.write("".join(f"{line}\n" for line in (head, *kept.lines)).encode())
        self._file.flush()

    def clear(self) -> None:
        """Forget everything: it stands in a part."""
        self._file.truncate(0)

    def close(self) -> None:
        """Remove the journal."""
        self._file.close()
        self._path.unlink()


def _kept(data: bytes) -> tuple[list[Kept], int]:
    """Return the results up to where a kill broke one off, and how many bytes they take."""
    *lines, _ = data.split(b"\n")
    found: list[Kept] = []
    at = whole = 0
    while at < len(lines):
        file, sha256, count = json.loads(lines[at])
        reports = lines[at + 1 : at + 1 + count]
        if len(reports) < count:
            break
        found.append(Kept(file, sha256, [line.decode() for line in reports]))
        whole += sum(len(line) + 1 for line in (lines[at], *reports))
        at += 1 + count
    return found, whole
