"""How a mistake in a pack is said: which line of which file, what is wrong, what may be meant."""

import difflib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from specvalidator.companions import companion
from specvalidator.errors import BadPack
from specvalidator.wording import Words

Refuse = Callable[[BadPack], None]
"""What is done about a mistake: raised at once, or gathered with the others."""

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
_QUOTES = re.compile(r'"""|\'\'\'')
_MOST_LISTED = 12


def at_once(fault: BadPack) -> None:
    """Raise a mistake."""
    raise fault


def with_nearest(said: Words, name: str, known: Iterable[str]) -> Words:
    """Return what is said of an unknown name with the known one that is nearest.

    Of few known ones all are listed where none is near.
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return Words(f"{said.zh}，是否指“{near[0]}”？", f"{said.en}; did you mean “{near[0]}”?")
    if not 0 < len(names) <= _MOST_LISTED:
        return said
    return Words(f"{said.zh}，可用：{'、'.join(names)}", f"{said.en}; there is {', '.join(names)}")


def with_line(fault: BadPack, path: Path) -> BadPack:
    """Return a mistake with the line of the pack's file where its entry begins, if it does."""
    line = line_of(fault.key, path) if fault.line is None and fault.key else None
    if line is None:
        return fault
    why = fault.reason
    said = Words(f"（第{line}行）{why.zh}", f"(line {line}) {why.en}")
    return BadPack(path.name, fault.key, said, line)


def line_of(key: str, path: Path) -> int | None:
    """Return the line of a file where an entry begins, else the nearest entry that holds it.

    None where nothing of it stands in the file, as of what is inherited.
    """
    try:
        lines = list(_entries(companion(path).decode()))
    except (OSError, UnicodeDecodeError):
        return None
    while key:
        for number, at in lines:
            if at == key or at.startswith(f"{key}."):
                return number
        key = key.rpartition(".")[0]
    return None


def _entries(text: str) -> Iterable[tuple[int, str]]:
    """Yield the dotted key of each line that begins an entry, with its number."""
    table, within = "", False
    for number, line in enumerate(text.splitlines(), 1):
        opens = len(_QUOTES.findall(line)) % 2 == 1
        if within:
            within = not opens
            continue
        within = opens
        header, entry = _HEADER.match(line), _KEY.match(line)
        if header is not None:
            table = _plain(header[1])
            yield number, table
        elif entry is not None:
            yield number, f"{table}.{_plain(entry[1])}" if table else _plain(entry[1])


def _plain(key: str) -> str:
    return "".join(each for each in key if each not in " \"'")
