"""The runs of one paragraph of an RTF file as they are written."""

from dataclasses import dataclass, field

from specvalidator.readers.office.pen import MarkupPen, escaped

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@dataclass(slots=True)
class RtfLine:
    """What a paragraph holds so far."""

    pen: MarkupPen
    _out: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    """Of the run that is open."""
    _look: tuple[str, bool] = ("", False)
    """Properties of the open run as XML, and whether it is deleted."""
    _forms: list[int] = field(default_factory=list)
    """Where the fields that are open begin."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not (self._out or self._texts)

    def write(self, text: str, look: str, *, is_deleted: bool) -> None:
        """Write text; what looks the same is one run."""
        if (look, is_deleted) != self._look:
            self._close()
            self._look = look, is_deleted
        self._texts.append(text)

    def add(self, xml: str) -> None:
        """Write something that is no text."""
        self._close()
        self.pen.count(6)
        self._out.append(xml)

    def code(self, text: str) -> None:
        """Write a piece of a field's code."""
        self._close()
        self._out.append(self.pen.code(text))

    def begin_field(self) -> None:
        """Open a field."""
        self.add(_BEGIN)
        self._forms.append(len(self._out) - 1)

    def separate(self) -> None:
        """Begin the result of a field."""
        self.add(_SEPARATE)

    def end_field(self) -> None:
        """Close a field."""
        self.add(_END)
        if self._forms:
            self._forms.pop()

    def check_box(self, *, is_checked: bool) -> None:
        """Make the field that is open a check box of a form."""
        if self._forms:
            box = f'<w:checkBox><w:checked w:val="{int(is_checked)}"/></w:checkBox>'
            self._out[self._forms[-1]] = (
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
                f"{box}</w:ffData></w:fldChar></w:r>"
            )

    def drop_down(self, entries: list[str], chosen: int) -> None:
        """Make the field that is open a list of a form."""
        if self._forms:
            self.pen.count(len(entries))
            inside = "".join(f'<w:listEntry w:val="{escaped(each)}"/>' for each in entries)
            choices = f'<w:ddList><w:result w:val="{chosen}"/>{inside}</w:ddList>'
            self._out[self._forms[-1]] = (
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
                f"{choices}</w:ffData></w:fldChar></w:r>"
            )

    def taken(self) -> str:
        """Return the runs, and begin anew; fields do not run on."""
        self._close()
        made = "".join(self._out)
        self._out, self._forms = [], []
        return made

    def _close(self) -> None:
        if self._texts:
            text = "".join(self._texts)
            if not text.isprintable():  # halves of pairs are joined
                text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            look, is_deleted = self._look
            self._texts = []
            self._out.append(self.pen.run(text, look, is_deleted=is_deleted))


def label_of(text: str) -> str:
    """Return the number beside a paragraph of a list without the tab behind it, "" for bullets."""
    text = text.strip()
    return text if any(map(str.isalnum, text)) else ""
