"""考核场地: classrooms and workshops, owned and rented (附件3)."""

import re
from typing import TYPE_CHECKING, Literal

from specvalidator.extract.application.grid import FormCell, FormGrid
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.values import Entry, RoomKind, rooms_in
from specvalidator.extract.labels import GARBLED
from specvalidator.extract.lines import squeezed

if TYPE_CHECKING:
    from decimal import Decimal

Tenure = Literal["owned", "rented"]
"""自有 or 租用."""

_AREA = "面积"
_ROOM = "室"
"""Without it nothing is said of a 教室 or 操作室."""
_OWNED = re.compile(r"自\s*有")
_RENTED = re.compile(r"租\s*[用赁借]")
_AREAS: dict[RoomKind, str] = {"classrooms": "classroom_area", "workshops": "workshop_area"}
_ROOMS: dict[RoomKind, str] = {"classrooms": "教室", "workshops": "操作室"}
_TENURES: dict[Tenure, str] = {"owned": "自有", "rented": "租用"}


class FoundVenues:
    """The venues as far as they were found."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.values: dict[Tenure, dict[str, Decimal | None]] = {"owned": {}, "rented": {}}

    def read_row(self, grid: FormGrid, row: int) -> bool:
        """Read the rooms in a row of a table; say whether it has any."""
        cells = [cell for cell in grid.row(row) if cell.label is None]
        text = " ".join(cell.text for cell in cells)
        if _ROOM not in text and GARBLED not in text:
            return False
        tenure = _tenure(text)
        if GARBLED in text and _AREA in squeezed(text):
            self._notes.unreadable(
                f"/venues/{tenure}" if tenure else "/venues", "考核场地", "garbled"
            )
        if _ROOM not in text:
            return False
        pieces = [cell for cell in cells if cell.row == row and not _is_tenure(cell)]
        lines = rooms_in(" ".join(piece.text for piece in pieces))
        if not lines:
            return False
        for line in lines:
            kept = tenure or self._next_tenure(line.kind)
            self._put(kept, line.kind, line.rooms, pieces, f"{_ROOMS[line.kind]}间数")
            self._put(kept, _AREAS[line.kind], line.area, pieces, f"{_ROOMS[line.kind]}面积")
        self._doubt_pictures(tenure or "owned", pieces)
        return True

    def _next_tenure(self, kind: RoomKind) -> Tenure:
        """Without a word for it, what is owned comes first, as in the form."""
        return "rented" if kind in self.values["owned"] else "owned"

    def _put(
        self,
        tenure: Tenure,
        field: str,
        entry: Entry,
        pieces: list[FormCell],
        called: str,
    ) -> None:
        values = self.values[tenure]
        if field in values and (values[field] is not None or entry.number is None):
            return
        values[field] = entry.number
        path = f"/venues/{tenure}/{field}"
        at = _cell_at(pieces, entry.at)
        self._notes.put("/venues", at.place)
        self._notes.put(f"/venues/{tenure}", at.place)
        self._notes.put(path, at.place)
        if entry.number is None and entry.written:
            self._notes.not_a_number(path, f"{_TENURES[tenure]}{called}", entry.written)

    def _doubt_pictures(self, tenure: Tenure, pieces: list[FormCell]) -> None:
        for piece in pieces:
            why = next((line.unread for line in piece.lines if line.unread), None)
            if why and not piece.text:
                self._notes.unreadable(f"/venues/{tenure}", "考核场地", why)


def _tenure(text: str) -> Tenure | None:
    owned, rented = _OWNED.search(text), _RENTED.search(text)
    if owned and not rented:
        return "owned"
    return "rented" if rented and not owned else None


def _is_tenure(cell: FormCell) -> bool:
    return len(cell.squeezed) <= len("自有场地") and _tenure(cell.text) is not None


def _cell_at(pieces: list[FormCell], at: int) -> FormCell:
    """Return the cell in which a position of the joined text stands."""
    for piece in pieces:
        if at <= len(piece.text):
            return piece
        at -= len(piece.text) + 1
    return pieces[-1]
