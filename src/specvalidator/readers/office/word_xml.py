"""Word in one XML file: Word 2003 XML, and the flat package of later versions (ISO/IEC 29500-2)."""

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.formats import WORD_XML
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.office.number_formats import number_format
from specvalidator.readers.word.ooxml import VAL, W, integer
from specvalidator.readers.word.parts import Parts, RelatedPart, count, read_parts, word_parts
from specvalidator.readers.xml import Element, parse, written
from specvalidator.readers.zipped import two_members
from specvalidator.wording import Words

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}annotation"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_DRAWINGS = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {
    "vmerge": "vMerge",
    "hmerge": "hMerge",
    "listPr": "numPr",
    "ilfo": "numId",
    "nfc": "numFmt",
    "listDef": "abstractNum",
    "list": "num",
    "ilst": "abstractNumId",
    "listStyleLink": "numStyleLink",
    "hlink": "hyperlink",
}
_ATTRIBUTES = {"ilfo": "numId", "listDefId": "abstractNumId"}
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_FORMER = frozenset({"Word.Formatting", "Word.Numbering"})
_WRAPPER = W + "customXml"
"""What the walk looks through."""
_ASIDE = W + "proofErr"
"""What the walk passes by."""
_TEXTS = frozenset({"t", "delText", "instrText"})
_BREAK_TYPE = W + "type"
_NOTES = (W + "footnote", W + "endnote")
_MARGINS = {W + "hdr": "header", W + "ftr": "footer"}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NONE = b"<none/>"


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a Word document in one XML file shows; as `read_word`.

    Raises:
        UnreadableFile: `unsupported` where it holds no text, `corrupt` or `too-large`.
    """
    count(file.data, limits, meter)
    root = parse(file.data, "XML")
    parts = _packed(root) if root.tag == _PACKAGE + "package" else _of_2003(root)
    return read_parts(parts, WORD_XML.media_type, limits, meter)


def _packed(root: Element) -> Parts:
    """Return the parts of a flat package under their names."""
    found: dict[str, bytes] = {}
    for part in root:
        data = part.find(_PACKAGE + "xmlData")
        name = (part.get(_PACKAGE + "name") or "").lstrip("/")
        if data is None or not len(data):
            continue
        if name in found:
            raise two_members(name)
        found[name] = written(data[0])
    return found


def _of_2003(root: Element) -> Parts:
    if root.tag != _OLD + "wordDocument":
        raise _other()
    for element in root.iter():
        _rename(element)
    body = root.find(W + "body")
    if body is None:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    notes = _notes(body)
    margins = _margins(body)
    return word_parts(
        _root("document", written(body)),
        _part(root, "styles"),
        _part(root, "lists"),
        [*margins, RelatedPart("notes", "footnotes", _root("footnotes", notes))],
    )


def _notes(body: Element) -> bytes:
    """Put a mark in place of each note, and return the notes."""
    found: list[Element] = []
    for note in list(body.iter(*_NOTES)):
        number = str(len(found) + 1)
        mark = note.makeelement(W + "footnoteReference", {W + "id": number})
        _replace(note, mark)
        note.tag = W + "footnote"
        note.attrib.clear()
        note.set(W + "id", number)
        found.append(note)
    return b"".join(written(note) for note in found)


def _margins(body: Element) -> list[RelatedPart]:
    """Put a reference in place of each header and footer, and return them."""
    found: list[RelatedPart] = []
    for margin in list(body.iter(*_MARGINS)):
        name, kind = f"margin{len(found)}", _MARGINS[str(margin.tag)]
        said = {W + "type": margin.get(W + "type") or "", _ID: name}
        _replace(margin, margin.makeelement(f"{W}{kind}Reference", said))
        found.append(RelatedPart(name, kind, written(margin)))
    return found


def _replace(old: Element, new: Element) -> None:
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _root(name: str, content: bytes) -> bytes:
    return b'<w:%b xmlns:w="%b">%b</w:%b>' % (
        name.encode(),
        W[1:-1].encode(),
        content,
        name.encode(),
    )


def _part(root: Element, name: str) -> bytes:
    found = root.find(W + name)
    return _NONE if found is None else written(found)


def _rename(element: Element) -> None:
    """Give an element the name that the walk knows it by."""
    tag = str(element.tag)
    if tag.startswith(_OLD):
        _modernise(element, tag[len(_OLD) :])
    elif tag == _ANNOTATION:
        kind = element.get(_OLD + "type") or ""
        if kind in _CHANGES:
            element.tag = W + _CHANGES[kind]
        else:
            is_aside = kind in _FORMER or kind.startswith("Word.Comment")
            element.tag = _ASIDE if is_aside else _WRAPPER
    elif not tag.startswith(_DRAWINGS):
        element.tag = _WRAPPER  # sections, and markup of somebody's own schema


def _modernise(element: Element, name: str) -> None:
    element.tag = W + _NAMES.get(name, name)
    for key, said in element.attrib.items():
        own = str(key)
        if own.startswith(_OLD):
            own = own[len(_OLD) :]
            element.set(W + _ATTRIBUTES.get(own, own), said)
    if name == "nfc":
        element.set(VAL, number_format(integer(element.get(VAL), 0)))
    elif name in _TEXTS:
        element.set(_SPACE, "preserve")
    elif name == "br" and element.get(_BREAK_TYPE) == "text-wrapping":
        element.set(_BREAK_TYPE, "textWrapping")


def _other() -> Exception:
    return refusals.unsupported(Words("其他类型的 XML 文件", "another kind of XML file"))
