"""Skill levels, which an ability does not have: 不划分等级 (附件2 一（一）)."""

import re
from functools import cached_property
from typing import NamedTuple

from pydantic import Field

from specvalidator.checks.base import Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.checks.naming import AtFirst, names_at
from specvalidator.checks.specification.definition import named
from specvalidator.findings import Doubt, Problem
from specvalidator.models.specification import Specification

# Patterns as text are compiled when they are first needed: few documents need them.
_PRINTED_LEVEL = r"(?<![a-z0-9.])(?:([1-5])|(i{1,3}|iv|v))(?=级)"
_NUMERALS = {"1": "一", "2": "二", "3": "三", "4": "四", "5": "五"} | {
    "i": "一",
    "ii": "二",
    "iii": "三",
    "iv": "四",
    "v": "五",
}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = r"[/、,，·~\-至到和与及或]|以上"
_DIVIDED = r"(?:能力|技能)[^,。;]{0,6}(?:划?分)(?:为|成)?[^,。;]{0,10}?(?:等级|级别|级)"
"""An ability that is divided into levels; goods that are graded are none."""


class Levels(AtFirst):
    """Words for the level of a worker, and where they mean something else."""

    levels: tuple[str, ...] = Field(min_length=1, description="Words that are a level")
    ambiguous: tuple[str, ...] = Field(
        default=(), description="Levels that before a noun may mean something else: 高级酒店"
    )
    workers: tuple[str, ...] = Field(default=(), description="Workers of a level: 高级工")
    standing: tuple[str, ...] = Field(
        default=(), description="Words that behind a level in a definition make it one: 水平"
    )
    ordinary: tuple[str, ...] = Field(
        default=(), description="Expressions in which such a word is no level: 初级农产品"
    )

    @cached_property
    def any_level(self) -> str:
        """A pattern of one level or worker of a level, the longest first."""
        words = sorted((*self.levels, *self.workers), key=len, reverse=True)
        return "|".join(map(re.escape, words))


class SkillLevel(NamedTuple):
    """A level that was found."""

    word: str
    certain: bool


@check("skill-level", facts=("name", "level"), variants=("review", "definition"))
def skill_level(spec: Specification, params: Levels) -> Yields:
    """Neither name nor definition gives the ability a level. Silent about levels of examiners."""
    for path, name in names_at(spec, params.at):
        found = level_in_name(name, params)
        if found is not None:
            outcome = Problem if found.certain else Doubt
            yield outcome(path, {"name": name, "level": found.word})
    if spec.definition is not None and not is_absent(spec.definition):
        word = _level_in_definition(_plain(named(spec.definition)[1], params), params)
        if word is not None:
            yield Problem("/definition", {"name": "", "level": word}, variant="definition")


def level_in_name(name: str, params: Levels) -> SkillLevel | None:
    """Return the level that the name of an ability holds, None where it has none."""
    return _level_in_name(_plain(name, params), params)


def _plain(text: str, params: Levels) -> str:
    """Return a bare text with levels as 三级, and without expressions that hold none."""
    plain = bare(text)
    if "级" in plain:
        plain = re.sub(_PRINTED_LEVEL, lambda match: _NUMERALS[match[1] or match[2]], plain)
    for expression in sorted(params.ordinary, key=len, reverse=True):
        plain = plain.replace(expression, "□")
    return plain


def _level_in_name(name: str, params: Levels) -> SkillLevel | None:
    """Find a level in brackets, at the end or at the beginning of a name, or inside it.

    A worker's title at the end (拉面高级工) is no level here: it is said to be a title.
    """
    bracketed = _level_in_brackets(name, params)
    if bracketed:
        return SkillLevel(bracketed, certain=True)
    rest = _BRACKETS.sub("", name)
    for worker in sorted(params.workers, key=len, reverse=True):
        rest = rest.removesuffix(worker)
    for level in params.levels:
        certain = level not in params.ambiguous
        if rest.endswith(level) and rest != level:
            return SkillLevel(level, certain=True)
        if rest.startswith(level):
            return SkillLevel(level, certain)
        if certain and level in rest:
            return SkillLevel(level, certain=False)
    return None


def _level_in_definition(definition: str, params: Levels) -> str | None:
    """Find a level that can only be one: with 水平 behind it, in brackets, or a division."""
    standing = "|".join(map(re.escape, params.standing))
    with_standing = any(word in definition for word in params.standing) and re.search(
        f"(?:{params.any_level})(?:{standing})", definition
    )
    divided = "级" in definition and re.search(_DIVIDED, definition)
    return (
        _level_in_brackets(definition, params)
        or (with_standing and with_standing[0])
        or (divided and divided[0])
        or None
    )


def _level_in_brackets(text: str, params: Levels) -> str | None:
    """Find brackets that hold nothing but levels: (三级/高级工)."""
    only_levels = f"(?:(?:{params.any_level})(?:{_BETWEEN})*)+"
    found = _BRACKETS.findall(text)
    return next((each for each in found if re.fullmatch(only_levels, each)), None)
