"""A form of thousands of lists costs as much for each as one of few."""

from docx import Document

from costs import steps
from specvalidator.forms.writing import AutomaticNumbers

FEW, MORE = 50, 6


def begun(lists: int) -> list[int]:
    """Begin so many lists, of two sorts in turn, and return the numbers that they have."""
    document = Document()
    sorts = [AutomaticNumbers(document, "decimal", pattern) for pattern in ("%1.", "（%1）")]
    for at in range(lists):
        sorts[at % 2].restart()
        sorts[at % 2].mark(document.add_paragraph(), 1)
    numbering = document.part.numbering_part.element
    return [int(each) for each in numbering.xpath("w:num/@w:numId")]


def test_each_list_has_a_number_of_its_own() -> None:
    numbers = begun(50)

    assert len(set(numbers)) == len(numbers) >= 50


def test_to_begin_a_list_costs_no_more_the_more_there_are() -> None:
    none, few, many = steps(_nothing), steps(_few), steps(_many)

    assert many - none < 1.05 * MORE * (few - none)


def _nothing() -> None:
    begun(0)


def _few() -> None:
    begun(FEW)


def _many() -> None:
    begun(FEW * MORE)
