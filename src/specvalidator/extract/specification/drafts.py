"""The parts of each specification in a file: what stands under which heading, and whose it is."""

import re
from typing import NamedTuple

from specvalidator.extract.labels import GARBLED, Heading, heading_of
from specvalidator.extract.lines import CellText, Line, RowText, rows_of, squeezed
from specvalidator.extract.numbering import Order, PrintedNumber, numbering_of
from specvalidator.extract.specification.ends import without_tail
from specvalidator.extract.specification.flow import (
    Loose,
    Piece,
    Sheet,
    continued,
)
from specvalidator.extract.specification.parts import Section, SpecificationDraft, UnknownHeading
from specvalidator.extract.specification.table_head import Head, head_of_line, head_of_row
from specvalidator.extract.specification.titles import SpecificationTitle, title_of
from specvalidator.extract.specification.vocabulary import (
    TOP,
    HeadingSign,
    Part,
    is_requirement,
    part_spoken_of,
    path_of,
    words,
)

_LONGEST_HEADING = 14
# Patterns as text are compiled when they are first needed: few documents need them.
_PAGE_NUMBER = r"[\s.…·\-—]*\d{1,3}"
_OF_CONTENTS = r"(?P<heading>.{2,30}?)(?:\t|[.…·]{2,}|\s{2,})[\s.…·]*(?:\d{1,3}|[ivxIVX]{1,4})"
"""A line of a table of contents: 二、适用对象⇥1."""
_ROMAN = "ivxIVX"
_NO_HEADING = "[。；，,;！？]"
_LEAST_PARTS = 2
"""So many parts there are before a definition that comes again begins another draft."""
_DEFINITION = "定义"
_SAME = {(letter, letter) for letter in _DEFINITION}
_LEAST_COLUMNS = 3


class _Pending(NamedTuple):
    """A title met inside a draft: the next part tells whether another draft begins there."""

    title: SpecificationTitle
    section: Section | None
    lines: int
    """How many lines the section had by then."""


def drafts_of(pieces: list[Piece]) -> list[SpecificationDraft]:
    """Return the specifications in a stream of lines and tables, in order; at least one."""
    walk = _SpecificationWalk()
    for index, piece in enumerate(pieces):
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        walk.take(piece, below)
    for draft in walk.drafts:
        if draft.last is not None:
            draft.last.lines = without_tail(draft.last.lines)
    drafts = [draft for draft in walk.drafts if draft.has_parts]
    return drafts or walk.drafts[:1]


