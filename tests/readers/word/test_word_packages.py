"""Packages as programs write them: odd names that Word opens, and files that are two at once."""

import io
import struct
import zipfile

import pytest

from readers.word.word_files import (
    RELATIONS,
    content_types,
    document_xml,
    docx,
    level,
    listed,
    numbered,
    paragraph,
    parts,
    relations,
    texts,
    zipped,
)
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

LIST = listed(level(0, "%1."))
WHOLE = parts(numbered("见"), numbering=LIST)


def renamed(names: dict[str, str], **more: str) -> bytes:
    return zipped({names.get(name, name): xml for name, xml in {**WHOLE, **more}.items()})


def with_targets(main: str, **names: str) -> bytes:
    """Return a Word file whose parts have other names, and are referred to by these targets."""
    targets = {"styles": "styles.xml", "numbering": "numbering.xml", **names}
    members = {**WHOLE, "word/_rels/document.xml.rels": relations(*targets.items())}
    return zipped(
        {main if name == "word/numbering.xml" else name: x for name, x in members.items()}
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(renamed({name: name.replace("/", "\\") for name in WHOLE}), id="backslashes"),
        pytest.param(renamed({"word/document.xml": "word\\document.xml"}), id="one backslash"),
        pytest.param(renamed({name: "/" + name for name in WHOLE}), id="leading slashes"),
        pytest.param(renamed({name: name.upper() for name in WHOLE}), id="capitals"),
        pytest.param(with_targets("word/Numbering.XML"), id="numbers in another case"),
        pytest.param(with_targets("word/numb%65ring.xml"), id="numbers percent-encoded"),
        pytest.param(
            with_targets("word/numbering.xml", numbering="numb%65ring.xml"), id="target encoded"
        ),
        pytest.param(
            with_targets("word/my numbers.xml", numbering="my%20numbers.xml"), id="a space"
        ),
        pytest.param(
            with_targets("word/numbering.xml", numbering="/word\\numbering.xml"),
            id="target of Windows",
        ),
    ],
)
def test_a_package_that_word_opens_is_read_with_its_numbers(data: bytes) -> None:
    assert texts(read_document(data)) == ["1.见"]


def test_a_list_level_that_says_nothing_begins_at_0() -> None:
    silent = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    body = numbered("甲") + numbered("乙")
    assert texts(read_document(docx(body, numbering=listed(silent)))) == ["0.甲", "1.乙"]


def test_a_blank_bitmap_is_no_bomb() -> None:
    blank = b"BM" + bytes(6 * 2**20)
    assert texts(read_document(zipped({**WHOLE, "word/media/image1.bmp": blank}))) == ["1.见"]
    with pytest.raises(UnreadableFile) as refused:
        read_document(zipped({**WHOLE, "word/document.xml": b" " * 2**23}))
    assert refused.value.error == "too-large"


def test_a_file_whose_text_is_embedded_says_so() -> None:
    for body in ("<w:altChunk/>", "<w:p/><w:altChunk/><w:p/>"):
        with pytest.raises(UnreadableFile) as refused:
            read_document(docx(body))
        assert refused.value.error == "unsupported"
        assert "altChunk" in refused.value.words.zh
    document = read_document(docx("<w:altChunk/>" + paragraph("见")))
    assert [word for word, _ in document.unread] == ["embedded-file"]


def hidden_member(data: bytes) -> bytes:
    """Return a zip with a member before its directory that the directory does not list."""
    at = data.index(b"PK\x01\x02")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", document_xml(paragraph("藏")))
    member = stream.getvalue()[: stream.getvalue().index(b"PK\x01\x02")]
    end = data.rindex(b"PK\x05\x06")
    offset = struct.pack("<I", at + len(member))
    return data[:at] + member + data[at:end] + data[end : end + 16] + offset + data[end + 20 :]


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def stored_first(content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.bin", content)
        for name, xml in WHOLE.items():
            archive.writestr(name, xml)
    return stream.getvalue()


def with_two_mains() -> bytes:
    both = relations(("officeDocument", "word/document.xml"), ("officeDocument", "word/other.xml"))
    return zipped({**WHOLE, "_rels/.rels": both, "word/other.xml": WHOLE["word/document.xml"]})


def with_two_typed_mains() -> bytes:
    types = content_types().replace(
        "</Types>",
        content_types("word/other.xml").partition("/>")[2].replace("</Types>", "") + "</Types>",
    )
    return zipped(
        {**WHOLE, "[Content_Types].xml": types, "word/other.xml": WHOLE["word/document.xml"]}
    )


def with_two_bodies() -> bytes:
    main = WHOLE["word/document.xml"]
    again = main[main.index("<w:body>") :]
    return zipped({**WHOLE, "word/document.xml": main.replace("</w:document>", "") + again})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(with_two_mains(), id="two documents by relation"),
        pytest.param(with_two_typed_mains(), id="two documents by type"),
        pytest.param(with_two_bodies(), id="two bodies"),
        pytest.param(hidden_member(zipped(WHOLE)), id="a member that no directory lists"),
        pytest.param(stored_first(PDF), id="a PDF stored in front"),
        pytest.param(PDF + zipped(WHOLE), id="a PDF before a package"),
    ],
)
def test_a_file_that_is_two_at_once_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data)
    assert refused.value.error == "corrupt"


def test_one_document_that_is_named_twice_is_one() -> None:
    twice = relations(
        ("officeDocument", "word/document.xml"), ("officeDocument", "/WORD/document.xml")
    )
    assert texts(read_document(zipped({**WHOLE, "_rels/.rels": twice}))) == ["1.见"]
    assert RELATIONS in twice


def test_a_zip_that_was_streamed_is_read() -> None:
    class Unseekable(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in WHOLE.items():
            archive.writestr(name, xml)
    assert texts(read_document(bytes(stream.written))) == ["1.见"]
