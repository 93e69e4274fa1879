"""A Word file as a Document: its parts put together (ISO/IEC 29500-1, WordprocessingML)."""

from collections.abc import Iterable
from functools import cached_property, partial
from typing import NamedTuple

from specvalidator.document import Block, Document, paragraphs_of
from specvalidator.places import WordPlace
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.word.colours import WHITE, Grounds, grounds_in, rgb
from specvalidator.readers.word.controls import SettledControls, settled
from specvalidator.readers.word.data import control_data
from specvalidator.readers.word.geometry import PageGeometry, page_of
from specvalidator.readers.word.margins import margins
from specvalidator.readers.word.notes import WordNotes
from specvalidator.readers.word.numbering import ListNumbering
from specvalidator.readers.word.ooxml import (
    CONTROL,
    PARAGRAPH_STYLE,
    TABLE_STYLE,
    VAL,
    W,
    child_of,
)
from specvalidator.readers.word.package import MainPart, Package
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.runs import Surroundings
from specvalidator.readers.word.styles import PAPER, Ground, Styles, with_inherited
from specvalidator.readers.word.stylesheet import StyleSheet
from specvalidator.readers.word.suggestions import without_suggestions
from specvalidator.readers.word.trimming import LeftOut, without_plain_looks
from specvalidator.readers.word.walk import Walk, Where
from specvalidator.readers.word.wrappers import wrappings
from specvalidator.readers.xml import Element, parse
from specvalidator.wording import Words

