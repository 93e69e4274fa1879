"""The form read block by block and row by row, by its labels and not by numbers of rows."""

import re
from collections.abc import Sequence

from specvalidator.document import Block, Cell, Paragraph, Table
from specvalidator.extract import remarks
from specvalidator.extract.application.fields import Fields
from specvalidator.extract.application.grid import FormGrid, Label
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.opinion import FoundOpinion
from specvalidator.extract.application.tables import Columns, Tables, columns_at, continued
from specvalidator.extract.application.venues import FoundVenues
from specvalidator.extract.application.vocabulary import TITLE
from specvalidator.extract.lines import AnyPlace, Line, lines_of, split, squeezed
from specvalidator.models.application import Application

_DEEPEST = 12
"""Tables in tables beyond this depth are not looked into."""
_SHORTEST_SURE_LABEL = 4
"""电话 may be a piece of equipment; 考点地址 is none."""
_OPINION = re.compile(r"^(?:申\s*报|申\s*请)?\s*单\s*位\s*意\s*见\s*[:：]?\s*")


class ApplicationReading:
    """One form on its way into a record."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.fields = Fields(self.notes)
        self.tables = Tables(self.notes)
        self.venues = FoundVenues(self.notes)
        self.opinion = FoundOpinion(self.notes)
        self._columns: Columns | None = None
        self._hidden: list[Line] = []

    def read(self, blocks: Sequence[Block]) -> Application:
        """Return the record; places and remarks are in `notes` then."""
        self._place_title(blocks)
        for block in blocks:
            if isinstance(block, Table):
                self._read_table(block)
            else:
                self._read_paragraph(block)
                self.opinion.doubt_drawn(split(block))
        self._note_hidden(blocks)
        return Application.model_validate(
            {
                **self.fields.values,
                "venues": self.venues.values,
                **self.tables.rows,
                "opinion": self.opinion.values,
            }
        )

    def _place_title(self, blocks: Sequence[Block]) -> None:
        title = next((block for block in blocks if _is_title(block)), None)
        first = title or next((block for block in blocks if isinstance(block, Table)), None)
        first = first or next(iter(blocks), None)
        if first is not None:
            self.notes.put("", first.place)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        for line in split(paragraph):
            self.fields.read_inline(line.text, line.place)

    def _read_table(self, table: Table, depth: int = 0) -> None:
        grid = FormGrid(table)
        if self._columns is not None:
            self._continue(grid)
        done = 0
        for row in range(table.rows):
            if row >= done:
                done = self._read_row(grid, row)
        if depth < _DEEPEST:
            for nested in grid.nested:
                self._read_table(nested, depth + 1)

    def _continue(self, grid: FormGrid) -> None:
        """Go on with the rows of the table before, where this one has no headings of its own."""
        before = self._columns
        first = [cell for cell in grid.beginning(0) if grid.text(cell).text]
        if before is None or not first or columns_at(grid, 0, Notes()):
            self._columns = None
            return
        self._columns = continued(before, grid)
        if self._columns is None and all(grid.label(cell) is None for cell in first):
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
            self._note_section(grid, cell)
        columns = columns_at(grid, row, self.notes)
        if columns is not None:
            self._columns = columns
            return row + 1
        if self._columns is not None and not self._ends_table(grid, cells):
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

    def _read_cell(self, grid: FormGrid, cell: Cell) -> None:
        if grid.label(cell) is not None:
            self.fields.read_label(grid, cell)
        elif grid.text(cell).text:
            self.fields.read_inline(grid.text(cell).text, cell.place)

    def _note_section(self, grid: FormGrid, cell: Cell) -> None:
        label = grid.label(cell)
        if label is None or label.section is None or self._is_data(label, cell):
            return
        path = f"/{label.section}"
        self.notes.put(path, cell.place)
        if label.meant:
            self.notes.misprint(path, label.written, label.meant)

    def _is_data(self, label: Label, cell: Cell) -> bool:
        """Say whether a label is a value of the table around it: a manager who is 负责人."""
        columns = self._columns
        if columns is None or label.section == columns.rows:
            return False
        inside = any(cell.column in span for span in columns.spans.values())
        first = min(span.start for span in columns.spans.values())
        return inside and (cell.column > first or len(label.written) < _SHORTEST_SURE_LABEL)

    def _ends_table(self, grid: FormGrid, cells: list[Cell]) -> bool:
        """Say whether a row begins with the label of another part of the form."""
        first = next(iter(cells), None)
        if first is None:
            return False
        label = grid.label(first)
        if label is None:
            return bool(_OPINION.match(grid.text(first).text))
        same = self._columns is not None and label.section == self._columns.rows
        return not same and not self._is_data(label, first)

    def _opinion_lines(self, grid: FormGrid, cell: Cell) -> list[Line] | None:
        """Return the lines of 申报单位意见 if a cell is its label or begins with it."""
        label = grid.label(cell)
        if label is not None and label.section == "opinion":
            rows = range(cell.row, cell.row + cell.row_span)
            cells = [each for row in rows for each in grid.beginning(row) if each is not cell]
            if not any(grid.text(each).lines for each in cells):
                rows = range(rows.stop, grid.table.rows)
                cells = [each for row in rows for each in grid.beginning(row)]
            return [line for each in cells for line in grid.text(each).lines]
        found = _OPINION.match(grid.text(cell).text)
        if found is None or label is not None:
            return None
        lines = grid.text(cell).lines
        return [lines[0]._replace(text=_OPINION.sub("", lines[0].text)), *lines[1:]]

    def _note_hidden(self, blocks: Sequence[Block]) -> None:
        lines = lines_of(blocks)
        hidden = [line for line in lines if line.hidden]
        if hidden:
            path = self.notes.path_at(hidden[0].place)
            self.notes.remarks.append(remarks.hidden(path, [line.hidden for line in hidden]))


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and TITLE.search(squeezed(block.text)) is not None


def _place_of(lines: list[Line], cell: Cell) -> AnyPlace:
    return lines[0].place if lines else cell.place
