"""Hostile PDF files: actions, attachments, pictures, fonts and boxes."""

from hostile.making.base import REPORT, Collection
from hostile.making.pdfs import pdf, sheet, stream, word

ACTIONS = Collection()
_ANY = (REPORT, "unrecognised", "too-large", "timeout", "unreadable", "corrupt")
_READ = (REPORT, "unrecognised")
_TEXT = word(50, 700, b"text", 12)
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _leaf(more: bytes = b"", box: bytes = b"[0 0 595 842]") -> bytes:
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%b>>"
        % (
            box,
            more,
        )
    )


def _one(page: bytes, *more: bytes, catalogue: bytes = b"") -> bytes:
    """Return a PDF of this page; `more` are objects from number 6."""
    root = b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue
    return pdf(root, _PAGES, page, stream(_TEXT), _FONT, *more)


@ACTIONS.file("script.pdf", "a script that is to run when the file is opened", *_READ)
def _script() -> bytes:
    action = b"/OpenAction<</S/JavaScript/JS(while(1){app.alert(1)})>>/AA<</WC 6 0 R>>"
    return _one(_leaf(), b"<</S/Launch/F(/bin/sh)>>", catalogue=action)


@ACTIONS.file("links.pdf", "20,000 links, each to a program", *_ANY)
def _links() -> bytes:
    link = b"<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x)>>>>"
    return _one(_leaf(b"/Annots[" + link * 20_000 + b"]"))


@ACTIONS.file("notes-in-a-circle.pdf", "a note that is an answer to itself", *_READ)
def _notes() -> bytes:
    note = b"<</Subtype/Text/Rect[0 0 9 9]/Contents(a)/IRT 6 0 R/Popup 6 0 R/Parent 6 0 R>>"
    return _one(_leaf(b"/Annots[6 0 R 6 0 R 6 0 R]"), note)


@ACTIONS.file("attachments.pdf", "a file within the file, 100 MB of it", *_ANY)
def _attachments() -> bytes:
    names = b"/Names<</EmbeddedFiles<</Names[(a) <</F(a)/EF<</F 6 0 R>>>>]>>>>"
    return _one(_leaf(), stream(bytes(100_000_000), b"/Type/EmbeddedFile"), catalogue=names)


@ACTIONS.file("outline-in-a-circle.pdf", "a table of contents without end", *_READ)
def _outline() -> bytes:
    item = b"<</Title(a)/Parent 6 0 R/First 6 0 R/Last 6 0 R/Next 6 0 R/Prev 6 0 R>>"
    return _one(_leaf(), item, catalogue=b"/Outlines 6 0 R")


@ACTIONS.file("xfa.pdf", "a form that is a program in XML", *_READ)
def _xfa() -> bytes:
    xml = b"<xdp:xdp xmlns:xdp='x'><script>while(1){}</script>" * 1_000
    form = b"/AcroForm<</Fields[]/XFA 6 0 R>>"
    return _one(_leaf(), stream(xml), catalogue=form)


@ACTIONS.file("fields-in-a-circle.pdf", "a field that is its own child", *_READ)
def _fields() -> bytes:
    field = b"<</FT/Tx/T(a)/Kids[6 0 R]/Parent 6 0 R/Subtype/Widget/Rect[0 0 9 9]>>"
    form = b"/AcroForm<</Fields[6 0 R]>>"
    return _one(_leaf(b"/Annots[6 0 R]"), field, catalogue=form)


@ACTIONS.file("huge-page.pdf", "a page of a million kilometres", *_ANY)
def _huge() -> bytes:
    return _one(_leaf(box=b"[0 0 2000000000000 2000000000000]"))


@ACTIONS.file("no-page.pdf", "a page of no size, turned by 45 degrees", *_ANY)
def _none() -> bytes:
    return _one(_leaf(b"/Rotate 45/CropBox[9 9 9 9]/UserUnit 1e30", box=b"[5 5 5 5]"))


@ACTIONS.file("far-letters.pdf", "letters a million pages away from the page", *_ANY)
def _far() -> bytes:
    return sheet(b"".join(word(10.0**k, -(10.0**k), b"a", 12) for k in range(37)) * 50)


