"""A Word file as a Document: its parts put together (ISO/IEC 29500-1, WordprocessingML)."""

from functools import partial
from typing import NamedTuple

from specvalidator.document import Document
from specvalidator.readers import refusals
from specvalidator.readers.numbering import Numbering
from specvalidator.readers.ooxml import TEXT, W, child_of
from specvalidator.readers.package import MainPart, Package
from specvalidator.readers.passages import Passage
from specvalidator.readers.plain import odd_paragraphs
from specvalidator.readers.styles import Ground, Styles
from specvalidator.readers.stylesheet import StyleSheet
from specvalidator.readers.walk import Walk
from specvalidator.readers.xml import Element, parse
from specvalidator.wording import Words

_DOCUMENT = W + "document"
_BODY = W + "body"
_BACKGROUND = W + "background"
_COLOUR = W + "color"
_WHITE = frozenset({None, "auto", "FFFFFF"})


def read_word(package: Package) -> Document:
    """Return what a Word file shows, tracked changes as if they were accepted.

    Headers, footers, notes and comments are no part of it. A table's number counts nested tables
    and those in text boxes where they begin, so after the table around them. `unread` says
    "embedded-file" for w:altChunk, "subdocument", "nested-too-deep" or "table-too-wide".

    Raises:
        UnreadableFile: the package holds no Word document, or one that is damaged or too large.
    """
    opened = _opened(package)
    return _walked(package, opened, odd=odd_paragraphs(opened.root, opened.xml))


class Traced(NamedTuple):
    """A document and its XML: each passage knows the elements that it was read from."""

    main: MainPart
    body: Element
    passages: list[Passage]
    """In the order of reading; those of a text box follow the paragraph it hangs on."""


def trace_word(package: Package) -> Traced:
    """Return where in the XML everything stands that `read_word` reads; errors are the same.

    The walk is the same one, so that a place means here what it means there. The XML is as it was
    in the file, ready to be changed and written.
    """
    opened = _opened(package)
    texts = [(text, text.text) for text in opened.body.iter(TEXT)]
    passages: list[Passage] = []
    _walked(package, opened, trace=passages)
    for text, written in texts:
        text.text = written  # the walk empties the placeholders of content controls
    return Traced(opened.main, opened.body, passages)


class _Opened(NamedTuple):
    main: MainPart
    xml: bytes
    root: Element
    body: Element


def _opened(package: Package) -> _Opened:
    main = package.main_part()
    xml = package.read(main.name) or b""
    root = parse(xml, main.name)
    if root.tag != _DOCUMENT:
        raise refusals.unsupported(Words("其他类型的 Office 文件", "another kind of Office file"))
    # LibreOffice writes w:background first, so the body is found by its name.
    body = child_of(root, _BODY)
    if body is None:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    return _Opened(main, xml, root, body)


def _walked(
    package: Package,
    opened: _Opened,
    *,
    odd: frozenset[Element] | None = None,
    trace: list[Passage] | None = None,
) -> Document:
    related = package.related(opened.main.name)
    styles_part, numbering_part = _first(related, "styles"), _first(related, "numbering")
    styles = Styles(StyleSheet(package.read(styles_part), styles_part))
    numbering = Numbering(partial(package.part, numbering_part), styles)
    walk = Walk(styles, numbering, package.limits, package.meter, odd, trace)
    blocks = walk.body(opened.body, Ground(_is_white(opened.root)))
    return Document(blocks, opened.main.media_type, tuple(walk.unread))


def _first(related: dict[str, list[str]], kind: str) -> str:
    """Return the name of a related part, one that no part has where there is none."""
    return related.get(kind, [""])[0]


def _is_white(root: Element) -> bool:
    background = child_of(root, _BACKGROUND)
    return background is None or background.get(_COLOUR) in _WHITE
