"""Who judges: processes of this machine, or of a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.work import Work
from specvalidator.errors import UnreadableFile
from specvalidator.isolation import Workers


class Engine(Protocol):
    """Judges documents apart from each other."""

    def results(self, documents: Iterable[Seen]) -> Iterator[Judged | UnreadableFile]:
        """Yield the result for each document, in order; of one that ended its process, why.

        Documents are taken in the thread of the caller, a bounded number ahead.
        """
        ...


def local_engine(work: Work, count: int) -> AbstractContextManager[Engine]:
    """Return so many processes of this machine."""
    return Workers[Seen, Judged](work.limits, work, count, twice=True)
