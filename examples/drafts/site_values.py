"""What an application says, written by hand: rows of its tables, read from left to right."""

from collections.abc import Sequence
from typing import Any

from drafts.values import Record

Cells = Sequence[str | int | None]


def _row(names: Sequence[str], values: Cells) -> Record:
    return dict(zip(names, values, strict=True))


def equipment(*rows: Cells) -> list[Record]:
    """Return rows of name, model, quantity, quantity as written, note."""
    names = ("name", "model", "quantity", "quantity_text", "note")
    return [_row(names, row) for row in rows]


def managers(*rows: Cells) -> list[Record]:
    """Return rows in the order of the form's columns."""
    names = ("name", "sex", "age", "education", "position", "qualification", "major", "note")
    return [_row(names, row) for row in rows]


def examiners(*rows: Cells) -> list[Record]:
    """Return rows in the order of the form's columns."""
    names = ("name", "sex", "age", "education", "title", "qualification")
    return [_row((*names, "trade", "certificate_number"), row) for row in rows]


def rooms(
    classrooms: float | None = None,
    classroom_area: float | None = None,
    workshops: float | None = None,
    workshop_area: float | None = None,
) -> Record:
    """Return the rooms of one tenure."""
    return {
        "classrooms": classrooms,
        "classroom_area": classroom_area,
        "workshops": workshops,
        "workshop_area": workshop_area,
    }


def printed(rows: Sequence[Record], columns: Sequence[str]) -> list[list[str]]:
    """Return what a table shows of its rows: nothing for what is not known."""
    return [[_shown(row[column]) for column in columns] for row in rows]


def _shown(value: Any) -> str:  # noqa: ANN401 - any value of a record
    return "" if value is None else str(value)


EQUIPMENT_COLUMNS = ("name", "model", "quantity_text", "note")
MANAGER_COLUMNS = (
    *("name", "sex", "age", "education", "position", "qualification", "major", "note"),
)
EXAMINER_COLUMNS = (
    *("name", "sex", "age", "education", "title", "qualification", "trade"),
    "certificate_number",
)
