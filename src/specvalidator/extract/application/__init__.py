"""山东省专项职业能力考点设立申请表 (附件3): a document's words as the record of an application."""

from collections.abc import Iterator, Sequence

from specvalidator.document import Block, Document, Paragraph, Table
from specvalidator.extract import remarks
from specvalidator.extract.application.grid import FormGrid
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.reading import ApplicationReading
from specvalidator.extract.application.tables import columns_at
from specvalidator.extract.application.vocabulary import TITLE
from specvalidator.extract.lines import squeezed
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
    forms = list(_forms(document.blocks))
    if not insist:
        forms = [blocks for blocks in forms if _is_application(blocks)]
    elif not forms:
        forms = [[]]
    unread = [remarks.unread_part(called, place) for called, place in document.unread]
    submissions = []
    for index, blocks in enumerate(forms):
        reading = ApplicationReading()
        record = reading.read(blocks)
        submissions.append(
            Submission(
                source=source.model_copy(update={"index": index}),
                kind="application",
                model=record,
                places=reading.notes.places,
                remarks=(*reading.notes.remarks, *unread),
            )
        )
    return submissions


def _forms(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each form: a title, or a second table for 申请单位, begins another."""
    form: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        labels = _labels(block) if isinstance(block, Table) else set()
        begins = _is_title(block) or "applicant" in labels
        if begins and ("applicant" in seen or (_is_title(block) and seen)):
            yield form
            form, seen = [], set()
        form.append(block)
        seen |= labels
    if form:
        yield form


def _is_application(blocks: Sequence[Block]) -> bool:
    tables = [block for block in blocks if isinstance(block, Table)]
    labels = set().union(*map(_labels, tables))
    titled = any(map(_is_title, blocks)) or "title" in labels
    sure = len(labels) >= _ENOUGH_LABELS and bool(labels & _DISTINCTIVE)
    return bool(tables) and (sure or (titled and len(labels) > 1))


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and TITLE.search(squeezed(block.text)) is not None


def _labels(table: Table) -> set[str]:
    """Return the labels of the form that a table has, tables inside it included."""
    grid = FormGrid(table)
    found: set[str] = set()
    for cell in table.cells:
        label = grid.label(cell)
        if label is not None:
            found.add(str(label.field or label.section))
        elif TITLE.search(squeezed(grid.text(cell).text)):
            found.add("title")
    for row in range(table.rows):
        columns = columns_at(grid, row, Notes())
        if columns is not None and columns.rows == "examiners":
            found.add("examiners")
    for nested in grid.nested:
        found |= _labels(nested)
    return found
