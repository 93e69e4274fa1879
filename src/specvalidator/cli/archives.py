"""What SOURCE stands for: a folder, a pattern, a list, a zip, or an address of fsspec."""

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli.files import LOCK, Choice, search
from specvalidator.cli.paths import is_file, is_there
from specvalidator.cli.pipes import is_pipe, received
from specvalidator.cli.terminal import WrongUsage, say
from specvalidator.errors import UnreadableFile
from specvalidator.readers.limits import Limits
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.batch.documents import Archive

_LISTS = frozenset({".txt", ".list", ".lst"})


def archive(source: str, limits: Limits, lang: Lang, used: Path | None = None) -> "Archive":
    """Return the documents that SOURCE stands for, without a file that the run uses.

    Raises:
        WrongUsage: it stands for none.
        BadArchive: it cannot be listed.
    """
    found, passed_over = _archive(source, limits, used)
    if passed_over:
        say(
            Words(f"略过{passed_over}个其他文件。", f"Passed over {passed_over} other files."), lang
        )
    if not len(found):
        raise WrongUsage(
            Words(
                f"{source} 中没有可检查的文件，请核对路径。",
                f"There is no document in {source}; check the path.",
            )
        )
    return found


def _archive(source: str, limits: Limits, used: Path | None) -> "tuple[Archive, int]":
    if "://" in source:
        from specvalidator.batch.remote import RemoteFiles  # noqa: PLC0415 - an extra

        remote = RemoteFiles(source, limits)
        return remote, remote.passed_over
    path = Path(source)
    if path.suffix.lower() == ".zip" and is_file(path):
        from specvalidator.batch.archives import ZipArchive  # noqa: PLC0415 - an extra

        members = ZipArchive(path, limits)
        return members, members.passed_over
    if is_pipe(source):
        return _found(_listed(_received(source, limits), Path()), used)
    if path.suffix.lower() in _LISTS and is_file(path):
        return _found(_listed(_text_of(path), path.parent), used)
    if not is_there(path) and glob.has_magic(source):
        matches = glob.glob(source, recursive=True)  # noqa: PTH207 - absolute patterns, too
        paths = map(Path, sorted(matches))
        return _found([path for path in paths if not path.name.startswith(LOCK)], used)
    return _found([path], used)


def _found(paths: list[Path], used: Path | None) -> "tuple[Archive, int]":
    from specvalidator.batch.local_files import LocalFiles  # noqa: PLC0415 - an extra

    found = search(paths, Choice(used=used))
    files = LocalFiles((each.name, each.path, each.error) for each in found.files)
    return files, found.passed_over


def _listed(text: str, folder: Path) -> list[Path]:
    """Return the paths of a list, one a line, as seen from its folder; lines with # say nothing."""
    lines = (line.strip() for line in text.splitlines())
    return [folder / line for line in lines if line and not line.startswith("#")]


def _received(source: str, limits: Limits) -> str:
    """Return a list from standard input or another pipe, names as the system writes them."""
    try:
        return os.fsdecode(received(source, limits))
    except UnreadableFile as error:
        raise WrongUsage(
            Words(f"无法读取清单：{error.words.zh}", f"The list cannot be read: {error.words.en}")
        ) from None


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        words = Words(
            f"无法读取清单 {path}（{reason}）。", f"The list {path} cannot be read ({reason})."
        )
        raise WrongUsage(words) from None
