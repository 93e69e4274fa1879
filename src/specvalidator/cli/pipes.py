"""What can be read only once, standard input and other pipes: all of it, at the first asking."""

import os
import select
import stat
import sys
from pathlib import Path

from specvalidator.errors import UnreadableFile
from specvalidator.files import most_bytes, not_opened
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Words

STANDARD_INPUT = "-"
_STANDARD_INPUT = frozenset({STANDARD_INPUT, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
_AT_ONCE = 2**20


def is_standard_input(path: str | Path) -> bool:
    """Say whether a path stands for standard input."""
    return os.fspath(path) in _STANDARD_INPUT


def is_pipe(path: str | Path) -> bool:
    """Say whether a path stands for something that can be read only once."""
    if is_standard_input(path):
        return True
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - as a text, too
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def received(path: str | Path, limits: Limits = DEFAULT) -> bytes:
    """Return all that comes; of what is too large in any case, only so many bytes as tell it.

    Raises:
        UnreadableFile: it cannot be opened, or `timeout`: nothing came for as long as reading a
            file may take.
    """
    if is_standard_input(path):
        return _standard_input(limits)
    try:
        # Else opening waits until somebody writes.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb", buffering=0):
            return _all(descriptor, limits)
    except (OSError, ValueError) as error:
        raise not_opened(error) from None


def _standard_input(limits: Limits) -> bytes:
    if sys.stdin is None:
        words = Words("标准输入是关闭的，没有内容可读。", "Standard input is closed.")
        raise UnreadableFile("unreadable", words)
    try:
        return _all(sys.stdin.fileno(), limits)
    except (OSError, ValueError) as error:
        raise not_opened(error) from None


def _all(descriptor: int, limits: Limits) -> bytes:
    room = most_bytes(limits)
    parts = []
    while room:
        if os.name == "posix" and not select.select([descriptor], [], [], limits.seconds)[0]:
            raise _silent(limits.seconds)
        os.set_blocking(descriptor, True)
        part = os.read(descriptor, min(room, _AT_ONCE))
        if not part:
            break
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _silent(seconds: int) -> UnreadableFile:
    return UnreadableFile(
        "timeout",
        Words(
            f"{seconds}秒内没有收到内容，不再等待。请核对向它写入的程序。",
            f"Nothing came for {seconds} seconds; check the program that writes to it.",
        ),
    )
