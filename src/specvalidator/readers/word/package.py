"""A Word file as a package of parts: a zip that is trusted in nothing (ISO/IEC 29500-2)."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers import may_be_pdf, refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, too_many_marks
from specvalidator.readers.xml import Element, parse
from specvalidator.readers.zipped import inflated, members, part_name, too_large_member
from specvalidator.wording import Words

_LEAST_OF_MARK = 3
"""Bytes that a tag or an attribute takes at least, as `<a>` does; `=` in text costs no memory."""
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


_DIRECTORY_TAIL = 2**17
"""Bytes at the end of a file in which the directory of a small package stands."""


def two_in_one() -> UnreadableFile:
    """Return the refusal of a file that is a PDF to some programs and a Word file to others."""
    return refusals.corrupt(Words("它既是 PDF 又是 Word 文件", "it is both a PDF and a Word file"))


def refuse_word_inside(pdf: bytes) -> None:
    """Refuse a PDF that ends in a package, which other programs open as a Word file.

    Raises:
        UnreadableFile: `corrupt`.
    """
    tail = pdf[-_DIRECTORY_TAIL:]
    if b"PK\x05\x06" in tail and b"PK\x01\x02" in tail and b"word/document.xml" in tail:
        raise two_in_one()


class MainPart(NamedTuple):
    """The part that holds the document's text."""

    name: str
    media_type: str
    """Of the whole file."""


class Relation(NamedTuple):
    """A part that another one refers to."""

    id: str
    kind: str
    """The last word of its type, such as styles."""
    target: str
    """Name of the part."""


class Package:
    """The parts of a file by name, each unpacked when it is asked for."""

    def __init__(self, data: bytes, limits: Limits, meter: Meter | None = None) -> None:
        self.limits = limits
        self.meter = meter or Meter(limits)
        if may_be_pdf(data):
            raise two_in_one()
        self._data = data
        self._members = members(data, limits)
        self._read: set[str] = set()
        """Names of the parts that were counted; a part that is read again costs nothing."""
        self._uncounted: list[bytes] = []
        self._marks = 0

    def main_part(self) -> MainPart:
        """Return the document's main part.

        Raises:
            UnreadableFile: this is another kind of zip.
        """
        types = self._content_types()
        related = self.related("").get("officeDocument", [])
        typed = [name for name, kind in types.items() if kind and kind in _MEDIA_TYPES]
        for alike in (related, typed):
            if len({part_name(name) for name in alike} & self._members.keys()) > 1:
                raise refusals.corrupt(
                    Words("其中有两个主文档部分", "it has two parts that are the document")
                )
        for name in (*related, *types, "word/document.xml"):
            # A part without a type of its own is tried as a document; its root will tell.
            media_type = _MEDIA_TYPES.get(types.get(part_name(name), _UNTYPED))
            if media_type and part_name(name) in self._members:
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
        found: dict[str, list[str]] = {}
        for relation in self.relations(source):
            found.setdefault(relation.kind, []).append(relation.target)
        return found

    def relations(self, source: str) -> list[Relation]:
        """Return what `source` refers to inside the package, as `related`."""
        folder, name = posixpath.split(source)
        xml = self.read(posixpath.join(folder, "_rels", name + ".rels"))
        found: list[Relation] = []
        for relation in parse(xml, source + " .rels") if xml else ():
            if relation.get("TargetMode") == "External":
                continue
            kind = (relation.get("Type") or "").rpartition("/")[2]
            target = (relation.get("Target") or "").replace("\\", "/").strip()
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Relation(relation.get("Id") or "", kind, target))
        return found

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part.

        Raises:
            UnreadableFile: the part is damaged or too large.
        """
        info = self._members.get(part_name(name))
        if info is None:
            return None
        if info.file_size > self.limits.part_bytes:
            raise too_large_member(info.filename, self.limits.part_bytes)
        again = info.filename in self._read
        if not again:
            self.meter.take_bytes(info.file_size)
        content = inflated(self._data, info)
        if not again:
            self._read.add(info.filename)
            self._count(info.filename, content)
        return content

    def _count(self, name: str, content: bytes) -> None:
        """Count the tags and attributes of a part.

        Parts of few bytes together cannot hold more than the limit, and to count takes time: it
        is put off for a document that stands alone.
        """
        self._uncounted.append(content)
        most = self.limits.marks * _LEAST_OF_MARK
        if not self.meter.is_shared and sum(map(len, self._uncounted)) <= most:
            return
        marks = sum(each.count(b"<") + each.count(b"=") for each in self._uncounted)
        self._uncounted.clear()
        self._marks += marks
        self.meter.take_marks(marks, name)
        if self._marks > self.limits.marks:
            raise too_many_marks(name)

    def unpacked(self) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
        """Yield every member with its bytes, in the order of the zip; errors as `read`."""
        for info in self._members.values():
            yield info, inflated(self._data, info)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, None where there is no such part; errors as `read`."""
        xml = self.read(name)
        return None if xml is None else parse(xml, name)

    def _content_types(self) -> dict[str, str]:
        """Return content types by the part's name in lower case."""
        root = self.part(_TYPES)
        if root is None:
            return {}
        return {
            part_name(name): entry.get("ContentType") or _UNTYPED
            for entry in root
            if (name := entry.get("PartName"))
        }
