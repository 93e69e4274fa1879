"""A bound on how long one file may be computed on in this very process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from specvalidator.readers.refusals import too_late

_AGAIN = 0.1
"""Seconds after which a refusal that somebody caught comes again."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Do the work below with so many seconds of computing; where signals are not known, without.

    Only what is written in Python is ended so: what reads a PDF needs a process of its own.

    Raises:
        UnreadableFile: `timeout`.
    """
    if not hasattr(signal, "setitimer") or (
        threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def end(*_: object) -> NoReturn:
        raise too_late(seconds)

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, _AGAIN), _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
