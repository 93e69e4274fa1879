"""The content table as a whole, 考核内容 (附件2 五)."""

from collections.abc import Mapping

from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.findings import Problem
from specvalidator.models.specification import Column, Specification, Task
from specvalidator.wording import Words

_FIELDS: Mapping[Column, str] = {
    "task": "name",
    "operations": "operations",
    "knowledge": "knowledge",
    "weight": "weight",
}


@check("content-table", facts=("columns",), variants=("columns",))
def content_table(spec: Specification, _: Params) -> Yields:
    """There is a table that lists tasks, and it has every column of the form."""
    if spec.missing_columns:
        headings = [heading(column) for column in spec.missing_columns]
        said = Words(
            "、".join(f"“{each.zh}”" for each in headings), ", ".join(each.en for each in headings)
        )
        yield Problem("/missing_columns", {"columns": said}, variant="columns")
    elif not spec.tasks:
        yield Problem("/tasks")


def heading(column: Column) -> Words:
    """Return what the form calls a column of its table."""
    title = Task.model_fields[_FIELDS[column]].title or column
    return Words(title, f"{title} ({column})")


def called(index: int, task: Task) -> Words:
    """Return what to call a task in a message: its position, and its name where it has one."""
    if is_absent(task.name):
        return Words(f"第{index + 1}项工作任务", f"task {index + 1}")
    return Words(f"第{index + 1}项工作任务“{task.name}”", f"task {index + 1} “{task.name}”")
