"""Lists whose numbers cannot be taken for text, nor their text for numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from docx.document import Document
from docx.text.paragraph import Paragraph

from specvalidator.forms.writing import AutomaticNumbers, on_paper
from specvalidator.models.specification import Item

_HANGING = 320
_HAN = "一二三四五六七八九十"
_LIKE_A_NUMBER = re.compile(rf"[\d{_HAN}第（(①-⑳Lli|●•◆◇■□▪○★☆※►✓√·*–—-]")
"""What a text without a number must not begin with, or it would seem to have one."""


class _NumberStyle(NamedTuple):
    """How numbers are written: Word's name of the digits, what stands around them."""

    digits: str
    pattern: str
    begins: re.Pattern[str]
    """A line that seems to begin with such a number."""
    within: re.Pattern[str] | None
    """Such a number in the midst of a line, as in 1.…2.…."""
    largest: int


_STYLES = (
    _NumberStyle(
        "decimal",
        "%1.",
        re.compile(r"\d{1,2}|[Lli|]\s*[.．、]"),
        re.compile(r"(\d{1,2})\s*[.．、)）](?!\d)"),
        32767,
    ),
    _NumberStyle(
        "decimal",
        "（%1）",
        re.compile(r"[（(]\s*\d"),
        re.compile(r"[（(]\s*(\d{1,2})\s*[)）]"),
        99,
    ),
    _NumberStyle("chineseCounting", "%1、", re.compile(rf"[{_HAN}]{{1,3}}\s*[、.．]"), None, 99),
)


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers: dict[str, AutomaticNumbers] = {}

    def begin(self, items: Sequence[Item]) -> AutomaticNumbers:
        """Return the numbers for a list: 1. unless its texts have such numbers within."""
        style = next((each for each in _STYLES if not _mistakable(items, each)), _STYLES[0])
        numbers = self._of(style.digits, style.pattern)
        numbers.restart()
        return numbers

    def bullet(self, paragraph: Paragraph) -> None:
        """Put a dot before a text, so that what it begins with is no number."""
        # Not Word's own bullets: programs that read text leave those out, and the sign with them.
        bullets = self._of("decimal", "•")
        bullets.restart()
        bullets.mark(paragraph, 1)

    def _of(self, digits: str, pattern: str) -> AutomaticNumbers:
        if pattern not in self._numbers:
            self._numbers[pattern] = AutomaticNumbers(self._document, digits, pattern, _HANGING)
        return self._numbers[pattern]


def needs_bullets(texts: Sequence[str]) -> bool:
    """Say whether one of some texts without numbers seems to have one."""
    return any(_LIKE_A_NUMBER.match(on_paper(text)) for text in texts)


def is_mixed(items: Sequence[Item]) -> bool:
    """Say whether some items have a number and some have none: a cell each tells them apart."""
    return len({item.number is None for item in items}) > 1


def _mistakable(items: Sequence[Item], style: _NumberStyle) -> bool:
    """Say whether numbers in this style would be seen where the texts have none."""
    numbers = [item.number for item in items]
    if any(number is not None and number > style.largest for number in numbers):
        return True
    followed = pairwise([*numbers, None])
    return any(
        _seems_numbered(on_paper(item.text), number, following, style)
        for item, (number, following) in zip(items, followed, strict=True)
    )


def _seems_numbered(
    text: str, number: int | None, following: int | None, style: _NumberStyle
) -> bool:
    lines = text.split("\n")
    if any(style.begins.match(line.lstrip()) for line in lines[1:]):
        return True
    if number is None or style.within is None or following == number + 1:
        return False
    return any(int(found[1]) == number + 1 for found in style.within.finditer(text))
