"""The tasks and their steps: complete, in order, each once (附件2 五)."""

import re
from collections.abc import Iterator
from typing import Literal

from specvalidator.checks.absence import VARIANTS
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.checks.sequence import first_break, runs_on
from specvalidator.checks.specification.content import called, heading
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.specification import Column, Item, Specification, Task
from specvalidator.placeholders import placeholder_of
from specvalidator.wording import Words

Steps = Literal["operations", "knowledge"]
"""A column whose cells hold lists of items."""
_STEPS: tuple[Steps, ...] = ("operations", "knowledge")
_NOTHING: Facts = {"task": "", "absent": "", "written": ""}
_COUNTED = (
    r"第\s*[一二三四五六七八九十\d]{1,3}\s*(?:单元|部分|项|步|章|节|模块|任务|阶段|环节)[:：]?"
    r"|(?:工作任务|任务|项目|模块|单元|步骤|工序)\s*[一二三四五六七八九十\d]{1,3}[:：]?"
)
"""What counts a task and does not name it: 第一单元, 任务二."""
_PARTS: tuple[Column, ...] = ("task", *_STEPS)


@check(
    "tasks-complete",
    facts=("task", "absent", "written"),
    variants=(
        "no-name",
        "no-operations",
        "no-knowledge",
        "no-content",
        "all",
        "item",
        "counted",
        *VARIANTS,
    ),
)
def tasks_complete(spec: Specification, _: Params) -> Yields:
    """Every task has a name, operations and knowledge. A missing column is another rule's."""
    parts = [part for part in _PARTS if part not in spec.missing_columns]
    if not spec.tasks or not parts:
        yield Moot("/tasks")
        return
    lacks = [[part for part in parts if not _has(task, part)] for task in spec.tasks]
    everywhere = [part for part in parts if all(part in lacking for lacking in lacks)]
    if everywhere and len(spec.tasks) > 1:
        facts: Facts = {**_NOTHING, "absent": _listed(everywhere)}
        every = (_path(index, part) for index in range(len(spec.tasks)) for part in everywhere)
        yield Problem("/tasks", facts, "all", tuple(every))
    for index, (task, lacking) in enumerate(zip(spec.tasks, lacks, strict=True)):
        rest = lacking if len(spec.tasks) == 1 else [p for p in lacking if p not in everywhere]
        if rest:
            yield _incomplete(index, task, rest)
        yield from _fillers_among(index, task)
    counted = [at for at, task in enumerate(spec.tasks) if re.fullmatch(_COUNTED, task.name or "")]
    if counted:
        written = "、".join(spec.tasks[at].name or "" for at in counted)
        others = tuple(_path(at, "task") for at in counted[1:])
        yield Doubt(_path(counted[0], "task"), {**_NOTHING, "written": written}, "counted", others)


def _fillers_among(index: int, task: Task) -> Iterator[Doubt]:
    """Ask about items that say nothing beside others that do: 1.和面  2.略."""
    for part in _STEPS:
        items = getattr(task, part)
        at = [n for n, item in enumerate(items) if placeholder_of(item.text or "") is not None]
        if 0 < len(at) < len(items):
            written = "、".join(dict.fromkeys(items[n].text.strip() for n in at))
            facts: Facts = {
                "task": called(index, task),
                "absent": _listed([part]),
                "written": written,
            }
            yield Doubt(f"/tasks/{index}/{part}/{at[0]}/text", facts, "item")


def _incomplete(index: int, task: Task, lacking: list[Column]) -> Problem | Doubt:
    """Return the outcome for a task without some of its parts, what stands there instead quoted."""
    paths = [_path(index, part) for part in lacking]
    at, related = (paths[0], ()) if len(paths) == 1 else (f"/tasks/{index}", tuple(paths))
    fillers = [filler for part in lacking for filler in _fillers(task, part)]
    facts: Facts = {
        "task": called(index, task),
        "absent": _listed(lacking),
        "written": "、".join(dict.fromkeys(fillers)),
    }
    if not fillers:
        return Problem(at, facts, _COMBINATIONS.get(tuple(lacking)), related)
    if all(placeholder_of(filler) in ("elsewhere", "above") for filler in fillers):
        return Doubt(at, facts, "elsewhere", related)
    return Problem(at, facts, "placeholder", related)


