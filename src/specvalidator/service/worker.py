"""A process that does one job after another, and gives way to a new one when it must be ended.

The service keeps its processes for itself, each with a pipe of its own: one that is killed at any
moment takes nothing with it that others share, and its place is filled at once. What a process
answers is never unpickled by the service, as it may have been taken over by the file it read.
"""

import json
import multiprocessing
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from specvalidator import isolation
from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment] # a module elsewhere

_READY, _TAKEN = b"ready", b"taken"
_START_SECONDS = 120  # a machine may be busy; what is broken ends long before
_MOST_BYTES = 2**28  # of a result
_MOST_WORDS = 2**16
_WORN = 4
"""A process that has held this part of the memory it may is replaced: the next file is to have
its full share."""


class Reply(NamedTuple):
    """What came of a job."""

    outcome: str
    """A word for the counts; never anything that a file says."""
    payload: bytes
    """The result."""


class Refusal(NamedTuple):
    """Why nothing came of a job."""

    error: UnreadableFile
    bug: str | None = None
    """Where the program failed, if it did."""


Job = Callable[..., Reply]
Prepare = Callable[[], dict[str, Job]]
"""What a process does before its first job: it returns the jobs that it knows by name."""


class Worker:
    """One process at a time, that does jobs one after another. Its methods block."""

    def __init__(self, limits: Limits, prepare: Prepare) -> None:
        self._limits = limits
        self._prepare = prepare
        self._context = multiprocessing.get_context("spawn")  # the service has threads
        self._ending = threading.Lock()
        self._stopped = False
        self.worn = True
        """Whether the process is to be replaced before the next job."""

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def start(self) -> None:
        """Start a process in the place of the one there is, and wait until it can work.

        Raises:
            RuntimeError: it does not come up.
        """
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_work, args=(theirs, self._limits, self._prepare), daemon=True
        )
        with self._ending:
            if self._stopped:
                return
            self._end()
            self._process, self._pipe = process, ours
            process.start()
        theirs.close()
        try:
            ready = ours.poll(_START_SECONDS) and ours.recv_bytes() == _READY
        except (EOFError, OSError):
            ready = False
        if not ready and not self._stopped:
            raise RuntimeError("a process of the service does not start")
        self.worn = not ready

    def do(self, job: str, *arguments: object, **said: object) -> Reply | Refusal:
        """Return what came of a job; where nothing did, as its process had to be ended, why."""
        packed = pickle.dumps((job, arguments, said))
        # A process that was ended while it had nothing to do has not begun with this job.
        return self._answered(packed) or self._answered(packed) or self._why_it_ended()

    def _answered(self, packed: bytes) -> Reply | Refusal | None:
        """Let the process do a job; return None if it ended before it had taken it."""
        if self.worn or not self._process.is_alive():
            self.start()
        pipe, process = self._pipe, self._process
        taken, late = False, threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._limits.seconds, end)
        clock.start()
        try:
            pipe.send_bytes(packed)
            taken = pipe.recv_bytes(_MOST_WORDS) == _TAKEN
            head = json.loads(pipe.recv_bytes(_MOST_WORDS))
            payload = pipe.recv_bytes(_MOST_BYTES)
        except (EOFError, OSError):
            self.worn = True
            process.kill()
            process.join()
            if late.is_set():
                return Refusal(refusals.too_late(self._limits.seconds))
            return self._why_it_ended() if taken else None
        finally:
            clock.cancel()
        self.worn = head["worn"]
        if head["words"]:
            error = UnreadableFile(head["outcome"], Words(*head["words"]))
            return Refusal(error, head["bug"])
        return Reply(head["outcome"], payload)

    def _why_it_ended(self) -> Refusal:
        return Refusal(isolation.ended(self._process.exitcode, self._limits))

    def stop(self) -> None:
        """End the process for good; a job that it does is lost."""
        with self._ending:
            self._stopped = True
            self._end()

    def _end(self) -> None:
        if hasattr(self, "_process"):
            self._process.kill()
            self._process.join()
            self._pipe.close()


# ── in the process ───────────────────────────────────────────────────────────────────────


def _work(pipe: Connection, limits: Limits, prepare: Prepare) -> None:
    """Do jobs until the service is gone."""
    # A stop is told to all processes at once, as by Ctrl+C; this one finishes what it does and
    # ends when the service closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    jobs = prepare()
    isolation.bound_memory(limits.memory_bytes)  # what is ready for every file counts for none
    most = _most_memory() + limits.memory_bytes // _WORN
    pipe.send_bytes(_READY)
    while True:
        try:
            name, arguments, said = pickle.loads(pipe.recv_bytes())  # noqa: S301 - from the service
        except EOFError:
            return
        pipe.send_bytes(_TAKEN)
        isolation.bound_computing(limits.cpu_seconds)
        _bound_time(limits.seconds + 1)
        head, payload = _answer(partial(jobs[name], *arguments, **said))
        _bound_time(0)
        try:
            pipe.send_bytes(json.dumps({**head, "worn": _most_memory() > most}).encode())
            pipe.send_bytes(payload)
        except BrokenPipeError:
            return


def _answer(job: Callable[[], Reply]) -> tuple[dict[str, Any], bytes]:
    """Do a job; return what there is to say of it, and its result."""
    bug = None
    try:
        reply = job()
    except UnreadableFile as error:
        refused = error
    except MemoryError:
        refused = refusals.out_of_memory()
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not stop the others
        refused, bug = UnreadableFile("unreadable", _BUG), place_of(error)
    else:
        return {"outcome": reply.outcome, "words": None}, reply.payload
    return {"outcome": refused.error, "words": refused.words, "bug": bug}, b""


def place_of(error: BaseException) -> str:
    """Say what kind of bug was met and where; never its message, which may quote a file."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = (f"{Path(each.filename).name}:{each.lineno}" for each in frames)
    return f"{type(error).__name__} at {' > '.join(places)}"


_BUG = Words(
    "程序内部出错，这个文件没有检查完。这是程序的缺陷，请连同请求编号（X-Request-Id）告知管理员。",
    "The program failed and did not finish this file. This is a bug; tell the operator, with the "
    "id of the request (X-Request-Id).",
)


def _bound_time(seconds: int) -> None:
    """End this process after so many seconds, though the service be gone; 0 takes it back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _most_memory() -> int:
    """Return the most memory that this process ever had, in bytes; 0 where nobody says."""
    if resource is None:
        return 0
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return most
