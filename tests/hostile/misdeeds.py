"""Work that goes wrong in every way in which reading a file can."""

import ctypes
import faulthandler
import os
import signal
import time
from collections.abc import Callable, Mapping
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


_MISDEEDS: Mapping[str, Callable[[], object]] = {
    "crash": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM)),
    "sleep": lambda: time.sleep(60),
    "compute": lambda: all(number >= 0 for number in count()),
    "deaf": lambda: sum(range(10**12)),  # in C, where no signal handler of Python is ever heard
    "memory": lambda: bytearray(2**40),
    "result": lambda: "x" * 2**29,
    "refuse": _refuse,
    "pack": _blame_the_pack,
    "bug": _fail,
}


def misdeed(name: str) -> str:
    """Do what the name says; any other name is returned as it is."""
    if name not in _MISDEEDS:
        return name
    faulthandler.disable()  # pytest's would print each crash
    return str(_MISDEEDS[name]())
