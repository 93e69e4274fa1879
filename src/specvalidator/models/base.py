"""What every record has in common: plain, frozen, lenient about absence, strict about names."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    WithJsonSchema,
)

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


PersonalMeaning = Literal["person", "telephone", "certificate", "birth"]
"""What is told of somebody: who it is, a telephone or certificate number, the day of birth."""


@dataclass(frozen=True)
class AboutPerson:
    """Marks a field that is about a person, in `Annotated`: a redacted report does without it."""

    meaning: PersonalMeaning


Name = Annotated[str | None, AboutPerson("person")]
"""The name of a person, where there is one."""
CertificateNumber = Annotated[str | None, AboutPerson("certificate")]
"""The number of what certifies a person, where there is one."""

Extra = Mapping[str, str | int | float | None]
"""What a pack adds to a form or a part of one, by the name that the pack gives it.

A number is kept with the text that it was read from (`fee`, `fee_text`), a day as 2026-01-05.
"""


def added() -> Any:  # noqa: ANN401 - as Pydantic's own Field
    """Declare the field of a record that holds what a pack adds; nothing is said of none."""
    return Field(
        default=None,
        title="规则包增设的栏目",
        description="Fields that the rule pack adds to the form, by the pack's names",
        exclude_if=lambda extra: not extra,
    )


class Record(BaseModel):
    """A form or a part of one. Every field may be missing; an unknown field is refused."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    @property
    def subject(self) -> str | None:
        """What the form is about, in the words that people call it by; None where it says none."""
        return None

    @property
    def contents(self) -> tuple[tuple[str, Words], ...]:
        """The files that the form came in, and what each was taken for; none where it is one."""
        return ()


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


def _from_whole_number(value: object) -> object:
    """Take 3.0 for 3, as JSON does: it has numbers of one kind only."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_from_whole_number)]
"""A whole number, in JSON however it is written."""


def _from_full_date(value: object) -> object:
    """Take 2025-03-14 and no other text: Pydantic would take seconds since 1970, too."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DAY, value):
        raise ValueError("no full date")
    return dt.date.fromisoformat(value)


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
Day = Annotated[dt.date, BeforeValidator(_from_full_date)]
"""A day, in JSON the full-date of RFC 3339."""


def without_computed(form: type[BaseModel], record: object) -> object:
    """Drop derived values from a record that comes back in, so that they are derived anew.

    Raises:
        ValueError: one is not of its type.
    """
    if not isinstance(record, Mapping):
        return record
    fields: Mapping[Any, Any] = record
    computed = form.model_computed_fields
    for name in computed.keys() & fields.keys():
        _type_of(form, name).validate_python(fields[name], strict=True)
    return {key: value for key, value in fields.items() if key not in computed}


@cache
def _type_of(form: type[BaseModel], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(form.model_computed_fields[name].return_type)
