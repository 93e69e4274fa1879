"""Lines that wrapped → the text that was typed: what a line's end stands for."""

import re
from itertools import pairwise

from specvalidator.readers.layout.page import LayoutLine

_UNBROKEN = re.compile(r"[!-~]+")
_RUN_BEFORE = re.compile(r"[!-~]+$")
_RUN_AFTER = re.compile(r"[!-~]+")
_ADDRESS = re.compile(r"www\.|://|@")
_TELEPHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}")
FULL = 0.6
"""Of the letter size: a line with less room left is full to its last letter."""
_DEEPEST = 4.5
"""Of the letter size: no first line of a paragraph begins further in."""
_LONG = 15
"""Letters of a line that a narrow cell does not hold."""


def rejoined(lines: list[LayoutLine]) -> str:
    """Return the text of lines that wrapped, as it was typed."""
    text = lines[0].text
    for before, line in pairwise(lines):
        text += _joint(text, before, line.text) + line.text
    return text


def _joint(so_far: str, before: LayoutLine, text: str) -> str:
    """Return the space between words that a line's end stands for.

    Figures go on, unless a whole telephone number follows. A line that is full to its last letter
    may have torn a word: a code is put together again, an ordinary word only where the line holds
    nothing else. Otherwise words end where lines end.
    """
    end, begin = before.text[-1:], text[:1]
    if not (end.isascii() and begin.isascii() and begin.isalnum()):
        return ""
    head, tail = _RUN_BEFORE.search(so_far), _RUN_AFTER.match(text)
    runs = (head[0] if head else "") + " " + (tail[0] if tail else "")
    is_address = _ADDRESS.search(runs) is not None
    if not end.isalnum():
        is_sentence = end in ",;:!?" or (end == "." and begin.isupper())
        return " " if is_sentence and begin.isalpha() and not is_address else ""
    if end.isdigit() and begin.isdigit():
        return " " if tail and _TELEPHONE.fullmatch(tail[0]) else ""
    if room(before) >= FULL * before.size:
        return " "
    is_code = is_address or any(map(str.isdigit, runs))
    return "" if is_code or _UNBROKEN.fullmatch(before.text) else " "


def room(line: LayoutLine) -> float:
    """Return the free space on a line, on both sides of a centred one."""
    around = slack(line)
    if around is not None:
        return around
    indent = line.x0 - line.left
    free = line.right - line.x1
    # Set at the right, its free space is before it.
    return free + indent if indent > _DEEPEST * line.size else free


def slack(line: LayoutLine) -> float | None:
    """Return the free space on both sides of a centred line; None when it is not centred."""
    left, right = line.x0 - line.left, line.right - line.x1
    centred = min(left, right) > line.size / 2 and abs(left - right) < line.size / 2
    # A long line two letters in begins a paragraph, and only seems to be centred.
    begins = abs(left - 2 * line.size) < line.size / 4 and line.x1 - line.x0 > _LONG * line.size
    return left + right if centred and not begins else None
