"""Writes the WordprocessingML that other formats are translated into, and counts what it writes."""

import html
from collections.abc import Iterable, Sequence
from typing import Literal

from specvalidator.document import Document
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import too_many_marks
from specvalidator.readers.word import parts
from specvalidator.wording import Words

Merge = Literal["restart", "continue"]
Margin = Literal["header", "footer"]

PICTURE = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
OBJECT = "<w:r><w:object><o:OLEObject/></w:object></w:r>"
VANISH = "<w:vanish/>"
WHITE = '<w:color w:val="FFFFFF"/>'
TINY = '<w:sz w:val="2"/>'
STRUCK = "<w:strike/>"
RAISED = '<w:vertAlign w:val="superscript"/>'
DELETED = '<w:del w:id="0"/>'
"""Among what an end mark or a row says: it is deleted."""
LOST = "\ue000"
"""A letter without a meaning: the walk finds that it can be seen and not be read."""

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NO_XML = dict.fromkeys(
    (*(code for code in range(32) if chr(code) not in "\t\n\r"), 0xFFFD, 0xFFFE, 0xFFFF), LOST
) | dict.fromkeys(range(0xD800, 0xE000), LOST)


def escaped(text: str) -> str:
    """Return text as it may stand in XML, in attributes, too."""
    if not text.isprintable() or "\ufffd" in text:
        text = text.translate(_NO_XML)
    return html.escape(text)


def font(name: str) -> str:
    """Return what a run says of its font: some are pictures of something else."""
    return f'<w:rFonts w:ascii="{escaped(name)}"/>'


def colour(digits: str) -> str:
    """Return what a run says of its colour, six hexadecimal digits or "auto"."""
    return f'<w:color w:val="{escaped(digits)}"/>'


def shading(digits: str, pattern: str = "clear") -> str:
    """Return what is behind a run, a paragraph or a cell."""
    return f'<w:shd w:val="{pattern}" w:fill="{escaped(digits)}"/>'


def outline(level: int) -> str:
    """Return what a paragraph says of its outline level, 0 for the topmost."""
    return f'<w:outlineLvl w:val="{level}"/>'


