"""The projects of an application: named as abilities, and published (附件2 二；附件1 一)."""

import datetime as dt
from typing import Literal

from specvalidator.catalogue import Catalogue, Published
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare
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


class FromCatalogue(Params):
    """Which projects are published, and how alike a misprinted name is."""

    catalogue: Catalogue
    near: int
    form_words: tuple[str, ...] = ()


@check(
    "projects-published",
    facts=("name", "nearest", "since", "date"),
    variants=("nearest", "later"),
)
def projects_published(form: Application, params: FromCatalogue) -> Yields:
    """Every project is in the catalogue of published ones.

    A name that resembles a published one may be misprinted, and a project may have been
    published after the application was signed: a person looks.
    """
    if is_absent(form.projects):
        yield Moot("/projects")
    published = {_core(each.name, params): each for each in params.catalogue}
    for index, name in enumerate(form.projects):
        path = f"/projects/{index}"
        found = published.get(_core(name, params))
        if found is None:
            nearest = _nearest(name, params)
            facts = _facts(name, nearest, None)
            yield Doubt(path, facts, "nearest") if nearest else Problem(path, facts)
        elif found.since and form.opinion.date and form.opinion.date < found.since:
            yield Doubt(path, _facts(name, found, form.opinion.date), "later", ("/opinion/date",))


def _facts(name: str, near: Published | None, date: dt.date | None) -> Facts:
    return {
        "name": name,
        "nearest": near.name if near else "",
        "since": near.since.isoformat() if near and near.since else "",
        "date": date.isoformat() if date else "",
    }


def _core(name: str, params: FromCatalogue) -> str:
    core = bare(name)
    for word in params.form_words:
        core = core.removesuffix(word)
    return core or bare(name)


def _nearest(name: str, params: FromCatalogue) -> Published | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, and seldom needed

    names = [_core(each.name, params) for each in params.catalogue]
    found = process.extractOne(
        _core(name, params), names, scorer=fuzz.ratio, score_cutoff=params.near
    )
    return params.catalogue[found[2]] if found else None
