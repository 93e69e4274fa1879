"""One process at a time that does jobs, and gives way to a new one when it must be ended."""

import pickle
import signal
import threading
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Self, TypeVar

from specvalidator.errors import ProgramFailed, SpecvalidatorError, UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.progress import Told, unheard
from specvalidator.wording import Words
from specvalidator.workers import starting
from specvalidator.workers.process import (
    MOST_BYTES,
    MOST_WORDS,
    PAGE,
    READY,
    TAKEN,
    Head,
    Job,
    Prepare,
    Reply,
)
from specvalidator.workers.values import packed, unpacked

_Result = TypeVar("_Result")
_START_SECONDS = 120  # a machine may be busy; what is broken ends long before
_LATE = getattr(signal, "SIGXCPU", None)
"""What ends a process that has computed for too long …"""
_TOO_LONG = getattr(signal, "SIGALRM", None)
"""… and one that has taken too long."""


_DIGITS = 6
"""Of a number of a page; a process may say anything."""


class Refusal(NamedTuple):
    """Why nothing came of a job."""

    error: SpecvalidatorError
    crashed: bool = False
    """The process ended on its own, or somebody ended it."""


class Worker:
    """One process at a time, that does jobs one after another. Its methods block."""

    def __init__(self, limits: Limits, prepare: Prepare) -> None:
        """Prepare a process, which starts with the first job.

        Args:
            limits: what it may take for one job.
            prepare: what it does first; it is pickled, and gives what does the jobs.
        """
        self._limits = limits
        self._longest = limits.longest if _TOO_LONG is not None else limits.seconds
        """Seconds after which a process is ended that has not ended itself."""
        self._prepare = prepare
        self._ending = threading.Lock()
        self._process: starting.Started | None = None
        self._stopped = False
        self.worn = True
        """Whether the process is to be replaced before the next job."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid if self._process else None

    def start(self, how: starting.Start = starting.start) -> None:
        """Start a process in the place of the one there is, and wait until it can work.

        Raises:
            RuntimeError: it does not come up.
            NoPython: there is none to start.
        """
        with self._ending:
            if self._stopped:
                return
            self._end()
            process, self._pipe = self._process, _ = how()
        clock = threading.Timer(_START_SECONDS, process.kill)
        clock.start()
        try:
            self._pipe.send(pickle.dumps((self._limits, self._prepare)))
            ready = self._pipe.receive(len(READY)) == READY
        except (EOFError, OSError, ValueError):
            ready = False
        finally:
            clock.cancel()
        if not ready and not self._stopped:
            raise RuntimeError("a process that reads files does not start")
        self.worn = not ready

    def do(self, *arguments: object, told: Told = unheard) -> Reply | Refusal:
        """Return what came of a job; where nothing did, as its process had to be ended, why.

        Args:
            arguments: what it is done with.
            told: hears of each page whose words are recognised.
        """
        asked = pickle.dumps(arguments)
        # A process that was ended while it had nothing to do has not begun with this job.
        return self._answered(asked, told) or self._answered(asked, told) or self._why_it_ended()

    def stop(self) -> None:
        """End the process for good; a job that it does is lost."""
        with self._ending:
            self._stopped = True
            self._end()

    def _answered(self, asked: bytes, told: Told) -> Reply | Refusal | None:
        """Let the process do a job; return None if it ended before it had taken it."""
        if self.worn or self._process is None or self._process.poll() is not None:
            self.start()
        if self._stopped or self._process is None:
            return self._why_it_ended()
        pipe, process = self._pipe, self._process
        taken, late = False, threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._longest, end)
        clock.start()
        try:
            pipe.send(asked)
            taken = pipe.receive(len(TAKEN)) == TAKEN
            said = pipe.receive(MOST_WORDS)
            while said.startswith(PAGE):
                told(min(int(said.removeprefix(PAGE)[:_DIGITS]), self._limits.scan.pages))
                said = pipe.receive(MOST_WORDS)
            head = unpacked(said, Head)
            payload = pipe.receive(MOST_BYTES)
        except (EOFError, OSError, ValueError):
            self.worn = True
            process.kill()
            process.wait()
            if late.is_set():
                return Refusal(refusals.too_late(self._limits.seconds))
            return self._why_it_ended() if taken else None
        finally:
            clock.cancel()
        self.worn = head.worn
        if head.error is not None:
            return Refusal(head.error)
        return Reply(payload, head.outcome, head.bug)

    def _why_it_ended(self) -> Refusal:
        code = self._process.returncode if self._process else None
        if _TOO_LONG is not None and code == -_TOO_LONG:
            return Refusal(refusals.too_late(self._limits.seconds))
        if _LATE is not None and code == -_LATE:
            return Refusal(refusals.too_late(self._limits.cpu_seconds))
        return Refusal(crashed(code), crashed=True)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._pipe.close()


def isolated(
    limits: Limits, work: Callable[..., _Result], shape: type[_Result], *arguments: object
) -> _Result:
    """Return what `work` returns, done in a process of its own that ends with it.

    Args:
        limits: what the process may take.
        work: a function that can be pickled, and so can its arguments.
        shape: the type of what it returns.
        arguments: what it is given.

    Raises:
        UnreadableFile: `timeout`, `too-large` or `unreadable`, where the process had to be ended
            or crashed; and whatever `work` raises on purpose.
        RuntimeError: the program failed.
    """
    with Worker(limits, partial(packing, work)) as worker:
        outcome = worker.do(*arguments)
    if isinstance(outcome, Refusal):
        raise as_raised(outcome.error)
    try:
        return unpacked(outcome.payload, shape)
    except ValueError:
        raise crashed(None) from None


def as_raised(error: SpecvalidatorError) -> Exception:
    """Return what is raised where work came to nothing: a bug is no refusal."""
    return RuntimeError(error.place) if isinstance(error, ProgramFailed) else error


def packing(work: Callable[..., object], first: Callable[[], object] | None = None) -> Job:
    """Return the work as a job whose result is packed, once what comes first is done."""
    if first is not None:
        first()
    return lambda *arguments: Reply(packed(work(*arguments)))


def crashed(code: int | None) -> UnreadableFile:
    """Say that a process gave no result, with its exit status where it has one."""
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
