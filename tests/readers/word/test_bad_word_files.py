"""Files that give no document: each is refused with the word for its reason."""

import io
import zipfile
import zlib

import pytest

from readers.word.word_files import (
    MAIN_TYPE,
    NAMES,
    content_types,
    document_xml,
    docx,
    only,
    paragraph,
    parts,
    relations,
    zipped,
)
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

GOOD = docx(paragraph("拉面制作"))
OFFICE = "application/vnd.openxmlformats-officedocument."


def compound(*streams: str) -> bytes:
    """Return what begins like an OLE compound file and has these streams in its directory."""
    entries = b""
    for name in streams:
        encoded = (name + "\0").encode("utf-16-le")
        entry = encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little")
        entries += entry.ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def changed(**members: str | bytes) -> bytes:
    """Return the good file with the named parts replaced; `document` is the main one."""
    names = {
        "document": "word/document.xml",
        "styles": "word/styles.xml",
        "types": "[Content_Types].xml",
    }
    return zipped(parts(paragraph("拉面制作")) | {names[key]: xml for key, xml in members.items()})


def with_member(name: str) -> bytes:
    return zipped({**parts(paragraph("甲")), name: "x"})


def twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, xml in parts(paragraph("甲")).items():
            archive.writestr(name, xml)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", document_xml(paragraph("乙")))
    return stream.getvalue()


def flipped(data: bytes, at: int, mask: int) -> bytes:
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


def encrypted_member() -> bytes:
    """Return the good file with the encryption flag of its first member set in the directory."""
    return flipped(GOOD, GOOD.index(b"PK\x01\x02") + 8, 0x1)


def wrong_sum() -> bytes:
    """Return the good file with a bit of the main part's checksum turned over."""
    entry = GOOD.rindex(b"word/document.xml") - 46
    return flipped(GOOD, entry + 16, 0x1)


def renamed_locally() -> bytes:
    """Return the good file whose main part has another name before its content."""
    at = GOOD.index(b"word/document.xml")
    return GOOD[:at] + b"word/documenu.xml" + GOOD[at + 17 :]


