"""A record as a form to read: every field with its title, findings at their fields."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel

from specvalidator import pointers
from specvalidator.reports.html.cards import Card, File


class FormField(NamedTuple):
    """A field: a value, a group of fields, or a table of rows."""

    title: str
    name: str
    value: str | None
    """None where nothing is written."""
    cards: tuple[Card, ...]
    fields: "tuple[FormField, ...]" = ()
    heads: tuple[str, ...] = ()
    """Titles of the columns, where it is a table."""
    rows: "tuple[tuple[FormField, ...], ...]" = ()


Found = Mapping[str, tuple[Card, ...]]


def form_of(model: BaseModel, title: str, file: File) -> FormField:
    """Return a record, with the findings about a file at the fields that they are about."""
    found: dict[str, list[Card]] = {}
    for card in file.cards:
        found.setdefault(_nearest(model, card.finding.location.path), []).append(card)
    by_path = {path: tuple(cards) for path, cards in found.items()}
    return FormField(title, "", None, by_path.get("", ()), tuple(_fields(model, "", by_path)))


def _nearest(model: BaseModel, path: str) -> str:
    """Return the path of the field that is shown for a path of the record."""
    value: object = model
    reached: list[str] = []
    for step in pointers.parts(path):
        is_field = isinstance(value, BaseModel) and step in type(value).model_fields
        value = pointers.child(value, step) if is_field or isinstance(value, tuple) else None
        if value is None and not is_field:
            break
        reached.append(step)
    return pointers.pointer_of(reached)


def _fields(model: BaseModel, path: str, found: Found) -> Iterator[FormField]:
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if info.exclude_if is None or not info.exclude_if(value):
            yield _field(info.title or name, name, value, f"{path}/{name}", found)


def _field(title: str, name: str, value: object, path: str, found: Found) -> FormField:
    cards = found.get(path, ())
    if isinstance(value, BaseModel):
        return FormField(title, name, None, cards, tuple(_fields(value, path, found)))
    if isinstance(value, tuple) and value:
        return _listed(title, name, value, path, found)
    return FormField(title, name, _said(value), cards)


def _listed(
    title: str, name: str, values: tuple[object, ...], path: str, found: Found
) -> FormField:
    """Return a list: of records as a table, of others as numbered fields."""
    cards = found.get(path, ())
    if not isinstance(values[0], BaseModel):
        numbered = (
            _field(str(number), "", value, f"{path}/{number - 1}", found)
            for number, value in enumerate(values, 1)
        )
        return FormField(title, name, None, cards, tuple(numbered))
    heads = tuple(info.title or key for key, info in type(values[0]).model_fields.items())
    rows = tuple(
        _row(value, f"{path}/{number}", found)
        for number, value in enumerate(values)
        if isinstance(value, BaseModel)
    )
    return FormField(title, name, None, cards, heads=heads, rows=rows)


def _row(model: BaseModel, path: str, found: Found) -> tuple[FormField, ...]:
    """Return the cells of a row; what is found about all of it stands in the first."""
    first, *rest = _fields(model, path, found)
    return (first._replace(cards=found.get(path, ()) + first.cards), *rest)


def _said(value: object) -> str | None:
    if value is None or value in ((), ""):
        return None
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