def _path(index: int, part: Column) -> str:
    return f"/tasks/{index}/{'name' if part == 'task' else part}"


_COMBINATIONS: dict[tuple[Column, ...], str] = {
    ("task",): "no-name",
    ("operations",): "no-operations",
    ("knowledge",): "no-knowledge",
    ("operations", "knowledge"): "no-content",
}


@check(
    "tasks-in-order",
    facts=("task", "printed", "number", "expected"),
    variants=("start", "gap", "repeat", "review"),
)
def tasks_in_order(spec: Specification, _: Params) -> Yields:
    """Printed task numbers run 1, 2, 3 …; a numbering that begins anew may mark groups."""
    if not spec.tasks:
        yield Moot("/tasks")
        return
    found = first_break([task.number for task in spec.tasks])
    if found is None:
        return
    path = f"/tasks/{found.at}/number"
    facts: Facts = {
        "task": called(found.at, spec.tasks[found.at]),
        "printed": found.printed,
        "number": str(found.number),
        "expected": str(found.expected),
    }
    if found.slip == "restart":
        yield Doubt(path, facts)
    else:
        yield Problem(path, facts, None if found.slip == "order" else found.slip)


@check("tasks-distinct", facts=("task", "earlier"), variants=("same-name",))
def tasks_distinct(spec: Specification, _: Params) -> Yields:
    """No task stands in the table twice; one name for two different tasks is a lesser fault."""
    first: dict[str, int] = {}
    for index, task in enumerate(spec.tasks):
        name = _folded(task.name or "")
        at = first.setdefault(name, index)
        if name and at != index and not is_absent(task.name):
            facts: Facts = {"task": called(index, task), "earlier": called(at, spec.tasks[at])}
            variant = "same-name" if _differ(spec.tasks[at], task) else None
            yield Problem(f"/tasks/{index}/name", facts, variant, (f"/tasks/{at}/name",))


@check(
    "steps-in-order",
    facts=("task", "column", "printed", "number", "expected"),
    variants=("start", "gap", "repeat", "restart"),
)
def steps_in_order(spec: Specification, _: Params) -> Yields:
    """Printed numbers in a cell run 1, 2, 3 …, unless they run on through the whole column."""
    for column in _STEPS:
        cells = [getattr(task, column) for task in spec.tasks]
        if not runs_on([item.number for cell in cells for item in cell]):
            for index, cell in enumerate(cells):
                yield from _step_break(spec, index, column, cell)


def _step_break(
    spec: Specification, index: int, column: Steps, items: tuple[Item, ...]
) -> Iterator[Problem]:
    found = first_break([item.number for item in items])
    if found is not None:
        facts: Facts = {
            "task": called(index, spec.tasks[index]),
            "column": heading(column),
            "printed": found.printed,
            "number": str(found.number),
            "expected": str(found.expected),
        }
        variant = None if found.slip == "order" else found.slip
        yield Problem(f"/tasks/{index}/{column}/{found.at}", facts, variant)


def _has(task: Task, part: Column) -> bool:
    if part == "task":
        return not is_absent(task.name)
    return any(not is_absent(item.text) for item in getattr(task, part))


def _fillers(task: Task, part: Column) -> list[str]:
    """Return what stands where a part of a task is not given, such as 略."""
    said = [task.name or ""] if part == "task" else [item.text for item in getattr(task, part)]
    return [text.strip() for text in said if text.strip()]


def _listed(absent: list[Column]) -> Words:
    headings = [heading(part) for part in absent]
    return Words(
        "和".join(f"“{each.zh}”" for each in headings), " and ".join(each.en for each in headings)
    )


def _folded(name: str) -> str:
    """Return a name without what nobody means: width, case, spaces, a mark at its end."""
    return bare(name).rstrip(".。,，;；、:：")


def _differ(one: Task, other: Task) -> bool:
    """Say whether two tasks ask for different operations."""
    texts = [[_folded(item.text) for item in task.operations] for task in (one, other)]
    return all(texts) and texts[0] != texts[1]
