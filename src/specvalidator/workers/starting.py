"""Start a process that works: Python anew, or at once as a copy of this one."""

import json
import multiprocessing.spawn
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from io import FileIO
from typing import ClassVar, NoReturn

from specvalidator.errors import SpecvalidatorError
from specvalidator.wording import Words
from specvalidator.workers import process
from specvalidator.workers.pipe import Pipe

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from specvalidator.workers.process import main; main()"
)
"""It never runs the program of its caller, as `multiprocessing` would to find what it needs."""


class NoPython(SpecvalidatorError):  # noqa: N818 - reads as "raise NoPython"
    """There is no Python to start a process with, as in some programs that embed one."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "找不到 Python 解释器，无法启动独立进程。嵌入 Python 的程序请先调用 "
                "multiprocessing.set_executable 指定。",
                "There is no Python interpreter to start a process with. A program that embeds "
                "Python names one with multiprocessing.set_executable.",
            )
        )


class Copy:
    """A copy of this process."""

    ours: ClassVar[set[int]] = set()
    """This process's ends of the pipes to all copies that run."""

    def __init__(self, pid: int, ends: set[int]) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ends = ends
        self._waiting = threading.Lock()
        Copy.ours |= ends

    def poll(self) -> int | None:
        """Return its exit status, None while it runs."""
        return self._waited(os.WNOHANG)

    def wait(self) -> int:
        """Wait until it has ended."""
        return self._waited(0) or 0

    def kill(self) -> None:
        """End it."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _waited(self, how: int) -> int | None:
        with self._waiting:  # a process can be waited for once
            if self.returncode is None:
                pid, status = os.waitpid(self.pid, how)
                if pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
                    Copy.ours -= self._ends
            return self.returncode


Started = subprocess.Popen[bytes] | Copy
Start = Callable[[], tuple[Started, Pipe]]


def start() -> tuple[Started, Pipe]:
    """Start Python anew.

    Raises:
        NoPython: nobody says where it is, or it cannot be started.
    """
    python = multiprocessing.spawn.get_executable()
    if not python:
        raise NoPython
    paths = json.dumps(list(map(str, sys.path)))
    try:
        started = subprocess.Popen(  # noqa: S603 - our own program
            # -P: what lies in the current folder is no module of ours.
            [python, "-P", "-c", _PROGRAM, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise NoPython from None
    return started, Pipe(_raw(started.stdout), _raw(started.stdin))


def copy() -> tuple[Started, Pipe]:
    """Start a copy of this process; safe only in a program without threads."""
    answers, theirs_out = os.pipe()
    theirs_in, questions = os.pipe()
    pid = os.fork()
    if pid == 0:
        # A copy that holds the ends of others would keep them alive after this process.
        for each in (*Copy.ours, answers, questions):
            os.close(each)
        _work(theirs_in, theirs_out)
    os.close(theirs_in)
    os.close(theirs_out)
    ours = Pipe(FileIO(answers, "rb"), FileIO(questions, "wb"))
    return Copy(pid, {answers, questions}), ours


CAN_COPY = hasattr(os, "fork")


def _work(reader: int, writer: int) -> NoReturn:
    status = 1
    try:
        process.close_streams()
        process.work(Pipe(FileIO(reader, "rb"), FileIO(writer, "wb")))
        status = 0
    finally:
        os._exit(status)


def _raw(stream: object) -> FileIO:
    if not isinstance(stream, FileIO):
        raise TypeError
    return stream
