"""How headings are numbered, so that a heading in unknown words is told from an item of a list."""

from specvalidator.extract.numbering import PrintedNumber, Style


class Order:
    """The last number of headings, and of lists below the last heading, in each style."""

    def __init__(self) -> None:
        self._headings: dict[Style, int] = {}
        self._listed: dict[Style, int] = {}

    def open(self, numbering: PrintedNumber | None, *, on_top: bool) -> None:
        """Note a heading; one that stands under no other begins the numbers below it anew."""
        if on_top:
            self._headings = {}
        if numbering is not None:
            self._headings[numbering.style] = numbering.value
        self._listed = {}

    def note(self, numbering: PrintedNumber | None) -> None:
        """Note an item of a list."""
        if numbering is not None:
            self._listed[numbering.style] = numbering.value

    def is_due(self, numbering: PrintedNumber | None, *, first: bool) -> bool:
        """Say whether a number goes on with those of the headings rather than with a list.

        Args:
            numbering: the number in question.
            first: no heading with numbers of this level has come yet: 1 may begin them.
        """
        if numbering is None:
            return False
        style, value = numbering.style, numbering.value
        if style in self._headings:
            due = self._headings[style] + 1
            return value == due and self._listed.get(style) != value - 1
        return first and value == 1
