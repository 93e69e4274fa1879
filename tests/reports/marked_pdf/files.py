"""PDF files made for the tests: turned, cut, signed, locked, packed, damaged."""

import io
import re
import zlib
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

EXAMPLE = Path(__file__).parents[3] / "examples/pdf/exported/06-faults-net-mending.pdf"
PLAIN = EXAMPLE.read_bytes()
Values = dict[str, object]


def written(writer: PdfWriter) -> bytes:
    """Return the file."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def turned(degrees: int, cut: float = 0.0) -> bytes:
    """Return the example with its page turned, its text upright all the same, and edges cut off."""
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    page = writer.pages[0]
    if degrees:
        page.rotate(-degrees)
        page.transfer_rotation_to_content()
        page.rotate(degrees)
    if cut:
        right, top = float(page.mediabox.right), float(page.mediabox.top)
        page.cropbox = RectangleObject((cut, cut / 2, right - cut / 3, top - cut))
    return written(writer)


def locked(*, user: str = "", algorithm: str = "RC4-128") -> bytes:
    """Return the example with a password of its owner, and one for opening it."""
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    writer.encrypt(user, "owner", algorithm=algorithm)
    return written(writer)


def signed() -> bytes:
    """Return the example with a field that bears a signature, which vouches for nothing."""
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    signature = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
            NameObject("/SubFilter"): NameObject("/adbe.pkcs7.detached"),
            NameObject("/Contents"): ByteStringObject(bytes(8)),
            NameObject("/ByteRange"): ArrayObject(map(NumberObject, (0, 10, 20, 10))),
        }
    )
    field = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject("seal"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 0, 0))),
            NameObject("/V"): writer._add_object(signature),  # noqa: SLF001 - it has no other name
        }
    )
    held = writer._add_object(field)  # noqa: SLF001 - the same
    writer.pages[0][NameObject("/Annots")] = ArrayObject([held])
    form = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject([held]),
            NameObject("/SigFlags"): NumberObject(3),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = form
    return written(writer)


def with_link(*, is_apart: bool) -> bytes:
    """Return the example with a link on its page, in a list of its own object or not."""
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (72, 72, 144, 144))),
            NameObject("/Contents"): TextStringObject("原有的链接"),
            NameObject("/Border"): ArrayObject(map(NumberObject, (0, 0, 0))),
        }
    )
    listed = ArrayObject([link])
    held = writer._add_object(listed) if is_apart else listed  # noqa: SLF001 - it has no other name
    writer.pages[0][NameObject("/Annots")] = held
    return written(writer)


def numbered() -> bytes:
    """Return the example with a page number of its own: A-7."""
    writer = PdfWriter(clone_from=io.BytesIO(PLAIN))
    writer.set_page_label(0, 0, style=PageLabelStyle.DECIMAL, prefix="A-", start=7)
    return written(writer)


def packed() -> bytes:
    """Return the example with its objects in a stream and its table in another, as Word does."""
    reader = PdfReader(io.BytesIO(PLAIN))
    out = bytearray(b"%PDF-1.5\n")
    apart: dict[int, int] = {}
    inside: list[tuple[int, bytes]] = []
    numbers = sorted(number for number in reader.xref[0] if number)
    for number in numbers:
        body = io.BytesIO()
        value = reader.get_object(number)
        assert value is not None
        value.write_to_stream(body)
        if isinstance(value, StreamObject):
            apart[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body.getvalue())
        else:
            inside.append((number, body.getvalue()))
    holder, table = max(numbers) + 1, max(numbers) + 2
    heads, bodies = [], bytearray()
    for number, content in inside:
        heads.append(b"%d %d" % (number, len(bodies)))
        bodies += content + b"\n"
    head = b" ".join(heads) + b"\n"
    apart[holder] = len(out)
    extra = b"/Type /ObjStm /N %d /First %d" % (len(inside), len(head))
    out += _stream(holder, extra, head + bytes(bodies))
    start = apart[table] = len(out)
    rows = {number: (1, place, 0) for number, place in apart.items()}
    rows |= {number: (2, holder, index) for index, (number, _) in enumerate(inside)}
    rows[0] = (0, 0, 65535)
    content = b"".join(
        bytes((kind,)) + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, place, index in (rows.get(number, (0, 0, 0)) for number in range(table + 1))
    )
    root = reader.trailer.raw_get("/Root").idnum
    said = b"/Type /XRef /W [1 4 2] /Size %d /Root %d 0 R" % (table + 1, root)
    out += _stream(table, said, content)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(number: int, said: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    head = b"%d 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\n" % (number, said, len(data))
    return head + b"stream\n" + data + b"\nendstream\nendobj\n"


def misplaced() -> bytes:
    """Return the example with a table that begins elsewhere than it says."""
    return re.sub(rb"startxref\s+\d+", b"startxref\n17", PLAIN)


def endless() -> bytes:
    """Return the example without the lines that say where its table is."""
    return PLAIN[: PLAIN.rindex(b"startxref")]
