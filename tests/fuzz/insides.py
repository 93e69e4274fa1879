"""What readers make of drafts, broken before it goes on: a thousand of these cost what a file does.

A record as JSON has it, a document, or the pages that a PDF or an OFD file was laid out on, with
one to four things wrong with it. What no reader could have made is left alone: grids of tables
keep their cells, pages their numbers.
"""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from unittest import mock

import specvalidator as sv
from fuzz.breaking import NONSENSE, Choose, one_of, seeds
from specvalidator.document import Block, Document, Paragraph, Table, paragraphs_of
from specvalidator.extract import extract
from specvalidator.findings import Report
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.readers import ofd, pdf, read_document
from specvalidator.readers.layout.documents import document_of
from specvalidator.readers.layout.page import LayoutLine, LayoutPage, RawTable
from specvalidator.wording import Lang

_SOURCE = Source(name="x", media_type=None, sha256=None, size=None)
_PIECES = (
    *(
        "0",
        "1",
        "9",
        "100",
        "％",
        "%",
        "。",
        "、",
        "（",
        "）",
        "(1)",
        "第",
        "项",
        "级",
        "满分",
        "分钟",
    ),
    *("\n", "\t", " ", "\u3000", "□", "☑", "×", "___", "/", "：", "；", "-", "—", "2025年2月30日"),
    *(
        "姓名",
        "身份证号",
        "联系电话",
        "考核比重",
        "工作任务",
        "定义",
        "职业领域",
        "申请单位",
        "合计",
    ),
)
"""What is put between the letters of a text."""
_SIZES = (0.0, -1.0, 0.01, 1.0, 10.5, 72.0, 595.0, 842.0, 14_400.0)
"""Points that stand where other points did."""


def broken_text(text: str, others: Sequence[str], choose: Choose) -> str:
    """Return a text with something cut out, put in or exchanged."""
    at = choose(len(text) + 1)
    until = min(len(text), at + 1 + choose(6))
    new = (
        "",
        one_of(_PIECES, choose),
        one_of(NONSENSE, choose),
        text[at:until] * 2,
        one_of(others, choose) if others else "",
    )[choose(5)]
    if choose(4):
        return text[:at] + new + text[until if choose(2) else at :]
    return new


# ── records ──────────────────────────────────────────────────────────────────────────────


class _Record(NamedTuple):
    kind: Kind
    packed: bytes
    texts: tuple[str, ...]


@lru_cache
def _records() -> tuple[_Record, ...]:
    found = []
    for seed in seeds():
        if seed.kind in {"docx", "json", "zip"}:
            for each in sv.read(seed.data):
                record = each.model.model_dump(mode="json")
                texts = tuple(value for *_, value in _values(record) if isinstance(value, str))
                found.append(_Record(each.kind, pickle.dumps(record), texts))
    return tuple(found)


def _values(inside: Any) -> Iterator[tuple[Any, Any, Any]]:  # noqa: ANN401 - JSON
    """Yield every value, with what holds it and under which name or number."""
    pending = [inside]
    while pending:
        holder = pending.pop()
        named = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for name, value in named:
            yield holder, name, value
            if isinstance(value, dict | list):
                pending.append(value)


def _record(choose: Choose) -> list[Report]:
    kind, packed, texts = one_of(_records(), choose)
    record = pickle.loads(packed)  # noqa: S301 - packed above
    for _ in range(1 + choose(4)):
        places = list(_values(record))
        if places:
            _break_value(*one_of(places, choose), texts, choose)
    return [sv.check(record, kind=kind, lang=_lang(choose))]


def _break_value(holder: Any, name: Any, value: Any, texts: Sequence[str], choose: Choose) -> None:  # noqa: ANN401 - JSON
    strange: tuple[Any, ...] = (None, True, 0, -1, 1.5, 10**15, "", [], {}, [value, value])
    if isinstance(holder, list) and choose(3) == 0:
        holder[name : name + 1] = [[], [value] * 2, [value] * 9][choose(3)]
    elif choose(30) == 0:  # a record that does not fit costs as much as six that do
        holder[name] = one_of(strange, choose)
    elif isinstance(value, str):
        holder[name] = broken_text(value, texts, choose)
    elif isinstance(value, int | float):
        holder[name] = (0, 1, value + 1, abs(value - 1), value * 10, 99)[choose(6)]
    elif isinstance(value, list):
        holder[name] = [value[::-1], value[1:], value + value[:1]][choose(3)]


# ── documents ────────────────────────────────────────────────────────────────────────────


class _Read(NamedTuple):
    document: Document
    texts: tuple[str, ...]


@lru_cache
def _documents() -> tuple[_Read, ...]:
    read = [read_document(each.data) for each in seeds() if each.kind in {"docx", "doc", "html"}]
    return tuple(
        _Read(each, tuple(paragraph.text for paragraph in paragraphs_of(each.blocks)))
        for each in read
    )


