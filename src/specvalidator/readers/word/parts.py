"""A Word document that was not unpacked: parts that were written or found, and no zip."""

import zipfile
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specvalidator.document import Document
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter, too_many_marks
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.reading import read_word
from specvalidator.readers.zipped import part_name
from specvalidator.wording import Words

_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "word/document.xml"

Parts = Mapping[str, bytes]
"""Parts by name, relations included."""


class PartsPackage(Package):
    """Parts that stand for a Word file, counted as those of a zip are."""

    def __init__(self, parts: Parts, limits: Limits, meter: Meter) -> None:
        self.limits = limits
        self.meter = meter
        self._members = {part_name(name): _entry(name, part) for name, part in parts.items()}
        self._parts = {part_name(name): part for name, part in parts.items()}
        self._read = set()
        self._uncounted = []
        self._marks = 0

    def _content(self, info: zipfile.ZipInfo) -> bytes:
        return self._parts[part_name(info.filename)]


def _entry(name: str, part: bytes) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.file_size = len(part)
    return entry


class RelatedPart(NamedTuple):
    """A part beside the main one, which the main one may refer to by its id."""

    id: str
    kind: str
    """The last word of its relation: header, footer, footnotes or endnotes."""
    xml: bytes


def word_parts(
    document: bytes, styles: bytes, numbering: bytes, more: Iterable[RelatedPart] = ()
) -> dict[str, bytes]:
    """Return the parts of a document that was translated into WordprocessingML."""
    main = RelatedPart("main", "officeDocument", document)
    beside = (
        RelatedPart("styles", "styles", styles),
        RelatedPart("numbering", "numbering", numbering),
        *more,
    )
    return {
        "_rels/.rels": _relations({main: MAIN}),
        "word/_rels/document.xml.rels": _relations({each: f"{each.id}.xml" for each in beside}),
        MAIN: document,
        **{f"word/{each.id}.xml": each.xml for each in beside},
    }


def _relations(targets: Mapping[RelatedPart, str]) -> bytes:
    made = "".join(
        f'<Relationship Id="{part.id}" Type="{_RELATIONS}/{part.kind}" Target="{target}"/>'
        for part, target in targets.items()
    )
    return f'<Relationships xmlns="{_SPACE}">{made}</Relationships>'.encode()


def read_parts(parts: Parts, media_type: str, limits: Limits, meter: Meter) -> Document:
    """Return what a document of another format shows, once it is translated; as `read_word`."""
    return read_word(PartsPackage(parts, limits, meter))._replace(media_type=media_type)


def count(data: bytes, limits: Limits, meter: Meter) -> None:
    """Count the bytes, tags and attributes of a file that is one part, before it is parsed.

    Raises:
        UnreadableFile: `too-large`.
    """
    if len(data) > limits.part_bytes:
        most = limits.part_bytes // 2**20
        raise refusals.too_large(Words(f"正文超过 {most} MB", f"its text has more than {most} MB"))
    meter.take_bytes(len(data))
    marks = data.count(b"<") + data.count(b"=")
    meter.take_marks(marks, MAIN)
    if marks > limits.marks:
        raise too_many_marks(MAIN)
