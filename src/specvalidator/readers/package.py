"""A Word file as a package of parts: a zip that is trusted in nothing (ISO/IEC 29500-2)."""

import io
import posixpath
import struct
import zipfile
import zlib
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.refusals import printable
from specvalidator.readers.xml import Element, parse
from specvalidator.wording import Words

_TYPES = "[Content_Types].xml"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACRO_TYPE = "application/vnd.ms-word."
_DOCX = _OFFICE_TYPE + "document"
_UNTYPED = ""
_MEDIA_TYPES = {
    _UNTYPED: _DOCX,
    _OFFICE_TYPE + "document.main+xml": _DOCX,
    _OFFICE_TYPE + "template.main+xml": _OFFICE_TYPE + "template",
    _MACRO_TYPE + "document.macroEnabled.main+xml": _MACRO_TYPE + "document.macroEnabled.12",
    _MACRO_TYPE + "template.macroEnabledTemplate.main+xml": _MACRO_TYPE
    + "template.macroEnabled.12",
}
"""Content type of the main part → media type of the file."""

_OTHERS = (
    ("xl/", Words("Excel 工作簿", "an Excel workbook")),
    ("ppt/", Words("PowerPoint 演示文稿", "a PowerPoint presentation")),
    ("ofd.xml", Words("OFD 文件", "an OFD file")),
    ("meta-inf/container.xml", Words("EPUB 电子书", "an EPUB book")),
    ("content.xml", Words("ODF 文件（如 .odt）", "an ODF file such as .odt")),
)
"""What a zip is that has a member of this name or below this folder."""

_ENCRYPTED_FLAG = 0x1
_UTF8_FLAG = 0x800
_LOCAL_HEADER = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_NOT_A_ZIP = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
)
"""What the standard library raises for a directory that makes no sense."""


class MainPart(NamedTuple):
    """The part that holds the document's text."""

    name: str
    media_type: str
    """Of the whole file."""


class Package:
    """The parts of a file by name, each unpacked when it is asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self._data = data
        self._members = _members(data, limits)

    def main_part(self) -> MainPart:
        """Return the document's main part.

        Raises:
            UnreadableFile: this is another kind of zip.
        """
        types = self._content_types()
        named = [*self.related("").get("officeDocument", ()), *types, "word/document.xml"]
        for name in named:
            # A part without a type of its own is tried as a document; its root will tell.
            media_type = _MEDIA_TYPES.get(types.get(name.casefold(), _UNTYPED))
            if media_type and name.casefold() in self._members:
                return MainPart(name, media_type)
        for other, what in _OTHERS:
            if any(name.startswith(other) for name in self._members):
                raise refusals.unsupported(what)
        raise refusals.unsupported(
            Words("压缩包", "an archive"),
            Words(
                "请提交其中的 Word 文件本身。",
                "Hand in the Word file itself instead of an archive.",
            ),
        )

    def related(self, source: str) -> dict[str, list[str]]:
        """Return the names of the parts that `source` refers to, by the last word of the relation.

        The empty name stands for the package itself.
        """
        folder, name = posixpath.split(source)
        xml = self.read(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, list[str]] = {}
        for relation in parse(xml, source + " .rels", self.limits) if xml else ():
            if relation.get("TargetMode") == "External":
                continue
            kind = (relation.get("Type") or "").rpartition("/")[2]
            target = posixpath.join("/", folder, relation.get("Target") or "")
            found.setdefault(kind, []).append(posixpath.normpath(target).lstrip("/"))
        return found

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part.

        Raises:
            UnreadableFile: the part is damaged or too large.
        """
        info = self._members.get(name.casefold())
        if info is None:
            return None
        if info.file_size > self.limits.part_bytes:
            raise _too_large_member(info.filename, self.limits.part_bytes)
        return _inflated(self._data, info)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, None where there is no such part; errors as `read`."""
        xml = self.read(name)
        return None if xml is None else parse(xml, name, self.limits)

    def _content_types(self) -> dict[str, str]:
        """Return content types by the part's name in lower case."""
        root = self.part(_TYPES)
        if root is None:
            return {}
        return {
            name.lstrip("/").casefold(): entry.get("ContentType") or _UNTYPED
            for entry in root
            if (name := entry.get("PartName"))
        }


def _members(data: bytes, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Return the zip's members by name in lower case, each found harmless."""
    if data.count(_DIRECTORY_ENTRY) > limits.members:
        raise refusals.too_large(
            Words(
                f"压缩包内超过 {limits.members} 个文件",
                f"the zip has more than {limits.members} members",
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except _NOT_A_ZIP:
        raise refusals.corrupt(
            Words("压缩结构不完整，可能没有传完", "its zip structure is broken or cut off")
        ) from None
    _refuse_too_large(infos, limits)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.casefold()
        _refuse_unsafe(name, info)
        if name in members:
            said = printable(name)
            raise refusals.corrupt(
                Words(f"有两个名为 {said} 的部分", f"it has two parts named {said}")
            )
        members[name] = info
    return members


def _refuse_too_large(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    for info in infos:
        if info.file_size > limits.member_bytes:
            raise _too_large_member(info.filename, limits.member_bytes)
        if (
            info.file_size > limits.ratio_from
            and info.file_size > info.compress_size * limits.ratio
        ):
            said = printable(info.filename)
            raise refusals.too_large(
                Words(
                    f"其中的 {said} 压缩比异常，疑为压缩炸弹",
                    f"its part {said} is compressed beyond belief, like a zip bomb",
                )
            )
    if sum(info.file_size for info in infos) > limits.total_bytes:
        most = limits.total_bytes // 2**20
        raise refusals.too_large(
            Words(f"解压后超过 {most} MB", f"it has more than {most} MB when unpacked")
        )


def _refuse_unsafe(name: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise refusals.encrypted()
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0]:
        said = printable(name)
        raise refusals.corrupt(
            Words(
                f"内含指向文件之外的名称 {said}", f"it holds a name that leads outside it, {said}"
            )
        )


def _too_large_member(name: str, most: int) -> UnreadableFile:
    most //= 2**20
    name = printable(name)
    return refusals.too_large(
        Words(f"其中的 {name} 超过 {most} MB", f"its part {name} has more than {most} MB")
    )


def _inflated(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Unpack one member, never past the size that the directory declares.

    The standard library's own reader inflates a member whole before it looks at its size.
    """
    at = info.header_offset
    header = data[at : at + 30] if at >= 0 else b""
    if header[:4] != _LOCAL_HEADER or len(header) < 30:  # noqa: PLR2004 - fixed by the format
        raise refusals.corrupt_part(info.filename)
    flags, name_length, extra_length = struct.unpack_from("<6xH18xHH", header)
    start = at + 30 + name_length
    encoding = "utf-8" if flags & _UTF8_FLAG else "cp437"
    same_name = data[at + 30 : start] == info.orig_filename.encode(encoding, "replace")
    start += extra_length
    packed = data[start : start + info.compress_size]
    content = _unpacked(packed, info.compress_type, info.file_size) if same_name else None
    if content is None or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise refusals.corrupt_part(info.filename)
    return content


def _unpacked(packed: bytes, method: int, size: int) -> bytes | None:
    if method == zipfile.ZIP_STORED:
        return packed
    if method != zipfile.ZIP_DEFLATED:
        return None
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error:
        return None
