"""What a file is, told from its bytes and never its name: a PDF, a Word package, or neither."""

from collections.abc import Iterator

from specvalidator.errors import UnreadableFile
from specvalidator.readers import may_be_pdf, refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.pictures import picture_format
from specvalidator.readers.word.package import Package
from specvalidator.wording import Words

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024

_IMAGE = Words("图片", "a picture")
_ARCHIVE = Words("压缩包", "an archive")
_SIGNATURES = (
    (b"{\\rtf", Words("RTF 文件", "an RTF file")),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
_BITMAP = b"BM"
_MARKS_IN_HEAD = (
    (b"<html", Words("网页", "a web page")),
    (b"<!doctype html", Words("网页", "a web page")),
    (b"mime-version:", Words("网页", "a web page")),
    (b"<?xml", Words("XML 文件", "an XML file")),
)
_OLE_STREAMS = (
    ("WordDocument", Words("旧版 Word 文件（.doc）", "an old Word file (.doc)")),
    ("Workbook", Words("旧版 Excel 文件", "an old Excel file")),
    ("Book", Words("旧版 Excel 文件", "an old Excel file")),
    ("PowerPoint Document", Words("旧版 PowerPoint 文件", "an old PowerPoint file")),
)


def is_pdf(data: bytes, limits: Limits) -> bool:
    """Tell whether the file is a PDF, which may have other bytes before its header.

    Raises:
        UnreadableFile: the file is empty or too large.
    """
    _measure(data, limits)
    return may_be_pdf(data) and not data.startswith((*_ZIP, _OLE))


def word_package(data: bytes, limits: Limits, meter: Meter | None = None) -> Package:
    """Return the package of a Word file.

    Raises:
        UnreadableFile: the file is damaged, encrypted, too large, or no Word file.
    """
    _measure(data, limits)
    if not data.startswith(_ZIP):
        raise _refusal(data)
    return Package(data, limits, meter)


def _measure(data: bytes, limits: Limits) -> None:
    if not data:
        raise refusals.empty()
    if len(data) > limits.file_bytes:
        most = limits.file_bytes // 2**20
        raise refusals.too_large(Words(f"超过 {most} MB", f"it has more than {most} MB"))


def _refusal(data: bytes) -> UnreadableFile:
    if data.startswith(_OLE):
        return _refusal_of_compound(data)
    return refusals.unsupported(_kind(data, data[:_HEAD].lower()))


def _kind(data: bytes, head: bytes) -> Words:
    """Name what a file is that nobody expects here; `head` is its beginning in lower case."""
    if picture_format(data[:_HEAD]):
        return _IMAGE
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    for mark, what in _MARKS_IN_HEAD:
        if mark in head:
            return what
    if _is_text(data[:_HEAD]):
        return Words("纯文本文件", "a plain text file")
    if data.startswith(_BITMAP):  # two letters that a text may begin with too
        return _IMAGE
    return Words("无法识别的文件", "a file of an unknown format")


def _is_text(head: bytes) -> bool:
    for encoding in ("utf-16", "utf-8", "gb18030"):
        if encoding == "utf-16" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        # The head may end inside a character of up to four bytes; no more may be dropped.
        text = head.decode(encoding, "ignore")
        is_whole = len(text.encode(encoding)) >= len(head) - 4
        if is_whole and all(map(_is_of_text, text.lstrip("\ufeff"))):
            return True
    return False


def _is_of_text(letter: str) -> bool:
    return letter.isprintable() or letter.isspace()


def _refusal_of_compound(data: bytes) -> UnreadableFile:
    """Tell an encrypted .docx, which Office wraps in a compound file, from an old .doc."""
    streams = set(_streams(data, "EncryptedPackage"))
    if streams:
        return refusals.encrypted()
    for name, what in _OLE_STREAMS:
        if any(_streams(data, name)):
            return refusals.unsupported(what)
    return refusals.unsupported(Words("旧版 Office 文件", "an old Office file"))


def _streams(data: bytes, name: str) -> Iterator[int]:
    """Yield where the compound file's directory has an entry of this name.

    Entries are 128 bytes long and aligned to that: the name in UTF-16, at byte 64 its length
    with the closing zero, so that the same words in the text are not taken for an entry.
    """
    sought = (name + "\0").encode("utf-16-le")
    length = len(sought).to_bytes(2, "little")
    at = data.find(sought)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == length:
            yield at
        at = data.find(sought, at + 1)
