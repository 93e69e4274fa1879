"""How long an assessment takes: 90分钟, 一个半小时, 2天."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from specvalidator.quantities.numbers import (
    CHINESE,
    NUMBER,
    clauses,
    fitting,
    number,
    sentences,
    tidied,
)

_RANGE = rf"(?:\s*(?:至|到|或|[-~])\s*{NUMBER})?"
# Only Latin letters are compared without case: for all others that takes long to prepare.
_HOUR = r"(?:小时|钟头|(?i:hours?|hrs?|h)(?![A-Za-z]))"
_MINUTE = r"(?:分钟|(?i:minutes?|mins?)(?![A-Za-z]))"
_COUNT = rf"(?<![第.\d{CHINESE}])(?P<count>{NUMBER}){_RANGE}\s*"
# Patterns as text are compiled when they are first needed: few documents need them.
_IN_MINUTES = rf"{_COUNT}(?P<minutes>{_MINUTE})"
_DURATION = (
    rf"(?P<half>半)\s*个?\s*{_HOUR}"
    rf"|{_COUNT}(?:(?P<minutes>{_MINUTE})|个?\s*(?P<and_half>半)?\s*{_HOUR}"
    rf"(?:\s*[又零]?\s*(?P<over>{NUMBER})\s*(?:{_MINUTE}|分))?)"
)
_HOURS = ("小时", "钟头", "h", "H")
"""What a time in hours has one of; most are given in minutes."""
_REPEATED = r"\s*(?:\(|即|合|至|到|[-~])\s*$"
_OTHER_STAGE = (
    *("提前", "提早", "迟到", "入场", "进场", "离场", "开考前", "开考后", "交卷", "休息"),
    *("准备时间", "候考", "公布", "结束后", "开始后"),
)
_LONG_TIME = (  # seldom asked for, so compiled when it is
    rf"(?<![第月\d{CHINESE}])(?:{NUMBER}|半)\s*个?(?:工作日|[天日周]|学时|课时|星期)(?!内|前|后|以内|之内|之前)"
)
_TOTAL = r"总(?!则|体)|共计|合计|一共|全程|共\s*$|累计"
_PART = (
    r"(?P<theory>理论|笔试|知识|机考)|(?P<practice>实操|操作|技能|实作|实践|实际)"
    r"|(?P<oral>答辩|口试|面试)|(?P<review>综合评审)"
)
_ANCHOR = r"时间|时长|限时|用时|历时|时限"


class _Time(NamedTuple):
    minutes: Decimal
    clause: str
    """The words before it, from the last time or comma on."""
    inside: bool
    """It stands after 其中: a part of another time."""


def minutes(text: str) -> Decimal | None:
    """Return the minutes that `text` gives for the assessment, None where it names none.

    * A stated total counts (`总时间120分钟，其中…`); else times for theory and for practice
      are added up; of a range it is the lower end.
    * Times of something else (提前15分钟入场) do not count.
    * Several times of which none is the time of the assessment, and lengths in days or
      lessons, give None; `duration_stated` tells that there is a time all the same.
    """
    times = list(_times(tidied(text)))
    total = next((time for time in times if re.search(_TOTAL, time.clause)), None)
    if total is not None:
        return total.minutes
    times = [time for time in times if not time.inside] or times
    plain = [time for time in times if not re.search(_PART, time.clause)]
    if not plain:
        parts = {_part(time.clause): time.minutes for time in reversed(times)}
        return sum(parts.values(), Decimal(0)) if parts else None
    anchored = [time for time in plain if re.search(_ANCHOR, time.clause)]
    if len({time.minutes for time in plain}) == 1:
        return plain[0].minutes
    return anchored[0].minutes if anchored else None


def duration_stated(text: str) -> bool:
    """Say whether `text` tells how long the assessment takes, in days or lessons as well."""
    text = tidied(text)
    if any(True for _ in _times(text)):
        return True
    return any(
        not _is_other_stage(clause) and re.search(_LONG_TIME, clause) for clause in clauses(text)
    )


def _times(text: str) -> Iterator[_Time]:
    for sentence in sentences(text):
        inside = False
        for clause in sentence.replace("、", ",").split(","):
            inside = inside or "其中" in clause
            yield from _times_in_clause(clause, inside=inside)


def _times_in_clause(clause: str, *, inside: bool) -> Iterator[_Time]:
    if _is_other_stage(clause):
        return
    begin = 0
    pattern = _DURATION if any(hour in clause for hour in _HOURS) else _IN_MINUTES
    for match in re.finditer(fitting(pattern, clause), clause):
        words = clause[begin : match.start()]
        if begin and re.fullmatch(_REPEATED, words):
            continue
        value = _minutes_of(match)
        if value is not None:
            yield _Time(value, words if len(words) > 1 else _following(clause, match), inside)
            begin = match.end()


def _is_other_stage(clause: str) -> bool:
    return any(word in clause for word in _OTHER_STAGE)


def _following(clause: str, match: re.Match[str]) -> str:
    """Return 理论考试 of `60分钟理论考试`: what a time is of may stand behind it."""
    found = re.match(r"[^\d和及与]{1,8}", clause[match.end() :])
    return found[0] if found else ""


def _minutes_of(match: re.Match[str]) -> Decimal | None:
    if match.lastgroup == "half":
        return Decimal(30)
    if match.lastgroup == "minutes":
        return number(match["count"])
    hours = number(match["count"])
    over = number(match["over"]) if match["over"] else Decimal(0)
    if hours is None or over is None:
        return None
    value = hours * 60 + (30 if match["and_half"] else 0) + over
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _part(clause: str) -> str | None:
    match = re.search(_PART, clause)
    return match.lastgroup if match else None
