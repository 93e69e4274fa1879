"""The parts of an announcement: what stands under which heading, in text and in tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from specvalidator.document import Block, Paragraph, Table
from specvalidator.extract.announcement.tables import Labelled, labelled_cells
from specvalidator.extract.announcement.vocabulary import AnnouncementSign, Item, words
from specvalidator.extract.labels import Heading, heading_of
from specvalidator.extract.lines import CellText, Line, lines_of, rows_of, split, squeezed
from specvalidator.extract.numbering import PrintedNumber, Style, numbering_of

_ORDER: tuple[Style, ...] = (
    "chapter",
    "han",
    "han-brackets",
    "levels",
    "dotted",
    "brackets",
    "circled",
)
"""How numbers are subordinate to each other in official documents."""
_LEAST_STYLED = 3
_LONGEST_HEADING = 18
_ENDS_SENTENCE = "。；，,;！？：:"
_TITLES = (
    *(
        "方式",
        "方法",
        "办法",
        "时间",
        "日期",
        "安排",
        "流程",
        "程序",
        "步骤",
        "地点",
        "条件",
        "要求",
    ),
    *(
        "材料",
        "对象",
        "范围",
        "须知",
        "内容",
        "事项",
        "项目",
        "规范",
        "费用",
        "标准",
        "电话",
        ":",
        "：",
    ),
)
"""How a heading ends that promises a text; 现场报名 is the text."""
_DEEPEST = 12


@dataclass
class AnnouncementPart:
    """One item as far as it was read."""

    heading: Line
    under: str | None
    """The heading as it is said of a place."""
    lines: list[Line] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    """Headings among its lines, which tell what the lines below are about."""
    manners: list[Line] = field(default_factory=list)
    """Headings inside it that say how a thing is done: 现场报名."""

    @property
    def text(self) -> str | None:
        """The text, one line for each line of the page; None where there is none.

        Where nothing else stands, a heading that says how a thing is done is the text.
        """
        lines = [line.text for line in self.told() if line.text]
        return "\n".join(lines or [line.text for line in self.manners]) or None

    def told(self) -> list[Line]:
        """Return the lines, none where all are headings that promise a text: 报名时间."""
        is_empty = all(any(line is title for title in self.titles) for line in self.lines)
        return [] if is_empty else self.lines


@dataclass
class AnnouncementDraft:
    """An announcement as far as it was read."""

    before: list[Line] = field(default_factory=list)
    """Lines before the first heading."""
    parts: dict[Item, AnnouncementPart] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)
    """Lines that stand under no item's heading, those before the first not included."""
    lines: list[Line] = field(default_factory=list)
    """Every line but headings."""
    misprints: list[tuple[Item, str, str]] = field(default_factory=list)
    """Item, heading as written, heading as meant."""
    styled: bool = False
    """Headings have a style of their own."""


@dataclass
class _Open:
    """A heading under which one is reading."""

    sign: AnnouncementSign
    numbering: PrintedNumber | None
    level: int | None


def draft_of(blocks: Iterable[Block]) -> AnnouncementDraft:
    """Return the parts of a document read as an announcement."""
    pieces = list(_pieces(blocks))
    walk = _AnnouncementWalk(styled=_is_styled(pieces))
    for piece in pieces:
        walk.take(piece)
    return walk.draft


