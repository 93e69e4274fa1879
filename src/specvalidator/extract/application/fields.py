"""The single values of the form: beside their label, below it, or behind it in the same cell."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from specvalidator.extract.application.grid import FormCell, FormGrid
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.projects import ListedProject, projects_in, settled
from specvalidator.extract.application.values import count_of, unspaced
from specvalidator.extract.application.vocabulary import Field, called, words
from specvalidator.extract.lines import AnyPlace, Line, filled, squeezed
from specvalidator.placeholders import placeholder_of

_BEHIND = re.compile(
    r"(?:^|(?<=[\s；;，,。]))(?P<label>[^\s:：；;，,。][^:：；;，,。\n]{0,20}?)\s*[:：]"
)
_PEOPLE: tuple[Field, ...] = ("staff_total", "managers_total", "teachers_total")


class Fields:
    """The single values as far as they were found."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.values: dict[Field, Any] = {}
        self._projects: list[ListedProject] = []
        self._projects_place: AnyPlace | None = None

    def read_label(self, grid: FormGrid, cell: FormCell) -> None:
        """Read the value that a cell is the label of; the first of two such labels counts."""
        label = cell.label
        if label is None or label.field is None or label.field in self.values:
            return
        cells = grid.beside(cell)
        under = None if any(each.lines for each in cells) else grid.below(cell)
        if under is not None:
            cells = [under]
        if label.field in _PEOPLE:
            cells = _up_to_gap(cells)
        if label.meant:
            self._notes.misprint(f"/{label.field}", label.written, label.meant)
        at = cells or [cell]
        filled_in = next((each for each in at if each.text), at[0])
        self._notes.put(f"/{label.field}", filled_in.place)
        if label.field == "projects":
            lines = [line for each in cells for line in each.lines]
            self._read_projects(lines, filled_in.place)
            return
        text = self._notes.value(f"/{label.field}", called(label.field), cells)
        self._put(label.field, text)

    def read_inline(self, text: str, place: AnyPlace) -> bool:
        """Read `申请单位：……` from a text that holds label and value; say whether it does."""
        found = list(_inline(text))
        for field, value, slip in found:
            if field in self.values:
                continue
            self._notes.put(f"/{field}", place)
            if slip:
                self._notes.misprint(f"/{field}", *slip)
            if field == "projects":
                self._read_projects([Line(line, place) for line in value.split("\n")], place)
            else:
                self._put(field, filled(" ".join(value.split())))
        return bool(found)

    def _put(self, field: Field, text: str | None) -> None:
        if field in words().extra:
            self.values |= self._notes.added(f"/{field}", words().extra[field], text)
            return
        if field not in _PEOPLE or text is None:
            self.values[field] = unspaced(text) if text and field == "person_in_charge" else text
            return
        self.values[field] = count_of(text)
        if field != "teachers_total" and placeholder_of(text) == "nothing":
            self.values[field] = None  # a site may have no teachers, but somebody holds assessments
            return
        if self.values[field] is None:
            self._notes.not_a_number(f"/{field}", called(field), text)

    def _read_projects(self, lines: list[Line], place: AnyPlace) -> None:
        projects = [each for line in lines for each in projects_in(line.text)]
        self.values["projects"] = tuple(each.name for each in projects)
        self._projects, self._projects_place = projects, place
        why = next((line.unread for line in lines if line.unread), None)
        if why and not projects:
            self._notes.unreadable("/projects", called("projects"), why)

    def settle_projects(self, trades: Iterable[str]) -> None:
        """Part 柳筐编织和果树修剪 where examiners have both as their trades, else ask about it."""
        known = {squeezed(trade) for trade in trades}
        projects = [part for each in self._projects for part in settled(each, known)]
        if projects:
            self.values["projects"] = tuple(each.name for each in projects)
        for index, each in enumerate(projects):
            if self._projects_place is not None:
                self._notes.put(f"/projects/{index}", self._projects_place)
            if not each.certain:
                self._notes.doubt(
                    f"/projects/{index}",
                    f"考核项目“{each.name}”可能是一个项目，也可能是几个，请核对；几个项目请用“、”隔开。",
                    f"“{each.name}” may be one project or several; put 、 between several.",
                )


def _up_to_gap(cells: list[FormCell]) -> list[FormCell]:
    """Return the cells of one number: what stands behind an empty cell is that of no label."""
    gap = next((at for at, each in enumerate(cells) if at and not each.lines), len(cells))
    return cells[:gap] if cells and cells[0].lines else cells


_Slip = tuple[str, str] | None


def _inline(text: str) -> Iterator[tuple[Field, str, _Slip]]:
    """Yield each field whose label stands before a colon, with what follows up to the next."""
    matches = [
        (match, found)
        for match in _BEHIND.finditer(text)
        if (found := words().fields.find(match["label"]))
        and "签" not in match["label"]
        and not words().sections.find(match["label"], slips=False)
    ]
    for index, (match, found) in enumerate(matches):
        end = matches[index + 1][0].start() if index + 1 < len(matches) else len(text)
        value = text[match.end() : end].strip().strip("；;，,。")
        yield found.value, value, (match["label"], found.meant) if found.meant else None
