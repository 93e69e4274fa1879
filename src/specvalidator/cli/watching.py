"""`check --watch`: judge again whenever a draft is saved, until the user has seen enough."""

import os
from collections.abc import Callable
from pathlib import Path

from specvalidator.cli.options import CheckOptions
from specvalidator.cli.pipes import is_pipe
from specvalidator.cli.terminal import WrongUsage, say
from specvalidator.errors import SpecvalidatorError
from specvalidator.readers.formats import is_document, may_be_record
from specvalidator.readers.unlabelled import is_unlabelled
from specvalidator.wording import Words

_PAUSE = 400  # milliseconds: Word writes a new file, then puts it in the old one's place


def watch(options: CheckOptions, run: Callable[[CheckOptions], int]) -> int:
    """Run again and again; return the exit status of the last run when the user stops it.

    Raises:
        WrongUsage: what watches files is not installed, or there is nothing to watch.
    """
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError:
        raise WrongUsage(
            Words(
                "--watch 需要 watchfiles，请在本程序的文件夹中安装：pip install '.[watch]'。",
                "--watch needs watchfiles: pip install '.[watch]' in the folder of this program.",
            )
        ) from None
    lang = options.lang
    if any(map(is_pipe, options.files)):
        raise WrongUsage(
            Words("--watch 只能用于文件和文件夹。", "--watch is for files and folders alone.")
        )
    arguments = [argument.absolute() for argument in options.files]
    folders = {path if path.is_dir() else path.parent for path in arguments}
    for folder in sorted(folders):
        if not folder.is_dir():
            raise WrongUsage(Words(f"没有文件夹 {folder}。", f"There is no folder {folder}."))
    is_draft = watched(arguments, options.output)
    status = run(options)  # what is wrong with the command itself ends the watch before it begins
    say(_WAITING, lang)
    changed = watchfiles.watch(
        *sorted(folders),
        watch_filter=lambda _, path: is_draft(path),
        recursive=any(path.is_dir() for path in arguments),
        step=_PAUSE,
    )
    try:
        for changes in changed:
            names = "、".join(sorted({Path(path).name for _, path in changes}))
            say(Words(f"\n{names} 已改动，重新检查。", f"\n{names} changed; checking again."), lang)
            status = _again(run, options, status)
            say(_WAITING, lang)
    except KeyboardInterrupt:  # the way in which a watch ends
        pass
    return status


def _again(run: Callable[[CheckOptions], int], options: CheckOptions, status: int) -> int:
    """Run once more; what is wrong for a moment, such as a folder that is gone, ends nothing."""
    try:
        return run(options)
    except (WrongUsage, SpecvalidatorError) as error:
        say(error.words, options.lang)
        return status


def watched(arguments: list[Path], output: Path | None) -> Callable[[str], bool]:
    """Return what tells whether a change of a file is a reason to judge again.

    Lock files are none, and neither is the result itself.
    """
    files = {os.path.normcase(path) for path in arguments if not path.is_dir()}
    folders = [path for path in arguments if path.is_dir()]
    result = None if output is None else os.path.normcase(output.absolute())

    def is_draft(path: str) -> bool:
        if os.path.normcase(path) in files:
            return True
        seen = Path(path)
        if seen.name.startswith(("~$", ".")) or os.path.normcase(path) == result:
            return False
        known = is_document(seen) or may_be_record(seen) or is_unlabelled(seen)
        return known and any(seen.is_relative_to(folder) for folder in folders)

    return is_draft


_WAITING = Words("等待文件保存，按 Ctrl+C 结束。", "Waiting for a file to be saved; Ctrl+C ends.")
