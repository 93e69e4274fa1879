"""Hostile PDF files: content, forms, page trees and streams that swell, loop or lie."""

import base64
import zlib

from hostile.making.base import REPORT, Collection

PDFS = Collection()
_MEGABYTE = 2**20
_UNREAD = (REPORT, "unrecognised")
"""Promised where a file is read: what it holds is no form that is known."""
_ENDED = ("too-large", "timeout", "unreadable", "corrupt")
"""Promised where the process has to be ended."""
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%b>>>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (count, trailer, len(out))
    return out + head + end


def stream(content: bytes, entries: bytes = b"", filters: bytes = b"/Filter/FlateDecode") -> bytes:
    """Return a stream object; only deflated where no other filters are given."""
    packed = zlib.compress(content, 9) if filters == b"/Filter/FlateDecode" else content
    return b"<<%b%b/Length %d>>stream\n%b\nendstream" % (entries, filters, len(packed), packed)


def sheet(content: bytes, *more: bytes, resources: bytes = b"/Font<</F 5 0 R>>") -> bytes:
    """Return a PDF of one page; `more` are objects from number 6."""
    return sheet_of(stream(content), *more, resources=resources)


def sheet_of(content: bytes, *more: bytes, resources: bytes = b"/Font<</F 5 0 R>>") -> bytes:
    """Return the same with a stream object that is made already."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, _PAGE % resources, content, _FONT, *more)


def book(pages: int, content: bytes) -> bytes:
    """Return a PDF whose pages all have the same content."""
    kids = b" ".join(b"%d 0 R" % (6 + k) for k in range(pages))
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, pages)
    page = _PAGE % b"/Font<</F 5 0 R>>"
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", tree, b"null", stream(content), _FONT, *[page] * pages
    )


def word(x: float, y: float, text: bytes, size: float = 1) -> bytes:
    """Return what writes a word on a page."""
    return b"BT /F %g Tf %g %g Td (%b) Tj ET\n" % (size, x, y, text)


@PDFS.file("content-bomb.pdf", "200 MB of content in 200 kB", "too-large")
def _bomb() -> bytes:
    return sheet(b"q Q " * (50 * _MEGABYTE))


@PDFS.file("streams-without-end.pdf", "20,000 streams that never end", "too-large")
def _endless_streams() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\n" * 20_000


@PDFS.file(
    "objects-without-end.pdf", "20,000 streams that end, in objects that do not", "too-large"
)
def _endless_objects() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj<<>>stream (\nx endstream " * 20_000


@PDFS.file("ends-that-are-none.pdf", "20,000 streams whose ends are part of a word", *_ENDED)
def _ends() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj<<>>stream\nx endstreamx " * 20_000


@PDFS.file("content-as-picture.pdf", "content that its dictionary calls a picture", *_ENDED)
def _picture() -> bytes:
    return sheet_of(stream(b"0 0 1 1 re f " * (4 * _MEGABYTE), b"/Subtype/Image"))


@PDFS.file(
    "chained-filters.pdf",
    "content that is deflated twice: 60 MB in 60 kB in 300 bytes",
    *_ENDED,
    *_UNREAD,
)
def _chained() -> bytes:
    packed = zlib.compress(zlib.compress(b"0 0 1 1 re f " * (5 * _MEGABYTE), 9), 9)
    return sheet_of(stream(packed, filters=b"/Filter[/FlateDecode/FlateDecode]"))


@PDFS.file(
    "ascii85.pdf",
    "content that is deflated and written in letters, where nobody measures it",
    *_ENDED,
    *_UNREAD,
)
def _ascii() -> bytes:
    packed = base64.a85encode(zlib.compress(b"0 0 1 1 re f " * (4 * _MEGABYTE), 9)) + b"~>"
    return sheet_of(stream(packed, filters=b"/Filter[/ASCII85Decode/FlateDecode]"))


@PDFS.file("run-length.pdf", "content of run lengths of run lengths", *_ENDED, *_UNREAD)
def _runs() -> bytes:
    packed = b"\x81q\x81 " * 200_000 + b"\x80"
    return sheet_of(stream(packed, filters=b"/Filter/RunLengthDecode"))


@PDFS.file("lzw.pdf", "content in LZW that is no such thing", *_ENDED, *_UNREAD)
def _lzw() -> bytes:
    return sheet_of(stream(b"\x80\x0b\x60\x50" * 500_000, filters=b"/Filter/LZWDecode"))


@PDFS.file(
    "named-with-escapes.pdf",
    "a filter whose name hides from a search: Fl#61teDecode",
    *_ENDED,
    *_UNREAD,
)
def _escaped() -> bytes:
    packed = zlib.compress(b"0 0 1 1 re f " * (4 * _MEGABYTE), 9)
    return sheet_of(stream(packed, filters=b"/Filter/Fl#61teDecode"))


@PDFS.file("same-content.pdf", "one page whose content is the same stream 500 times over", *_ENDED)
def _same() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[%b]>>" % (b"4 0 R " * 500)
    content = stream(b"0 0 1 1 re f " * 80_000)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content
    )


def _form(inner: bytes, content: bytes) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<%b>>>>" % inner
    return stream(content, entries)


@PDFS.file("form-draws-itself.pdf", "a form that draws itself, twice each time", *_ENDED, *_UNREAD)
def _recursive() -> bytes:
    form = _form(b"/X 6 0 R", b"/X Do /X Do ")
    return sheet(b"/X Do ", form, resources=b"/XObject<</X 6 0 R>>")


@PDFS.file(
    "laughing-forms.pdf", "forms that draw forms that draw forms: ten to the eighth", *_ENDED
)
def _laughing() -> bytes:
    forms = [_form(b"/X %d 0 R" % (7 + k), b"/X Do " * 10) for k in range(7)]
    last = _form(b"", b"0 0 1 1 re f ")
    return sheet(b"/X Do " * 10, *forms, last, resources=b"/XObject<</X 6 0 R>>")


@PDFS.file("nested-forms.pdf", "a form in a form, 25 deep", *_UNREAD)
def _deep_forms() -> bytes:
    forms = [_form(b"/X %d 0 R" % (7 + k), b"/X Do ") for k in range(25)]
    return sheet(b"/X Do ", *forms, _form(b"", b""), resources=b"/XObject<</X 6 0 R>>")


@PDFS.file("pages.pdf", "20,000 pages", "too-large")
def _pages() -> bytes:
    return book(20_000, word(70, 700, b"a", 12))


@PDFS.file(
    "pages-counted.pdf",
    "a page tree that says it has two thousand million",
    "too-large",
    "corrupt",
    *_UNREAD,
)
def _counted() -> bytes:
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, _PAGE % b"", stream(b""))


@PDFS.file("cyclic-pages.pdf", "a page tree whose branch is its own root", "corrupt", *_UNREAD)
def _cyclic() -> bytes:
    tree = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100/Parent 2 0 R>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree)


@PDFS.file("deep-pages.pdf", "a page tree 50,000 branches deep", "corrupt", *_UNREAD)
def _deep_pages() -> bytes:
    branches = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (k + 3) for k in range(50_000)]
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *branches, b"<</Type/Page/MediaBox[0 0 9 9]>>")


@PDFS.file("lines.pdf", "60,000 lines on a page", "too-large")
def _lines() -> bytes:
    return sheet(b"".join(b"10 %g m 500 %g l S\n" % (k / 100, k / 100) for k in range(60_000)))


@PDFS.file("lines-on-pages.pdf", "20 pages of 40,000 lines", "too-large")
def _lined_pages() -> bytes:
    return book(20, b"".join(b"10 %g m 500 %g l S\n" % (k / 90, k / 90) for k in range(40_000)))


@PDFS.file("grid.pdf", "a table of 480 rows and 480 columns", "too-large")
def _grid() -> bytes:
    across = b"".join(b"10 %g m 2500 %g l S\n" % (10 + 5 * k, 10 + 5 * k) for k in range(480))
    down = b"".join(b"%g 10 m %g 2500 l S\n" % (10 + 5 * k, 10 + 5 * k) for k in range(480))
    page = _PAGE.replace(b"595 842", b"3000 3000") % b""
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, page, stream(across + down))


@PDFS.file("tables.pdf", "499 pages, each with a table of 360 cells", "too-large")
def _tables() -> bytes:
    across = b"".join(b"50 %g m 500 %g l S\n" % (100 + 18 * k, 100 + 18 * k) for k in range(41))
    down = b"".join(b"%g 100 m %g 820 l S\n" % (50 + 50 * k, 50 + 50 * k) for k in range(10))
    return book(499, across + down)


@PDFS.file("letters.pdf", "50 pages of 16,000 letters, each set by itself", "too-large")
def _letters() -> bytes:
    return book(50, b"".join(word(9 + k % 70 * 8, 830 - k // 70 * 3, b"a") for k in range(16_000)))


@PDFS.file(
    "white-on-fills.pdf",
    "white letters, each to be held against 25,000 filled areas",
    "too-large",
    *_UNREAD,
)
def _fills() -> bytes:
    areas = b"".join(b"%g %g 20 20 re f\n" % (k % 500, k // 500 * 8) for k in range(25_000))
    return sheet(
        areas
        + b"1 g "
        + b"".join(word(9 + k % 70 * 8, 830 - k // 70 * 4, b"a") for k in range(9_000))
    )


@PDFS.file("struck.pdf", "letters on a line with 40,000 strokes through it", "too-large", *_UNREAD)
def _struck() -> bytes:
    strokes = b"".join(b"%g 702 m %g 702 l S\n" % (k / 70, k / 70 + 0.005) for k in range(40_000))
    return sheet(strokes + word(5, 700, b"a" * 8_000, 6))


@PDFS.file("columns.pdf", "rows of 400 columns that only align", "too-large", *_UNREAD)
def _columns() -> bytes:
    content = b"".join(word(1.4 * k, 800 - 3 * r, b"a", 0.5) for r in range(30) for k in range(400))
    return sheet(content.replace(b"/F 0.5 Tf", b"/F 1.6 Tf"))


@PDFS.file(
    "mapping-bomb.pdf", "a font that maps 65,000 codes, 100,000 times over", *_ENDED, *_UNREAD
)
def _mapping() -> bytes:
    lines = b"<0000> <ffff> <0000>\n" * 100_000
    cmap = stream(b"begincmap\n100 beginbfrange\n" + lines + b"endbfrange\nendcmap")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    content = word(70, 700, b"abc", 12)
    return sheet(content, font, cmap, resources=b"/Font<</F 6 0 R>>")


@PDFS.file(
    "inline-picture.pdf", "a picture within the content that unpacks to 500 MB", *_ENDED, *_UNREAD
)
def _inline() -> bytes:
    deflater = zlib.compressobj(9)
    packed = b"".join(deflater.compress(bytes(_MEGABYTE)) for _ in range(500)) + deflater.flush()
    head = b"BI /W 20000 /H 25000 /BPC 8 /CS /G /F /Fl ID "
    return sheet_of(stream(head + packed + b"\nEI", filters=b""))


@PDFS.file("object-stream-bomb.pdf", "an object stream of 300 MB", "too-large", "corrupt")
def _objects() -> bytes:
    bomb = stream(b"1 0 " * (75 * _MEGABYTE), b"/Type/ObjStm/N 1000000/First 4000000")
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", bomb)


@PDFS.file("wrong-offsets.pdf", "a cross-reference table that points nowhere", "corrupt", *_UNREAD)
def _offsets() -> bytes:
    return sheet(word(70, 700, b"a", 12)).replace(b"0000000", b"9999999")


@PDFS.file(
    "cross-reference-loop.pdf",
    "a cross-reference table before which stands itself",
    "corrupt",
    *_UNREAD,
)
def _xref_loop() -> bytes:
    data = sheet(word(70, 700, b"a", 12))
    at = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % at)


@PDFS.file(
    "many-objects.pdf",
    "two million objects that are nothing, and no table of them",
    "corrupt",
    *_ENDED,
)
def _many() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj\nendobj\n" * 2_000_000


@PDFS.file("many-streams.pdf", "a million streams that begin and never end", *_ENDED)
def _streams() -> bytes:
    return b"%PDF-1.7\n" + b"/FlateDecode stream\nx\x9c\x03\x00\x00\x00\x00\x01" * 1_000_000


@PDFS.file("deep-arrays.pdf", "arrays in arrays, a million deep", "corrupt", *_UNREAD)
def _arrays() -> bytes:
    return sheet_of(stream(b"q"), b"[" * 1_000_000)


@PDFS.file("locked.pdf", "a file with a password to open it", "encrypted")
def _locked() -> bytes:
    encryption = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%b>/U<%b>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", encryption,
        trailer=b"/Encrypt 3 0 R/ID[<00><00>]",
    )  # fmt: skip


@PDFS.file(
    "odd-numbers.pdf", "boxes and matrices of infinite and negative size", *_UNREAD, "corrupt"
)
def _odd() -> bytes:
    content = b"1e38 0 0 1e38 0 0 cm -99999999999999999999 nan 1e309 0 re S " + word(
        1e30, -1e30, b"a", 1e30
    )
    return sheet(content).replace(b"[0 0 595 842]", b"[1e38 -1e38 -5 1e39]")


@PDFS.file("cut-off.pdf", "an upload that broke off", "corrupt", "unrecognised")
def _cut() -> bytes:
    data = sheet(word(70, 700, b"a", 12))
    return data[: len(data) // 3]


@PDFS.file("widgets.pdf", "a form of 100,000 fields, all the same", *_ENDED, *_UNREAD)
def _widgets() -> bytes:
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/Rect[0 0 9 9]/AP<</N 7 0 R>>>>"
    look = stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[%b]>>" % (b"6 0 R " * 100_000)
    catalogue = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(catalogue, tree, page, b"null", _FONT, field, look)
