"""Several workers that do the same work, each on one item at a time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from queue import SimpleQueue
from typing import Generic, Self, TypeVar

from specvalidator.errors import ProgramFailed, UnreadableFile
from specvalidator.readers.limits import Limits
from specvalidator.workers import starting
from specvalidator.workers.values import unpacked
from specvalidator.workers.worker import Refusal, Worker, as_raised, crashed, packing

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_AHEAD = 32


class Workers(Generic[_Item, _Result]):
    """Processes that do the same work, each on one item at a time; in use as `with` lasts."""

    def __init__(  # noqa: PLR0913 - what processes are told
        self,
        limits: Limits,
        work: Callable[[_Item], _Result],
        shape: type[_Result],
        count: int = 1,
        *,
        fork: bool = False,
        first: Callable[[], object] | None = None,
    ) -> None:
        """Prepare processes, which start with the first item, copies with `with`.

        Args:
            limits: what each process may take for one item.
            work: a function that can be pickled.
            shape: the type of what it returns.
            count: how many processes.
            fork: start the first ones as copies of this process where the system can: at once,
                but safe only in a program without threads.
            first: what each process does before the first item, whose time it is not to take.
        """
        self._shape = shape
        self._workers = [Worker(limits, partial(packing, work, first)) for _ in range(count)]
        self._fork = fork and starting.CAN_COPY
        self._ahead = _AHEAD * count
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")

    def __enter__(self) -> Self:
        if self._fork:
            for worker in self._workers:
                worker.start(starting.copy)
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that have started."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    def results(
        self, items: Iterable[_Item], ahead: int | None = None, *, twice: bool = False
    ) -> Iterator[_Result | UnreadableFile]:
        """Yield the result for each item, in order; where there is none, why.

        Args:
            items: taken as they are needed, in the thread of the caller.
            ahead: how many are begun before their turn; 32 for each process where None.
            twice: try an item whose process ended a second time: somebody may have ended it.

        Raises:
            SpecvalidatorError: the work itself raised one; an `UnreadableFile` is yielded.
            RuntimeError: the program failed.
        """

        def begin(item: _Item) -> Future[_Result | UnreadableFile]:
            return self._threads.submit(self._done, item, twice=twice)

        left = iter(items)
        begun: deque[Future[_Result | UnreadableFile]] = deque(
            map(begin, islice(left, ahead or self._ahead))
        )
        while begun:
            outcome = begun.popleft().result()
            begun.extend(map(begin, islice(left, 1)))
            yield outcome

    def _done(self, item: _Item, *, twice: bool) -> _Result | UnreadableFile:
        worker = self._idle.get()
        try:
            outcome = worker.do(item)
            if twice and isinstance(outcome, Refusal) and outcome.crashed:
                outcome = worker.do(item)
        finally:
            self._idle.put(worker)
        if not isinstance(outcome, Refusal):
            try:
                return unpacked(outcome.payload, self._shape)
            except ValueError:
                return crashed(None)
        error = outcome.error
        if isinstance(error, UnreadableFile) and not isinstance(error, ProgramFailed):
            return error
        raise as_raised(error)
