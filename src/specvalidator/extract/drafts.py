"""The parts of each specification in a file: what stands under which heading, and whose it is."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from specvalidator.extract.flow import Loose, Piece, Row, Sheet, continued, rows_of
from specvalidator.extract.labels import Heading, heading_of
from specvalidator.extract.lines import AnyPlace, CellText, Line, squeezed
from specvalidator.extract.numbering import Numbering, Style, numbering_of
from specvalidator.extract.table_head import Head, head_of_line, head_of_row
from specvalidator.extract.titles import Title, title_of
from specvalidator.extract.vocabulary import (
    PATHS,
    REQUIREMENTS,
    SECTIONS,
    Part,
    Sign,
    part_spoken_of,
)

_TOP: tuple[Part, ...] = ("definition", "applicants", "content", "requirements")
_PAGE_NUMBER = re.compile(r"[\s.…·\-—]*\d{1,3}")
_LONGEST_HEADING = 14
_NO_HEADING = re.compile("[。；，,;！？]")
_LEAST_PARTS = 2
_DEFINITION = "定义"
_SAME = {(letter, letter) for letter in _DEFINITION}
_LEAST_COLUMNS = 3


@dataclass
class Section:
    """A part of the form: its heading and the text below it."""

    heading: Line
    above: str | None
    """The heading that this one stands under."""
    under: str | None
    """The heading that the text stands under."""
    partial: bool = False
    """Its heading names a half of the part: the other half may come under its own."""
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str | None:
        """The text, one line for each line of the page; None where there is none."""
        return "\n".join(line.text for line in self.lines if line.text) or None


@dataclass
class Draft:
    """One specification as far as it was read."""

    title: Title | None = None
    first: AnyPlace | None = None
    before: list[Line] = field(default_factory=list)
    """Lines before the first part."""
    sections: dict[Part, Section] = field(default_factory=dict)
    head: Head = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    unknown_table: AnyPlace | None = None
    """A table under 考核内容 whose columns could not be told."""
    misprints: list[tuple[str, str, str]] = field(default_factory=list)
    """Path, label as written, label as meant."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Path and text of what the page does not show."""

    @property
    def has_parts(self) -> bool:
        """There is more than a title."""
        return bool(self.sections.keys() - {"name"}) or bool(self.sheets)

    @property
    def is_recognised(self) -> bool:
        """It is a specification beyond doubt, whatever it lacks."""
        if any(len(set(sheet.columns) - {"number"}) >= _LEAST_COLUMNS for sheet in self.sheets):
            return True
        parts = set(self.sections) - {"name"} | ({"content"} if self.sheets else set())
        if self.title and parts:
            return True
        own = parts & {*_TOP, "examiners", "venue_and_equipment"}
        return len(own) >= _LEAST_PARTS


class _Pending(NamedTuple):
    """A title met inside a draft: the next part tells whether another draft begins there."""

    title: Title
    section: Section | None
    lines: int
    """How many lines the section had by then."""


def drafts_of(pieces: list[Piece]) -> list[Draft]:
    """Return the specifications in a stream of lines and tables, in order; at least one."""
    walk = _Walk()
    for index, piece in enumerate(pieces):
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        walk.take(piece, below)
    drafts = [draft for draft in walk.drafts if draft.has_parts]
    return drafts or walk.drafts[:1]


