"""What asks for a value or explains a field: prompts of word processors, words of the notice."""

import re
import unicodedata
from functools import cache, lru_cache

from specvalidator.placeholders.vocabulary import (
    ASKED,
    ASKING,
    CLICKING,
    ENTERED,
    ENTERING,
    FORM_ASKING,
    FORM_ASKS,
    FRAMES,
    HERE,
    PROCESSOR,
    PROMPTING,
    TO_DO,
    without,
)
from specvalidator.prompts import EXPLANATIONS, unfilled

_SHORTEST_EXPLANATION = 8
"""Letters; a shorter piece of an explanation is also written by drafters."""
_LONG_BEGINNING = 14
"""Letters; so much of the beginning of an explanation is one."""
_FORMAT = (
    "运用(?:工具|设备|材料|或|和|等)+在(?:场所|环境|条件|或|等)+下?进行(?:制作|或|提供|服务)+的能力"
)
"""The format of a definition with nothing filled in."""
_FORMAT_BEGINS = ("运用工具", "运用设备", "运用材料")


@lru_cache(maxsize=64)  # several rules ask about the same few long texts
def without_hints(text: str) -> str:
    """Return a text without those sentences that only explain what the field is for.

    They are the notice's own, such as 指实际操作考核中考评员的数量、组成。
    """
    if len(text) < _SHORTEST_EXPLANATION:
        return text
    sentences = _sentences(text)
    if not any(map(_explains, sentences)):
        return text
    return "".join(each for each in sentences if not _explains(each)).strip()


def asks(word: str) -> bool:
    """Say whether a word begins as what asks for a value."""
    if word.startswith(("(", *FORM_ASKING)) and re.fullmatch(FORM_ASKS, word):
        return True
    return word.startswith(PROMPTING) and (
        word.startswith(PROCESSOR)
        or word in TO_DO
        or (word.startswith(ASKED) and word.startswith(ASKING))
        or _asks_to_click(word)
        or any(word.startswith(begin) and word.endswith(end) for begin, end in FRAMES)
    )


def _asks_to_click(word: str) -> bool:
    """Say whether a word is the prompt of a control: 单击或点击此处输入文字, 选择一项.

    An operation is none, which tells what to click: 点击开始按钮, 轻触屏幕, 选择一项完成.
    """
    asked = without((*CLICKING, "或"), word.removeprefix("请"))
    is_here = asked.startswith(HERE)
    rest = without((*HERE, "以", "来"), asked)
    entered = without(ENTERING, rest)
    if is_here and asked != word:
        return not rest or entered != rest
    return entered != rest and entered in ENTERED and (asked != word or entered == "一项")


def asks_only(text: str) -> bool:
    """Say whether each line is a prompt of a form, or explains the field."""
    for line in text.splitlines():
        if line.strip() and unfilled(line) is None and not _explains_only(line):
            return False
    return True


def _explains_only(line: str) -> bool:
    """Say whether `without_hints` would leave nothing of a line; the first sentence decides."""
    return _may_explain(line) and all(
        _explains(each) for each in _sentences(line) if not each.isspace()
    )


def _sentences(text: str) -> list[str]:
    return list(filter(None, re.split(r"(?<=[。；;\n])", text)))


def _explains(sentence: str) -> bool:
    return (
        len(sentence) >= _SHORTEST_EXPLANATION
        and _may_explain(sentence)
        and any(map(_is_explanation, (_letters(sentence), _without_label(sentence))))
    )


def _may_explain(text: str) -> bool:
    """Say whether a text begins as an explanation does, or with what does not count."""
    return text[:2] in _explanation_beginnings() or not _is_chinese(text[:2])


def _is_chinese(letters: str) -> bool:
    """Say whether one or two letters are such as `_letters` leaves as they are."""
    return "\u4e00" <= letters[0] <= "\u9fff" and "\u4e00" <= letters[-1] <= "\u9fff"


@cache
def _explanation_beginnings() -> frozenset[str]:
    """How explanations begin: nearly every sentence begins otherwise."""
    plain = {each[:2] for each in _explanations()}
    return frozenset((*plain, *(f"指{each[0]}" for each in plain), "是指", "填写", "说明"))


@cache
def _explanations() -> frozenset[str]:
    """Each explanation of the notice, also without its opening or what follows a comma."""
    found: set[str] = set()
    for text in EXPLANATIONS:
        for whole in re.split(r"[。；]", text):
            for part in (whole, whole.split("，")[0]):
                letters = _letters(part)
                found |= {letters, re.sub("^.{0,4}?(?:是指|指)", "", letters)}
    return frozenset(each for each in found if len(each) >= _SHORTEST_EXPLANATION)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()


def _without_label(sentence: str) -> str:
    """Return the letters of a sentence without 指 and a word such as 填写说明 before it."""
    letters = _letters(re.sub(r"^.{0,6}[:：]", "", sentence)).replace("x", "")
    return re.sub("^(?:是指|指|即)", "", letters).replace("本专项职业能力", "本职业")


def _is_explanation(letters: str) -> bool:
    """Say whether letters are those of an explanation, the beginning of one, or its mere format."""
    return (
        letters in _explanations()
        or (
            len(letters) >= _LONG_BEGINNING
            and any(each.startswith(letters) for each in _explanations())
        )
        or (letters.startswith(_FORMAT_BEGINS) and re.fullmatch(_FORMAT, letters) is not None)
    )
