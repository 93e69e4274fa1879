"""What a batch has written: parts that are there whole or not at all, and what they hold."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.tables import DOCUMENTS, FINDINGS, columns_of, parquet

REPORTS_FOLDER, FINDINGS_FOLDER, DOCUMENTS_FOLDER = "reports", "findings", "documents"
STALE = "stale"
"""Where the results of an earlier order of the archive wait to be used again."""


class Written(NamedTuple):
    """One document of a part, as it was judged."""

    seen: Seen
    judged: Judged
    same_as: str | None
    """The name of the document of the same content that was judged in its place."""


class Content(NamedTuple):
    """What a part holds of one document."""

    file: str
    sha256: str | None
    first: int
    """The first of its lines among the reports."""
    lines: int
    """How many they are."""


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

    def contents(self) -> Iterator[Content]:
        """Yield what the part holds of each document."""
        rows = columns_of(self.documents, "document", "file", "file_sha256")
        first = 0
        for at, row in enumerate(rows, start=1):
            if at == len(rows) or rows[at]["document"] != row["document"]:
                yield Content(row["file"], row["file_sha256"], first, at - first)
                first = at

    def retire(self) -> "Part":
        """Move the results away, so that others may take their place; return where they are.

        At every moment one of both parts is whole.
        """
        reports = self.reports.read_bytes()
        away = Part(self.folder / STALE / hashlib.sha256(reports).hexdigest()[:16], self.number)
        write_whole(away.reports, reports)
        away.documents.parent.mkdir(exist_ok=True)
        self.documents.replace(away.documents)
        return away

    def remove(self) -> None:
        """Remove the files, first the one that says that they are whole."""
        for path in (self.documents, self.reports, self.findings):
            path.unlink(missing_ok=True)

    def _path(self, folder: str, suffix: str) -> Path:
        return self.folder / folder / f"part-{self.number:05}.{suffix}"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, whenever the program is ended."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.tmp")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    if hasattr(os, "O_DIRECTORY"):  # elsewhere a folder cannot be opened
        folder = os.open(path.parent, os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
