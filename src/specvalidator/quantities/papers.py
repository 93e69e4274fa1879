"""Numbers of certificates and cards, told from the words printed around them."""

import re
import unicodedata
from functools import lru_cache

from specvalidator.placeholders import placeholder_of

_AROUND = (
    r"\([^()0-9]*\)$|^[^0-9a-z]{0,8}(?:号|编号|号码)[::]|^no\.?[::]?|^第(?=.*号$)|(?<=[0-9a-z])号$"
)
"""What may be printed around a number: 证书号：WD-2101, No.WD-2101, WD-2101（有效）."""
_MARKS = r"[-–—―‐‑−_·./]+"
_MASKS = r"[x×*_○#]{2,}|[×*_○#]"
_DIGITS = r"[0-9]|[零〇一二三四五六七八九十]{2,}"
_NUMBERLESS = "第号"
"""A form prints 鲁考评字〔2021〕第　　号: without what belongs between, the year is no number."""


@lru_cache(maxsize=1024)  # the rows of a table are compared with each other many times
def paper_number(text: str) -> str | None:
    """Return the number of a certificate without spaces, widths, cases, dashes and labels.

    None where only the words around it were filled in, as in 鲁考评字第　　号, or where a
    placeholder stands in its place, as 申领中: two such are not the same number.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    shown = re.sub(_MASKS, "", plain)
    if placeholder_of(text) is not None or _NUMBERLESS in shown:
        return None
    if not re.search(_DIGITS, shown) or re.fullmatch("0{3,}", shown):
        return None
    return re.sub(_MARKS, "", re.sub(_AROUND, "", plain))
