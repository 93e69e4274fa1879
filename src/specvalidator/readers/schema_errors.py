"""Why a record does not fit its kind: each value by its JSON Pointer, said so as to be mended.

JSON Schema says it, in the published words that any other program may test by, too.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker

from specvalidator.extra import ExtraField
from specvalidator.lexicon import in_force
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.models.schema import record_schema
from specvalidator.pointers import pointer_of
from specvalidator.readers.refusals import printable
from specvalidator.submission import SchemaError
from specvalidator.wording import Words

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES: Mapping[str, Words] = {
    "string": Words("文字", "text"),
    "integer": Words("整数", "a whole number"),
    "number": Words("数字", "a number"),
    "boolean": Words("true 或 false", "true or false"),
    "array": Words("列表 [ … ]", "a list [ … ]"),
    "object": Words("对象 { … }", "an object { … }"),
    "null": Words("null", "null"),
}


_MOST = 200
_AND_MORE = Words(
    f"问题过多，只列出{_MOST}处", f"more does not fit than the {_MOST} values that are listed"
)
_UNUSABLE = Words("不能采用这个值", "this value cannot be used")
_Reason = tuple[str | None, Words]
"""What is wrong, and the field below the value that it is about; None for the value itself."""


def schema_errors_of(
    record: Mapping[str, Any], kind: Kind, at: tuple[int | str, ...] | None = None
) -> tuple[SchemaError, ...]:
    """Return every value of a record in JSON that does not fit its kind, in the schema's order.

    Of very many the first are named, and at the end that there are more.

    Args:
        record: what was parsed.
        kind: what it was to be.
        at: a place that does not fit in any case, said where the schema has nothing against it;
            None where there may be none.
    """
    title = KIND_TITLES[kind].zh
    errors = _validator(kind, in_force().added(kind)).iter_errors(dict(record))
    found = tuple(islice((each for error in errors for each in _misfits(error)), _MOST + 1))
    if len(found) > _MOST:
        return (*found[:_MOST], SchemaError("", _AND_MORE, title))
    return found or (() if at is None else (SchemaError(_pointer(at), _UNUSABLE, title),))


@cache
def _validator(kind: Kind, added: tuple[ExtraField, ...]) -> Draft202012Validator:
    schema = record_schema(kind, added)
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def _misfits(error: "ValidationError") -> Iterator[SchemaError]:
    if error.validator == "anyOf":  # X or null: what is there is no null, so why is it no X?
        for inner in error.context or ():
            if inner.validator_value != "null":
                yield from _misfits(inner)
        return
    for name, words in _reasons(error):
        below = () if name is None else (name,)
        yield SchemaError(_pointer((*error.absolute_path, *below)), words, _title(error, name))


def _reasons(error: "ValidationError") -> Iterator[_Reason]:
    value: Any = error.instance
    asked: Any = error.validator_value
    match error.validator:
        case "required":
            for name in asked:
                if name not in value:
                    yield name, Words(f"缺少字段“{name}”", f"the field “{name}” is missing")
        case "additionalProperties":
            schema: Any = error.schema
            known = schema["properties"]
            for name in value:
                if name not in known:
                    yield name, _unknown(name, tuple(known))
        case "type":
            wanted, found = _TYPES[asked], _type_of(value)
            said = Words(
                f"类型应为{wanted.zh}，现为{found.zh}", f"should be {wanted.en}, not {found.en}"
            )
            yield None, said
        case "enum":
            zh, en = "、".join(asked), ", ".join(asked)
            yield None, Words(f"应为以下之一：{zh}", f"should be one of {en}")
        case "format":
            said = Words('类型应为日期，如 "2025-03-14"', 'should be a date such as "2025-03-14"')
            yield None, said
        case _:
            yield None, _UNUSABLE


def _unknown(name: str, known: tuple[str, ...]) -> Words:
    """Say that there is no such field, and propose the one that was meant, if any is like it."""
    said, near = printable(name), difflib.get_close_matches(name, known, n=1)
    if not near:
        return Words(f"没有字段“{said}”", f"there is no field “{said}”")
    return Words(
        f"没有字段“{said}”，是否指“{near[0]}”？",
        f"there is no field “{said}”; did you mean “{near[0]}”?",
    )


def _type_of(value: object) -> Words:
    if isinstance(value, str):
        return _TYPES["string"]
    if isinstance(value, bool):
        return _TYPES["boolean"]
    if isinstance(value, int):
        return _TYPES["integer"]
    if isinstance(value, float):
        return _TYPES["number"]
    return _TYPES["array" if isinstance(value, list) else "null" if value is None else "object"]


def _title(error: Any, name: str | None) -> str:  # noqa: ANN401 - its types forbid to look inside
    """Return what the form calls the value: the nearest title around it."""
    below = error.schema.get("properties", {}).get(name, {})
    while error is not None and "title" not in below:
        below, error = error.schema, error.parent
    return str(below.get("title", name or ""))


def _pointer(path: Iterable[int | str]) -> str:
    return pointer_of(printable(str(step)) for step in path)
