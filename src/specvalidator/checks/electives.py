"""Weights where some tasks are elective: what everybody does and one of the others make 100 %."""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from specvalidator.checks.base import Yields, check
from specvalidator.checks.numerals import plain
from specvalidator.checks.specification.content import called
from specvalidator.checks.specification.weights import Total
from specvalidator.findings import Facts, Moot, Outcome, Problem
from specvalidator.models.specification import Specification
from specvalidator.wording import Words


class Electives(Total):
    """How an elective task is known, and how many of them are chosen."""

    signs: tuple[str, ...] = Field(min_length=1, description="Words in an elective task's name")
    choose: int = Field(default=1, ge=1, description="How many of the elective tasks are done")


@check(
    "weight-total-with-electives",
    facts=("found", "expected", "tasks"),
    variants=("unequal", "too-few"),
)
def weight_total_with_electives(spec: Specification, params: Electives) -> Yields:
    """Compulsory tasks and as many elective ones as are chosen make the whole.

    Electives weigh the same, or the total depends on the choice. A weight that is absent, or is
    none, is said elsewhere; without electives all weights make the whole.
    """
    weights = [task.weight for task in spec.tasks]
    if not weights or any(each is None or not 0 <= each <= params.total for each in weights):
        yield Moot("/tasks")
        return
    elective = [
        index
        for index, task in enumerate(spec.tasks)
        if any(sign in (task.name or "") for sign in params.signs)
    ]
    yield from _judged(spec, elective, params)


def _judged(spec: Specification, elective: list[int], params: Electives) -> Iterator[Outcome]:
    weights = [task.weight or Decimal(0) for task in spec.tasks]
    paths = tuple(f"/tasks/{index}/weight" for index in elective)
    choices = [weights[index] for index in elective]
    named = _listed([called(index, spec.tasks[index]) for index in elective])
    chosen = choices[: params.choose]
    found = sum(weights, Decimal(0)) - sum(choices, Decimal(0)) + sum(chosen, Decimal(0))
    facts: Facts = {"found": plain(found), "expected": str(params.total), "tasks": named}
    if elective and len(elective) <= params.choose:
        yield Problem(paths[0], facts, "too-few", paths[1:])
    elif len(set(choices)) > 1:
        yield Problem(paths[0], facts, "unequal", paths[1:])
    elif found != params.total:
        yield Problem("/tasks", facts, related=paths)


def _listed(tasks: list[Words]) -> Words:
    return Words("、".join(each.zh for each in tasks), ", ".join(each.en for each in tasks))