class _SpecificationWalk:
    """Where one is while reading a file from top to bottom."""

    def __init__(self) -> None:
        self.drafts = [SpecificationDraft()]
        self._section: Section | None = None
        self._part: Part | None = None
        self._pending: _Pending | None = None
        self._previous: Line | None = None
        self._top: str | None = None
        self._order = Order()
        self._wordless: Line | None = None
        """The line just before, which holds something but no words."""

    @property
    def _draft(self) -> SpecificationDraft:
        return self.drafts[-1]

    def take(self, piece: Piece, below: Piece | None) -> None:
        match piece:
            case Line():
                self._take_line(piece)
            case RowText():
                self._take_row(piece, below if isinstance(below, RowText) else None)
            case Sheet():
                self._take_sheet(piece)
            case Loose():
                self._take_loose(piece)

    # ── lines ────────────────────────────────────────────────────────────────────────────

    def _take_line(self, line: Line) -> None:
        draft = self._draft
        draft.first = draft.first or line.place
        if line.hidden:
            draft.hidden.append((path_of(self._part) if self._part else "", line.hidden))
        if not line.text:
            self._wordless = line if line.unread else self._wordless
            self._keep(line)
            return
        wordless, self._wordless = self._wordless, None
        previous, self._previous = self._previous, line
        title = title_of(line, previous)
        if title is not None:
            self._note_title(title)
            return
        if _is_of_contents(line):
            return
        heading = self._placed(heading_of(line, words().sections)) or self._misprinted_definition(
            line
        )
        numbered = heading and heading.rest and re.fullmatch(_PAGE_NUMBER, heading.rest)
        if numbered and not re.search("[:：]", line.text):  # 考评员：3 tells how many
            return
        if heading is not None and self._accepts(line, heading):
            self._open(line, heading)
        elif not self._is_head(line) and not self._is_unknown_heading(line):
            self._note_garbled(line)
            if wordless is not None:
                self._note_wordless(wordless)
            self._keep(line)

    def _keep(self, line: Line) -> None:
        if self._section is not None:
            self._section.lines.append(line)
        elif not self._draft.has_parts:
            self._draft.before.append(line)

    def _is_head(self, line: Line) -> bool:
        """Take a line that gives 能力名称 or 职业领域 outside the table."""
        if is_requirement(self._part):
            return False
        head = head_of_line(line)
        self._add_head(head)
        return bool(head)

    def _add_head(self, head: Head) -> None:
        for name, value in head.items():
            known = self._draft.head.get(name)
            if known is None or known.text is None:
                self._draft.head[name] = value
                if value.misprint:
                    self._draft.misprints.append((f"/{name}", *value.misprint))

    # ── titles ───────────────────────────────────────────────────────────────────────────

    def _note_title(self, title: SpecificationTitle) -> None:
        draft = self._draft
        if draft.has_parts:
            lines = self._section.lines if self._section else []
            begun_above = bool(lines) and lines[-1] is title.line
            self._pending = _Pending(title, self._section, len(lines) - begun_above)
        elif draft.title is None or title.name is not None or draft.title.name is None:
            draft.title = title

    def _begins_draft(self, part: Part) -> bool:
        """Say whether a part belongs to another specification than the parts before it."""
        if not self._draft.has_parts:
            return False
        if self._pending is None:
            others = len(self._draft.sections) + len(self._draft.sheets)
            return part == "definition" and self._is_taken(part) and others > _LEAST_PARTS
        name, known = self._pending.title.name, self._draft.title and self._draft.title.name
        if name and known:
            return name != known or (part == "definition" and self._is_taken(part))
        return self._is_taken(part)

    def _begin_draft(self, line: Line | None) -> None:
        """Begin another specification, at the title noted last or else at its first line."""
        pending, self._pending = self._pending, None
        draft = SpecificationDraft(first=line.place if line else None)
        if pending is not None:
            draft.title = pending.title
            draft.first = pending.title.line.place
            if pending.section is not None:
                del pending.section.lines[pending.lines :]
        self.drafts.append(draft)
        self._section = self._part = self._top = None
        self._order = Order()

    # ── headings ─────────────────────────────────────────────────────────────────────────

    def _placed(self, heading: Heading[HeadingSign] | None) -> Heading[HeadingSign] | None:
        """Return a heading as it is meant here: 申报对象 above the content is 适用对象."""
        if heading is None or heading.value.below is None:
            return heading
        is_below = "requirements" in self._draft.sections or is_requirement(self._part)
        is_below = is_below and self._pending is None
        return heading._replace(value=HeadingSign(heading.value.below)) if is_below else heading

    def _is_taken(self, part: Part) -> bool:
        section = self._draft.sections.get(part)
        if part == "content" and self._draft.sheets:
            return True
        if section is None:
            return False
        return part in ("content", "requirements") or section.has_text

    def _accepts(self, line: Line, heading: Heading[HeadingSign]) -> bool:
        """Say whether a label is a heading here, and no part of the text it stands in."""
        sign = heading.value
        if sign.part == "name":
            return not self._draft.has_parts
        if sign.weak and heading.numbering is None and line.level is None and not line.label:
            return False
        if sign.part in words().added and not self._fits(sign.part):
            return False
        if sign.partial:
            halves = self._section is not None and self._section.partial
            return self._draft.has_parts and (self._part != sign.part or halves)
        return not self._is_taken(sign.part) or self._begins_draft(sign.part)

    def _open(self, line: Line, heading: Heading[HeadingSign]) -> None:
        part = heading.value.part
        if part != "name" and self._begins_draft(part):
            self._begin_draft(line)
        self._pending = None
        self._order.open(heading.numbering, on_top=part in TOP)
        alone = not heading.rest
        written = line.text if alone else None
        section = self._draft.sections.get(part)
        if section is None or (not section.has_text and not heading.value.partial):
            above = self._top if part not in TOP else None
            section = Section(line, above, written or above, partial=heading.value.partial)
            self._draft.sections[part] = section
        if part in TOP:
            self._top = written
        if heading.meant:
            self._draft.misprints.append((path_of(part), heading.written, heading.meant))
        if line.unread and alone:
            section.lines.append(line._replace(text="", label=""))
        if not alone:
            kept = heading.rest
            if heading.value.partial:
                kept = line.text[heading.numbering.end :] if heading.numbering else line.text
            section.lines.append(line._replace(text=kept, label=""))
        self._section, self._part = section, part
        self._draft.last = section

    def _misprinted_definition(self, line: Line) -> Heading[HeadingSign] | None:
        """Read 一、定意 as 定义: too short to forgive a slip, but for its number below a title."""
        if self._draft.title is None or self._draft.has_parts:
            return None
        numbering = numbering_of(line.text)
        if numbering is None or numbering.value != 1:
            return None
        head, _, rest = line.text[numbering.end :].replace("：", ":", 1).partition(":")
        word = squeezed(head)
        if len(word) != len(_DEFINITION) or not set(zip(word, _DEFINITION, strict=True)) & _SAME:
            return None
        return Heading(HeadingSign("definition"), _DEFINITION, word, rest.strip(), numbering)

    def _is_unknown_heading(self, line: Line) -> bool:
        """Take a heading whose words are not known: the next number, or a level of its own."""
        numbering = numbering_of(line.text)
        if self._part is None:
            self._note_unknown(line, numbering)
            return False
        due = self._order.is_due(numbering, first=self._part == "requirements")
        body = line.text[numbering.end if numbering else len(line.label) :].strip()
        head, _, rest = body.replace("：", ":", 1).partition(":")
        is_short = 0 < len(head) <= _LONGEST_HEADING and not re.search(_NO_HEADING, head)
        if not is_short or not (due or self._has_level(line)):
            self._order.note(numbering)
            return False
        part = part_spoken_of(head)
        if part and self._fits(part) and not self._is_taken(part):
            self._open(line, Heading(HeadingSign(part), None, head, rest.strip(), numbering))
            return True
        self._order.open(numbering, on_top=False)
        self._note_unknown(line, numbering)
        if self._part == "requirements":
            return False
        self._section = self._part = None
        return True

    def _note_unknown(self, line: Line, numbering: PrintedNumber | None) -> None:
        """Note a numbered heading in unknown words: it may be that of a part."""
        if self._draft.title is None or numbering is None:
            return
        head = line.text[numbering.end :].replace("：", ":", 1).partition(":")[0].strip()
        is_heading = 0 < len(head) <= _LONGEST_HEADING and not re.search(_NO_HEADING, head)
        is_of_its_own = any(word in head for word in words().matters_of_its_own)
        if is_heading and (part_spoken_of(head) or not is_of_its_own):
            below = self._part == "requirements" or is_requirement(self._part)
            self._draft.unknown.append(UnknownHeading(head, line.place, below))

    def _note_garbled(self, line: Line) -> None:
        """Note a short line with letters that cannot be made out: it may be a heading."""
        if GARBLED in line.text and len(line.text) <= _LONGEST_HEADING:
            below = self._part == "requirements" or is_requirement(self._part)
            self._draft.unknown.append(UnknownHeading(line.text, line.place, below))

    def _note_wordless(self, line: Line) -> None:
        """Note what stands above a text in place of words: it may be a heading as a picture."""
        if self._draft.title is not None or self._draft.has_parts:
            below = self._part == "requirements" or is_requirement(self._part)
            self._draft.unknown.append(UnknownHeading("", line.place, below, line.unread))

    def _has_level(self, line: Line) -> bool:
        known = self._section.heading.level if self._section else None
        return line.level is not None and known is not None and line.level <= known

    def _fits(self, part: Part) -> bool:
        """Say whether a part may stand here: requirements below 考核要求, others above it."""
        below = "requirements" in self._draft.sections or is_requirement(self._part)
        return is_requirement(part) == below

    # ── tables ───────────────────────────────────────────────────────────────────────────

    def _take_row(self, row: RowText, below: RowText | None) -> None:
        self._draft.first = self._draft.first or row.place
        if not is_requirement(self._part):
            head = head_of_row(row, below)
            self._draft.unread_head = self._draft.unread_head or _wordless(row)
            if head:
                self._add_head(head)
                return
        for line in _lines_of_row(row):
            self._take_line(line)

    def _take_sheet(self, sheet: Sheet) -> None:
        if is_requirement(self._part) and self._draft.sheets and self._pending is None:
            for row in rows_of(sheet.table, sheet.heading, sheet.last):
                for line in _lines_of_row(row):
                    self._keep(line)
            return
        if self._pending is not None and self._begins_draft("content"):
            self._begin_draft(None)
        self._pending = None
        self._draft.first = self._draft.first or sheet.table.place
        self._draft.sheets.append(sheet)
        if not is_requirement(self._part):
            self._section, self._part = self._draft.sections.get("content"), "content"

    def _take_loose(self, loose: Loose) -> None:
        rows = loose.rows
        if self._part == "content" and self._draft.sheets:
            going_on = continued(loose, self._draft.sheets[-1])
            if going_on is not None:
                sheet, rows = going_on
                self._draft.sheets.append(sheet)
        elif self._part == "content" and loose.table.columns >= _LEAST_COLUMNS:
            self._draft.unknown_table = loose.table.place
        self._take_rows(rows)

    def _take_rows(self, rows: tuple[RowText, ...]) -> None:
        for index, row in enumerate(rows):
            self._take_row(row, rows[index + 1] if index + 1 < len(rows) else None)