def _pieces(blocks: Iterable[Block], depth: int = 0) -> Iterator[Line | Table]:
    """Yield lines and tables; a table that is only a frame around text is opened."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from split(block)
        elif depth < _DEEPEST and (len(block.cells) == 1 or _has_tables(block)):
            for cell in block.cells:
                yield from _pieces(cell.blocks, depth + 1)
        else:
            yield block


def _has_tables(table: Table) -> bool:
    return any(isinstance(block, Table) for cell in table.cells for block in cell.blocks)


def _is_styled(pieces: list[Line | Table]) -> bool:
    """Say whether headings have a style of their own: then other lines are none."""
    styled = [piece for piece in pieces if isinstance(piece, Line) and piece.level is not None]
    return sum(heading_of(line, words().headings) is not None for line in styled) >= _LEAST_STYLED


class _AnnouncementWalk:
    """Where one is while reading from top to bottom."""

    def __init__(self, *, styled: bool) -> None:
        self.draft = AnnouncementDraft(styled=styled)
        self._top: _Open | None = None
        self._sub: _Open | None = None
        self._inner = 0
        """The last number of a list in the style of the headings."""

    def take(self, piece: Line | Table) -> None:
        if isinstance(piece, Table):
            self._take_table(piece)
        elif not self._opens(piece):
            self._leave_sub(piece)
            self._keep(piece)

    # ── headings ─────────────────────────────────────────────────────────────────────────

    def _opens(self, line: Line) -> bool:
        if self.draft.styled and line.level is None:
            return False
        if squeezed(line.text).startswith("附件"):
            self._close(line)
            return False
        heading = heading_of(line, words().headings)
        if heading is None:
            return self._opens_unknown(line)
        self._open(line, heading)
        return True

    def _open(self, line: Line, heading: Heading[AnnouncementSign]) -> None:
        opened = _Open(heading.value, heading.numbering, line.level)
        above = self._items()
        if self._top is None or self._is_top(opened, self._top):
            self._top, self._sub, self._inner = opened, None, 0
        else:
            self._sub = opened
        alone = not heading.rest
        for item in opened.sign.items:
            self.draft.parts.setdefault(item, AnnouncementPart(line, line.text if alone else None))
        if heading.meant and opened.sign.items:
            item = opened.sign.items[0]
            self.draft.misprints.append((item, heading.written, heading.meant))
        rest = line._replace(text=heading.rest, label="", unread=line.unread)
        whole = line._replace(text=_without_number(line, heading), label="")
        for item in self._items():
            is_kept = item in opened.sign.kept or item not in opened.sign.items
            is_kept = is_kept or (item == "schedule" and bool(self.draft.parts[item].lines))
            is_kept = is_kept or (item in above and _is_sentence(line))
            if alone and item in above and not squeezed(line.text).endswith(_TITLES):
                self.draft.parts[item].manners.append(whole)
            elif alone and not _is_sentence(line):
                self.draft.parts[item].titles.append(whole)
            self._add(item, whole if is_kept else rest)
        if heading.rest:
            self.draft.lines.append(rest)
            if not self._items():
                self.draft.loose.append(rest)

    def _opens_unknown(self, line: Line) -> bool:
        """Take a heading whose words are not known, a further matter that the draft speaks of."""
        top = self._top
        if top is None or not _is_short(line):
            return False
        numbering = numbering_of(line.text)
        if not self._is_next(numbering, top) and not _is_as_high(line, top):
            if numbering and top.numbering and numbering.style == top.numbering.style:
                self._inner = numbering.value
            return False
        body = line.text[numbering.end :] if numbering else line.text[len(line.label) :].strip()
        sign = AnnouncementSign(("other",), frozenset({"other"}))
        self._open(line, Heading(sign, None, body, "", numbering))
        return True

    def _leave_sub(self, line: Line) -> None:
        """Return to the heading above where a list goes on with a matter of its own."""
        if self._sub is not None and self._sub.numbering is not None:
            numbering, before = numbering_of(line.text), self._sub.numbering
            if numbering and (numbering.style, numbering.value - 1) == (before.style, before.value):
                self._sub = None

    def _is_next(self, numbering: PrintedNumber | None, top: _Open) -> bool:
        if numbering is None or top.numbering is None or self.draft.styled:
            return False
        value = numbering.value
        follows = value == top.numbering.value + 1 and self._inner != value - 1
        return numbering.style == top.numbering.style and follows

    def _is_top(self, opened: _Open, top: _Open) -> bool:
        """Say whether a heading stands beside the last one, and not below it."""
        if opened.level is not None and top.level is not None:
            return opened.level <= top.level
        if opened.numbering is None or top.numbering is None:
            return top.numbering is None
        return _ORDER.index(opened.numbering.style) <= _ORDER.index(top.numbering.style)

    def _close(self, line: Line) -> None:
        """Leave the announcement's own text for the list of what is attached."""
        if self._top is not None:
            self._top, self._sub = _Open(AnnouncementSign(()), None, line.level), None

    # ── text ─────────────────────────────────────────────────────────────────────────────

    def _items(self) -> tuple[Item, ...]:
        """Return the items that a line belongs to: those of both headings above it."""
        above = self._top.sign.items if self._top else ()
        below = self._sub.sign.items if self._sub else ()
        return tuple(dict.fromkeys((*above, *below)))

    def _keep(self, line: Line) -> None:
        if self._top is None:
            self.draft.before.append(line)
            self.draft.lines.append(line)
            return
        self.draft.lines.append(line)
        items = self._items()
        for item in items:
            self._add(item, line)
        if not items:
            self.draft.loose.append(line)

    def _add(self, item: Item, line: Line) -> None:
        if line.text or line.unread or line.hidden:
            self.draft.parts[item].lines.append(line)

    # ── tables ───────────────────────────────────────────────────────────────────────────

    def _take_table(self, table: Table) -> None:
        labelled = labelled_cells(table)
        for row in rows_of(table, 0, table.rows):
            line = _on_one_line(row.cells)
            if line is not None and (self._items() or not labelled):
                self._keep(line)
        for each in labelled:
            self._take_labelled(each)

    def _take_labelled(self, labelled: Labelled) -> None:
        head = next(line for line in lines_of(labelled.label.blocks) if line.text)
        lines = [line for cell in labelled.values for line in lines_of(cell.blocks)]
        lines = list({line.text: line for line in reversed(lines)}.values())[::-1]
        above = self._items()  # these have the whole rows already
        if not above:
            self.draft.lines += lines
        for item in (each for each in labelled.sign.items if each not in above):
            part = self.draft.parts.setdefault(
                item, AnnouncementPart(head, squeezed(labelled.label.text))
            )
            known = {line.text for line in part.lines}
            kept = [head] if item in labelled.sign.kept else []
            part.lines += [line for line in [*kept, *lines] if line.text not in known]
        if self._top is None:
            self._top = _Open(AnnouncementSign(()), None, None)


def _is_sentence(line: Line) -> bool:
    """Say whether a line is the text of the item itself, and no heading (现场报名。)."""
    return line.text.rstrip().endswith(("。", "；", ";", "！"))


def _is_short(line: Line) -> bool:
    body = line.text
    return 0 < len(body) <= _LONGEST_HEADING and not any(mark in body for mark in _ENDS_SENTENCE)


def _is_as_high(line: Line, top: _Open) -> bool:
    return line.level is not None and top.level is not None and line.level <= top.level


def _without_number(line: Line, heading: Heading[AnnouncementSign]) -> str:
    if heading.numbering is not None and not line.label:
        return line.text[heading.numbering.end :].strip()
    return line.text[len(line.label) :].strip()


def _on_one_line(cells: tuple[CellText, ...]) -> Line | None:
    filled = [cell for cell in cells if cell.lines]
    if not filled:
        return None
    texts = (" ".join(line.text for line in cell.lines if line.text) for cell in cells)
    unread = next((line.unread for cell in filled for line in cell.lines if line.unread), None)
    text = "\t".join(texts).strip()
    return Line(text, filled[0].cell.place, unread=unread)