def _document(choose: Choose) -> list[Report]:
    document, texts = one_of(_documents(), choose)
    for _ in range(1 + choose(4)):
        blocks = _broken_blocks(document.blocks, texts, choose)
        document = document._replace(blocks=blocks)
    return _reports_on(document, choose)


def _broken_blocks(
    blocks: tuple[Block, ...], texts: Sequence[str], choose: Choose
) -> tuple[Block, ...]:
    if not blocks:
        return blocks
    at = choose(len(blocks))
    block, before, after = blocks[at], blocks[:at], blocks[at + 1 :]
    if choose(5) == 0:
        new = ((), (block, block), (*after[:1], block), tuple(blocks[choose(len(blocks)) :][:3]))
        return before + new[choose(4)] + after
    if isinstance(block, Paragraph):
        return (*before, _broken_paragraph(block, texts, choose), *after)
    return (*before, _broken_table(block, texts, choose), *after)


def _broken_paragraph(paragraph: Paragraph, texts: Sequence[str], choose: Choose) -> Paragraph:
    match choose(12):
        case 0:
            return paragraph._replace(unread=("picture", "garbled", "unseen", None)[choose(4)])
        case 1:
            return paragraph._replace(hidden=broken_text(paragraph.text, texts, choose))
        case 2:
            return paragraph._replace(level=(None, 0, 1, 8)[choose(4)])
        case _:
            text = broken_text(paragraph.text, texts, choose)
            label = paragraph.label if text.startswith(paragraph.label) else ""
            return paragraph._replace(text=text, label=label)


def _broken_table(table: Table, texts: Sequence[str], choose: Choose) -> Table:
    if not table.cells:
        return table
    cells = list(table.cells)
    at = choose(len(cells))
    if choose(3) == 0:
        other = choose(len(cells))
        cells[at], cells[other] = (
            cells[at]._replace(blocks=cells[other].blocks),
            cells[other]._replace(blocks=cells[at].blocks),
        )
    else:
        cells[at] = cells[at]._replace(blocks=_broken_blocks(cells[at].blocks, texts, choose))
    return table._replace(cells=tuple(cells))


def _reports_on(document: Document, choose: Choose) -> list[Report]:
    lang = _lang(choose)
    return [sv.check(each, lang=lang) for each in extract(document, _SOURCE)]


def _lang(choose: Choose) -> Lang:
    return "en" if choose(2) else "zh"


# ── pages ────────────────────────────────────────────────────────────────────────────────


class _Laid(NamedTuple):
    pages: bytes
    """A list of pages, pickled: what lays them out changes them."""
    rest: tuple[Any, ...]
    """What else `document_of` is given."""


@lru_cache
def _laid_out() -> tuple[_Laid, ...]:
    found: list[_Laid] = []

    def seen(pages: list[LayoutPage], *rest: Any) -> Document:  # noqa: ANN401 - as `document_of`
        found.append(_Laid(pickle.dumps(pages), rest))
        return document_of(pages, *rest)

    with mock.patch.object(pdf, "document_of", seen), mock.patch.object(ofd, "document_of", seen):
        for seed in seeds():
            if seed.kind in {"pdf", "ofd"}:
                read_document(seed.data)
    return tuple(found)


def _pages(choose: Choose) -> list[Report]:
    packed, rest = one_of(_laid_out(), choose)
    pages: list[LayoutPage] = pickle.loads(packed)  # noqa: S301 - packed above
    for _ in range(1 + choose(4)):
        _break_page(one_of(pages, choose), choose)
    return _reports_on(document_of(pages, *rest), choose)


def _break_page(page: LayoutPage, choose: Choose) -> None:
    tables = [item for item in page.items if isinstance(item, RawTable)]
    cells = [cell for table in tables for cell in table.cells]
    lists: list[list[Any]] = [page.items, *(cell.lines for cell in cells)]
    items = one_of([each for each in lists if each] or [page.items], choose)
    if not items:
        return
    at = choose(len(items))
    item = items[at]
    match choose(8):
        case 0:
            del items[at]
        case 1 if isinstance(item, LayoutLine):
            items.insert(choose(len(items)), item)
        case 2:
            other = choose(len(items))
            items[at], items[other] = items[other], items[at]
        case _ if isinstance(item, LayoutLine):
            items[at] = _broken_line(item, choose)


def _broken_line(line: LayoutLine, choose: Choose) -> LayoutLine:
    match choose(10):
        case 0:
            return line._replace(hidden=not line.hidden)
        case 1:
            return line._replace(unread=("picture", "garbled", "unseen")[choose(3)], text="")
        case 2 | 3 | 4:
            name = ("x0", "y0", "x1", "y1", "size", "left", "right")[choose(7)]
            points: Any = {name: one_of(_SIZES, choose)}
            return line._replace(**points)
        case _:
            return line._replace(text=broken_text(line.text, (), choose))


LAYERS: Mapping[str, Callable[[Choose], list[Report]]] = {
    "record": _record,
    "document": _document,
    "pages": _pages,
}
"""What of a draft can be broken behind the reading of files: each breaks it and judges what is
left; errors as `sv.validate`."""
