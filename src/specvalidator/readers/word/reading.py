"""A Word file as a Document: its parts put together (ISO/IEC 29500-1, WordprocessingML)."""

from functools import partial
from typing import NamedTuple

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.word.numbering import ListNumbering
from specvalidator.readers.word.ooxml import PARAGRAPH_STYLE, TEXT, VAL, W, child_of
from specvalidator.readers.word.package import MainPart, Package
from specvalidator.readers.word.parts import NAME, WordParts, count
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.plain import odd_paragraphs
from specvalidator.readers.word.styles import Ground, Styles
from specvalidator.readers.word.stylesheet import StyleSheet
from specvalidator.readers.word.trimming import without_plain_looks
from specvalidator.readers.word.walk import Walk
from specvalidator.readers.xml import Element, parse
from specvalidator.wording import Words

_DOCUMENT = W + "document"
_BODY = W + "body"
_BACKGROUND = W + "background"
_COLOUR = W + "color"
_WHITE = frozenset({None, "auto", "FFFFFF"})


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a Word file shows; errors as `read_word`."""
    return read_word(Package(file, limits, meter))


def read_word(package: Package) -> Document:
    """Return what a Word file shows, tracked changes as if they were accepted.

    Headers, footers, notes and comments are no part of it. A table's number counts nested tables
    and those in text boxes where they begin, so after the table around them. `unread` says
    "embedded-file" for w:altChunk, "subdocument", "nested-too-deep" or "table-too-wide".

    Raises:
        UnreadableFile: the package holds no Word document, or one that is damaged or too large.
    """
    main = package.main_part()
    whole = package.read(main.name) or b""
    lean = without_plain_looks(whole, main.name)
    opened = _opened(whole if lean is None else lean, main)
    beside = _beside(package, main)
    if lean is not None and not _are_plain(beside.styles, opened.root):
        opened = _opened(whole, main)
    odd = odd_paragraphs(opened.root)
    walk = Walk(beside.styles, beside.numbering, package.limits, package.meter, odd)
    blocks = walk.body(opened.body, opened.ground)
    return Document(blocks, main.media_type, tuple(walk.unread))


def read_parts(parts: WordParts, media_type: str, limits: Limits, meter: Meter) -> Document:
    """Return what a document of another format shows, once it is translated; as `read_word`."""
    count(parts, limits, meter)
    opened = _opened(parts.document, MainPart(NAME, media_type))
    styles = Styles(StyleSheet(parts.styles, "styles.xml"))
    numbering = ListNumbering(lambda: parse(parts.numbering, "numbering.xml"), styles)
    walk = Walk(styles, numbering, limits, meter, odd_paragraphs(opened.root))
    return Document(walk.body(opened.body, opened.ground), media_type, tuple(walk.unread))


class TracedDocument(NamedTuple):
    """A document and its XML: each passage knows the elements that it was read from."""

    main: MainPart
    body: Element
    passages: list[Passage]
    """In the order of reading; those of a text box follow the paragraph it hangs on."""


def trace_word(package: Package) -> TracedDocument:
    """Return where in the XML everything stands that `read_word` reads; errors are the same.

    The walk is the same one, so that a place means here what it means there. The XML is as it was
    in the file, ready to be changed and written.
    """
    main = package.main_part()
    opened = _opened(package.read(main.name) or b"", main)
    beside = _beside(package, main)
    texts = [(text, text.text) for text in opened.body.iter(TEXT)]
    passages: list[Passage] = []
    walk = Walk(beside.styles, beside.numbering, package.limits, package.meter, trace=passages)
    walk.body(opened.body, opened.ground)
    for text, written in texts:
        text.text = written  # the walk empties the placeholders of content controls
    return TracedDocument(main, opened.body, passages)


class _OpenedPackage(NamedTuple):
    """The main part parsed."""

    root: Element
    body: Element
    ground: Ground


def _opened(xml: bytes, main: MainPart) -> _OpenedPackage:
    root = parse(xml, main.name)
    if root.tag != _DOCUMENT:
        raise refusals.unsupported(Words("其他类型的 Office 文件", "another kind of Office file"))
    # LibreOffice writes w:background first, so the body is found by its name.
    body = child_of(root, _BODY)
    if body is None:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    background = child_of(root, _BACKGROUND)
    is_white = background is None or background.get(_COLOUR) in _WHITE
    return _OpenedPackage(root, body, Ground(is_white))


class _Beside(NamedTuple):
    """What the main part is read with."""

    styles: Styles
    numbering: ListNumbering


def _beside(package: Package, main: MainPart) -> _Beside:
    related = package.related(main.name)
    styles_part, numbering_part = _first(related, "styles"), _first(related, "numbering")
    styles = Styles(StyleSheet(package.read(styles_part), styles_part))
    return _Beside(styles, ListNumbering(partial(package.part, numbering_part), styles))


def _are_plain(styles: Styles, root: Element) -> bool:
    """Say whether the styles of all paragraphs show a text that says nothing of its own look."""
    names = {None, *(each.get(VAL) for each in root.iter(PARAGRAPH_STYLE))}
    return all(styles.setting(name, Ground(is_white=True)).is_plain for name in names)


def _first(related: dict[str, list[str]], kind: str) -> str:
    """Return the name of a related part, one that no part has where there is none."""
    return related.get(kind, [""])[0]
