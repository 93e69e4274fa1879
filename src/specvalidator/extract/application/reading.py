"""The form read block by block and row by row, by its labels and not by numbers of rows."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from specvalidator.document import Paragraph, paragraphs_of
from specvalidator.extra import gathered
from specvalidator.extract import remarks
from specvalidator.extract.application.fields import Fields
from specvalidator.extract.application.grid import (
    CellLabel,
    FormCell,
    FormGrid,
    FormPart,
    is_title,
)
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.opinion import FoundOpinion
from specvalidator.extract.application.tables import Columns, Tables, columns_at, continued
from specvalidator.extract.application.venues import FoundVenues
from specvalidator.extract.application.vocabulary import OwnField, Section, asked, called, words
from specvalidator.extract.lines import AnyPlace, Line, split, squeezed
from specvalidator.models.application import Application
from specvalidator.placeholders import placeholder_of

_DEEPEST = 12
"""Tables in tables beyond this depth are not looked into."""
_SHORTEST_SURE_LABEL = 4
"""电话 may be a piece of equipment; 考点地址 is none."""
_OPINION = re.compile(r"^(?:申\s*报|申\s*请)?\s*单\s*位\s*意\s*见\s*[:：]?\s*")
_SECTIONS: Mapping[Literal["venues", "equipment", "managers", "examiners"], str] = {
    "venues": "考核场地",
    "equipment": "与专项职业能力项目相适应的设施设备",
    "managers": "组织管理人员情况",
    "examiners": "考评员情况",
}
"""The parts of the form that are tables, and what it calls them."""
_TENURES = re.compile(r"自有|租用")
_LONGEST_QUOTE = 40


class ApplicationReading:
    """One form on its way into a record."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.fields = Fields(self.notes)
        self.tables = Tables(self.notes)
        self.venues = FoundVenues(self.notes)
        self.opinion = FoundOpinion(self.notes)
        self._columns: Columns | None = None
        self._sections: set[Section] = set()
        self._texts: dict[Section, str] = {}
        """What stands beside the label of a part in place of its headings or lines."""

    def read(self, parts: Sequence[FormPart]) -> Application:
        """Return the record; places and remarks are in `notes` then."""
        self._place_title(parts)
        for part in parts:
            if isinstance(part, FormGrid):
                self._read_table(part)
            else:
                self._read_paragraph(part)
                self.opinion.doubt_drawn(split(part))
        self.fields.settle_projects(row.get("trade") or "" for row in self.tables.rows["examiners"])
        self._note_hidden(parts)
        if parts:
            self._note_unfound()
        return Application.model_validate(
            {
                **gathered(self.fields.values),
                "venues": self.venues.values,
                **self.tables.rows,
                "opinion": self.opinion.values,
            }
        )

    def _note_unfound(self) -> None:
        """Doubt what no label was found for, and what is written as text in place of a table."""
        for field in (*get_args(OwnField), *asked()):
            if field not in self.fields.values:
                self.notes.unfound(f"/{field}", called(field))
        for section, title in _SECTIONS.items():
            filled: Sequence[object] = (
                [each for each in self.venues.values.values() if each]
                if section == "venues"
                else self.tables.rows[section]
            )
            is_empty = not filled
            if section in self._texts and is_empty:
                self.notes.doubt(
                    f"/{section}",
                    f"“{title}”一栏没有按表格填写，写的是“{self._texts[section]}”，无法逐项读取。",
                    f"{title} is not filled in as a table but says “{self._texts[section]}”, which "
                    "cannot be read item by item.",
                )
            elif section not in self._sections and is_empty:
                self.notes.unfound(f"/{section}", title)
        if not self.opinion.values:
            self.notes.unfound("/opinion", "申报单位意见")

    def _place_title(self, parts: Sequence[FormPart]) -> None:
        title = next((part for part in parts if is_title(part)), None)
        first = title or next((part for part in parts if isinstance(part, FormGrid)), None)
        first = first or next(iter(parts), None)
        if first is not None:
            self.notes.put("", first.place)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        for line in split(paragraph):
            self.fields.read_inline(line.text, line.place)

    def _read_table(self, grid: FormGrid, depth: int = 0) -> None:
        if self._columns is not None:
            self._continue(grid)
        done = 0
        for row in range(grid.table.rows):
            if row >= done:
                done = self._read_row(grid, row)
        if depth < _DEEPEST:
            for nested in grid.nested:
                self._read_table(nested, depth + 1)

    def _continue(self, grid: FormGrid) -> None:
        """Go on with the rows of the table before, where this one has no headings of its own."""
        before = self._columns
        first = [cell for cell in grid.beginning(0) if cell.text]
        if before is None or not first or columns_at(grid, 0, Notes()):
            self._columns = None
            return
        self._columns = continued(before, grid)
        if self._columns is None and all(cell.label is None for cell in first):
            self.notes.doubt(
                f"/{before.rows}",
                "表格分成了两个，后一个没有栏目名称，栏数也不同，无法读取其中的内容。",
                "The table goes on in another one without headings and with other columns, which "
                "cannot be read.",
            )

    def _read_row(self, grid: FormGrid, row: int) -> int:
        """Read what begins in a row; return the first row that is not read yet."""
        cells = grid.beginning(row)
        for cell in cells:
            if cell.label is not None and cell.label.section is not None:
                self._note_section(grid, cell, cell.label, cell.label.section)
        columns = columns_at(grid, row, self.notes)
        if columns is not None:
            self._columns = columns
            return row + 1
        if self._columns is not None and not self._ends_table(cells):
            self.tables.read_row(self._columns, row)
            return row + 1
        self._columns = None
        for cell in cells:
            lines = self._opinion_lines(grid, cell)
            if lines is not None:
                self.opinion.read(lines, _place_of(lines, cell))
                return max(row + 1, cell.row + cell.row_span)
        if not self.venues.read_row(grid, row):
            for cell in cells:
                self._read_cell(grid, cell)
        return row + 1

    def _read_cell(self, grid: FormGrid, cell: FormCell) -> None:
        if cell.label is not None:
            self.fields.read_label(grid, cell)
        elif cell.text:
            self.fields.read_inline(cell.text, cell.place)

    def _note_section(
        self, grid: FormGrid, cell: FormCell, label: CellLabel, section: Section
    ) -> None:
        if self._is_data(label, cell):
            return
        path = f"/{section}"
        self._sections.add(section)
        self._note_text(grid, cell, section)
        self.notes.put(path, cell.place)
        if label.meant:
            self.notes.misprint(path, label.written, label.meant)

    def _note_text(self, grid: FormGrid, cell: FormCell, section: Section) -> None:
        if section not in _SECTIONS or grid.table_at(cell.row) is not None:
            return
        beside = [each.text for each in grid.beside(cell)]
        text = " ".join(each for each in beside if each and placeholder_of(each) is None)
        if (
            text
            and words().heads.find(squeezed(text)) is None
            and not _TENURES.match(squeezed(text))
        ):
            self._texts.setdefault(section, _shortened(" ".join(text.split())))

    def _is_data(self, label: CellLabel, cell: FormCell) -> bool:
        """Say whether a label is a value of the table around it: a manager who is 负责人."""
        columns = self._columns
        if columns is None or label.section == columns.rows:
            return False
        inside = any(cell.column in span for span in columns.spans.values())
        first = min((span.start for span in columns.spans.values()), default=0)
        return inside and (cell.column > first or len(label.written) < _SHORTEST_SURE_LABEL)

    def _ends_table(self, cells: list[FormCell]) -> bool:
        """Say whether a row begins with the label of another part of the form."""
        first = next(iter(cells), None)
        if first is None:
            return False
        label = first.label
        if label is None:
            return bool(_OPINION.match(first.text))
        same = self._columns is not None and label.section == self._columns.rows
        return not same and not self._is_data(label, first)

    def _opinion_lines(self, grid: FormGrid, cell: FormCell) -> list[Line] | None:
        """Return the lines of 申报单位意见 if a cell is its label or begins with it."""
        label = cell.label
        if label is not None and label.section == "opinion":
            rows = range(cell.row, cell.row + cell.row_span)
            cells = [each for row in rows for each in grid.beginning(row) if each is not cell]
            if not any(each.lines for each in cells):
                rows = range(rows.stop, grid.table.rows)
                cells = [each for row in rows for each in grid.beginning(row)]
            return [line for each in cells for line in each.lines]
        found = _OPINION.match(cell.text)
        if found is None or label is not None:
            return None
        lines = cell.lines
        return [lines[0]._replace(text=_OPINION.sub("", lines[0].text)), *lines[1:]]

    def _note_hidden(self, parts: Sequence[FormPart]) -> None:
        blocks = tuple(part.table if isinstance(part, FormGrid) else part for part in parts)
        hidden = [each for each in paragraphs_of(blocks) if each.hidden]
        if hidden:
            path = self.notes.path_at(hidden[0].place)
            self.notes.remarks.append(remarks.hidden(path, [each.hidden for each in hidden]))


def _place_of(lines: list[Line], cell: FormCell) -> AnyPlace:
    return lines[0].place if lines else cell.place


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
