"""JSON (RFC 8259) without what Python's parser would let pass, and values of Python as JSON."""

import datetime as dt
import json
import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NoReturn

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object: which of its values counts, nobody can tell."""


def parsed(data: bytes, limits: Limits) -> dict[str, Any]:
    """Return the one object that a file holds, in UTF-8, or in UTF-16 as Windows saves it.

    Raises:
        UnreadableFile: `corrupt`, it is no JSON; `too-large`.
    """
    if len(data) > limits.record_bytes:
        most = limits.record_bytes // 2**20
        raise refusals.record_too_large(Words(f"超过 {most} MB", f"it has more than {most} MB"))
    try:
        fields = _loaded(data.decode(json.detect_encoding(data)))
    except UnicodeEncodeError:
        half = Words(r"有半个字符，如 \ud800", r"it holds half a character, such as \ud800")
        raise refusals.no_json(half) from None
    except UnicodeDecodeError:
        raise refusals.no_json(Words("不是 UTF-8 编码的文本", "it is not text in UTF-8")) from None
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise refusals.no_json(_several(error.lineno)) from None
        at = Words(
            f"第{error.lineno}行第{error.colno}个字符处有误（{error.msg}）",
            f"{error.msg} at line {error.lineno}, character {error.colno}",
        )
        raise refusals.no_json(at) from None
    except _RepeatedKeyError as error:
        key = refusals.printable(str(error))
        reason = Words(f"“{key}”写了两次", f"“{key}” stands there twice")
        raise refusals.no_json(reason) from None
    except ValueError:
        raise refusals.no_json(Words("有无法表示的数字", "a number cannot be held")) from None
    except RecursionError:
        raise _too_deep(limits) from None
    _refuse_without_end(fields, limits)
    if not isinstance(fields, dict):
        raise refusals.no_json(Words("应为一个对象 { … }", "it should be one object { … }"))
    return fields


def _several(line: int) -> Words:
    return Words(
        f"记录在第{line}行已经结束，后面还有内容；一个文件只放一份记录",
        f"the record is over at line {line}, and more follows; a file holds one record",
    )


def _loaded(text: str) -> object:
    fields: object = json.loads(
        text, object_pairs_hook=_without_repeats, parse_constant=_no_number, parse_float=_finite
    )
    if "\\ud" in text or "\\uD" in text:  # most characters that are so written are whole
        json.dumps(fields, ensure_ascii=False).encode()
    return fields


def as_json(record: Mapping[str, Any]) -> str:
    """Return a mapping as JSON; decimals and days may be Python's.

    Raises:
        UnreadableFile: `corrupt`, it holds something that JSON has not.
    """
    try:
        return json.dumps(record, default=_plain, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        reason = refusals.printable(str(error))
        raise refusals.no_json(Words(reason, reason)) from None


def _plain(value: object) -> object:
    """Return what JSON has in place of a value of Python.

    Raises:
        TypeError: it has nothing.
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no JSON: {type(value).__name__}")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise _RepeatedKeyError(key)
        fields[key] = value
    return fields


def _no_number(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python would take and JSON does not know."""
    raise ValueError(constant)


def _finite(digits: str) -> float:
    """Refuse 1e999, which Python would take for infinity."""
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def _refuse_without_end(value: object, limits: Limits) -> None:
    """Refuse what stands too deep inside each other, has too many entries, or too many letters."""
    depth, entries, characters, level = 0, 0, 0, [value]
    while containers := [each for each in level if isinstance(each, dict | list)]:
        depth += 1
        if depth > limits.record_depth:
            raise _too_deep(limits)
        entries += sum(len(each) for each in containers if isinstance(each, list))
        if entries > limits.entries:
            raise refusals.too_many_entries(limits.entries)
        level = [inside for each in containers for inside in _inside(each)]
        characters += sum(len(each) for each in level if isinstance(each, str))
        if characters > limits.characters:
            most = limits.characters
            raise refusals.record_too_large(
                Words(f"文字超过 {most} 个", f"it has more than {most} characters")
            )


def _inside(container: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return container.values() if isinstance(container, dict) else container


def _too_deep(limits: Limits) -> UnreadableFile:
    most = limits.record_depth
    return refusals.record_too_large(
        Words(f"嵌套超过{most}层", f"it is nested more than {most} deep")
    )
