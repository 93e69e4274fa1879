"""How often a form is looked at: what is asked of a cell is asked once, whoever asks."""

from collections import Counter
from unittest import mock

from extract.application.forms import TITLE, form, submission
from specvalidator.extract.application import grid
from specvalidator.extract.labels import folded


def test_a_cell_is_read_once_and_its_label_is_looked_up_once() -> None:
    table = form()
    with (
        mock.patch.object(grid, "folded", side_effect=folded) as folding,
        mock.patch.object(grid, "FormCell", side_effect=grid.FormCell) as reading,
    ):
        submission(TITLE, table)

    read = Counter(id(call.args[0]) for call in reading.call_args_list)
    assert len(read) == len(table.cells)
    assert set(read.values()) == {1}
    assert folding.call_count <= len(table.cells)
