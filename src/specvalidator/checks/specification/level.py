"""Skill levels, which an ability does not have: 不划分等级 (附件2 一（一）)."""

import re
from functools import cached_property
from typing import NamedTuple

from pydantic import Field

from specvalidator.checks.base import Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.checks.naming import LETTERED_LEVEL, AtFirst, names_at
from specvalidator.checks.specification.definition import named
from specvalidator.findings import Doubt, Problem
from specvalidator.models.specification import Specification

# Patterns as text are compiled when they are first needed: few documents need them.
_PRINTED_LEVEL = r"(?<![a-z0-9.])(?:([1-5壹贰叁肆伍])|(i{1,3}|iv|v))(?=级)"
_NUMERALS = dict(zip("12345壹贰叁肆伍", "一二三四五" * 2, strict=True)) | {
    "i": "一",
    "ii": "二",
    "iii": "三",
    "iv": "四",
    "v": "五",
}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = r"[/、,，·~\-至到和与及或]|以上"
_SEPARATED = r"[、/,和与及至到~-]"
_LISTED = rf"(?:[初中高]级?{_SEPARATED}?)+[初中高]级|(?:[一二三四五]级?{_SEPARATED})+[一二三四五]级"
"""Levels that share their 级: 初、中、高级, 中高级, 三、四级."""
_COURSE = r"(?:班|组|级|阶段|水平|程度|课程|证书|技能|能力|标准|考核|部分|版)?"
"""What brackets may add to a level: （初级班）."""
_STAGE = r"(?:入门|基础|提高|提升|进阶|专家|大师|熟练)(?:级|班|阶段)"
_LABEL = r"(?:(?:职业|技能|技术)*(?:等级|级别)[:为是]?|国家(?:职业资格)?|第|准)?"
"""What brackets may say before a level: （等级：三级）."""
_SPAN = r"[1-5][至到~-][一二三四五]级|[一二三四五][至到~-]?[一二三四五]级"
_PERHAPS = r"[a-e甲乙丙低]级|中等级|[初中高进]阶|i{1,3}|iv|v|[初中高]|[1-5一二三四五]星级?"
"""What may be a level in brackets, or a kind, a part or a model."""
_STEPS = (
    r"^(?:[初中高进]阶|[一二三四五]{2}级)"
    r"|(?<=.{2})(?:[初中高进]阶|[a-e甲乙丙]级|(?:入门|提高|专家)级)$"
)
_LETTERED_END = rf"(?<=[^\x00-\x7f]{{2}}){LETTERED_LEVEL}$"
"""What may be a level at either end of a name."""
_CERTIFIED = r"(?:职业资格|技能等级|技术等级|职业技能)(?:证书)?"
_GOODS = r"[将把对按]|标准|要求"
_DIVIDED = (
    rf"(?:能力|技能)(?:(?!{_GOODS}|不|无|未)[^,。;]){{0,6}}划?分(?:为|成)?"
    r"[^,。;]{0,10}?(?:等级|级别|级)"
)
"""An ability that is divided into levels; goods that are graded are none."""
_DONE = re.compile(r"能力(?=[,。;.!(]|$)")
_SET = (
    r"(?:划?分|设|共有?|包括|含)[^,。;]{0,8}(?:等级|级别|[一二三四五]级|[初中高]级)"
    r"|(?:等级|级别)[:为是][^,。;]{0,4}级"
)
_DENIED = r"不|无|未|非"


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
        return "|".join(map(re.escape, _longest_first((*self.levels, *self.workers))))

    @cached_property
    def any_standing(self) -> str:
        """A pattern of one word that makes a level in a definition one."""
        return "|".join(map(re.escape, self.standing))

    @cached_property
    def longest_ordinary(self) -> list[str]:
        """The expressions that are no level, the longest first."""
        return _longest_first(self.ordinary)

    @cached_property
    def longest_workers(self) -> list[str]:
        """The workers of a level, the longest first."""
        return _longest_first(self.workers)


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=len, reverse=True)


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


