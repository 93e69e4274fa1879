"""The walk through a text of OpenDocument: paragraphs, lists, tables and frames."""

import re
from collections.abc import Sequence

from specvalidator.readers.limits import Limits
from specvalidator.readers.office.odt.lists import OdtLists, OpenList
from specvalidator.readers.office.odt.margins import margins
from specvalidator.readers.office.odt.names import (
    DRAW,
    LIBREOFFICE,
    MOST_DEEP,
    OFFICE,
    TABLE,
    TEXT,
)
from specvalidator.readers.office.odt.styles import OdtStyles
from specvalidator.readers.office.odt.tables import table
from specvalidator.readers.office.pen import (
    DELETED,
    OBJECT,
    PICTURE,
    VANISH,
    MarkupPen,
    numbered,
    outline,
)
from specvalidator.readers.word.office_words import is_field_error
from specvalidator.readers.word.ooxml import integer
from specvalidator.readers.word.parts import Parts
from specvalidator.readers.xml import Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SKIPPED = frozenset(
    {
        OFFICE + "annotation",
        OFFICE + "annotation-end",
        OFFICE + "forms",
        *(
            TEXT + name
            for name in (
                "tracked-changes",
                "sequence-decls",
                "variable-decls",
                "user-field-decls",
                "table-of-content-source",
                "index-title-template",
                "soft-page-break",
                "change",
            )
        ),
    }
)
"""What shows nothing in the body: declarations, comments, and what was deleted."""
_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
_SECTIONS = frozenset(
    TEXT + name
    for name in (
        *("section", "index-body", "index-title", "table-of-content", "illustration-index"),
        *("alphabetical-index", "table-index", "object-index", "user-index", "bibliography"),
    )
)
_ITEMS = frozenset({TEXT + "list-item", TEXT + "list-header"})
_HIDDEN = frozenset({TEXT + "hidden-text", TEXT + "hidden-paragraph"})
_PLACEHOLDERS = frozenset({LIBREOFFICE + "showing-place-holder"})
_PENNED = frozenset(DRAW + name for name in ("path", "polyline", "polygon", "regular-polygon"))
"""What a pen draws, as a signature is."""
_STYLE = TEXT + "style-name"
_BLANKS = re.compile(r"[ \t\r\n]+")
_BLANK = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_LEVELS = range(9)


