"""Scales of marks: 百分制, 满分120分; and grades in place of marks: 等级制, 不计分."""

import re
from collections.abc import Iterator
from decimal import Decimal

from specvalidator.quantities.marks import ABOVE, marked_sentences
from specvalidator.quantities.numbers import CHINESE, NUMBER, fitting, number, tidied

# Patterns as text are compiled when they are first needed, which takes a millisecond each.
_REACHED = rf"{ABOVE}(?:[⊕⊖]|者|的|即|方|可|为|是|才|算|[,\s])*(?:合格|及格|通过|方可)"
_NO_TOTAL = rf"(?!{_REACHED}|\s*[⊕⊖]?\s*(?:及?以上|或以上))"
_SCALES = (
    (("分制",), rf"(?<![\d.{CHINESE}])(?P<system>{NUMBER})\s*分制"),
    (
        ("总分", "总成绩", "卷面分"),
        rf"(?:总分|总成绩|卷面分?)(?:值|数)?(?:[均各为是共计:\s])*(?P<total>{NUMBER})\s*分{_NO_TOTAL}",
    ),
    (
        ("满分",),
        rf"(?P<of>[^,。;、]{{0,12}})满分(?:值|数)?(?:均|各|为|是|[:\s])*(?P<full>{NUMBER})\s*分?",
    ),
)
"""Patterns of scales, each with the words of which it needs one."""
_PART = r"理论|笔试|知识|作品|过程|安全|素养|问答|口试|答辩|部分|环节|模块|单项|每|各|分项|项$"
_DENIED = r"不(?:再|按|实行|采用|使用|执行)*"
_NO_SCALE = (
    r"(?P<grades>(?<!\d)[一二三四五六两\d]\s*级(?:计分|记分|评分)?制"
    r"|等级(?:评定|记分|计分|评分|评价)?制|(?:按|以|用)等级(?:评定|记分|计分|评分|评价|表示)"
    r"|[Aa]\s*[、,/]?\s*[Bb]\s*[、,/]?\s*[Cc]"
    r"|优秀?\s*[、,/]\s*良好?\s*[、,/][^。;]{0,16}?(?:评定|评价|表示|等级|等次|[两三四五]个?[等档级]|(?:差|不合格)$))"
    r"|(?:优秀|良好?|中等?)(?:及其?|或)?以上(?:等次|等级|者|的)?(?:均|才|方)?(?:视?为|算)?(?:合格|及格|通过)"
    rf"|{_DENIED}百分制"
    r"|(?P<unmarked>不(?:计|打|评|记)分(?!钟))"
)
_UNMARKED_PART = r"(?:理论|笔试|知识|时间|候考|准备|笔答|附加|问答|口试)[^,。;]{0,6}$"


def full_mark(text: str) -> Decimal | None:
    """Return the highest mark of the scale, 100 for 百分制; None where `text` names none.

    总成绩60分以上 is a mark to be reached and 每项满分20分 is that of an item: neither is a scale.
    Parts with different 满分 and no stated total give None: what they add up to is not said.
    """
    totals, wholes, parts = list[Decimal](), list[Decimal](), list[Decimal]()
    for match, value in _stated(text):
        if match.groupdict().get("full") is None:
            totals.append(value)
        elif re.search(_PART, match["of"]):
            parts.append(value)
        else:
            wholes.append(value)
    if totals:
        return totals[0]
    values = {*wholes, *parts}
    return values.pop() if len(values) == 1 and (wholes or values == {Decimal(100)}) else None


def _stated(text: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    for sentence in marked_sentences(text):
        patterns = [form for words, form in _SCALES if any(word in sentence for word in words)]
        pattern = fitting("|".join(patterns), sentence)
        for match in re.finditer(pattern, sentence) if patterns else ():
            written = next(match[name] for name in _VALUES if match.groupdict().get(name))
            value = number(written)
            if re.search(rf"{_DENIED}$", sentence[: match.start()]):
                continue
            if value is not None and value > 0:
                yield match, value


_VALUES = ("system", "total", "full")


def grades(text: str) -> str | None:
    """Return the words of `text` that put grades or no marks at all in place of a scale."""
    for sentence in re.split(r"[。;\n]", tidied(text)):
        for match in re.finditer(_NO_SCALE, sentence):
            if not match["unmarked"] or not re.search(_UNMARKED_PART, sentence[: match.start()]):
                return match[0]
    return None