class _Walk:
    """Where one is while reading a file from top to bottom."""

    def __init__(self) -> None:
        self.drafts = [Draft()]
        self._section: Section | None = None
        self._part: Part | None = None
        self._pending: _Pending | None = None
        self._previous: Line | None = None
        self._top: str | None = None
        self._heads: dict[Style, int] = {}
        self._inner: dict[Style, int] = {}

    @property
    def _draft(self) -> Draft:
        return self.drafts[-1]

    def take(self, piece: Piece, below: Piece | None) -> None:
        match piece:
            case Line():
                self._take_line(piece)
            case Row():
                self._take_row(piece, below if isinstance(below, Row) else None)
            case Sheet():
                self._take_sheet(piece)
            case Loose():
                self._take_loose(piece)

    # ── lines ────────────────────────────────────────────────────────────────────────────

    def _take_line(self, line: Line) -> None:
        draft = self._draft
        draft.first = draft.first or line.place
        if line.hidden:
            draft.hidden.append((PATHS[self._part] if self._part else "", line.hidden))
        if not line.text:
            self._keep(line)
            return
        previous, self._previous = self._previous, line
        title = title_of(line, previous)
        if title is not None:
            self._note_title(title)
            return
        heading = heading_of(line, SECTIONS) or self._misprinted_definition(line)
        if heading is not None and _PAGE_NUMBER.fullmatch(heading.rest):
            return
        if heading is not None and self._accepts(line, heading):
            self._open(line, heading)
        elif not self._is_head(line) and not self._is_unknown_heading(line):
            self._keep(line)

    def _keep(self, line: Line) -> None:
        if self._section is not None:
            self._section.lines.append(line)
        elif not self._draft.has_parts:
            self._draft.before.append(line)

    def _is_head(self, line: Line) -> bool:
        """Take a line that gives 能力名称 or 职业领域 outside the table."""
        if self._part in REQUIREMENTS:
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

    def _note_title(self, title: Title) -> None:
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
        draft = Draft(first=line.place if line else None)
        if pending is not None:
            draft.title = pending.title
            draft.first = pending.title.line.place
            if pending.section is not None:
                del pending.section.lines[pending.lines :]
        self.drafts.append(draft)
        self._section = self._part = self._top = None
        self._heads, self._inner = {}, {}

    # ── headings ─────────────────────────────────────────────────────────────────────────

    def _is_taken(self, part: Part) -> bool:
        section = self._draft.sections.get(part)
        if part == "content" and self._draft.sheets:
            return True
        if section is None:
            return False
        return part in ("content", "requirements") or section.text is not None

    def _accepts(self, line: Line, heading: Heading[Sign]) -> bool:
        """Say whether a label is a heading here, and no part of the text it stands in."""
        sign = heading.value
        if sign.part == "name":
            return not self._draft.has_parts
        if sign.weak and heading.numbering is None and line.level is None and not line.label:
            return False
        if sign.partial:
            halves = self._section is not None and self._section.partial
            return self._draft.has_parts and (self._part != sign.part or halves)
        return not self._is_taken(sign.part) or self._begins_draft(sign.part)

    def _open(self, line: Line, heading: Heading[Sign]) -> None:
        part = heading.value.part
        if part != "name" and self._begins_draft(part):
            self._begin_draft(line)
        self._pending = None
        self._count(part, heading.numbering)
        alone = not heading.rest
        written = line.text if alone else None
        section = self._draft.sections.get(part)
        if section is None or (section.text is None and not heading.value.partial):
            above = self._top if part not in _TOP else None
            section = Section(line, above, written or above, heading.value.partial)
            self._draft.sections[part] = section
        if part in _TOP:
            self._top = written
        if heading.meant:
            self._draft.misprints.append((PATHS[part], heading.written, heading.meant))
        if line.unread and alone:
            section.lines.append(line._replace(text="", label=""))
        if not alone:
            kept = heading.rest
            if heading.value.partial:
                kept = line.text[heading.numbering.end :] if heading.numbering else line.text
            section.lines.append(line._replace(text=kept, label=""))
        self._section, self._part = section, part

    def _misprinted_definition(self, line: Line) -> Heading[Sign] | None:
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
        return Heading(Sign("definition"), _DEFINITION, word, rest.strip(), numbering)

    def _count(self, part: Part, numbering: Numbering | None) -> None:
        if part in _TOP:
            self._heads = {}
        if numbering is not None:
            self._heads[numbering.style] = numbering.value
        self._inner = {}

    def _is_unknown_heading(self, line: Line) -> bool:
        """Take a heading whose words are not known: the next number, or a level of its own."""
        if self._part is None or self._section is None:
            return False
        numbering = numbering_of(line.text)
        if not self._is_next(numbering) and not self._has_level(line):
            if numbering:
                self._inner[numbering.style] = numbering.value
            return False
        body = line.text[numbering.end if numbering else len(line.label) :].strip()
        head, colon, rest = (body if ":" in body else body.replace("：", ":", 1)).partition(":")
        if not head or len(head) > _LONGEST_HEADING or _NO_HEADING.search(head):
            if numbering:
                self._inner[numbering.style] = numbering.value
            return False
        part = part_spoken_of(head)
        if part and self._fits(part) and not self._is_taken(part):
            self._open(
                line, Heading(Sign(part), None, head, rest.strip() if colon else "", numbering)
            )
            return True
        if self._part == "requirements":
            self._count("eligibility", numbering)
            return False
        if numbering:
            self._heads[numbering.style] = numbering.value
        self._section = self._part = None
        return True

    def _is_next(self, numbering: Numbering | None) -> bool:
        """Say whether a number goes on with those of the headings, not with a list below one."""
        if numbering is None:
            return False
        style, value = numbering.style, numbering.value
        if style in self._heads:
            return value == self._heads[style] + 1 and self._inner.get(style) != value - 1
        return self._part == "requirements" and value == 1

    def _has_level(self, line: Line) -> bool:
        known = self._section.heading.level if self._section else None
        return line.level is not None and known is not None and line.level <= known

    def _fits(self, part: Part) -> bool:
        """Say whether a part may stand here: requirements below 考核要求, others above it."""
        below = "requirements" in self._draft.sections or self._part in REQUIREMENTS
        return (part in REQUIREMENTS) == below

    # ── tables ───────────────────────────────────────────────────────────────────────────

    def _take_row(self, row: Row, below: Row | None) -> None:
        self._draft.first = self._draft.first or row.place
        if self._part not in REQUIREMENTS:
            head = head_of_row(row, below)
            if head:
                self._add_head(head)
                return
        for line in _lines_of_row(row):
            self._take_line(line)

    def _take_sheet(self, sheet: Sheet) -> None:
        if self._part in REQUIREMENTS and self._draft.sheets and self._pending is None:
            for row in rows_of(sheet.table, sheet.heading, sheet.last):
                for line in _lines_of_row(row):
                    self._keep(line)
            return
        if self._pending is not None and self._begins_draft("content"):
            self._begin_draft(None)
        self._pending = None
        self._draft.first = self._draft.first or sheet.table.place
        self._draft.sheets.append(sheet)
        if self._part not in REQUIREMENTS:
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

    def _take_rows(self, rows: tuple[Row, ...]) -> None:
        for index, row in enumerate(rows):
            self._take_row(row, rows[index + 1] if index + 1 < len(rows) else None)


def _lines_of_row(row: Row) -> list[Line]:
    """Return a row as lines: label and text apart, other cells side by side in one line."""
    filled = [cell for cell in row.cells if cell.lines]
    if not filled:
        return []
    if len(filled) == 1 or heading_of(filled[0].lines[0], SECTIONS) is not None:
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
