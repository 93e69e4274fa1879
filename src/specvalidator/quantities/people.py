"""How many examiners a text asks for: 不少于3名考评员, 组长1名和考评员2名."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from specvalidator.quantities.numbers import (
    CHINESE,
    NUMBER,
    clauses,
    fitting,
    sentences,
    tidied,
    whole_number,
)

# Patterns as text are compiled when they are first needed, which takes a millisecond each.
_OF_WHAT = r"(?=\s*(?:(?:以上|及以上|或以上)\s*)?(?:的)?(?:考评(?!组|员?证)|人|\(|[,、.]|$))"
_PEOPLE = (
    rf"(?<![第.\d{CHINESE}])(?P<least>{NUMBER})\s*(?:\(\s*(?:{NUMBER}|含)\s*\)\s*)?"
    rf"(?:(?:名|位|人)?\s*(?:至|到|或|及|[-~])\s*{NUMBER}\s*)?"
    rf"(?:名|位|人(?![次转])|个{_OF_WHAT})"
)
_COUNTING = frozenset("名位人个")
"""A word without which `_PEOPLE` finds nothing; most clauses have none."""
_HEADCOUNT = (
    rf"(?:人数[^。、,;\d{CHINESE}]{{0,8}}"
    r"|考评(?:员|人员)(?:人数|数量)?\s*(?:[为共:≥]|>=|不少于|不得少于|不低于|至少|最少)*\s*)"
    rf"(?P<least>{NUMBER})(?![\d.:%级年月周岁{CHINESE}]|\s*(?:个|年|以上)?(?:小时|工作日|组|级|年))"
)
_RINGED = "(?:^|(?<=[于为由设共至到含有]))[①-⑨](?=\\s*[名位人个])"
"""A number in a ring where a number is due, and no item of a list."""
_RINGED_ZERO = ord("①") - 1
_CANDIDATES = ("考生", "学员", "人员", "应试者")
_RATIO = (
    rf"每\s*{NUMBER}\s*(?:名|位|个|人)\S{{0,8}}?(?:{'|'.join(_CANDIDATES)})"
    rf"\S{{0,6}}?(?P<least>{NUMBER})\s*(?:名|位|人)"
)
_NOT_A_COUNT = (
    *("同", "每", "任", "任何", "某", "逐", "哪", "任意"),
    *("不超过", "不多于", "至多", "最多", "不得超过"),
)
_MORE_PERHAPS = rf"(?:增|增加|扩)[至到]\s*{NUMBER}"
"""No least number where there is another: 2名，必要时增至3名."""
_OTHERS = (
    *("督导", "考生", "学员", "应试", "参考", "申报", "工作人员", "监考", "考务", "安全员", "助理"),
    *(
        "辅助",
        "引导",
        "管理人员",
        "技术人员",
        "记录员",
        "统分",
        "保障",
        "计时",
        "计分",
        "登分",
        "巡考",
        "医护",
        "候考",
    ),
)
_MADE_UP = (
    r"考评(?:员|人员|组|小组)(?:应|须|需|一般)*由[^、,和及与]*(?:技术|管理)人员"
    r"(?:组成|担任|构成|承担)"
)
"""Of technicians who are the examiners themselves: 考评员由3名农业技术人员组成."""
_LEADERS = re.compile(r"组长|主考|主评|高级考评")
_EXAMINERS = ("考评员", "考评人员", "成员", "组员", "评委", "裁判", "专家", "考评师")
_WHOLE_GROUP = re.compile(r"考评组(?!长|成员)|考评小组(?!长)|每组|组成|总人数|共")
_REACH = 10
"""How many letters away from a number the word that says whom it counts may stand."""
_WINDOW = 32
"""How many letters before a number may say of what, or in which case, it is one."""
_UNCOUNTED_LEADER = r"(?<![副名人位])(?:考评)?组长\s*(?:带领|带|以?及|和|与|、|加|外加)"
_ADDED = rf"({NUMBER})\s*\+\s*(?:组员|成员|考评员)?\s*({NUMBER})(?=\s*[名位人])"
"""1+2人, 组长1+组员2人: a leader and two members."""
_MORE_THAN = (*("超过", "多于", "大于", "高于"), ">")
"""Before a number these leave the number itself out."""
_LEAST_ALONE = r"^(?:不少于|不得少于|不低于|至少|最少|[≥≧]|>=)\s*"
_EACH_KIND = r"(?P<kinds>[^,;。]{0,24}?)各\s*$"
_CONDITION = r"\s*(?:以[内上下]|及以[上下])?\s*(?:时|的(?=[,:\s配设增每由应须安派])|者)"
_ASIDE = r"\((?:含|包括)[^()]*\)|(?<=[名位人])\([^()]*[名位人][^()]*\)"
_ONE_OR_TWO = {"单人": 1, "双人": 2, "两人": 2}
_JUDGING = r"(?P<people>[单双两]人)\s*(?:共同|同时|独立|交叉)?(?:考评|评分|评判|评定|打分)"


class _Count(NamedTuple):
    people: int
    role: str
    whole: bool
    """It counts the whole group of examiners."""
    listed: bool
    """It is a part of a group that is listed, and no least number for each place or case."""


@lru_cache(maxsize=64)  # several rules ask about the same text
def least_people(text: str) -> int | None:
    """Return the least number of examiners that `text` asks for, None where it names none.

    * Of a range, `3至5名`, it is the lower end.
    * Where several numbers must all hold, `每个工位1名，每组不少于3名`, it is the greatest.
    * A group listed by its roles or kinds, `组长1名、考评员2名` or `校内1名、校外2名`, is added
      up; what follows 其中 is part of what stands before it.
    * Candidates, supervisors and staff are not counted. `配比1:5`, 单数, 三级以上, 5年 are no
      numbers of people. `每10名考生2名考评员` counts (2) only where nothing else is said.
    """
    text = re.sub(_ASIDE, "", re.sub(r"\(([名位人])\)", r"\1", tidied(text)))
    text = re.sub(_RINGED, lambda found: str(ord(found[0]) - _RINGED_ZERO), text)
    if "+" in text:
        text = re.sub(fitting(_ADDED, text), _sum, text)
    has_ratio = "每" in text and any(word in text for word in _CANDIDATES)
    ratio = re.search(_RATIO, text) if has_ratio else None
    stated = re.sub(_RATIO, lambda found: " " * len(found[0]), text) if ratio else text
    listed = _listed(re.sub(_MORE_PERHAPS, "", stated)) if "至" in text or "到" in text else []
    listed = listed if any(listed) else _listed(stated)
    counts = [count for sentence in listed for count in sentence]
    if not counts:
        alone = re.sub(_LEAST_ALONE, "", text.strip(" .。"))
        return whole_number(ratio["least"] if ratio else alone) or None
    groups = [count.people for count in counts if count.whole]
    if groups:
        return max(groups)
    leaders = {count.role: count.people for count in reversed(counts) if count.role}
    return max(
        sum(leaders.values()) + max((c.people for c in counts if not c.role), default=0),
        *(sum(count.people for count in sentence if count.listed) for sentence in listed),
    )


def _listed(text: str) -> list[list[_Count]]:
    """Return the counts of each sentence."""
    return [list(_counts_in_sentence(sentence)) for sentence in sentences(text)]


def _sum(match: re.Match[str]) -> str:
    numbers = [whole_number(match[1]), whole_number(match[2])]
    return match[0] if None in numbers else str(sum(each or 0 for each in numbers))


def _counts_in_sentence(sentence: str) -> Iterator[_Count]:
    """Yield the numbers of examiners, each with the role of a leader or ""."""
    stated = sentence.partition("其中")[0]
    if not _people(stated) and not _headcounts(stated) and not re.search(_JUDGING, stated):
        stated = sentence
    for clause in clauses(stated):
        yield from _counts_in_clause(clause)


def _counts_in_clause(clause: str) -> Iterator[_Count]:
    said = re.search(_JUDGING, clause)
    if said:
        yield _Count(_ONE_OR_TWO[said["people"]], "", whole=False, listed=True)
    found = [
        match
        for match in _people(clause) or _headcounts(clause)
        if said is None or not said.start() <= match.start() < said.end()
    ]
    if not found:
        return
    roles = [_role(clause, found, index) for index in range(len(found))]
    alone = re.search(_UNCOUNTED_LEADER, clause[: found[0].start()])
    has_leader = alone is not None or any(_LEADERS.search(role) for role in roles)
    whole = not has_leader and len(found) == 1 and _WHOLE_GROUP.search(clause) is not None
    if alone:
        yield _Count(1, "组长", whole=False, listed=True)
    for match, role in zip(found, roles, strict=True):
        people = whole_number(match["least"])
        before = clause[max(0, match.start() - _WINDOW) : match.start()].rstrip()
        if people is None or people == 0 or role == "other" or _is_condition(clause, match):
            continue
        if before[-_REACH:].endswith(_NOT_A_COUNT):
            continue
        kinds = re.search(_EACH_KIND, before)
        people *= _kinds(kinds["kinds"]) if kinds else 1
        people += before.endswith(_MORE_THAN)
        leader = _LEADERS.search(role)
        listed = not any(word in before for word in _CASES)
        yield _Count(people, leader[0] if leader else "", whole, listed)


def _is_condition(clause: str, match: re.Match[str]) -> bool:
    """Say whether a number of people is that of a case: 超过10人时."""
    behind = clause[match.end() : match.end() + _REACH]
    return match[0].endswith("人") and re.match(_CONDITION, behind) is not None


def _kinds(words: str) -> int:
    """Return how many kinds of people 各 speaks of: two, or one more than the words between."""
    kinds = re.split("[、,和与及]", words)
    return max(2, len(kinds)) - sum(any(other in kind for other in _OTHERS) for kind in kinds)


_CASES = ("每", "时", "增加", "另增", "超过", "以内", "以下")
"""Before a number these make it one of a place or a case, and no part of a list."""


def _people(text: str) -> list[re.Match[str]]:
    return [] if _COUNTING.isdisjoint(text) else list(re.finditer(fitting(_PEOPLE, text), text))


def _headcounts(text: str) -> list[re.Match[str]]:
    if "人数" in text or "考评" in text:
        return list(re.finditer(_HEADCOUNT, text))
    return []


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
    if near_before.endswith("各"):
        near_before = ""
    if len(found) == 1 and re.search(_MADE_UP, clause):
        return near_after
    for words in (near_after, near_before):
        if _LEADERS.search(words) or any(word in words for word in _EXAMINERS):
            return words
        if any(word in words for word in _OTHERS):
            return "other"
    return ""
