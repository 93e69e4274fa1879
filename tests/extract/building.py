"""Documents in a few words: text is a paragraph, rows of text are a table."""

from collections.abc import Sequence

from specvalidator.document import Block, Cell, Document, Paragraph, Table, Unread
from specvalidator.extract import extract
from specvalidator.models import Kind, Specification
from specvalidator.places import Source, WordPlace
from specvalidator.submission import Submission

ABOVE, LEFT = "^", "<"
"""In a row: this place belongs to the cell above it, to the cell left of it."""

Content = str | Block | Sequence[str | Block]
"""What stands in a cell: text with a line for each paragraph, or blocks."""
Part = str | Block

SOURCE = Source(name="draft.docx", media_type="test", sha256="0" * 64, size=1)
HEADER = ("工作任务", "操作规范", "相关知识", "考核比重")
TASKS = (
    ("（一）原料准备", "1.称取面粉\n2.检查工具", "1.面粉的种类", "40%"),
    ("（二）和面", "1.加水\n2.揉面", "1.水温的影响", "35%"),
    ("（三）煮面", "1.下面", "1.火候\n2.食品卫生", "25%"),
)
DEFINITION = "运用和面机等工具设备，在厨房内，进行和面、溜条、煮制，制作拉面的能力。"
APPLICANTS = "运用或准备运用本项能力求职、就业的人员。"
TITLE = "拉面制作专项职业能力考核规范"


def paragraph(  # noqa: PLR0913 - the fields of a paragraph
    text: str,
    *,
    block: int = 1,
    label: str = "",
    level: int | None = None,
    unread: Unread | None = None,
    hidden: str = "",
) -> Paragraph:
    """Return a paragraph of the body; `text` begins with its `label`."""
    return Paragraph(text, WordPlace(block=block, paragraph=block), label, level, unread, hidden)


def table(*rows: Sequence[Content], number: int = 1) -> Table:
    """Return a table; each row gives what stands at each place of the grid."""
    columns = max(len(row) for row in rows)
    cells: list[Cell] = []
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            if content not in (ABOVE, LEFT):
                width = _run(contents[column + 1 :], LEFT)
                height = _run([below[column] for below in rows[row + 1 :]], ABOVE)
                place = WordPlace(block=number, table=number, row=row + 1, column=column + 1)
                cells.append(
                    Cell(row, column, 1 + height, 1 + width, _blocks(content, place), place)
                )
    place = WordPlace(block=number, table=number)
    return Table(len(rows), columns, tuple(cells), place)


def _run(contents: Sequence[Content], sign: str) -> int:
    return next((at for at, each in enumerate(contents) if each != sign), len(contents))


def _blocks(content: Content, place: WordPlace) -> tuple[Block, ...]:
    if isinstance(content, Paragraph | Table):
        return (content,)
    parts = content.split("\n") if isinstance(content, str) else content
    return tuple(Paragraph(part, place) if isinstance(part, str) else part for part in parts)


def content_table(
    *tasks: Sequence[Content], head: Sequence[Sequence[Content]] = (), number: int = 1
) -> Table:
    """Return a content table with the form's four columns."""
    return table(*head, HEADER, *(tasks or TASKS), number=number)


def document(*parts: Part, unread: tuple[str, ...] = ()) -> Document:
    """Return a document; each paragraph's place counts its position."""
    blocks = tuple(
        paragraph(part, block=at) if isinstance(part, str) else part
        for at, part in enumerate(parts, start=1)
    )
    return Document(blocks, "test", tuple((word, None) for word in unread))


def submissions(*parts: Part, kind: Kind | None = None) -> list[Submission]:
    """Return what is read from a document of these parts."""
    return extract(document(*parts), SOURCE, kind)


def submission(*parts: Part) -> Submission:
    """Return the one specification of a document."""
    [only] = submissions(*parts, kind="specification")
    return only


def read(*parts: Part) -> Specification:
    """Return the record of the one specification of a document."""
    model = submission(*parts).model
    assert isinstance(model, Specification)
    return model


def records(*parts: Part) -> list[Specification]:
    """Return the records of a document, which must be recognised without help."""
    models = [each.model for each in submissions(*parts)]
    return [model for model in models if isinstance(model, Specification)]


def remarks(*parts: Part, kind: str = "doubt") -> dict[str, str]:
    """Return the reader's remarks of a kind: path and Chinese words."""
    found = submission(*parts).remarks
    return {remark.path: remark.message.zh for remark in found if remark.kind == kind}


def task_lines(record: Specification) -> list[tuple[int | None, str | None, str | None]]:
    """Return number, name and written weight of each task."""
    return [(task.number, task.name, task.weight_text) for task in record.tasks]


CONTENT = "三、能力标准与鉴定内容"
THREE = [(1, "原料准备", "40%"), (2, "和面", "35%"), (3, "煮面", "25%")]


def tasks_of(*tables: Table | str) -> list[tuple[int | None, str | None, str | None]]:
    return task_lines(read(TITLE, CONTENT, *tables))


def record_of(cell: Content, column: str) -> Specification:
    """Return the record of a table whose first task has `cell` in `column`."""
    row = dict(zip(("task", "operations", "knowledge", "weight"), TASKS[0], strict=True))
    return read(TITLE, CONTENT, content_table(tuple((row | {column: cell}).values()), *TASKS[1:]))


def items(record: Specification, column: str = "operations") -> list[tuple[int | None, str]]:
    return [(item.number, item.text) for item in getattr(record.tasks[0], column)]
