"""A record as a form to read: every field with its title, findings at their fields."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel

from specvalidator import pointers
from specvalidator.checks.base import title_at
from specvalidator.extra import EXTRA
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


class _FormPage(NamedTuple):
    """What is found about a record, by path, and what the record is."""

    found: Mapping[str, tuple[Card, ...]]
    form: type[BaseModel]


def form_of(model: BaseModel, title: str, file: File) -> FormField:
    """Return a record, with the findings about a file at the fields that they are about."""
    found: dict[str, list[Card]] = {}
    for card in file.cards:
        found.setdefault(_nearest(model, card.finding.location.path), []).append(card)
    by_path = {path: tuple(cards) for path, cards in found.items()}
    fields = tuple(_fields(model, "", _FormPage(by_path, type(model))))
    return FormField(title, "", None, by_path.get("", ()), fields)


def _nearest(model: BaseModel, path: str) -> str:
    """Return the path of the field that is shown for a path of the record."""
    value: object = model
    reached: list[str] = []
    for step in pointers.parts(path):
        is_field = (isinstance(value, BaseModel) and step in type(value).model_fields) or (
            isinstance(value, Mapping) and step in value
        )
        value = pointers.child(value, step) if is_field or isinstance(value, tuple) else None
        if value is None and not is_field:
            break
        reached.append(step)
    return pointers.pointer_of(reached)


def _fields(model: BaseModel, path: str, page: _FormPage) -> Iterator[FormField]:
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if info.exclude_if is None or not info.exclude_if(value):
            yield _field(info.title or name, name, value, f"{path}/{name}", page)


def _field(title: str, name: str, value: object, path: str, page: _FormPage) -> FormField:
    cards = page.found.get(path, ())
    if isinstance(value, BaseModel):
        return FormField(title, name, None, cards, tuple(_fields(value, path, page)))
    if isinstance(value, Mapping):
        return FormField(title, name, None, cards, tuple(_added(value, path, page)))
    if isinstance(value, tuple) and value:
        return _listed(title, name, value, path, page)
    return FormField(title, name, _said(value), cards)


def _added(values: Mapping[str, object], path: str, page: _FormPage) -> Iterator[FormField]:
    """Yield what a pack adds to a form, as the pack in force calls it."""
    for name, value in values.items():
        at = f"{path}/{name}"
        yield _field(title_at(page.form, at), name, value, at, page)


def _listed(
    title: str, name: str, values: tuple[object, ...], path: str, page: _FormPage
) -> FormField:
    """Return a list: of records as a table, of others as numbered fields."""
    cards = page.found.get(path, ())
    if not isinstance(values[0], BaseModel):
        numbered = (
            _field(str(number), "", value, f"{path}/{number - 1}", page)
            for number, value in enumerate(values, 1)
        )
        return FormField(title, name, None, cards, tuple(numbered))
    own = {
        key: info.title or key for key, info in type(values[0]).model_fields.items() if key != EXTRA
    }
    added = {
        name: title_at(page.form, f"{path}/0/{EXTRA}/{name}")
        for row in values
        for name in getattr(row, EXTRA, None) or ()
    }
    rows = tuple(
        _row(value, f"{path}/{number}", page, own, added)
        for number, value in enumerate(values)
        if isinstance(value, BaseModel)
    )
    heads = (*own.values(), *added.values())
    return FormField(title, name, None, cards, heads=heads, rows=rows)


def _row(
    model: BaseModel, path: str, page: _FormPage, own: Mapping[str, str], added: Mapping[str, str]
) -> tuple[FormField, ...]:
    """Return the cells of a row; what is found about all of it stands in the first."""
    extra: Mapping[str, object] = getattr(model, EXTRA, None) or {}
    first, *rest = (
        *(_field(own[key], key, getattr(model, key), f"{path}/{key}", page) for key in own),
        *(_field(added[key], key, extra.get(key), f"{path}/{EXTRA}/{key}", page) for key in added),
    )
    return (first._replace(cards=page.found.get(path, ()) + first.cards), *rest)


def _said(value: object) -> str | None:
    if value is None or value in ((), ""):
        return None
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
