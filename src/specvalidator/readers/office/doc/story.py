"""The walk through the characters of a .doc: paragraphs, tables and text boxes."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.office.doc.asides import HEADERS, StoryPart, margins, notes
from specvalidator.readers.office.doc.binary import Binary, cut_off
from specvalidator.readers.office.doc.formatting import PARAGRAPHS, RUNS, FormattedPages, fonts
from specvalidator.readers.office.doc.integers import u32
from specvalidator.readers.office.doc.line import DocLine
from specvalidator.readers.office.doc.lists import numbering
from specvalidator.readers.office.doc.looks import DocLooks, RunSays
from specvalidator.readers.office.doc.modifiers import Modifiers
from specvalidator.readers.office.doc.paragraph_says import (
    DocParagraph,
    paragraph_says,
    style_and_rest,
)
from specvalidator.readers.office.doc.pieces import Pieces
from specvalidator.readers.office.doc.rows import DocTable, row_says
from specvalidator.readers.office.doc.shapes import pictures
from specvalidator.readers.office.doc.style_sheet import StyleSheetOfDoc
from specvalidator.readers.office.pen import DELETED, PICTURE, MarkupPen, outline
from specvalidator.readers.word.parts import Parts
from specvalidator.wording import Words

_STYLES, _FONTS, _DRAWINGS = 1, 15, 50
_ENDS = "\r\x07\x0c"
_CELL_END = "\x07"
_PAGE_END = "\x0c"


class _BoxParts(NamedTuple):
    """Where the text boxes of a story are told of."""

    story: int
    """In which their marks stand."""
    anchors: int
    texts: int
    """Parts of the table stream."""
    held: int
    """The story that their text is."""


_BODY_BOXES = _BoxParts(0, 40, 56, 6)
_MARGIN_BOXES = _BoxParts(HEADERS, 41, 58, 7)


class DocStory:
    """One reading of one .doc."""

    def __init__(self, binary: Binary, pen: MarkupPen, limits: Limits) -> None:
        self._binary = binary
        self._pen = pen
        self._limits = limits
        self._left = limits.characters
        self._pieces = Pieces(binary, limits)
        self._text = self._pieces.text
        self._runs = FormattedPages(binary, RUNS)
        self._paragraphs = FormattedPages(binary, PARAGRAPHS)
        self._modifiers = Modifiers(binary.data)
        self._looks = DocLooks(self._modifiers, fonts(binary.part(_FONTS)))
        self._styles = StyleSheetOfDoc(binary.part(_STYLES), self._modifiers, self._looks)
        self._boxes: dict[int, str] = {}
        self._notes: dict[int, StoryPart] = {}
        """Notes that were not read yet, by the place of their mark."""
        self._marks: list[int] = []
        """Of all notes."""

    def parts(self) -> Parts:
        """Return the document in WordprocessingML."""
        end = self._binary.lengths[0]
        if end > len(self._text):
            raise cut_off()
        self._boxes = self._boxes_by_mark(_BODY_BOXES) | self._boxes_by_mark(_MARGIN_BOXES)
        self._notes = {
            mark: stretch
            for mark, stretch in notes(self._binary).items()
            if mark < end and stretch.end <= len(self._text)
        }
        self._marks = sorted(self._notes)
        body = self._blocks(0, end)
        for kind, stretch in margins(self._binary, self._modifiers):
            if stretch.end <= len(self._text):
                self._pen.margin(kind, self._blocks(*stretch))
        return self._pen.parts(body, self._styles.xml, numbering(self._binary, self._pen))

    def _blocks(self, start: int, end: int) -> str:
        """Return the paragraphs and tables between two places as XML."""
        self._take(end - start)
        out: list[str] = []
        tables: list[DocTable] = []
        for place in range(start, end):
            letter = self._text[place]
            if letter not in _ENDS or (letter == _PAGE_END and not self._ends_paragraph(place)):
                continue
            self._pen.count(2)
            says = self._says(place)
            line = self._line(start, place, says.style)
            start = place + 1
            depth = min(says.tables, self._limits.depth + 1)
            while len(tables) > depth:
                _close(tables, out, self._pen)
            while len(tables) < depth:
                tables.append(DocTable())
            if not tables:
                out.append(self._paragraph(says, line))
            elif says.ends_row or says.ends_inner_row:
                tables[-1].end_row(row_says(says), is_deleted=DELETED in line.mark)
            else:
                tables[-1].cell.append(self._paragraph(says, line))
                if letter == _CELL_END or says.ends_inner_cell:
                    tables[-1].end_cell()
        if start < end:  # a last paragraph without its mark
            out.append(self._pen.paragraph(self._line(start, end, 0).xml))
        while tables:
            _close(tables, out, self._pen)
        return "".join(out)

    def _note(self, mark: int) -> str:
        """Return the blocks of the note that a mark refers to, "" where it was read already."""
        stretch = self._notes.pop(mark, None)
        return "" if stretch is None else self._blocks(*stretch)

    def _paragraph(self, says: DocParagraph, line: DocLine) -> str:
        properties = f'<w:pStyle w:val="s{says.style}"/>{says.numbering}{says.shade}'
        if says.outline is not None:
            properties += outline(says.outline)
        properties += line.mark and f"<w:rPr>{line.mark}</w:rPr>"
        return self._pen.paragraph(line.xml, properties)

    def _line(self, start: int, end: int, style: int) -> DocLine:
        """Read the runs up to the mark at `end`, and the mark."""
        line = DocLine(self._pen, self._looks, self._binary.data, self._boxes, self._note)
        for begin, until, says in self._runs_of(start, end, hides=self._styles.hides(style)):
            cut = begin
            for mark in self._marks_within(begin, until):
                line.write(self._text[cut:mark], cut, says)
                line.refer(mark, says)
                cut = mark + 1
            line.write(self._text[cut:until], cut, says)
        if end < len(self._text):
            for _, _, says in self._runs_of(end, end + 1, hides=self._styles.hides(style)):
                line.end(says)
        return line

    def _runs_of(self, start: int, end: int, *, hides: bool) -> Iterator[tuple[int, int, RunSays]]:
        at = start
        while at < end:
            piece = self._pieces.at(at)
            place = piece.place + piece.width * (at - piece.start)
            stretch = self._runs.at(place)
            until = stretch.end if stretch else self._runs.next(place)
            reach = at + max(1, (until - place + piece.width - 1) // piece.width)
            reach = min(reach, piece.end, end)
            said = stretch.said if stretch else b""
            yield at, reach, self._looks.of(said, piece.said, hides=hides)
            at = reach

    def _marks_within(self, begin: int, end: int) -> list[int]:
        """Return the places between two that refer to notes."""
        marks = self._marks
        return marks[bisect_left(marks, begin) : bisect_left(marks, end)] if marks else []

    def _says(self, place: int) -> DocParagraph:
        """Return what the paragraph says whose mark stands here."""
        piece = self._pieces.at(place)
        stretch = self._paragraphs.at(piece.place + piece.width * (place - piece.start))
        style, said = style_and_rest(stretch.said if stretch else b"")
        return paragraph_says(self._modifiers, style, said, piece.said)

    def _ends_paragraph(self, place: int) -> bool:
        """Say whether the end of a page or section ends a paragraph, too."""
        piece = self._pieces.at(place)
        at = piece.place + piece.width * (place - piece.start)
        stretch = self._paragraphs.at(at)
        return stretch is not None and stretch.end == at + piece.width

    def _boxes_by_mark(self, where: _BoxParts) -> dict[int, str]:
        """Return text boxes by the place of the mark that each hangs on."""
        held = self._held_by_shapes(where)
        anchors = self._binary.part(where.anchors)
        offset = self._binary.begins(where.story)
        count = self._counted((len(anchors) - 4) // 30)
        marks = [
            (offset + u32(anchors, 4 * index), u32(anchors, 4 * (count + 1) + 26 * index))
            for index in range(count)
        ]
        drawn = pictures(self._binary.part(_DRAWINGS))
        own = {shape for _, shape in marks}
        # Shapes in a group have no mark of their own: they hang on that of the group.
        loose = [shape for shape in held if shape and shape not in own]
        found: dict[int, str] = {}
        for mark, shape in marks:
            shapes = [shape] if shape in held else loose
            if shapes is loose:
                loose = []
            blocks = [self._blocks(*held.pop(each)) for each in shapes if each in held]
            shown = PICTURE if shape in drawn else ""
            found[mark] = found.get(mark, "") + shown + "".join(map(self._pen.box, blocks))
        return {mark: boxes for mark, boxes in found.items() if boxes}

    def _held_by_shapes(self, where: _BoxParts) -> dict[int, tuple[int, int]]:
        """Return where the text of each shape begins and ends."""
        texts = self._binary.part(where.texts)
        count = self._counted((len(texts) - 4) // 26)
        first = self._binary.begins(where.held)
        found: dict[int, tuple[int, int]] = {}
        for index in range(count):
            start, end = u32(texts, 4 * index), u32(texts, 4 * index + 4)
            shape = u32(texts, 4 * (count + 1) + 22 * index + 14)
            if start <= end and first + end <= len(self._text):
                found.setdefault(shape, (first + start, first + end))
        return found

    def _counted(self, shapes: int) -> int:
        if shapes > self._limits.entries:
            most = self._limits.entries
            raise refusals.too_large(
                Words(f"图形超过 {most} 个", f"it has more than {most} shapes")
            )
        return max(0, shapes)

    def _take(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            most = self._limits.characters
            raise refusals.too_large(
                Words(f"文字超过 {most} 个", f"it has more than {most} characters")
            )


def _close(tables: list[DocTable], out: list[str], pen: MarkupPen) -> None:
    table = tables.pop().written(pen)
    if tables:
        tables[-1].cell.append(table)
    else:
        out.append(table)
