"""What the name of an ability must not be: a trade or an occupation (附件2 二、名称).

A name is at most one of these, so that one fault is said once: an occupation's own title, a
title by its ending, perhaps a title, nearly an occupation's title, or without a verb.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import (
    BaseModel,
    Field,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from specvalidator.checks.base import Params, Yields, check, is_absent, values_at
from specvalidator.checks.likeness import core, without_brackets
from specvalidator.findings import Doubt, Moot, Problem

LETTERED_LEVEL = r"l(?:v|evel)?[.-]?[1-5]"
"""A level in letters: L3, Lv.2, Level-1."""

Meaning = Literal["title", "ordinary", "doubtful", "alone", "split"]
"""What an ending makes of a name: a title; an ordinary word (海带加工); either (网店美工); either
where it is all of the name (翻译), and a deed behind other words (合同翻译); or a title whose end
only looks like an ordinary word (社区绿化工 is 绿化 + 工, not 化工)."""

Relation = Literal["same", "title", "doubtful", "near"]
"""In which way a name is like a title: it is one, ends like one, perhaps does, is short of one."""


class Ending(Params):
    """How a name may end, and what that means; the longest ending that fits decides."""

    ending: str = Field(min_length=1)
    meaning: Meaning
    why: str = Field(description="What the ending says, for who proof-reads the list")


_Rows = tuple[dict[str, str], ...]  # not models: one draft is judged faster than 1,600 are made


def _with_code_and_name(
    given: object, validate: ValidatorFunctionWrapHandler, info: ValidationInfo
) -> _Rows:
    """Validate a list; where a context is given, lists that several rules are given only once."""
    known: dict[int, _Rows] = {} if info.context is None else info.context
    if id(given) not in known:
        rows: _Rows = validate(given)
        if any(row.keys() != {"code", "name"} for row in rows):
            columns = {"columns": "code, name"}
            raise PydanticCustomError("columns", "needs the columns {columns}", columns)
        known[id(given)] = rows
    return known[id(given)]


Occupations = Annotated[_Rows, WrapValidator(_with_code_and_name)]
"""Code and title of each occupation, a 细类 of the 职业分类大典."""


class AtFirst(Params):
    """Where to look: at the first of these places where something stands."""

    at: tuple[str, ...] = Field(min_length=1, description="Paths; * stands for any item of a list")


class Naming(AtFirst):
    """What is known about titles."""

    endings: tuple[Ending, ...]
    occupations: Occupations
    edition: str = Field(description="Edition of the 职业分类大典 that `occupations` holds")

    @cached_property
    def meanings(self) -> dict[str, Meaning]:
        """The meaning of each ending."""
        return {each.ending: each.meaning for each in self.endings}

    @cached_property
    def longest(self) -> int:
        """How many letters the longest ending has."""
        return max(map(len, self.meanings), default=0)

    @cached_property
    def titles(self) -> list[str]:
        """The endings that make a title of any word, in their order."""
        return [each.ending for each in self.endings if each.meaning == "title"]

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each occupation by its title."""
        return {each["name"]: each["code"] for each in self.occupations}


class Likeness(NamedTuple):
    """In which way a name is like a title."""

    relation: Relation
    ending: str = ""
    title: str = ""
    code: str = ""


def names_at(record: BaseModel, at: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield (path, name) for each name at the first of the places where any stands."""
    for pattern in at:
        given = [(path, name) for path, name in values_at(record, pattern) if not is_absent(name)]
        if given:
            yield from given
            return


def likeness(name: str, naming: Naming) -> Likeness | None:
    """Say in which way a name is like a title, None where it is not."""
    return _title_in(name, naming) or _title_near(name, naming)


def _title_in(name: str, naming: Naming) -> Likeness | None:
    """Say in which way a name is a title or ends like one."""
    word = without_brackets(core(name))
    if word in naming.codes:
        return Likeness("same", title=word, code=naming.codes[word])
    first = max(0, len(word) - naming.longest)
    endings = [word[at:] for at in range(first, len(word)) if word[at:] in naming.meanings]
    meaning = naming.meanings[endings[0]] if endings else "ordinary"
    if meaning == "alone":
        meaning = "doubtful" if endings[0] == word else "ordinary"
    if meaning == "doubtful":
        return Likeness("doubtful", ending=endings[0])
    if meaning != "ordinary":
        return Likeness("title", ending=_longest_title(endings, naming))
    return None


def _title_near(name: str, naming: Naming) -> Likeness | None:
    """Say which title a name would be with 工, 员 or 师 behind it."""
    word = without_brackets(core(name))
    for ending in naming.titles:
        title = word + ending
        if title in naming.codes:
            return Likeness("near", ending=ending, title=title, code=naming.codes[title])
    return None


def _longest_title(endings: list[str], naming: Naming) -> str:
    """Return the longest of a name's endings that is a title itself: 工 of 绿化工."""
    titles = (each for each in endings if naming.meanings[each] == "title")
    return next(titles, endings[0])


def _judged(
    record: BaseModel, params: Naming, outcomes: Mapping[Relation, type[Problem | Doubt]]
) -> Yields:
    """Yield an outcome for each name that is like a title in these ways; moot without a name."""
    names = list(names_at(record, params.at))
    if not names:
        yield Moot(params.at[0])
    look = likeness if "near" in outcomes else _title_in
    for path, name in names:
        like = look(name, params)
        if like is not None and like.relation in outcomes:
            facts = {"name": name, "ending": like.ending, "title": like.title, "code": like.code}
            yield outcomes[like.relation](path, facts)


_FACTS = ("name", "ending", "title", "code")


@check("occupation-as-name", facts=_FACTS)
def occupation_as_name(record: BaseModel, params: Naming) -> Yields:
    """A name is not the title of an occupation."""
    yield from _judged(record, params, {"same": Problem})


@check("job-title-suffix", facts=_FACTS, variants=("review",))
def job_title_suffix(record: BaseModel, params: Naming) -> Yields:
    """A name does not end like a title; that it is the title of an occupation is said elsewhere."""
    yield from _judged(record, params, {"title": Problem, "doubtful": Doubt})


@check("near-occupation-name", facts=_FACTS)
def near_occupation_name(record: BaseModel, params: Naming) -> Yields:
    """A name does not become the title of an occupation by 工, 员 or 师."""
    yield from _judged(record, params, {"near": Doubt})


class Action(Naming):
    """Which words say that something is done."""

    actions: tuple[str, ...] = Field(min_length=1, description="Words that a name may end with")
    tails: tuple[str, ...] = Field(default=(), description="Words that may stand behind the verb")
    before_object: str = Field(
        default="", description="Letters that are a verb before an object of one letter: 裱花"
    )


@check("name-without-action", facts=("name",))
def name_without_action(record: BaseModel, params: Action) -> Yields:
    """A name ends in a verb; of one that is like a title, more is said elsewhere."""
    names = list(names_at(record, params.at))
    if not names:
        yield Moot(params.at[0])
    for path, name in names:
        word = without_brackets(core(name))
        word = re.sub(rf"{LETTERED_LEVEL}$", "", word) if word[-1:].isdecimal() else word
        shorter = [word.removesuffix(tail) for tail in params.tails if word.endswith(tail)]
        acts = any(_ends_in_action(each, params) for each in (word, *shorter))
        if not acts and likeness(name, params) is None:
            yield Doubt(path, {"name": name})


def _ends_in_action(word: str, params: Action) -> bool:
    return word.endswith(params.actions) or word[-2:-1] in set(params.before_object)
