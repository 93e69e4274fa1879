"""Hostile files of other programs: OpenDocument, RTF, web pages, archives of pages, Word 2003."""

import io
import zipfile

from hostile.making.base import REPORT, Collection

OFFICE = Collection()
_UNREAD = (REPORT, "unrecognised")
_REFUSED = ("too-large", "timeout", "corrupt", "unsupported")
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style")
)
_MANY = "2000000000"
_TITLE = "拉面制作专项职业能力考核规范"


def _odt(body: str, *, before: str = "", title: str = _TITLE, **others: str) -> bytes:
    """Return an OpenDocument text with this below its title, and other members of META-INF."""
    xml = (
        f"{before}<office:document-content {_NAMES}><office:body><office:text>"
        f"<text:p>{title}</text:p><text:p>一、定义</text:p>{body}"
        "</office:text></office:body></office:document-content>"
    )
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
        for name, other in others.items():
            archive.writestr(f"META-INF/{name}.xml", other)
    return page.getvalue()


def _row(repeated: str, cells: str) -> str:
    rows = f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'
    return f"<table:table>{rows}</table:table>"


@OFFICE.file("rows-repeated.odt", "a row that is there two thousand million times", "too-large")
def _rows() -> bytes:
    return _odt(_row(_MANY, "<table:table-cell><text:p>甲</text:p></table:table-cell>"))


@OFFICE.file(
    "cells-repeated.odt", "a cell that is there two thousand million times", *_REFUSED, REPORT
)
def _cells() -> bytes:
    cell = f'<table:table-cell table:number-columns-repeated="{_MANY}"/>'
    return _odt(_row("1", cell))


@OFFICE.file("spaces-repeated.odt", "two thousand million spaces, in one tag", *_REFUSED, REPORT)
def _spaces() -> bytes:
    return _odt(f'<text:p>甲<text:s text:c="{_MANY}"/>乙</text:p>')


@OFFICE.file("spans-less-than-none.odt", "cells that span fewer columns than none", *_UNREAD)
def _spans() -> bytes:
    cell = '<table:table-cell table:number-columns-spanned="-9" table:number-rows-spanned="x"/>'
    return _odt(_row("-3", cell * 9))


@OFFICE.file("lists-in-lists.odt", "lists in lists, 20,000 deep", *_REFUSED)
def _lists() -> bytes:
    depth = 20_000
    return _odt("<text:list><text:list-item>" * depth + "</text:list-item></text:list>" * depth)


@OFFICE.file("doctype.odt", "an entity in OpenDocument that is a file of the machine", "corrupt")
def _doctype() -> bytes:
    before = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return _odt("<text:p>&e;</text:p>", before=before)


@OFFICE.file("bomb.odt", "OpenDocument whose text is 300 MB of spaces", "too-large")
def _bomb() -> bytes:
    return _odt(" " * 60_000_000)


@OFFICE.file("locked.odt", "OpenDocument with a password", "encrypted")
def _locked() -> bytes:
    entry = "<m:file-entry><m:encryption-data/></m:file-entry>"
    manifest = f'<m:manifest xmlns:m="{_ODF}manifest:1.0">{entry}</m:manifest>'
    return _odt("", manifest=manifest)


def _rtf(body: str, head: str = "") -> bytes:
    lines = (_TITLE, "一、定义", "运用面粉的能力。")
    said = "\\par ".join("".join(f"\\u{ord(letter)}?" for letter in line) for line in lines)
    return f"{{\\rtf1\\ansi{head} {said}\\par {body}}}".encode("ascii")


@OFFICE.file("groups.rtf", "groups in groups, a million deep", *_REFUSED)
def _groups() -> bytes:
    return _rtf("{" * 1_000_000 + "}" * 1_000_000)


@OFFICE.file("groups-that-never-end.rtf", "a million groups that begin", *_REFUSED)
def _open_groups() -> bytes:
    return _rtf("{" * 1_000_000)


@OFFICE.file("words.rtf", "four million control words", *_REFUSED)
def _words() -> bytes:
    return _rtf("\\b" * 4_000_000)


