"""Items of 操作规范 and 相关知识: numbered, unnumbered, several on one line, without a dot."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from specvalidator.extract.lines import AnyPlace, CellText, Line
from specvalidator.extract.numbering import CIRCLED, number_in
from specvalidator.quantities import whole_number

ItemStyle = Literal[
    "dot", "brackets", "circled", "han", "han-brackets", "bare", "bullet", "automatic"
]
"""How an item's number is written: 1., (1), ①, 一、, （一）, 3清洁, •, or by Word itself."""

_HAN = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"""
      (?P<dot>\d{{1,2}})\s*(?:[.．](?P<decimal>\d)?|[、)）](?P<close>\d)?|[,，](?!\d))\s*
    | (?:(?P<ocr>[Lli|])|(?P<han>{_HAN}))\s*[、.．]\s*
    | (?:[（(]\s*(?:(?P<brackets>\d{{1,2}})|(?P<hanbrackets>{_HAN}))\s*[)）]|(?P<circled>[①-⑳]))
      \s*[、.．]?\s*
    | (?P<bare>\d{{1,2}})\s*(?=[^\s\d.．、,，%％‰:：/~～—–°℃-])
    | (?P<bullet>[●•◆◇■□▪▫○◦★☆※►▶➢✓√◎⊙▲△▼❖✦❑❏☐☑✔\uf000-\uf0ff]|[-–—·*](?=\s|[^\x00-\x7f—·]))\s*
    """,
    re.VERBOSE,
)
_STYLES: dict[str, ItemStyle] = {
    "dot": "dot",
    "ocr": "dot",
    "brackets": "brackets",
    "hanbrackets": "han-brackets",
    "circled": "circled",
    "han": "han",
    "bare": "bare",
    "bullet": "bullet",
}
# Patterns as text are compiled when they are first needed: few documents need them.
_COUNTED = (
    r"\d+(?:[.．]\d+)?\s*(?:[%％‰℃°名个小分年月日天次种条项人位毫厘米克千公号级层张片道步把台只件套份岁元倍"
    r"点吨升斤寸尺周时秒遍刀根块行列组类色]|(?:mm|cm|m|kg|g|ml|L|min|h|V|A|kW|W|Hz|MPa|s)(?![A-Za-z]))"
)
"""A number that counts or measures: `3种面型` is no third item, `1.5小时` no first."""
_OCR_ONES = "Lli|"
_REACH = 4
"""How many letters before a number tell that it is no item's."""
_WIDEST_GAP = 2
_NOT_BEFORE = r"[\dA-Za-z.．第约-]\s*$"
_PERHAPS_BEFORE = r"[图表式号为至到见按如]\s*$"
"""Before a number these may refer to it: 按图2; where the texts begin alike it is an item's."""
_LEVELS = (
    r"(?P<prefix>\d{1,2}(?:[.．]\d{1,2}){0,2})[.．](?P<last>\d{1,2})"
    r"\s*[、.．]?\s*(?=[^\x00-\x7f％‰℃，。、；：])"
)
_INLINE_DOT = r"(?P<number>\d{1,2})\s*[.．、)）](?!\d)"
_INLINE_BRACKETS = r"[（(]\s*(?P<number>\d{1,2})\s*[)）]"
_INLINE_CIRCLED = r"(?P<number>[①-⑳])"
_LAST = [
    {str(digit), chr(0xFF10 + digit), *(c for c, n in CIRCLED.items() if n % 10 == digit)}
    for digit in range(10)
]
"""The letters that a number with this last digit may end in."""
_INLINE: dict[ItemStyle, str] = {
    "dot": _INLINE_DOT,
    "automatic": _INLINE_DOT,
    "brackets": _INLINE_BRACKETS,
    "circled": _INLINE_CIRCLED,
}


class ItemText(NamedTuple):
    """One item as read: its printed number, its text, where it stands."""

    number: int | None
    text: str
    place: AnyPlace
    invisible: bool = False


