"""What is wrong with an entry of a TOML file, said so that its author can mend it."""

import typing
from collections.abc import Mapping
from string import Template
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from specvalidator.wording import Words

_LONGEST_QUOTE = 40

_TEXT = Words("应为文字，写在引号内", "it should be text in quotation marks")
_WHOLE = Words("应为整数", "it should be a whole number")
_NUMBER = Words("应为数字", "it should be a number")
_FLAG = Words("应为 true 或 false", "it should be true or false")
_DATE = Words("应为日期，如 2021-02-04", "it should be a date such as 2021-02-04")
_TABLE = Words("应为一组键和值", "it should be a table of keys and values")
_LIST = Words("应为列表，写在方括号内", "it should be a list in square brackets")

_REASONS: Mapping[str, Words] = {
    "missing": Words("缺少这一项，请补上", "it is missing; add it"),
    "extra_forbidden": Words("没有这一项", "there is no such entry"),
    "literal_error": Words("应为 $expected 之一", "it should be one of $expected"),
    "string_type": _TEXT,
    "string_pattern_mismatch": Words("应符合格式 $pattern", "it should have the form $pattern"),
    "string_too_short": Words("不能为空", "it should not be empty"),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "bool_type": _FLAG,
    "bool_parsing": _FLAG,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": Words("至少要有$min_length项", "it should have at least $min_length entries"),
    "greater_than": Words("应大于$gt", "it should be greater than $gt"),
    "greater_than_equal": Words("应不小于$ge", "it should be at least $ge"),
    "less_than": Words("应小于$lt", "it should be less than $lt"),
    "less_than_equal": Words("应不大于$le", "it should be at most $le"),
    "columns": Words("名单应有 $columns 栏", "the list should have the columns $columns"),
}
_UNSHOWN = {"missing", "extra_forbidden", "columns"}
"""Reasons beside which the value found says nothing."""


def explained(error: ErrorDetails, form: type[BaseModel]) -> Words:
    """Return what an error of validating `form` means; an unknown key gets its nearest known."""
    kind = error["type"]
    context = {name: _plain(value) for name, value in error.get("ctx", {}).items()}
    words = _REASONS.get(kind, Words(f"不能采用（{error['msg']}）", error["msg"]))
    said = Words(
        Template(words.zh).safe_substitute(context, expected=_listed(context.get("expected", ""))),
        Template(words.en).safe_substitute(context),
    )
    if kind == "extra_forbidden":
        return _with_nearest(said, error["loc"], form)
    if kind in _UNSHOWN:
        return said
    found = _plain(repr(error["input"]))
    return Words(f"{said.zh}，现为 {found}", f"{said.en}, not {found}")


def explained_syntax(error: ValueError) -> Words:
    """Return what is wrong with a file that is no TOML."""
    if isinstance(error, UnicodeDecodeError):
        return Words("不是 UTF-8 编码的文本", "not text in UTF-8")
    why, at, place = str(error).rpartition(" at line ")
    line, _, column = place.partition(" column ")
    where = f"第{line}行第{column}列" if at else ""
    return Words(f"{where}不是有效的 TOML（{why or error}）", f"not valid TOML: {error}")


def _with_nearest(said: Words, path: tuple[int | str, ...], form: type[BaseModel]) -> Words:
    import difflib  # noqa: PLC0415 - only for a file that is wrong

    holder = form_at(path[:-1], form)
    fields = holder.model_fields if holder else {}
    known = [field.alias or name for name, field in fields.items()]
    near = difflib.get_close_matches(str(path[-1]), known, n=1)
    if near:
        return Words(f"{said.zh}，是否指“{near[0]}”？", f"{said.en}; did you mean “{near[0]}”?")
    if known:
        listed = Words("、".join(known), ", ".join(known))
        return Words(f"{said.zh}，可用：{listed.zh}", f"{said.en}; there is {listed.en}")
    return said


def form_at(path: tuple[int | str, ...], form: type[BaseModel]) -> type[BaseModel] | None:
    """Return the form of the entry at a path, None where it has none."""
    kinds: list[Any] = [form]
    for part in path:
        kinds = [below for kind in kinds for below in _below(kind, part)]
    return next((kind for kind in kinds if _is_form(kind)), None)


def _below(kind: Any, part: int | str) -> list[Any]:  # noqa: ANN401 - a type annotation
    if _is_form(kind):
        field = kind.model_fields.get(part)
        return [] if field is None else _alternatives(field.annotation)
    values = [each for each in typing.get_args(kind) if each is not Ellipsis]
    return _alternatives(values[-1]) if values else []


def _alternatives(annotation: Any) -> list[Any]:  # noqa: ANN401 - a type annotation
    """Take a union apart: `X | None` may be X."""
    if typing.get_origin(annotation) in (dict, tuple, list, None):
        return [annotation]
    return [each for each in typing.get_args(annotation) if each is not type(None)]


def _is_form(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _listed(alternatives: str) -> str:
    """Return what Pydantic lists in English, 'a', 'b' or 'c', as Chinese lists it."""
    return alternatives.replace("', '", "'、'").replace("' or '", "'、'")


def _plain(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
