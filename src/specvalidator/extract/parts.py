"""What one specification is made of while it is read: title, parts, head, sheets."""

from dataclasses import dataclass, field

from specvalidator.extract.flow import Sheet
from specvalidator.extract.lines import AnyPlace, Line
from specvalidator.extract.table_head import Head
from specvalidator.extract.titles import Title
from specvalidator.extract.vocabulary import TOP, Part

_LEAST_PARTS = 2
_LEAST_COLUMNS = 3


@dataclass
class Section:
    """A part of the form: its heading and the text below it."""

    heading: Line
    above: str | None
    """The heading that this one stands under."""
    under: str | None
    """The heading that the text stands under."""
    partial: bool = False
    """Its heading names a half of the part: the other half may come under its own."""
    lines: list[Line] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Something is written below the heading."""
        return any(line.text for line in self.lines)

    @property
    def text(self) -> str | None:
        """The text, one line for each line of the page; None where there is none."""
        return "\n".join(line.text for line in self.lines if line.text) or None


@dataclass
class Draft:
    """One specification as far as it was read."""

    title: Title | None = None
    first: AnyPlace | None = None
    before: list[Line] = field(default_factory=list)
    """Lines before the first part."""
    sections: dict[Part, Section] = field(default_factory=dict)
    head: Head = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    unknown_table: AnyPlace | None = None
    """A table under 考核内容 whose columns could not be told."""
    misprints: list[tuple[str, str, str]] = field(default_factory=list)
    """Path, label as written, label as meant."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
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
