"""Where output goes: streams, colours, width, progress. Only here is the environment read."""

import errno
import io
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from specvalidator.wording import Lang, Words

_T = TypeVar("_T")
_NARROW, _WIDE, _USUAL = 40, 100, 80
_MANY = 5
_STANDARD_ERROR = 2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""A disk that is full, or fails."""
_WORTH_WRITING = 2**16
_BAR = 20
"""Columns of the bar that shows how far a run has come."""
_REFRESH = 0.2  # seconds
_FILES_A_PROCESS = 100
"""So many files make up for the start of one more process."""


class WrongUsage(Exception):  # noqa: N818 - reads as "raise WrongUsage"
    """Something about the command itself is wrong; `words` says what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


class NotWritten(Exception):  # noqa: N818 - reads as "raise NotWritten"
    """The machine takes no more of a result; `words` says why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


def open_streams() -> None:
    """Make the standard streams UTF-8 with plain line ends on every system.

    Those without which the process was started lead nowhere. Their numbers are taken first: the
    next file that is opened would be given one, and what others print would stand in it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        os.set_inheritable(number, True)  # noqa: FBT003 - takes no keyword
    os.close(number)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(words: Words, lang: Lang) -> None:
    """Print a remark on standard error, if anybody listens."""
    with suppress(OSError):
        print(words.said(lang), file=sys.stderr)  # noqa: T201 - the command line's voice


def colour() -> bool:
    """Say whether standard output is a terminal that is to have colours (NO_COLOR)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return False
    if sys.platform == "win32":  # an old console prints the codes
        return bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))
    return os.environ.get("TERM", "dumb") != "dumb"


def columns() -> int:
    """Return the width to write for: a terminal's, within reason, else 80."""
    if not sys.stdout.isatty():
        return _USUAL
    import shutil  # noqa: PLC0415 - only a terminal needs it

    return max(_NARROW, min(shutil.get_terminal_size().columns, _WIDE))


def processes(files: int) -> int:
    """Return how many processes to read so many files with."""
    return max(1, min(os.cpu_count() or 1, files // _FILES_A_PROCESS))


def write(text: str | Iterable[str], output: Path | None = None) -> None:
    """Write a result, whole or in pieces as they are made, to standard output or to a file.

    Raises:
        WrongUsage: the file cannot be written.
        NotWritten: the disk is full, or standard output takes nothing.
    """
    pieces = _gathered([text] if isinstance(text, str) else text)
    if output is None:
        _print(pieces)
        return
    _write((piece.encode("utf-8", "backslashreplace") for piece in pieces), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write a result to a file; errors as `write`."""
    _write([data], output)


def _write(pieces: Iterable[bytes], output: Path) -> None:
    """Write a result to a file.

    Raises:
        WrongUsage: the file cannot be written.
        NotWritten: the disk is full.
    """
    try:
        with output.open("wb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise not_written(output, error) from None


def write_new(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file that is not there yet, or is to be overwritten.

    Raises:
        WrongUsage: it is there, or cannot be written.
        NotWritten: the disk is full.
    """
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise WrongUsage(
            Words(
                f"{path} 已经存在，没有覆盖。请换一个文件名，或加 --force。",
                f"{path} exists and was left as it is; name another file, or add --force.",
            )
        ) from None
    except OSError as error:
        raise not_written(path, error) from None


def make_folder(folder: Path) -> None:
    """Make a folder for results, unless it is there; errors as `write`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None


def not_written(path: Path, error: OSError) -> WrongUsage | NotWritten:
    """Return what to raise where a file could not be written."""
    reason = error.strerror or type(error).__name__
    if error.errno in _FULL:
        return NotWritten(
            Words(
                f"{path} 没有写完（{reason}），请核对磁盘空间后重试。",
                f"{path} was not written whole ({reason}); check the space on the disk.",
            )
        )
    return WrongUsage(
        Words(
            f"无法写入 {path}（{reason}），请核对路径和权限。",
            f"{path} cannot be written ({reason}); check the path and its permissions.",
        )
    )


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the same text in pieces that are worth a call of the system."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _WORTH_WRITING:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _print(pieces: Iterable[str]) -> None:
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough; what Python still flushes at exit goes nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotWritten(
            Words(
                f"标准输出无法写入（{reason}），结果没有写完。",
                f"Standard output cannot be written ({reason}); the result is not whole.",
            )
        ) from None


def with_progress(items: Sequence[_T], lang: Lang) -> Iterator[_T]:
    """Yield the items; of many, show on a terminal how far it has come."""
    shown = len(items) > _MANY and sys.stderr.isatty()
    for number, item in enumerate(items, start=1):
        if shown:
            full = _BAR * number // len(items)
            bar = f"[{'#' * full}{'.' * (_BAR - full)}] {number}/{len(items)}"
            said = Words(f"正在检查 {bar}", f"Checking {bar}")
            sys.stderr.write(f"\r{said.said(lang)}")
            sys.stderr.flush()
        yield item
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class ProgressMeter:
    """How far a long work has come, on a terminal: number, rate, and the time that is left."""

    def __init__(self, total: int, lang: Lang) -> None:
        """Begin to count."""
        self.done = self.known = 0
        self._total = total
        self._lang = lang
        self._shown = sys.stderr.isatty()
        self._began = self._last = time.monotonic()

    def show(self, done: int, known: int) -> None:
        """Say how much is done, and how much of it was done before; a few times a second."""
        self.done, self.known = done, known
        now = time.monotonic()
        if not self._shown or now - self._last < _REFRESH:
            return
        self._last = now
        rate = (done - known) / (now - self._began)
        left = "" if rate <= 0 else _clock((self._total - done) / rate)
        said = Words(
            f"{done:,}/{self._total:,}  每秒{rate:.0f}个  还需{left or '…'}",
            f"{done:,}/{self._total:,}  {rate:.0f} a second  {left or '…'} left",
        )
        sys.stderr.write(f"\r{said.said(self._lang)}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
