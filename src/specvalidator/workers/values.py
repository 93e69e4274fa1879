"""Frozen values as JSON and back. Coming back, every part is checked against its type.

A value of a class is an object with one key, the name of the class, and a list of its fields; the
name chooses among the classes that may stand there, and loads nothing.
"""

import base64
import datetime as dt
import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from pydantic import BaseModel

from specvalidator.errors import SpecvalidatorError
from specvalidator.models import model_of
from specvalidator.submission import Submission

_T = TypeVar("_T")
_Read = Callable[[Any], Any]
_HINTS: dict[type, dict[str, Any]] = {}


def packed(value: object) -> bytes:
    """Return a value as JSON.

    Raises:
        TypeError: it has a part of a kind that does not travel.
    """
    return json.dumps(_plain(value), separators=(",", ":")).encode()


def unpacked(data: bytes, shape: type[_T]) -> _T:
    """Return the value that `packed` made JSON of.

    Raises:
        ValueError: it is no value of this type.
    """
    try:
        return cast("_T", _reader(cast("Any", shape))(json.loads(data)))
    except (ValueError, TypeError, KeyError, InvalidOperation, RecursionError) as error:
        raise ValueError(f"no {shape}") from error


def learn(form: type, **names: object) -> None:
    """Say what names in the annotations of a class stand for that its module does not import."""
    _HINTS.setdefault(form, get_type_hints(form, None, names))


# ── out ──────────────────────────────────────────────────────────────────────────────────


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON takes
    return _writer(cast("Any", type(value)))(value)


@cache
def _writer(form: type) -> _Read:
    if form in (NoneType, bool, int, float, str):
        return lambda value: value
    if issubclass(form, bytes):
        return lambda value: base64.b64encode(value).decode()
    if issubclass(form, Decimal | dt.date):
        return str
    if issubclass(form, Mapping):
        return lambda value: [[_plain(key), _plain(each)] for key, each in value.items()]
    if names := _fields(cast("Any", form)):
        return lambda value: {form.__name__: [_plain(getattr(value, name)) for name in names]}
    if issubclass(form, tuple | list):
        return lambda value: [_plain(each) for each in value]
    raise TypeError(f"{form.__name__} does not travel")


@cache
def _fields(form: type) -> tuple[str, ...]:
    if issubclass(form, BaseModel):
        return tuple(form.model_fields)
    if issubclass(form, SpecvalidatorError):
        return tuple(inspect.signature(form).parameters)
    return tuple(getattr(form, "_fields", ()))


# ── and back ─────────────────────────────────────────────────────────────────────────────


@cache
def _reader(shape: Any) -> _Read:  # noqa: ANN401 - whatever may stand in an annotation
    origin, arguments = get_origin(shape), get_args(shape)
    if origin is Annotated:
        return _reader(arguments[0])
    if origin in (Literal, Union, UnionType):
        return (_one_of if origin is Literal else _either)(arguments)
    if origin is not None:
        return _reader_of_many(origin, arguments)
    if is_typeddict(shape):
        named = {name: _reader(each) for name, each in get_type_hints(shape).items()}
        return lambda given: _named(given, named)
    return _reader_of(shape)


def _reader_of_many(form: type, parts: tuple[Any, ...]) -> _Read:
    """Return what reads a mapping, a tuple of so many parts, or a sequence of any number."""
    if issubclass(form, Mapping):
        pair = _each(tuple(map(_reader, parts)))
        return lambda given: dict(map(pair, _listed(given)))
    if form is tuple and parts[-1] is not Ellipsis:
        return _each(tuple(map(_reader, parts)))
    read, made = _reader(parts[0]), tuple if form is tuple else list
    return lambda given: made(map(read, _listed(given)))


def _reader_of(form: type) -> _Read:
    if form in _PARSED:
        parse = _PARSED[form]
        return lambda given: parse(_checked(given, str))
    if _fields(cast("Any", form)) or issubclass(form, BaseModel):
        return lambda given: _made(form, given)
    allowed = (float, int) if form is float else (form,)
    return lambda given: _checked(given, *allowed)


_PARSED: Mapping[type, Callable[[str], object]] = {
    bytes: lambda text: base64.b64decode(text, validate=True),
    dt.date: dt.date.fromisoformat,
    Decimal: Decimal,
}


def _named(given: object, readers: Mapping[str, _Read]) -> dict[str, object]:
    values = dict(_listed(given))
    if values.keys() != readers.keys():
        raise ValueError("other keys")
    return {name: readers[name](value) for name, value in values.items()}


def _made(shape: type, given: Any) -> object:  # noqa: ANN401 - as it came
    [(name, values)] = _checked(given, dict).items()
    named = {each.__name__: each for each in _forms(shape)}
    form = named[name]
    kind = None
    if form is Submission:  # the type of its record depends on its kind
        kind = values[_fields(form).index("kind")]
    fields = dict(zip(_fields(form), _fields_of(form, kind)(values), strict=True))
    if issubclass(form, BaseModel):
        form.model_rebuild()  # Pydantic before 2.14 writes no value of a form not built
        return form.model_construct(**fields)
    return form(**fields)


@cache
def _fields_of(form: type, kind: Any) -> _Read:  # noqa: ANN401 - as it came
    if form not in _HINTS:
        said = form.__init__ if issubclass(form, SpecvalidatorError) else form
        _HINTS[form] = get_type_hints(said)
    hints = _HINTS[form] if kind is None else _HINTS[form] | {"model": model_of(kind)}
    return _each(tuple(_reader(hints[name]) for name in _fields(form)))


def _forms(shape: type) -> Iterator[type]:
    """Yield a class and those of its subclasses that are ours."""
    yield shape
    subclasses: list[type] = shape.__subclasses__()
    for each in subclasses:
        if each.__module__.startswith("specvalidator."):
            yield from _forms(each)


def _either(shapes: tuple[Any, ...]) -> _Read:
    def read(given: Any) -> object:  # noqa: ANN401 - as it came
        for shape in shapes:
            try:
                return _reader(shape)(given)
            except (ValueError, TypeError, KeyError):
                continue
        raise ValueError("none of them")

    return read


def _one_of(words: tuple[object, ...]) -> _Read:
    def read(given: object) -> object:
        if given not in words:
            raise ValueError("no such word")
        return given

    return read


def _each(readers: tuple[_Read, ...]) -> _Read:
    def read(given: object) -> tuple[object, ...]:
        return tuple(read(each) for read, each in zip(readers, _listed(given), strict=True))

    return read


def _listed(given: object) -> list[Any]:
    return cast("list[Any]", _checked(given, list))


def _checked(given: Any, *allowed: type) -> Any:  # noqa: ANN401 - as it came
    if type(given) not in allowed:
        raise ValueError("of another type")
    return given
