"""The runs of one paragraph: which text they show, which they hide, what hangs on them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from specvalidator.readers.word.appearance import PLAIN, Setting, is_hidden, look_of, may_hide
from specvalidator.readers.word.ooxml import (
    ALTERNATE_CONTENT,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    M,
    W,
    branch,
    child_of,
    unfolded,
)
from specvalidator.readers.word.passages import RunPart, RunPiece
from specvalidator.readers.word.styles import Styles
from specvalidator.readers.word.symbols import UNKNOWN, is_symbol_font, spelled_out, symbol
from specvalidator.readers.xml import Element

if TYPE_CHECKING:
    from specvalidator.document import Unread

_BREAK = W + "br"
_BREAK_TYPE = W + "type"
_SYMBOL = W + "sym"
_FIELD_MARK = W + "fldChar"
_FIELD_MARK_TYPE = W + "fldCharType"
_FIELD_CODE = W + "instrText"
_FORM = W + "ffData"
_RUBY = W + "ruby"
_RUBY_BASE = W + "rubyBase"
_SUBDOCUMENT = W + "subDoc"
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_MATHS = frozenset({M + "oMath", M + "oMathPara"})
_MATH_TEXT = M + "t"
_MATH_DENOMINATOR = M + "den"
_MATH_STRUCTURES = frozenset(
    M + name
    for name in ("f", "sSup", "sSub", "sSubSup", "sPre", "rad", "nary", "m", "eqArr", "limLow")
)

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\n\r"
_LINE_ENDS = str.maketrans("\n\r", "  ")
_PAGE_END = "\f"  # cannot occur in XML, so it marks a page or column break until the end

Read = Callable[["ParagraphRuns", Element], None]


def _has_loose_ends(part: Element, text: str) -> bool:
    """Say whether white space that does not count stands at an end of a text."""
    return (text[0] in _BLANKS or text[-1] in _BLANKS) and part.get(_SPACE) != "preserve"


class _Field:
    """A complex field that has been opened: its code, and whether its result has begun."""

    __slots__ = ("code", "form", "has_result")

    def __init__(self, form: Element | None) -> None:
        self.code: list[str] = []
        self.form = form
        self.has_result = False


class ParagraphRuns:
    """What one paragraph has shown, hidden and carried so far."""

    # Class attributes hold what most paragraphs leave as it is.
    unread: "Unread | None" = None
    _font: str | None = None
    _codes = 0
    """How many of the open fields are still in their code."""

    def __init__(self, styles: Styles, *, is_traced: bool = False) -> None:
        self._styles = styles
        self._is_traced = is_traced
        self.paragraphs: list[Element] = []
        """Where it is traced: the paragraphs that were taken in."""
        self.pieces: list[RunPiece] = []
        """Where it is traced: what stands in them."""
        self._parts: list[RunPart] = []
        self._fields: list[_Field] = []
        """Complex fields that are open, the innermost last."""
        self.boxes: list[Element] = []
        self.words: list[str] = []
        self.lost: list[str] = []
        """Words for content that is not in the file, or not in a form that is read."""
        self._visible: list[str] = []
        self._out = self._visible
        self._withheld: list[str] = []

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing so far."""
        return not any(self._visible)

    @property
    def text(self) -> str:
        """What the paragraph shows; a page break only between words, where it ends a line."""
        text = "".join(self._visible)
        return text.strip(_PAGE_END).replace(_PAGE_END, "\n") if _PAGE_END in text else text

    @property
    def hidden(self) -> str:
        """What the paragraph holds and does not show."""
        if not self._withheld:
            return ""
        return "".join(self._withheld).strip(_PAGE_END).replace(_PAGE_END, "\n")

    def read(self, paragraph: Element, setting: Setting) -> None:
        """Take in the runs of a paragraph; called again, those of the next that it runs on into."""
        self._setting = setting
        if self._fields:  # a code never runs on, so that a lost end hides one paragraph only
            self._fields.clear()
            self._codes = 0
        children = unfolded(paragraph)
        for child in self._traced(paragraph, children) if self._is_traced else children:
            name = child.tag
            if name == RUN:
                self._read_run(child)
            elif name in _MATHS:
                self._read_formula(child)
            elif name == _SUBDOCUMENT:
                self.lost.append("subdocument")

    def _traced(self, paragraph: Element, children: list[Element]) -> Iterator[Element]:
        """Yield the children, and after each note what it has shown."""
        self.paragraphs.append(paragraph)
        for child in children:
            seen = len(self._visible)
            self._parts = []
            yield child
            self.pieces.append(RunPiece(child, "".join(self._visible[seen:]), self._parts))

    def _traced_parts(self, run: Element) -> Iterator[Element]:
        """Yield the parts of a run, and after each note what it has shown."""
        for part in run:
            seen, known = len(self._visible), len(self._parts)
            yield part
            del self._parts[known:]  # of runs inside the part
            self._parts.append(RunPart(part, "".join(self._visible[seen:])))

    def _read_run(self, run: Element) -> None:
        self._font = None
        self._is_hidden = self._setting.hides
        if self._codes or self._is_hidden:
            self._turn()
        else:
            self._out = self._visible
        for part in self._traced_parts(run) if self._is_traced else run:
            name = part.tag
            if name == TEXT:
                text = part.text
                if text:
                    self._write(part, text)
            elif name == RUN_PROPERTIES:
                self._read_properties(part)
            elif name in _CHARACTERS:
                self._out.append(_CHARACTERS[name])
            else:
                read = _PARTS.get(name)
                if read is not None:
                    read(self, part)

    def _turn(self) -> None:
        """Direct what comes next to where it belongs."""
        if self._codes:
            self._out = []  # thrown away
        else:
            self._out = self._withheld if self._is_hidden else self._visible

    def _write(self, part: Element, text: str) -> None:
        if _has_loose_ends(part, text):
            text = text.strip(_BLANKS)
        if self._font is not None or not text.isprintable():
            text = spelled_out(text.translate(_LINE_ENDS), self._font)
            if UNKNOWN in text:
                self.unread = "garbled"
        self._out.append(text)

    def _read_properties(self, properties: Element) -> None:
        if self._setting.is_plain and not may_hide(properties):
            return
        look = look_of(properties)
        character = self._styles.character(look.style) if look.style else PLAIN
        font = look.font or character.font
        self._font = font if is_symbol_font(font) else None
        self._is_hidden = is_hidden(look, character, self._setting)
        self._turn()

    def _read_break(self, part: Element) -> None:
        is_line = part.get(_BREAK_TYPE) in {None, "textWrapping"}
        self._out.append("\n" if is_line else _PAGE_END)

    def _read_symbol(self, part: Element) -> None:
        letter = symbol(part.get(W + "font"), part.get(W + "char"))
        if letter == UNKNOWN:
            self.unread = "garbled"
        self._out.append(letter)

    def _read_field_mark(self, part: Element) -> None:
        kind = part.get(_FIELD_MARK_TYPE)
        if kind == "begin":
            self._fields.append(_Field(child_of(part, _FORM)))
            self._codes += 1
        elif self._fields and kind == "separate":
            self._codes -= not self._fields[-1].has_result
            self._fields[-1].has_result = True
        elif self._fields and kind == "end":
            self._end(self._fields.pop())
        self._turn()

    def _end(self, field: _Field) -> None:
        if field.has_result:
            return
        self._codes -= 1
        self._turn()
        from specvalidator.readers.word.fields import shown  # noqa: PLC0415 - few documents need it

        result = shown("".join(field.code), field.form)
        self._out.append(result.text)
        if not result.is_whole or result.text == UNKNOWN:
            self.unread = "object"

    def _read_field_code(self, part: Element) -> None:
        if self._fields and part.text:
            self._fields[-1].code.append(part.text)

    def _read_drawing(self, part: Element) -> None:
        from specvalidator.readers.word.drawings import drawn  # noqa: PLC0415 - few documents need it

        found = drawn(part)
        self.boxes += found.boxes
        self.words += found.words
        self.unread = found.unread or self.unread

    def _read_alternate(self, part: Element) -> None:
        chosen = branch(part)
        for each in () if chosen is None else chosen:
            read = _PARTS.get(each.tag)
            if read is not None:
                read(self, each)

    def _read_ruby(self, part: Element) -> None:
        base = child_of(part, _RUBY_BASE)
        for run in () if base is None else base.iterchildren(RUN):
            self._read_run(run)

    def _read_formula(self, formula: Element) -> None:
        """Write a formula in one line; what has two dimensions is only half read that way."""
        self._font = None
        self._is_hidden = False
        self._turn()
        for each in formula.iter(_MATH_TEXT, _MATH_DENOMINATOR, *_MATH_STRUCTURES):
            if each.tag == _MATH_TEXT:
                self._out.append(each.text or "")
            elif each.tag == _MATH_DENOMINATOR:
                self._out.append("/")
            else:
                self.unread = "object"


_PARTS: dict[str, Read] = {
    _BREAK: ParagraphRuns._read_break,  # noqa: SLF001 - this module's own table of a run's parts
    _SYMBOL: ParagraphRuns._read_symbol,  # noqa: SLF001
    _FIELD_MARK: ParagraphRuns._read_field_mark,  # noqa: SLF001
    _FIELD_CODE: ParagraphRuns._read_field_code,  # noqa: SLF001
    _RUBY: ParagraphRuns._read_ruby,  # noqa: SLF001
    ALTERNATE_CONTENT: ParagraphRuns._read_alternate,  # noqa: SLF001
    **dict.fromkeys(_DRAWINGS, ParagraphRuns._read_drawing),  # noqa: SLF001
}
