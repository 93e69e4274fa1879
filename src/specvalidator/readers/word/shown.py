"""The text of one paragraph while it is read: what is visible, what is not, what is struck out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specvalidator.readers.word.open_fields import OpenFields

PAGE_END = "\f"
"""Marks a page or column break until the end; it cannot occur in XML."""


class ShownText:
    """Texts by what a page shows of them, in the order of reading."""

    # Class attributes hold what most paragraphs leave as it is.
    _fields: "OpenFields | None" = None
    _withheld: list[str] | None = None
    _crossed: list[str] | None = None
    _is_hidden = False
    _is_struck = False

    def __init__(self) -> None:
        self._visible: list[str] = []
        self._out = self._visible
        """Where the next text belongs."""

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing so far."""
        return not any(self._visible)

    @property
    def text(self) -> str:
        """What the paragraph shows; a page break only between words, where it ends a line."""
        return _joined(self._visible)

    @property
    def hidden(self) -> str:
        """What the paragraph holds and does not show."""
        return _joined(self._withheld) if self._withheld else ""

    @property
    def struck(self) -> str:
        """What is struck out."""
        return _joined(self._crossed) if self._crossed else ""

    @property
    def silent_fields(self) -> int:
        """How many fields are open whose results no page shows, here and further on."""
        return 0 if self._fields is None else self._fields.silences

    @property
    def _is_unseen(self) -> bool:
        """Whether what stands here is not on the page."""
        fields = self._fields
        return self._is_hidden or (fields is not None and bool(fields.codes or fields.silences))

    def _turn(self) -> None:
        """Direct what comes next to where it belongs."""
        fields = self._fields
        if fields is not None and fields.codes:
            self._out = []  # thrown away
        elif self._is_hidden or (fields is not None and fields.silences):
            self._out = self._withheld = [] if self._withheld is None else self._withheld
        elif self._is_struck:
            self._out = self._crossed = [] if self._crossed is None else self._crossed
        else:
            self._out = self._visible

    def _forget(self, since: int) -> None:
        """Take back what was visible from here on."""
        del self._visible[since:]

    def _withhold_all(self) -> None:
        self._withheld = [*self._visible, *(self._withheld or ())]
        self._crossed = None
        self._forget(0)


def _joined(texts: list[str]) -> str:
    text = "".join(texts)
    return text.strip(PAGE_END).replace(PAGE_END, "\n") if PAGE_END in text else text
