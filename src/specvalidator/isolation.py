"""Work in processes of its own: one that crashes, hangs or asks too much is ended, no other."""

import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as Late
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from specvalidator.errors import SpecvalidatorError, UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

try:
    import resource
except ImportError:  # Windows: the clock alone ends a process there
    resource = None  # type: ignore[assignment] # a module elsewhere

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_AHEAD = 32
_Call = tuple[Callable[..., _Result], tuple[object, ...]]
_STATM = Path("/proc/self/statm")
_USUAL_SPACE = 256 * 2**20
_LATE = getattr(signal, "SIGXCPU", None)
"""What ends a process that has computed for too long."""


def isolated(limits: Limits, work: Callable[..., _Result], *arguments: object) -> _Result:
    """Return what `work` returns, done in a process of its own that ends with it.

    As everywhere with multiprocessing, a script that calls this does so below
    `if __name__ == "__main__"`. Arguments and result must be picklable.

    Raises:
        UnreadableFile: `timeout`, `too-large` or `unreadable`, where the process had to be ended
            or crashed; and whatever `work` raises on purpose.
    """
    call: _Call[_Result] = (work, arguments)
    with Workers[_Call[_Result], _Result](limits, _called) as workers:
        outcome = next(workers.results([call]))
    if isinstance(outcome, UnreadableFile):
        raise outcome
    return outcome


class Workers(Generic[_Item, _Result]):
    """Processes that do the same work, each on one item at a time; in use as `with` lasts."""

    def __init__(
        self,
        limits: Limits,
        work: Callable[[_Item], _Result],
        count: int = 1,
        *,
        fork: bool = False,
    ) -> None:
        """Prepare processes, which start with the first item.

        Args:
            limits: what each process may take for one item.
            work: a function that can be pickled.
            count: how many processes.
            fork: start them as copies of this one where the system can: at once, but safe only
                in a program without threads.
        """
        self._limits = limits
        self._work = work
        self._count = count
        self._ahead = _AHEAD * count
        can_fork = fork and "fork" in multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context("fork" if can_fork else "spawn")
        self._pool = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()

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
        """
        left = iter(items)
        begun = deque((item, self._begin(item)) for item in islice(left, ahead or self._ahead))
        while begun:
            item, future = begun.popleft()
            try:
                outcome = self._outcome(future, item if twice else None)
            except BrokenProcessPool:
                outcome = self._anew(item, begun)
            begun.extend((item, self._begin(item)) for item in islice(left, 1))
            yield outcome

    def _anew(self, item: _Item, begun: deque[tuple[_Item, Any]]) -> _Result | UnreadableFile:
        """Begin anew, this item alone: a process ended while it held what all share."""
        self._restart()
        try:
            outcome = self._outcome(self._begin(item))
        except BrokenProcessPool:
            self._restart()
            outcome = _crashed(None)
        for _ in range(len(begun)):
            other, future = begun.popleft()
            done = future.done() and not future.exception()
            begun.append((other, future if done else self._begin(other)))
        return outcome

    def _begin(self, item: _Item) -> Any:  # noqa: ANN401 - pebble's future has no public type
        return self._pool.schedule(
            _packed, (self._work, item, self._limits), {}, self._limits.seconds
        )

    def _outcome(
        self,
        future: Any,  # noqa: ANN401 - as above
        again: _Item | None = None,
    ) -> _Result | UnreadableFile:
        try:
            outcome: Any = pickle.loads(future.result())  # noqa: S301 - from our own process
        except Late:
            return refusals.too_late(self._limits.seconds)
        except ProcessExpired as error:
            if again is not None and not _is_late(error.exitcode):
                return self._outcome(self._begin(again))
            return ended(error.exitcode, self._limits)
        if isinstance(outcome, SpecvalidatorError) and not isinstance(outcome, UnreadableFile):
            raise outcome
        return cast("_Result | UnreadableFile", outcome)

    def _started(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._count,
            initializer=_prepared,
            initargs=(self._limits.memory_bytes,),
            context=self._context,
        )

    def _stop(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it untyped
        self._pool.join()

    def _restart(self) -> None:
        self._stop()
        self._pool = self._started()


# ── in the process ───────────────────────────────────────────────────────────────────────


def _prepared(memory_bytes: int) -> None:
    """Bound this process, and let it be ended though it computes in C and hears no Python."""
    gc.set_threshold(200_000, 50, 50)  # a document is many objects and no garbage
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    bound_memory(memory_bytes)


def bound_memory(memory_bytes: int) -> None:
    """Bound how much memory this process may ask for, where the system can."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space() + memory_bytes
        least = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold the submission


def _address_space() -> int:
    """Return how many bytes of addresses this process has; where nobody says, a usual number."""
    try:
        return int(_STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return _USUAL_SPACE


def bound_computing(cpu_seconds: float) -> None:
    """Bound how long this process may compute from now on, where the system can."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        so_far = used.ru_utime + used.ru_stime
        until = max(int(so_far + cpu_seconds), int(so_far) + 1)
        if most == resource.RLIM_INFINITY or until <= most:
            resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def _packed(work: Callable[[_Item], _Result], item: _Item, limits: Limits) -> bytes:
    """Return what the work on an item gave, or what it raised on purpose, as bytes."""
    bound_computing(limits.cpu_seconds)
    try:
        return pickle.dumps(work(item))
    except MemoryError:
        return pickle.dumps(refusals.out_of_memory())
    except SpecvalidatorError as error:
        return pickle.dumps(error)


def _called(call: _Call[_Result]) -> _Result:
    work, arguments = call
    return work(*arguments)


# ── what is said of it ───────────────────────────────────────────────────────────────────


def ended(code: int | None, limits: Limits) -> UnreadableFile:
    """Say why a process that ended with this exit code gave no result."""
    return refusals.too_late(limits.cpu_seconds) if _is_late(code) else _crashed(code)


def _is_late(code: int | None) -> bool:
    """Say whether a process was ended because it computed for too long."""
    return _LATE is not None and code == -_LATE


def _crashed(code: int | None) -> UnreadableFile:
    why = "" if code is None else f" ({code})"
    return UnreadableFile(
        "unreadable",
        Words(
            f"读取这个文件的进程意外终止{why}，其他文件不受影响。"
            "请用 Word 或 WPS 打开原文件，另存为 .docx 后重新提交。",
            f"The process that read this file ended unexpectedly{why}; other files are not "
            "affected. Open the original in Word or WPS, save it as .docx and hand that in.",
        ),
    )
