"""The one way in which XML of a submission is parsed: nothing fetched, expanded or unbounded."""

import io
from typing import TypeAlias

from lxml import etree

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.wording import Words

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

_DECLARATIONS = (b"<?xml", b"\xef\xbb\xbf<?xml")
_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
_TRANSITIONAL = {
    b'"' + _STRICT + strict + b'"': b'"' + _OPEN + transitional + b'"'
    for strict, transitional in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/customXml", b"officeDocument/2006/customXml"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
        (b"officeDocument/bibliography", b"officeDocument/2006/bibliography"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/chartDrawing", b"drawingml/2006/chartDrawing"),
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
        (b"drawingml/lockedCanvas", b"drawingml/2006/lockedCanvas"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    )
}
"""Names of Strict OOXML (ISO/IEC 29500-1) and of the transitional one (29500-4), in quotes."""


def parse(xml: bytes, part: str) -> Element:
    """Return the root of a part; names of Strict OOXML become those of the transitional one.

    Comments and processing instructions are left out, and a DOCTYPE is refused: whatever it
    declares could make two programs read two different texts.

    Raises:
        UnreadableFile: the part does not parse, declares a DOCTYPE, or is too deep.
    """
    if b"!" in xml and b"<!DOCTYPE" in xml:
        raise _doctype(part)
    root = _root(xml, part)
    if any((uri or "").encode().startswith(_STRICT) for uri in root.nsmap.values()):
        xml = _transitional(etree.tostring(root, encoding="utf-8"))
        del root  # two trees of a large part at once would take too much memory
        return _root(xml, part)
    return root


def parse_page(text: str) -> Element:
    """Return the root of a web page, mended where its tags do not fit, as browsers do.

    Nothing is fetched or run; comments are left out.

    Raises:
        UnreadableFile: there is nothing in it, or it is nested too deeply.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    if any(each.type == limit or "xcessive depth" in each.message for each in parser.error_log):
        raise refusals.too_large(Words("网页的结构嵌套过深", "the page is nested too deeply"))
    return root


def holds_only_elements(xml: bytes) -> bool:
    """Say whether each `<` opens a tag: no comments, CDATA or processing instructions."""
    head = xml.find(b"?>") + 2 if xml.startswith(_DECLARATIONS) else 0
    # One letter is sought thirty times as fast as two, and most parts have none.
    return (b"!" not in xml or b"<!" not in xml) and (
        xml.find(b"?", head) < 0 or xml.find(b"<?", head) < 0
    )


def serialised(root: Element, original: bytes | None) -> bytes:
    """Return a part as bytes, in names of Strict OOXML where the original has those."""
    xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    if original is None or not _is_strict(original):
        return xml
    for strict, transitional in _TRANSITIONAL.items():
        xml = xml.replace(transitional, strict)
    return xml


def written(element: Element) -> bytes:
    """Return an element as bytes that can be parsed alone."""
    return etree.tostring(element, encoding="utf-8", with_tail=False)


def _is_strict(xml: bytes) -> bool:
    events = etree.iterparse(
        io.BytesIO(xml), events=("start",), load_dtd=False, no_network=True, resolve_entities=False
    )
    _, root = next(iter(events))
    return any((uri or "").encode().startswith(_STRICT) for uri in root.nsmap.values())


def _root(xml: bytes, part: str) -> Element:
    parser = etree.XMLParser(
        huge_tree=False,
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise refusals.too_large(
                Words(
                    f"{part} 的结构嵌套过深或单段文字过长",
                    f"its part {part} is nested too deeply or holds too long a text",
                )
            ) from None
        raise refusals.corrupt(
            Words(f"其中的 {part} 不是有效的 XML", f"its part {part} is not valid XML")
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(part)  # written in UTF-16
    return root


def _doctype(part: str) -> UnreadableFile:
    return refusals.corrupt(
        Words(
            f"其中的 {part} 含有 Word 不会写入的 DOCTYPE 声明",
            f"its part {part} declares a DOCTYPE, which Word never writes",
        )
    )


def _transitional(xml: bytes) -> bytes:
    for strict, transitional in _TRANSITIONAL.items():
        xml = xml.replace(strict, transitional)
    return xml
