"""The processes of a service and the bounded queue before them, in which each sender has a part."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from math import inf

from specvalidator.readers.limits import Limits
from specvalidator.readers.progress import Told, unheard
from specvalidator.service.turns import Places, Turns
from specvalidator.workers.process import Prepare, Reply
from specvalidator.workers.worker import Refusal, Worker


class FullError(Exception):
    """As many requests as may wait do wait."""


class WorkerPool:
    """Workers that share what is to be done. Its methods belong to one event loop."""

    def __init__(
        self, limits: Limits, prepare: Prepare, workers: int, places: int, patience: float = inf
    ) -> None:
        """Say what there is to be; nothing is started.

        Args:
            limits: what a file may ask of a worker.
            prepare: what a worker does first.
            workers: how many there are.
            places: how many requests may wait or be worked on; see `Places`.
            patience: for how many seconds a request may wait while its sender is refused others.
        """
        self._workers = [Worker(limits, prepare) for _ in range(workers)]
        self._idle: list[Worker] = []
        self._turns: Turns[asyncio.Future[Worker]] = Turns(workers)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._places = Places(places)
        self._patience = patience
        self._stopped = False
        self.replaced = 0
        """How many processes had to be replaced."""

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return self._places.taken

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

    def refuse_when_full(self, sender: str) -> None:
        """Do nothing while there is a place for a sender.

        Raises:
            FullError: there is none.
        """
        if not self._places.is_free(sender):
            self._places.refuse(sender)
            raise FullError

    @contextmanager
    def place(self, sender: str) -> Iterator[None]:
        """Hold a place in the queue.

        Raises:
            FullError: there is none for this sender.
        """
        self.refuse_when_full(sender)
        with self._places.place(sender):
            yield

    async def do(
        self,
        job: str,
        *arguments: object,
        sender: str,
        begun: bool = False,
        first: bool = False,
        told: Told = unheard,
    ) -> Reply | Refusal:
        """Return what comes of a job, when a worker is free to do it.

        Args:
            job: its name.
            arguments: what it is done with.
            sender: for whom it is done.
            begun: whether it ends what has been begun, and is to wait for nobody else.
            first: whether nothing has been done for the request yet, so that it may be refused.
            told: hears 0 when a worker begins, and of each page whose words are recognised.

        Raises:
            FullError: it has waited for too long.
        """
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[Worker] = loop.create_future()
        self._turns.add(sender, waiter, begun=begun)
        self._hand_out()
        try:
            worker = await self._handed(waiter, sender if first else None)
        except (asyncio.CancelledError, FullError):
            if waiter.done() and not waiter.cancelled():
                self._take_back(waiter.result(), waiter)
            waiter.cancel()
            raise
        told(0)
        asked = partial(worker.do, job, *arguments, told=told)
        doing = loop.run_in_executor(self._threads, asked)
        doing.add_done_callback(lambda _: self._take_back(worker, waiter))
        # Who asked may be gone; the worker is busy all the same.
        return await asyncio.shield(doing)

    async def _handed(self, waiter: asyncio.Future[Worker], refusable: str | None) -> Worker:
        """Return the worker that is waited for; give up where that lasts and its sender crowds."""
        while not waiter.done():
            await asyncio.wait((waiter,), timeout=self._patience)
            if not waiter.done() and refusable is not None and self._places.is_crowding(refusable):
                raise FullError
        return waiter.result()

    def _take_back(self, worker: Worker, waiter: asyncio.Future[Worker]) -> None:
        """Let a worker take the next job, once its process is fit for one.

        A new process is at the cost of whose job wore out the one before.
        """
        if self._stopped:
            self._turns.end(waiter)
            return
        if not worker.worn:
            self._offer(worker, waiter)
            return
        self.replaced += 1
        starting = asyncio.get_running_loop().run_in_executor(self._threads, worker.start)
        starting.add_done_callback(lambda _: self._offer(worker, waiter))

    def _offer(self, worker: Worker, waiter: asyncio.Future[Worker]) -> None:
        self._turns.end(waiter)
        self._idle.append(worker)
        self._hand_out()

    def _hand_out(self) -> None:
        """Give the workers that are free to those whose turn it is."""
        while self._idle and (waiter := self._turns.next()):
            if waiter.done():
                self._turns.end(waiter)
            else:
                waiter.set_result(self._idle.pop())
