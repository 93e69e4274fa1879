"""Texts compared as a reader compares them: width, spaces, quotation marks and case are nothing."""

import re
import unicodedata
from functools import lru_cache

from specvalidator.simplified import simplified

_UNSEEN = re.compile(r"[\s\u200b-\u200f\ufeff“”\"‘’'「」『』《》〈〉【】\[\]〔〕]+")
_TRAILING_BRACKET = re.compile(r"\([^()]*\)$")


@lru_cache(maxsize=256)  # the names of one form are compared with each other many times
def bare(text: str) -> str:
    """Return what is left of a text when only its words count; brackets are ASCII ones."""
    return simplified(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold())


_SAME_FROM = 4


def one_applicant(one: str, other: str) -> bool:
    """Say whether two bare names are of one unit: the same, or one with its place before it."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SAME_FROM and longer.endswith(shorter))


def without_brackets(text: str) -> str:
    """Return a bare text without what stands in brackets at its end: 拉面制作(初级) is 拉面制作."""
    cut = _TRAILING_BRACKET.sub("", text)
    return without_brackets(cut) if cut != text and cut else cut or text


_FORM_WORDS = (
    *("规范", "考核", "鉴定", "项目", "专项职业能力", "专项能力", "职业能力", "能力", "技能"),
)
_ENDS = ".。,，;；、:：-—"
_NUMBER = re.compile(
    r"^(?:0\d(?![\d.])|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}、)(?=..)"
)
_DRAFT = re.compile(
    r"\((?:专项(?:职业)?(?:能力)?|试行|暂行|草案|送审稿|报批稿|讨论稿|修订稿?|征求意见稿|[初终定]稿|最?新版?|第.版"
    r"|20\d\d(?:年?版)?|v\d(?:\.\d)?)\)$"
)


_WRAPPED = re.compile(r"^\(([^()]+)\)$|^(?:专项职业|专项|职业)?(?:能力|项目)名称:(?=..)")
"""What is written round the whole of a name: （柳筐编织）, 能力名称：柳筐编织."""


@lru_cache(maxsize=256)  # several rules ask about the same names
def core(name: str) -> str:
    """Return the bare name of an ability without words of the form around it.

    柳筐编织专项职业能力, 1.柳筐编织 and 柳筐编织能力。 are 柳筐编织.
    """
    plain = _WRAPPED.sub(r"\1", bare(name).rstrip(_ENDS))
    whole = word = _NUMBER.sub("", _DRAFT.sub("", plain))
    while end := next((each for each in _FORM_WORDS if word.endswith(each)), None):
        word = word.removesuffix(end).rstrip(_ENDS)
    return word or whole or bare(name)
