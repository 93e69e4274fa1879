"""A Word file as a package of parts: a zip that is trusted in nothing (ISO/IEC 29500-2)."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.formats import WORD
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, too_many_marks
from specvalidator.readers.xml import Element, parse
from specvalidator.readers.zipped import (
    inflated,
    members,
    part_name,
    refuse_unlisted,
    too_large_member,
)
from specvalidator.wording import Words

_LEAST_OF_MARK = 3
"""Bytes that a tag or an attribute takes at least, as `<a>` does; `=` in text costs no memory."""
_TYPES = "[Content_Types].xml"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACRO_TYPE = "application/vnd.ms-word."
_UNTYPED = ""
_SUFFIXES = {
    _UNTYPED: ".docx",
    _OFFICE_TYPE + "document.main+xml": ".docx",
    _OFFICE_TYPE + "template.main+xml": ".dotx",
    _MACRO_TYPE + "document.macroEnabled.main+xml": ".docm",
    _MACRO_TYPE + "template.macroEnabledTemplate.main+xml": ".dotm",
}
"""Content type of the main part → suffix of the file."""


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

    def __init__(self, file: RecognisedFile, limits: Limits, meter: Meter | None = None) -> None:
        self.limits = limits
        self.meter = meter or Meter(limits)
        self._data = file.data
        self._members = members(file.members(), limits)
        refuse_unlisted(file.data, file.members())
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
        typed = [name for name, kind in types.items() if kind and kind in _SUFFIXES]
        for alike in (related, typed):
            if len({part_name(name) for name in alike} & self._members.keys()) > 1:
                raise refusals.corrupt(
                    Words("其中有两个主文档部分", "it has two parts that are the document")
                )
        for name in (*related, *types, "word/document.xml"):
            # A part without a type of its own is tried as a document; its root will tell.
            suffix = _SUFFIXES.get(types.get(part_name(name), _UNTYPED))
            if suffix and part_name(name) in self._members:
                return MainPart(name, WORD.media_types[suffix])
        raise refusals.unsupported(Words("其他类型的 Office 文件", "another kind of Office file"))

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
        content = self._content(info)
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

    def picture(self, name: str) -> bytes | None:
        """Return the bytes of a picture, None where there is no such part; errors as `read`.

        It is no part that is read for its words, and counts as none.
        """
        info = self._members.get(part_name(name))
        if info is None:
            return None
        if info.file_size > self.limits.enclosed_bytes:
            raise too_large_member(info.filename, self.limits.enclosed_bytes)
        return self._content(info)

    def unpacked(self) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
        """Yield every member with its bytes, in the order of the zip; errors as `read`."""
        for info in self._members.values():
            yield info, self._content(info)

    def _content(self, info: zipfile.ZipInfo) -> bytes:
        return inflated(self._data, info)

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
