"""The name of the ability, in the title, the table and the definition (附件2 二、五)."""

import re
from collections.abc import Iterator

from specvalidator.checks.absence import VARIANTS, absent
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import core
from specvalidator.checks.specification.definition import defined_as, named
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.specification import Specification
from specvalidator.wording import Words


@check("missing-name", facts=("written",), variants=VARIANTS)
def missing_name(spec: Specification, _: Params) -> Yields:
    """The ability is named in the title or in the table; a word for nothing is no name."""
    if spec.name is None and spec.ability_name is not None:
        outcome = absent("/ability_name", spec.ability_name, {})
    else:
        outcome = absent("/name", spec.name, {})
    if outcome is not None:
        yield outcome


@check("missing-ability-name", facts=("written",), variants=VARIANTS)
def missing_ability_name(spec: Specification, _: Params) -> Yields:
    """The table names the ability; where nothing does, that it has no name is said elsewhere."""
    nowhere = is_absent(spec.ability_name) and is_absent(spec.name)
    if not has_content_table(spec) or nowhere:
        yield Moot("/ability_name")
        return
    outcome = absent("/ability_name", spec.ability_name, {})
    if outcome is not None:
        yield outcome


def has_content_table(spec: Specification) -> bool:
    """Say whether anything of the content table was found."""
    return bool(spec.tasks or spec.missing_columns or spec.ability_name or spec.occupation)


_TAIL = r"(?<=..)(?:技术|技艺|工艺|手艺|技巧|实务)$"
"""Words behind a name that may mean the same ability: 柳筐编织技术."""
_CALLED = {
    "/name": Words("标题", "the title"),
    "/ability_name": Words("能力名称", "能力名称"),
    "/definition": Words("定义开头的名称", "定义"),
}


@check("inconsistent-name", facts=("names",), variants=("review",))
def inconsistent_name(spec: Specification, _: Params) -> Yields:
    """The ability has the same name in the title, in the table and before the definition's ——.

    The fault is at the first name that differs from the first one given. A definition that begins
    竹篮编织是指… may mean the same by other words, and so may 竹篮编织技术.
    """
    names = dict(_names(spec))
    if not names:
        yield Moot("/name")
        return
    first = next(iter(names))
    others = [path for path in names if core(names[path]) != core(names[first])]
    if others:
        at, *more = others
        alike = len({re.sub(_TAIL, "", core(name)) for name in names.values()}) == 1
        outcome = Doubt if alike else Problem
        yield outcome(at, {"names": _listed(names)}, related=(first, *more))
        return
    defined = defined_as(spec.definition or "")
    if defined and "/definition" not in names and core(defined) != core(names[first]):
        facts = {"names": _listed({**names, "/definition": defined})}
        yield Doubt("/definition", facts, related=(first,))


def _names(spec: Specification) -> Iterator[tuple[str, str]]:
    before_dash, _ = named(spec.definition or "")
    for path, name in (
        ("/name", spec.name),
        ("/ability_name", spec.ability_name),
        ("/definition", before_dash),
    ):
        if name and not is_absent(name):
            yield path, name


def _listed(names: dict[str, str]) -> Words:
    return Words(
        "，".join(f"{_CALLED[path].zh}为“{name}”" for path, name in names.items()),
        ", ".join(f"“{name}” in {_CALLED[path].en}" for path, name in names.items()),
    )
