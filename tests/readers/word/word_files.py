"""Builds small Word files from raw XML, and says short what was read from them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from specvalidator.document import Block, Document, Paragraph, Table
from specvalidator.readers import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:future="urn:example:of-tomorrow"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Said = str | tuple[str, ...] | list["Said"]


def run(text: str, properties: str = "") -> str:
    """Return a run; `properties` is what stands in its w:rPr."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """Return a paragraph of plain text, or of runs where `content` is XML."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{inside}{runs}</w:p>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """Return a paragraph that is numbered by itself."""
    mark = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:numPr>{mark}</w:numPr>")


def cell(content: str = "", properties: str = "") -> str:
    """Return a cell of plain text, or of blocks where `content` is XML."""
    blocks = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; cells without markup are plain text."""
    inside = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    made = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr>{inside}{made}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, result: str | None = None, form: str = "", more: str = "") -> str:
    """Return a complex field; without a result it has no separator either.

    Args:
        code: its instruction.
        result: runs.
        form: what stands in its first mark.
        more: attributes of that mark.
    """
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{more}>{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def level(index: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    """Return one level of a list; `more` is what stands between its format and its text."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(*levels: str, number: int = 1, overrides: str = "", link: str = "") -> str:
    """Return a list's definition and the list itself, both by this number."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{overrides}</w:num>'
    )


def style(name: str, inside: str = "", kind: str = "paragraph", more: str = "") -> str:
    """Return a style whose id and name are the same."""
    return (
        f'<w:style w:type="{kind}"{more} w:styleId="{name}"><w:name w:val="{name}"/>{inside}'
        "</w:style>"
    )


def relations(*targets: tuple[str, str]) -> str:
    """Return a .rels part from pairs of the relation's last word and its target."""
    made = "".join(
        f'<Relationship Id="r{index}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{made}</Relationships>'


def content_types(main: str = "word/document.xml", main_type: str = MAIN_TYPE) -> str:
    """Return the part that says what each part is."""
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )


def document_xml(body: str, before: str = "") -> str:
    """Return the main part."""
    return f"<w:document {NAMES}>{before}<w:body>{body}</w:body></w:document>"


def parts(body: str, *, styles: str = "", numbering: str = "", before: str = "") -> dict[str, str]:
    """Return the parts of a Word file by name."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document_xml(body, before),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"), ("numbering", "numbering.xml")
        ),
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
    }


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, *, styles: str = "", numbering: str = "", before: str = "") -> bytes:
    """Return a Word file."""
    return zipped(parts(body, styles=styles, numbering=numbering, before=before))


def read(body: str, *, styles: str = "", numbering: str = "", before: str = "") -> Document:
    """Return what is read from a Word file with this body."""
    return read_document(docx(body, styles=styles, numbering=numbering, before=before))


def only(document: Document) -> Paragraph:
    """Return the one paragraph that a document has."""
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    return block


def only_table(document: Document) -> Table:
    """Return the one table that a document has."""
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return found


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def said(blocks: Iterable[Block]) -> list[Said]:
    """Return paragraphs as their text and tables as lists of cells: row, column, spans, content."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [
            [
                f"{each.row},{each.column} {each.row_span}x{each.column_span}",
                *said(each.blocks),
            ]
            for each in block.cells
        ]
        for block in blocks
    ]