class _Start(NamedTuple):
    """A line with the number that it may begin with."""

    line: Line
    place: AnyPlace
    opens_cell: bool
    style: ItemStyle | None
    number: int | None
    end: int
    certain: bool
    """The number needs no neighbours to be believed."""
    measured: bool = False
    """A measure follows: 3名, 1.5小时."""


class _Begun(NamedTuple):
    start: _Start
    parts: list[str]


def items_of(cells: list[CellText]) -> list[ItemText]:
    """Return the items that one task has in one column, its cells from top to bottom.

    A line without a number belongs to the numbered item above it; where nothing is numbered,
    every paragraph is an item.
    """
    starts = [
        _start(line, cell.cell.place, opens_cell=index == 0)
        for cell in cells
        for index, line in enumerate([line for line in cell.lines if line.text])
    ]
    starts = _of_levels(starts) or starts
    if not all(start.certain for start in starts):
        starts = list(_believed(starts))
    begun = _begun(starts)
    followers = [*(each.start.number for each in begun[1:]), None]
    return [
        item
        for each, follower in zip(begun, followers, strict=False)
        for item in _split(each, follower)
    ]


def _of_levels(starts: list[_Start]) -> list[_Start] | None:
    """Return lines numbered 2.1, 2.2 … with the last of their numbers; None where they are not."""
    found = [
        None
        if start.line.label or re.match(_COUNTED, start.line.text)
        else re.match(_LEVELS, start.line.text)
        for start in starts
    ]
    matches = [match for match in found if match is not None]
    lasts = [int(match["last"]) for match in matches]
    alike = len({match["prefix"] for match in matches}) == 1
    if not alike or lasts != list(range(1, len(lasts) + 1)):
        return None
    return [
        start
        if match is None
        else start._replace(
            style="dot", number=int(match["last"]), end=match.end(), certain=True, measured=False
        )
        for start, match in zip(starts, found, strict=True)
    ]


def _begun(starts: list[_Start]) -> list[_Begun]:
    """Return the lines that begin items, each with those that go on with it."""
    numbers = [start.number for start in starts]
    if None not in numbers and len({_kin(start.style) for start in starts}) == 1:
        return [_Begun(start, [start.line.text[start.end :]]) for start in starts]
    numbered = any(number is not None for number in numbers)
    begun: list[_Begun] = []
    styles: set[ItemStyle | None] = set()
    for start in starts:
        if not begun or _begins(start, begun, styles, numbered=numbered):
            begun.append(_Begun(start, [start.line.text[start.end :]]))
            styles.add(_kin(start.style))
        else:
            begun[-1].parts.append(start.line.text)
    return begun


def _start(line: Line, place: AnyPlace, *, opens_cell: bool) -> _Start:
    if line.label:
        number, end = number_in(line.label), len(line.label)
        while end < len(line.text) and line.text[end].isspace():
            end += 1
        return _Start(
            line, place, opens_cell, _style(line.label, number), number, end, certain=True
        )
    match = _MARK.match(line.text)
    if match is None:
        return _Start(line, place, opens_cell, None, None, 0, certain=True)
    digit = match.lastgroup if match.lastgroup in ("decimal", "close") else None
    kind = "dot" if digit else match.lastgroup or ""
    number = _number(kind, match[kind])
    end = match.start(digit) if digit else match.end()
    certain = kind not in ("bare", "ocr") and digit is None
    counted = re.match(_COUNTED, line.text) if kind == "bare" or digit == "decimal" else None
    measured = counted is not None
    return _Start(line, place, opens_cell, _STYLES[kind], number, end, certain, measured)


@lru_cache(maxsize=1024)
def _style(label: str, number: int | None) -> ItemStyle:
    """Return how an automatic number is written."""
    if number is None:
        return "bullet"
    match = _MARK.match(label)
    kind = next((name for name in _STYLES if match[name] is not None), "") if match else ""
    return _STYLES.get(kind, "automatic")


def _number(kind: str, written: str) -> int | None:
    if kind == "bullet":
        return None
    if kind == "ocr":
        return 1
    return CIRCLED[written] if kind == "circled" else whole_number(written)


