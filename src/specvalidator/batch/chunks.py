"""Documents go to processes in chunks: a message costs a tenth of judging a small one."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, Self

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.work import Work
from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.workers.bounds import bound_computing
from specvalidator.workers.pool import Workers
from specvalidator.workers.worker import crashed

_MOST = 8
_HEAVY = 2**19
"""So many bytes are enough for a chunk, of however few documents."""
_AHEAD = 4
"""So many chunks are begun for each process before their turn."""
Outcome = Judged | UnreadableFile


class Engine(Protocol):
    """Judges documents apart from each other: processes of this machine, or of a cluster."""

    def results(self, documents: Iterable[Seen]) -> Iterator[Outcome]:
        """Yield the result for each document, in order; of one that ended its process, why.

        Documents are taken in the thread of the caller, a bounded number ahead.
        """
        ...


class Chunks:
    """Processes of one machine that judge documents; in use as `with` lasts.

    Where a process ends or is too late, the documents of its chunk are judged again one by one,
    and the reason is found with the document that it belongs to.
    """

    def __init__(self, work: Work, count: int = 1) -> None:
        """Prepare so many processes, which start with the first document."""
        self._count = count
        judging = work.judging
        self._workers = Workers(
            judging.limits, _Each(work), list[Outcome], count, first=judging.bound
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.__exit__()

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that have started."""
        return self._workers.pids

    def results(self, documents: Iterable[Seen]) -> Iterator[Outcome]:
        """Yield the outcomes in order, as `Engine.results`."""
        begun: deque[list[Seen]] = deque()

        def chunks() -> Iterator[list[Seen]]:
            for chunk in _chunks(documents, self._count):
                begun.append(chunk)
                yield chunk

        for outcome in self._workers.results(chunks(), _AHEAD * self._count):
            chunk = begun.popleft()
            if isinstance(outcome, UnreadableFile):
                yield from self._one_by_one(chunk, outcome)
            else:
                yield from map(_sound, outcome)

    def _one_by_one(self, chunk: list[Seen], error: UnreadableFile) -> Iterator[Outcome]:
        if len(chunk) == 1 and error.error != "unreadable":
            yield error  # it had all the time there is; only a crash may have come from outside
            return
        alone = ([document] for document in chunk)
        for outcome in self._workers.results(alone, twice=True):
            yield from [outcome] if isinstance(outcome, UnreadableFile) else map(_sound, outcome)


@dataclass(frozen=True)
class _Each:
    """Does the same work on each document of a chunk."""

    work: Work

    def __call__(self, chunk: list[Seen]) -> list[Outcome]:
        return [self._outcome(document) for document in chunk]

    def _outcome(self, document: Seen) -> Outcome:
        bound_computing(self.work.judging.limits.cpu_seconds)
        try:
            return self.work(document)
        except MemoryError:
            return refusals.out_of_memory()


def _sound(outcome: Outcome) -> Outcome:
    """Return an outcome that can be written and found again; a process may say anything."""
    if isinstance(outcome, UnreadableFile):
        return outcome
    try:
        names = [json.loads(line)["source"]["name"] for line in outcome.lines]
    except (ValueError, LookupError, TypeError, RecursionError):
        return crashed(None)
    are_lines = not any("\n" in line for line in outcome.lines)
    return outcome if are_lines and all(isinstance(each, str) for each in names) else crashed(None)


def _chunks(documents: Iterable[Seen], count: int) -> Iterator[list[Seen]]:
    """Yield the documents in chunks: the first are of one, so that few keep all busy."""
    chunk: list[Seen] = []
    weight = 0
    for number, document in enumerate(documents):
        chunk.append(document)
        weight += document.size or 0
        if len(chunk) >= min(_MOST, 1 + number // (_MOST * count)) or weight >= _HEAVY:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk
