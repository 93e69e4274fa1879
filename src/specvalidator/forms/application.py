"""The form of 附件3: 山东省专项职业能力考点设立申请表."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from specvalidator import prompts
from specvalidator.extra import ExtraField
from specvalidator.forms.added import added_to, prompt_of, text_of
from specvalidator.forms.grid import RowEdges, merge_down, ruled_table
from specvalidator.forms.paper import TEXT_WIDTH, new_sheet, sealed
from specvalidator.forms.writing import Pen
from specvalidator.lexicon import in_force
from specvalidator.models.application import Application, Equipment, Examiner, Manager
from specvalidator.models.base import Number


class Printed(NamedTuple):
    """What a notice has printed on the form."""

    title: str = Application.model_config.get("title") or ""
    examiners: int = 3
    """How many examiners each project has, at least: the note below the form."""

    @property
    def note(self) -> str:
        """The note below the form."""
        return f"备注：“考评员情况”一栏，每个拟开展考评的项目至少填写{self.examiners}名考评员"


_SIDE = 1050
"""Width of the labels at the side, in twentieths of a point."""
_LABEL = 1500
_ADDED = 900
"""Width of a column that a pack adds, before all are made to fit."""
_OPINION_HEIGHT = 2700


class _Column(NamedTuple):
    field: str
    title: str
    width: int
    asks: str = ""


_FIELD_ROWS: tuple[tuple[tuple[str, int, int], ...], ...] = (
    (("applicant", _LABEL, TEXT_WIDTH),),
    (("person_in_charge", _LABEL, 4300), ("telephone", 5600, TEXT_WIDTH)),
    (("address", _LABEL, TEXT_WIDTH),),
    (("projects", _LABEL, TEXT_WIDTH),),
    (
        ("staff_total", _LABEL, 2900),
        ("managers_total", 4300, 5600),
        ("teachers_total", 7000, TEXT_WIDTH),
    ),
)
"""Field, where its label ends and where its value ends, row by row."""

_EQUIPMENT = (
    _Column("name", "名称", 2550, prompts.APPLICATION["equipment"]),
    _Column("model", "型号规格", 2300),
    _Column("quantity", "数量", 1345, prompts.APPLICATION["quantity"]),
    _Column("note", "备注", 1600),
)
_MANAGERS = (
    _Column("name", "姓名", 950, prompts.APPLICATION["person"]),
    _Column("sex", "性别", 570),
    _Column("age", "年龄", 570),
    _Column("education", "文化程度", 800),
    _Column("position", "职务\n（或职称）", 1300),
    _Column("qualification", "职业资格证书\n（等级）", 1545),
    _Column("major", "专业", 1160),
    _Column("note", "备注", 900),
)
_EXAMINERS = (
    _Column("name", "姓名", 950, prompts.APPLICATION["person"]),
    _Column("sex", "性别", 570),
    _Column("age", "年龄", 570),
    _Column("education", "文化程度", 800),
    _Column("title", "职称\n（级别）", 950),
    _Column("qualification", "职业资格证书\n（等级）", 1445),
    _Column("trade", "考评工种", 1260, prompts.APPLICATION["trade"]),
    _Column("certificate_number", "考评员证书号", 1250),
)
_PARTS: tuple[tuple[str, str, tuple[_Column, ...], int], ...] = (
    ("equipment", "与专项职业能力项目相适应的设施设备", _EQUIPMENT, 5),
    ("managers", "组织管理\n人员情况", _MANAGERS, 4),
    ("examiners", "考评员\n情况", _EXAMINERS, 6),
)
"""Field, label at the side, columns, and how many rows a blank form has."""


def written(record: Application, printed: Printed | None = None) -> bytes:
    """Return the form with every value of `record` in its place, and prompts for the rest."""
    printed = printed or Printed()
    document = new_sheet(printed.title)
    form = _ApplicationForm(document, record)
    document.add_paragraph(printed.title, "Title")
    form.table()
    note = document.add_paragraph(printed.note)
    note.paragraph_format.space_before = note.style.font.size if note.style else None
    return sealed(document)


class _ApplicationForm:
    """One form while it is being written."""

    def __init__(self, document: Document, record: Application) -> None:
        self._document = document
        self._record = record
        self._pen = Pen(document)

    def table(self) -> None:
        record = self._record
        rows = [
            RowEdges(tuple(edge for _, *ends in fields for edge in ends)) for fields in _FIELD_ROWS
        ]
        added = list(added_to("application"))
        rows += [RowEdges((_LABEL, TEXT_WIDTH))] * len(added)
        parts = [_with_added(*part) for part in _PARTS]
        rows += [RowEdges((_SIDE, 1900, 4500, 5700, TEXT_WIDTH))] * 4
        counts = []
        for part, _, columns, blank in parts:
            entries = getattr(record, part)
            counts.append(len(entries) or blank)
            rows += [RowEdges(_edges(columns))] * (counts[-1] + 1)
        rows.append(RowEdges((_SIDE, TEXT_WIDTH), height=_OPINION_HEIGHT))
        lines = iter(ruled_table(self._document, rows))
        for fields in _FIELD_ROWS:
            self._fields(next(lines), [field for field, *_ in fields])
        for each in added:
            self._added(next(lines), each)
        self._venues([next(lines) for _ in range(4)])
        for (part, label, columns, _), count in zip(parts, counts, strict=True):
            head, *body = [next(lines) for _ in range(count + 1)]
            _side([head, *body], label)
            for cell, column in zip(head[1:], columns, strict=True):
                _label(cell, column.title).paragraph_format.keep_with_next = True
            self._entries(body, getattr(record, part), columns)
        self._opinion(next(lines))

    def _fields(self, cells: list[_Cell], fields: list[str]) -> None:
        for (label, value), field in zip(_pairs(cells), fields, strict=True):
            title = Application.model_fields[field].title or field
            _label(label, title)
            self._write(value.paragraphs[0], _said(getattr(self._record, field)), title, field)

    def _added(self, cells: list[_Cell], field: ExtraField) -> None:
        label, value = cells
        _label(label, field.title.zh)
        text = text_of(field, self._record.extra)
        self._pen.write(value.paragraphs[0], text, field.title.zh, prompt_of(field))

    def _write(self, paragraph: Paragraph, text: str | None, title: str, field: str) -> None:
        self._pen.write(paragraph, text, title, prompts.APPLICATION[field])

    def _venues(self, lines: list[list[_Cell]]) -> None:
        _side(lines, "考核场地")
        venues = self._record.venues
        for tenure, rooms, own in (
            ("自有", venues.owned, lines[:2]),
            ("租用", venues.rented, lines[2:]),
        ):
            merge_down([line[1] for line in own])
            _label(own[0][1], tenure)
            self._rooms(own[0], f"{tenure}教室", rooms.classrooms, rooms.classroom_area)
            self._rooms(own[1], f"{tenure}操作室", rooms.workshops, rooms.workshop_area)

    def _rooms(
        self, cells: list[_Cell], called: str, number: Number | None, area: Number | None
    ) -> None:
        rooms, kind = cells[2].paragraphs[0], called[2:]
        rooms.add_run("（")
        self._pen.write(rooms, _said(number), f"{called}数", "    ")
        rooms.add_run(f"）个{kind}")
        _label(cells[3], "面积")
        self._pen.write(cells[4].paragraphs[0], _said(area), f"{called}面积", "        ")
        cells[4].paragraphs[0].add_run(" M²")
        for cell in (cells[2], cells[4]):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _entries(
        self,
        lines: list[list[_Cell]],
        entries: Sequence[Equipment | Manager | Examiner],
        columns: tuple[_Column, ...],
    ) -> None:
        """Write the rows; only the first of a blank form says what is asked for."""
        for index, cells in enumerate(lines):
            values = _values(entries[index]) if index < len(entries) else {}
            for cell, column in zip(cells[1:], columns, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                text = _said(values.get(column.field))
                if text is not None or (column.asks and not entries and not index):
                    self._pen.write(paragraph, text, column.title, column.asks)

    def _opinion(self, cells: list[_Cell]) -> None:
        side, cell = cells
        _label(side, "申报单位\n意见")
        opinion = self._record.opinion
        first, *more = (opinion.text or "").split("\n")
        self._write(cell.paragraphs[0], first or None, "申报单位意见", "text")
        for line in more:
            cell.add_paragraph(line)
        for text in ("", "", "（盖章）"):
            self._right(cell, text)
        signature = self._right(cell, "负责人（签名）：")
        self._write(signature, opinion.signatory, "负责人（签名）", "signatory")
        date = opinion.date
        blank = "        年    月    日"
        self._right(cell, f"{date.year}年{date.month}月{date.day}日" if date else blank)

    def _right(self, cell: _Cell, text: str) -> Paragraph:
        paragraph: Paragraph = cell.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return paragraph


def _with_added(
    part: str, label: str, columns: tuple[_Column, ...], blank: int
) -> tuple[str, str, tuple[_Column, ...], int]:
    """Return a part with the columns that the pack adds to it, all a little narrower then."""
    more = [_Column(each.key, each.title.zh, _ADDED) for each in added_to("application", part)]
    if not more:
        return part, label, columns, blank
    every = (*columns, *more)
    total = sum(column.width for column in every)
    room = TEXT_WIDTH - _SIDE
    narrower = [column._replace(width=column.width * room // total) for column in every[:-1]]
    last = room - sum(column.width for column in narrower)
    return part, label, (*narrower, every[-1]._replace(width=last)), blank


def _edges(columns: Sequence[_Column]) -> tuple[int, ...]:
    edges = [_SIDE]
    for column in columns:
        edges.append(edges[-1] + column.width)
    return tuple(edges)


def _pairs(cells: list[_Cell]) -> list[tuple[_Cell, _Cell]]:
    return list(pairwise(cells))[::2]


def _side(lines: list[list[_Cell]], label: str) -> None:
    merge_down([line[0] for line in lines])
    _label(lines[0][0], label)


def _label(cell: _Cell, text: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text)
    return paragraph


def _values(entry: Equipment | Manager | Examiner) -> Mapping[str, Any]:
    """Return what stands in a row; a quantity as it was written."""
    values: dict[str, Any] = {field: getattr(entry, field) for field in type(entry).model_fields}
    if isinstance(entry, Equipment):
        values["quantity"] = entry.quantity_text or entry.quantity
    for each in in_force().added("application") if entry.extra else ():
        values[each.key] = text_of(each, entry.extra)
    return values


def _said(value: object) -> str | None:
    """Return a value as a page shows it."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return "、".join(value)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
