"""The walk through a web page: paragraphs, lists and tables."""

import re

from specvalidator.readers.limits import Limits
from specvalidator.readers.office.pen import (
    OBJECT,
    PICTURE,
    MarkupPen,
    outline,
)
from specvalidator.readers.office.web.asides import WebAsides, is_aside, is_reference, margins
from specvalidator.readers.office.web.looks import WebLooks
from specvalidator.readers.office.web.numbers import ListItems
from specvalidator.readers.office.web.tables import table
from specvalidator.readers.word.parts import Parts
from specvalidator.readers.xml import Element

_BLOCKS = frozenset(
    {
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre"),
        *("center", "address", "caption", "section", "article", "main", "header", "footer", "nav"),
        *("fieldset", "form", "ul", "ol", "dl", "body", "td", "th", "figure", "figcaption", "hr"),
        *("aside", "details", "summary", "legend"),
    }
)
_KEPT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Blocks that stand for a paragraph though they are empty."""
_LEFT_OUT = frozenset(
    {
        *("script", "style", "head", "title", "noscript", "template", "xml", "meta"),
        *("link", "del", "audio", "map", "datalist", "col", "colgroup"),
    }
)
"""What shows nothing, and what was deleted."""
_DRAWN = {
    **dict.fromkeys(("img", "svg", "canvas"), PICTURE),
    **dict.fromkeys(("object", "iframe", "math", "embed", "video", "select", "textarea"), OBJECT),
}
_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_TICKS = {"checkbox": ("☑", "☐"), "radio": ("●", "○")}
_IN_FIELD = frozenset({"text", "number", "date", "tel", "email"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HAN = "\u2e80-\u9fff\uff00-\uffef"
_WRAP = re.compile(rf"(?<=[{_HAN}])[ \t]*\r?\n[ \t]*(?=[{_HAN}])")
"""The end of a line of the file between Chinese letters, where Word breaks lines as it likes."""
_OF_WORD = re.compile(r"microsoft|mso", re.IGNORECASE)
_MOST_DEEP = 150


class WebStory:
    """One reading of one page."""

    def __init__(self, pen: MarkupPen, limits: Limits) -> None:
        self._pen = pen
        self._limits = limits
        self._depth = 0
        self._is_of_word = False
        self.is_cut = False
        """Something was nested too deep to be looked into."""

    def parts(self, root: Element, beside: Element | None, *, has_first: bool) -> Parts:
        """Return the page in WordprocessingML.

        Args:
            root: the page.
            beside: another page that holds its headers and footers.
            has_first: its first page has margins of its own.
        """
        self._looks = WebLooks(root)
        self._asides = WebAsides(root)
        self._is_of_word = _is_of_word(root)
        body = root.find("body")
        body = root if body is None else body
        written = "".join(self._blocks(body, self._looks.of(body)))
        for page in (root, beside):
            for kind, element in () if page is None else margins(page, has_first=has_first):
                self._pen.margin(kind, "".join(self._blocks(element, "")))
        return self._pen.parts(written)

    def _blocks(self, element: Element, look: str) -> list[str]:
        """Return what stands in a block as XML; text between blocks is a paragraph of its own."""
        if self._depth >= _MOST_DEEP:
            self.is_cut = True
            return []
        self._depth += 1
        lines = _Lines(self._pen, _HEADINGS.get(str(element.tag)))
        items = ListItems(element)
        lines.add(self._put(element, "before", look))
        lines.add(self._text(element.text, look, begins=lines.is_empty))
        if self._looks.is_grid(element):
            lines.put([self._pen.paragraph(OBJECT)])
        for each in element:
            name = str(each.tag)
            if name in _LEFT_OUT or is_aside(each):
                pass
            elif name == "table":
                made = table(each, self._pen, self._looks, self._blocks, self._look(each, look))
                lines.put([made] if made else [])
            elif name in _BLOCKS or _holds_blocks(each):
                lines.put(self._block(each, look, items))
            else:
                lines.add(self._within(each, look, begins=lines.is_empty))
            lines.add(self._text(each.tail, look, begins=lines.is_empty))
        lines.add(self._put(element, "after", look))
        self._depth -= 1
        found = lines.ended()
        if not found and self._looks.is_drawn(element):
            return [self._pen.paragraph(PICTURE)]
        return found

    def _block(self, element: Element, look: str, items: ListItems) -> list[str]:
        inner = self._blocks(element, self._look(element, look))
        if not inner and element.tag in _KEPT:
            return [self._pen.paragraph("")]
        label = items.label(element) if element.tag == "li" else ""
        if label and inner and inner[0].startswith("<w:p>"):
            start = len("<w:p>") if not inner[0].startswith("<w:p><w:pPr>") else _behind(inner[0])
            inner[0] = inner[0][:start] + self._pen.run(label, look) + inner[0][start:]
        return inner

    def _within(  # noqa: PLR0911 - one for each kind
        self, element: Element, look: str, *, begins: bool
    ) -> str:
        """Return an element within a line as runs."""
        name = str(element.tag)
        own = self._look(element, look)
        if name in _LEFT_OUT:
            return ""
        if name == "br":
            return self._pen.run("\n", look)
        if name in _DRAWN or name.endswith((":imagedata", ":oleobject")):
            return _DRAWN.get(name, PICTURE)
        if name == "input":
            return self._pen.run(_entered(element), own)
        if name == "a" and is_reference(element):
            return self._note(element, own)
        if "mso-list:ignore" in _squeezed(element.get("style")):
            return self._pen.run(_label(element), own)
        return self._line(element, own, begins=begins)

    def _note(self, reference: Element, look: str) -> str:
        note = self._asides.take(reference)
        return "" if note is None else self._pen.note("".join(self._blocks(note, "")), look)

    def _line(self, element: Element, look: str, *, begins: bool) -> str:
        if self._depth >= _MOST_DEEP:
            self.is_cut = True
            return ""
        self._depth += 1
        found = [self._put(element, "before", look)]
        found.append(self._text(element.text, look, begins=_is_at_start(found, begins)))
        for each in element:
            found.append(self._within(each, look, begins=_is_at_start(found, begins)))
            found.append(self._text(each.tail, look, begins=_is_at_start(found, begins)))
        found.append(self._put(element, "after", look))
        self._depth -= 1
        line = "".join(found)
        return PICTURE if not line and self._looks.is_drawn(element) else line

    def _put(self, element: Element, where: str, look: str) -> str:
        """Return what rules put before or after the text of an element as runs."""
        text, more = self._looks.put(element, where)
        return self._pen.run(text, look) + more

    def _look(self, element: Element, look: str) -> str:
        return self._looks.within(element, look)

    def _text(self, text: str | None, look: str, *, begins: bool) -> str:
        if not text:
            return ""
        shown = _BLANKS.sub(" ", _WRAP.sub("", text) if self._is_of_word else text)
        return self._pen.run(shown.lstrip(" ") if begins else shown, look)


class _Lines:
    """The paragraphs of a block, the last of them open."""

    def __init__(self, pen: MarkupPen, level: int | None) -> None:
        self._pen = pen
        self._properties = "" if level is None else outline(level)
        self._found: list[str] = []
        self._line: list[str] = []

    @property
    def is_empty(self) -> bool:
        """Whether the open paragraph, or its last line, holds nothing."""
        return _is_at_start(self._line, begins=True)

    def add(self, run: str) -> None:
        """Add a run to the open paragraph."""
        if run:
            self._line.append(run)

    def put(self, blocks: list[str]) -> None:
        """End the open paragraph, and put blocks behind it."""
        self._end()
        self._found += blocks

    def ended(self) -> list[str]:
        """End the open paragraph, and return all."""
        self._end()
        return self._found

    def _end(self) -> None:
        if self._line:
            content = "".join(self._line)
            self._line = []
            if content != _BLANK_RUN:
                self._found.append(self._pen.paragraph(content, self._properties))


_BLANK_RUN = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def _is_at_start(found: list[str], begins: bool) -> bool:  # noqa: FBT001 - as it is handed on
    """Say whether a line begins behind these runs; `begins`: it does where there are none."""
    last = next((each for each in reversed(found) if each), "")
    return last.endswith("<w:br/></w:r>") if last else begins


def _is_of_word(root: Element) -> bool:
    """Say whether Word wrote the page."""
    makers = (each.get("content") or "" for each in root.iter("meta"))
    return any(_OF_WORD.search(maker) for maker in makers)


def _label(element: Element) -> str:
    """Return the number that Word writes before a paragraph of a list, "" for bullets."""
    text = "".join(map(str, element.itertext())).strip("\xa0 \t\r\n")
    return text if any(map(str.isalnum, text)) else ""


def _holds_blocks(element: Element) -> bool:
    """Say whether blocks stand in an element that belongs to a line."""
    return len(element) > 0 and next(element.iter("table", *_BLOCKS), None) is not None


def _entered(element: Element) -> str:
    """Return what stands in a field of a form."""
    kind = (element.get("type") or "text").casefold()
    if kind in _TICKS:
        return _TICKS[kind][element.get("checked") is None]
    return element.get("value") or "" if kind in _IN_FIELD else ""


def _squeezed(style: str | None) -> str:
    return _BLANKS.sub("", style or "").casefold()


def _behind(paragraph: str) -> int:
    return paragraph.index("</w:pPr>") + len("</w:pPr>")