@pytest.mark.parametrize(
    ("data", "error", "names"),
    [
        pytest.param(b"", "corrupt", "空", id="empty"),
        pytest.param(GOOD[: len(GOOD) // 2], "corrupt", "没有传完", id="cut off"),
        pytest.param(GOOD[:30], "corrupt", "没有传完", id="cut off at once"),
        pytest.param(
            b"PK\x03\x04" + b"x" * 100, "corrupt", "压缩结构", id="only begins like a zip"
        ),
        pytest.param(wrong_sum(), "corrupt", "word/document.xml", id="wrong checksum"),
        pytest.param(renamed_locally(), "corrupt", "word/document.xml", id="two names"),
        pytest.param(changed(document="<w:document"), "corrupt", "不是有效的 XML", id="broken XML"),
        pytest.param(changed(document=""), "corrupt", "不是有效的 XML", id="empty part"),
        pytest.param(changed(styles="<w:styles"), "corrupt", "word/styles.xml", id="broken styles"),
        pytest.param(changed(document=f"<w:document {NAMES}/>"), "corrupt", "正文", id="no body"),
        pytest.param(
            changed(document='<!DOCTYPE a [<!ENTITY e "x">]>' + document_xml(paragraph("X&e;Y"))),
            "corrupt",
            "DOCTYPE",
            id="entity",
        ),
        pytest.param(
            changed(document=("<!DOCTYPE a>" + document_xml("")).encode("utf-16")),
            "corrupt",
            "DOCTYPE",
            id="DOCTYPE in UTF-16",
        ),
        pytest.param(
            changed(styles=f"<!DOCTYPE a><w:styles {NAMES}/>"),
            "corrupt",
            "DOCTYPE",
            id="DOCTYPE in the styles",
        ),
        pytest.param(
            changed(types="<!DOCTYPE a>" + content_types()),
            "corrupt",
            "DOCTYPE",
            id="DOCTYPE in the types",
        ),
        pytest.param(twice(), "corrupt", "两个", id="a member twice"),
        pytest.param(with_member("WORD/document.xml"), "corrupt", "两个", id="twice but for case"),
        pytest.param(with_member("../evil"), "corrupt", "../evil", id="name that climbs"),
        pytest.param(with_member("a/../../evil"), "corrupt", "evil", id="name that climbs later"),
        pytest.param(with_member("..\\evil"), "corrupt", "evil", id="name that climbs in Windows"),
        pytest.param(with_member("C:/evil"), "corrupt", "evil", id="name from a drive"),
        pytest.param(encrypted_member(), "encrypted", "密码", id="encrypted member"),
        pytest.param(
            compound("EncryptionInfo", "EncryptedPackage"), "encrypted", "密码", id="password"
        ),
        pytest.param(compound("WordDocument"), "corrupt", "不完整", id="old Word, cut off"),
        pytest.param(compound("Workbook"), "unsupported", "Excel", id="old Excel"),
        pytest.param(compound("Anything"), "unsupported", "Office", id="old Office"),
        pytest.param(
            compound("WordDocument") + b"\1" * 64 + "EncryptedPackage\0".encode("utf-16-le"),
            "corrupt",
            "不完整",
            id="old Word that speaks of encryption",
        ),
        pytest.param(b"{\\rtf1\\ansi", "corrupt", "中途断开", id="RTF, cut off"),
        pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE HTML>", "corrupt", "没有正文", id="empty web page"),
        pytest.param(b"MIME-Version: 1.0\r\n", "unsupported", "网页", id="saved web page"),
        pytest.param(b"<?xml version='1.0'?><a/>", "unsupported", "XML", id="XML"),
        pytest.param(b"GIF89a\0\0", "unsupported", "图片", id="GIF"),
        pytest.param(b"BM\x36\0\0\0\0\0\0\0", "unsupported", "图片", id="bitmap"),
        pytest.param("拉面制作专项职业能力考核规范\n".encode(), "unsupported", "纯文本", id="text"),
        pytest.param("拉面制作\r\n".encode("gb18030"), "unsupported", "纯文本", id="GBK text"),
        pytest.param("拉面制作".encode("utf-16"), "unsupported", "纯文本", id="UTF-16 text"),
        pytest.param(
            ("拉面" * 600).encode()[:-1], "unsupported", "纯文本", id="text cut inside a letter"
        ),
        pytest.param(b"BM is a text too", "unsupported", "纯文本", id="text that begins with BM"),
        pytest.param(b"\x00\x01\x02\x03", "unsupported", "无法识别", id="unknown"),
        pytest.param(zipped({"a.txt": "x"}), "unsupported", "压缩包", id="zip of something"),
        pytest.param(zipped({}), "unsupported", "压缩包", id="empty zip"),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "unsupported",
            "ODF",
            id="ODT",
        ),
        pytest.param(zipped({"OFD.xml": "<a/>"}), "corrupt", "没有正文", id="OFD"),
        pytest.param(
            zipped(
                {
                    "[Content_Types].xml": content_types(
                        "xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml"
                    ),
                    "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
                    "xl/workbook.xml": "<a/>",
                }
            ),
            "unsupported",
            "Excel",
            id="Excel",
        ),
        pytest.param(changed(document="<a/>"), "unsupported", "Office", id="another root"),
    ],
)
def test_a_file_that_gives_no_document_is_refused_by_name(
    data: bytes, error: str, names: str
) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(data)

    assert refusal.value.error == error
    assert names in refusal.value.words.zh
    assert refusal.value.words.en.endswith(".")


def test_a_refusal_says_what_to_do_next() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(compound("WordDocument"))

    assert "另存为 .docx" in refusal.value.words.zh
    assert "save it as .docx" in refusal.value.words.en


def test_control_characters_of_a_member_name_do_not_reach_the_message() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(with_member("../\x1b[31m" + "长" * 200))

    assert refusal.value.words.zh.isprintable()
    assert len(refusal.value.words.zh) < 200


@pytest.mark.parametrize(
    ("main_type", "media_type"),
    [
        (MAIN_TYPE, OFFICE + "wordprocessingml.document"),
        (
            OFFICE + "wordprocessingml.template.main+xml",
            OFFICE + "wordprocessingml.template",
        ),
        (
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "application/vnd.ms-word.document.macroEnabled.12",
        ),
        (
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            "application/vnd.ms-word.template.macroEnabled.12",
        ),
    ],
)
def test_documents_and_templates_with_macros_or_without_are_read(
    main_type: str, media_type: str
) -> None:
    document = read_document(changed(types=content_types(main_type=main_type)))

    assert only(document).text == "拉面制作"
    assert document.media_type == media_type


def test_the_main_part_is_found_by_its_relation_whatever_its_name() -> None:
    members = {
        "[Content_Types].xml": content_types("a/b.xml"),
        "_rels/.rels": relations(("officeDocument", "/a/b.xml")),
        "a/b.xml": document_xml(paragraph("甲", '<w:pStyle w:val="章"/>')),
        "a/_rels/b.xml.rels": relations(("styles", "../c/styles.xml")),
        "c/styles.xml": f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="章">'
        '<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style></w:styles>',
    }

    found = only(read_document(zipped(members)))

    assert (found.text, found.level) == ("甲", 3)


@pytest.mark.parametrize(
    "gone",
    [
        "_rels/.rels",
        "[Content_Types].xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/_rels/document.xml.rels",
    ],
)
def test_a_part_that_is_missing_is_done_without(gone: str) -> None:
    members = parts(paragraph("拉面制作"))
    del members[gone]

    assert only(read_document(zipped(members))).text == "拉面制作"


def test_members_that_are_merely_stored_are_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts(paragraph("甲")).items():
            archive.writestr(name, xml)

    assert only(read_document(stream.getvalue())).text == "甲"


def test_another_way_of_compressing_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        for name, xml in parts(paragraph("甲")).items():
            archive.writestr(name, xml)

    with pytest.raises(UnreadableFile) as refusal:
        read_document(stream.getvalue())
    assert refusal.value.error == "corrupt"


def test_a_member_longer_than_it_says_is_not_unpacked_further() -> None:
    content = document_xml(paragraph("甲")).encode()
    lie = zipped({**parts(""), "word/document.xml": content})
    entry = lie.rindex(b"word/document.xml") - 46
    short = (len(content) - 5).to_bytes(4, "little")
    checksum = zlib.crc32(content[:-5]).to_bytes(4, "little")
    lie = lie[: entry + 16] + checksum + lie[entry + 20 : entry + 24] + short + lie[entry + 28 :]

    with pytest.raises(UnreadableFile) as refusal:
        read_document(lie)
    assert refusal.value.error == "corrupt"
