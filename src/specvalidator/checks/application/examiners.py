"""The examiners of an application: enough for each project, each once (附件3 备注、考评员情况)."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pydantic import Field

from specvalidator.checks.application.fit import (
    Fit,
    NamedTrade,
    TradeWords,
    fit,
    names_every_project,
    project_of,
    trades_of,
)
from specvalidator.checks.application.people import (
    head_counts,
    is_namesake,
    is_same_person,
    name_of,
    people_in,
)
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.application import Application, Examiner
from specvalidator.placeholders import placeholder_of
from specvalidator.wording import Words


class Enough(TradeWords):
    """How many examiners each project has."""

    least: int = Field(ge=1, description="Least number of people for each project")


@check(
    "examiners-for-each-project",
    facts=("project", "each", "found", "more", "people", "unsure"),
    variants=("none", "in-all", "no-rows", "review", "same", "general"),
)
def examiners_for_each_project(form: Application, params: Enough) -> Yields:
    """Each project has enough people whose 考评工种 fits it, or might.

    Examiners are certified for occupations, and no list says which project belongs to which: a
    trade that fits no project may be meant for any. A project has too few only where too few are
    left that could be meant for it; else whom to count is one question, however many projects it
    is about. With a single project an empty or general trade counts towards it, which is noted.
    """
    _, found = head_counts(form.examiners)
    if found < params.least and (not found or len(named_projects(form)) != 1):
        variant = "in-all" if found else "no-rows"
        facts = _facts((), found, form.examiners, (), params)
        yield Problem("/examiners", facts, variant, ("/projects",) if form.projects else ())
        return
    if is_absent(form.projects):
        yield Moot("/projects")
        return
    standings = list(_standings(form, params))
    for each in standings:
        if each.most < params.least:
            people = (*each.certain, *each.unsure)
            facts = _facts((each.project,), each.most, people, (), params)
            fewer = None if each.most else "none"
            yield Problem(f"/projects/{each.at}", facts, fewer, ("/examiners",))
    yield from _questions([each for each in standings if each.is_open(params.least)], params)
    yield from _general(form, params)


class _Standing(NamedTuple):
    """Who is there for a project."""

    at: int
    """Where it stands among the projects."""
    project: str
    certain: list[Examiner]
    unsure: list[Examiner]
    least: int
    most: int
    with_trades: int
    """How many there are once those without a trade, which is an error of its own, have one."""

    def is_open(self, wanted: int) -> bool:
        """It has enough examiners only if those count of whom that is not certain."""
        return self.least < wanted <= self.most


def named_projects(form: Application) -> list[int]:
    """Return where the projects are that have a name."""
    return [index for index, name in enumerate(form.projects) if not is_absent(name)]


def _standings(form: Application, params: Enough) -> Iterator[_Standing]:
    """Yield who is there for each project that has a name."""
    rows = list(zip(form.examiners, fits_of(form, params), strict=True))
    person = people_in(form.examiners)
    for index in named_projects(form):
        certain = [row for row, fits in rows if fits[index] == "fits"]
        unsure = [row for row, fits in rows if fits[index] == "unsure"]
        least, _ = head_counts(certain)
        most = max(least, len({person[id(row)] for row in certain + unsure}))
        to_come = [row for row in unsure if _lacks_trade(row)]
        named = len({person[id(row)] for row in certain + to_come}) if to_come else 0
        yield _Standing(index, form.projects[index], certain, unsure, least, most, named)


def _questions(standings: Sequence[_Standing], params: Enough) -> Yields:
    """Yield one question for all projects that are open because of the same people."""
    asked: dict[tuple[int, ...], list[_Standing]] = {}
    for each in standings:
        if each.with_trades >= params.least:
            yield Moot("/examiners")
        else:
            asked.setdefault((each.least, *map(id, each.unsure)), []).append(each)
    for same in asked.values():
        first, *more = same
        projects = tuple(each.project for each in same)
        facts = _facts(projects, first.least, first.certain, first.unsure, params)
        related = (*(f"/projects/{each.at}" for each in more), "/examiners")
        variant = "review" if first.unsure else "same"
        yield Doubt(f"/projects/{first.at}", facts, variant, related)


def _lacks_trade(person: Examiner) -> bool:
    return is_absent(person.trade) and placeholder_of(person.trade or "") != "above"


def _general(form: Application, params: Enough) -> Yields:
    """Note whose trade names no project, where there is only one that it can be."""
    if len(form.projects) > 1:
        return
    trades = trades_written(form)
    general = [
        index
        for index, trade in enumerate(trades)
        if not trades_of(trade, params) and not names_every_project(trade, params)
    ]
    if general:
        first, *more = [f"/examiners/{index}/trade" for index in general]
        people = [form.examiners[index] for index in general]
        facts = _facts(form.projects, len(people), people, (), params)
        yield Problem(first, facts, "general", tuple(more))


def _facts(
    projects: Sequence[str],
    found: int,
    people: Sequence[Examiner],
    unsure: Sequence[Examiner],
    params: Enough,
) -> Facts:
    return {
        "project": Words("”“".join(projects), "”, “".join(projects)),
        "each": Words("各" if len(projects) > 1 else "", ""),
        "found": str(found),
        "more": str(params.least - found),
        "people": _listed(people),
        "unsure": _listed(unsure or people),
    }


def _listed(people: Sequence[Examiner]) -> Words:
    """Name people with their trades; whoever stands in several rows, and a shared trade, once."""
    trades = {each.trade or "" for each in people if not is_absent(each.trade)}
    shared = next(iter(trades)) if len(trades) == 1 and len(people) > 1 else None
    named = list(dict.fromkeys(_called(each, shared) for each in people))
    behind = "" if shared is None else f"（{shared}）"
    return Words("、".join(named) + behind, ", ".join(named) + behind)


def _called(person: Examiner, shared: str | None = None) -> str:
    name = person.name or person.certificate_number or "（未写姓名）"
    known = shared is not None or is_absent(person.trade)
    return name if known else f"{name}（{person.trade}）"


def trades_written(form: Application) -> list[str | None]:
    """Return the 考评工种 of each examiner; 同上 is what stands above it."""
    trades: list[str | None] = []
    for row in form.examiners:
        repeats = row.trade is not None and placeholder_of(row.trade) == "above"
        trades.append((trades[-1] if trades else None) if repeats else row.trade)
    return trades


def fits_of(form: Application, words: TradeWords) -> list[list[Fit]]:
    """Say for each examiner how the trade goes together with each project.

    A trade that fits none of them may be meant for any: that it is another's is known only of one
    that fits another project.
    """
    projects = [project_of(project, words) for project in form.projects]
    trades = trades_written(form)
    fits = {trade: _fits(trade, projects, words) for trade in set(trades)}
    return [fits[trade] for trade in trades]


def _fits(trade: str | None, projects: Sequence[NamedTrade], words: TradeWords) -> list[Fit]:
    named = trades_of(trade, words)
    if not named:
        fits_all = len(projects) == 1 or names_every_project(trade, words)
        return ["fits" if fits_all else "unsure"] * len(projects)
    best: list[Fit] = ["no"] * len(projects)
    for each in named:
        fits = [fit((each,), project, words) for project in projects]
        if "fits" not in fits:
            fits = ["unsure"] * len(projects)
        best = [_better(one, other) for one, other in zip(best, fits, strict=True)]
    if words.and_more.search(bare(trade or "")):  # 柳筐编织等项目 leaves open which others
        return ["unsure" if each == "no" else each for each in best]
    return best


def _better(one: Fit, other: Fit) -> Fit:
    return min(one, other, key=("fits", "unsure", "no").index)


@check("examiners-matched", facts=("person", "trade", "projects"))
def examiners_matched(form: Application, params: Enough) -> Yields:
    """Every examiner's 考评工种 fits one of the projects, or might.

    Where a project needs those whose trade fits none, they are asked about with that project.
    """
    projects = [project_of(form.projects[index], params) for index in named_projects(form)]
    if not projects or all(is_absent(row.trade) for row in form.examiners):
        yield Moot("/examiners")
        return
    if any(each.least < params.least for each in _standings(form, params)):
        return
    for trade, rows in _rows_by_trade(form).items():
        trades = trades_of(trade, params)
        if trades and all(fit(trades, project, params) == "no" for project in projects):
            people = [_name(index, form.examiners[index]) for index in rows]
            facts: Facts = {
                "person": Words("、".join(p.zh for p in people), ", ".join(p.en for p in people)),
                "trade": trade,
                "projects": "、".join(form.projects),
            }
            first, *more = [f"/examiners/{index}/trade" for index in rows]
            yield Doubt(first, facts, related=tuple(more))


def _rows_by_trade(form: Application) -> dict[str, list[int]]:
    """Return in which rows each trade stands: what is said of a trade is said once."""
    rows: dict[str, list[int]] = {}
    for index, trade in enumerate(trades_written(form)):
        if trade is not None:
            rows.setdefault(trade.strip(), []).append(index)
    return rows


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
        elif name_of(one) and name_of(other) and name_of(one) != name_of(other):
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
