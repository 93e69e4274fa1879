"""What a pack adds to the forms: how a field is called, where it stands, what it holds."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from specvalidator.wording import Words

ExtraKind = Literal["text", "number", "day"]
"""What a field holds: a text, a number with or without its unit, a day in full."""

EXTRA = "extra"
"""The field of a record, or of a part of one, that holds what a pack adds."""


class ExtraField(NamedTuple):
    """A field that a pack adds to a form."""

    name: str
    """Its key under `extra`."""
    title: Words
    labels: tuple[str, ...]
    """What forms call it: its Chinese title, and whatever else."""
    part: str = ""
    """The part of the form that it belongs to, such as `examiners`; "" for the form itself."""
    value: ExtraKind = "text"
    required: bool = False
    personal: Literal["person", "telephone", "certificate", "birth"] | None = None
    """What it tells of a person, as `AboutPerson` says it; None for nothing."""

    @property
    def key(self) -> str:
        """Its path below the part that it belongs to, such as extra/fee."""
        return f"{EXTRA}/{self.name}"


def gathered(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by field, those of `extra/…` together under `extra` where there are any."""
    plain = {name: value for name, value in values.items() if not name.startswith(f"{EXTRA}/")}
    if len(plain) == len(values):
        return plain
    added = {
        name.removeprefix(f"{EXTRA}/"): value
        for name, value in values.items()
        if name not in plain and value is not None
    }
    return {**plain, EXTRA: added or None}
