"""Documents go to processes by the handful: a message costs a tenth of judging a small one."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.work import Work
from specvalidator.errors import UnreadableFile
from specvalidator.isolation import Workers, bound_computing
from specvalidator.readers import refusals

_MOST = 8
_HEAVY = 2**19
"""So many bytes are enough for a handful, of however few documents."""
_AHEAD = 4
"""So many handfuls are begun for each process before their turn."""
Outcome = Judged | UnreadableFile


class Handfuls:
    """Processes of one machine that judge documents; in use as `with` lasts.

    Where a process ends or is too late, the documents of its handful are judged again one by one,
    and the reason is found with the document that it belongs to.
    """

    def __init__(self, work: Work, count: int = 1) -> None:
        """Prepare so many processes, which start with the first document."""
        self._count = count
        self._workers = Workers[list[Seen], list[Outcome]](work.limits, _Each(work), count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._workers.__exit__(kind, error, traceback)

    def results(self, documents: Iterable[Seen]) -> Iterator[Outcome]:
        """Yield the outcomes in order, as `Engine.results`."""
        begun: deque[list[Seen]] = deque()

        def handfuls() -> Iterator[list[Seen]]:
            for handful in _handfuls(documents, self._count):
                begun.append(handful)
                yield handful

        for outcome in self._workers.results(handfuls(), _AHEAD * self._count):
            handful = begun.popleft()
            if isinstance(outcome, UnreadableFile):
                yield from self._one_by_one(handful, outcome)
            else:
                yield from outcome

    def _one_by_one(self, handful: list[Seen], error: UnreadableFile) -> Iterator[Outcome]:
        if len(handful) == 1 and error.error != "unreadable":
            yield error  # it had all the time there is; only a crash may have come from outside
            return
        alone = ([document] for document in handful)
        for outcome in self._workers.results(alone, twice=True):
            yield from [outcome] if isinstance(outcome, UnreadableFile) else outcome


@dataclass(frozen=True)
class _Each:
    """Does the same work on each document of a handful."""

    work: Work

    def __call__(self, handful: list[Seen]) -> list[Outcome]:
        return [self._outcome(document) for document in handful]

    def _outcome(self, document: Seen) -> Outcome:
        bound_computing(self.work.limits.cpu_seconds)
        try:
            return self.work(document)
        except MemoryError:
            return refusals.out_of_memory()


def _handfuls(documents: Iterable[Seen], count: int) -> Iterator[list[Seen]]:
    """Yield the documents in handfuls: the first are of one, so that few keep all busy."""
    handful: list[Seen] = []
    weight = 0
    for number, document in enumerate(documents):
        handful.append(document)
        weight += document.size or 0
        if len(handful) >= min(_MOST, 1 + number // (_MOST * count)) or weight >= _HEAVY:
            yield handful
            handful, weight = [], 0
    if handful:
        yield handful