def _is_of_contents(line: Line) -> bool:
    may_be = line.text[-1].isdecimal() or line.text[-1] in _ROMAN
    match = re.fullmatch(_OF_CONTENTS, line.text) if may_be else None
    return (
        match is not None
        and heading_of(Line(match["heading"], line.place), words().sections) is not None
    )


def _wordless(row: RowText) -> Line | None:
    """Return the first line of a row's cells without words that holds something else."""
    return next(
        (line for cell in row.cells if not cell.text for line in cell.lines if line.unread), None
    )


def _lines_of_row(row: RowText) -> list[Line]:
    """Return a row as lines: label and text apart, other cells side by side in one line."""
    filled = [cell for cell in row.cells if cell.lines]
    if not filled:
        return []
    if len(filled) == 1 or heading_of(filled[0].lines[0], words().sections) is not None:
        return [line for cell in filled for line in cell.lines]
    first = filled[0]
    return [
        Line(
            "\t".join(_on_one_line(cell) for cell in row.cells).rstrip("\t"),
            first.cell.place,
            unread=next(
                (line.unread for cell in filled for line in cell.lines if line.unread), None
            ),
            hidden="".join(line.hidden for cell in filled for line in cell.lines),
        )
    ]


def _on_one_line(cell: CellText) -> str:
    return " ".join(line.text for line in cell.lines if line.text)
