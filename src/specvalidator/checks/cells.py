"""What the cell of a value is called: by the headings of its column and its row."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel

from specvalidator.checks.base import title_at
from specvalidator.extra import EXTRA
from specvalidator.wording import Words

_ROWS: Mapping[str, tuple[str, str]] = {
    "tasks": ("项任务", "task"),
    "equipment": ("项设备", "item of equipment"),
    "managers": ("名管理人员", "manager"),
    "examiners": ("名考评员", "examiner"),
    "projects": ("个项目", "project"),
}
"""What the rows of each table are, with the Chinese measure word."""
_LIST_IN_CELL = 2


def cell_called(form: type[BaseModel], path: str) -> Words | None:
    """Return what to call the cell of a value, None for what is no value of a cell.

    /tasks/2/weight is “考核比重”栏，第3项任务; /telephone is “联系电话”栏.
    """
    # What a pack adds is called as the pack in force says.
    return _called(form, path) if f"/{EXTRA}/" in path else _remembered(form, path)


def _called(form: type[BaseModel], path: str) -> Words | None:
    parts = [part.removesuffix("_text") for part in path.split("/")[1:]]
    places = [at for at, part in enumerate(parts) if part.isdecimal()]
    last = next((part for part in reversed(parts) if not part.isdecimal()), None)
    title = title_at(form, "/" + "/".join(parts))
    if last is None or not title:
        return None
    if not places:
        return Words(f"“{title}”栏", f"field {title}")
    zh, en = _ROWS.get(parts[places[0] - 1], ("项", "row"))
    number = int(parts[places[0]]) + 1
    row = Words(f"第{number}{zh}", f"{en} {number}")
    if len(parts) == places[0] + 1:
        return row
    item = f"第{int(parts[places[1]]) + 1}条" if len(places) == _LIST_IN_CELL else ""
    said = f", item {int(parts[places[1]]) + 1}" if len(places) == _LIST_IN_CELL else ""
    return Words(f"“{title}”栏，{row.zh}{item}", f"column {title}, {row.en}{said}")


_remembered = lru_cache(maxsize=1024)(_called)
"""Many findings are about the same few cells."""
