"""What two records say differently, field by field: rows that moved are followed."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from pydantic import BaseModel

from specvalidator.checks.base import title_at

_SHORT = 12
"""Letters by which a row is called."""


class Change(NamedTuple):
    """A value that is not what it was."""

    path: str
    """Where it was in the old record; where only the new one has it, there."""
    field: str
    """What the form calls it, row and all."""
    old: str
    """"" where there was nothing."""
    new: str


class _Spot(NamedTuple):
    path: str
    field: str


def changes_between(old: BaseModel, new: BaseModel) -> Iterator[Change]:
    """Yield what is different in two records of one kind, in the order of the form."""
    yield from _changes(old, new, _Spot("", ""), type(old))


def _changes(old: object, new: object, at: _Spot, form: type[BaseModel]) -> Iterator[Change]:
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        for name in _fields(old):
            spot = _below(at, name, form)
            yield from _changes(getattr(old, name), getattr(new, name, None), spot, form)
    elif isinstance(old, Mapping) or isinstance(new, Mapping):
        yield from _of_added(old or {}, new or {}, at, form)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        for one, other, number in _aligned(old, new):
            row = one if one is not None else other
            called = f"{at.field}{number + 1}{_name(row)}"
            yield from _changes(one, other, _Spot(f"{at.path}/{number}", called), form)
    else:
        before, after = _said(old), _said(new)
        if "".join(before.split()) != "".join(after.split()):
            yield Change(at.path, at.field, before, after)


def _of_added(old: object, new: object, at: _Spot, form: type[BaseModel]) -> Iterator[Change]:
    """Yield what is different in what a pack adds to a form: texts where they are kept, too."""
    assert isinstance(old, Mapping)  # noqa: S101 - for the type checker
    assert isinstance(new, Mapping)  # noqa: S101 - the same
    for name in dict.fromkeys((*old, *new)):
        if f"{name}_text" not in (*old, *new):
            spot = _below(at, name, form)
            yield from _changes(old.get(name), new.get(name), spot, form)


def _fields(model: BaseModel) -> Iterator[str]:
    """Yield the fields to compare: of what is quoted and read, the quotation."""
    names = type(model).model_fields
    for name in names:
        is_read = f"{name}_text" in names or ("text" in names and name in ("code", "name"))
        if not is_read:
            yield name


def _below(at: _Spot, name: str, form: type[BaseModel]) -> _Spot:
    path = f"{at.path}/{name}"
    title = title_at(form, path) or name
    return _Spot(path, f"{at.field} · {title}" if at.field else title)


def _aligned(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[object, object, int]]:
    """Yield the rows of two lists side by side, None where one has none, with their number."""
    matcher = SequenceMatcher(None, [_key(each) for each in old], [_key(each) for each in new])
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        for step in range(max(end - start, other_end - other_start)):
            one = old[start + step] if start + step < end else None
            other = new[other_start + step] if other_start + step < other_end else None
            yield one, other, (start if one is not None else other_start) + step


def _key(row: object) -> str:
    said = getattr(row, "name", None) or getattr(row, "text", None) if row else None
    return "".join(str(said if said is not None else row).split())


def _name(row: object) -> str:
    said = getattr(row, "name", None) or getattr(row, "text", None)
    if not isinstance(said, str) or not said:
        return ""
    return f"“{said if len(said) <= _SHORT else said[: _SHORT - 1] + '…'}”"


def _said(value: object) -> str:
    """Return a value as one text; of a row its fields."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        return " ".join(filter(None, (_said(getattr(value, each)) for each in _fields(value))))
    if isinstance(value, tuple):
        return "；".join(filter(None, map(_said, value)))
    if isinstance(value, Mapping):
        return " ".join(filter(None, map(_said, value.values())))
    return str(value)
