"""Work that goes wrong in every way in which reading a file can."""

import ctypes
import faulthandler
import os
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from typing import NoReturn

from specvalidator.errors import BadPack, UnreadableFile
from specvalidator.wording import Words


def _refuse() -> NoReturn:
    raise UnreadableFile("corrupt", Words("坏", "bad"))


def _blame_the_pack() -> NoReturn:
    raise BadPack("x.toml", "a.b", Words("错", "wrong"))


def _fail() -> NoReturn:
    raise KeyError("bug")


def _print() -> str:
    print("stray" * 10_000, flush=True)  # noqa: T201 - the point
    os.write(1, b"stray")
    return "printed"


def _babble() -> str:
    """Answer out of turn, as a process could that was taken over."""
    for each in range(3, 20):
        with suppress(OSError):
            os.write(each, b"\x00\x00\x00\x00\x00\x00\x00\x02[]" * 9)
    return "answered"


_MISDEEDS: Mapping[str, Callable[[], object]] = {
    "crash": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM)),
    "sleep": lambda: time.sleep(60),
    "compute": lambda: all(number >= 0 for number in count()),
    "deaf": lambda: sum(range(10**12)),  # in C, where no signal handler of Python is ever heard
    "memory": lambda: bytearray(2**40),
    "result": lambda: "x" * 2**29,
    "flood": lambda: "x" * (2**28 + 1),
    "refuse": _refuse,
    "pack": _blame_the_pack,
    "bug": _fail,
    "print": _print,
    "babble": _babble,
}


def misdeed(name: str) -> str:
    """Do what the name says; any other name is returned as it is."""
    if name not in _MISDEEDS:
        return name
    faulthandler.disable()  # pytest's would print each crash
    return str(_MISDEEDS[name]())