_DOCUMENT = W + "document"
_BODY = W + "body"
_BACKGROUND = W + "background"
_COLOUR = W + "color"
_SECTION = W + "sectPr"
_EMBEDDED = "embedded-file"
_FEW_LETTERS = 20
"""A document with no more of them, and with a picture, is one of pictures."""
_LONG = 32_000
"""Bytes of a main part from which it takes longer to parse all looks than to leave some out."""


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a Word file shows; errors as `read_word`."""
    package = Package(file, limits, meter)
    document = read_word(package)
    if not _is_of_pictures(document):
        return document
    from specvalidator.readers.word.pictured import recognised  # noqa: PLC0415 - lays out pages

    return recognised(document, package, meter)


def _is_of_pictures(document: Document) -> bool:
    """Say whether a document holds pictures and hardly any letter."""
    letters, has_pictures = 0, False
    for each in paragraphs_of(document.blocks):
        letters += len(each.text.strip())
        has_pictures = has_pictures or each.unread == "picture"
        if letters > _FEW_LETTERS:
            return False
    return has_pictures


def read_word(package: Package) -> Document:
    """Return what a Word file shows, tracked changes as if they were accepted.

    Comments are no part of it; notes stand behind the paragraph that refers to them, and headers
    and footers are `margins`. Suggestions of ours are accepted, too, and `before` is the document
    without them. A table's number counts nested tables and those in text boxes where
    they begin, so after the table around them. `unread` says "embedded-file" for w:altChunk,
    "subdocument", "nested-too-deep" or "table-too-wide"; `left_out` says "struck-out".

    Raises:
        UnreadableFile: the package holds no Word document, or one that is damaged or too large.
    """
    parts = _WordParts(package)
    document = _read(parts, package)
    before = without_suggestions(parts.xml, parts.main.name)
    if before is None:
        return document
    parts.xml = before
    return document._replace(before=_read(parts, package))


def _read(parts: "_WordParts", package: Package) -> Document:
    cut = LeftOut(set(), set())
    is_long = len(parts.xml) >= _LONG
    lean = without_plain_looks(parts.xml, parts.main.name, cut) if is_long else None
    opened = _opened(parts.xml if lean is None else lean, parts.main)
    styles = parts.styles(opened, cut.grounds)
    if lean is not None and not _are_plain(styles, opened, cut.letters):
        opened = _opened(parts.xml, parts.main)
    controls = parts.settled(opened)
    walk = parts.walk(opened, styles, controls.asked)
    blocks = walk.body(opened.body, opened.ground)
    document = Document(
        blocks,
        parts.main.media_type,
        tuple(walk.unread),
        tuple(walk.left_out),
        margins(opened.sections, package, parts.main.name, partial(parts.apart, opened, styles)),
    )
    _refuse_embedded(document)
    return document


class TracedDocument(NamedTuple):
    """A document and its XML: each passage knows the elements that it was read from."""

    main: MainPart
    body: Element
    passages: list[Passage]
    """In the order of reading; those of a text box follow the paragraph it hangs on."""


def trace_word(package: Package) -> TracedDocument:
    """Return where in the XML everything stands that `read_word` reads; errors are the same.

    The walk is the same one, so that a place means here what it means there. The XML is as it was
    in the file, ready to be changed and written. Notes stand in other parts and leave no trace.
    """
    parts = _WordParts(package)
    opened = _opened(parts.xml, parts.main)
    controls = parts.settled(opened)
    passages: list[Passage] = []
    walk = parts.walk(opened, parts.styles(opened), controls.asked, passages)
    walk.body(opened.body, opened.ground)
    controls.undo()
    return TracedDocument(parts.main, opened.body, passages)


class _OpenedPackage(NamedTuple):
    """The main part parsed."""

    root: Element
    body: Element
    ground: Ground
    sections: list[Element]
    """`w:sectPr`."""
    page: PageGeometry
    paragraph_styles: frozenset[str]
    """Those that some paragraph names."""
    table_styles: frozenset[str]


def _opened(xml: bytes, main: MainPart) -> _OpenedPackage:
    root = parse(xml, main.name)
    if root.tag != _DOCUMENT:
        raise refusals.unsupported(Words("其他类型的 Office 文件", "another kind of Office file"))
    # LibreOffice writes w:background first, so the body is found by its name.
    bodies = list(root.iterchildren(_BODY))
    if not bodies:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    if len(bodies) > 1:
        raise refusals.corrupt(Words("其中有两个正文", "it has two bodies"))
    background = child_of(root, _BACKGROUND)
    colour = None if background is None else rgb(background.get(_COLOUR))
    ground = PAPER if colour is None else Ground(colour)
    sections = list(root.iter(_SECTION))
    return _OpenedPackage(
        root, bodies[0], ground, sections, page_of(sections), *_styles_in_use(root)
    )


def _styles_in_use(root: Element) -> tuple[frozenset[str], frozenset[str]]:
    """Return the styles that paragraphs and tables name."""
    paragraphs, tables = (
        frozenset({each.get(VAL) or "" for each in root.iter(tag)})
        for tag in (PARAGRAPH_STYLE, TABLE_STYLE)
    )
    return paragraphs, tables


class _WordParts:
    """The parts of a Word file, each opened when it is first needed."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.main = package.main_part()
        self.xml = package.read(self.main.name) or b""
        self._related = package.related(self.main.name)
        self._sheet_part = self._first("styles")
        self._sheet = package.read(self._sheet_part)

    def _first(self, kind: str) -> str:
        """Return the name of a related part, one that no part has where there is none."""
        return self._related.get(kind, [""])[0]

    def _root(self, kind: str) -> Element | None:
        return self._package.part(self._first(kind))

    @cached_property
    def _style_sheet(self) -> StyleSheet:
        return StyleSheet(self._sheet, self._sheet_part)

    def styles(self, opened: _OpenedPackage, grounds: Iterable[int] = ()) -> Styles:
        """Return the styles; `grounds` are colours behind text that the XML does not say."""
        sheet = self._style_sheet
        named = (*opened.paragraph_styles, *opened.table_styles)
        elements = [opened.root, *with_inherited(sheet, named)]
        page_colour = () if opened.ground.colour is None else (opened.ground.colour,)
        found = {*grounds, *grounds_in(elements), *page_colour}
        return Styles(sheet, Grounds(found), opened.page)

    def settled(self, opened: _OpenedPackage) -> SettledControls:
        """Let the content controls hold what they show."""
        if next(opened.root.iter(CONTROL), None) is None:
            return SettledControls(frozenset(), lambda: None)
        return settled(opened.root, control_data(self._package, self.main.name, self._style_sheet))

    def walk(
        self,
        opened: _OpenedPackage,
        styles: Styles,
        asked: frozenset[Element] = frozenset(),
        trace: list[Passage] | None = None,
    ) -> Walk:
        opening = wrappings(opened.root, self.xml, asked)
        around = Surroundings(styles, opening, opened.page)
        numbering = ListNumbering(partial(self._root, "numbering"), styles)
        limits, meter = self._package.limits, self._package.meter
        return Walk(around, numbering, WordNotes(self._root), limits, meter, trace)

    def apart(self, opened: _OpenedPackage, styles: Styles, root: Element) -> tuple[Block, ...]:
        """Return the blocks of another part, such as a header."""
        return self.walk(opened, styles).blocks(root, Where(WordPlace(block=0), PAPER))


def _are_plain(styles: Styles, opened: _OpenedPackage, letters: set[int]) -> bool:
    """Say whether all styles show a text that says nothing of its own look, and all grounds.

    Args:
        styles: the styles of the document.
        opened: the main part.
        letters: colours of letters that were left out.
    """
    if any(styles.grounds.may_hide(colour) for colour in letters):
        return False
    parts = (part for name in opened.table_styles for part in styles.tables.parts(name))
    tables = (styles.setting(None, Ground(WHITE, (part,))) for part in parts)
    paragraphs = (styles.setting(name, PAPER) for name in (None, *opened.paragraph_styles))
    return all(each.is_plain for each in (*tables, *paragraphs))


def _refuse_embedded(document: Document) -> None:
    """Refuse a document whose whole text stands in other files that are embedded in it."""
    if any(called == _EMBEDDED for called, _ in document.unread) and not any(
        each.text.strip() for each in paragraphs_of(document.blocks)
    ):
        raise refusals.unsupported(
            Words(
                "正文全部嵌在另一个文件里（altChunk）的 Word 文件",
                "a Word file whose whole text is embedded as another file (altChunk)",
            ),
            Words(
                "请在 Word 中打开，另存为 .docx 后重新提交。",
                "Open it in Word, save it as .docx and hand that in.",
            ),
        )
