"""Text of others in the HTML report, wherever it may stand: reports and documents made by hand."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from lxml import html as markup

from reports.hostile import HOSTILE
from specvalidator.document import Cell, Document, Paragraph, Table
from specvalidator.findings import Clause, Content, HandClause, Location, Waived
from specvalidator.models.specification import Item, Specification, Task
from specvalidator.places import WordPlace
from specvalidator.reports import RENDERERS, Style
from specvalidator.reports.html.view import View
from specvalidator.submission import Submission
from specvalidator.typesetting import visible

Make = Callable[..., Any]
PLAIN = "拉面制作"


def _read(html: str) -> Any:  # noqa: ANN401 - lxml's element has no public name
    return markup.document_fromstring(html)


def _shape(html: str) -> Counter[str]:
    """Count elements and attributes; lines of a text are parted by elements of their own."""
    found: Counter[str] = Counter()
    for each in _read(html).iter():
        found.update([str(each.tag), *map(str, each.keys())])
    del found["br"]
    return found


def _document(text: str) -> Document:
    at = WordPlace(block=1, paragraph=1, heading=text)
    inside = WordPlace(block=2, table=1, row=1, column=1)
    line = Paragraph(f"{text}{text}", at, text, 0, hidden=text)
    cells = (Cell(0, 0, 1, 1, (Paragraph(text, inside),), inside),)
    return Document((line, Table(1, 2, cells, inside)), "application/x-test")


def _record(text: str) -> Specification:
    items = (Item(text=text),)
    tasks = (Task(name=text, operations=items, knowledge=items, weight_text=text),)
    return Specification(name=text, definition=text, tasks=tasks)


def _page(text: str, view: View, finding: Make, report: Make, failure: Make) -> str:
    """Return a page on which a text stands wherever text may stand."""
    place = WordPlace(block=1, paragraph=1, heading=text, file=text)
    at = Location(path="/name", place=place, written=text)
    clause = Clause(id="a", where=text, text=text)
    said = Waived(reason=text, approved_by=text, expires=date(2030, 1, 1))
    usual = {"message": f"message {text}", "suggestion": text, "location": at, "clause": clause}
    made = report(
        finding(**usual, related=(at,), lapsed=said),
        finding(**usual, waived=said),
        name=text,
        subject=text,
        contents=(Content(name=text, taken_for=text),),
        by_hand=(HandClause(id="b", where=text, text=text, reason=text),),
    )
    style = Style(views={"0" * 64: view})
    return "".join(RENDERERS["html"]((made, report(name="b.docx")), (failure(text),), style))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["document", "record"])
def test_text_of_others_is_shown_and_does_nothing(
    text: str, kind: str, finding: Make, report: Make, failure: Make
) -> None:
    def page(text: str) -> str:
        document = _document(text) if kind == "document" else None
        places = {"/name": WordPlace(block=1, paragraph=1)}
        form = Submission(source=None, kind="specification", model=_record(text), places=places)
        return _page(text, View(document, (form,)), finding, report, failure)

    hostile = page(text)
    assert _shape(hostile) == _shape(page(PLAIN))
    said = _read(hostile).body.text_content()
    assert all(visible(line).strip() in said for line in text.split("\n"))
    assert not [each for each in hostile if each != "\n" and visible(each) != each]


def test_text_that_is_marked_is_whole(finding: Make, report: Make, failure: Make) -> None:
    text = "<b>&amp;拉面</b>"
    form = Submission(
        source=None,
        kind="specification",
        model=_record(text),
        places={"/name": WordPlace(block=1, paragraph=1)},
    )
    html = _page(text, View(_document(text), (form,)), finding, report, failure)
    marks = _read(html).xpath("//mark")
    assert [each.text_content() for each in marks] == [text]