def _believed(starts: list[_Start]) -> Iterator[_Start]:
    """Yield lines with their numbers where the lines around bear them out, else without."""
    numbers = [None if start.measured else start.number for start in starts]
    befores = _last_known(numbers)
    afters = reversed(_last_known(numbers[::-1]))
    for start, before, after in zip(starts, befores, afters, strict=True):
        if start.certain or start.number is None or _fits(start, start.number, before, after):
            yield start
        else:
            yield start._replace(style=None, number=None, end=0)


def _last_known(numbers: list[int | None]) -> list[int | None]:
    """Return for each place the last number before it."""
    last: int | None = None
    known: list[int | None] = []
    for number in numbers:
        known.append(last)
        last = last if number is None else number
    return known


def _fits(start: _Start, number: int, before: int | None, after: int | None) -> bool:
    """Say whether an uncertain number goes with its neighbours."""
    leads = after == number + 1
    follows = before is not None and before < number <= before + _WIDEST_GAP
    alone = number == 1 and before is None and after is None
    if start.line.text[0] in _OCR_ONES:
        return before is None and (leads or alone)
    if start.style == "bare":
        return not start.measured and (follows or leads or alone)
    return leads or (follows and not start.measured)


def _begins(
    start: _Start, begun: list[_Begun], styles: set[ItemStyle | None], *, numbered: bool
) -> bool:
    """Say whether a line begins an item rather than going on with the one above it."""
    if start.opens_cell:
        return True
    if not numbered:
        return not start.line.follows or start.style is not None
    if start.number is None:
        return not any(each.start.number is not None for each in begun)
    if _kin(start.style) in styles:
        return True
    last = next((each.start.number for each in reversed(begun) if each.start.number), None)
    sub = start.number == 1 and last is not None
    return not sub and (last is None or start.number == last + 1) and not _is_sub(begun, start)


def _is_sub(begun: list[_Begun], start: _Start) -> bool:
    """Say whether (2) goes on with the (1) inside an item that is numbered otherwise."""
    marks = (_MARK.match(part) for part in begun[-1].parts[1:])
    kinds = {_STYLES[mark.lastgroup] for mark in marks if mark and mark.lastgroup in _STYLES}
    return start.style in kinds


def _kin(style: ItemStyle | None) -> ItemStyle | None:
    """Return the style that counts as the same: 3清洁 stands in a row with 2."""
    return "dot" if style in ("bare", "automatic") else style


def _split(begun: _Begun, follower: int | None) -> list[ItemText]:
    """Return an item, and the further ones that stand on its lines: 1.…2.….

    A number that the next item has is no number inside this one.
    """
    start, text = begun.start, "\n".join([part for part in begun.parts if part])
    number = start.number
    found = list[ItemText]()
    pattern = _INLINE.get(start.style) if start.style and number is not None else None
    while pattern is not None and number is not None and number + 1 != follower:
        cut = _next(text, pattern, number + 1)
        if cut is None:
            break
        found.append(_item(start, number, text[: cut[0]]))
        text, number = text[cut[1] :], number + 1
    found.append(_item(start, number, text))
    return [item for item in found if item.text]


def _next(text: str, pattern: str, number: int) -> tuple[int, int] | None:
    """Return where in a text the next number stands, None where it does not."""
    if _LAST[number % 10].isdisjoint(text):
        return None
    for match in re.finditer(pattern, text):
        written = match["number"]
        value = CIRCLED.get(written) or whole_number(written)
        before = text[max(0, match.start() - _REACH) : match.start()]
        if value == number and before and not re.search(_NOT_BEFORE, before):
            alike = text[match.end() : match.end() + 1] == text[:1]
            if alike or not re.search(_PERHAPS_BEFORE, before):
                return match.start(), match.end()
    return None


def _item(start: _Start, number: int | None, text: str) -> ItemText:
    return ItemText(number, text.strip(), start.place, start.line.invisible)
