"""How long an assessment takes: 90分钟, 一个半小时, 2天, 8:30—11:30."""

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
_HOUR = r"(?:小时|钟头|钟(?!头)|(?i:hours?|hrs?|h)(?![A-Za-z]))"
_MINUTE = r"(?:分钟|'|(?i:minutes?|mins?)(?![A-Za-z]))"
_COUNT = rf"(?<![第.\d])(?:(?<![.{CHINESE}])|(?=\d))(?P<count>{NUMBER}){_RANGE}\s*"
"""任务一20分钟 is 20 minutes of the first task."""
_ANCHOR = r"时间|时长|限时|用时|历时|时限|工时|计时(?!器)"
# Patterns as text are compiled when they are first needed: few documents need them.
_ANCHORED = (
    rf"(?:{_ANCHOR})(?:\s*\(\s*(?:(?P<unit>分钟?|(?i:mins?))|(?P<unit_hours>小时|[hH]))\s*\))?"
    rf"(?:一般|定|约|设|为|是|共|[:\s])*"
    rf"(?P<bare>{NUMBER}){_RANGE}\s*(?P<fen>分(?![值数以及(]))?(?![\d:.年月日号点时])"
)
"""Minutes told by the label alone: 时间90分, 时间（分钟）：90."""
_IN_MINUTES = rf"{_COUNT}(?P<minutes>{_MINUTE})"
_DURATION = (
    rf"(?P<half>半)\s*个?\s*{_HOUR}|(?P<quarters>{NUMBER})\s*刻\s*钟"
    rf"|{_COUNT}(?:(?P<minutes>{_MINUTE})|个?\s*(?P<and_half>半)?\s*{_HOUR}"
    rf"(?:\s*[又零]?\s*(?P<over>{NUMBER})\s*(?:{_MINUTE}|分))?)"
)
_HOURS = ("小时", "钟", "h", "H")
"""What a time in hours has one of; most are given in minutes."""
_CLOCK = r"(?<![\d:.])(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:[:点时]\s*(半|[0-5]\d)?)\s*分?"
_FROM_TO = (
    rf"{_CLOCK}\s*(?:开始|起)?\s*[-~至到,]+\s*(?:当?[天日]|次日|上午|下午|中午|晚上?)?\s*{_CLOCK}"
)
_SPACED = r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])"
_PRIMES = str.maketrans("′’‘＇ʹ´", "''''''")
_REPEATED = r"\s*(?:\(|即|合|至|到|[-~])\s*$"
_OTHER_STAGE = (
    *("提前", "提早", "迟到", "入场", "进场", "离场", "开考前", "开考后", "交卷", "休息"),
    *("考核前", "考前", "检录", "准备时间", "候考", "公布", "结束后", "开始后"),
)
_LONG_TIME = (  # seldom asked for, so compiled when it is
    rf"(?<![第月\d{CHINESE}])(?:{NUMBER}|半)\s*(?:个月|个?"
    r"(?:工作日|[天日周](?!通知)|学时|课时|工时|星期|季度|上午|下午|白天|晚上|学期))"
    r"(?:以?内(?=完成|做完|制作|编制|加工|交)|(?!内|前|后|以内|之内|之前))"
    rf"|(?<![\d{CHINESE}]){NUMBER}\s*分(?:以|之)?内(?=独立|完成|做完|制作|编|加工|交)"
)
_TIME_WORDS = (
    rf"(?:{_ANCHOR}|期限)(?=[^,。;\n]*[^\s:,。;要求规定及与和]{{2}})|\d\s*:\s*\d\d"
    r"|\d\s*m(?![a-z²2])|计时(?!器)|[当半整全]天|第[一二三1-3]天|为止|周期|节课|连续|期间|限期|即时"
    r"|(?<![一二两三四\d])[一二两三四\d]+\s*(?:节|轮次|个?阶段)"
)
_ASIDE = (
    r"\([^()\n]*\)|(?:不含|不包括|不计|除去?)[^,。;()\n\d]{0,8}(?:时间|时长)外?"
    r"|(?:候考|准备|检录|入场)时间(?:均|也)?(?:不计入?算?|不占用?|另计|除外)"
)
"""What may speak of another stage beside the time: （不含准备时间）."""
_HEADING = r"(?:考核|鉴定|考试|考评)?方式[与和及、]?(?:考核|鉴定|考试|考评)?时间\s*:?"
_UNSET = (
    *("视", "另行", "不限", "待定", "暂定", "自定", "未定", "通知", "而定", "确定", "指定", "合理"),
    *("不计时", "规定执行", "有关规定", "相关规定", "协商"),
)
"""Words that leave a time open."""
_TOTAL = r"总(?!则|体)|共计|合计|一共|全程|共\s*$|累计"
_PART = (
    r"(?P<theory>理论|笔试|知识|机考)|(?P<practice>实操|操作|技能|实作|实践|实际)"
    r"|(?P<oral>答辩|口试|面试)|(?P<review>综合评审)"
)


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
    times = list(_times(_readable(text)))
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
    text = _readable(text)
    if any(True for _ in _times(text)):
        return True
    return any(
        not _is_other_stage(clause) and re.search(_LONG_TIME, clause) for clause in clauses(text)
    )


