"""Ray does the same work on a cluster: tasks of a few documents, in processes of their own."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from types import TracebackType
from typing import Any, Self

import ray

from specvalidator.batch.chunks import Chunks, Outcome
from specvalidator.batch.documents import Seen
from specvalidator.batch.work import Work

_DOCUMENTS_A_TASK = 16
"""So many documents make up for what a task costs."""
_TASKS_AHEAD = 8
_ray: Any = ray  # it has types for some of its names only


class RayEngine:
    """Judges on a cluster of Ray: the one at an address, one that runs here, or a new one here.

    A process of Ray that is ended loses nothing: Ray does its task again. A document that ends
    processes or hangs does so in a process within the task, as on one machine, and is refused in
    the same words.
    """

    def __init__(self, work: Work, count: int | None, address: str | None) -> None:
        """Connect to the cluster.

        Args:
            work: how documents are judged.
            count: how many tasks run at a time; as many as the cluster has processors where None.
            address: of the cluster, as `ray.init` takes it.

        Raises:
            ConnectionError: there is no cluster at the address.
        """
        self._work = work
        # A new cluster is for this run alone: nobody looks at it from outside.
        alone = {} if address else {"include_dashboard": False, "_node_ip_address": "127.0.0.1"}
        _ray.init(address=address, configure_logging=False, log_to_driver=False, **alone)
        self._count = count or max(1, int(_ray.cluster_resources().get("CPU", 1)))
        self._judge = _ray.remote(num_cpus=1, max_retries=-1)(judged).remote

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _ray.shutdown()

    def results(self, documents: Iterable[Seen]) -> Iterator[Outcome]:
        """Yield the outcomes in order, as `Engine.results`."""
        left = iter(documents)
        waiting: deque[Any] = deque()
        running: list[Any] = []
        more = True
        while more or waiting:
            _, running = (
                _ray.wait(running, num_returns=len(running), timeout=0) if running else ([], [])
            )
            while (
                more and len(running) <= self._count and len(waiting) < _TASKS_AHEAD * self._count
            ):
                task = list(islice(left, _DOCUMENTS_A_TASK))
                more = len(task) == _DOCUMENTS_A_TASK
                if task:
                    running.append(self._judge(self._work, task))
                    waiting.append(running[-1])
            if waiting and waiting[0] not in running:
                yield from _ray.get(waiting.popleft())
            elif running:
                _ray.wait(running, num_returns=1)


def judged(work: Work, documents: list[Seen]) -> list[Outcome]:
    """Judge documents in a process of Ray."""
    return list(_chunks(work).results(documents))


@cache
def _chunks(work: Work) -> Chunks:
    return Chunks(work)
