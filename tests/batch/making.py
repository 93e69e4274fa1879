"""Small archives, and what lies in a folder of results."""

import hashlib
import json
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from pathlib import Path
from typing import Any

from specvalidator.batch.chunks import Chunks, Engine
from specvalidator.batch.documents import Archive, Seen
from specvalidator.batch.local_files import LocalFiles
from specvalidator.batch.results import RUN, batch
from specvalidator.batch.rows import Judged
from specvalidator.batch.store import MEMORY
from specvalidator.batch.summary import Summary
from specvalidator.batch.tables import columns_of
from specvalidator.batch.work import Work
from specvalidator.errors import UnreadableFile
from specvalidator.packs.cases import valid_record

FACTS = frozenset({RUN, ".lock", MEMORY})
"""What is not the same after each run."""


def records(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write so many records, none like another; each fifth is faulty, each seventh unreadable."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_record(folder, number) for number in range(first, first + count)]


def _record(folder: Path, number: int) -> Path:
    path = folder / f"{number:04}.json"
    record = valid_record("session") | {"site": f"第{number}考点"}
    if number % 5 == 0:
        record["supervisors"] = []
    text = json.dumps(record, ensure_ascii=False)
    path.write_text(text if number % 7 else text[:-9], encoding="utf-8")
    return path


def archive(*paths: Path) -> LocalFiles:
    """Return an archive of these files, called by their names."""
    return LocalFiles([(path.name, path, None) for path in paths])


class Here:
    """Judges in this process: quick, where nothing goes wrong."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def results(self, documents: Iterable[Seen]) -> Iterator[Judged | UnreadableFile]:
        """Yield the results; three documents are taken ahead, as processes would."""
        left = iter(documents)
        ahead = deque(islice(left, 3))
        while ahead:
            yield self._work(ahead.popleft())
            ahead.extend(islice(left, 1))


def judge(source: Archive, out: Path, work: Work, count: int = 0, size: int = 4) -> Summary:
    """Judge an archive, few documents a part, in so many processes; in this one where 0."""

    def engine() -> AbstractContextManager[Engine]:
        return Chunks(work, count) if count else nullcontext(Here(work))

    return batch(source, out, work=work, engine=engine, size=size)


def digests(out: Path) -> dict[str, str]:
    """Return the digest of each file of results by its path."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in FACTS
    }


def rows(out: Path, table: str, *names: str) -> list[dict[str, Any]]:
    """Return some columns of all parts of a table."""
    parts = sorted((out / table).glob("*.parquet"))
    return [row for part in parts for row in columns_of(part, *names)]


def lines(out: Path) -> list[dict[str, Any]]:
    """Return the reports of all parts."""
    parts = sorted((out / "reports").glob("*.jsonl"))
    return [json.loads(line) for part in parts for line in part.read_text("utf-8").splitlines()]