def time_words(text: str) -> str | None:
    """Return a clause that may tell a time in words not known as one; None where none does.

    When it is to be settled later, 另行通知 or 视情况而定, no time is told.
    """
    for clause in clauses(re.sub(_HEADING, "", _readable(text))):
        if not _is_other_stage(clause) and not any(word in clause for word in _UNSET):
            found = re.search(_TIME_WORDS, clause)
            if found:
                return clause.strip()
    return None


def _readable(text: str) -> str:
    """Return a text tidied, without the blanks of 90 分 钟, all primes as one.

    Asides about another stage, （不含准备时间）, are left out.
    """
    text = re.sub(_SPACED, "", tidied(text)).translate(_PRIMES)
    if not _is_other_stage(text):
        return text
    return re.sub(_ASIDE, lambda aside: "" if _is_other_stage(aside[0]) else aside[0], text)


def _times(text: str) -> Iterator[_Time]:
    for whole in sentences(text):
        sentence = whole
        if "点" in whole or "时" in whole or ":" in whole:
            for match in re.finditer(_FROM_TO, whole):
                lasts = _lasting(match)
                if lasts is not None:
                    yield _Time(lasts, whole[: match.start()], inside=False)
                    sentence = sentence.replace(match[0], " ")
        inside = False
        for clause in sentence.replace("、", ",").split(","):
            inside = inside or "其中" in clause
            yield from _times_in_clause(clause, inside=inside)


def _lasting(match: re.Match[str]) -> Decimal | None:
    """Return the minutes between two times of the clock; from 9 to 1 is past noon."""
    begin, end = (_of_day(*match.group(at, at + 1)) for at in (1, 3))
    if begin is None or end is None or begin == end:
        return None
    return end - begin if end > begin else end + 12 * 60 - begin if end + 12 * 60 > begin else None


def _of_day(hour: str, minute: str | None) -> Decimal | None:
    at = number(hour)
    over = Decimal(30) if minute == "半" else Decimal(minute or 0)
    return None if at is None or at > _HOURS_OF_DAY else at * 60 + over


_HOURS_OF_DAY = 24


def _times_in_clause(clause: str, *, inside: bool) -> Iterator[_Time]:
    if _is_other_stage(clause):
        return
    begin = 0
    pattern = _DURATION if any(hour in clause for hour in _HOURS) else _IN_MINUTES
    found = list(re.finditer(fitting(pattern, clause), clause))
    if not found and re.search(_ANCHOR, clause):
        found = list(re.finditer(fitting(_ANCHORED, clause), clause))
    for match in found:
        words = clause[begin : match.end() if "bare" in match.groupdict() else match.start()]
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
    groups = match.groupdict()
    if groups.get("bare"):
        return _told_by_label(match)
    if groups.get("half"):
        return Decimal(30)
    if groups.get("quarters"):
        quarters = number(match["quarters"])
        return None if quarters is None else quarters * 15
    if groups.get("minutes"):
        return number(match["count"])
    hours = number(match["count"])
    over = number(match["over"]) if match["over"] else Decimal(0)
    if hours is None or over is None:
        return None
    return _whole(hours * 60 + (30 if match["and_half"] else 0) + over)


def _told_by_label(match: re.Match[str]) -> Decimal | None:
    """Return the minutes of a bare number whose unit stands in its label, or is 分."""
    value = number(match["bare"])
    if value is None or not (match["unit"] or match["unit_hours"] or match["fen"]):
        return None
    return _whole(value * 60) if match["unit_hours"] else value


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _part(clause: str) -> str | None:
    match = re.search(_PART, clause)
    return match.lastgroup if match else None
