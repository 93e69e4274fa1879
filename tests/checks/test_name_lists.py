"""Long lists of names, each through every rule on names and through every form that holds them.

The lists in tests/names: projects that provinces have published, names that are innocent however
much they look like a title or a level, and titles of jobs. Names are parted by blanks.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

import specvalidator
from specvalidator import Finding
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record

LISTS = Path(__file__).parents[1] / "names"
ABOUT_NAMES = {
    "occupation-as-name",
    "job-title-suffix",
    "near-occupation-name",
    "name-without-action",
    "inconsistent-name",
    "skill-level-in-name",
}
ABOUT_TITLES = {"occupation-as-name", "job-title-suffix", "near-occupation-name"}


def names_in(name: str) -> list[str]:
    return (LISTS / f"{name}.txt").read_text(encoding="utf-8").split()


def findings(kind: Kind, **changed: object) -> list[Finding]:
    record = MODELS[kind].model_validate({**valid_record(kind), **changed})
    rules = "name", "named", "level"
    return [
        each
        for each in specvalidator.check(record).findings
        if each.rule in ABOUT_NAMES or any(word in each.rule.split("-") for word in rules)
    ]


def in_specification(name: str) -> list[Finding]:
    return findings("specification", name=name, ability_name=name)


def in_application(name: str) -> list[Finding]:
    return findings("application", projects=[name])


def in_announcement(name: str) -> list[Finding]:
    return findings("announcement", projects=f"{name}。")


def in_session(name: str) -> list[Finding]:
    return findings("session", projects=[name])


FORMS: Mapping[str, Callable[[str], list[Finding]]] = {
    "specification": cache(in_specification),
    "application": cache(in_application),
    "announcement": cache(in_announcement),
    "session": cache(in_session),
}


@pytest.mark.parametrize(
    ("name", "least"), [("published", 100), ("ordinary", 400), ("titles", 400)]
)
def test_a_list_is_long_and_holds_each_name_once(name: str, least: int) -> None:
    names = names_in(name)

    assert len(set(names)) == len(names) >= least


def test_no_name_is_on_two_lists() -> None:
    innocent = {*names_in("published"), *names_in("ordinary")}

    assert innocent.isdisjoint(names_in("titles"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["published", "ordinary"])
def test_no_innocent_name_is_an_error(name: str, form: str) -> None:
    accused = [
        (each, finding.rule)
        for each in names_in(name)
        for finding in FORMS[form](each)
        if finding.gravity == "error"
    ]

    assert accused == []


def test_few_published_names_go_to_a_person() -> None:
    """Those that are short of an occupation's title by a letter do: 茶艺, 美甲."""
    asked = [
        each
        for each in names_in("published")
        if {finding.rule for finding in in_specification(each)} - {"near-occupation-name"}
    ]

    assert len(asked) <= 4, asked


@pytest.mark.parametrize("form", FORMS)
def test_no_title_of_a_job_passes_in_silence(form: str) -> None:
    silent = [
        each
        for each in names_in("titles")
        if not any(
            finding.rule in ABOUT_TITLES or "named" in finding.rule.split("-")
            for finding in FORMS[form](each)
        )
    ]

    assert silent == []
