"""Blanks of a form that nobody filled in: what they ask for is no value.

Word marks such text as a placeholder, and its reader leaves it out; a PDF does not tell.
"""

from specvalidator.document import Block, Cell, Document, Paragraph
from specvalidator.prompts import unfilled


def without_prompts(document: Document) -> Document:
    """Return the document as it reads without the prompts of blanks."""
    return document._replace(blocks=_emptied(document.blocks))


def _emptied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        _paragraph(block)
        if isinstance(block, Paragraph)
        else block._replace(cells=tuple(map(_cell, block.cells)))
        for block in blocks
    )


def _cell(cell: Cell) -> Cell:
    return cell._replace(blocks=_emptied(cell.blocks))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    left = unfilled(paragraph.text)
    return paragraph if left is None else paragraph._replace(text=left)