def numbered(number: int | None, level: int | None) -> str:
    """Return what a paragraph says of its list; None where it leaves that to its style."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    name = "" if number is None else f'<w:numId w:val="{number}"/>'
    return f"<w:numPr>{depth}{name}</w:numPr>"


class MarkupPen:
    """Writes one document."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._marks = limits.marks
        self._characters = limits.characters
        self._notes: list[str] = []
        """As XML; each is known by its number from 1."""
        self._margins: list[tuple[Margin, str]] = []

    def count(self, marks: int) -> None:
        """Count tags and attributes, or other work that a file asks for.

        Raises:
            UnreadableFile: `too-large`.
        """
        self._marks -= marks
        if self._marks < 0:
            raise too_many_marks(parts.MAIN)

    def run(self, text: str, look: str = "", *, is_deleted: bool = False) -> str:
        r"""Return a run of text; `\t` and `\n` are a tab and the end of a line."""
        if not text:
            return ""
        self._characters -= len(text)
        if self._characters < 0:
            most = self._limits.characters
            raise refusals.too_large(
                Words(f"文字超过 {most} 个", f"it has more than {most} characters")
            )
        self.count(5 + (look.count("<") if look else 0))
        name = "delText" if is_deleted else "t"
        if text.isprintable():  # no tabs and lines, as nearly everywhere
            inside = f'<w:{name} xml:space="preserve">{escaped(text)}</w:{name}>'
        else:
            inside = self._broken(text, name)
        made = f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}{inside}</w:r>"
        return f'<w:del w:id="0">{made}</w:del>' if is_deleted else made

    def _broken(self, text: str, name: str) -> str:
        found: list[str] = []
        for index, line in enumerate(text.split("\n")):
            found += ["<w:br/>"] * bool(index)
            for column, part in enumerate(line.split("\t")):
                found += ["<w:tab/>"] * bool(column)
                if part:
                    found.append(f'<w:{name} xml:space="preserve">{escaped(part)}</w:{name}>')
        self.count(4 * len(found))
        return "".join(found)

    def code(self, text: str) -> str:
        """Return a piece of a field's code, which does not show."""
        self.count(4)
        return f"<w:r><w:instrText>{escaped(text)}</w:instrText></w:r>" if text else ""

    def box(self, blocks: str) -> str:
        """Return a text box."""
        self.count(8)
        held = f"<w:txbxContent>{blocks or '<w:p/>'}</w:txbxContent>"
        return f"<w:r><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></w:r>"

    def note(self, blocks: str, look: str = "", *, is_deleted: bool = False) -> str:
        """Return the mark that refers to a footnote or endnote, which the pen keeps."""
        self.count(8)
        self._notes.append(blocks or "<w:p/>")
        mark = f'<w:footnoteReference w:id="{len(self._notes)}"/>'
        made = f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}{mark}</w:r>"
        return f'<w:del w:id="0">{made}</w:del>' if is_deleted else made

    def margin(self, kind: Margin, blocks: str) -> None:
        """Keep what stands in the upper or lower margin of pages."""
        if blocks:
            self.count(8)
            self._margins.append((kind, blocks))

    def paragraph(self, content: str, properties: str = "") -> str:
        """Return a paragraph of runs."""
        self.count(4)
        return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{content}</w:p>"

    def cell(
        self,
        blocks: Sequence[str],
        span: int = 1,
        *,
        down: Merge | None = None,
        across: Merge | None = None,
        shade: str = "",
    ) -> str:
        """Return a cell over `span` columns of the grid, perhaps merged with its neighbours."""
        self.count(6)
        said = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        said += f'<w:hMerge w:val="{across}"/>' if across else ""
        said += f'<w:vMerge w:val="{down}"/>' if down else ""
        return f"<w:tc><w:tcPr>{said}{shade}</w:tcPr>{''.join(blocks) or '<w:p/>'}</w:tc>"

    def row(self, cells: Iterable[str], before: int = 0, *, is_deleted: bool = False) -> str:
        """Return a row that begins `before` columns from the left."""
        self.count(4)
        said = f'<w:gridBefore w:val="{before}"/>' if before else ""
        said += DELETED if is_deleted else ""
        return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(cells)}</w:tr>"

    @staticmethod
    def table(rows: Iterable[str]) -> str:
        """Return a table."""
        return f"<w:tbl>{''.join(rows)}</w:tbl>"

    def parts(self, body: str, styles: str = "", numbering: str = "") -> parts.Parts:
        """Return the parts of a document, its notes and margins among them."""
        named = [(f"margin{number}", *margin) for number, margin in enumerate(self._margins)]
        section = "".join(
            f'<w:{kind}Reference w:type="default" r:id="{name}"/>' for name, kind, _ in named
        )
        beside = [parts.RelatedPart(name, kind, _root("hdr", made)) for name, kind, made in named]
        if self._notes:
            notes = "".join(
                f'<w:footnote w:id="{number}">{blocks}</w:footnote>'
                for number, blocks in enumerate(self._notes, 1)
            )
            beside.append(parts.RelatedPart("notes", "footnotes", _root("footnotes", notes)))
        body += section and f"<w:sectPr>{section}</w:sectPr>"
        return parts.word_parts(
            _root("document", f"<w:body>{body}</w:body>"),
            _root("styles", styles),
            _root("numbering", numbering),
            beside,
        )


def _root(name: str, content: str) -> bytes:
    return f"<w:{name} {_NAMES}>{content}</w:{name}>".encode()


def with_notes(document: Document, *words: str | None) -> Document:
    """Return a document with words for what of the whole file was not read."""
    found = tuple((word, None) for word in words if word)
    return document._replace(unread=(*document.unread, *found))
