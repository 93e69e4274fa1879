"""The mark from which one passes: 60分以上（含60分）为合格."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from specvalidator.quantities.numbers import CHINESE, NUMBER, fitting, number, sentences, tidied

# Patterns as text are compiled when they are first needed, which takes a millisecond each.
_MARK = (
    rf"(?<![\d.{CHINESE}])(?:百分之\s*(?P<share>{NUMBER})"
    rf"|(?P<least>{NUMBER})\s*(?:%|分)?(?:\s*(?P<included>[⊕⊖])?\s*[-~至到]\s*{NUMBER})?\s*"
    r"(?P<unit>%|分(?![钟值数制项别段类]|之(?![间内]))))"
)
_BARE = (
    r"((?:合格|及格)(?:(?:分数线|分数|分|线|标准|成绩)(?:为|是|定为|应|须|不低于|[:≥>=\s])*"
    r"|\s*[:≥][≥>=\s]*)\d{2,3})(?![\d.%分人名个项次年月天小时])"
)
"""A pass mark without its unit: 合格分75, 及格：50."""
_BARE_AND_ABOVE = (
    r"(?<![\d.])(\d{2,3})(?=\s*(?:\(含[^()]*\))?\s*及?以上\s*(?:\(含[^()]*\))?(?:[为者的即方才均]*)"
    r"(?:合格|及格))"
)
"""A pass mark without its unit before 以上: 75以上为合格."""
_PART_OF_ALL = (
    r"(?P<of>(?:总分|满分|得分|分数|分值|成绩)[^。;,\d]{0,6}?)(?:(?P<tenths>[五六七八九])成"
    r"|(?P<below>[二三四五])分之(?P<above>[一二三四]))(?=[及者为即方才可以的,。;]|$)"
)
"""A pass mark as a part of all marks: 总分的七成, 满分的三分之二."""
_INCLUSION = (
    rf"\(\s*(?P<not>不)?(?:含|包含|包括)\s*(?:{NUMBER}\s*分?|本数)?\s*\)"
    rf"|(?P<plainly_not>不)?(?:含|包括)\s*{NUMBER}\s*分"
)
_WITH, _WITHOUT = "⊕", "⊖"
"""Stand in the text for （含60分） and （不含60分）."""
ABOVE = r"\s*[⊕⊖]?\s*(?:及其?以上|或以上|以上|之上|起)?\s*[⊕⊖]?\s*"
_BELOW = r"\s*[⊕⊖]?\s*(?P<and>及|或|含)?以下\s*[⊕⊖]?\s*"
_PASSING = r"(?:合格|及格|通过)(?!率|品|产品|件|证|数|者?名单)"
_PASSES = (
    rf"{ABOVE}(?:总分|总成绩|成绩|分数|者|的|即|则|均|才|方|可|能|视|算|评|认|定|判|计|为|是|作|之间|之内|范围内?|[,\s])*"
    rf"{_PASSING}"
)
_AFTER_PASSING = (
    r"(?<!不)(?:合格|及格|通过)(?:成绩|分数线|分数|分值|分|线|标准)?"
    r"(?:应当|应|须|需|必|划|定|设|在|为|是|总分|满分|总成绩|成绩|分数|得分|达到|达|不低于|不少于|不小于"
    r"|至少|高于|大于|超过|或|等于|的|值|[≥>=:(\s])*"
)
_FAILS = r"[^。;]{0,8}(?:不(?:予)?|未)(?:合格|及格|通过)"
_JUST_THIS_FAILS = r"\s*(?:者|的|为|算)*不(?:合格|及格)"
"""60分不合格."""
_AFTER_FAILING = r"不(?:合格|及格|通过)[为是:(\s]*"
_CERTIFIED = (
    rf"{ABOVE}(?:者|的|考生|人员|[,\s])*(?:方|即|均|准)?(?:可|由|能)?[^。;]{{0,18}}?"
    r"(?:颁发|发给|核发|发证|获证|发放|获得|取得|领取|授予)"
)
_HIGHER = r"(?P<reached>达到或)?(?:高于|大于|超过|多于|高出|>)\s*(?P<equal>或?等于|=)?"
_REACHED = r"(?:不低于|不少于|不小于|达到|达|满|至少|≥|>=|高于或等于|大于或?等于)(?:或超过)?"
_LOWER = r"(?:低于|不足|未达到|未达|不满|少于|未满|小于|没有达到|<)"
_LOWER_OR_EQUAL = r"(?:(?:低于|小于|少于)或?等于|等于或(?:低于|小于|少于)|不高于|不超过|≤|<=)"
_TOGETHER = r"\s*[⊕⊖]?\s*(?:及?以上)?\s*[⊕⊖]?\s*(?:者|的)?[、,和且并及与\s]+[^,。;、]{0,6}"
_TOGETHER += r"(?:理论|知识|笔试|口试|问答|答辩|作品|实操|操作|技能|实作|实践)[^,。;、]{0,8}"
_WHOLE = r"(?:总评?分|满分|总成绩|成绩|得分|分数|分值|卷面分?|平均分)(?:应|须|需|均|的|[:\s])*"
_ITEM = r"单项|每一?项|各项|分项|该项|一项|单科|每[题道个]|各[题个]|关键|工序|环节|模块"
_ITEM += "|安全文明|步骤|工位"
_QUALITY = r"(?:(?<!得分)率|度|比例|占比|比重|误差|公差|精度|占|%)(?:应|须|需|为|均|的|[:\s])*"
_COMPARED = rf"(?:{_HIGHER}|{_REACHED}|{_LOWER}|{_LOWER_OR_EQUAL})"
_FULL = r"(?:满分|总分|配分|分值|计|共|占|各)(?:值|数|均|各|为|是|[:\s])*"
_HUNDRED = 100
_GRADES = ("优秀", "良好", "优良", "优等", "中等")
_PRACTICE = r"实操|操作|技能|实作|实践"

Certainty = Literal["stated", "implied", "perhaps"]
"""Whether a mark is said to pass, follows from what one gets for it, or may be that of a part."""
_CERTAINTIES: tuple[Certainty, ...] = ("stated", "implied", "perhaps")


class PassMark(NamedTuple):
    """A mark that decides who passes."""

    mark: Decimal
    passes: bool | None
    """Whether who has just this mark passes: not above it only; None where 以下 leaves it open."""
    certainty: Certainty = "stated"


class _Mark(NamedTuple):
    """A mark with the words around it, as far as its neighbours."""

    value: Decimal
    is_share: bool
    is_range: bool
    before: str
    after: str


def pass_mark(text: str) -> Decimal | None:
    """Return the mark from which one passes, None where `text` names none; see `passing`."""
    found = passing(text)
    return None if found is None or found.certainty == "perhaps" else found.mark


def passing(text: str) -> PassMark | None:
    """Return the mark from which one passes and whether it does itself, None if none is named.

    百分之六十 is 60; 高于60分 and 60分以下（含60分）不合格 let 60 not pass. Marks of other grades
    (90分以上为优秀), shares of something else (合格率达到90%) and times (60分钟) are none. Where
    theory and practice have marks of their own, it is that of practice.
    """
    found = [each for sentence in marked_sentences(text) for each in _passing_in(sentence)]
    for certainty in _CERTAINTIES:
        several = [each for each in found if each[1].certainty == certainty]
        practice = [mark for words, mark in several if re.search(_PRACTICE, words)]
        if several:
            return practice[0] if practice else several[0][1]
    return None


@lru_cache(maxsize=64)  # asked for the mark that passes, and for the scale
def marked_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that may name marks, ⊕ or ⊖ in them for （含60分）."""
    if not any(word in text for word in ("分", "%", "％", "合格", "及格")):
        return ()
    text = tidied(text)
    if "合格" in text or "及格" in text:
        text = re.sub(_BARE, r"\1分", text)
    text = re.sub(_BARE_AND_ABOVE, r"\1分", text)
    text = re.sub(_PART_OF_ALL, _in_hundredths, text)
    return tuple(sentences(re.sub(fitting(_INCLUSION, text), _included, text)))


