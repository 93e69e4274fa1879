"""What a batch has written: parts that are there whole or not at all."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.tables import DOCUMENTS, FINDINGS, parquet

REPORTS_FOLDER, FINDINGS_FOLDER, DOCUMENTS_FOLDER = "reports", "findings", "documents"


class Written(NamedTuple):
    """One document of a part, as it was judged."""

    seen: Seen
    judged: Judged
    same_as: str | None
    """The name of the document of the same content that was judged in its place."""


class Part(NamedTuple):
    """The files of one part, by its number."""

    folder: Path
    number: int

    @property
    def reports(self) -> Path:
        """The reports, a line of JSON each."""
        return self._path(REPORTS_FOLDER, "jsonl")

    @property
    def findings(self) -> Path:
        """A row for each finding."""
        return self._path(FINDINGS_FOLDER, "parquet")

    @property
    def documents(self) -> Path:
        """A row for each report or failure. It is written last: where it is, the part is whole."""
        return self._path(DOCUMENTS_FOLDER, "parquet")

    def write(self, contents: Sequence[Written]) -> None:
        """Write the files, each at once, and wait until they are on the disk."""
        documents = [
            {
                "document": each.seen.number,
                "file_sha256": each.seen.sha256,
                "file_size": each.seen.size,
                "same_as": each.same_as,
                **row,
            }
            for each in contents
            for row in each.judged.documents
        ]
        findings = [
            {"document": each.seen.number, **row}
            for each in contents
            for row in each.judged.findings
        ]
        lines = [f"{line}\n" for each in contents for line in each.judged.lines]
        write_whole(self.reports, "".join(lines).encode())
        write_whole(self.findings, parquet(findings, FINDINGS))
        write_whole(self.documents, parquet(documents, DOCUMENTS))

    @property
    def files(self) -> tuple[Path, Path, Path]:
        """All of them; the one that says that they are whole comes first."""
        return self.documents, self.reports, self.findings

    def digests(self) -> list[str]:
        """Return the digest of each file in hexadecimal, "" for one that is not there."""
        return [digest_of(path) if path.exists() else "" for path in self.files]

    def remove(self) -> None:
        """Remove the files."""
        for path in self.files:
            path.unlink(missing_ok=True)

    def _path(self, folder: str, suffix: str) -> Path:
        return self.folder / folder / f"part-{self.number:05}.{suffix}"


def parts_in(folder: Path) -> list[Part]:
    """Return the parts of which a folder has some file, and clear away what was not finished."""
    numbers = set()
    for name in (REPORTS_FOLDER, FINDINGS_FOLDER, DOCUMENTS_FOLDER):
        for path in (folder / name).glob("part-*"):
            if path.suffix == ".tmp":
                path.unlink()
            else:
                numbers.add(int(path.stem.removeprefix("part-")))
    return [Part(folder, number) for number in sorted(numbers)]


def digest_of(path: Path) -> str:
    """Return the SHA-256 digest of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def begun(path: Path) -> Path:
    """Return what a file is called until it is whole; a kill leaves it behind."""
    return path.with_name(f"{path.name}.tmp")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, whenever the program is ended."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = begun(path)
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:  # a full disk: what is there of it only takes room
        beside.unlink(missing_ok=True)
        raise
    beside.replace(path)
    if hasattr(os, "O_DIRECTORY"):  # elsewhere a folder cannot be opened
        folder = os.open(path.parent, os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
