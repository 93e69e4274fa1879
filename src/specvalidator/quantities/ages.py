"""Ages from which somebody is admitted: 年满16周岁, 16岁以上, 16至60周岁."""

import re
from collections.abc import Iterator

from specvalidator.quantities.numbers import NUMBER, fitting, tidied, whole_number

_AGE = (
    rf"(?P<before>.{{0,3}}?)(?<![\d.])(?P<from>{NUMBER})\s*(?:周?岁)?\s*(?:(?:-|~|至|到)+\s*{NUMBER}\s*)?"
    r"(?:周岁|岁)\s*(?P<behind>.{0,4})"
)
_BELOW = re.compile(r"(?:未满|不满|未达|不足|小于|(?<!不)低于|少于|(?<!不)超过|<)\s*$")
_ADMITTED = r"\s*(?:周岁|岁)?(?:者|的|人员|人)?(?:亦|也|均|都|同样)?(?:可|能|准予|允许|不限)"
"""Behind 不满16周岁 it says that even these are admitted."""
_CHILDREN = (
    r"(?:小学生?|中小学生|儿童|少年儿童|青少年)(?:(?!除外|不)[^，。,;；]){0,6}(?:可|能|欢迎|不限)"
)
_CHILD = 6
"""The age from which one goes to school."""
_UP_TO = re.compile(r"\(?(?:不含)?(?:以下|以内|以前|之前|及以下|及其以下|\(含\)以下)")


def least_age(text: str) -> int | None:
    """Return the age in years from which a text admits people, None where it names none.

    Of several the least: who is younger is admitted by one of them. 未满18周岁 and 60周岁以下 say
    whom it does not admit; 不满16周岁亦可 and 小学生均可 admit children.
    """
    ages = list(_ages(tidied(text)))
    return min(ages, default=None)


def _ages(text: str) -> Iterator[int]:
    if re.search(_CHILDREN, text):
        yield _CHILD
    if "岁" not in text:
        return
    for match in re.finditer(fitting(_AGE, text), text):
        before = text[max(0, match.start("from") - 4) : match.start("from")]
        age = whole_number(match["from"])
        is_range = re.search(r"[-~至到]", match[0][match.start("from") - match.start() :])
        if age is None:
            continue
        if _BELOW.search(before):
            if re.match(_ADMITTED, match["behind"]):
                yield age - 1
            continue
        if _UP_TO.match(match["behind"]) and not is_range:
            continue
        yield age
