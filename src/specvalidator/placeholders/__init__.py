"""What stands in a field in place of a value: 略, /, 待定, 见附件, the form's own words.

One notion for every kind of record and every field: `placeholder_of(text)` says what such a text
is, None where it says something. Nothing of the kind is ever a name, a number, a trade, a date,
a person or content. Only a whole text is one: 无理论考试 says something.

>>> placeholder_of("（略）"), placeholder_of("待定"), placeholder_of("详见附件2")
('nothing', 'later', 'elsewhere')
>>> placeholder_of("同上"), placeholder_of("填写姓名"), placeholder_of("无理论考试")
('above', 'hint', None)

`checks.base.is_absent` and `is_blank` ask here, so that a check which asks them knows placeholders
already. A field that may rightly be empty (备注, 型号规格) is not asked about, and may hold any.
Of a text in which an explanation of the notice was left beside words of one's own,
`hints.without_hints` returns these words; `people.names_nobody` knows also who is nobody by name.
"""

import re
from functools import lru_cache
from typing import Literal

from specvalidator.placeholders.hints import asks, asks_only
from specvalidator.placeholders.vocabulary import (
    ABOVE,
    ACTS,
    AFTERWARDS,
    ATTACHED,
    BESIDE,
    BINDING,
    DITTO,
    LATER,
    LONGEST_OPENING,
    MARKS,
    MASK,
    MASKED,
    MATTERS,
    NONE,
    NOTHING,
    OF_WHAT,
    OPENINGS,
    PAPERS,
    PLACE,
    POLITE,
    REFERRING,
    STAGES,
    STILL,
    UNDER_WAY,
    beginning,
    plain_of,
    without,
)
from specvalidator.simplified import simplified

Placeholder = Literal["nothing", "later", "elsewhere", "above", "hint"]
"""nothing: 略, /, 无, XXX. later: 待定, 办理中. elsewhere: 见附件, where a person must look.
above: 同上, ″, which repeats what stands above it, and says nothing where nothing does.
hint: words of the form, of the notice or of a word processor that ask for a value."""

_LONGEST = 40
"""Letters; a longer text is no placeholder, but perhaps a hint."""
_BETWEEN = r"[.。,，、;；:：!！/()\[\]【】〔〕\n]+"
"""What parts placeholders that stand together: 暂无，待补充."""
_FIRST: tuple[Placeholder, ...] = ("elsewhere", "above", "later", "hint", "nothing")
"""Of several together the first counts: what may stand elsewhere is not said to be absent."""
_ORDINARY = re.compile(r"[\u4e00-\u67cf\u67d1-\u9fff0-9，。、；：（）]+")
"""Chinese letters but 某, digits, and marks that stand for no letter."""
_LONGEST_SURNAME = 2
_SAME_ITEM = r"[同如](?:任务|第)?[\d一二三四五六七八九十]{1,2}[项条行步]?|[同如]前一?[项条步]"
"""The whole of a text that points to another item: 同第1项."""


@lru_cache(maxsize=1024)  # the same values are asked about by many rules
def placeholder_of(text: str) -> Placeholder | None:
    """Return what a text is that stands in place of a value, None where it says something.

    White space, width, case, brackets and marks around it do not count. Without any letter or
    digit a text says nothing; an empty one is no placeholder: it is no text at all.
    """
    if not text or text.isspace():
        return None
    found = _of_words(text) if len(text) <= 2 * _LONGEST else None
    return found or ("hint" if asks_only(text) else None)


def _of_words(text: str) -> Placeholder | None:
    if _is_ordinary(text):
        return None
    plain = plain_of(text)
    if not _may_stand_in(plain) and MASK.isdisjoint(plain):
        return None  # nor may its first part, whichever that is
    bare = plain.strip(MARKS)
    found = _of_word(plain) or (_of_word(bare) if bare != plain else None)
    if found:
        return found
    kinds = set[Placeholder]()
    for word in filter(None, re.split(_BETWEEN, plain)):
        kind = _of_word(word) if word not in {plain, bare} else None
        if kind is None:
            return None
        kinds.add(kind)
    return next((each for each in _FIRST if each in kinds), None)


