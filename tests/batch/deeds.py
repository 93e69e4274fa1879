"""Work on documents that says what it does, and goes wrong where a document's name says so."""

import ctypes
import faulthandler
import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged
from specvalidator.batch.work import Work
from specvalidator.judging import Judging
from specvalidator.readers.limits import Limits

_DEEDS: Mapping[str, Callable[[], object]] = {
    "crash": lambda: ctypes.string_at(0),
    "hang": lambda: time.sleep(60),
    "greed": lambda: bytearray(2**40),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
}
_PATIENCE = 120
"""Seconds after which whoever should let work go on is not waited for any more."""


@dataclass(frozen=True)
class Deeds(Work):
    """Adds the name of each document that is judged to a log, and does what the name says."""

    log: Path | None = None
    pause: float = 0.0
    """Seconds that each document takes longer."""
    held: Path | None = None
    """A folder: a document that is called held is not judged before a file stands there that is
    called like it; until then another says in which process it is worked on."""

    def __call__(self, seen: Seen) -> Judged:
        """Judge a document."""
        faulthandler.disable()  # pytest's would print each crash
        name = seen.document.name
        if self.log is not None:
            with self.log.open("a") as log:
                log.write(f"{name}\n")
        time.sleep(self.pause)
        if self.held is not None and "held" in name:
            _wait_in(self.held, name)
        deed = next((each for each in _DEEDS if each in name), None)
        if deed == "killed" and self.log and self.log.read_text().count(f"{name}\n") > 1:
            deed = None  # only once: it was no fault of the document
        if deed is not None:
            _DEEDS[deed]()
        return super().__call__(seen)


def _wait_in(folder: Path, name: str) -> None:
    """Say which process started this one, and wait until work on a document may go on."""
    (folder / f"{name}.tmp").write_text(str(os.getppid()))
    (folder / f"{name}.tmp").replace(folder / f"{name}.begun")
    until = time.monotonic() + _PATIENCE
    while not (folder / name).exists() and time.monotonic() < until:
        time.sleep(0.005)


def work(log: Path | None = None, seconds: int = 30, pause: float = 0.0) -> Deeds:
    """Return the work of the tests, in Chinese, by the pack that comes with the package."""
    limits = Limits(seconds=seconds, memory_bytes=2**30)
    return Deeds(Judging(limits=limits), log=log, pause=pause)
