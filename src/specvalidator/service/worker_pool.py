"""The processes of a service and the bounded queue before them."""

import asyncio
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from specvalidator.readers.limits import Limits
from specvalidator.workers.process import Prepare, Reply
from specvalidator.workers.worker import Refusal, Worker


class FullError(Exception):
    """As many requests as may wait do wait."""


class WorkerPool:
    """Workers that share what is to be done. Its methods belong to one event loop."""

    def __init__(self, limits: Limits, prepare: Prepare, workers: int, places: int) -> None:
        """Say what there is to be; nothing is started.

        Args:
            limits: what a file may ask of a worker.
            prepare: what a worker does first.
            workers: how many there are.
            places: how many requests may wait or be worked on.
        """
        self._workers = [Worker(limits, prepare) for _ in range(workers)]
        self._idle: list[Worker] = []
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._places = places
        self._stopped = False
        self.taken = 0
        """How many places are taken."""
        self.replaced = 0
        """How many processes had to be replaced."""

    @property
    def busy(self) -> int:
        """How many workers do something."""
        return len(self._workers) - len(self._idle)

    @property
    def ready(self) -> bool:
        """Whether there is a worker that can begin at once, or is at work."""
        return any(not worker.worn for worker in self._workers)

    async def start(self) -> None:
        """Start all workers; return when they can work."""
        loop = asyncio.get_running_loop()
        starts = [loop.run_in_executor(self._threads, each.start) for each in self._workers]
        await asyncio.gather(*starts)
        self._idle = list(self._workers)

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        self._stopped = True
        await asyncio.gather(*(asyncio.to_thread(each.stop) for each in self._workers))
        self._threads.shutdown(wait=True)

    def refuse_when_full(self) -> None:
        """Do nothing while a place is free.

        Raises:
            FullError: none is.
        """
        if self.taken >= self._places:
            raise FullError

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place in the queue.

        Raises:
            FullError: none is free.
        """
        self.refuse_when_full()
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1

    async def do(self, job: str, *arguments: object, begun: bool = False) -> Reply | Refusal:
        """Return what comes of a job, when a worker is free to do it.

        Args:
            job: its name.
            arguments: what it is done with.
            begun: whether it ends what has been begun, and is to wait for nobody else.
        """
        worker = await self._free_worker(first=begun)
        loop = asyncio.get_running_loop()
        doing = loop.run_in_executor(self._threads, worker.do, job, *arguments)
        doing.add_done_callback(lambda _: self._take_back(worker))
        # Who asked may be gone; the worker is busy all the same.
        return await asyncio.shield(doing)

    async def _free_worker(self, *, first: bool) -> Worker:
        if self._idle:
            return self._idle.pop()
        waiter: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if first else self._waiting.append)(waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._offer(waiter.result())
            raise

    def _take_back(self, worker: Worker) -> None:
        """Let a worker take the next job, once its process is fit for one."""
        if self._stopped:
            return
        if not worker.worn:
            self._offer(worker)
            return
        self.replaced += 1
        starting = asyncio.get_running_loop().run_in_executor(self._threads, worker.start)
        starting.add_done_callback(lambda _: self._offer(worker))

    def _offer(self, worker: Worker) -> None:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(worker)
                return
        self._idle.append(worker)
