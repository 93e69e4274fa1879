"""What a check is: a pure function that yields problems, registered under the name rules use."""

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from specvalidator import pointers
from specvalidator.extra import EXTRA
from specvalidator.findings import Outcome
from specvalidator.lexicon import in_force
from specvalidator.placeholders import placeholder_of

Yields = Iterator[Outcome]
"""What a check returns."""


class Params(BaseModel):
    """The numbers and words that a pack gives to a check; unknown keys are refused."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


def _as_several(at: object) -> object:
    return (at,) if isinstance(at, str) else at


Places = Annotated[tuple[str, ...], BeforeValidator(_as_several)]
"""Paths in the record; a pack may write a single one without brackets."""


class Check(NamedTuple):
    """A registered check, described by its own annotations."""

    name: str
    run: Callable[[Any, Any], Yields]
    form: type
    """What it reads: a record type, `Reading`, or BaseModel for records of any kind."""
    params: type[Params]
    facts: frozenset[str]
    """Names that its outcomes carry, for use in messages."""
    variants: frozenset[str]
    """The wordings it may ask for besides the main one."""
    defers: bool = False
    """That a value which the reader doubts is absent is left to the rule on legibility."""


CHECKS: dict[str, Check] = {}
"""Every check by name; filled when specvalidator.checks is imported."""

CheckFunction = Callable[..., Yields]


def check(
    name: str,
    *,
    facts: tuple[str, ...] = (),
    variants: tuple[str, ...] = (),
    defers: bool = False,
) -> Callable[[CheckFunction], CheckFunction]:
    """Register a check. Its annotations say which form it reads and what its params are."""

    def register(run: CheckFunction) -> CheckFunction:
        if name in CHECKS:
            raise ValueError(f"two checks are named {name}")
        form, params, *_ = inspect.get_annotations(run).values()
        words = frozenset(facts), frozenset(variants)
        CHECKS[name] = Check(name, run, form, params, *words, defers)
        return run

    return register


def values_at(record: BaseModel, pattern: str) -> Iterator[tuple[str, Any]]:
    """Yield (path, value) for each place that `pattern` names; `*` stands for any item of a list.

    A part that is missing yields the path as far as it is known, with None.
    """
    found: list[tuple[str, Any]] = [("", record)]
    for part in pointers.parts(pattern):
        found = [step for path, value in found for step in _step(path, value, part)]
    yield from found


def _step(path: str, value: Any, part: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    if part == "*":
        for index, item in enumerate(value or ()):
            yield f"{path}/{index}", item
    elif isinstance(value, BaseModel):
        yield f"{path}/{part}", getattr(value, part)  # what a form has not is a slip of the check
    else:
        yield f"{path}/{part}", pointers.child(value, part)


def is_absent(value: object) -> bool:
    """Say whether a value was not given: None, no text, a placeholder such as 略, an empty list.

    A list is empty where it has items, but no value stands in any of them.
    """
    if isinstance(value, str):
        return not value.strip() or placeholder_of(value) is not None
    if value is None:
        return True
    if isinstance(value, tuple):
        return all(is_blank(item) for item in value)
    return isinstance(value, Mapping) and all(is_blank(item) for item in value.values())


def is_blank(value: object) -> bool:
    """Say whether nothing at all is filled in: absent, or a part of the form without a value."""
    if isinstance(value, BaseModel):
        return all(map(is_blank, vars(value).values()))
    return is_absent(value)


def names_a_place(form: type[BaseModel], pattern: str) -> bool:
    """Say whether `pattern` is a path that records of this type have."""
    if not pattern.startswith("/"):
        return pattern == ""
    kinds: list[Any] = [form]
    for part in pointers.parts(pattern):
        kinds = [step for kind in kinds for step in _kinds_below(kind, part)]
    return bool(kinds)


def places_of(form: type[BaseModel], above: str = "") -> Iterator[str]:
    """Yield the paths that records of this type have, `*` for any item of a list."""
    for name in (*form.model_fields, *form.model_computed_fields):
        path = f"{above}/{name}"
        yield path
        for kind in _kinds_below(form, name):
            items = _members(typing.get_args(kind)[0]) if typing.get_origin(kind) is tuple else []
            for below, at in (*((each, f"{path}/*") for each in items), (kind, path)):
                if isinstance(below, type) and issubclass(below, BaseModel):
                    yield from places_of(below, at)


def title_at(form: type[BaseModel], path: str) -> str:
    """Return what the form calls the field at a path: 联系电话 for /telephone."""
    steps = pointers.parts(path)
    if EXTRA in steps[:-1]:
        return _title_of_added(form, steps[-1])
    return _title_at(form, *["*" if pointers.is_index(step) else step for step in steps])


def _title_of_added(form: type[BaseModel], name: str) -> str:
    """Return what the pack in force calls a field that it adds to a form; else its name."""
    added = in_force().added(form.__name__.lower())
    return next((each.title.zh for each in added if each.name == name), name)


@lru_cache(maxsize=1024)  # more than all forms have fields; the rows of a table share theirs
def _title_at(form: type[BaseModel], *parts: str) -> str:
    kinds: list[Any] = [form]
    title = ""
    for part in parts:
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel) and part in kind.model_fields:
                title = kind.model_fields[part].title or part
        kinds = [step for kind in kinds for step in _kinds_below(kind, part)]
    return title


def _kinds_below(kind: Any, part: str) -> list[Any]:  # noqa: ANN401 - a type annotation
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(part)
        if field is not None:
            return _members(field.annotation)
        computed = kind.model_computed_fields.get(part)
        return [] if computed is None else _members(computed.return_type)
    if (part == "*" or pointers.is_index(part)) and typing.get_origin(kind) is tuple:
        return _members(typing.get_args(kind)[0])
    return []


def _members(annotation: Any) -> list[Any]:  # noqa: ANN401 - a type annotation
    """Take a union apart: `X | None` may be X."""
    if typing.get_origin(annotation) is tuple or isinstance(annotation, type):
        return [annotation]
    members = typing.get_args(annotation)
    return [each for member in members for each in _members(member)] or [annotation]
