"""One paragraph of a .doc: its characters and what some of them stand for ([MS-DOC] 2.4.3)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from specvalidator.readers.office.doc.integers import u16
from specvalidator.readers.office.doc.looks import DocLooks, RunSays
from specvalidator.readers.office.pen import DELETED, OBJECT, PICTURE, MarkupPen, escaped

_CHECK_BOX, _DROP_DOWN = 1, 2
_DEFAULT_STATE = 25
_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_HYPHEN = "<w:r><w:noBreakHyphen/></w:r>"
_SYMBOLS = "(\xf0"
"""What stands in the text in place of a symbol."""


@dataclass(slots=True)
class _DocField:
    """A field that is open, and where its beginning is written."""

    begins: int
    code: str = ""
    has_result: bool = False
    has_shape: bool = False


@dataclass(slots=True)
class DocLine:
    """The runs of one paragraph as they are written."""

    pen: MarkupPen
    looks: DocLooks
    data: bytes
    """The stream that pictures and forms stand in."""
    boxes: dict[int, str]
    """Text boxes by the place of the mark that they hang on."""
    note: Callable[[int], str]
    """Gives the blocks of the note that the mark at a place refers to."""
    mark: str = ""
    """What the end mark says: deleted, or hidden."""
    _out: list[str] = field(default_factory=list)
    _fields: list[_DocField] = field(default_factory=list)

    @property
    def xml(self) -> str:
        """The runs."""
        return "".join(self._out)

    def end(self, says: RunSays) -> None:
        """Note what the end mark says."""
        hidden = says.look if "vanish" in says.look.lower() else ""
        self.mark = (DELETED if says.is_deleted else "") + hidden

    def write(self, text: str, start: int, says: RunSays) -> None:
        """Write a run; `start` is the place of its first character."""
        begin = 0
        for index, letter in enumerate(text):
            is_symbol = letter in _SYMBOLS and says.symbol is not None
            if (letter > "\x1f" or letter == "\t") and not is_symbol:
                continue
            self._words(text[begin:index], says)
            begin = index + 1
            if is_symbol:
                self._symbol(says)
            else:
                self._special(letter, start + index, says)
        self._words(text[begin:], says)

    def refer(self, place: int, says: RunSays) -> None:
        """Write the mark of a note, whatever it looks like."""
        hidden = says.look if "vanish" in says.look.lower() else ""
        blocks = self.note(place)
        if blocks:
            self._out.append(self.pen.note(blocks, hidden, is_deleted=says.is_deleted))

    def _words(self, text: str, says: RunSays) -> None:
        if not text:
            return
        if any("\ud800" <= letter < "\ue000" for letter in text):  # halves of pairs
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if self._fields and not self._fields[-1].has_result:
            self._fields[-1].code += text
            self._out.append(self.pen.code(text))
        else:
            self._out.append(self.pen.run(text, says.look, is_deleted=says.is_deleted))

    def _symbol(self, says: RunSays) -> None:
        if says.is_deleted or says.symbol is None:
            return
        self.pen.count(8)
        font, code = says.symbol
        name = escaped(self.looks.font(font))
        look = says.look and f"<w:rPr>{says.look}</w:rPr>"
        self._out.append(f'<w:r>{look}<w:sym w:font="{name}" w:char="{code:04X}"/></w:r>')

    def _special(self, letter: str, place: int, says: RunSays) -> None:
        self.pen.count(4)
        if letter == "\x0b":
            self._out.append(self.pen.run("\n", says.look, is_deleted=says.is_deleted))
        elif letter in "\x13\x14\x15":
            self._field_mark(letter)
        elif says.is_deleted:
            return
        elif letter in "\x0c\x0e":
            self._out.append(_BREAK)
        elif letter == "\x1e":
            self._out.append(_HYPHEN)
        elif letter == "\x01" and says.is_special:
            self._picture(says)
        elif letter == "\x08":
            self._out.append(self.boxes.get(place, ""))
            if self._fields:
                self._fields[-1].has_shape = True

    def _field_mark(self, letter: str) -> None:
        kinds = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
        if letter == "\x13":
            self._fields.append(_DocField(len(self._out)))
        elif not self._fields:
            return
        elif letter == "\x14":
            self._fields[-1].has_result = True
        else:
            self._fields.pop()
        self._out.append(f'<w:r><w:fldChar w:fldCharType="{kinds[letter]}"/></w:r>')

    def _picture(self, says: RunSays) -> None:
        if self._fields and self._fields[-1].has_shape:
            return  # how the shape beside it looks, for programs that draw none
        if not says.is_form:
            self._out.append(OBJECT if says.is_object else PICTURE)
        elif self._fields and "FORM" in self._fields[-1].code:
            self._form(says.place, self._fields[-1].begins)

    def _form(self, at: int, begins: int) -> None:
        """Write the state of a form's check box; of a list, what is chosen is not known."""
        data = self.data
        head = u16(data, at + 4) if at + 6 <= len(data) else 0
        bits = u16(data, at + head + 4) if head and at + head + 6 <= len(data) else 0
        if bits & 3 == _DROP_DOWN:
            self._out[begins] = OBJECT + self._out[begins]
        if bits & 3 != _CHECK_BOX:
            return
        state = bits >> 2 & 31
        if state == _DEFAULT_STATE:
            name_at = at + head + 10
            state = u16(data, name_at + 4 + 2 * u16(data, name_at))
        box = f'<w:checkBox><w:checked w:val="{int(state == 1)}"/></w:checkBox>'
        self._out[begins] = (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{box}</w:ffData></w:fldChar></w:r>'
        )