def _in_hundredths(match: re.Match[str]) -> str:
    above, below = match["tenths"] or match["above"], match["below"] or "十"
    share = 100 * (number(above) or 0) // (number(below) or 1)
    return f"{match['of']}{share}%"


def _included(match: re.Match[str]) -> str:
    return _WITHOUT if match["not"] or match["plainly_not"] else _WITH


def _passing_in(sentence: str) -> Iterator[tuple[str, PassMark]]:
    """Yield the marks of a sentence that decide who passes, each with the words before it."""
    marks = list(_marks(sentence))
    known = [_judged(mark) for mark in marks]
    for index, (mark, later) in reversed(list(enumerate(pairwise(marks)))):
        follower = known[index + 1]
        if known[index] is None and follower is not None and follower.certainty == "stated":
            full = re.search(rf"{_FULL}$", mark.before.rstrip())
            if not full and not mark.is_share and re.fullmatch(_TOGETHER, later.before):
                known[index] = PassMark(mark.value, _passes(mark))
    for mark, judged in zip(marks, known, strict=True):
        if judged is not None:
            yield mark.before, judged


def _marks(sentence: str) -> Iterator[_Mark]:
    found = [
        (match, value)
        for match in re.finditer(fitting(_MARK, sentence), sentence)
        if (value := number(match["share"] or match["least"])) is not None
    ]
    ends = [0, *(match.end() for match, _ in found)]
    starts = [*(match.start() for match, _ in found[1:]), len(sentence)]
    for (match, value), begin, end in zip(found, ends, starts, strict=False):
        yield _Mark(
            value=value,
            is_share=match["unit"] != "分",
            is_range=re.search(r"[-~至到]", match[0]) is not None,
            before=sentence[begin : match.start()],
            after=(match["included"] or "") + sentence[match.end() : end],
        )


