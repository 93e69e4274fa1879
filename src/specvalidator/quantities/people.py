"""How many examiners a text asks for: 不少于3名考评员, 组长1名和考评员2名."""

import re
from collections.abc import Iterator
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
_PEOPLE = (
    rf"(?<![第.\d{CHINESE}])(?P<least>{NUMBER})\s*(?:\(\s*(?:{NUMBER}|含)\s*\)\s*)?"
    rf"(?:(?:名|位|人)?\s*(?:至|到|或|[-~])\s*{NUMBER}\s*)?"
    r"(?:名|位|人(?![次转])|个(?=\s*(?:以上|及以上)?(?:的)?(?:考评(?!组)|人)))"
)
_COUNTING = frozenset("名位人个")
"""A word without which `_PEOPLE` finds nothing; most clauses have none."""
_HEADCOUNT = (
    rf"(?:人数[^。、,;\d{CHINESE}]{{0,8}}|考评(?:员|人员)\s*[为:]\s*)"
    rf"(?P<least>{NUMBER})(?![\d.:%级年月]|\s*个?(?:小时|工作日))"
)
_RINGED = "(?<=[于为由设共至到含有])[①-⑨](?=\\s*[名位人个])"
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
_OTHERS = (
    *("督导", "考生", "学员", "应试", "参考", "申报", "工作人员", "监考", "考务", "安全员", "助理"),
    *("辅助", "引导", "管理人员", "技术人员", "记录员", "统分", "保障", "医护", "候考"),
)
_LEADERS = re.compile(r"组长|主考|主评|高级考评")
_EXAMINERS = ("考评员", "考评人员", "成员", "组员", "评委", "裁判", "专家", "考评师")
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
    text = re.sub(_RINGED, lambda found: str(ord(found[0]) - _RINGED_ZERO), tidied(text))
    has_ratio = "每" in text and any(word in text for word in _CANDIDATES)
    ratio = re.search(_RATIO, text) if has_ratio else None
    stated = re.sub(_RATIO, lambda found: " " * len(found[0]), text) if ratio else text
    counts = list(_counts(stated))
    if not counts:
        return whole_number(ratio["least"]) if ratio else None
    groups = [count.people for count in counts if count.whole]
    if groups:
        return max(groups)
    leaders = {count.role: count.people for count in reversed(counts) if count.role}
    members = [count.people for count in counts if not count.role]
    return sum(leaders.values()) + max(members, default=0)


def _counts(text: str) -> Iterator[_Count]:
    """Yield the numbers of examiners, each with the role of a leader or ""."""
    for sentence in sentences(text):
        stated = sentence.partition("其中")[0]
        if not _people(stated) and not _headcounts(stated):
            stated = sentence
        for clause in clauses(stated):
            yield from _counts_in_clause(clause)


def _counts_in_clause(clause: str) -> Iterator[_Count]:
    found = _people(clause) or _headcounts(clause)
    if not found:
        return
    roles = [_role(clause, found, index) for index in range(len(found))]
    has_leader = any(_LEADERS.search(role) for role in roles)
    whole = not has_leader and _WHOLE_GROUP.search(clause) is not None
    for match, role in zip(found, roles, strict=True):
        people = whole_number(match["least"])
        if people is None or people == 0 or role == "other":
            continue
        if clause[max(0, match.start() - _REACH) : match.start()].rstrip().endswith(_NOT_A_COUNT):
            continue
        leader = _LEADERS.search(role)
        yield _Count(people, leader[0] if leader else "", whole)


def _people(text: str) -> list[re.Match[str]]:
    return [] if _COUNTING.isdisjoint(text) else list(re.finditer(fitting(_PEOPLE, text), text))


def _headcounts(text: str) -> list[re.Match[str]]:
    if "人数" in text or ("考评" in text and ("为" in text or ":" in text)):
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
    for words in (near_after, near_before):
        if _LEADERS.search(words) or any(word in words for word in _EXAMINERS):
            return words
        if any(word in words for word in _OTHERS):
            return "other"
    return ""
