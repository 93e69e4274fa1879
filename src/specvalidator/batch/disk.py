"""A disk that takes no more: said in one sentence, and nothing that stands there is lost."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from specvalidator.errors import SpecvalidatorError
from specvalidator.wording import Words

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
"""A disk that is full, or fails."""
_PRIMARY = 0xFF
"""SQLite says in the lowest byte what is wrong, and above it where."""
_FULL_IN_SQLITE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})


class NotKept(SpecvalidatorError):  # noqa: N818 - reads as "raise NotKept"
    """Results that could not be written; what was written before is whole, and is gone on with."""


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Say that a folder takes no more.

    Raises:
        NotKept: the disk is full, or fails.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise _not_kept(folder, error.strerror or type(error).__name__) from None
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & _PRIMARY not in _FULL_IN_SQLITE:
            raise
        raise _not_kept(folder, str(error)) from None


def _not_kept(folder: Path, reason: str) -> NotKept:
    return NotKept(
        Words(
            f"{folder} 没有写完（{reason}）。已写好的结果都在；腾出磁盘空间后，"
            "用同样的命令接着检查。",
            f"{folder} was not written whole ({reason}). What was written is kept: make room on "
            "the disk and give the same command to go on.",
        )
    )
