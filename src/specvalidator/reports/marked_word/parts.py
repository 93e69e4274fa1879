"""A Word file written anew with other bytes in a few parts: all others are copied as they are."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from itertools import count
from typing import NamedTuple

from lxml import etree

from specvalidator.readers import refusals
from specvalidator.readers.word.package import Package
from specvalidator.readers.xml import Element, parse, serialised
from specvalidator.readers.zipped import part_name
from specvalidator.reports.marked_word.comments import COMMENTS, empty_part
from specvalidator.wording import Words

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_TYPES = f'<Types xmlns="{_TYPES_SPACE.strip("{}")}"/>'.encode()
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_SPACE.strip("{}")}"/>'.encode()
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/"
_OLDEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


class Comments(NamedTuple):
    """The part that holds the comments."""

    name: str
    root: Element
    is_known: bool
    """The document refers to it already."""


def comments_of(package: Package, main: str) -> Comments:
    """Return the comments of a document, an empty part where it has none.

    Raises:
        UnreadableFile: the part that is there is damaged.
    """
    for name in package.related(main).get("comments", ()):
        root = package.part(name)
        if root is not None and root.tag != COMMENTS:
            said = refusals.printable(name)
            raise refusals.corrupt(
                Words(
                    f"其中的 {said} 应为批注，却不是", f"its part {said} should hold the comments"
                )
            )
        return Comments(name, empty_part() if root is None else root, is_known=True)
    folder = posixpath.dirname(main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    free = next(name for name in names if package.read(name) is None)
    return Comments(free, empty_part(), is_known=False)


def with_parts(package: Package, main: str, document: Element, comments: Comments) -> bytes:
    """Return the file with this document and these comments, all other parts byte for byte.

    Raises:
        UnreadableFile: a part is damaged.
    """
    original = package.read(main)
    changed = {
        main: serialised(document, original),
        comments.name: serialised(comments.root, package.read(comments.name) or original),
        _TYPES: _with_type(package, comments.name),
    }
    if not comments.is_known:
        folder, name = posixpath.split(main)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        changed[relations] = _with_relation(package, relations, comments.name)
    return zipped(package, changed)


def _with_type(package: Package, name: str) -> bytes:
    """Return the content types, the comments' among them."""
    xml = package.read(_TYPES)
    types = parse(xml or _NO_TYPES, _TYPES)
    path = f"/{name}"
    known = (entry.get("PartName", "").casefold() for entry in types)
    if xml is not None and path.casefold() in known:
        return xml
    override = etree.SubElement(types, f"{_TYPES_SPACE}Override")
    override.set("PartName", path)
    override.set("ContentType", _COMMENTS_TYPE)
    return serialised(types, xml)


def _with_relation(package: Package, relations: str, name: str) -> bytes:
    """Return the relations of the document, one to the comments among them."""
    xml = package.read(relations)
    root = parse(xml or _NO_RELATIONS, relations)
    taken = {each.get("Id") for each in root}
    added = etree.SubElement(root, f"{_RELATIONS_SPACE}Relationship")
    added.set("Id", next(each for n in count(1) if (each := f"rId{n}") not in taken))
    added.set("Type", _STRICT_RELATION if xml and _STRICT in xml else _RELATION)
    added.set("Target", posixpath.basename(name))
    return serialised(root, xml)


def zipped(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the zip with other bytes in some members; new ones last, with no clock's time."""
    left = {part_name(name): (name, data) for name, data in changed.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for info, data in package.unpacked():
            same = zipfile.ZipInfo(info.filename, info.date_time)
            same.compress_type, same.external_attr = info.compress_type, info.external_attr
            same.create_system = info.create_system
            _, written = left.pop(part_name(info.filename), ("", data))
            archive.writestr(same, written)
        for name, written in left.values():
            new = zipfile.ZipInfo(name, _OLDEST)
            new.compress_type, new.create_system = zipfile.ZIP_DEFLATED, _UNIX
            archive.writestr(new, written)
    return stream.getvalue()