@ACTIONS.file("sizes.pdf", "letters of every size from nothing to the sky", *_ANY)
def _sizes() -> bytes:
    return sheet(b"".join(word(50, 700, b"a", 10.0**k) for k in range(-37, 37)) * 20)


@ACTIONS.file("picture.pdf", "a picture of 60,000 by 60,000 points, all white", *_ANY)
def _picture() -> bytes:
    head = b"/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray"
    image = stream(bytes(60_000_000), head)
    return sheet(b"/I Do", image, resources=b"/Font<</F 5 0 R>>/XObject<</I 6 0 R>>")


@ACTIONS.file("picture-that-lies.pdf", "a picture that says it is larger than it is", *_READ)
def _lying() -> bytes:
    head = (
        b"/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 16"
        b"/ColorSpace/DeviceRGB"
    )
    return sheet(
        b"/I Do" + _TEXT, stream(b"a", head), resources=b"/Font<</F 5 0 R>>/XObject<</I 6 0 R>>"
    )


@ACTIONS.file("pattern.pdf", "a page filled with a pattern a thousandth of a point wide", *_ANY)
def _pattern() -> bytes:
    head = (
        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001/Resources<<>>"
    )
    fill = b"/Pattern cs /P scn 0 0 595 842 re f\n" + _TEXT
    return sheet(
        fill, stream(b"0 0 1 1 re f", head), resources=b"/Font<</F 5 0 R>>/Pattern<</P 6 0 R>>"
    )


@ACTIONS.file("font-draws-itself.pdf", "a font whose letters are written in itself", *_ANY)
def _font() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
        b"/CharProcs<</a 7 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]"
        b"/Resources<</Font<</G 6 0 R>>>>>>"
    )
    glyph = stream(b"9 0 d0 BT /G 9 Tf (aaaa) Tj ET")
    return sheet(
        b"BT /G 9 Tf 50 700 Td (aaaa) Tj ET", font, glyph, resources=b"/Font<</F 5 0 R/G 6 0 R>>"
    )


@ACTIONS.file("long-mapping.pdf", "a letter that stands for 200,000", *_ANY)
def _mapping() -> bytes:
    target = b"0061" * 200_000
    cmap = b"1 beginbfchar <61> <%b> endbfchar" % target
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    return sheet(
        b"BT /G 9 Tf 50 700 Td (%b) Tj ET" % (b"a" * 500), font, stream(cmap),
        resources=b"/Font<</F 5 0 R/G 6 0 R>>",
    )  # fmt: skip


@ACTIONS.file("one-string.pdf", "two million letters in one string", *_ANY)
def _string() -> bytes:
    return sheet(b"BT /F 9 Tf 50 700 Td (%b) Tj ET" % (b"a" * 2_000_000))


@ACTIONS.file("states.pdf", "a million states that are kept and never given back", *_ANY)
def _states() -> bytes:
    return sheet(b"q " * 1_000_000 + _TEXT)


@ACTIONS.file("updates.pdf", "2,000 updates, one behind the other", *_ANY)
def _updates() -> bytes:
    data, before = _one(_leaf()), 0
    before = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    pieces, length = [data], len(data)
    for _ in range(2_000):
        body = b"\n4 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n"
        at = length + len(body)
        table = (
            b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 9/Root 1 0 R/Prev %d>>\n"
            b"startxref\n%d\n%%%%EOF"
        )
        pieces.append(body + table % (length + 1, before, at))
        length, before = length + len(pieces[-1]), at
    return b"".join(pieces)


@ACTIONS.file("marked-content.pdf", "a structure that is its own part, and hidden layers", *_ANY)
def _structure() -> bytes:
    tree = b"<</Type/StructTreeRoot/K[6 0 R 6 0 R]/P 6 0 R/S/Table/ParentTree<</Kids[6 0 R]>>>>"
    layers = b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>/OCProperties<</OCGs[6 0 R]/D<<>>>>"
    return _one(_leaf(b"/StructParents 0"), tree, catalogue=layers)


@ACTIONS.file("two-kinds.pdf", "a PDF that is a web page, too", *_ANY, "unsupported")
def _two() -> bytes:
    return b"<html><script>x()</script>\n" + sheet(_TEXT)
