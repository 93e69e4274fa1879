"""山东省专项职业能力考点设立申请表 (附件3): a document's words as the record of an application."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from specvalidator.document import Document, Table
from specvalidator.extract import remarks
from specvalidator.extract.application.grid import FormGrid, FormPart, is_title
from specvalidator.extract.application.reading import ApplicationReading
from specvalidator.extract.papers import first_lines, is_another_paper, is_unread
from specvalidator.placeholders import placeholder_of
from specvalidator.places import Source
from specvalidator.submission import Submission
from specvalidator.wording import Words

LOOKED_FOR = Words(
    "考点设立申请表：标题“……考点设立申请表”，或有“申请单位”“考点地址”“考核场地”“考评员情况”等栏目的表格",
    "a site application (考点设立申请表): its title, or a table with labels such as 申请单位, "
    "考点地址, 考核场地 and 考评员情况",
)
"""What an application is known by."""

_ENOUGH_LABELS = 4
_DISTINCTIVE = frozenset(("address", "staff_total", "venues", "examiners", "opinion"))
"""Parts that no other form has."""


def read_applications(document: Document, source: Source, *, insist: bool) -> list[Submission]:
    """Return the applications that a document holds, in order.

    Args:
        document: the file as text with places.
        source: the file; each submission gets it with its own index.
        insist: read it as an application however little of one is there.
    """
    if not insist and is_another_paper(first_lines(document)):
        return []
    parts = [FormGrid(each) if isinstance(each, Table) else each for each in document.blocks]
    forms = list(_forms(parts))
    if not insist:
        forms = [form for form in forms if _is_application(form)]
    elif not forms:
        forms = [[]]
    unread = [remarks.unread_part(called, place) for called, place in document.unread]
    submissions = []
    for index, form in enumerate(forms):
        reading = ApplicationReading()
        record = reading.read(form)
        submissions.append(
            Submission(
                source=source.model_copy(update={"index": index}),
                kind="application",
                model=record,
                places=reading.notes.places,
                remarks=(*reading.notes.remarks, *unread),
            )
        )
    filled = (text for each in submissions for text in _texts(each.model))
    if not insist and not any(filled) and not is_unread(document):
        return [each.model_copy(update={"blank": True}) for each in submissions]
    return submissions


def _texts(value: object) -> Iterator[str]:
    """Yield each value of a record that somebody wrote."""
    if isinstance(value, BaseModel):
        for inside in value.__dict__.values():
            yield from _texts(inside)
    elif isinstance(value, tuple | Mapping):
        for inside in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inside)
    elif value is not None and placeholder_of(str(value)) is None:
        yield str(value)


def _forms(parts: Sequence[FormPart]) -> Iterator[list[FormPart]]:
    """Yield the parts of each form: a title, or a second table for 申请单位, begins another."""
    form: list[FormPart] = []
    seen: set[str] = set()
    for part in parts:
        titled = is_title(part)
        labels = part.labels if isinstance(part, FormGrid) else ()
        begins = titled or "applicant" in labels
        if begins and ("applicant" in seen or (titled and seen)):
            yield form
            form, seen = [], set()
        form.append(part)
        seen.update(labels)
    if form:
        yield form


def _is_application(form: Sequence[FormPart]) -> bool:
    grids = [part for part in form if isinstance(part, FormGrid)]
    labels = set().union(*(grid.labels for grid in grids))
    titled = "title" in labels or any(map(is_title, form))
    sure = len(labels) >= _ENOUGH_LABELS and bool(labels & _DISTINCTIVE)
    return bool(grids) and (sure or (titled and len(labels) > 1))
