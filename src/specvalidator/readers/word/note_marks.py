"""Raised numbers and signs that refer to a note: they are no part of the text before them."""

import re

_MARK = re.compile(
    r"[\[［【〔(（]?(?:注|註)?\s?(?:\d{1,3}|[①-⑳㉑-㉟㊱-㊿]|[*＊†‡§¶#＃※]{1,3}|[a-z])?[\]］】〕)）]?"
)
_UNIT = re.compile(r"(?:[A-Za-zμ]|[×xX*]\s?10)$")
"""What a raised number is the power of."""
_LONGEST = 6


def is_note_mark(raised: str, before: str) -> bool:
    """Say whether a raised text marks a note, and is no power of a unit or of ten.

    Args:
        raised: the text.
        before: what stands before it.
    """
    raised = raised.strip()
    if len(raised) > _LONGEST or not _MARK.fullmatch(raised):
        return False
    return not (raised.isdecimal() and _UNIT.search(before[-_LONGEST:]))
