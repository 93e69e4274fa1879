"""Office files that are locked, damaged, cut off or without end: each a refusal or a question."""

import io
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from readers.word.word_files import texts
from specvalidator.document import Document, Table, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
MANY = "1000000000"


def content(body: str, styles: str = "") -> str:
    """Return the part of OpenDocument that holds the text."""
    return (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(xml: str, **others: str) -> bytes:
    """Return an OpenDocument package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
        for name, other in others.items():
            archive.writestr(f"META-INF/{name}.xml", other)
    return stream.getvalue()


def table(cells: str, rows: str = "1") -> str:
    return (
        f'<table:table><table:table-row table:number-rows-repeated="{rows}">{cells}'
        "</table:table-row></table:table>"
    )


def old_xml(body: str) -> bytes:
    """Return Word 2003 XML."""
    space = "http://schemas.microsoft.com/office/word/2003/wordml"
    return f'<w:wordDocument xmlns:w="{space}"><w:body>{body}</w:body></w:wordDocument>'.encode()


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_document(data)
    return caught.value.error


def notes(document: Document) -> list[str]:
    return [word for word, _ in document.unread]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(
            odt(content(""), manifest="<m><encryption-data/></m>"), "encrypted", id="odt, locked"
        ),
        pytest.param(odt("<!DOCTYPE a>" + content("")), "corrupt", id="odt with DOCTYPE"),
        pytest.param(odt(content("")[:-9]), "corrupt", id="odt, cut"),
        pytest.param(
            odt(content(table("<table:table-cell/>", MANY))), "too-large", id="rows without end"
        ),
        pytest.param(
            odt(content(table(f'<table:table-cell table:number-columns-repeated="{MANY}"/>'))),
            "too-large",
            id="columns without end",
        ),
        pytest.param(
            odt(content('<text:p><text:s text:c="999999999"/></text:p>')), "too-large", id="blanks"
        ),
        pytest.param(odt(f"<office:document-content {NAMES}/>"), "unsupported", id="odt, no text"),
        pytest.param(b"{\\rtf1 {a}", "corrupt", id="rtf, open at its end"),
        pytest.param(b"{\\rtf1 \\bin99999 a}", "corrupt", id="rtf, bytes beyond its end"),
        pytest.param(b"{\\rtf1 " + b"{" * 500, "too-large", id="groups without end"),
        pytest.param(
            b"{\\rtf1 " + b"\\b" * 2_000_001 + b"}",
            "too-large",
            id="words without end",
            marks=pytest.mark.slow,
        ),
        pytest.param(b"{\\rtf1 " + b"\\par" * 200_000 + b"}", "too-large", id="paragraphs"),
        pytest.param(b"<html>" + b"<div>" * 5_000, "too-large", id="page, deep"),
        pytest.param(b"<html>" + b"<p>" * 300_000, "too-large", id="page without end"),
        pytest.param(b"MIME-Version: 1.0\r\n\r\na", "unsupported", id="mail without a page"),
        pytest.param(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\na",
            "corrupt",
            id="archive of a page, cut",
        ),
        pytest.param(old_xml("")[:-5], "corrupt", id="2003, cut"),
        pytest.param(b"<!DOCTYPE a>" + old_xml(""), "corrupt", id="2003 with DOCTYPE"),
        pytest.param(
            b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "unsupported",
            id="flat package without a text",
        ),
        pytest.param(b"\xdb\xa5-\0" + bytes(99), "unsupported", id="Word 2.0"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "corrupt", id="compound, cut"
        ),
    ],
)
def test_what_is_no_whole_document_is_refused(data: bytes, error: str) -> None:
    assert refusal(data) == error


def test_a_page_that_is_cut_off_is_read_with_a_question() -> None:
    document = read_document("<html><body><p>运用面粉</p><p>制作".encode())

    assert texts(document) == ["运用面粉", "制作"]
    assert notes(document) == ["cut-off"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            odt(
                content(
                    "<text:p>甲<text:note><text:note-citation>1</text:note-citation>"
                    "<text:note-body><text:p>脚</text:p></text:note-body></text:note>乙</text:p>"
                )
            ),
            id="odt",
        ),
        pytest.param(
            b"{\\rtf1\\ansicpg65001 {\\u30002 ?}{\\footnote {\\u33050 ?}}{\\u20057 ?}\\par}",
            id="rtf",
        ),
        pytest.param(
            b"{\\rtf1 {\\u30002 ?}{\\*\\footnote\\ftnalt {\\u33050 ?}\\par}{\\u20057 ?}\\par}",
            id="rtf, starred",
        ),
        pytest.param(
            old_xml(
                "<w:p><w:r><w:t>甲</w:t><w:endnote><w:p><w:r><w:t>脚</w:t></w:r></w:p></w:endnote>"
                "</w:r><w:r><w:t>乙</w:t></w:r></w:p>"
            ),
            id="2003",
        ),
        pytest.param(
            "<html><body><p>甲<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a>乙</p>"
            "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
            "<p><a href='#_ftnref1'>[1]</a>脚</p></div></div></body></html>".encode(),
            id="html of Word",
        ),
    ],
)
def test_notes_follow_the_paragraph_that_refers_to_them(data: bytes) -> None:
    document = read_document(data)

    assert texts(document) == ["甲乙", "脚"]
    assert notes(document) == []


def archive(*pages: tuple[str, str]) -> bytes:
    """Return an archive of pages by their place."""
    made = MIMEMultipart("related")
    for place, page in pages:
        part = MIMEText(page, "html", "utf-8")
        part["Content-Location"] = place
        made.attach(part)
    return made.as_bytes()


LINE = "能力名称：网具编结"
MARGIN = f"<html><body><div style='mso-element:header' id={{}}><p>{LINE}</p></div></body></html>"


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        pytest.param(
            f"<html><body><div title='header'><p>{LINE}</p></div><p>见</p></body></html>".encode(),
            (LINE,),
            id="html of LibreOffice",
        ),
        pytest.param(
            archive(
                ("file:///C:/a.htm", "<html><body><p>见</p></body></html>"),
                ("file:///C:/a.files/header.htm", MARGIN.format("h1")),
            ),
            (LINE,),
            id="mht",
        ),
        pytest.param(
            archive(
                ("a.htm", "<html><body><p>见</p></body></html>"),
                ("a.files/header.htm", MARGIN.format("fh1")),
            ),
            (),
            id="mht, no first page of its own",
        ),
        pytest.param(
            b"{\\rtf1{\\header {\\u32844 ?\\u19994 ?\\u21517 ?\\u31216 ?\\u65306 ?}\\par}"
            b"{\\u35265 ?}\\par}",
            ("职业名称：",),
            id="rtf",
        ),
        pytest.param(
            b"{\\rtf1{\\headerf {\\u32844 ?\\u19994 ?\\u21517 ?\\u31216 ?\\u65306 ?}\\par}"
            b"{\\u35265 ?}\\par}",
            (),
            id="rtf, no first page of its own",
        ),
        pytest.param(
            old_xml(
                "<w:p><w:r><w:t>见</w:t></w:r></w:p><w:sectPr><w:hdr w:type='odd'><w:p><w:r><w:t>"
                f"{LINE}</w:t></w:r></w:p></w:hdr></w:sectPr>"
            ),
            (LINE,),
            id="2003",
        ),
    ],
)
def test_what_stands_in_the_margins_is_kept_beside_the_text(
    data: bytes, lines: tuple[str, ...]
) -> None:
    document = read_document(data)

    assert texts(document) == ["见"]
    assert document.margins == lines


def test_letters_that_cannot_be_decoded_are_a_question() -> None:
    document = read_document(b"<html><meta charset=utf-8><p>a\xff\xfe\xffb\xd6</p></html>")
    read = next(iter(paragraphs_of(document.blocks)))

    assert read.unread == "garbled"


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8", "utf-16", "big5"])
def test_pages_are_decoded_as_they_say(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>考核</p></body></html>"

    assert texts(read_document(page.encode(charset))) == ["考核"]


@pytest.mark.parametrize("said", ["zlib_codec", "idna", "punycode", "no-such", "base64"])
def test_a_charset_that_is_none_does_no_harm(said: str) -> None:
    page = f"<html><meta charset={said}><p>考核</p></html>"

    assert texts(read_document(page.encode())) == ["考核"]


def test_an_archive_of_a_page_gives_the_page() -> None:
    archive = MIMEMultipart("related")
    archive.attach(MIMEText("<html><p>考核规范</p></html>", "html", "gb2312"))

    assert texts(read_document(archive.as_bytes())) == ["考核规范"]


@pytest.mark.parametrize("look", ["opacity:0.5", "margin-left:-9999px", "text-indent:-21.0px"])
def test_an_html_look_that_hides_nothing(look: str) -> None:
    page = f'<html><p>甲<span style="{look}">乙</span></p></html>'

    assert texts(read_document(page.encode())) == ["甲乙"]


def test_what_is_typed_into_a_box_of_a_page_is_asked_about() -> None:
    found = read_document("<html><p><textarea>乙</textarea></p></html>".encode())

    assert [each.unread for each in paragraphs_of(found.blocks)] == ["object"]


HIDDEN: dict[str, bytes] = {
    "html, style": '<html><p>甲<span style="display: none">乙</span></p></html>'.encode(),
    "html, class": (
        "<html><style>p.a{} .h {mso-hide:all}</style><p>甲<i class=h>乙</i></p></html>".encode()
    ),
    "html, white": '<html><p>甲<font color="#FFFFFF">乙</font></p></html>'.encode(),
    "html, clear": '<html><p>甲<span style="opacity: 0">乙</span></p></html>'.encode(),
    "html, off the page": (
        '<html><p>甲<span style="position:absolute;left:-9999px">乙</span></p></html>'.encode()
    ),
    "rtf": b"{\\rtf1\\ansi\\ansicpg936 \\'bc\\'d7{\\v \\'d2\\'d2}\\par}",
    "rtf, white": (
        b"{\\rtf1\\ansicpg936{\\colortbl;\\red255\\green255\\blue255;}"
        b"\\'bc\\'d7{\\cf1 \\'d2\\'d2}\\par}"
    ),
    "odt": odt(
        content(
            '<text:p>甲<text:span text:style-name="h">乙</text:span></text:p>',
            '<style:style style:name="h" style:family="text"><style:text-properties'
            ' text:display="none"/></style:style>',
        )
    ),
    "odt, clear": odt(
        content(
            '<text:p>甲<text:span text:style-name="h">乙</text:span></text:p>',
            '<style:style style:name="h" style:family="text"><style:text-properties '
            'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
            'loext:opacity="0%"/></style:style>',
        )
    ),
    "odt, variable": odt(
        content('<text:p>甲<text:variable-set text:display="none">乙</text:variable-set></text:p>')
    ),
    "odt, section": odt(
        content(
            '<text:p>甲</text:p><text:section text:display="none"><text:p>乙</text:p>'
            "</text:section>"
        )
    ),
    "2003": old_xml(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r></w:p>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_is_no_text(data: bytes) -> None:
    read = list(paragraphs_of(read_document(data).blocks))

    assert "".join(each.text for each in read) == "甲"
    assert "".join(each.hidden for each in read) == "乙"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<html><p>甲<del>乙</del><ins>丙</ins></p></html>".encode(), id="html"),
        pytest.param(b"{\\rtf1\\ansicpg936 \\'bc\\'d7{\\deleted \\'d2\\'d2}\\'b1\\'fb}", id="rtf"),
        pytest.param(
            odt(
                content(
                    "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>"
                    "<text:p>乙</text:p></text:deletion></text:changed-region>"
                    "</text:tracked-changes><text:p>甲<text:change text:change-id='c'/>丙</text:p>"
                )
            ),
            id="odt",
        ),
    ],
)
def test_what_is_deleted_is_not_there(data: bytes) -> None:
    (read,) = read_document(data).blocks

    assert (getattr(read, "text", None), getattr(read, "hidden", None)) == ("甲丙", "")


def test_merged_cells_of_a_page_reach_as_far_as_it_says() -> None:
    page = (
        "<html><table><tr><td rowspan=2>甲<td colspan=2>乙</tr><tr><td>丙<td>丁</tr></table></html>"
    )
    (found,) = read_document(page.encode()).blocks
    assert isinstance(found, Table)

    assert [(each.row, each.column, each.row_span, each.column_span) for each in found.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_pictures_elsewhere_are_asked_about_and_not_fetched() -> None:
    page = '<html><p>甲<img src="http://192.0.2.1/a.png"></p><script>乙</script></html>'
    (read,) = read_document(page.encode()).blocks

    assert (getattr(read, "text", None), getattr(read, "unread", None)) == ("甲", "picture")


def test_letters_half_written_plainly_are_whole() -> None:
    """A second byte may be an ordinary letter, which RTF may write as such."""
    data = b"{\\rtf1\\ansi\\ansicpg936 \\'b0\\'a1\\'81A\\par}"

    assert texts(read_document(data)) == ["啊" + b"\x81A".decode("gb18030")]


def test_the_number_beside_a_list_is_read_and_a_bullet_is_not() -> None:
    listed = b"{\\rtf1{\\listtext 1.\\tab}a\\par{\\pntext\\'b7\\tab}b\\par}"

    assert texts(read_document(listed)) == ["1.a", "b"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<draw:path xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"/>', "picture"),
        ("<text:bookmark-ref>错误：找不到引用源</text:bookmark-ref>", "object"),
    ],
)
def test_what_a_text_of_opendocument_shows_that_is_none_is_asked_about(body: str, why: str) -> None:
    found = read_document(odt(content(f"<text:p>甲{body}</text:p>")))

    assert [(each.text, each.unread) for each in paragraphs_of(found.blocks)] == [("甲", why)]


def test_a_row_of_opendocument_that_is_folded_is_no_row() -> None:
    rows = "".join(
        f'<table:table-row table:visibility="{shown}"><table:table-cell><text:p>{text}</text:p>'
        "</table:table-cell></table:table-row>"
        for shown, text in (("visible", "甲"), ("collapse", "乙"))
    )

    found = read_document(odt(content(f"<table:table>{rows}</table:table>")))

    assert [each.text for each in paragraphs_of(found.blocks)] == ["甲"]
