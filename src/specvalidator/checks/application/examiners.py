"""The examiners of an application: enough for each project, each once (附件3 备注、考评员情况)."""

from collections.abc import Sequence
from itertools import combinations

from pydantic import Field

from specvalidator.checks.application.fit import NamedTrade, TradeWords, fit, project_of, trades_of
from specvalidator.checks.application.people import head_counts, is_namesake, is_same_person
from specvalidator.checks.base import Params, Yields, check
from specvalidator.checks.likeness import bare
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.application import Application, Examiner
from specvalidator.wording import Words


class Enough(TradeWords):
    """How many examiners each project has."""

    least: int = Field(ge=1, description="Least number of people for each project")


@check(
    "examiners-for-each-project",
    facts=("project", "found", "more", "people", "unsure"),
    variants=("none", "review", "general", "no-project"),
)
def examiners_for_each_project(form: Application, params: Enough) -> Yields:
    """Each project has enough people whose 考评工种 fits it.

    With a single project an empty or general trade counts towards it, which is noted; with
    several, whom it is meant for is uncertain.
    """
    if not form.projects:
        yield from _for_any_project(form, params)
        return
    trades = [trades_of(row.trade, params) for row in form.examiners]
    general = [index for index, named in enumerate(trades) if not named]
    for index in range(len(form.projects)):
        yield from _for_project(form, index, trades, params)
    if len(form.projects) == 1 and general:
        first, *more = [f"/examiners/{index}/trade" for index in general]
        people = _listed([form.examiners[index] for index in general])
        facts: Facts = {"project": form.projects[0], "people": people, **_NOTHING}
        yield Problem(first, facts, "general", tuple(more))


_NOTHING: Facts = {"found": "", "more": "", "unsure": ""}


def _for_any_project(form: Application, params: Enough) -> Yields:
    """Without a project, too few people for any is a fault all the same."""
    _, found = head_counts(form.examiners)
    if found < params.least:
        yield Problem("/examiners", _facts("", found, form.examiners, (), params), "no-project")
    else:
        yield Moot("/projects")


def _for_project(
    form: Application, index: int, trades: Sequence[tuple[NamedTrade, ...]], params: Enough
) -> Yields:
    project = form.projects[index]
    named = project_of(project, params)
    general = "fits" if len(form.projects) == 1 else "unsure"
    certain: list[Examiner] = []
    unsure: list[Examiner] = []
    for row, trade in zip(form.examiners, trades, strict=True):
        found = fit(trade, named, params) if trade else general
        if found != "no":
            (certain if found == "fits" else unsure).append(row)
    least, _ = head_counts(certain)
    _, most = head_counts(certain + unsure)
    if least >= params.least:
        return
    path, related = f"/projects/{index}", ("/examiners",)
    if most < params.least:
        facts = _facts(project, most, certain + unsure, (), params)
        yield Problem(path, facts, None if most else "none", related)
    else:
        yield Doubt(path, _facts(project, least, certain, unsure, params), related=related)


def _facts(
    project: str, found: int, people: Sequence[Examiner], unsure: Sequence[Examiner], params: Enough
) -> Facts:
    return {
        "project": project,
        "found": str(found),
        "more": str(params.least - found),
        "people": _listed(people),
        "unsure": _listed(unsure or people),
    }


def _listed(people: Sequence[Examiner]) -> Words:
    """Name people with their trades; one who stands in several rows is named once."""
    named = list(dict.fromkeys(_called(each) for each in people))
    return Words("、".join(named), ", ".join(named))


def _called(person: Examiner) -> str:
    name = person.name or person.certificate_number or "（未写姓名）"
    return f"{name}（{person.trade}）" if person.trade else name


@check("examiners-matched", facts=("person", "trade", "projects"))
def examiners_matched(form: Application, params: TradeWords) -> Yields:
    """Every examiner's 考评工种 fits one of the projects, or might."""
    if not form.projects or not any(row.trade for row in form.examiners):
        yield Moot("/examiners")
        return
    projects = [project_of(project, params) for project in form.projects]
    for index, row in enumerate(form.examiners):
        trades = trades_of(row.trade, params)
        if trades and all(fit(trades, project, params) == "no" for project in projects):
            facts: Facts = {
                "person": _name(index, row),
                "trade": row.trade or "",
                "projects": "、".join(form.projects),
            }
            yield Doubt(f"/examiners/{index}/trade", facts)


@check(
    "examiners-distinct",
    facts=("person", "earlier", "number"),
    variants=("number", "other-trade", "review"),
)
def examiners_distinct(form: Application, _: Params) -> Yields:
    """No person and no certificate stands in the table twice.

    A person who stands there once for each trade is no fault, but counts once for a project.
    """
    if not form.examiners:
        yield Moot("/examiners")
    told: set[int] = set()
    for (earlier, one), (index, other) in combinations(enumerate(form.examiners), 2):
        same = is_same_person(one, other)
        if index in told or same is False:
            continue
        facts: Facts = {
            "person": _name(index, other),
            "earlier": _row(earlier),
            "number": other.certificate_number or "",
        }
        related = (f"/examiners/{earlier}",)
        same_trade = bare(one.trade or "") == bare(other.trade or "")
        if same is None:
            if is_namesake(one, other) and same_trade:
                told.add(index)
                yield Doubt(f"/examiners/{index}", facts, related=related)
        elif one.name and other.name and bare(one.name) != bare(other.name):
            told.add(index)
            yield Problem(f"/examiners/{index}/certificate_number", facts, "number", related)
        else:
            told.add(index)
            variant = None if same_trade else "other-trade"
            yield Problem(f"/examiners/{index}", facts, variant, related)


def _name(index: int, person: Examiner) -> Words:
    """Call a person by name and row."""
    row = _row(index)
    if not person.name:
        return row
    return Words(f"{row.zh}“{person.name}”", f"{person.name} ({row.en})")


def _row(index: int) -> Words:
    return Words(f"第{index + 1}名", f"number {index + 1}")
