"""The projects that a field lists, parted as people part them (附件3 专项职业能力考核项目)."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from specvalidator.extract.lines import filled

_PRINTED = r"[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]|(?<!\d)\d{1,2}\s*[.．、](?!\d)|[①-⑳]"
_NUMBER = re.compile(
    rf"(?:^|(?<=[\s、，,；;。]))\s*(?:{_PRINTED}|[一二三四五六七八九十]{{1,2}}、(?![一二三四五六七八九十]))"
)
_NUMBERED = re.compile(
    rf"\s*(?:{_PRINTED}|(?<=[\s、，,；;。])[一二三四五六七八九十]{{1,2}}、|^[一二三四五六七八九十]{{1,2}}、)"
)
"""A number of a list that begins with one: then the others need no mark before them."""
_COUNTED = re.compile(
    r"^(?:共计?|合计)?\s*[\d一二三四五六七八九十]{1,3}\s*[个项种](?:项目)?\s*[:：]\s*"
)
_SURE = re.compile(r"[、，,；;。\n\t\u3000]|\s{2,}|(?<=[）)])\s+")
_SLASH = re.compile(r"\s*[/／|｜+＋]\s*")
_JOINT = re.compile(r"\s+|以及|[和及与]")
_BRACKETS = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]*[）)\]】〕]")
_MANY = re.compile(
    r"(?<=.{2})等(?:[\d一二三四五六七八九十]*[个项种])?(?:专项(?:职业)?能力)?(?:考核)?(?:项目)?$"
)
_WHOLE = 4
"""Letters of a name that says what is done to what: 柳筐编织. Two such are two projects."""
_ALONE = 2
"""Letters of the shortest name: 剪纸."""


class ListedProject(NamedTuple):
    """One of the projects of a list."""

    name: str
    certain: bool = True
    """False where it may be several."""


def projects_in(text: str) -> list[ListedProject]:
    """Return the projects that a text lists; marks inside brackets part none.

    A slash parts names that can both stand alone, and so do a space and 和; where only one of
    them can, as in 中式/西式面点制作, nobody can tell from the words.
    """
    brackets: list[str] = []
    hidden = _BRACKETS.sub(lambda found: _put_away(found[0], brackets), _COUNTED.sub("", text))
    begun = _NUMBER.match(hidden)
    numbered = (_NUMBERED if begun else _NUMBER).sub("\n", hidden)
    found = [
        each
        for part in _SURE.split(numbered)
        if (name := filled(_MANY.sub("", part.strip(" \t\u3000。"))))
        for each in _parted(name)
    ]
    return [each._replace(name=_put_back(each.name, brackets)) for each in found]


def settled(project: ListedProject, known: Container[str]) -> list[ListedProject]:
    """Return the projects that an uncertain one holds where each of them is known by itself."""
    joined = _JOINT.split(project.name)
    if project.certain or not all(each in known for each in joined):
        return [project]
    return [ListedProject(each) for each in joined]


def _parted(name: str) -> Iterator[ListedProject]:
    slashed, joined = _SLASH.split(name), _JOINT.split(name)
    if len(slashed) > 1 and (_are_whole(slashed) or _are_alike(slashed)):
        yield from (ListedProject(each) for each in slashed)
    elif len(slashed) > 1:
        yield ListedProject(name, certain=any(len(each) < _ALONE for each in slashed))
    elif len(joined) > 1 and _are_whole(joined):
        spaced = re.search(r"\s", name) is not None
        if spaced:
            yield from (ListedProject(each) for each in joined)
        else:
            yield ListedProject(name, certain=False)
    else:
        yield ListedProject(name)


def _are_whole(names: list[str]) -> bool:
    return all(len(each) >= _WHOLE and not each.isascii() for each in names)


def _are_alike(names: list[str]) -> bool:
    """Say whether names of crafts stand beside each other: 剪纸/面塑."""
    return all(len(each) >= _ALONE for each in names) and len(set(map(len, names))) == 1


def _put_away(bracket: str, brackets: list[str]) -> str:
    """Put a bracket that holds more than a number aside; its mark stands for it."""
    if _NUMBER.match(bracket):
        return bracket
    brackets.append(bracket)
    return chr(_MARK + len(brackets) - 1)


def _put_back(name: str, brackets: list[str]) -> str:
    return "".join(
        brackets[ord(letter) - _MARK] if 0 <= ord(letter) - _MARK < len(brackets) else letter
        for letter in name
    )


_MARK = 0xF0000
"""A letter of private use; brackets put aside are counted from it."""
