"""Headers and footers are kept beside the text: whoever extracts asks what they may fill in."""

import pytest

from readers.word.word_files import (
    NAMES,
    cell,
    document_xml,
    paragraph,
    parts,
    relations,
    row,
    table,
    texts,
    zipped,
)
from specvalidator.document import Document
from specvalidator.readers import read_document

LINE = "能力名称：网具编结"


def with_margins(references: str, header: str = "", footer: str = "", more: str = "") -> Document:
    section = f"<w:sectPr>{references}{more}</w:sectPr>"
    members: dict[str, str | bytes] = {
        **parts(""),
        "word/document.xml": document_xml(paragraph("见") + section),
        "word/_rels/document.xml.rels": relations(
            ("header", "header1.xml"), ("footer", "footer1.xml")
        ),
        "word/header1.xml": f"<w:hdr {NAMES}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{footer}</w:ftr>",
    }
    return read_document(zipped(members))


HEADER = '<w:headerReference w:type="{}" r:id="r0"/>'
FOOTER = '<w:footerReference w:type="default" r:id="r1"/>'


@pytest.mark.parametrize(
    ("references", "header", "footer", "more", "lines"),
    [
        (HEADER.format("default"), paragraph(LINE), "", "", (LINE,)),
        (FOOTER, "", paragraph(LINE), "", (LINE,)),
        (
            HEADER.format("default"),
            table(row("能力名称", cell(paragraph("网具编结")))),
            "",
            "",
            ("能力名称\t网具编结",),
        ),
        (HEADER.format("first"), paragraph(LINE), "", "<w:titlePg/>", (LINE,)),
        (HEADER.format("first"), paragraph(LINE), "", "", ()),
        ("", paragraph(LINE), paragraph(LINE), "", ()),
        (FOOTER, "", paragraph("第1页"), "", ()),
    ],
    ids=["header", "footer", "table", "first page", "no first page", "not referred to", "short"],
)
def test_lines_of_the_margins(
    references: str, header: str, footer: str, more: str, lines: tuple[str, ...]
) -> None:
    document = with_margins(references, header, footer, more)
    assert document.margins == lines
    assert texts(document) == ["见"]
