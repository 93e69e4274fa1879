"""Marks: from which one passes, and how many there are."""

import re
from collections.abc import Iterator
from decimal import Decimal

from specvalidator.quantities.numbers import CHINESE, NUMBER, fitting, number, tidied

_MARK = rf"(?<![\d.{CHINESE}])(?:百分之\s*({NUMBER})|({NUMBER})\s*(?:%|分(?![钟之值数制项别段])))"
_INCLUDED = r"\s*(?:\(\s*含[^)]{0,8}\))?\s*"
# Patterns as text are compiled when they are first needed, which takes a millisecond each.
_PASS = (
    rf"{_MARK}{_INCLUDED}(?:及其?以上|或以上|以上)?{_INCLUDED}"
    r"(?:成绩|者|的|即|则|均|方|可|视|算|评|认|定|判|为|是|作|[,\s])*(?:合格|及格|通过)"
)
_PASS_BEFORE = (
    rf"(?<!不)(?:合格|及格|通过)(?:成绩|分数线|分数|分值|分|线|标准)?"
    rf"(?:应|须|为|是|不低于|不少于|达到|达|至少|≥|>=|[:\s])*{_MARK}"
)
_REACHED = (
    rf"(?:达到|达|满|不低于|不少于|高于或等于|≥|>=)(?:或超过)?\s*{_MARK}|{_MARK}{_INCLUDED}"
    rf"(?:及其?以上|或以上|以上){_INCLUDED}"
    r"(?:者|的|[,\s]*(?:方|即)?(?:可|由)?(?:颁发|发给|核发|获得|取得))"
)
_REACHING = ("以上", "达", "满", "不低于", "不少于", "高于或等于", "≥", ">=")
_FAIL = rf"(?:低于|不足|未达到|未达|不满|少于|未满)\s*{_MARK}[^。;]{{0,6}}不(?:合格|及格|通过)"
_FAIL_BELOW = rf"{_MARK}\s*以下[^。;]{{0,6}}不(?:合格|及格|通过)"
_NEXT_MARK = rf"[。;\n]|[,、](?=[^。,;]{{0,12}}?{NUMBER}\s*(?:%|分(?!钟)))"
_GRADES = ("优秀", "良好", "优良", "优等")
_PRACTICE = ("实操", "操作", "技能")


def pass_mark(text: str) -> Decimal | None:
    """Return the mark from which one passes, None where `text` names none.

    百分之六十 is 60. Marks of other grades (90分以上为优秀) and times (60分钟) are none. Where
    theory and practice have marks of their own, it is that of practice.
    """
    marks = [found for clause in _mark_clauses(tidied(text)) for found in _pass_marks(clause)]
    practice = [mark for clause, mark in marks if any(word in clause for word in _PRACTICE)]
    return practice[0] if practice else marks[0][1] if marks else None


def _mark_clauses(text: str) -> list[str]:
    """Split at the end of sentences, and where a new mark begins after a comma."""
    return re.split(fitting(_NEXT_MARK, text), text)


def _pass_marks(clause: str | None) -> Iterator[tuple[str, Decimal]]:
    if not clause or ("分" not in clause and "%" not in clause):
        return
    for pattern in _patterns_for(clause):
        for match in re.finditer(fitting(pattern, clause), clause):
            value = _first_number(match)
            if value is not None:
                yield clause, value
                return


def _patterns_for(clause: str) -> Iterator[str]:
    """Yield the patterns that may match, judged by words that they cannot do without."""
    if "合格" in clause or "及格" in clause or "通过" in clause:
        yield _PASS
        yield _PASS_BEFORE
        if "不" in clause:
            yield _FAIL
            yield _FAIL_BELOW
    reaching = any(word in clause.replace("满分", "") for word in _REACHING)
    if reaching and not any(grade in clause for grade in _GRADES):
        yield _REACHED


def _first_number(match: re.Match[str]) -> Decimal | None:
    return next((number(group) for group in match.groups() if group), None)


_SCALES = (
    (("分制",), rf"(?<![\d.{CHINESE}])(?P<system>{NUMBER})\s*分制"),
    (
        ("总分", "总成绩", "卷面分"),
        rf"(?:总分|总成绩|卷面分)(?:值|数)?(?:[均各为是共计:\s])*(?P<total>{NUMBER})\s*分",
    ),
    (("满分",), rf"满分(?:值|数)?(?:均|各|为|是|[:\s])*(?P<full>{NUMBER})\s*分?"),
)
"""Patterns of scales, each with the words of which it needs one."""


def full_mark(text: str) -> Decimal | None:
    """Return the highest mark of the scale, 100 for 百分制; None where `text` names none.

    Parts with different 满分 and no stated total give None: what they add up to is not said.
    """
    scales: list[tuple[bool, Decimal]] = []
    text = tidied(text)
    patterns = [pattern for words, pattern in _SCALES if any(word in text for word in words)]
    for match in re.finditer(fitting("|".join(patterns), text), text) if patterns else ():
        value = number(match[match.lastgroup or 0])
        if value is not None and value > 0:
            scales.append((match.lastgroup != "full", value))
    totals = [value for is_total, value in scales if is_total]
    if totals:
        return totals[0]
    values = {value for _, value in scales}
    return values.pop() if len(values) == 1 else None
