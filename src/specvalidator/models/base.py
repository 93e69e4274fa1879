"""What every record has in common: plain, frozen, lenient about absence, strict about names."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

from specvalidator.wording import Words

Kind = Literal["specification", "application", "dossier", "announcement", "session"]
"""Which form a submission is."""
KIND_TITLES: Mapping[Kind, Words] = {
    "specification": Words("考核规范", "assessment specification"),
    "application": Words("考点设立申请表", "site application"),
    "dossier": Words("考点申报材料", "site dossier"),
    "announcement": Words("考核公告", "announcement"),
    "session": Words("考核场次记录", "session record"),
}
"""What people call each kind of submission."""


class Record(BaseModel):
    """A form or a part of one. Every field may be missing; an unknown field is refused."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    @property
    def subject(self) -> str | None:
        """What the form is about, in the words that people call it by; None where it says none."""
        return None


def _from_number(value: object) -> object:
    """Take a JSON number at its printed value: 33.3 is 33.3, not its binary neighbour."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else value


def _to_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    BeforeValidator(_from_number),
    PlainSerializer(_to_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact decimal in Python, a plain number in JSON."""


def without_computed(record: object, names: tuple[str, ...]) -> object:
    """Drop derived values from a record that comes back in, so that they are derived anew."""
    if not isinstance(record, Mapping):
        return record
    fields: Mapping[Any, Any] = record
    return {key: value for key, value in fields.items() if key not in names}
