"""What one specification is made of while it is read: title, parts, head, sheets."""

from typing import TYPE_CHECKING, NamedTuple

from specvalidator.document import Unread
from specvalidator.extract.lines import AnyPlace, Line
from specvalidator.extract.specification.vocabulary import TOP, Part

if TYPE_CHECKING:
    from specvalidator.extract.specification.flow import Sheet
    from specvalidator.extract.specification.table_head import Head
    from specvalidator.extract.specification.titles import SpecificationTitle

_LEAST_PARTS = 2
_LEAST_COLUMNS = 3


class Section:
    """A part of the form: its heading and the text below it."""

    def __init__(
        self, heading: Line, above: str | None, under: str | None, *, partial: bool
    ) -> None:
        self.heading = heading
        self.above = above
        """The heading that this one stands under."""
        self.under = under
        """The heading that the text stands under."""
        self.partial = partial
        """Its heading names a half of the part: the other half may come under its own."""
        self.lines: list[Line] = []

    @property
    def has_text(self) -> bool:
        """Something is written below the heading."""
        return any(line.text for line in self.lines)

    @property
    def text(self) -> str | None:
        """The text, one line for each line of the page; None where there is none."""
        return "\n".join(line.text for line in self.lines if line.text) or None


class UnknownHeading(NamedTuple):
    """A heading whose words are not known: what stands below may be a part that is not found."""

    written: str
    place: AnyPlace
    below_requirements: bool
    unread: Unread | None = None
    """Why it has no words, where it has none: a picture of them, say."""


class SpecificationDraft:
    """One specification as far as it was read."""

    def __init__(self, first: AnyPlace | None = None) -> None:
        self.title: SpecificationTitle | None = None
        self.first = first
        self.before: list[Line] = []
        """Lines before the first part."""
        self.sections: dict[Part, Section] = {}
        self.head: Head = {}
        self.sheets: list[Sheet] = []
        self.last: Section | None = None
        """The part that was begun last."""
        self.unknown: list[UnknownHeading] = []
        """Headings that may be those of parts, in other words."""
        self.unread_head: Line | None = None
        """What has no words in a row above the content table: it may give what is not found."""
        self.unknown_table: AnyPlace | None = None
        """A table under 考核内容 whose columns could not be told."""
        self.misprints: list[tuple[str, str, str]] = []
        """Path, label as written, label as meant."""
        self.hidden: list[tuple[str, str]] = []
        """Path and text of what the page does not show."""

    @property
    def has_parts(self) -> bool:
        """There is more than a title."""
        return bool(self.sections.keys() - {"name"}) or bool(self.sheets)

    @property
    def is_recognised(self) -> bool:
        """It is a specification beyond doubt, whatever it lacks."""
        if any(len(set(sheet.columns) - {"number"}) >= _LEAST_COLUMNS for sheet in self.sheets):
            return True
        parts = set(self.sections) - {"name"} | ({"content"} if self.sheets else set())
        if self.title and parts:
            return True
        own = parts & {*TOP, "examiners", "venue_and_equipment"}
        return len(own) >= _LEAST_PARTS