def _judged(mark: _Mark) -> PassMark | None:
    """Return what a mark decides, None where it decides nothing."""
    before = mark.before.rstrip()
    clause = re.split("[,、]", before)[-1]
    subject = re.sub(rf"{_COMPARED}\s*$", "", clause)
    if mark.is_share and re.search(rf"{_QUALITY}$", subject):
        return None
    if _fails(mark, before):
        return PassMark(mark.value, _passes_from_below(mark, before))
    certainty = _certainty(mark, before, clause, subject)
    return certainty and PassMark(mark.value, _passes(mark), certainty)


def _certainty(mark: _Mark, before: str, clause: str, subject: str) -> Certainty | None:
    """Say how certain it is that one passes with a mark, None where nothing says so."""
    is_item = re.search(_ITEM, clause) is not None
    of_all = re.search(rf"{_FULL}$", before) if re.match(r"\s*[,、]", mark.after) else None
    whole_scale = of_all and ("满分" in of_all[0] or mark.value >= _HUNDRED)
    passes = not of_all and re.match(_PASSES, mark.after)
    if passes or (not whole_scale and re.search(rf"{_AFTER_PASSING}$", before)):
        return "perhaps" if is_item else "stated"
    whole = re.search(rf"{_WHOLE}$", subject) is not None
    graded = any(grade in before or grade in mark.after for grade in _GRADES)
    if graded or (mark.is_share and not whole):
        return None
    if not of_all and re.match(_CERTIFIED, mark.after):
        return "perhaps" if is_item else "implied"
    if not is_item and re.search(rf"(?:{_REACHED}|{_HIGHER})\s*$", clause):
        return "implied" if whole else "perhaps"
    return None


def _fails(mark: _Mark, before: str) -> bool:
    lower = re.search(rf"(?:{_LOWER}|{_LOWER_OR_EQUAL})\s*$", before) is not None
    if not lower and not mark.is_range and re.match(_JUST_THIS_FAILS, mark.after):
        return True
    if re.match(_BELOW, mark.after):
        return bool(
            re.match(_BELOW + _FAILS, mark.after) or re.search(rf"{_AFTER_FAILING}$", before)
        )
    return lower and bool(
        re.match(_FAILS, mark.after) or re.search(rf"{_AFTER_FAILING}{_COMPARED}\s*$", before)
    )


def _passes(mark: _Mark) -> bool:
    """Say whether 60 passes, where marks above it do."""
    higher = re.search(rf"(?:{_HIGHER}|{_WITHOUT}\s*,)\s*$", mark.before.rstrip())
    around = re.match(ABOVE, mark.after)
    said = around[0] if around else ""
    if _WITH in said or _WITHOUT in said:
        return _WITH in said
    return higher is None or bool(higher["equal"] or higher["reached"])


def _passes_from_below(mark: _Mark, before: str) -> bool | None:
    """Say whether 60 passes, where marks below it do not."""
    below = re.match(_BELOW, mark.after)
    if below is None:
        equal = re.search(rf"{_LOWER_OR_EQUAL}\s*$", before)
        return equal is None and re.search(rf"{_LOWER}\s*$", before) is not None
    if _WITH in below[0] or _WITHOUT in below[0]:
        return _WITHOUT in below[0]
    return False if below["and"] else None
