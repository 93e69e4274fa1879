"""Hostile OFD files and pictures: pages, fonts and pixels that are not there, or are too many."""

import struct
import zlib

from hostile.making.base import REPORT, Collection
from readers.ofd.ofd_files import OfdPage, entry, image, ofd, packed, parts, path, text

PAPERS = Collection()
_READ = (REPORT, "unrecognised", "unreadable")
_REFUSED = ("too-large", "timeout", "corrupt", "unsupported", "unreadable")
_LINE = text("拉面制作专项职业能力考核规范", 20, 40)


@PAPERS.file("pages.ofd", "20,000 pages in OFD", *_REFUSED)
def _pages() -> bytes:
    return ofd(*[OfdPage(_LINE)] * 20_000)


@PAPERS.file("one-page-often.ofd", "one page that is named 100,000 times", *_REFUSED)
def _one_page() -> bytes:
    members = parts([OfdPage(_LINE)])
    named = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    whole = members["Doc_0/Document.xml"].replace(named, named * 100_000)
    return packed({"OFD.xml": entry("Doc_0"), **members, "Doc_0/Document.xml": whole})


@PAPERS.file(
    "documents.ofd", "5,000 documents in one file, all of them the same", *_REFUSED, *_READ
)
def _documents() -> bytes:
    return packed({"OFD.xml": entry(*["Doc_0"] * 5_000), **parts([OfdPage(_LINE)])})


@PAPERS.file("outside.ofd", "a page that lies outside of the file", *_REFUSED)
def _outside() -> bytes:
    members = parts([OfdPage(_LINE)])
    whole = members["Doc_0/Document.xml"].replace("Pages/Page_0/Content.xml", "../../../etc/passwd")
    return packed({"OFD.xml": entry("Doc_0"), **members, "Doc_0/Document.xml": whole})


@PAPERS.file("blocks.ofd", "blocks in blocks, 20,000 deep", *_REFUSED, *_READ)
def _blocks() -> bytes:
    return ofd(OfdPage("<ofd:PageBlock>" * 20_000 + _LINE + "</ofd:PageBlock>" * 20_000))


@PAPERS.file("letters.ofd", "two million letters on one page", *_REFUSED)
def _letters() -> bytes:
    return ofd(OfdPage(text("字" * 2_000_000, 9, 9, across="0")))


@PAPERS.file("deltas.ofd", "two letters, and two thousand million distances", *_REFUSED, *_READ)
def _deltas() -> bytes:
    return ofd(OfdPage(text("甲乙", 9, 9, across="g 2000000000 1")))


@PAPERS.file("corners.ofd", "a line of a million corners", *_REFUSED)
def _corners() -> bytes:
    return ofd(OfdPage(path((0, 0, 9, 9), "M 0 0" + " L 9 9" * 1_000_000)))


@PAPERS.file("numbers.ofd", "numbers that are none, and pages of no size", *_REFUSED, *_READ)
def _numbers() -> bytes:
    odd = _LINE.replace('Boundary="', 'CTM="nan inf -1e999 1 1 1" Boundary="')
    return ofd(OfdPage(odd * 500, size=(1e300, -1e300)))


@PAPERS.file("pictures.ofd", "50,000 pictures over one line", *_REFUSED, *_READ)
def _pictures() -> bytes:
    return ofd(OfdPage(_LINE + image(0, 0, 200, 200) * 50_000))


@PAPERS.file("templates.ofd", "a page whose template is itself", *_REFUSED, *_READ)
def _templates() -> bytes:
    template = '<ofd:TemplatePage ID="7" BaseLoc="Pages/Page_0/Content.xml"/>'
    return ofd(OfdPage(_LINE, before='<ofd:Template TemplateID="7"/>'), common=template * 500)


@PAPERS.file("doctype.ofd", "an entity in OFD that is a file of the machine", "corrupt")
def _doctype() -> bytes:
    before = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return packed({**parts([OfdPage(_LINE)]), "OFD.xml": before + entry("Doc_0")})


# ── pictures ─────────────────────────────────────────────────────────────────────────────


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def _png(width: int, height: int, rows: bytes, *more: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = b"".join(more) + _chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + head + body + _chunk(b"IEND", b"")


@PAPERS.file("bomb.png", "a picture of 3,600 million pixels in 100 kB", *_REFUSED)
def _bomb() -> bytes:
    return _png(60_000, 60_000, bytes(60_000_000))


@PAPERS.file(
    "size-that-lies.png",
    "a picture of one pixel that holds 60 MB",
    *_REFUSED,
    *_READ,
    pictured=True,
)
def _lying() -> bytes:
    return _png(1, 1, bytes(60_000_000))


@PAPERS.file("no-size.png", "a picture of no pixels", *_REFUSED)
def _none() -> bytes:
    return _png(0, 0, b"")


@PAPERS.file(
    "text-chunks.png", "a picture with 40 MB of packed remarks", *_REFUSED, *_READ, pictured=True
)
def _remarks() -> bytes:
    remark = _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(40_000_000), 9))
    return _png(40, 40, bytes(41 * 40), remark * 20)


@PAPERS.file("long-and-thin.png", "a picture one pixel high and 60 million wide", *_REFUSED)
def _thin() -> bytes:
    return _png(60_000_000, 1, bytes(60_000_001))


@PAPERS.file("white.png", "a page of 60 million white pixels", *_REFUSED, *_READ, pictured=True)
def _white() -> bytes:
    return _png(7_000, 8_500, (b"\0" + b"\xff" * 7_000) * 8_500)


@PAPERS.file("stripes.png", "a page of nothing but lines", *_REFUSED, *_READ, pictured=True)
def _stripes() -> bytes:
    return _png(2_000, 2_800, (b"\0" + b"\xff\0" * 1_000 + b"\0" + bytes(2_000)) * 1_400)


@PAPERS.file("segments.jpg", "two million segments of a picture in JPEG", *_REFUSED)
def _segments() -> bytes:
    return b"\xff\xd8" + b"\xff\xfe\0\2" * 2_000_000 + b"\xff\xd9"


@PAPERS.file("huge.jpg", "a picture in JPEG of 65,535 by 65,535 pixels", *_REFUSED)
def _huge() -> bytes:
    frame = b"\xff\xc0\0\x0b\x08\xff\xff\xff\xff\1\1\x11\0"
    return b"\xff\xd8" + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + bytes(2_000) + b"\xff\xd9"


@PAPERS.file("directories-in-a-circle.tif", "a TIFF whose next page is itself", *_REFUSED)
def _circle() -> bytes:
    entries = struct.pack("<HHIIHHII", 256, 3, 1, 90, 257, 3, 1, 90)
    return b"II*\0\x08\0\0\0" + b"\2\0" + entries + b"\x08\0\0\0" + bytes(90)
