"""Words that were recognised without much certainty: where they are, and highlighted in a form."""

from pathlib import Path

import pytest

import specvalidator as sv
from cli.test_convert_command import HEAD, highlighted
from readers.scan.recording import pictures, replayed
from specvalidator.conversion import converted
from specvalidator.places import PdfPlace
from specvalidator.submission import Submission


@pytest.fixture(scope="module")
def read() -> Submission:
    """A page of which three headings of tasks are not certain."""
    with replayed("01-bamboo-basket-1"):
        [submission] = sv.read(pictures("01-bamboo-basket")[0], name="页.png")
    return submission


def test_they_are_known_with_their_places(read: Submission) -> None:
    assert [each.text for each in read.uncertain] == ["（一）选竹", "（二）起底", "（三）编身"]
    for number, words in enumerate(read.uncertain):
        cell = read.places[f"/tasks/{number}/name"]
        assert isinstance(cell, PdfPlace)
        assert cell.page == words.place.page
        assert cell.box[0] < words.place.box[0] < words.place.box[2] < cell.box[2]
        assert cell.box[1] < words.place.box[1] < words.place.box[3] < cell.box[3]


def test_the_form_highlights_them_and_nothing_else(read: Submission, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    form.write_bytes(converted(read))

    assert highlighted(form) == [HEAD, "选竹", "起底", "编身"]
    [made] = sv.read(form)
    assert made.model == read.model
    assert not made.uncertain
