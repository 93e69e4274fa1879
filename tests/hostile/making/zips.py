"""Hostile zips: bombs, lies in the directory, names that lead elsewhere."""

import io
import struct
import warnings
import zipfile
import zlib

from hostile.making.base import REPORT, Collection
from readers.word.word_files import document_xml, docx, paragraph, parts, zipped

ZIPS = Collection()
_MEGABYTE = 2**20
_GOOD = docx(paragraph("拉面制作专项职业能力考核规范"))


def bomb(megabytes: int) -> bytes:
    """Return so many megabytes of zeros, deflated without ever being held."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    zeros = bytes(_MEGABYTE)
    return b"".join(deflater.compress(zeros) for _ in range(megabytes)) + deflater.flush()


def packed(  # noqa: PLR0913 - a directory says so much
    name: str, content: bytes, size: int, crc: int = 0, *, entries: int = 1, start: bytes = b""
) -> bytes:
    """Return a zip of raw deflated content; `entries` of its directory lead to that content."""
    raw = name.encode()
    local = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(content), size, len(raw), 0
    )
    body = start + local + raw + content
    directory = b""
    for number in range(entries):
        called = raw if entries == 1 else f"{name}{number}".encode()
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(content), size,
            len(called), 0, 0, 0, 0, 0, len(start),
        ) + called  # fmt: skip
    end = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(directory), len(body), 0
    )
    return body + directory + end


def changed(at: bytes, offset: int, new: bytes) -> bytes:
    """Return the good file with bytes of the directory's entry for a member overwritten."""
    entry = _GOOD.rindex(at) - 46 + offset
    return _GOOD[:entry] + new + _GOOD[entry + len(new) :]


@ZIPS.file("bomb.docx", "one part of 300 MB in 300 kB", "too-large")
def _bomb() -> bytes:
    return packed("word/document.xml", bomb(300), 300 * _MEGABYTE)


@ZIPS.file("bomb-that-lies.docx", "the same, and the directory says a thousand bytes", "corrupt")
def _lying() -> bytes:
    return packed("word/document.xml", bomb(256), 1000)


@ZIPS.file("ratio.docx", "a picture of 40 MB in 40 kB", "too-large")
def _ratio() -> bytes:
    return zipped({**parts(paragraph("甲")), "word/media/a.bin": bytes(40 * _MEGABYTE)})


@ZIPS.file("overlapping.zip", "4,000 members that are the same bytes: 190 GB", "too-large")
def _overlapping() -> bytes:
    return packed("a", bomb(45), 45 * _MEGABYTE, entries=4_000)


@ZIPS.file(
    "overlapping-few.zip", "200 members over one another, within the total", REPORT, "unrecognised"
)
def _overlapping_few() -> bytes:
    return packed("a", bomb(1), _MEGABYTE, entries=200)


@ZIPS.file("nested.zip", "a zip in a zip in a zip, six deep", REPORT, "unrecognised")
def _nested() -> bytes:
    data = packed("a.txt", bomb(64), 64 * _MEGABYTE)
    for depth in range(6):
        data = zipped({f"{depth}-{k}.zip": data for k in range(16)})
    return data


@ZIPS.file("members.zip", "60,000 empty members", "too-large")
def _members() -> bytes:
    return zipped({str(number): "" for number in range(60_000)})


@ZIPS.file("twice.docx", "two parts of one name: programs differ in which they read", "corrupt")
def _twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, xml in parts(paragraph("甲")).items():
            archive.writestr(name, xml)
        archive.writestr("word/document.xml", document_xml(paragraph("乙")))
    return out.getvalue()


@ZIPS.file("twice-but-for-case.docx", "the same, told apart by a capital letter", "corrupt")
def _case() -> bytes:
    return zipped({**parts(paragraph("甲")), "Word/Document.xml": document_xml(paragraph("乙"))})


def _named(name: str) -> bytes:
    return zipped({**parts(paragraph("甲")), name: "x"})


@ZIPS.file("climbing.docx", "a name that leads out of the folder", "corrupt")
def _climbing() -> bytes:
    return _named("word/../../../etc/cron.d/x")


