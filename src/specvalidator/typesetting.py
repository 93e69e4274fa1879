"""Text in columns: how wide Chinese is, where a line may break, and what must not be obeyed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_OBEYED = (
    "\x7f-\x9f"  # control characters beyond ASCII's: terminals obey them
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0"  # invisible letters
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, direction, lines
    "\ufffe\uffff"  # no characters at all: XML refuses them
    "\ud800-\udfff\ue000-\uf8ff"  # halves of characters, characters without a meaning
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"  # tags, more without a meaning
)
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Those of them that Unicode calls printable."""
# Patterns as text are compiled when they are first needed: most texts need none.
_UNPRINTED = f"[\x00-\x1f{_OBEYED}]"
_UNPRINTED_IN_JSON = f"[{_OBEYED}]"  # JSON itself escapes ASCII's control characters
_LINE_END = "\r\n?|\n"
_LINE_ENDS = r"\s*\n\s*"
_LINE_ENDS_IN_CHINESE = r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])"
_CLOSING = "，。、；：！？）》〉」』】〕〗｝］”’％‰℃·…—～,.;:!?)]}%"
_OPENING = "（《〈「『【〔〖｛［“‘([{"
_LONGEST_REMEMBERED = 500
_UNEVEN = re.compile(r"\s\s|[^\S ]|^\s|\s$")
"""White space that does not stay as it is when text is wrapped."""
_ATOM = r"(?s:[!-~\u00a1-\u10ff]+|\s+|.)"
_GLUED = rf"\s+|{_ATOM}(?:(?=[{re.escape(_CLOSING)}]){_ATOM}|(?<=[{re.escape(_OPENING)}]){_ATOM})*"
"""What may not be torn apart: a character with the punctuation that belongs to it."""


def visible(text: str) -> str:
    r"""Return text that shows what it holds and does nothing: an override is seen as `\u202e`.

    Line ends become ⏎ and tabs spaces, so that a value stays on its line.
    """
    if text.isprintable() and _BLANK_LETTERS.isdisjoint(text):
        return text  # nearly always: the pattern need not even be compiled
    text = re.sub(_LINE_END, "⏎", text).replace("\t", " ")
    return re.sub(_UNPRINTED, _escaped, text)


def harmless_json(text: str) -> str:
    """Return the same JSON with characters that a terminal would obey written as escapes."""
    return re.sub(_UNPRINTED_IN_JSON, _escaped_in_json, text)


def flowed(text: str) -> str:
    """Return text as one paragraph; Chinese that a line end parts is joined without a space."""
    return re.sub(_LINE_ENDS, " ", re.sub(_LINE_ENDS_IN_CHINESE, "", text.strip()))


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """Return `text` with spaces after it, `columns` wide or wider."""
    return text + " " * (columns - width(text))


def shortened(text: str, columns: int) -> str:
    """Return `text` cut with … where it is wider than `columns`."""
    if width(text) <= columns:
        return text
    room = columns - 1
    for index, character in enumerate(text):
        room -= _columns(character)
        if room < 0:
            return text[:index].rstrip() + "…"
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return `text` as lines of at most `columns` columns.

    Chinese breaks between any two characters, but no line begins with closing punctuation or ends
    with opening punctuation (禁则); words and numbers stay whole unless they are wider than a line.
    """
    fits = 2 * len(text) <= columns or width(text) <= columns
    if fits and not _UNEVEN.search(text):
        return [text]
    if len(text) <= _LONGEST_REMEMBERED:
        return list(_remembered(text, columns))
    return _broken(text, columns)


@lru_cache(maxsize=1024)  # passages of the notice stand in every report
def _remembered(text: str, columns: int) -> tuple[str, ...]:
    return tuple(_broken(text, columns))


def _broken(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    line, used, space = "", 0, ""
    for atom, takes in _whole(re.findall(_GLUED, text), columns):
        if atom.isspace():
            space = " " if line else ""
            continue
        if line and used + len(space) + takes > columns:
            lines.append(line)
            line, used, space = "", 0, ""
        line += space + atom
        used += len(space) + takes
        space = ""
    return [*lines, line]


def _whole(atoms: Iterable[str], columns: int) -> Iterator[tuple[str, int]]:
    """Yield each with its width, what is wider than a line cut into lines of its own."""
    for atom in atoms:
        takes = _columns(atom) if len(atom) == 1 else width(atom)
        if takes <= columns:
            yield atom, takes
            continue
        start, room = 0, columns
        for index, character in enumerate(atom):
            room -= _columns(character)
            if room < 0:
                yield atom[start:index], width(atom[start:index])
                start, room = index, columns - _columns(character)
        yield atom[start:], width(atom[start:])


@lru_cache(maxsize=8192)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFF:  # noqa: PLR2004 - the last code of two digits
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - of four


def _escaped_in_json(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
