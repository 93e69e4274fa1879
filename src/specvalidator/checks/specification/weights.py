"""The share of each task in the assessment, 考核比重 (附件2 五; 百分制: 附件2 六.3)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.numerals import plain
from specvalidator.checks.specification.content import called
from specvalidator.findings import Facts, Moot, Problem
from specvalidator.models.specification import Specification, Task
from specvalidator.wording import Words

_PERCENT_SIGNS = ("%", "％", "﹪", "٪", "百分之")


class Total(Params):
    """What all weights add up to."""

    total: int = Field(gt=0, description="Percent")


@check("weight-given", facts=("task", "rest", "remainder"), variants=("remainder", "full", "all"))
def weight_given(spec: Specification, params: Total) -> Yields:
    """Every task has a weight. Where only one has none, the others say what it should be."""
    if not _has_weights(spec):
        yield Moot("/tasks")
        return
    absent = [index for index, task in enumerate(spec.tasks) if not _is_weighed(task)]
    rest = [task.weight for task in spec.tasks if task.weight is not None]
    remainder = params.total - sum(rest, Decimal(0))
    if len(absent) == len(spec.tasks) > 1:
        yield Problem("/tasks", variant="all", related=tuple(map(_path, absent)))
        return
    alone = len(absent) == 1 and 0 < len(rest) == len(spec.tasks) - 1 and remainder >= 0
    variant = ("remainder" if remainder else "full") if alone else None
    for index in absent:
        facts: Facts = {
            "task": called(index, spec.tasks[index]),
            "rest": plain(params.total - remainder),
            "remainder": plain(remainder),
        }
        yield Problem(_path(index), facts, variant)


@check(
    "percentage",
    facts=("task", "written", "example"),
    variants=(
        *("negative", "too-much", "zero", "no-sign", "fraction"),
        *("all", "all-no-sign", "all-fraction"),
    ),
)
def percentage(spec: Specification, params: Total) -> Yields:
    """Every weight that is written is a percentage."""
    if not _has_weights(spec):
        yield Moot("/tasks")
        return
    fractions = _are_fractions(spec)
    slips = [
        (index, task, variant)
        for index, task in enumerate(spec.tasks)
        if _is_weighed(task)
        for variant in _slips(task, params.total, fractions=fractions)
    ]
    alike = {variant for *_, variant in slips}
    if len(slips) == len(spec.tasks) > 1 and len(alike) == 1 and alike <= _ONE_FOR_ALL.keys():
        yield _in_all(slips[0][2], [task for _, task, _ in slips])
        return
    for index, task, variant in slips:
        facts: Facts = {
            "task": called(index, task),
            "written": _written(task),
            "example": _example(task),
        }
        yield Problem(_path(index), facts, variant=variant)


_ONE_FOR_ALL: dict[str | None, str] = {
    None: "all",
    "no-sign": "all-no-sign",
    "fraction": "all-fraction",
}
"""Slips that run through a whole column are one fault: what it is called then."""


def _in_all(variant: str | None, tasks: list[Task]) -> Problem:
    written = [_written(task) for task in tasks]
    facts: Facts = {
        "task": "",
        "written": Words(
            "".join(f"“{each}”" for each in written), ", ".join(f"“{each}”" for each in written)
        ),
        "example": _example(tasks[0]),
    }
    related = tuple(_path(index) for index in range(len(tasks)))
    return Problem("/tasks", facts, _ONE_FOR_ALL[variant], related)


def _example(task: Task) -> str:
    """Return a weight written as it should be, with the number of the draft where it has one."""
    if task.weight is not None and task.weight > 0:
        return f"{plain(_meant(task.weight))}%"
    found = re.search(r"\d{1,2}(?:\.\d+)?(?!\d)", _written(task))
    return f"{found[0] if found else 20}%"


def _slips(task: Task, total: int, *, fractions: bool) -> Iterator[str | None]:
    """Say what keeps a weight from being a percentage, the gravest slip alone."""
    if task.weight is None:
        yield None
    elif task.weight < 0:
        yield "negative"
    elif task.weight > total:
        yield "too-much"
    elif task.weight == 0:
        yield "zero"
    elif fractions:
        yield "fraction"
    elif task.weight_text and not _has_sign(task):
        yield "no-sign"


@check(
    "weight-total",
    facts=("found", "expected", "difference"),
    variants=("too-little", "too-much", "nearly"),
)
def weight_total(spec: Specification, params: Total) -> Yields:
    """All weights together make the whole, to the last decimal.

    Where one is absent or no percentage, that is said elsewhere, with what is left for it.
    """
    weights = [task.weight for task in spec.tasks]
    known = [weight for weight in weights if weight is not None]
    in_range = all(0 <= weight <= params.total for weight in known)
    if not _has_weights(spec) or not in_range or _are_fractions(spec):
        yield Moot("/tasks")
        return
    found = sum(known, Decimal(0))
    if found != params.total:
        found = sum((_counted(each) for each in spec.tasks), Decimal(0))
    difference = found - params.total
    if difference <= 0 and len(known) < len(weights):
        yield Moot("/tasks")
    elif difference:
        facts: Facts = {
            "found": plain(found),
            "expected": str(params.total),
            "difference": plain(abs(difference)),
        }
        variant = "too-much" if difference > 0 else "too-little"
        variant = "nearly" if abs(difference) < 1 else variant
        related = tuple(_path(index) for index, weight in enumerate(weights) if weight is not None)
        yield Problem("/tasks", facts, variant, related)


def _counted(task: Task) -> Decimal:
    """Return the percentage that a task counts, none where it has no weight."""
    weight = task.weight or Decimal(0)
    return weight if _has_sign(task) or not task.weight_text else _meant(weight)


def _meant(weight: Decimal) -> Decimal:
    """Return the percentage that a weight without its sign stands for: 0.3 for 30."""
    return weight * 100 if weight < 1 else weight


def _has_weights(spec: Specification) -> bool:
    return bool(spec.tasks) and "weight" not in spec.missing_columns


def _is_weighed(task: Task) -> bool:
    """Say whether anything but the form's own % stands in the cell."""
    return task.weight is not None or not is_absent((task.weight_text or "").strip(" %％"))


def _has_sign(task: Task) -> bool:
    return any(sign in (task.weight_text or "") for sign in _PERCENT_SIGNS)


def _are_fractions(spec: Specification) -> bool:
    """Say whether 0.2, 0.3, 0.5 stand for 20 %, 30 %, 50 %: no sign anywhere, and they make 1."""
    weights = [task.weight for task in spec.tasks if task.weight is not None]
    signs = any(_has_sign(task) for task in spec.tasks)
    return len(weights) == len(spec.tasks) > 0 and not signs and sum(weights) == 1


def _written(task: Task) -> str:
    return task.weight_text or plain(task.weight)


def _path(index: int) -> str:
    return f"/tasks/{index}/weight"
