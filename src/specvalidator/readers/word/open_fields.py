"""Complex fields of a paragraph that have begun: what of them is code, and what is a result."""

from typing import NamedTuple

from specvalidator.readers.word.fields import is_dirty, is_silent
from specvalidator.readers.word.ooxml import W, child_of
from specvalidator.readers.xml import Element

_KIND = W + "fldCharType"
_FORM = W + "ffData"


class EndedField(NamedTuple):
    """A field that has ended."""

    code: str
    form: Element | None
    """Its `w:ffData`, where it is a field of a form."""
    since: int | None
    """How much of the paragraph was visible where its result began; None where it has none."""
    is_dirty: bool
    """It is to be brought up to date when the file is opened."""


class _Field:
    __slots__ = ("code", "form", "is_dirty", "is_silent", "since")

    def __init__(self, mark: Element) -> None:
        self.code: list[str] = []
        self.form = child_of(mark, _FORM)
        self.since: int | None = None
        self.is_silent = False
        self.is_dirty = is_dirty(mark)


class OpenFields:
    """The fields that are open, the innermost last."""

    def __init__(self, silences: int = 0) -> None:
        """Take how many fields around the paragraph have a result that no page shows."""
        self.codes = 0
        """How many are still in their code."""
        self.silences = silences
        """How many have a result that no page shows."""
        self._open: list[_Field] = []

    def write(self, code: str) -> None:
        """Take in a piece of the innermost field's code."""
        if self._open:
            self._open[-1].code.append(code)

    def mark(self, mark: Element, seen: int) -> EndedField | None:
        """Take in a `w:fldChar`; return the field that ends with it.

        Args:
            mark: it begins a field, parts its code from its result, or ends it.
            seen: how much of the paragraph is visible so far.
        """
        kind = mark.get(_KIND)
        if kind == "begin":
            self._open.append(_Field(mark))
            self.codes += 1
        elif kind == "separate" and self._open:
            self._begin_result(self._open[-1], mark, seen)
        elif kind == "end" and self._open:
            return self._ended(self._open.pop(), mark)
        elif kind == "end" and self.silences:
            self.silences -= 1
        return None

    def _begin_result(self, field: _Field, mark: Element, seen: int) -> None:
        if field.since is not None:
            return
        self.codes -= 1
        field.since = seen
        field.is_dirty = field.is_dirty or is_dirty(mark)
        field.is_silent = is_silent("".join(field.code))
        self.silences += field.is_silent

    def _ended(self, field: _Field, mark: Element) -> EndedField:
        self.codes -= field.since is None
        self.silences -= field.is_silent
        dirty = field.is_dirty or is_dirty(mark)
        return EndedField("".join(field.code), field.form, field.since, dirty)
