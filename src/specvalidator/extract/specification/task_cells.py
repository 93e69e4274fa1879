"""The cells of one task, and of one row, each read once."""

from functools import cached_property

from specvalidator.document import Cell, Unread
from specvalidator.extract.lines import CellText, Line, lines_of
from specvalidator.extract.specification.values import is_numbered, task_head, text_of
from specvalidator.extract.specification.vocabulary import ColumnSign, column_of

RowCells = dict[ColumnSign, list[CellText]]
"""The cells of a row by column."""


class TaskCells:
    """The cells of one task, each once, from top to bottom."""

    def __init__(self, sheet: int, *, percent: bool) -> None:
        self.sheet = sheet
        """Which of the sheets the task stands in."""
        self.percent = percent
        """The heading of the weights has the percent sign."""
        self.cells: dict[ColumnSign, list[CellText]] = {}
        self._known: set[tuple[ColumnSign, int]] = set()
        self._lacks_name: bool | None = None

    def add(self, row: RowCells) -> None:
        """Add the cells of a row that are not there yet."""
        for column, cells in row.items():
            known = self.cells.setdefault(column, [])
            for cell in cells:
                if known and cell is known[-1]:  # merged downwards
                    continue
                key = (column, id(cell))
                if key not in self._known and (cell.lines or not known):
                    known.append(cell)
                    self._known.add(key)
                    if column == "task":
                        self._lacks_name = None

    def of(self, column: ColumnSign) -> list[CellText]:
        """Return the cells of a column."""
        return self.cells.get(column, [])

    def lines(self, column: ColumnSign) -> list[Line]:
        """Return the lines of a column's cells."""
        return [line for cell in self.of(column) for line in cell.lines]

    def text(self, column: ColumnSign) -> str:
        """Return the text of a column's cells, one line for each line of the page."""
        return text_of(self.of(column))

    def unread(self, column: ColumnSign) -> Unread | None:
        """Return why something in a column has no text, None where all has."""
        if self.is_plain:
            return None
        return next((line.unread for line in self.lines(column) if line.unread), None)

    @property
    def lacks_name(self) -> bool:
        """Whether it so far has a number and no name: the name may stand in the next row."""
        if self._lacks_name is None:
            lines = self.lines("task")
            self._lacks_name = is_numbered(lines) and task_head(lines, expected=-1).name is None
        return self._lacks_name

    @cached_property
    def is_plain(self) -> bool:
        """All of it is text that can be seen and read."""
        for cells in self.cells.values():
            for cell in cells:
                for line in cell.lines:
                    if line.unread or line.hidden or line.invisible:
                        return False
        return True


class CellTexts:
    """The lines of cells, each cell read once."""

    def __init__(self) -> None:
        self._known: dict[int, CellText] = {}
        self._numbered: dict[int, bool] = {}
        self._headings: dict[int, ColumnSign | None] = {}

    def of(self, cell: Cell) -> CellText:
        """Return the lines of a cell."""
        known = self._known.get(id(cell))
        if known is None:
            known = self._known[id(cell)] = CellText(cell, lines_of(cell.blocks))
        return known

    # A cell that is merged downwards is met in every row that it covers.

    def is_numbered(self, cell: CellText) -> bool:
        """Say whether a cell begins with a task's number."""
        known = self._numbered.get(id(cell))
        if known is None:
            known = self._numbered[id(cell)] = is_numbered(cell.lines)
        return known

    def heading(self, cells: list[CellText]) -> ColumnSign | None:
        """Return the column whose heading some cells are, None where they are other text."""
        if len(cells) != 1:
            return _heading(text_of(cells))
        key = id(cells[0])
        if key not in self._headings:
            self._headings[key] = _heading(cells[0].text)
        return self._headings[key]


def _heading(text: str) -> ColumnSign | None:
    found = column_of(text)
    return found and found.value
