"""In the process that works: one job after another, each within its bounds."""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from io import FileIO
from typing import Any, NamedTuple

from specvalidator.errors import ProgramFailed, SpecvalidatorError, place_of
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.progress import telling
from specvalidator.startup import prepare
from specvalidator.workers import bounds
from specvalidator.workers.pipe import Pipe
from specvalidator.workers.values import packed

READY, TAKEN, PAGE = b"ready", b"taken", b"page "
MOST_BYTES = 2**28
"""Of a result."""
MOST_WORDS = 2**16
"""Bytes of what is said beside it."""
_MOST_ASKED = 2**40
_WORN = 4
"""A process that has held this part of the memory it may is replaced: the next file is to have
its full share."""


class Reply(NamedTuple):
    """What came of a job."""

    payload: bytes
    """The result."""
    outcome: str = "done"
    """A word for counts; never anything that a file says."""
    bug: str | None = None
    """Where the program failed, if it did and there is a result all the same."""


Job = Callable[..., Reply]
Prepare = Callable[[], Job]
"""What a process does before its first job: it returns what does them."""


class Head(NamedTuple):
    """What is said beside a result."""

    outcome: str
    bug: str | None
    error: SpecvalidatorError | None
    """Why there is none."""
    worn: bool
    """The process is to be replaced."""


def main() -> None:
    """Work for the process that has started this one, at the other ends of its streams."""
    prepare()
    pipe = Pipe(FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb"))
    close_streams()
    work(pipe)


def close_streams() -> None:
    """Let nothing that reads or prints here be heard as an answer, or by who reads the program."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    sys.stdout = os.fdopen(nowhere, "w", encoding="utf-8")


def work(pipe: Pipe) -> None:
    """Do jobs until whoever asks for them is gone."""
    # A stop is told to all processes at once, as by Ctrl+C; this one finishes what it does and
    # ends when its pipe is closed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        limits, do = _prepared(pipe)
        bounds.bound_memory(limits.memory_bytes)  # what is ready for every file counts for none
        most = bounds.most_memory() + limits.memory_bytes // _WORN
        gc.freeze()
        pipe.send(READY)
        while True:
            arguments: tuple[Any, ...] = _asked(pipe)
            pipe.send(TAKEN)
            bounds.bound_computing(limits.cpu_seconds)
            bounds.bound_time(limits.seconds)
            with telling(lambda page: pipe.send(PAGE + b"%d" % page)):
                head, payload = _answer(do, arguments)
            bounds.bound_time(0)
            pipe.send(packed(head._replace(worn=bounds.most_memory() > most)))
            pipe.send(payload)
            del arguments, head, payload
            gc.collect()  # Python looks for garbage too seldom here, and would wear the process out
    except (EOFError, BrokenPipeError):
        return


def _prepared(pipe: Pipe) -> tuple[Limits, Job]:
    limits: Limits
    prepare_job: Prepare
    limits, prepare_job = _asked(pipe)
    return limits, prepare_job()


def _asked(pipe: Pipe) -> Any:  # noqa: ANN401 - whatever is asked
    return pickle.loads(pipe.receive(_MOST_ASKED))  # noqa: S301 - from who started this process


def _answer(do: Job, arguments: tuple[Any, ...]) -> tuple[Head, bytes]:
    """Do a job; return what there is to say of it, and its result."""
    refused: SpecvalidatorError
    try:
        payload, outcome, bug = do(*arguments)
        if len(payload) <= MOST_BYTES:
            return Head(outcome, bug, None, worn=False), payload
        refused = refusals.out_of_memory()
    except SpecvalidatorError as error:
        refused = error
    except MemoryError:
        refused = refusals.out_of_memory()
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not stop the others
        refused = ProgramFailed(place_of(error))
    return Head("refused", None, refused, worn=False), b""
