"""Texts compared as a reader compares them: width, spaces, quotation marks and case are nothing."""

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(r"[\s\u200b-\u200f\ufeff“”\"‘’'「」『』《》〈〉【】\[\]〔〕]+")
_TRAILING_BRACKET = re.compile(r"\([^()]*\)$")


@lru_cache(maxsize=256)  # the names of one form are compared with each other many times
def bare(text: str) -> str:
    """Return what is left of a text when only its words count; brackets are ASCII ones."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


def without_brackets(text: str) -> str:
    """Return a bare text without what stands in brackets at its end: 拉面制作(初级) is 拉面制作."""
    cut = _TRAILING_BRACKET.sub("", text)
    return without_brackets(cut) if cut != text and cut else cut or text
