"""能力名称 and 职业领域: in one cell, two or four, or in a line above the table."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.document import Unread
from specvalidator.extract.labels import GARBLED, folded
from specvalidator.extract.lines import AnyPlace, CellText, Line, RowText, filled
from specvalidator.extract.specification.vocabulary import HeadField, words

_SLIPPED = re.compile(r"(?:^|(?<=[\s；;，,]))(?P<label>[^\s:：；;，,]{4,10})\s*[:：]")
# Compiled when it is first needed: few documents need it.
_CODE_BEFORE = r"(?:编码|代码|编号)[^名]*$|[\d０-９][^名]{0,4}$"
_SECOND_NAME = "职业名称"
"""What some forms call the ability; beside 能力名称 it is the occupation."""


class HeadValue(NamedTuple):
    """One field of the head as written."""

    text: str | None
    place: AnyPlace
    """The cell or line where the value stands or should stand."""
    misprint: tuple[str, str] | None = None
    """The label as written and as meant."""
    unread: Unread | None = None
    invisible: bool = False


class _Label(NamedTuple):
    field: HeadField
    written: str
    meant: str | None
    begin: int
    end: int
    colon: bool


Head = dict[HeadField, HeadValue]


def head_of_line(line: Line) -> Head:
    """Return the fields that a line gives; one without a value is there with None."""
    head: Head = {}
    for label, value in _values(line.text):
        _put(head, label, _value(value, label, line.place, [line]))
    return head


def head_of_row(row: RowText, below: RowText | None = None) -> Head:
    """Return the fields that a row of a table gives.

    Args:
        row: labels and values, in one cell or side by side.
        below: the next row, where the values stand if the labels are headings of columns.
    """
    head: Head = {}
    waiting: _Label | None = None
    waiting_in: CellText | None = None
    for cell in row.cells:
        labelled = list(_values(cell.text))
        if waiting and waiting_in and not labelled:
            _put(head, waiting, _value(cell.text, waiting, cell.cell.place, cell.lines))
            waiting = None
            continue
        if waiting and waiting_in:
            _put(head, waiting, _below(waiting, waiting_in, below))
            waiting = None
        for label, value in labelled:
            if label is labelled[-1][0] and not value.strip():
                waiting, waiting_in = label, cell
            else:
                _put(head, label, _value(value, label, cell.cell.place, cell.lines))
    if waiting and waiting_in:
        _put(head, waiting, _below(waiting, waiting_in, below))
    return head


def _below(label: _Label, cell: CellText, below: RowText | None) -> HeadValue:
    """Return the value under a label that heads a column, or none in the label's own cell."""
    misprint = (label.written, label.meant) if label.meant else None
    under = [] if below is None or label.colon else below.cells
    for each in under:
        if each.cell.column == cell.cell.column and not list(_values(each.text)):
            return _value(each.text, label, each.cell.place, each.lines)
    why = next((line.unread for line in cell.lines if line.unread), None)
    return HeadValue(None, cell.cell.place, misprint, why)


def _put(head: Head, label: _Label, value: HeadValue) -> None:
    field = label.field
    if field in head and folded(label.written) == _SECOND_NAME and "occupation" not in head:
        field = "occupation"
    head.setdefault(field, value)


def _value(text: str, label: _Label, place: AnyPlace, lines: list[Line]) -> HeadValue:
    return HeadValue(
        filled(text.strip()),
        place,
        (label.written, label.meant) if label.meant else None,
        next((line.unread for line in lines if line.unread), None),
        any(line.invisible for line in lines),
    )


def _values(text: str) -> Iterator[tuple[_Label, str]]:
    """Yield each label of a text with what stands behind it."""
    has_sign = GARBLED in text or any(sign in text for sign in words().head_signs)
    if not has_sign and not _SLIPPED.search(text):
        return
    labels = sorted(_labels(text), key=lambda label: label.begin)
    labels = [label for label in labels if not _belongs_to_code(label, text)]
    for index, label in enumerate(labels):
        end = labels[index + 1].begin if index + 1 < len(labels) else len(text)
        yield label, text[label.end : end].strip(" \t\n\u3000\u00a0；;，,")


def _belongs_to_code(label: _Label, text: str) -> bool:
    """Say whether a label is part of an occupation: 职业编码：4-03-02-02 职业名称：中式面点师."""
    second = folded(label.written) == _SECOND_NAME
    return second and re.search(_CODE_BEFORE, text[: label.begin]) is not None


def _labels(text: str) -> Iterator[_Label]:
    taken: list[tuple[int, int]] = []
    for match in words().head_in_text.finditer(text):
        bounded = (
            match.start() == 0 or text[match.start() - 1] in " \t\n\u3000\u00a0；;，,。、1234."
        )
        if match["colon"] or (bounded and match["end"] is not None):
            found = words().head.find(match["label"], slips=False)
            if found:
                taken.append(match.span())
                colon = match["colon"] is not None
                yield _Label(found.value, match["label"], None, match.start(), match.end(), colon)
    for match in _SLIPPED.finditer(text):
        if not any(begin < match.end() and match.start() < end for begin, end in taken):
            found = words().head.find(match["label"])
            if found and (found.meant or GARBLED in match["label"]):
                yield _Label(
                    found.value, match["label"], found.meant, match.start(), match.end(), colon=True
                )
