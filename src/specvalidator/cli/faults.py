"""Why nothing came of a command, and the exit status that says whose fault it is."""

import errno
import os

from specvalidator.cli.terminal import NotWritten, WrongUsage, say
from specvalidator.errors import ProgramFailed, SpecvalidatorError, place_of
from specvalidator.version import __version__
from specvalidator.wording import Lang, Words

WRONG_USAGE, SURROUNDINGS, PROGRAM = 2, 4, 5
_OF_THE_MACHINE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
    | {errno.ENOMEM, errno.EAGAIN, errno.EMFILE, errno.ENFILE}
)
"""A disk that is full or fails, and no memory, processes or open files left."""


def told(error: Exception, lang: Lang) -> int:
    """Say on standard error what ended a command, nothing of any document; return the status."""
    if isinstance(error, ProgramFailed):
        status, words = PROGRAM, _bug(error.place)
    elif isinstance(error, WrongUsage | SpecvalidatorError):
        status, words = WRONG_USAGE, error.words
    else:
        reason = _of_surroundings(error)
        status, words = (SURROUNDINGS, reason) if reason else (PROGRAM, _bug(place_of(error)))
    if status == PROGRAM and os.environ.get("SPECVALIDATOR_DEBUG"):
        import traceback  # noqa: PLC0415 - only for bugs

        say(Words(*["".join(traceback.format_exception(error))] * 2), lang)
    say(Words(f"错误：{words.zh}", f"error: {words.en}"), lang)
    return status


def _of_surroundings(error: Exception) -> Words | None:
    """Say what the machine lacks, None where it is not to blame."""
    if isinstance(error, NotWritten):
        return error.words
    if isinstance(error, MemoryError):
        return Words("内存不足，没有做完。", "There is not enough memory; this was not finished.")
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith(_OWN):
        return Words(
            f"缺少软件包 {error.name}，请重新安装本程序。",
            f"The package {error.name} is missing; install this program anew.",
        )
    if isinstance(error, OSError) and error.errno in _OF_THE_MACHINE:
        return Words(
            f"系统拒绝（{error.strerror}），没有做完；请核对磁盘空间和内存后重试。",
            f"The system refused ({error.strerror}), and this was not finished; check the space on "
            "the disk and the memory, and try again.",
        )
    return None


_OWN = "specvalidator"


def _bug(place: str) -> Words:
    return Words(
        f"程序内部出错（{place}，版本 {__version__}），没有做完。这是程序的缺陷，请把这一行和所用的"
        "命令报告给本项目，不要附上文件；设置环境变量 SPECVALIDATOR_DEBUG=1 可看到细节。",
        f"The program failed ({place}, version {__version__}) and did not finish. This is a bug: "
        "please report this line and the command to the project, without any document; "
        "SPECVALIDATOR_DEBUG=1 in the environment shows details.",
    )
