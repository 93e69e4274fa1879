"""Word files → one XML file: Word 2003 XML and the flat package, written here.

LibreOffice writes the first without hidden text, tracked changes and merges, the second never.
"""

import io
import zipfile

from lxml import etree

from specvalidator.readers.office.number_formats import _FORMATS

_NEW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_ANNOTATIONS = "http://schemas.microsoft.com/aml/2001/core"
_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_NAMES = {
    "vMerge": "vmerge",
    "hMerge": "hmerge",
    "numPr": "listPr",
    "numId": "ilfo",
    "numFmt": "nfc",
    "abstractNum": "listDef",
    "num": "list",
    "abstractNumId": "ilst",
    "hyperlink": "hlink",
    "numbering": "lists",
}
_ATTRIBUTES = {"numId": "ilfo", "abstractNumId": "listDefId"}
_CHANGES = {"ins": "Insertion", "del": "Deletion", "moveTo": "Insertion", "moveFrom": "Deletion"}


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flat_package(data: bytes) -> bytes:
    """Return a Word file as a flat package."""
    members = _members(data)
    types = etree.fromstring(members["[Content_Types].xml"])
    named = {each.get("PartName"): each.get("ContentType") for each in types}
    root = etree.Element(f"{{{_PACKAGE}}}package", nsmap={"pkg": _PACKAGE})
    for name, content in members.items():
        kind = _RELATIONS if name.endswith(".rels") else named.get(f"/{name}")
        if kind is None or not name.endswith((".xml", ".rels")):
            continue
        part = etree.SubElement(root, f"{{{_PACKAGE}}}part")
        part.set(f"{{{_PACKAGE}}}name", f"/{name}")
        part.set(f"{{{_PACKAGE}}}contentType", kind)
        held = etree.SubElement(part, f"{{{_PACKAGE}}}xmlData")
        held.append(etree.fromstring(content))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def word_2003(data: bytes) -> bytes:
    """Return a Word file as Word 2003 XML."""
    members = _members(data)
    root = etree.Element(f"{{{_OLD}}}wordDocument", nsmap={"w": _OLD, "aml": _ANNOTATIONS})
    for name in ("word/numbering.xml", "word/styles.xml"):
        if name in members:
            root.append(_old(etree.fromstring(members[name])))
    body = _old(etree.fromstring(members["word/document.xml"])[-1])
    _put_asides(body, etree.fromstring(members["word/document.xml"]), members)
    root.append(body)
    head = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return head + etree.tostring(root)


def _put_asides(
    body: "etree._Element", document: "etree._Element", members: dict[str, bytes]
) -> None:
    """Put notes and margins in place of what refers to them: 2003 has no other parts."""
    relations = etree.fromstring(members["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): each.get("Target") for each in relations}
    names = {f"{kind}Reference": short for kind, short in (("header", "hdr"), ("footer", "ftr"))}
    sources = [each for each in document.iter() if etree.QName(each).localname in names]
    places = [each for each in body.iter() if etree.QName(each).localname in names]
    for source, place in zip(sources, places, strict=True):
        target = targets[source.get(_RELATION)]
        place.extend([_old(each) for each in etree.fromstring(members[f"word/{target}"])])
        place.tag = f"{{{_OLD}}}{names[etree.QName(place).localname]}"
    for kind in ("footnote", "endnote"):
        for mark in list(body.iter(f"{{{_OLD}}}{kind}Reference")):
            notes = etree.fromstring(members[f"word/{kind}s.xml"])
            number = mark.get(f"{{{_OLD}}}id")
            note = next(each for each in notes if each.get(f"{{{_NEW}}}id") == number)
            mark.tag = f"{{{_OLD}}}{kind}"
            mark.attrib.clear()
            mark.extend([_old(each) for each in note])


def _old(element: "etree._Element") -> "etree._Element":
    """Return an element in the names of 2003."""
    name = etree.QName(element.tag)
    if name.namespace != _NEW:
        made = etree.Element(element.tag)
        for key, said in element.attrib.items():
            made.set(key, said)
    elif name.localname in _CHANGES:
        made = etree.Element(f"{{{_ANNOTATIONS}}}annotation")
        made.set(f"{{{_OLD}}}type", f"Word.{_CHANGES[name.localname]}")
    else:
        made = etree.Element(f"{{{_OLD}}}{_NAMES.get(name.localname, name.localname)}")
        for key, said in element.attrib.items():
            own = etree.QName(key)
            if own.namespace == _NEW:
                made.set(f"{{{_OLD}}}{_ATTRIBUTES.get(own.localname, own.localname)}", said)
    if name.localname == "numFmt":
        said = element.get(f"{{{_NEW}}}val") or "decimal"
        made.set(f"{{{_OLD}}}val", str(255 if said == "none" else _FORMATS.index(said)))
    made.text = element.text
    inside = made
    if name.localname in _CHANGES and len(element):
        inside = etree.SubElement(made, f"{{{_ANNOTATIONS}}}content")
    inside.extend([_old(child) for child in element])
    return made
