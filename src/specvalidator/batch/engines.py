"""Who judges: processes of this machine, or of a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from specvalidator.batch.chunks import Chunks, Outcome
from specvalidator.batch.documents import Seen
from specvalidator.batch.work import Work


class Engine(Protocol):
    """Judges documents apart from each other."""

    def results(self, documents: Iterable[Seen]) -> Iterator[Outcome]:
        """Yield the result for each document, in order; of one that ended its process, why.

        Documents are taken in the thread of the caller, a bounded number ahead.
        """
        ...


def local_engine(work: Work, count: int) -> AbstractContextManager[Engine]:
    """Return so many processes of this machine."""
    return Chunks(work, count)