@OFFICE.file("binary.rtf", "two thousand million bytes that are not there", *_REFUSED, *_UNREAD)
def _binary() -> bytes:
    return _rtf("\\bin2000000000 a")


@OFFICE.file("numbers.rtf", "numbers of a million digits", *_REFUSED, *_UNREAD)
def _numbers() -> bytes:
    return _rtf("\\u" + "9" * 1_000_000 + "?\\fs-99999999999999999999 a\\uc999999999 b")


@OFFICE.file("cells.rtf", "300,000 cells in one row", *_REFUSED, REPORT)
def _rtf_cells() -> bytes:
    return _rtf("\\trowd" + "\\cellx9" * 300_000 + "\\intbl" + "a\\cell" * 300_000 + "\\row")


@OFFICE.file("fields.rtf", "fields in fields that fetch and link", *_REFUSED, *_UNREAD)
def _fields() -> bytes:
    field = '{\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}{\\fldrslt '
    return _rtf(field * 150 + "a" + "}}" * 150)


@OFFICE.file(
    "object.rtf", "an object of ten million digits, as exploits come in", *_REFUSED, *_UNREAD
)
def _object() -> bytes:
    return _rtf("{\\object\\objocx{\\*\\objdata " + "d0cf11e0" * 1_200_000 + "}}")


def _page(body: str, head: str = "") -> bytes:
    return (
        f"<html><head><meta charset='utf-8'>{head}</head><body><p>{_TITLE}</p><p>一、定义</p>{body}"
    ).encode()


@OFFICE.file("deep.html", "divisions in divisions, 200,000 deep", *_REFUSED, *_UNREAD)
def _deep() -> bytes:
    return _page("<div>" * 200_000 + "甲")


@OFFICE.file("attributes.html", "a tag of 600,000 attributes", *_REFUSED, *_UNREAD)
def _attributes() -> bytes:
    return _page("<p " + " ".join(f"a{k}=1" for k in range(600_000)) + ">甲</p>")


@OFFICE.file("spans.html", "a cell of two thousand million columns and rows", *_REFUSED, REPORT)
def _html_spans() -> bytes:
    return _page(f"<table><tr><td colspan={_MANY} rowspan={_MANY}>甲<td>乙</table>" * 50)


@OFFICE.file(
    "styles.html", "a megabyte of style without a brace, comments in it that never end", *_UNREAD
)
def _styles() -> bytes:
    return _page("", "<style>" + "a" * 1_000_000 + "/*" * 200_000 + "</style>")


@OFFICE.file("blanks.html", "half a million blanks, in the text, in a style, in a rule", *_UNREAD)
def _blanks() -> bytes:
    blanks = " " * 500_000
    head = f"<style>a{blanks}b{{c:d{blanks}e}}</style>"
    return _page(f"<p style='a:b{blanks}c'>甲{blanks}乙", head)


@OFFICE.file("references.html", "letters by numbers that are none", *_REFUSED, *_UNREAD)
def _references() -> bytes:
    return _page("<p>" + "&#99999999999999;&#x110000;&#xD800;&#0;" * 50_000)


@OFFICE.file(
    "active.html", "a script, a frame, a redirection, a form, a style from elsewhere", *_UNREAD
)
def _active() -> bytes:
    head = (
        "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'><link rel=stylesheet href=//x>"
    )
    body = "<script>while(1){}</script><iframe src=file:///etc/passwd></iframe><object data=x>"
    return _page(body + "<img src=http://127.0.0.1/x onerror=alert(1)><base href=//x>", head)


@OFFICE.file("charset.html", "a charset that unpacks: zlib", *_REFUSED, *_UNREAD)
def _charset() -> bytes:
    return _page("").replace(b"utf-8", b"zlib")


@OFFICE.file(
    "unclosed.html", "half a million tags of formatting that never end", *_REFUSED, *_UNREAD
)
def _unclosed() -> bytes:
    return _page("<b><i><p>" * 160_000)


