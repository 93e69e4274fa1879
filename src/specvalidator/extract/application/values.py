"""Numbers of the form as written: 15人, 35岁, 4台, 120 M^2, （2）个教室."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from specvalidator.quantities import narrowed, number, whole_number
from specvalidator.quantities.numbers import CHINESE

_NUMBER = rf"(?:\d+(?:\.\d+)?|[{CHINESE}]+)"
_ALL_TOLD = r"(?:共计|共有|共|合计|总计|总数|总共|计|现有|在编|在岗|在册)?\s*[:为]?\s*"
_COUNT = re.compile(
    rf"{_ALL_TOLD}(?P<number>{_NUMBER})\s*\(?(?:人|名|位|个)?\)?(?:整|教?职工|员工|教师|工作人员)?\s*[。.]?"
)
_ASIDE = re.compile(
    r"(?<=[\d人名位])\s*(?:\([^()]*\)|[,;]\s*(?:其中|含|包括|女|男|专职|兼职)[^()]*)$"
)
"""What may be said beside a number of people: 20人（含兼职5人）, 20人，其中女8人."""
_AGE = re.compile(rf"(?:年?满)?(?P<number>{_NUMBER})\s*\(?(?:周?岁)?\)?")
_QUANTITY = re.compile(
    rf"{_ALL_TOLD}(?P<number>{_NUMBER})\s*(?:[台套组个件]/[台套组个件]|[^\d/余多几来至到批些宗~-]{{0,8}})"
)
_SPARE = re.compile(r"\s*(?:\([^()]*\)|,[^,]*备用[^,]*)$")
"""What may be said of some of them: 12张（其中3张备用）."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNIT_IN_BRACKETS = re.compile(r"\(([个间])\)")
_UNIT = re.compile(r"[Mm]\s*(?:\^\s*2|²|2)|㎡|平方米|平米|平方公尺")
_AREA = re.compile(rf"(?P<number>{_NUMBER})\s*(?:㎡|平方|平)?")
_AREA_WORDS = re.compile(r"(?:建筑|使用|总)?面\s*积|合计|总计|共计|[:：共约_＿,，;；。、㎡\s]")
_ROOM = re.compile(
    r"(?:\((?P<inside>[^()]*)\)|(?P<before>[^\s(),，、;；:：个间]*))\s*(?:个|间)\s*"
    r"(?P<kind>教\s*室|操\s*作\s*室)"
    rf"|(?P<kind_before>教\s*室|操\s*作\s*室)\s*[:：]?\s*\(?(?P<behind>\s*{_NUMBER}\s*)\)?\s*(?:个|间)"
)
_BORN = (
    r"(?P<year>(?:19|20)\d\d)\s*(?:年|[-./])\s*"
    r"(?:\d{1,2}\s*(?:月|[-./])?\s*(?:\d{1,2}\s*日?)?)?(?:出?生)?"
)
_NONE = r"[（(]?\s*(?:无|没有|暂无)\s*[）)]?。?"
"""专职教师数：无 says that there are none."""
_BETWEEN_LETTERS = re.compile(r"(?<=[\u3400-\u9fff·])\s+(?=[\u3400-\u9fff·])")

RoomKind = Literal["classrooms", "workshops"]
"""教室 or 操作室."""


def count_of(text: str) -> int | None:
    """Return a number of people: 15, 15人, 共15名, 0 for 无; None for anything else."""
    written = _THOUSANDS.sub("", narrowed(text).strip())
    match = _COUNT.fullmatch(_ASIDE.sub("", written))
    if match is None:
        return 0 if re.fullmatch(_NONE, text.strip()) else None
    return whole_number(match["number"])


def age_of(text: str) -> int | None:
    """Return an age in years: 35, 35岁, 三十五周岁; None for anything else.

    A year or a day of birth is returned as its year, and a sign is kept: whether that can be an age
    is for a rule to say.
    """
    written = narrowed(text).strip()
    if born := re.fullmatch(_BORN, written):
        return int(born["year"])
    match = _AGE.fullmatch(written.removeprefix("-"))
    age = whole_number(match["number"]) if match else None
    return -age if age is not None and written.startswith("-") else age


def quantity_of(text: str) -> Decimal | None:
    """Return a quantity, with or without its unit: 4, 4台, 两套; None for 若干, 一批, 10余台."""
    match = _QUANTITY.fullmatch(_SPARE.sub("", narrowed(text).strip()))
    return number(match["number"]) if match else None


def unspaced(name: str) -> str:
    """Return 王伟 for 王　伟: names of two letters are spaced to the width of three."""
    return _BETWEEN_LETTERS.sub("", name)


class Entry(NamedTuple):
    """A number of a form's line, and where it stands in the text."""

    number: Decimal | None
    written: str
    """What was filled in; "" for nothing."""
    at: int
    """Where in the text it stands or should stand."""


class RoomsLine(NamedTuple):
    """（2）个教室 面积 120 M²."""

    kind: RoomKind
    rooms: Entry
    area: Entry


def rooms_in(text: str) -> list[RoomsLine]:
    """Return the rooms that a text gives, each with the area that follows it."""
    text = _UNIT_IN_BRACKETS.sub(r" \1 ", narrowed(text))
    found = list(_ROOM.finditer(text))
    lines = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        kind: RoomKind = "classrooms" if "教" in match[0] else "workshops"
        lines.append(RoomsLine(kind, _rooms(match), _area(text, match.end(), end)))
    return lines


def _rooms(match: re.Match[str]) -> Entry:
    part = next(
        (part for part in ("inside", "before", "behind") if match[part] is not None), "before"
    )
    written = (match[part] or "").strip(" _")
    counted = re.sub(r"^(?:共|计)+|[个间\s]*(?:教室|操作室)?$", "", written)
    return Entry(number(counted.rstrip("个间 ")), written, match.start())


def _area(text: str, begin: int, end: int) -> Entry:
    written = _THOUSANDS.sub("", _UNIT.sub("㎡", text[begin:end]))
    match = _AREA.search(written)
    rest = _AREA_WORDS.sub("", written).replace("()", "")
    alone = re.sub(r"[㎡\s]", "", match[0]) if match else ""
    if match is None or rest not in (alone, match["number"]):
        words = re.split(r"面\s*积", text[begin:end])[-1]
        shown = _UNIT.sub("", words).strip(" :_") if rest.strip("()") else ""
        return Entry(None, shown, max(begin, end - 1))
    return Entry(number(match["number"]), match["number"], begin + _offset(text, begin, match))


def _offset(text: str, begin: int, match: re.Match[str]) -> int:
    """Return where the number stands behind `begin`; units before it may have been shortened."""
    at = text.find(match["number"], begin + max(match.start() - 1, 0))
    return max(at - begin, 0)
