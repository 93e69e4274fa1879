"""Files as programs write them: python-docx here, LibreOffice by way of it."""

import io
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from readers.word.word_files import only_table, said
from specvalidator.document import Document, Paragraph, paragraphs_of
from specvalidator.readers import read_document
from tools import LIBREOFFICE, program

ROWS = [
    ["能力名称：拉面制作", "能力名称：拉面制作", "职业领域：中式面点师", "职业领域：中式面点师"],
    ["工作任务", "操作规范", "相关知识", "考核比重"],
    ["（一）和面", "1.称量面粉", "1.面粉知识", "40%"],
    ["", "2.揉制面团", "2.水温知识", ""],
]


def written() -> bytes:
    """Return a draft as python-docx writes it, with merged cells."""
    made = docx.Document()
    made.add_heading("拉面制作专项职业能力考核规范", level=0)
    made.add_heading("一、定义", level=1)
    broken = made.add_paragraph("运用面粉，")
    broken.runs[0].add_break(WD_BREAK.LINE)
    broken.add_run("制作拉面的能力。").bold = True
    made.add_paragraph("申报条件", style="List Number")
    made.add_paragraph("考评员构成", style="List Number")
    grid = made.add_table(rows=len(ROWS), cols=4)
    grid.style = "Table Grid"
    for line, texts in zip(grid.rows, ROWS, strict=True):
        for place, text in zip(line.cells, texts, strict=True):
            place.text = text
    for first, last in (((0, 0), (0, 1)), ((0, 2), (0, 3))):
        left, right = grid.cell(*first), grid.cell(*last)
        right.text = ""
        left.merge(right)
    for column in (0, 3):
        grid.cell(2, column).merge(grid.cell(3, column))
    made.sections[0].header.paragraphs[0].text = "页眉不属于正文"
    made.add_comment(made.paragraphs[0].runs[0], text="批注不属于正文", author="审", initials="S")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


EXPECTED_TABLE = [
    ["0,0 1x2", "能力名称：拉面制作"],
    ["0,2 1x2", "职业领域：中式面点师"],
    ["1,0 1x1", "工作任务"],
    ["1,1 1x1", "操作规范"],
    ["1,2 1x1", "相关知识"],
    ["1,3 1x1", "考核比重"],
    ["2,0 2x1", "（一）和面"],
    ["2,1 1x1", "1.称量面粉"],
    ["2,2 1x1", "1.面粉知识"],
    ["2,3 2x1", "40%"],
    ["3,1 1x1", "2.揉制面团"],
    ["3,2 1x1", "2.水温知识"],
]
EXPECTED_LINES = [
    ("拉面制作专项职业能力考核规范", 0),
    ("一、定义", 0),
    ("运用面粉，\n制作拉面的能力。", None),
    ("1.申报条件", None),
    ("2.考评员构成", None),
]


def lines(document: Document) -> list[tuple[str, int | None]]:
    return [
        (block.text, block.level)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text
    ]


def filled_cells(document: Document) -> list[list[object]]:
    """Return the table as `said` does, without the empty paragraphs that merging leaves."""
    (table,) = said([only_table(document)])
    return [[part for part in each if part != ""] for each in table]


def test_a_draft_of_python_docx_is_read_whole() -> None:
    document = read_document(written())

    assert lines(document) == EXPECTED_LINES
    assert filled_cells(document) == EXPECTED_TABLE
    assert not any(each.hidden or each.unread for each in paragraphs_of(document.blocks))
    assert document.unread == ()


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the draft as LibreOffice writes it, by the ending of the file."""
    office = program(LIBREOFFICE)
    folder = tmp_path_factory.mktemp("office")
    source = folder / "draft.docx"
    source.write_bytes(written())
    files = {}
    for ending, told in (("docx", "docx:MS Word 2007 XML"), ("doc", "doc"), ("odt", "odt")):
        out = folder / ending
        subprocess.run(  # noqa: S603 - a fixed command on a file of our own
            [
                office,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                told,
                "--outdir",
                str(out),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        files[ending] = Path(out / f"draft.{ending}").read_bytes()
    return files


def test_a_draft_that_libreoffice_saved_is_read_whole(converted: dict[str, bytes]) -> None:
    document = read_document(converted["docx"])

    assert lines(document) == EXPECTED_LINES
    assert filled_cells(document) == EXPECTED_TABLE


@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_what_libreoffice_saved_in_another_format_is_read_whole(
    converted: dict[str, bytes], ending: str
) -> None:
    document = read_document(converted[ending])

    assert lines(document) == EXPECTED_LINES
    assert filled_cells(document) == EXPECTED_TABLE
