"""The names of projects on any form: no occupations, and without levels (附件2 一、二)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, Field

from specvalidator.checks.base import Yields, check, is_absent, values_at
from specvalidator.checks.naming import Naming, Relation, likeness, names_at
from specvalidator.checks.specification.level import Levels, level_in_name, levels_stated
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.placeholders import placeholder_of

_VARIANTS: dict[Relation, Literal["title", "doubtful", "near"] | None] = {
    "same": None,
    "title": "title",
    "doubtful": "doubtful",
    "near": "near",
}
_LISTED = re.compile(
    r"[、，,；;。\n\t|/／]|(?<![\d.])\d{1,2}\s*[.．、]|[（(][\d一二三四五六七八九十]{1,3}[）)]"
)
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_INTRODUCED = re.compile(
    r"^.{0,24}(?:如下|包括|分别为|为|是|共\s*\d+\s*[个项])[:：]?|^[^:：]{0,16}[:：]"
)
_LEFT_OUT = re.compile(
    r"(?:(?<=.{2})等(?!离子).{0,12}|[\d一二两三四五六七八九十]+个.{0,12}|专项(?:职业)?能力.*|考核项目|项目|考核)$"
)
_PROSE = re.compile(
    r"见[附下上官公表后本网《]|(?<![自缘理])由|须[由在经为有于按达具提]|应[当由按须达为在于以符具参携提到向经至有该]"
    r"|请[于各在按到登将有携见参认广及务关]|按[照规要公上有本省市通时期国项附统]|依[据法照规]|可以|评判|打分|安排|组织|报名|申报|不少于|以上|名称|时间|根据|具有|从事|公布|等级|目录|附[件表]"
)
"""Words of sentences about projects; 应用 and 按摩 are none."""
_LONGEST_NAME = 16
"""Letters; a longer piece of a text is a sentence, and names no project."""


def project_names(record: BaseModel, at: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield (path, name) for each project; a text that lists several yields each that is short."""
    for path, value in names_at(record, at):
        if path.rpartition("/")[2].isdecimal():
            yield path, value
        else:
            yield from ((path, name) for name in _listed(value))


@lru_cache(maxsize=64)  # each rule on names asks about the same few texts
def _listed(text: str) -> tuple[str, ...]:
    """Return the projects that a text lists, as far as they are told from sentences."""
    return tuple(_names_in(text))


def _names_in(text: str) -> Iterator[str]:
    kept = _BRACKETS.sub(lambda found: found[0].translate(_INSIDE), text)
    for piece in _LISTED.split(_without_prose(kept)):
        bare = _INTRODUCED.sub("", piece.strip(' 　“”《》"')).strip(' 　“”《》"')
        name = _LEFT_OUT.sub("", bare).translate(_OUTSIDE)
        if 1 < len(_BRACKETS.sub("", name)) <= _LONGEST_NAME and placeholder_of(name) is None:
            yield name


def _without_prose(text: str) -> str:
    """Return a text without the sentences that are no lists of names."""
    sentences = re.split(r"(?<=[。；;\n])", text)
    return "".join(each for each in sentences if not _PROSE.search("".join(each.split())))


_INSIDE = str.maketrans("、，,；;。/／", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007")
_OUTSIDE = {new: old for old, new in _INSIDE.items()}
"""What parts projects parts none inside brackets: 柳筐编织（收纳筐、花篮）."""


class ProjectNaming(Naming):
    """What is known about titles, and whether a name that nearly is one is asked about."""

    nearly: bool = Field(
        default=True, description="Whether 茶艺, short of 茶艺师 by a letter, is a question"
    )
    unnamed: Literal["any", "one-of-several"] | None = Field(
        default=None,
        description="Which items like 略 are a question of this rule; null where another asks",
    )


@check(
    "projects-named-as-abilities",
    facts=("name", "ending", "title", "code"),
    variants=("title", "doubtful", "near", "unnamed"),
)
def projects_named_as_abilities(record: BaseModel, params: ProjectNaming) -> Yields:
    """No project is named like an occupation; names that only may be are for a person.

    So is an item of a list that stands in for a name: 略.
    """
    names = list(project_names(record, params.at))
    if params.unnamed == "any" or (params.unnamed == "one-of-several" and names):
        yield from _unnamed(record, params)
    if not names:
        yield Moot(params.at[0])
    for path, name in names:
        like = likeness(name, params)
        if like is None or (like.relation == "near" and not params.nearly):
            continue
        facts: Facts = {
            "name": name,
            "ending": like.ending,
            "title": like.title,
            "code": like.code,
        }
        outcome = Problem if like.relation in ("same", "title") else Doubt
        yield outcome(path, facts, _VARIANTS[like.relation])


def _unnamed(record: BaseModel, params: ProjectNaming) -> Iterator[Doubt]:
    """Yield one question for the items of a list that name no project."""
    written = {
        path: name.strip()
        for pattern in params.at
        for path, name in values_at(record, pattern)
        if isinstance(name, str) and is_absent(name)
    }
    if written:
        facts: Facts = {
            "name": "、".join(dict.fromkeys(written.values())),
            **dict.fromkeys(("ending", "title", "code"), ""),
        }
        first, *more = written
        yield Doubt(first, facts, "unnamed", tuple(more))


@check("projects-without-level", facts=("name", "level"), variants=("review",))
def projects_without_level(record: BaseModel, params: Levels) -> Yields:
    """No project has a level; a word that may be another is for a person."""
    names = list(project_names(record, params.at))
    if not names:
        yield Moot(params.at[0])
    told: set[str] = set()
    for path, name in names:
        found = None if path in told else level_in_name(name, params)
        if found is not None:
            told.add(path)  # of a text that lists several, the first is enough
            outcome = Problem if found.certain else Doubt
            yield outcome(path, {"name": name, "level": found.word})
    for path, text in names_at(record, params.at):
        stated = None if path in told else levels_stated(text)
        if stated is not None:
            yield Problem(path, {"name": text, "level": stated})
