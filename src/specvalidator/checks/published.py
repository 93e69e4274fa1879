"""Whether projects are among those that were published (附件1 一)."""

import datetime as dt

from pydantic import BaseModel, Field

from specvalidator.catalogue import Catalogue, Published
from specvalidator.checks.base import Params, Yields, check, is_absent, values_at
from specvalidator.checks.likeness import bare
from specvalidator.findings import Doubt, Facts, Moot, Problem


class FromCatalogue(Params):
    """Where the projects and their day are, which are published, how alike a misprint is."""

    at: str = Field(description="Path of the projects' names; * stands for any item of a list")
    day: str = Field(description="Path of the date by which they must be published")
    catalogue: Catalogue
    near: int
    form_words: tuple[str, ...] = ()


@check(
    "projects-published",
    facts=("name", "nearest", "since", "date"),
    variants=("nearest", "later"),
)
def projects_published(record: BaseModel, params: FromCatalogue) -> Yields:
    """Every project is in the catalogue of published ones.

    A name that resembles a published one may be misprinted, and a project may have been
    published too late: a person looks.
    """
    named = [(path, name) for path, name in values_at(record, params.at) if not is_absent(name)]
    if not named:
        yield Moot(params.at.removesuffix("/*"))
    published = {_core(each.name, params): each for each in params.catalogue}
    day: dt.date | None = next(date for _, date in values_at(record, params.day))
    for path, name in named:
        found = published.get(_core(name, params))
        if found is None:
            nearest = _nearest(name, params)
            facts = _facts(name, nearest, None)
            yield Doubt(path, facts, "nearest") if nearest else Problem(path, facts)
        elif found.since and day and day < found.since:
            yield Doubt(path, _facts(name, found, day), "later", (params.day,))


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