class OdtStory:
    """One reading of one text."""

    def __init__(self, roots: Sequence[Element], pen: MarkupPen, limits: Limits) -> None:
        self._pen = pen
        self._limits = limits
        self._roots = roots
        self._styles = OdtStyles(roots)
        self._lists = OdtLists(roots, pen)
        self._deletions = _deletions(roots[-1])
        self._deleting: set[str] = set()
        """Deletions whose text stands in its place, as LibreOffice writes it in flat files."""
        self._depth = 0
        self._hidden = 0
        self.is_cut = False
        """Something was nested too deep to be looked into."""

    def parts(self, body: Element) -> Parts:
        """Return the document in WordprocessingML."""
        written = "".join(self._blocks(body, None))
        for kind, element in margins(self._roots, self._styles.master_page):
            self._pen.margin(kind, "".join(self._blocks(element, None)))
        return self._pen.parts(written, numbering=self._lists.xml)

    def _blocks(self, parent: Element, opened: OpenList | None) -> list[str]:
        found: list[str] = []
        if self._depth >= MOST_DEEP:
            self.is_cut = True
            return found
        self._depth += 1
        is_item = opened is not None and parent.tag == TEXT + "list-item"
        for each in parent:
            name = each.tag
            if name in _PARAGRAPHS:
                found.append(self._paragraph(each, opened if is_item else None))
                is_item = False  # what follows in an item has no number of its own
            elif name == TEXT + "list":
                found += self._list(each, opened)
            elif name == TABLE + "table":
                found.append(table(each, self._pen, self._styles, self._cell))
            elif name in _SECTIONS:
                found += self._section(each)
            elif name not in _SKIPPED and name.startswith(DRAW):
                found.append(self._pen.paragraph(self._drawing(each)))
            elif name in {TEXT + "change-start", TEXT + "change-end"}:
                self._change(each)
        self._depth -= 1
        return found

    def _cell(self, cell: Element) -> list[str]:
        return self._blocks(cell, None)

    def _section(self, element: Element) -> list[str]:
        is_hidden = element.get(TEXT + "display") == "none"
        self._hidden += is_hidden
        found = self._blocks(element, None)
        self._hidden -= is_hidden
        return found

    def _list(self, element: Element, around: OpenList | None) -> list[str]:
        style = element.get(_STYLE)
        if around is not None and style in {None, around.style}:
            opened = OpenList(around.style, around.number, around.level + 1)
        else:
            goes_on = element.get(TEXT + "continue-numbering") == "true"
            goes_on = goes_on or element.get(TEXT + "continue-list") is not None
            number = self._lists.begin(style or "", goes_on=goes_on) if style else 0
            opened = OpenList(style or "", number, around.level + 1 if around else 0)
        found: list[str] = []
        for item in element:
            if item.tag in _ITEMS:
                start = item.get(TEXT + "start-value")
                if start is not None:
                    self._lists.start_at(opened, start)
                found += self._blocks(item, opened)
        if around is not None and around.style == opened.style:
            around.number = opened.number
        return found

    def _paragraph(self, element: Element, opened: OpenList | None) -> str:
        properties = ""
        level = integer(element.get(TEXT + "outline-level"), 1) - 1
        is_heading = element.tag == TEXT + "h"
        if opened is not None and opened.number and self._counts(element):
            properties += numbered(opened.number, opened.level)
        elif opened is None and is_heading and self._counts(element) and self._lists.outline():
            properties += numbered(self._lists.outline(), level)
        if is_heading and level in _LEVELS:
            properties += outline(level)
        elif self._styles.is_title(element.get(_STYLE)):
            properties += outline(0)
        look = self._styles.look("paragraph", element.get(_STYLE))
        content = self._inline(element, look)
        if self._deleting:
            properties += f"<w:rPr>{DELETED}</w:rPr>"
        return self._pen.paragraph(content, properties)

    def _counts(self, paragraph: Element) -> bool:
        """Say whether a paragraph of a list has a number, as far as it and its style say."""
        if paragraph.get(TEXT + "is-list-header") == "true":
            return False
        return self._styles.list_of(paragraph.get(_STYLE)) != ""

    def _inline(self, element: Element, look: str) -> str:
        """Return the runs below an element; text between them looks as `look` says."""
        if self._depth >= MOST_DEEP:
            self.is_cut = True
            return ""
        self._depth += 1
        found = [self._run(element.text, look)]
        for each in element:
            if each.tag not in _SKIPPED:
                found.append(self._within(each, look))
            found.append(self._run(each.tail, look))
        self._depth -= 1
        return "".join(found)

    def _within(self, element: Element, look: str) -> str:  # noqa: PLR0911 - one for each kind
        name = element.tag
        if name == TEXT + "span":
            return self._inline(element, look + self._styles.look("text", element.get(_STYLE)))
        if name in _BLANK:
            blanks = min(integer(element.get(TEXT + "c"), 1), self._limits.characters + 1)
            return self._written(_BLANK[name] * blanks, look)
        if name == TEXT + "note":
            return self._note(element, look)
        if name in {TEXT + "change-start", TEXT + "change-end"}:
            self._change(element)
            return ""
        if name == TEXT + "ruby":
            return "".join(self._inline(base, look) for base in element.iter(TEXT + "ruby-base"))
        if name.startswith(DRAW):
            return self._drawing(element)
        if any(element.get(each) == "true" for each in _PLACEHOLDERS):
            return ""  # what nobody wrote
        return self._field(element, look)

    def _field(self, element: Element, look: str) -> str:
        """Return what a field shows, or anything else that holds text."""
        if element.tag in _HIDDEN:
            is_hidden = element.get(TEXT + "is-hidden") != "false"
        else:
            is_hidden = element.get(TEXT + "display") == "none"
        if str(element.tag).endswith("-ref") and is_field_error(element.text or ""):
            return OBJECT
        return self._inline(element, look + VANISH if is_hidden else look)

    def _run(self, text: str | None, look: str) -> str:
        return self._written(_BLANKS.sub(" ", text), look) if text else ""

    def _written(self, text: str, look: str) -> str:
        look = look + VANISH if self._hidden else look
        return self._pen.run(text, look, is_deleted=bool(self._deleting))

    def _note(self, element: Element, look: str) -> str:
        """Return the mark of a footnote or endnote."""
        body = element.find(TEXT + "note-body")
        blocks = "" if body is None else "".join(self._blocks(body, None))
        look = look + VANISH if self._hidden else look
        return self._pen.note(blocks, look, is_deleted=bool(self._deleting))

    def _change(self, element: Element) -> None:
        change = element.get(TEXT + "change-id") or ""
        if element.tag == TEXT + "change-end":
            self._deleting.discard(change)
        elif change in self._deletions:
            self._deleting.add(change)

    def _drawing(self, element: Element) -> str:
        """Return what a frame or a shape holds: text, or what no text can say."""
        self._pen.count(4)
        if element.tag == DRAW + "control":
            return OBJECT
        if next(element.iter(DRAW + "object", DRAW + "object-ole"), None) is not None:
            return OBJECT
        boxes = [each for each in element.iter(DRAW + "text-box") if _is_outermost(each, element)]
        if not boxes and next(element.iter(*_PARAGRAPHS), None) is not None:
            boxes = [each for each in element.iter() if _holds_paragraphs(each)]
        if boxes:
            return "".join(self._pen.box("".join(self._blocks(each, None))) for each in boxes)
        return PICTURE if next(element.iter(DRAW + "image", *_PENNED), None) is not None else ""


def _is_outermost(box: Element, around: Element) -> bool:
    """Say whether no other text box stands between a box and what is looked at."""
    for each in box.iterancestors():
        if each is around:
            return True
        if each.tag == DRAW + "text-box":
            return False
    return True


def _holds_paragraphs(shape: Element) -> bool:
    return shape.tag.startswith(DRAW) and any(each.tag in _PARAGRAPHS for each in shape)


def _deletions(root: Element) -> frozenset[str]:
    """Return the ids of what was deleted."""
    return frozenset(
        region.get(TEXT + "id") or region.get(_ID) or ""
        for region in root.iter(TEXT + "changed-region")
        if region.find(TEXT + "deletion") is not None
    )
