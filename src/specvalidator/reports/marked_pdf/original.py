"""The PDF that is marked: its pages and objects as they are written in its bytes."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from specvalidator.reports.marked_pdf.values import (
    Malformed,
    end_of_value,
    entries,
    items,
    reference,
)

_START = re.compile(rb"startxref[\0\t\n\f\r ]+(\d{1,15})[\0\t\n\f\r ]+%%EOF")
_S = rb"[\0\t\n\f\r ]"
_HEAD = re.compile(rb"%s*(\d{1,10})%s+(\d{1,5})%s+obj%s*" % (_S, _S, _S, _S))
_TAIL = 2048
_MOST_OBJECTS = 8_388_607
"""As many as the standard lets a file have."""

Reference = tuple[int, int]
"""Number and generation of an object."""


class PageNode(NamedTuple):
    """A page as it hangs in the tree of pages."""

    reference: Reference
    written: bytes


class OriginalPdf:
    """A file that can be added to; whatever it does not understand is Malformed."""

    def __init__(self, data: bytes, most_pages: int) -> None:
        """Read the tables of a file that PDFium could open.

        Raises:
            Malformed: its structure is not what the standard asks for.
        """
        self.data = data
        self._most_pages = most_pages
        starts = _START.findall(data[-_TAIL:])
        if not data.startswith(b"%PDF-") or not starts:
            raise Malformed
        self.table_at = int(starts[-1])
        self.has_stream_table = not data.startswith(b"xref", self.table_at)
        if self.has_stream_table and not _HEAD.match(data, self.table_at):
            raise Malformed
        try:
            self._reader = PdfReader(io.BytesIO(data), root_object_recovery_limit=None)
            numbers = [
                *(number for table in self._reader.xref.values() for number in table),
                *self._reader.xref_objStm,
                int(str(self._reader.trailer["/Size"])) - 1,
            ]
        except Exception as error:  # such a library fails in many ways on strange files
            raise Malformed from error
        self.next_number = max(numbers) + 1
        if self.next_number > _MOST_OBJECTS // 2:
            raise Malformed

    @property
    def root(self) -> Reference:
        """The object in which everything hangs."""
        return self._in_trailer("/Root") or _malformed()

    @property
    def tree(self) -> Reference:
        """The object in which the pages hang."""
        return reference(entries(self.written(self.root)).get(b"Pages", b"")) or _malformed()

    @property
    def info(self) -> Reference | None:
        """The object that describes the file."""
        return self._in_trailer("/Info")

    @property
    def first_id(self) -> bytes | None:
        """What the file was first known by."""
        known = self._reader.trailer.get("/ID")
        first = known[0] if isinstance(known, list) and known else None
        found = getattr(first, "original_bytes", None)
        return found if isinstance(found, bytes) else None

    def pages(self) -> list[PageNode]:
        """Return the pages in their order.

        Raises:
            Malformed: there are too many, or they do not hang in a tree.
        """
        seen: set[Reference] = set()
        left = [self.tree]
        found = []
        while left:
            node = left.pop()
            if node in seen or len(seen) > 2 * self._most_pages:
                raise Malformed
            seen.add(node)
            written = self.written(node)
            kids = entries(written).get(b"Kids")
            if kids is None:
                found.append(PageNode(node, written))
            else:
                kids_in_order = items(self.resolved(kids))
                left += [reference(kid) or _malformed() for kid in reversed(kids_in_order)]
        return found

    def list_in(self, written: bytes, name: bytes) -> list[bytes]:
        """Return an array of a dictionary, as its values are written; empty where there is none.

        Raises:
            Malformed: what stands there is no array.
        """
        value = entries(written).get(name, b"null")
        return [] if value == b"null" else items(self.resolved(value))

    def resolved(self, value: bytes) -> bytes:
        """Return what a value refers to, or itself.

        Raises:
            Malformed: it refers to what is not there.
        """
        at = reference(value)
        return self.written(at) if at else value

    def written(self, at: Reference) -> bytes:
        """Return an object's value as it is written.

        Raises:
            Malformed: there is none, or it is not where the table says.
        """
        number, generation = at
        try:
            if number in self._reader.xref_objStm and generation == 0:
                return self._in_stream(number)
            start = self._reader.xref[generation][number]
        except Malformed:
            raise
        except Exception as error:
            raise Malformed from error
        head = _HEAD.match(self.data, start)
        if head is None or (int(head[1]), int(head[2])) != at:
            raise Malformed
        return self.data[head.end() : end_of_value(self.data, head.end())]

    def text_in(self, at: Reference, name: str) -> str:
        """Return a text that a dictionary holds, "" where it holds none."""
        try:
            held = self._reader.get_object(IndirectObject(*at, self._reader))
            found = held.get(name) if isinstance(held, DictionaryObject) else None
        except Exception as error:  # such a library fails in many ways on strange files
            raise Malformed from error
        return found if isinstance(found, str) else ""

    def _in_stream(self, number: int) -> bytes:
        holder, _ = self._reader.xref_objStm[number]
        stream = self._reader.get_object(IndirectObject(holder, 0, self._reader))
        if not isinstance(stream, StreamObject):
            raise Malformed
        data = stream.get_data()
        first = int(str(stream["/First"]))
        numbers = [int(each) for each in data[:first].split()]
        for known, offset in zip(numbers[::2], numbers[1::2], strict=False):
            if known == number:
                start = first + offset
                return data[start : end_of_value(data, start)]
        raise Malformed

    def _in_trailer(self, name: str) -> Reference | None:
        found = self._reader.trailer.raw_get(name) if name in self._reader.trailer else None
        return (found.idnum, found.generation) if isinstance(found, IndirectObject) else None


@contextmanager
def quiet() -> Iterator[None]:
    """Let pypdf not warn: what is wrong with a submission is not for a log."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _malformed() -> Reference:
    raise Malformed
