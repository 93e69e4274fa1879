"""Whether projects are among those that were published (附件1 一)."""

import datetime as dt

from pydantic import BaseModel, Field

from specvalidator.catalogue import Catalogue, Published
from specvalidator.checks.base import Params, Places, Yields, check, is_absent, values_at
from specvalidator.checks.likeness import bare, core
from specvalidator.checks.projects import project_names
from specvalidator.dates import in_chinese
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.wording import Words


class FromCatalogue(Params):
    """Where the projects and their day are, which are published, how alike a misprint is."""

    at: Places = Field(description="Path of the projects' names; * stands for any item of a list")
    day: str = Field(description="Path of the date by which they must be published, or nothing")
    catalogue: Catalogue
    near: int
    form_words: tuple[str, ...] = ()


@check(
    "projects-published",
    facts=("name", "nearest", "since", "date"),
    variants=("nearest", "later", "review"),
)
def projects_published(record: BaseModel, params: FromCatalogue) -> Yields:
    """Every project is in the catalogue of published ones.

    A name that resembles a published one may be misprinted, and a project may have been
    published too late: a person looks.
    """
    named = list(project_names(record, params.at))
    if not named:
        yield Moot(params.at[0].removesuffix("/*"))
    published = {_core(each.name, params): each for each in params.catalogue}
    day = _day(record, params)
    for path, name in named:
        found = published.get(_core(name, params))
        if found is None:
            nearest = _nearest(name, params)
            facts = _facts(name, nearest, None)
            if nearest:
                yield Doubt(path, facts, "nearest")
            else:  # a project in a list of its own; of a text, what names one is not certain
                listed = path.rpartition("/")[2].isdecimal()
                yield Problem(path, facts) if listed else Doubt(path, facts)
        elif found.since and day and params.day and day < found.since:
            yield Doubt(path, _facts(name, found, day), "later", (params.day,))


class NotYetPublished(Params):
    """Where the name is, and which are published."""

    at: Places = Field(description="Paths of the name")
    catalogue: Catalogue
    form_words: tuple[str, ...] = ()


@check("already-published", facts=("name", "since"))
def already_published(record: BaseModel, params: NotYetPublished) -> Yields:
    """A name that is drafted anew is in the catalogue already: a revision, or a double?"""
    published = {_core(each.name, params): each for each in params.catalogue}
    for at in params.at:
        for path, name in values_at(record, at):
            found = None if is_absent(name) else published.get(_core(name, params))
            if is_absent(name):
                yield Moot(path)
            elif found is not None:
                yield Doubt(path, {"name": found.name, "since": _said(found.since)}, None)


def _day(record: BaseModel, params: FromCatalogue) -> dt.date | None:
    days = [date for _, date in values_at(record, params.day)] if params.day else []
    return next(iter(days), None)


def _facts(name: str, near: Published | None, date: dt.date | None) -> Facts:
    return {
        "name": name,
        "nearest": near.name if near else "",
        "since": _said(near and near.since),
        "date": _said(date),
    }


def _said(day: dt.date | None) -> str | Words:
    return Words(in_chinese(day), day.isoformat()) if day else ""


def _core(name: str, params: FromCatalogue | NotYetPublished) -> str:
    left = core(name)
    while word := next((each for each in params.form_words if left.endswith(each)), None):
        left = left.removesuffix(word)
    return left or bare(name)


def _nearest(name: str, params: FromCatalogue) -> Published | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, and seldom needed

    names = [_core(each.name, params) for each in params.catalogue]
    found = process.extractOne(
        _core(name, params), names, scorer=fuzz.ratio, score_cutoff=params.near
    )
    return params.catalogue[found[2]] if found else None
