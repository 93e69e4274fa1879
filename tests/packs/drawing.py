"""A Word form of ours as pages that another program drew: the same words, the same cells."""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import accumulate

from drafts.sheet import Cell, Sheet

from specvalidator.document import Paragraph, Table
from specvalidator.readers import read_document, recognise

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjbFwAAAABJRU5ErkJggg=="
)
"""A picture of one point."""


def drawn(form: bytes) -> bytes:
    """Return a PDF with the paragraphs and tables of a Word form, in columns as wide as there."""
    sheet = Sheet()
    grids = _grids(form)
    for block in read_document(recognise(form)).blocks:
        if isinstance(block, Paragraph):
            sheet.paragraph(block.text)
        else:
            sheet.table(next(grids), _rows(block), size=8)
    return sheet.data()


def _grids(form: bytes) -> Iterator[list[int]]:
    """Yield the edges of each table's columns."""
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        text = package.read("word/document.xml").decode()
    for grid in re.findall(r"<w:tblGrid>.*?</w:tblGrid>", text, re.DOTALL):
        widths = [int(each) for each in re.findall(r'w:w="(\d+)"', grid)]
        yield [0, *accumulate(widths)]


def _rows(table: Table) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        texts = [each.text for each in cell.blocks if isinstance(each, Paragraph)]
        rows[cell.row].append(Cell("\n".join(texts), cell.column_span, cell.row_span))
    return rows