@OFFICE.file("comment.html", "a comment that never ends, 20 MB", *_REFUSED, *_UNREAD)
def _comment() -> bytes:
    return _page("<!--" + "<!-- -" * 3_300_000)


def _mail(body: str, boundary: str = "b") -> bytes:
    return (
        "MIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; boundary="{boundary}"; type="text/html"\r\n\r\n{body}'
    ).encode()


@OFFICE.file("parts.mht", "an archive of a page in a million parts", *_REFUSED, *_UNREAD)
def _parts() -> bytes:
    return _mail("--b\r\n\r\n\r\n" * 1_000_000)


@OFFICE.file("parts-in-parts.mht", "parts in parts, 5,000 deep", *_REFUSED, *_UNREAD)
def _nested() -> bytes:
    heads = (
        f"--b{k}\r\nContent-Type: multipart/mixed; boundary=b{k + 1}\r\n\r\n" for k in range(5_000)
    )
    return _mail("".join(heads), "b0")


@OFFICE.file("headers.mht", "a head of 300,000 lines", *_REFUSED, *_UNREAD)
def _headers() -> bytes:
    return _mail("--b\r\n" + "X-A: " + "\r\n b" * 300_000 + "\r\n\r\n<html>甲")


@OFFICE.file(
    "encodings.mht", "parts in encodings that compute or that nobody knows", *_REFUSED, *_UNREAD
)
def _encodings() -> bytes:
    part = (
        "--b\r\nContent-Type: text/html; charset={}\r\nContent-Transfer-Encoding: {}\r\n\r\n{}\r\n"
    )
    pairs = (("rot13", "x-uuencode"), ("idna", "base64"), ("unicode_escape", "quoted-printable"))
    return _mail("".join(part.format(*pair, "=FF" * 100_000) for pair in pairs) + "--b--")


def _old_xml(body: str, before: str = "") -> bytes:
    space = "http://schemas.microsoft.com/office/word/2003/wordml"
    text = f"<w:p><w:r><w:t>{_TITLE}</w:t></w:r></w:p>{body}"
    return (
        f'<?xml version="1.0"?>{before}<?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{space}"><w:body>{text}</w:body></w:wordDocument>'
    ).encode()


@OFFICE.file("laughs-2003.xml", "billion laughs in Word 2003 XML", "corrupt", "unsupported")
def _laughs() -> bytes:
    return _old_xml("<w:p>&a;</w:p>", '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY a "&b;&b;&b;">]>')


@OFFICE.file("deep-2003.xml", "tables in tables in Word 2003 XML, 20,000 deep", *_REFUSED)
def _deep_xml() -> bytes:
    before, after = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return _old_xml(before * 20_000 + after * 20_000)


@OFFICE.file("paragraphs-2003.xml", "a million paragraphs in Word 2003 XML", *_REFUSED)
def _paragraphs_xml() -> bytes:
    return _old_xml("<w:p/>" * 1_000_000)


def _compound(sector: bytes, *, shift: int = 9, directory: int = 1) -> bytes:
    """Return a compound file whose every sector is the same."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[24:34] = b"\x3e\0\x03\0\xfe\xff" + bytes([shift, 0, 6, 0])
    head[44:52] = (1).to_bytes(4, "little") + directory.to_bytes(4, "little")
    head[76:80] = (0).to_bytes(4, "little")
    head[80:512] = b"\xff" * 432
    return bytes(head) + sector * 64


@OFFICE.file("sectors-in-a-circle.doc", "a directory that goes on in itself", *_REFUSED)
def _circle() -> bytes:
    return _compound((1).to_bytes(4, "little") * 128)


@OFFICE.file("sector-size.doc", "sectors of 2^60 bytes", *_REFUSED)
def _sectors() -> bytes:
    return _compound(b"\xff" * 512, shift=60)


@OFFICE.file("far-directory.doc", "a directory beyond the end of the file", *_REFUSED)
def _far() -> bytes:
    return _compound(b"\xfe" * 512, directory=0x7FFFFFFF)
