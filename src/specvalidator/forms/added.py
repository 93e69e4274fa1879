"""What a pack adds to a form, as it is written there."""

from collections.abc import Iterator

from specvalidator import prompts
from specvalidator.extra import ExtraField
from specvalidator.lexicon import in_force
from specvalidator.models.base import Extra


def added_to(form: str, part: str = "") -> Iterator[ExtraField]:
    """Yield the fields that the pack in force adds to a part of a form, in its order."""
    yield from (each for each in in_force().added(form) if each.part == part)


def text_of(field: ExtraField, values: Extra | None) -> str | None:
    """Return the text of a field as it was written, else its value; None where it has none."""
    values = values or {}
    value = values.get(f"{field.name}_text") or values.get(field.name)
    return None if value is None else str(value)


def prompt_of(field: ExtraField) -> str:
    """Return what a blank form asks for."""
    return prompts.EXTRA[field.value]
