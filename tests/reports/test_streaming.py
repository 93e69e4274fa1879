"""What is said of many files is written as it is made: no page is ever held whole."""

from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.api import written
from specvalidator.reports import FORMATS, Style

FAULTY = Path(__file__).parents[2] / "examples/06-faults-net-mending.docx"
FEW, MANY = 20, 80


@pytest.mark.parametrize("form", FORMATS)
def test_the_largest_piece_of_a_page_does_not_grow_with_the_reports(form: str) -> None:
    reports = sv.validate(FAULTY)
    few, many = (
        [len(piece) for piece in written(reports * count, form, errors=(), style=Style())]
        for count in (FEW, MANY)
    )

    assert sum(many) > 2 * sum(few), "there is more to say"
    assert max(many) < 1.5 * max(few)
