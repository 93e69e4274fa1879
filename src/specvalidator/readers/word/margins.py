"""Headers and footers: what stands in the margins of the pages."""

from collections.abc import Callable, Iterator

from specvalidator.document import Block, Paragraph
from specvalidator.readers.word.ooxml import W, child_of
from specvalidator.readers.word.package import Package
from specvalidator.readers.xml import Element, parse

_REFERENCES = (W + "headerReference", W + "footerReference")
_KINDS = frozenset({"header", "footer"})
_TYPE = W + "type"
_FIRST_PAGE = W + "titlePg"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FEWEST = 12
"""Bytes of text beyond ASCII: a label and a value in Chinese have more."""

ReadBlocks = Callable[[Element], tuple[Block, ...]]


def margins(
    sections: list[Element], package: Package, main: str, read: ReadBlocks
) -> tuple[str, ...]:
    """Return the lines of all headers and footers that pages show, the cells of a row by tabs.

    Args:
        sections: each `w:sectPr` of the main part.
        package: the file.
        main: name of the main part.
        read: what reads the paragraphs and tables below an element.
    """
    named = list(dict.fromkeys(_shown(sections)))
    if not named:
        return ()
    targets = {each.id: each.target for each in package.relations(main) if each.kind in _KINDS}
    lines: list[str] = []
    for target in dict.fromkeys(targets.get(name, "") for name in named):
        xml = package.read(target)
        if xml is None or len(xml) - len(xml.decode("ascii", "ignore")) < _FEWEST:
            continue
        lines += _lines(read(parse(xml, target)))
    return tuple(dict.fromkeys(line for line in lines if line.strip()))


def _shown(sections: list[Element]) -> Iterator[str]:
    """Yield the relations of the headers and footers that some page has."""
    for section in sections:
        has_first = child_of(section, _FIRST_PAGE) is not None
        for reference in section.iterchildren(*_REFERENCES):
            if has_first or reference.get(_TYPE) != "first":
                yield reference.get(_ID) or ""


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
            continue
        for row in range(block.rows):
            cells = [cell.text for cell in block.cells if cell.row == row]
            yield "\t".join(" ".join(text.split()) for text in cells if text.strip())
