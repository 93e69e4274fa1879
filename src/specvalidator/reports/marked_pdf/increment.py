"""What is added behind the bytes of a PDF: new objects, changed ones, and a table of both."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from specvalidator.reports.marked_pdf.original import OriginalPdf, Reference
from specvalidator.reports.marking.seal import pdf_seal


class Increment:
    """Objects to add; the bytes of the original stay in front of them, every one as it was."""

    def __init__(self, original: OriginalPdf) -> None:
        """Begin with nothing added."""
        self._original = original
        self._next: int = original.next_number
        self._objects: dict[Reference, bytes] = {}

    def reserved(self) -> int:
        """Return the number of an object that is put later."""
        self._next += 1
        return self._next - 1

    def put(self, at: Reference, body: bytes) -> None:
        """Write an object under a number, in place of what stood there."""
        self._objects[at] = body

    def add(self, body: bytes) -> int:
        """Write a new object; return its number."""
        number = self.reserved()
        self.put((number, 0), body)
        return number

    def add_stream(self, dictionary: bytes, data: bytes) -> int:
        """Write a new stream, packed; return its number. `dictionary` stands without brackets."""
        return self.add(_stream(dictionary, data))

    def written(self) -> bytes:
        """Return the file with what is added."""
        out = bytearray(self._original.data)
        if not out.endswith(b"\n"):
            out += b"\n"
        places: dict[Reference, int] = {}
        for at, body in sorted(self._objects.items()):
            places[at] = len(out)
            out += b"%d %d obj\n" % at + body + b"\nendobj\n"
        digest = hashlib.sha256(out).digest()[:16]
        start = len(out)
        if self._original.has_stream_table:
            out += self._stream_table(places, start, digest)
        else:
            out += _table(places) + b"trailer\n<< " + self._trailer(digest) + b" >>\n"
        out += pdf_seal(bytes(out))
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    def _stream_table(self, places: dict[Reference, int], start: int, digest: bytes) -> bytes:
        own = self.reserved()
        places = {**places, (own, 0): start}
        rows = b"".join(
            b"\1" + place.to_bytes(4, "big") + generation.to_bytes(2, "big")
            for (_, generation), place in sorted(places.items())
        )
        index = b" ".join(b"%d %d" % run for run in _runs(number for number, _ in places))
        head = b"/Type /XRef /W [1 4 2] /Index [" + index + b"] " + self._trailer(digest)
        return b"%d 0 obj\n" % own + _stream(head, rows) + b"\nendobj\n"

    def _trailer(self, digest: bytes) -> bytes:
        original = self._original
        said = b"/Size %d /Prev %d /Root %d %d R" % (self._next, original.table_at, *original.root)
        if original.info:
            said += b" /Info %d %d R" % original.info
        if original.first_id is not None:
            said += b" /ID [<%s> <%s>]" % (original.first_id.hex().encode(), digest.hex().encode())
        return said


def _stream(dictionary: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    head = b"<< " + dictionary + b" /Filter /FlateDecode /Length %d >>\n" % len(packed)
    return head + b"stream\n" + packed + b"\nendstream"


def _table(places: dict[Reference, int]) -> bytes:
    by_number = {number: (place, generation) for (number, generation), place in places.items()}
    lines = [b"xref\n"]
    for first, count in _runs(by_number):
        lines.append(b"%d %d\n" % (first, count))
        lines += [b"%010d %05d n \n" % by_number[first + step] for step in range(count)]
    return b"".join(lines)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and length of each run of numbers that follow each other."""
    run: list[int] = []
    for number in sorted(numbers):
        if run and number != run[-1] + 1:
            yield run[0], len(run)
            run = []
        run.append(number)
    if run:
        yield run[0], len(run)