@ZIPS.file("climbing-in-windows.docx", "the same with backslashes", "corrupt")
def _climbing_in_windows() -> bytes:
    return _named("..\\..\\x")


@ZIPS.file("absolute.docx", "a name from the root, which Word takes", "unrecognised")
def _absolute() -> bytes:
    return _named("/etc/passwd")


@ZIPS.file("drive.docx", "a name from a drive of Windows", "corrupt")
def _drive() -> bytes:
    return _named("C:/x")


@ZIPS.file("climbing.zip", "an archive with a name that leads out of it", "corrupt")
def _climbing_archive() -> bytes:
    return zipped({"申请表.docx": _GOOD, "../x.docx": _GOOD})


@ZIPS.file("symlink.docx", "a symbolic link to a file of the machine", "corrupt")
def _symlink() -> bytes:
    link = zipfile.ZipInfo("word/media/a.png")
    link.external_attr = 0o120777 << 16
    link.create_system = 3
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts(paragraph("甲")).items():
            archive.writestr(name, xml)
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


@ZIPS.file("encrypted-member.docx", "a part that asks for a password", "encrypted")
def _encrypted() -> bytes:
    return changed(b"word/document.xml", 8, b"\x01\x00")


@ZIPS.file("wrong-sum.docx", "a part whose checksum is wrong", "corrupt")
def _wrong_sum() -> bytes:
    return changed(b"word/document.xml", 16, b"\0\0\0\0")


@ZIPS.file("far-offset.docx", "a part that begins beyond the end of the file", "corrupt")
def _far() -> bytes:
    return changed(b"word/document.xml", 42, b"\xf0\xff\xff\x7f")


@ZIPS.file(
    "negative-zip64.docx",
    "sizes of 2^32 - 1 without the field that explains them",
    "corrupt",
    "too-large",
)
def _zip64() -> bytes:
    return changed(b"word/document.xml", 20, b"\xff" * 8)


@ZIPS.file("cut-off.docx", "an upload that broke off", "corrupt")
def _cut() -> bytes:
    return _GOOD[: len(_GOOD) // 2]


@ZIPS.file("two-zips.docx", "one zip behind another: which one counts?", "corrupt")
def _two() -> bytes:
    return _GOOD + docx(paragraph("乙"))


@ZIPS.file(
    "control-names.zip",
    "names that rewrite the terminal and turn the text around",
    REPORT,
    "unrecognised",
)
def _control() -> bytes:
    return zipped({"\x1b[2J\x1b[31m通过\u202egnp.exe": _GOOD, "a\nb\r\n%0A-error-x.docx": _GOOD})


@ZIPS.file("formula-names.zip", "a name that is a formula in a spreadsheet", REPORT, "unrecognised")
def _formula() -> bytes:
    return zipped({"=HYPERLINK(1).docx": _GOOD, "<script>alert(1)<script>.docx": _GOOD})


@ZIPS.file(
    "heavy-dossier.zip",
    "400 documents, each as heavy as one may be",
    REPORT,
    "unrecognised",
    "timeout",
    "too-large",
)
def _heavy() -> bytes:
    draft = docx("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>" * 30_000)
    return zipped({f"{number}.docx": draft for number in range(400)})


@ZIPS.file(
    "large-member.zip",
    "an archive near its limit that holds a document near its own",
    REPORT,
    "unrecognised",
    "too-large",
    "timeout",
)
def _large() -> bytes:
    heavy = io.BytesIO()
    with zipfile.ZipFile(heavy, "w") as archive:
        for name, xml in parts("<w:p><w:r><w:t>甲乙丙</w:t></w:r></w:p>" * 80_000).items():
            archive.writestr(name, xml, zipfile.ZIP_DEFLATED)
        archive.writestr("word/media/a.bin", bytes(23 * _MEGABYTE), zipfile.ZIP_STORED)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("申请表.docx", heavy.getvalue())
        archive.writestr("a.bin", bytes(28 * _MEGABYTE))
        archive.writestr("b.bin", bytes(27 * _MEGABYTE))
    return out.getvalue()
