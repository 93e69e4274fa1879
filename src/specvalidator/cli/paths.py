"""Paths as a command was given them; to ask about one never fails, wherever one stands."""

import os
from pathlib import Path


def absolute(path: str | Path) -> str:
    """Return a path from the root, links kept; as it is where the current folder is gone."""
    try:
        return os.path.abspath(path)  # noqa: PTH100 - keeps links
    except OSError:
        return os.fspath(path)


def identity(path: Path) -> str:
    """Return what two paths to the same file have in common."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):
        return os.path.normcase(path)


def printable(path: Path) -> str:
    """Return a path as reports print it; bytes that are no UTF-8 become escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def has_place(path: Path) -> bool:
    """Say whether a path leads from the root: in a folder that is gone there is nothing."""
    return os.path.isabs(absolute(path))  # noqa: PTH117 - a text


def is_there(path: str | Path) -> bool:
    """Say whether something has this path."""
    return os.path.exists(path)  # noqa: PTH110 - Path raises where it must not look


def are_same(path: Path, other: Path) -> bool:
    """Say whether two paths lead to one file."""
    return is_there(path) and is_there(other) and path.samefile(other)
