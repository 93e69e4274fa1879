"""The elements of word/styles.xml, found one by one where it is long: few of them are used."""

from functools import cached_property

from specvalidator.errors import UnreadableFile
from specvalidator.readers.word.ooxml import RUN_PROPERTIES, W, child_of, value
from specvalidator.readers.xml import Element, holds_only_elements, parse

_STYLE = W + "style"
_TYPE = W + "type"
_ID = W + "styleId"
_DEFAULT = W + "default"
_BASED_ON = W + "basedOn"
_DEFAULTS = W + "docDefaults"
_RUN_DEFAULTS = W + "rPrDefault"

_ROOT_TAG = b"<w:styles"
_ROOT_END = b"</w:styles>"
_STYLE_TAG = b"<w:style "
_STYLE_END = b"</w:style>"
_DEFAULTS_TAG = b"<w:docDefaults"
_DEFAULTS_END = b"</w:docDefaults>"
_DEFAULT_MARK = b' w:default="1"'
_LONGEST_CHAIN = 32  # Word itself stops at 11
_SHORT = 8_000
"""Bytes that are parsed as soon as three styles are cut out of them."""
_MOST_CUTS = 64  # each searches the file, so that more cost as much as parsing it whole


class StyleSheet:
    """Styles by id, each cut out of a long file and parsed alone; all of it where that is not safe.

    Safe means: no comments, CDATA or processing instructions, so that each `<` opens a tag, and
    the names written as Word writes them. A cut that is not one whole element does not parse.
    """

    def __init__(self, xml: bytes | None, part: str) -> None:
        self._xml = xml or b"<none/>"
        self._part = part
        self._root_tag = _root_tag(self._xml) if len(self._xml) > _SHORT else None
        self._cuts_left = _MOST_CUTS
        self._known: dict[str, Element | None] = {}

    def style(self, name: str) -> Element | None:
        """Return the `w:style` with this id."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def chain(self, name: str | None, kind: str | None = None) -> list[Element]:
        """Return a style and those it is based on, nearest first; a circle ends where it closes.

        Args:
            name: id of the style.
            kind: paragraph, character or table: one of another kind counts for none.
        """
        chain: dict[str, Element] = {}
        while name and name not in chain and len(chain) < _LONGEST_CHAIN:
            style = self.style(name)
            if style is None or kind not in {None, style.get(_TYPE, "paragraph")}:
                break
            chain[name] = style
            name = value(style, _BASED_ON)
        return list(chain.values())

    def _found(self, name: str) -> Element | None:
        style = self._style_with(f' w:styleId="{name}"'.encode("utf-8", "replace"))
        if style is not None and style.get(_ID) == name:
            return style
        return self.all().get(name)

    def default_paragraph_style(self) -> Element | None:
        """Return the style of paragraphs that name none."""
        return self._default

    @cached_property
    def _default(self) -> Element | None:
        style = self._style_with(_DEFAULT_MARK)
        if style is not None and _is_default_paragraph(style):
            return style
        return next(filter(_is_default_paragraph, self.all().values()), None)

    def run_defaults(self) -> Element | None:
        """Return the `w:rPr` that all text starts from."""
        defaults = self._cut(self._xml.find(_DEFAULTS_TAG), _DEFAULTS_END)
        if defaults is None:
            defaults = child_of(self._root, _DEFAULTS)
        of_runs = None if defaults is None else child_of(defaults, _RUN_DEFAULTS)
        return None if of_runs is None else child_of(of_runs, RUN_PROPERTIES)

    def all(self) -> dict[str, Element]:
        """Return every style by id; as costly as the style sheet is long."""
        return self._all

    @cached_property
    def _all(self) -> dict[str, Element]:
        styles = reversed(list(self._root.iterchildren(_STYLE)))
        return {style.get(_ID) or "": style for style in styles}  # of two with one id, the first

    @cached_property
    def _root(self) -> Element:
        return parse(self._xml, self._part)

    def _style_with(self, attribute: bytes) -> Element | None:
        self._cuts_left -= 1
        at = self._xml.find(attribute) if self._root_tag and self._cuts_left > 0 else -1
        return self._cut(self._xml.rfind(_STYLE_TAG, 0, at), _STYLE_END) if at >= 0 else None

    def _cut(self, start: int, end_tag: bytes) -> Element | None:
        """Return the element from here to its end tag, None where it cannot be cut out."""
        end = self._xml.find(end_tag, start) if self._root_tag and start >= 0 else -1
        if end < 0:
            return None
        xml = b"".join((self._root_tag or b"", self._xml[start:end], end_tag, _ROOT_END))
        try:
            root = parse(xml, self._part)
        except UnreadableFile:
            return None
        return root[0] if len(root) == 1 and not root[0].tail else None


def _root_tag(xml: bytes) -> bytes | None:
    """Return the style sheet's own start tag with its name spaces, None where cuts are unsafe."""
    start = xml.find(_ROOT_TAG)
    if start < 0 or not holds_only_elements(xml) or not xml.rstrip().endswith(_ROOT_END):
        return None
    return xml[start : xml.find(b">", start) + 1]


def _is_default_paragraph(style: Element) -> bool:
    return style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in {"1", "true", "on"}
