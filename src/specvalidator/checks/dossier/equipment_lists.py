"""The equipment that a requirement names: parts of its lists that end like equipment (附件2 六.4).

A requirement names equipment in lists: behind 配备 or 工具：, parted by 、，； and ended by a full
stop. A part of a list counts as a piece of equipment when, without quantities, brackets and what
stands before 的, it ends like one (机, 台, 刀 …) and is no general word (设备, 工具).
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest

from pydantic import Field

from specvalidator.checks.base import Params

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_ALONE = r"(?<=[，。；、,;场人位组生室名\s])配(?![备置有合套制料方电])"
"""配 for 配备, as in 每人配剪刀; not that of 装配 or 配电箱."""
_LIST_END = re.compile(r"[。\n！!]")
_SEPARATOR = re.compile(r"[、，,；;]")
_EITHER = re.compile(r"或者?|/")
_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+|若干|数)"
_UNIT = "(?:台套|[台套个把张件只支副组块盏条根辆部口双间具架盘瓶卷份对])"
_QUANTITY = re.compile(
    rf"(?:每(?:个|名)?(?:人|考生|工位|组|间|台|室)?)?(?:各|至少|不少于|不低于)?{_NUMBER}{_UNIT}(?:以上)?"
    rf"|{_NUMBER}?(?:以上|若干)|各一$|/每?(?:人|名|组|工位|考生)"
    r"|^(?:每(?:个|名)?(?:人|考生|工位|组)|各|以?及)"
)
_SIZE = re.compile(
    r"\d+(?:\.\d+)?\s*(?:mm|cm|m|kg|g|kw|w|v|l|ml|寸|英寸|升|毫米|厘米|米|吨|千克|克)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:等等?|之类)(?:(?:常用|专用|相关|必要|所需)?(?:的)?(?:工具|设备|设施|器材|用具|器具|物品|用品)*)$"
)
_JOINT = re.compile(r"以及|及|和|与")
_LONGEST = 12
"""No piece of equipment has a longer name; what is longer is a sentence."""
_LONGEST_PART = 80
"""With its quantity and size; a longer part of a list is prose."""


class ListWords(Params):
    """How equipment is named."""

    openings: tuple[str, ...] = Field(min_length=1, description="Words that a list follows")
    titles: tuple[str, ...] = Field(description="Words that a list follows behind a colon")
    endings: tuple[str, ...] = Field(min_length=1, description="How a piece of equipment ends")
    general: tuple[str, ...] = Field(description="Words that name no equipment of their own")
    never: tuple[str, ...] = Field(description="Words that no name of equipment holds")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Where a list begins."""
        opened = "|".join(map(re.escape, self.openings))
        titled = "|".join(map(re.escape, self.titles))
        titled = rf"(?:{titled})(?:有|为|包括|如下|要求)*[:：]"
        return re.compile(rf"(?:{opened}|{_ALONE})(?:有|了|以下|如下)*[:：]?|{titled}")


def equipment_named(text: str, words: ListWords) -> Iterator[str]:
    """Yield the equipment that a requirement names in its lists; `A或B` stays together."""
    text = _BRACKETS.sub("", text)
    openings = list(words.opening.finditer(text))
    for found, following in zip_longest(openings, openings[1:]):
        rest = text[found.end() : following.start() if following else len(text)]
        for part in _SEPARATOR.split(_LIST_END.split(rest, maxsplit=1)[0]):
            if len(part) <= _LONGEST_PART:
                yield from _pieces(part, words)


def _pieces(part: str, words: ListWords) -> Iterator[str]:
    """Yield the one piece of equipment in a part of a list, or both that 和 joins."""
    name = _stripped(part)
    for joint in _JOINT.finditer(name):
        left, right = _stripped(name[: joint.start()]), _stripped(name[joint.end() :])
        if _is_equipment(left, words) and _is_equipment(right, words):
            yield from (left, right)
            return
    # Where only one side is known, 和 may be a letter of its name: nobody can tell.
    if _is_equipment(name, words) and not _JOINT.search(name, 1):
        yield name


def _stripped(part: str) -> str:
    """Return a part of a list without quantities, sizes and what stands before 的."""
    name = _ENDING.sub("", _SIZE.sub("", part.strip()))
    before = None
    while before != name:
        before = name
        name = _QUANTITY.sub("", name).strip(" \t:：.．")
    return name.rpartition("的")[2]


def _is_equipment(name: str, words: ListWords) -> bool:
    return (
        0 < len(name) <= _LONGEST
        and name.endswith(words.endings)
        and name not in words.general
        and not any(word in name for word in words.never)
    )


def without_sizes(text: str) -> str:
    """Return a text without brackets and sizes."""
    return _SIZE.sub("", _BRACKETS.sub("", text))


def alternatives(name: str) -> list[str]:
    """Return the pieces of equipment of which one is enough: 电磁炉或燃气灶 are two."""
    return [one for one in _EITHER.split(name) if one]