def levels_stated(text: str) -> str | None:
    """Return the words of a text that set levels: 均设初级、中级; None where it sets none."""
    for clause in re.split("[。;；\n]", text) if "级" in text else ():
        found = None if re.search(_DENIED, clause) else re.search(_SET, bare(clause))
        if found:
            return found[0]
    return None


def _plain(text: str, params: Levels) -> str:
    """Return a bare text with levels as 三级, and without expressions that hold none."""
    plain = bare(text)
    if "级" in plain:
        plain = re.sub(_PRINTED_LEVEL, lambda match: _NUMERALS[match[1] or match[2]], plain)
    for expression in params.longest_ordinary:
        plain = plain.replace(expression, "□")
    return plain


def _level_in_name(name: str, params: Levels) -> SkillLevel | None:
    """Find a level in brackets, at the end or at the beginning of a name, or inside it.

    A worker's title at the end (拉面高级工) is no level here: it is said to be a title.
    """
    bracketed = _level_in_brackets(name, params)
    if bracketed:
        return bracketed
    rest = _BRACKETS.sub("", name)
    for worker in params.longest_workers:
        rest = rest.removesuffix(worker)
    return (
        _listed_in_name(rest)
        or _certified_in_name(rest, params)
        or _single(rest, params)
        or _step(rest)
    )


def _step(rest: str) -> SkillLevel | None:
    found = re.search(_STEPS, rest) if "阶" in rest or "级" in rest else None
    if found is None and "l" in rest:
        found = re.search(_LETTERED_END, rest)
    return SkillLevel(found[0], certain=False) if found else None


def _listed_in_name(rest: str) -> SkillLevel | None:
    """Find 初、中、高级 in a name; before a noun 中高级 may mean something else."""
    found = re.search(_LISTED, rest) if "级" in rest else None
    if found is None or found[0] == rest:
        return None
    certain = found.end() == len(rest) or "初" in found[0]
    return SkillLevel(found[0], certain)


def _certified_in_name(rest: str, params: Levels) -> SkillLevel | None:
    found = re.search(f"{_CERTIFIED}(?:{params.any_level})", rest) if "级" in rest else None
    return SkillLevel(found[0], certain=True) if found else None


def _single(rest: str, params: Levels) -> SkillLevel | None:
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
    with_standing = any(word in definition for word in params.standing) and re.search(
        f"(?:{params.any_level})(?:技能)?(?:{params.any_standing})"
        f"|(?:相当于(?:国家)?{_CERTIFIED}|{_CERTIFIED}[为是:])(?:{params.any_level})",
        definition,
    )
    bracketed = _level_in_brackets(definition, params)
    if bracketed and bracketed.certain:
        return bracketed.word
    of_ability = "级" in definition and re.search(
        f"的(?:{params.any_level})(?:专项|职业|技能|操作)*(?:能力|技能)(?=[,。;.(]|$)", definition
    )
    if of_ability:
        return of_ability[0].removeprefix("的")
    divided = "级" in definition and re.search(_DIVIDED, definition)
    return (
        (with_standing and with_standing[0])
        or (divided and divided[0])
        or _level_behind_ability(definition)
    )


def _level_behind_ability(definition: str) -> str | None:
    """Find levels that are set behind ……的能力, where no goods are spoken of any more."""
    ends = [match.end() for match in _DONE.finditer(definition)]
    for clause in re.split("[,。;]", definition[ends[0] :]) if ends and "级" in definition else ():
        found = None if re.search(_DENIED, clause) else re.search(_SET, clause)
        if found:
            return found[0]
    return None


def _level_in_brackets(text: str, params: Levels) -> SkillLevel | None:
    """Find brackets that hold nothing but levels: (三级/高级工), (初、中、高级), (初级班)."""
    levels = f"(?:(?:{_LISTED}|{_SPAN}|{params.any_level})(?:{_BETWEEN})*)+"
    only_levels = f"{_LABEL}{levels}{_COURSE}|{LETTERED_LEVEL}"
    for each in _BRACKETS.findall(text):
        if re.fullmatch(only_levels, each):
            return SkillLevel(each, certain=True)
        if re.fullmatch(f"{_STAGE}|{_PERHAPS}", each):
            return SkillLevel(each, certain=False)
    return None
