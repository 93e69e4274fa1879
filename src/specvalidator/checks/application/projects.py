"""The projects of an application: named as abilities (附件2 二)."""

from typing import Literal

from specvalidator.checks.base import Yields, check
from specvalidator.checks.naming import Naming, Relation, likeness, names_at
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.application import Application

_VARIANTS: dict[Relation, Literal["title", "doubtful", "near"] | None] = {
    "same": None,
    "title": "title",
    "doubtful": "doubtful",
    "near": "near",
}


@check(
    "projects-named-as-abilities",
    facts=("name", "ending", "title", "code"),
    variants=("title", "doubtful", "near"),
)
def projects_named_as_abilities(form: Application, params: Naming) -> Yields:
    """No project is named like an occupation; names that only may be are for a person."""
    names = list(names_at(form, params.at))
    if not names:
        yield Moot(params.at[0])
    for path, name in names:
        like = likeness(name, params)
        if like is None:
            continue
        facts: Facts = {
            "name": name,
            "ending": like.ending,
            "title": like.title,
            "code": like.code,
        }
        outcome = Problem if like.relation in ("same", "title") else Doubt
        yield outcome(path, facts, _VARIANTS[like.relation])
