"""What SOURCE stands for: a folder, a pattern, a list, a zip, or an address of fsspec."""

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli.files import EVERYTHING, Choice, search
from specvalidator.cli.folders import LOCK
from specvalidator.cli.found import Found
from specvalidator.cli.paths import is_there, printable
from specvalidator.cli.pipes import is_pipe, received
from specvalidator.cli.terminal import WrongUsage, say
from specvalidator.errors import UnreadableFile
from specvalidator.files import is_file
from specvalidator.readers.limits import Limits
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.batch.documents import Archive

_LISTS = frozenset({".txt", ".list", ".lst"})


def archive(source: str, limits: Limits, lang: Lang, choice: Choice = EVERYTHING) -> "Archive":
    """Return those documents that SOURCE stands for which are wanted.

    Raises:
        WrongUsage: it stands for none.
        BadArchive: it cannot be listed.
    """
    found, passed_over, excluded = _archive(source, limits, choice)
    if passed_over:
        say(
            Words(f"略过{passed_over}个其他文件。", f"Passed over {passed_over} other files."), lang
        )
    if excluded:
        said = Words(f"按 exclude 略过{excluded}个文件。", f"Left out {excluded} excluded files.")
        say(said, lang)
    if not len(found):
        raise WrongUsage(
            Words(
                f"{source} 中没有可检查的文件，请核对路径。",
                f"There is no document in {source}; check the path.",
            )
        )
    return found


def _archive(source: str, limits: Limits, choice: Choice) -> "tuple[Archive, int, int]":
    if "://" in source:
        from specvalidator.batch.remote import RemoteFiles  # noqa: PLC0415 - an extra

        remote = RemoteFiles(source, limits)
        kept, excluded = _chosen(remote, source.partition("://")[2], choice)
        return kept, remote.passed_over, excluded
    path = Path(source)
    if path.suffix.lower() == ".zip" and is_file(path) and not choice.whole:
        from specvalidator.batch.archives import ZipArchive  # noqa: PLC0415 - an extra

        members = ZipArchive(path, limits)
        kept, excluded = _chosen(members, source, choice)
        return kept, members.passed_over, excluded
    if is_pipe(source):
        return _found(_listed(_received(source, limits), Path()), choice)
    if path.suffix.lower() in _LISTS and is_file(path):
        return _found(_listed(_text_of(path), path.parent), choice)
    if not is_there(path) and glob.has_magic(source):
        matches = glob.glob(source, recursive=True)  # noqa: PTH207 - absolute patterns, too
        paths = map(Path, sorted(matches))
        return _found([path for path in paths if not path.name.startswith(LOCK)], choice)
    return _found([path], choice)


def _found(paths: list[Path], choice: Choice) -> "tuple[Archive, int, int]":
    from specvalidator.batch.local_files import LocalFiles  # noqa: PLC0415 - an extra

    found = search(paths, choice)
    each_file = [one for each in found.files for one in _apart(each)]
    files = LocalFiles(
        ((each.name, each.file, each.error) for each in each_file),
        by_itself=frozenset(each.name for each in each_file if each.by_itself),
    )
    return files, found.passed_over, found.excluded


def _apart(file: Found) -> list[Found]:
    """Return a file, or those that would be one dossier: in a batch, that takes a folder."""
    return [each._replace(name=printable(each.path)) for each in file.together] or [file]


def _chosen(found: "Archive", whole: str, choice: Choice) -> "tuple[Archive, int]":
    """Return the documents of an archive that are not left out, and how many are."""
    left_out = choice.excluded
    if left_out is None:
        return found, 0
    from specvalidator.batch.documents import Documents  # noqa: PLC0415 - an extra

    kept = Documents(each for each in found if not left_out(Path(whole) / each.name))
    return kept, len(found) - len(kept)


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
