"""Quantities as people write them in Chinese: 25％, 三名, 一个半小时."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_NARROW = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009", " ")
    | dict.fromkeys("﹪٪", "%")
    | dict.fromkeys("−–—－﹣‐‑―", "-")
    | dict.fromkeys("～〜∼", "~")
    | dict.fromkeys("∶﹕", ":")
    | {"﹒": ".", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")"}
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"两": 2, "○": 0}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CHINESE = "".join(_DIGITS) + "".join(_UNITS)
_NUMBER = rf"(?:\d+(?:\.\d+)?|[{_CHINESE}]+(?:点[{_CHINESE}]+)?)"
_LONGEST_NUMBER = 12
"""Longer runs of digits are no quantity anybody means."""


def narrowed(text: str) -> str:
    """Return `text` with full-width letters, digits and signs as ASCII, letter for letter.

    The result is as long as `text`, so positions found in one hold in the other.
    """
    return text.translate(_NARROW)


def number(text: str) -> Decimal | None:
    """Return the number that `text` is: 3, 1.5, 三, 十二, 两百, 二〇, 百; None for all else."""
    text = narrowed(text).strip()
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    if text.isascii():
        return Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None
    whole, point, fraction = text.partition("点")
    value = _chinese(whole)
    if value is None or not point:
        return value
    digits = [_DIGITS.get(digit) for digit in fraction]
    if not digits or None in digits:
        return None
    return Decimal(f"{value}.{''.join(str(digit) for digit in digits)}")


def whole_number(text: str) -> int | None:
    """Return the whole number that `text` is, as `number` reads it."""
    value = number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _chinese(text: str) -> Decimal | None:
    if text and all(letter in _DIGITS for letter in text):
        return Decimal("".join(str(_DIGITS[letter]) for letter in text))
    total, digit, last = 0, None, 10_000
    for letter in text:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif letter in _UNITS and _UNITS[letter] < last:
            last = _UNITS[letter]
            total += last * (1 if digit is None else digit)
            digit = None
        else:
            return None
    return Decimal(total + (digit or 0)) if text else None


# ── percent ──────────────────────────────────────────────────────────────────────────────

_PERCENT = re.compile(
    rf"\(?\s*(?:占\s*)?(?:(?P<ofhundred>百分之)\s*)?(?P<minus>-)?\s*(?P<number>{_NUMBER})"
    r"\s*%?\s*\)?\s*[。;,]?"
)


def percent(text: str) -> Decimal | None:
    """Return the percentage that `text` is, 20 for 20 %; None where it is none.

    The whole text must be one number: `25％`, `25 %`, `百分之二十五`, `33.3%`. A bare `20`
    is 20, `-5%` is -5, `120%` is 120 and `0.2` is 0.2: whether the sign is missing or the
    number is out of range is for a rule to say. `20分`, `约20%`, `20-30%` are none.
    """
    match = _PERCENT.fullmatch(narrowed(text).strip())
    value = number(match["number"]) if match else None
    if match is None or value is None:
        return None
    return -value if match["minus"] else value


# ── people ───────────────────────────────────────────────────────────────────────────────

_PEOPLE = re.compile(
    rf"(?<![第.\d{_CHINESE}])(?P<least>{_NUMBER})\s*(?:\(\s*(?:{_NUMBER}|含)\s*\)\s*)?"
    rf"(?:(?:名|位|人)?\s*(?:至|到|或|[-~])\s*{_NUMBER}\s*)?"
    r"(?:名|位|人(?![次转])|个(?=\s*(?:以上|及以上)?(?:的)?(?:考评(?!组)|人)))"
)
_HEADCOUNT = re.compile(
    rf"(?:人数[^。、,;\d{_CHINESE}]{{0,8}}|考评(?:员|人员)\s*[为:]\s*)"
    rf"(?P<least>{_NUMBER})(?![\d.:%级年月]|\s*个?(?:小时|工作日))"
)
_RATIO = re.compile(
    rf"每\s*{_NUMBER}\s*(?:名|位|个|人)\S{{0,8}}?(?:考生|学员|人员|应试者)"
    rf"\S{{0,6}}?(?P<least>{_NUMBER})\s*(?:名|位|人)"
)
_CLAUSE_END = re.compile(r"[。,;\n]")
_SENTENCE_END = re.compile(r"[。;\n]")
_NOT_A_COUNT = re.compile(r"(?:同|每|任|任何|某|逐|哪|任意|不超过|不多于|至多|最多|不得超过)\s*$")
_OTHERS = re.compile(
    r"督导|考生|学员|应试|参考|申报|工作人员|监考|考务|安全员|助理|辅助|引导|管理人员|技术人员"
    r"|记录员|统分|保障|医护|候考"
)
_LEADERS = re.compile(r"组长|主考|主评|高级考评")
_EXAMINERS = re.compile(r"考评员|考评人员|成员|组员|评委|裁判|专家|考评师")
_WHOLE_GROUP = re.compile(r"考评组(?!长|成员)|考评小组(?!长)|每组|组成|总人数|共")
_REACH = 10
"""How many letters away from a number the word that says whom it counts may stand."""


class _Count(NamedTuple):
    people: int
    role: str
    whole: bool
    """It counts the whole group of examiners."""


def least_people(text: str) -> int | None:
    """Return the least number of examiners that `text` asks for, None where it names none.

    * Of a range, `3至5名`, it is the lower end.
    * Where several numbers must all hold, `每个工位1名，每组不少于3名`, it is the greatest.
    * A group listed by its roles, `组长1名、考评员2名`, is added up; what follows 其中 is
      part of what stands before it.
    * Candidates, supervisors and staff are not counted. `配比1:5`, 单数, 三级以上, 5年 are no
      numbers of people. `每10名考生2名考评员` counts (2) only where nothing else is said.
    """
    text = narrowed(text)
    counts = list(_counts(_RATIO.sub(lambda found: " " * len(found[0]), text)))
    if not counts:
        ratio = _RATIO.search(text)
        return whole_number(ratio["least"]) if ratio else None
    groups = [count.people for count in counts if count.whole]
    if groups:
        return max(groups)
    leaders = {count.role: count.people for count in reversed(counts) if count.role}
    members = [count.people for count in counts if not count.role]
    return sum(leaders.values()) + max(members, default=0)


def _counts(text: str) -> Iterator[_Count]:
    """Yield the numbers of examiners, each with the role of a leader or ""."""
    for sentence in _SENTENCE_END.split(text):
        stated = sentence.partition("其中")[0]
        if not _PEOPLE.search(stated) and not _HEADCOUNT.search(stated):
            stated = sentence
        for clause in _CLAUSE_END.split(stated):
            yield from _counts_in_clause(clause)


def _counts_in_clause(clause: str) -> Iterator[_Count]:
    found = list(_PEOPLE.finditer(clause)) or list(_HEADCOUNT.finditer(clause))
    roles = [_role(clause, found, index) for index in range(len(found))]
    has_leader = any(_LEADERS.search(role) for role in roles)
    for match, role in zip(found, roles, strict=True):
        people = whole_number(match["least"])
        if people is None or people == 0 or role == "other":
            continue
        if _NOT_A_COUNT.search(clause[: match.start()]):
            continue
        leader = _LEADERS.search(role)
        whole = not has_leader and _WHOLE_GROUP.search(clause) is not None
        yield _Count(people, leader[0] if leader else "", whole)


def _role(clause: str, found: list[re.Match[str]], index: int) -> str:
    """Return the words that say whom a number counts, or "other" for people who do not examine.

    In `组长1名、考评员2名` they stand before it, in `1名组长和2名考评员` after it.
    """
    match = found[index]
    begin = found[index - 1].end() if index else 0
    end = found[index + 1].start() if index + 1 < len(found) else len(clause)
    before = clause[max(begin, match.start() - _REACH) : match.start()]
    after = clause[match.end() : min(end, match.end() + _REACH)]
    counted_after = re.match(r"\s*(?:\(含\)|以上|及以上|的|为)*\s*([^、和及与\s]*)", after)
    near_after = counted_after[1] if counted_after else ""
    near_before = re.split(r"[、和及与\s]", before.rstrip(": "))[-1]
    for words in (near_after, near_before):
        if _LEADERS.search(words) or _EXAMINERS.search(words):
            return words
        if _OTHERS.search(words):
            return "other"
    return ""


# ── time ─────────────────────────────────────────────────────────────────────────────────

_RANGE = rf"(?:\s*(?:至|到|或|[-~])\s*{_NUMBER})?"
_HOUR = r"(?:小时|钟头|hours?(?![a-z])|hrs?(?![a-z])|h(?![a-z]))"
_MINUTE = r"(?:分钟|minutes?(?![a-z])|mins?(?![a-z]))"
_DURATION = re.compile(
    rf"(?P<half>半)\s*个?\s*{_HOUR}"
    rf"|(?<![第.\d{_CHINESE}])(?P<hours>{_NUMBER}){_RANGE}\s*个?\s*(?P<and_half>半)?\s*{_HOUR}"
    rf"(?:\s*[又零]?\s*(?P<over>{_NUMBER})\s*(?:{_MINUTE}|分))?"
    rf"|(?<![第.\d{_CHINESE}])(?P<minutes>{_NUMBER}){_RANGE}\s*{_MINUTE}",
    re.IGNORECASE,
)
_REPEATED = re.compile(r"\s*(?:\(|即|合|至|到|[-~])\s*$")
_OTHER_STAGE = re.compile(
    r"提前|提早|迟到|入场|进场|离场|开考[前后]|交卷|休息|准备时间|候考|公布|结束后|开始后"
)
_LONG_TIME = re.compile(
    rf"(?<![第月\d{_CHINESE}])(?:{_NUMBER}|半)\s*个?(?:工作日|[天日周]|学时|课时|星期)(?!内|前|后|以内|之内|之前)"
)
_TOTAL = re.compile(r"总(?!则|体)|共计|合计|一共|全程|共\s*$|累计")
_PART = re.compile(
    r"(?P<theory>理论|笔试|知识|机考)|(?P<practice>实操|操作|技能|实作|实践|实际)"
    r"|(?P<oral>答辩|口试|面试)|(?P<review>综合评审)"
)
_ANCHOR = re.compile(r"时间|时长|限时|用时|历时|时限")


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
    times = list(_times(narrowed(text)))
    total = next((time for time in times if _TOTAL.search(time.clause)), None)
    if total is not None:
        return total.minutes
    times = [time for time in times if not time.inside] or times
    plain = [time for time in times if not _PART.search(time.clause)]
    if not plain:
        parts = {_part(time.clause): time.minutes for time in reversed(times)}
        return sum(parts.values(), Decimal(0)) if parts else None
    anchored = [time for time in plain if _ANCHOR.search(time.clause)]
    if len({time.minutes for time in plain}) == 1:
        return plain[0].minutes
    return anchored[0].minutes if anchored else None


def duration_stated(text: str) -> bool:
    """Say whether `text` tells how long the assessment takes, in days or lessons as well."""
    text = narrowed(text)
    if any(True for _ in _times(text)):
        return True
    return any(
        not _OTHER_STAGE.search(clause) and _LONG_TIME.search(clause)
        for clause in _CLAUSE_END.split(text)
    )


def _times(text: str) -> Iterator[_Time]:
    for sentence in _SENTENCE_END.split(text):
        inside = False
        for clause in re.split("[,、]", sentence):
            inside = inside or "其中" in clause
            yield from _times_in_clause(clause, inside=inside)


def _times_in_clause(clause: str, *, inside: bool) -> Iterator[_Time]:
    if _OTHER_STAGE.search(clause):
        return
    begin = 0
    for match in _DURATION.finditer(clause):
        words = clause[begin : match.start()]
        if begin and _REPEATED.fullmatch(words):
            continue
        value = _minutes_of(match)
        if value is not None:
            yield _Time(value, words if len(words) > 1 else _following(clause, match), inside)
            begin = match.end()


def _following(clause: str, match: re.Match[str]) -> str:
    """Return 理论考试 of `60分钟理论考试`: what a time is of may stand behind it."""
    found = re.match(r"[^\d和及与]{1,8}", clause[match.end() :])
    return found[0] if found else ""


def _minutes_of(match: re.Match[str]) -> Decimal | None:
    if match["half"]:
        return Decimal(30)
    if match["minutes"]:
        return number(match["minutes"])
    hours = number(match["hours"])
    over = number(match["over"]) if match["over"] else Decimal(0)
    if hours is None or over is None:
        return None
    value = hours * 60 + (30 if match["and_half"] else 0) + over
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _part(clause: str) -> str | None:
    match = _PART.search(clause)
    return match.lastgroup if match else None


# ── marks ────────────────────────────────────────────────────────────────────────────────

_MARK = rf"(?:百分之\s*({_NUMBER})|({_NUMBER})\s*(?:%|分(?![钟之值数制项别段])))"
_INCLUDED = r"\s*(?:\(\s*含[^)]{0,8}\))?\s*"
_PASS = re.compile(
    rf"{_MARK}{_INCLUDED}(?:及其?以上|或以上|以上)?{_INCLUDED}"
    r"(?:成绩|者|的|即|则|均|方|可|视|算|评|认|定|判|为|是|作|[,\s])*(?:合格|及格|通过)"
)
_PASS_BEFORE = re.compile(
    rf"(?<!不)(?:合格|及格|通过)(?:成绩|分数线|分数|分值|分|线|标准)?"
    rf"(?:应|须|为|是|不低于|不少于|达到|达|至少|≥|>=|[:\s])*{_MARK}"
)
_REACHED = re.compile(
    rf"(?:达到|达|满|不低于|不少于|高于或等于|≥|>=)(?:或超过)?\s*{_MARK}|{_MARK}{_INCLUDED}"
    rf"(?:及其?以上|或以上|以上){_INCLUDED}"
    r"(?:者|的|[,\s]*(?:方|即)?(?:可|由)?(?:颁发|发给|核发|获得|取得))"
)
_FAIL = re.compile(
    rf"(?:低于|不足|未达到|未达|不满|少于|未满)\s*{_MARK}[^。;]{{0,6}}不(?:合格|及格|通过)"
)
_FAIL_BELOW = re.compile(rf"{_MARK}\s*以下[^。;]{{0,6}}不(?:合格|及格|通过)")
_GRADES = re.compile(r"优秀|良好|优良|优等")
_PRACTICE = re.compile(r"实操|实际操作|操作|技能")


def pass_mark(text: str) -> Decimal | None:
    """Return the mark from which one passes, None where `text` names none.

    百分之六十 is 60. Marks of other grades (90分以上为优秀) and times (60分钟) are none. Where
    theory and practice have marks of their own, it is that of practice.
    """
    marks = [found for clause in _mark_clauses(narrowed(text)) for found in _pass_marks(clause)]
    practice = [mark for clause, mark in marks if _PRACTICE.search(clause)]
    return practice[0] if practice else marks[0][1] if marks else None


def _mark_clauses(text: str) -> list[str]:
    """Split at the end of sentences, and where a new mark begins after a comma."""
    return re.split(rf"[。;\n]|[,、](?=[^。,;]{{0,12}}?{_NUMBER}\s*(?:%|分(?!钟)))", text)


def _pass_marks(clause: str | None) -> Iterator[tuple[str, Decimal]]:
    if not clause or ("分" not in clause and "%" not in clause):
        return
    patterns = [_PASS, _PASS_BEFORE, _FAIL, _FAIL_BELOW]
    if not _GRADES.search(clause):
        patterns.append(_REACHED)
    for pattern in patterns:
        for match in pattern.finditer(clause):
            value = _first_number(match)
            if value is not None:
                yield clause, value
                return


def _first_number(match: re.Match[str]) -> Decimal | None:
    return next((number(group) for group in match.groups() if group), None)


_SCALE = re.compile(
    rf"(?P<system>{_NUMBER})\s*分制"
    rf"|(?P<whole>总分|总成绩|卷面分)(?:值|数)?(?:[均各为是共计:\s])*(?P<total>{_NUMBER})\s*分"
    rf"|满分(?:值|数)?(?:均|各|为|是|[:\s])*(?P<full>{_NUMBER})\s*分?"
)


def full_mark(text: str) -> Decimal | None:
    """Return the highest mark of the scale, 100 for 百分制; None where `text` names none.

    Parts with different 满分 and no stated total give None: what they add up to is not said.
    """
    scales: list[tuple[bool, Decimal]] = []
    for match in _SCALE.finditer(narrowed(text)):
        value = number(match["system"] or match["total"] or match["full"])
        if value is not None and value > 0:
            scales.append((match["full"] is None, value))
    totals = [value for is_total, value in scales if is_total]
    if totals:
        return totals[0]
    values = {value for _, value in scales}
    return values.pop() if len(values) == 1 else None
