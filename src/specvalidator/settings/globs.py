"""Patterns of file names, as in .gitignore: which paths they mean."""

import glob
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import translate
from functools import cache
from pathlib import Path

_ANY_FOLDERS = "**"
_TRAILING_BLANKS = re.compile(r"(?<!\\) +$")
_ESCAPED = re.compile(r"\\(.)")
_TELLING = "*?["
"""Letters that stand for others."""


def matches(pattern: str, path: str) -> bool:
    r"""Say whether a pattern means a file, or a folder that the file lies in.

    `*` and `?` stand for anything but `/`, `[…]` for one of some letters, `**` for any number of
    folders; `\` lets the letter behind it stand for itself. A pattern without a `/` before its
    end means a name in any folder; any other one begins where the path does. Blanks at its end do
    not count. Upper and lower case differ on every system.

    Args:
        pattern: what to look for, such as `*.pdf`, `/draft.docx`, `2026/**/old/`.
        path: the file, with `/` between folders, relative to where patterns begin.
    """
    return selects((pattern,), path)


def selects(patterns: Iterable[str], path: str) -> bool:
    """Say whether a list of patterns means a file, of which the last that is about it counts.

    One that begins with `!` takes back what those before it mean, but no file out of a folder that
    is meant; one that begins with `#` is a remark.
    """
    parts = [part for part in _composed(path).split("/") if part not in ("", ".")]
    words = [
        (not pattern.startswith("!"), frozenset(_ends(pattern.removeprefix("!"), parts)))
        for pattern in patterns
        if not pattern.startswith("#")
    ]
    for end in range(1, len(parts) + 1):
        said = [meant for meant, ends in words if end in ends]
        if said and said[-1]:
            return True
    return False


def literal(path: str) -> str:
    """Return the pattern that means this path and no other letters."""
    pattern = glob.escape(path.replace("\\", "\\\\"))
    if pattern.startswith(("#", "!")):
        pattern = f"\\{pattern}"
    return f"{pattern[:-1]}\\ " if pattern.endswith(" ") else pattern


def _ends(pattern: str, parts: list[str]) -> Iterator[int]:
    """Yield how many of the parts lead to a folder, or to the file, that the pattern means."""
    pattern = _TRAILING_BLANKS.sub("", _composed(pattern)).removeprefix("./")
    wanted = pattern.strip("/").split("/")
    if "/" not in pattern.rstrip("/"):
        wanted.insert(0, _ANY_FOLDERS)
    if wanted[-1] == _ANY_FOLDERS:
        wanted.append("*")  # what is in a folder is not the folder
    last = len(parts) - 1 if pattern.endswith("/") else len(parts)
    reached = _past_folders({0}, wanted)
    for end, part in enumerate(parts[:last], start=1):
        after = {at for at in reached if wanted[at] == _ANY_FOLDERS}
        after |= {at + 1 for at in reached - after if _compiled(wanted[at]).match(part)}
        reached = _past_folders(after, wanted)
        if len(wanted) in reached:
            yield end
            reached.remove(len(wanted))


def _past_folders(reached: set[int], wanted: list[str]) -> set[int]:
    """Add what is reached where `**` stands for no folder at all."""
    further = set(reached)
    for at in range(len(wanted)):
        if at in further and wanted[at] == _ANY_FOLDERS:
            further.add(at + 1)
    return further


@cache
def _compiled(part: str) -> re.Pattern[str]:
    return re.compile(translate(_ESCAPED.sub(_as_itself, part)))


def _as_itself(escaped: re.Match[str]) -> str:
    return f"[{escaped[1]}]" if escaped[1] in _TELLING else escaped[1]


def _composed(text: str) -> str:
    """Write é in one way: macOS hands names over as a letter and its accent."""
    return unicodedata.normalize("NFC", text)


def within(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, with / on every system."""
    seen = path
    with suppress(OSError, ValueError):  # no current folder; on another drive of Windows
        seen = Path(os.path.abspath(path))  # noqa: PTH100 - keeps links
        seen = Path(os.path.relpath(seen, folder))
    return os.fsencode(seen.as_posix()).decode("utf-8", "backslashreplace")