def _is_ordinary(text: str) -> bool:
    """Say whether a text is of plain letters, none of them a mask, and begins like no placeholder.

    So are most values; to fold them takes several times as long.
    """
    return (
        _ORDINARY.fullmatch(text) is not None
        and text[0].isalnum()
        and not _opens(simplified(text[:LONGEST_OPENING]))
    )


def _of_word(word: str) -> Placeholder | None:
    return _known(word) if _may_stand_in(word) else None


def _may_stand_in(word: str) -> bool:
    """Say whether a word begins or ends like those that stand for no value."""
    return not word or word[-1] in MASK or not word[0].isalnum() or _opens(word)


def _opens(word: str) -> bool:
    return word.startswith(OPENINGS.get(word[0], ()))


def _known(word: str) -> Placeholder | None:
    if word in ABOVE or (word and DITTO.issuperset(word)) or _is_same_item(word):
        return "above"
    if _says_nothing(word):
        return "nothing"
    if word in BESIDE:
        return "elsewhere"
    if word in UNDER_WAY or word in LATER or _puts_off(without(MATTERS, word)):
        return "later"
    if _refers(word):
        return "elsewhere"
    return "hint" if asks(word) else None


def _is_same_item(word: str) -> bool:
    return word[:1] in ("同", "如") and re.fullmatch(_SAME_ITEM, word) is not None


def _says_nothing(word: str) -> bool:
    bare = without(STILL, word) or word
    none = beginning(NONE, bare)
    return (
        not any(map(str.isalnum, word))
        or bare in NOTHING
        or (none != "" and bare.removeprefix(none).removeprefix("的") in OF_WHAT)
        or _is_masked(word)
    )


def _is_masked(word: str) -> bool:
    """Say whether a word hides whom or what it names: XXX, 某单位, 张某, 李××."""
    if MASK.issuperset(word):
        return True
    rest = word.lstrip("x×某〇○*省市县区")
    if word[0] in MASK and (rest in MASKED or PLACE.issuperset(word)):
        return True
    shown = word.removesuffix("xx") if word[-1] == "x" else word.rstrip("×某○*")
    return len(shown) < len(word) and len(shown) <= _LONGEST_SURNAME and not shown.isascii()


def _puts_off(word: str) -> bool:
    bare = word.lstrip(STAGES)
    if bare.startswith("待"):
        return without((*AFTERWARDS, "再", "另行"), bare[1:]) in ACTS
    if bare.startswith(("未", "另", "将另行")):
        return without(("未", "将", "另行", "另文", "另"), bare) in ACTS
    later = beginning(AFTERWARDS, bare)
    if later:
        return bare.removeprefix(later).removeprefix("再") in ACTS
    under_way = (
        bare.removesuffix("中")
        .removesuffix("过程")
        .removesuffix("之")
        .removesuffix("当")
        .removesuffix("手续")
    )
    begun = word.startswith(("正在", "已申", "已上报")) or bare.endswith("中")
    return begun and under_way in ACTS


def _refers(word: str) -> bool:
    if word in ATTACHED or (word.startswith("以") and word.endswith("为准")):
        return word in ATTACHED or word.removesuffix("为准").endswith(BINDING)
    bare = without(POLITE, word)
    at = beginning(REFERRING, bare)
    rest = bare.removeprefix(at)
    if not at and not rest.startswith(("附件", "附表")):
        return False
    rest = re.sub(r"^第[\d一二三四五六七八九十]{1,3}[条款节章页]$", "", rest)
    while paper := beginning(PAPERS, rest):
        rest = rest.removeprefix(paper).removeprefix("第").lstrip("0123456789一二三四五六七八九十")
        rest = rest.lstrip("号页条项行栏")
    return not rest and bare != at
