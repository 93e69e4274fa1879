"""Patterns of file names, as in .gitignore: which paths one means."""

import re
import unicodedata
from fnmatch import translate
from functools import cache

_ANY_FOLDERS = "**"


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern means a file, or a folder that the file lies in.

    `*` and `?` stand for anything but `/`, `[…]` for one of some letters, `**` for any number of
    folders. A pattern without a `/` before its end means a name in any folder; any other one
    begins where the path does. Upper and lower case differ on every system.

    Args:
        pattern: what to look for, such as `*.pdf`, `/draft.docx`, `2026/**/old/`.
        path: the file, with `/` between folders, relative to where patterns begin.
    """
    parts = [part for part in _composed(path).split("/") if part not in ("", ".")]
    wanted = _composed(pattern).removeprefix("./").strip("/").split("/")
    if "/" not in pattern.rstrip("/"):
        wanted.insert(0, _ANY_FOLDERS)
    inside = pattern.endswith("/")
    while wanted and wanted[-1] == _ANY_FOLDERS:
        wanted, inside = wanted[:-1], True
    # What is wanted as a folder is never a file of that name.
    return not wanted or _begins(wanted, parts[:-1] if inside else parts)


def _begins(wanted: list[str], parts: list[str]) -> bool:
    """Say whether the parts, or the first ones of them, are what is wanted."""
    reached = _past_folders({0}, wanted)
    for part in parts:
        after = {at for at in reached if wanted[at] == _ANY_FOLDERS}
        after |= {
            at + 1
            for at in reached
            if wanted[at] != _ANY_FOLDERS and _compiled(wanted[at]).match(part)
        }
        reached = _past_folders(after, wanted)
        if len(wanted) in reached:
            return True
    return False


def _past_folders(reached: set[int], wanted: list[str]) -> set[int]:
    """Add what is reached where `**` stands for no folder at all."""
    further = set(reached)
    for at in range(len(wanted)):
        if at in further and wanted[at] == _ANY_FOLDERS:
            further.add(at + 1)
    return further


@cache
def _compiled(part: str) -> re.Pattern[str]:
    return re.compile(translate(part))


def _composed(text: str) -> str:
    """Write é in one way: macOS hands names over as a letter and its accent."""
    return unicodedata.normalize("NFC", text)
