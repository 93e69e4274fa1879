"""Tasks and their steps: complete, in order, each once."""

import pytest

from specvalidator.checks.base import Params
from specvalidator.checks.specification.tasks import (
    steps_in_order,
    tasks_complete,
    tasks_distinct,
    tasks_in_order,
)
from specvalidator.findings import Doubt, Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Column, Item, Task

NONE = Params()


def items(*numbers: int | None) -> tuple[Item, ...]:
    return tuple(Item(number=number, text="内容") for number in numbers)


def task(
    name: str | None = "和面",
    *,
    number: int | None = None,
    operations: tuple[str, ...] = ("揉到光滑",),
    knowledge: tuple[str, ...] = ("面团的原理",),
) -> Task:
    return Task(
        number=number,
        name=name,
        operations=tuple(Item(text=text) for text in operations),
        knowledge=tuple(Item(text=text) for text in knowledge),
    )


def spec(*tasks: Task, missing: tuple[Column, ...] = ()) -> Specification:
    return Specification(tasks=tasks, missing_columns=missing)


def where(outcome: Outcome) -> tuple[str, str | None]:
    assert isinstance(outcome, Problem)
    return outcome.path, outcome.variant


COMPLETE = [
    (task(), (), [], "nothing is missing"),
    (task(knowledge=()), (), [("/tasks/0/knowledge", "no-knowledge")], "no knowledge"),
    (task(knowledge=("",)), (), [("/tasks/0/knowledge", "no-knowledge")], "an empty item"),
    (task(operations=()), (), [("/tasks/0/operations", "no-operations")], "no operations"),
    (task(operations=(), knowledge=()), (), [("/tasks/0", "no-content")], "neither"),
    (task(None), (), [("/tasks/0/name", "no-name")], "no name"),
    (task(" "), (), [("/tasks/0/name", "no-name")], "a name of spaces"),
    (task(None, operations=()), (), [("/tasks/0", None)], "no name and no operations"),
    (Task(), (), [("/tasks/0", None)], "nothing at all"),
    (task(knowledge=()), ("knowledge",), [], "the column is missing, which is said elsewhere"),
    (Task(name="和面"), ("knowledge",), [("/tasks/0/operations", "no-operations")], "one column"),
    (task(None), ("task",), [], "names have no column"),
]


@pytest.mark.parametrize(
    ("row", "missing", "expected", "why"), COMPLETE, ids=[why for *_, why in COMPLETE]
)
def test_a_task_is_complete(
    row: Task, missing: tuple[Column, ...], expected: list[tuple[str, str | None]], why: str
) -> None:
    outcomes = list(tasks_complete(spec(row, missing=missing), NONE))

    assert [where(each) for each in outcomes] == expected, why


def test_a_doubt_about_one_part_reaches_a_finding_about_several() -> None:
    [problem] = tasks_complete(spec(task(operations=(), knowledge=())), NONE)

    assert isinstance(problem, Problem)
    assert problem.related == ("/tasks/0/operations", "/tasks/0/knowledge")


NAMES = [
    (("和面", "出条"), [], "different"),
    (("案例1", "案例2"), [], "different in a number"),
    (("C编程", "C#编程"), [], "different in a sign that means something"),
    ((None, None), [], "names are missing"),
    (("和面", "和 面"), [("/tasks/1/name", None)], "a space"),
    (("logo设计", "Ｌｏｇｏ设计"), [("/tasks/1/name", None)], "wide letters and capitals"),
    (("和面", "出条", "和面"), [("/tasks/2/name", None)], "not side by side"),
    (("和面",) * 3, [("/tasks/1/name", None), ("/tasks/2/name", None)], "three times"),
]


@pytest.mark.parametrize(("names", "expected", "why"), NAMES, ids=[why for *_, why in NAMES])
def test_tasks_are_told_apart(
    names: tuple[str | None, ...], expected: list[tuple[str, str | None]], why: str
) -> None:
    outcomes = list(tasks_distinct(spec(*map(task, names)), NONE))

    assert [where(each) for each in outcomes] == expected, why


def test_two_tasks_of_one_name_that_ask_for_different_things_are_told_so() -> None:
    [problem] = tasks_distinct(spec(task("清洗"), task("清洗", operations=("冲净泡沫",))), NONE)

    assert where(problem) == ("/tasks/1/name", "same-name")


def test_a_task_of_the_same_name_without_operations_is_a_repeat() -> None:
    [problem] = tasks_distinct(spec(task("清洗"), task("清洗", operations=())), NONE)

    assert where(problem) == ("/tasks/1/name", None)


def test_a_numbering_that_begins_anew_is_a_question() -> None:
    tasks = [task(number=number) for number in (1, 2, 1, 2)]

    [doubt] = tasks_in_order(spec(*tasks), NONE)

    assert isinstance(doubt, Doubt)
    assert doubt.path == "/tasks/2/number"


def test_without_tasks_there_is_no_order() -> None:
    assert list(tasks_in_order(spec(), NONE)) == [Moot("/tasks")]


STEPS = [
    ([(1, 2), (1, 2)], [], "each cell begins with 1"),
    ([(1, 2), (3, 4)], [], "the numbers run on through the column"),
    ([(None, None), (1,)], [], "a cell without numbers"),
    ([(1, 3), (1, 2)], [("/tasks/0/operations/1", "gap")], "a gap"),
    ([(1, 2), (2, 3)], [("/tasks/1/operations/0", "start")], "one cell begins with 2"),
    ([(1, 1), (1, 2)], [("/tasks/0/operations/1", "repeat")], "a repeat"),
    ([(2, 1), (1, 2)], [("/tasks/0/operations/0", None)], "interchanged"),
    ([(1, 2, 1, 2)], [("/tasks/0/operations/2", "restart")], "row by row"),
]


@pytest.mark.parametrize(("cells", "expected", "why"), STEPS, ids=[why for *_, why in STEPS])
def test_steps_are_in_order(
    cells: list[tuple[int | None, ...]], expected: list[tuple[str, str | None]], why: str
) -> None:
    tasks = [Task(name="和面", operations=items(*cell)) for cell in cells]
    outcomes = list(steps_in_order(spec(*tasks), NONE))

    assert [where(each) for each in outcomes] == expected, why


def test_the_two_columns_are_numbered_apart() -> None:
    row = Task(name="和面", operations=items(1, 2), knowledge=items(1, 3))

    assert [where(each) for each in steps_in_order(spec(row), NONE)] == [
        ("/tasks/0/knowledge/1", "gap")
    ]
