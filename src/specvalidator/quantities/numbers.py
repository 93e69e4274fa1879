"""Numbers in digits and in words: 3, 1.5, 三, 十二, 两百, 25％."""

import re
from decimal import Decimal
from functools import cache

from specvalidator.simplified import simplified

_NARROW: dict[str, str] = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009", " ")
    | dict.fromkeys("﹪٪", "%")
    | dict.fromkeys("−–—－﹣‐‑―", "-")
    | dict.fromkeys("～〜∼", "~")
    | dict.fromkeys("∶﹕", ":")
    | {"﹒": ".", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")"}
)
_WIDE = re.compile("[\u00a0\u066a\u2002-\u223c\u3000\u3014-\u301c\ufe50-\uff5e]")
"""All letters of `_NARROW`, and some between them: of few ranges, it compiles sooner."""
_SPACES = re.compile(r"\s+")
_BLANKS = re.compile(r"[^\S\n]+")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"两": 2, "○": 0}
_ABOUT = frozenset(
    ("一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")
)
"""Numbers that are only about: 两三人."""
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
CHINESE = "".join(_DIGITS) + "".join(_UNITS)
"""The letters of numbers in words."""
_LETTERS = frozenset(CHINESE)
NUMBER = rf"(?:\d+(?:\.\d+)?|(?:[{CHINESE}]点?)+(?<!点))"
"""A pattern that matches a number as it may be written; it has no groups.

To name the letters once makes the dozens of patterns with numbers in them ready in half the time.
What has two points, 三点五点二, is taken whole; `number` refuses it.
"""
_IN_DIGITS = r"\d+(?:\.\d+)?"
_LONGEST_NUMBER = 12
"""Longer runs of digits are no quantity anybody means."""


def fitting(pattern: str, text: str) -> str:
    """Return a pattern made with `NUMBER` as `text` needs it: mostly without numbers in words.

    It finds the same in this text, and is compiled in half the time.
    """
    return _in_digits(pattern) if _LETTERS.isdisjoint(text) else pattern


@cache
def _in_digits(pattern: str) -> str:
    return pattern.replace(NUMBER, _IN_DIGITS).replace(CHINESE, "")


def narrowed(text: str) -> str:
    """Return `text` with full-width letters, digits and signs as ASCII, letter for letter.

    The result is as long as `text`, so positions found in one hold in the other.
    """
    # Four times as fast as str.translate, which asks about every Chinese letter.
    return _WIDE.sub(_narrow, text)


def _narrow(wide: re.Match[str]) -> str:
    return _NARROW.get(wide[0], wide[0])


def tidied(text: str) -> str:
    """Return `text` narrowed and simplified, each run of blanks as one, for linear matching."""
    return simplified(_BLANKS.sub(" ", narrowed(text)))


def sentences(text: str) -> list[str]:
    """Split a text that was narrowed at the end of sentences."""
    return text.replace("。", "\n").replace(";", "\n").split("\n")


def clauses(text: str) -> list[str]:
    """Split a text that was narrowed at the end of sentences and of clauses."""
    return sentences(text.replace(",", "\n"))


def number(text: str) -> Decimal | None:
    """Return the number that `text` is: 3, 1.5, 三, 十二, 两百, 二〇, 百; None for all else."""
    text = narrowed(text).strip()
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    if text.isascii():
        return Decimal(text) if re.fullmatch(_IN_DIGITS, text) else None
    whole, point, fraction = text.partition("点")
    value = _chinese(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    digits = [_DIGITS.get(digit) for digit in fraction]
    if not digits or None in digits:
        return None
    return Decimal(f"{value}.{''.join(str(digit) for digit in digits)}")


def whole_number(text: str) -> int | None:
    """Return the whole number that `text` is, as `number` reads it."""
    if text.isascii() and text.isdecimal():  # nearly every number, without a Decimal on the way
        return int(text) if len(text) <= _LONGEST_NUMBER else None
    in_words = _chinese(text) if len(text) <= _LONGEST_NUMBER else None
    if in_words is not None:
        return in_words
    value = number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _chinese(text: str) -> int | None:
    if text in _DIGITS:  # most often
        return _DIGITS[text]
    if text in _ABOUT:
        return None
    if text and _DIGITS.keys() >= set(text):
        return int("".join(str(_DIGITS[letter]) for letter in text))
    total, digit, last = 0, None, 10_000
    for letter in text:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif letter in _UNITS and _UNITS[letter] < last:
            last = _UNITS[letter]
            total += last * (1 if digit is None else digit)
            digit = None
        else:
            return None
    return total + (digit or 0) if text else None


# Compiled when it is first needed: few documents need it.
_PERCENT = (
    r"\(?\s*(?:[①-⑳]|\d{1,2}[、)]\s*)?(?:(?:所?占|考核|鉴定)?(?:总分|总成绩|成绩)?的?(?:比重|比例|权重|占比|百分比|比)?\s*[为是:]?\s*)"
    rf"(?:(?P<ofhundred>百分之)\s*)?(?P<minus>-)?\s*(?P<number>{NUMBER})"
    r"\s*(?:%\s*\([^()\d%]{1,12}\)|%?\s*\)?)\s*[。;,]?"
)


def percent(text: str) -> Decimal | None:
    """Return the percentage that `text` is, 20 for 20 %; None where it is none.

    The whole text must be one number: `25％`, `25 %`, `百分之二十五`, `33.3%`. A bare `20`
    is 20, `-5%` is -5, `120%` is 120 and `0.2` is 0.2: whether the sign is missing or the
    number is out of range is for a rule to say. `20分`, `约20%`, `20-30%` are none.
    """
    text = _SPACES.sub(" ", narrowed(text)).strip()
    plain = number(text.removesuffix("%"))
    if plain is not None:
        return plain
    match = re.fullmatch(_PERCENT, text)
    value = number(match["number"]) if match else None
    if match is None or value is None:
        return None
    return -value if match["minus"] else value
