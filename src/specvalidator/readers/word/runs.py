"""The runs of one paragraph: which text they show, which they hide, what hangs on them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.readers.word.appearance import (
    PLAIN,
    Setting,
    is_hidden,
    look_of,
    may_hide,
    whole_look,
)
from specvalidator.readers.word.compatibility import branch
from specvalidator.readers.word.geometry import A4, PageGeometry
from specvalidator.readers.word.ooxml import (
    ALTERNATE_CONTENT,
    CONTROL,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    M,
    W,
    child_of,
    children_of,
)
from specvalidator.readers.word.shown import PAGE_END, ShownText
from specvalidator.readers.word.styles import Styles
from specvalidator.readers.word.symbols import UNKNOWN, is_symbol_font, spelled_out, symbol
from specvalidator.readers.word.wrappers import SIMPLE_FIELD, Wrappings
from specvalidator.readers.xml import Element

if TYPE_CHECKING:
    from specvalidator.document import Unread
    from specvalidator.readers.word.drawings import TextBox
    from specvalidator.readers.word.fields import Shown
    from specvalidator.readers.word.open_fields import EndedField, OpenFields

_BREAK = W + "br"
_BREAK_TYPE = W + "type"
_SYMBOL = W + "sym"
_EXTENDED = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
_EXTENDED_SYMBOL = _EXTENDED + "symEx"
_FIELD_MARK = W + "fldChar"
_FIELD_CODE = W + "instrText"
_RUBY = W + "ruby"
_RUBY_BASE = W + "rubyBase"
_SUBDOCUMENT = W + "subDoc"
_NOTE_ID = W + "id"
_NOTE_MARK_FOLLOWS = W + "customMarkFollows"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_MATHS = frozenset({M + "oMath", M + "oMathPara"})
_QUIET = frozenset(
    W + name
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "pPr"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("softHyphen", "delText", "permStart", "permEnd", "footnoteRef", "endnoteRef"),
    )
)
"""The most common of what shows nothing; the rest of them is looked up."""

_BLANKS = " \t\n\r"
_LINE_ENDS = str.maketrans("\n\r", "  ")
_MOST_PIECES = 32
_ANY_RESULT = "…"

_ASKED_AS: dict[str, "Unread"] = {
    CONTROL: "field",
    SIMPLE_FIELD: "field",
    W + "contentPart": "drawing",
}
"""Why some elements are asked about; of all others, because they are objects."""

Read = Callable[["ParagraphRuns", Element], None]


def _has_loose_ends(part: Element, text: str) -> bool:
    """Say whether white space that does not count stands at an end of a text."""
    return (text[0] in _BLANKS or text[-1] in _BLANKS) and part.get(SPACE) != "preserve"


class Surroundings(NamedTuple):
    """What all paragraphs of a document are read with."""

    styles: Styles
    wrappings: Wrappings
    page: PageGeometry = A4


class ParagraphRuns(ShownText):
    """What one paragraph has shown, hidden and carried so far."""

    # Class attributes hold what most paragraphs leave as it is.
    unread: "Unread | None" = None
    boxes: "tuple[TextBox, ...]" = ()
    words: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Notes that it refers to: the part that they stand in, and their number there."""
    lost: tuple[str, ...] = ()
    """Words for content that is not in the file, or not in a form that is read."""
    _font: str | None = None
    _is_raised = False
    _mark_follows = False
    """The mark of a note was announced and is yet to come."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around

    def conceal(self) -> None:
        """Take everything for hidden, because no page shows the whole paragraph."""
        self._withhold_all()
        self.unread = None
        self.boxes = self.words = self.notes = ()

    def read(self, paragraph: Element, setting: Setting, silent_fields: int = 0) -> None:
        """Take in the runs of a paragraph; called again, those of the next that it runs on into.

        Args:
            paragraph: the `w:p`.
            setting: what it gives to its runs.
            silent_fields: open fields around it whose results no page shows.
        """
        self._setting = setting
        # A code never runs on, so that a lost end hides one paragraph only.
        self._fields = _fields_within(silent_fields) if silent_fields else None
        self._mark_follows = False
        for child in self._children(paragraph):
            self._read_child(child)

    def read_alone(self, element: Element, setting: Setting) -> None:
        """Take in something that stands between paragraphs as if one held it alone."""
        self._setting = setting
        self._read_child(element)

    def _children(self, paragraph: Element) -> Iterable[Element]:
        return self._around.wrappings.children(paragraph)

    def _parts(self, run: Element) -> Iterable[Element]:
        return children_of(run)

    def _read_child(self, child: Element) -> None:
        name = child.tag
        if name == RUN:
            self._read_run(child)
        elif name in _MATHS:
            self._read_formula(child)
        elif name == _SUBDOCUMENT:
            self.lost += ("subdocument",)
        elif name not in _QUIET:
            self._ask(child)

    def _ask(self, element: Element) -> None:
        """Note an element that is visible and no text, unless it is known to show nothing."""
        from specvalidator.readers.word.elements import SILENT_TAGS  # noqa: PLC0415 - few documents need it

        name = element.tag
        if self.unread is not None or name in SILENT_TAGS or self._is_unseen:
            return
        if self._around.wrappings.is_ignored(element):
            return
        self.unread = _ASKED_AS.get(name, "object")

    def _read_run(self, run: Element) -> None:
        self._begin_run()
        for part in self._parts(run):
            name = part.tag
            if name == TEXT:
                text = part.text
                if text:
                    self._write(part, text)
            elif name == RUN_PROPERTIES:
                self._read_properties(part)
            elif name in _CHARACTERS:
                self._out.append(_CHARACTERS[name])
            elif name not in _QUIET:
                _PARTS.get(name, ParagraphRuns._ask)(self, part)

    def _begin_run(self) -> None:
        """Begin a run with what its paragraph says."""
        self._font = None
        self._is_hidden = self._setting.hides
        self._is_struck = self._setting.strikes
        self._is_raised = False
        self._turn()

    def _write(self, part: Element, text: str) -> None:
        if _has_loose_ends(part, text):
            text = text.strip(_BLANKS)
        if self._font is not None or not text.isprintable():
            text = spelled_out(text.translate(_LINE_ENDS), self._font)
            if UNKNOWN in text:
                self.unread = "garbled"
        if (self._is_raised or self._mark_follows) and self._is_note_mark(text):
            self._mark_follows = False
            return
        self._out.append(text)

    def _is_note_mark(self, text: str) -> bool:
        from specvalidator.readers.word.note_marks import is_note_mark  # noqa: PLC0415 - few documents need it

        return is_note_mark(text, "".join(each[-8:] for each in self._visible[-3:]))

    def _read_properties(self, properties: Element) -> None:
        setting = self._setting
        if setting.is_plain and not may_hide(properties, setting.grounds):
            return
        look = look_of(properties)
        character = self._around.styles.character(look.style) if look.style else PLAIN
        whole = whole_look(look, character, setting)
        self._font = whole.font if is_symbol_font(whole.font) else None
        self._is_hidden = is_hidden(look, character, setting)
        self._is_struck = bool(whole.struck)
        self._is_raised = bool(whole.raised)
        self._turn()

    def _read_break(self, part: Element) -> None:
        is_line = part.get(_BREAK_TYPE) in {None, "textWrapping"}
        self._out.append("\n" if is_line else PAGE_END)

    def _read_symbol(self, part: Element) -> None:
        self._write_symbol(symbol(part.get(W + "font"), part.get(W + "char")))

    def _read_extended_symbol(self, part: Element) -> None:
        self._write_symbol(symbol(part.get(_EXTENDED + "font"), part.get(_EXTENDED + "char")))

    def _write_symbol(self, letter: str) -> None:
        if self._is_raised and self._is_note_mark(letter):
            return
        if letter == UNKNOWN and not self._is_unseen:
            self.unread = "garbled"
        self._out.append(letter)

    def _read_note(self, part: Element) -> None:
        if not self._is_unseen and not self._is_struck:
            self.notes += ((_NOTES[part.tag], part.get(_NOTE_ID) or ""),)
            self._mark_follows = (part.get(_NOTE_MARK_FOLLOWS) or "0") in {"1", "true", "on"}

    def _read_field_mark(self, part: Element) -> None:
        if self._fields is None:
            self._fields = _fields_within(0)
        ended = self._fields.mark(part, len(self._visible))
        self._turn()
        if ended is not None:
            self._end(ended)

    def _end(self, field: "EndedField") -> None:
        """Take in a field that has ended: what it shows of its own, or what its result is worth."""
        from specvalidator.readers.word import fields  # noqa: PLC0415 - few documents need it

        if field.since is None:
            self._show(fields.shown(field.code, field.form))
            return
        if self._is_unseen:
            return
        form = None if field.form is None else fields.of_form(field.form)
        if form is not None:
            self._forget(field.since)
            self._show(form)
            return
        pieces = self._visible[field.since : field.since + _MOST_PIECES]
        is_short = len(pieces) < _MOST_PIECES  # as messages are
        result = "".join(pieces) if is_short else _ANY_RESULT
        if fields.state_of(field.code, result, dirty=field.is_dirty) == "asked":
            self._forget(field.since)
            self.unread = "field"

    def _show(self, shown: "Shown") -> None:
        """Write what a field shows of its own."""
        if shown.text:
            self._out.append(shown.text)
        if not self._is_unseen:
            self.unread = shown.unread or self.unread

    def _read_field_code(self, part: Element) -> None:
        if self._fields is not None and part.text:
            self._fields.write(part.text)

    def _read_drawing(self, part: Element) -> None:
        from specvalidator.readers.word.drawings import drawn  # noqa: PLC0415 - few documents need it

        found = drawn(part, self._around.page)
        if found.hidden:
            self._withheld = [*(self._withheld or ()), found.hidden]
        if self._is_unseen:
            return
        self.boxes += found.boxes
        self.words += found.words
        self.unread = found.unread or self.unread

    def _read_alternate(self, part: Element) -> None:
        chosen = branch(part)
        for each in () if chosen is None else chosen:
            name = each.tag
            if name == TEXT:
                self._write(each, each.text or " ") if each.text else None
            elif name in _CHARACTERS:
                self._out.append(_CHARACTERS[name])
            elif name == RUN:
                self._read_run(each)
            elif name not in _QUIET:
                _PARTS.get(name, ParagraphRuns._ask)(self, each)

    def _read_ruby(self, part: Element) -> None:
        base = child_of(part, _RUBY_BASE)
        for run in () if base is None else self._around.wrappings.children(base):
            if run.tag == RUN:
                self._read_run(run)

    def _read_formula(self, formula: Element) -> None:
        """Write a formula in one line; what has two dimensions is only half read that way."""
        from specvalidator.readers.word.formulas import formula_line  # noqa: PLC0415 - few documents need it

        self._begin_run()
        line = formula_line(formula, self._around.wrappings)
        self._out.append(line.text)
        if line.struck:
            self._is_struck = True
            self._turn()
            self._out.append(line.struck)
        if not line.is_whole and not self._is_unseen:
            self.unread = "object"


def _fields_within(silences: int) -> "OpenFields":
    from specvalidator.readers.word.open_fields import OpenFields  # noqa: PLC0415 - few documents need it

    return OpenFields(silences)


_PARTS: dict[str, Read] = {
    _BREAK: ParagraphRuns._read_break,  # noqa: SLF001 - this module's own table of a run's parts
    _SYMBOL: ParagraphRuns._read_symbol,  # noqa: SLF001
    _EXTENDED_SYMBOL: ParagraphRuns._read_extended_symbol,  # noqa: SLF001
    _FIELD_MARK: ParagraphRuns._read_field_mark,  # noqa: SLF001
    _FIELD_CODE: ParagraphRuns._read_field_code,  # noqa: SLF001
    _RUBY: ParagraphRuns._read_ruby,  # noqa: SLF001
    ALTERNATE_CONTENT: ParagraphRuns._read_alternate,  # noqa: SLF001
    **dict.fromkeys(_NOTES, ParagraphRuns._read_note),  # noqa: SLF001
    **dict.fromkeys(_DRAWINGS, ParagraphRuns._read_drawing),  # noqa: SLF001
}
"""What reads the parts of a run that are no plain text; any other is asked about."""
