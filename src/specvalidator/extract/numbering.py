"""Printed numbers: 一、 （二） 3. ④ 第五单元 任务六, each with its style."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from specvalidator.quantities import whole_number

Style = Literal["chapter", "han", "han-brackets", "dotted", "brackets", "circled", "levels"]
"""How a number is written: 第一章, 一、, （一）, 1., (1), ①, 1.1."""

CIRCLED = {chr(0x2460 + index): index + 1 for index in range(20)}
"""① to ⑳ and what they count."""
_CIRCLED_HAN = {chr(0x3220 + index): f"({han})" for index, han in enumerate("一二三四五六七八九十")}
_DRESSED = str.maketrans(_CIRCLED_HAN)
_HAN = "[一二三四五六七八九十百]{1,5}"

_NUMBER = re.compile(
    rf"""
      第\s*(?P<chapter>{_HAN}|\d{{1,3}})\s*(?:单元|部分|章节|章|节|条|项|步|模块)[、:：.．\s]*
    | (?P<han>{_HAN})\s*[、.．，,]\s*
    | [（(]\s*(?P<hanb>{_HAN})\s*[）)]\s*[、.．:：]?\s*
    | (?:[（(]\s*(?P<digb>\d{{1,3}})\s*[）)]|(?P<circled>[①-⑳]))\s*[、.．]?\s*
    | (?P<levels>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?![\d%％])[、.．\s]*
    | (?P<dotted>\d{{1,3}})\s*(?:[、）)]\s*|[.．](?!\d)\s*|\s+(?=[^\d\s]))
    """,
    re.VERBOSE,
)
_FIRST = frozenset("第一二三四五六七八九十百（(") | CIRCLED.keys()
"""What a number may begin with, besides digits."""
# Compiled when it is first needed: few documents need it.
_IN_LABEL = (
    r"(?:第|工作任务|任务|项目|模块|单元|步骤)?\s*(.+?)\s*(?:单元|部分|章|节|条|项|步|模块)?"
)
_STYLES: dict[str, Style] = {
    "chapter": "chapter",
    "han": "han",
    "hanb": "han-brackets",
    "digb": "brackets",
    "levels": "levels",
    "dotted": "dotted",
    "circled": "circled",
}


class PrintedNumber(NamedTuple):
    """The number at the head of a text."""

    style: Style
    value: int
    end: int
    """Where the text behind the number begins."""


def numbering_of(text: str) -> PrintedNumber | None:
    """Return the number that `text` begins with, None where there is none.

    Of a number in levels, 4.2, it is the last.
    """
    first = text[:1]
    if first in _CIRCLED_HAN:
        return PrintedNumber("han-brackets", ord(first) - 0x3220 + 1, 1)
    if first not in _FIRST and not first.isdecimal():  # most lines; the pattern is slower
        return None
    match = _NUMBER.match(text)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    written = match[kind]
    if kind == "levels":
        written = re.split("[.．]", written)[-1]
    value = CIRCLED[written] if kind == "circled" else whole_number(written)
    return None if value is None else PrintedNumber(_STYLES[kind], value, match.end())


@lru_cache(maxsize=1024)
def number_in(label: str) -> int | None:
    """Return the number that an automatic label shows, None for bullets and letters."""
    bare = label.translate(_DRESSED).strip(" \t、.．,，:：;；()（）[]【】<>")
    if bare in CIRCLED:
        return CIRCLED[bare]
    found = re.fullmatch(_IN_LABEL, bare)
    return whole_number(re.split("[.．]", found[1])[-1]) if found else None


class Order:
    """The last number of headings, and of lists below the last heading, in each style.

    It tells a heading in unknown words from an item of a list.
    """

    def __init__(self) -> None:
        self._headings: dict[Style, int] = {}
        self._listed: dict[Style, int] = {}

    def open(self, numbering: PrintedNumber | None, *, on_top: bool) -> None:
        """Note a heading; one that stands under no other begins the numbers below it anew."""
        if on_top:
            self._headings = {}
        if numbering is not None:
            self._headings[numbering.style] = numbering.value
        self._listed = {}

    def note(self, numbering: PrintedNumber | None) -> None:
        """Note an item of a list."""
        if numbering is not None:
            self._listed[numbering.style] = numbering.value

    def is_due(self, numbering: PrintedNumber | None, *, first: bool) -> bool:
        """Say whether a number goes on with those of the headings rather than with a list.

        Args:
            numbering: the number in question.
            first: no heading with numbers of this level has come yet: 1 may begin them.
        """
        if numbering is None:
            return False
        style, value = numbering.style, numbering.value
        if style in self._headings:
            due = self._headings[style] + 1
            return value == due and self._listed.get(style) != value - 1
        return first and value == 1
