"""Why a record does not fit its kind: each value by its JSON Pointer, said so as to be mended."""

import difflib
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.pack_errors import form_at
from specvalidator.readers.refusals import printable
from specvalidator.wording import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MOST = 20
_NO_FIELD = "extra_forbidden"
_REASONS = {
    "missing": Words("缺少这一项", "is missing"),
    _NO_FIELD: Words("没有这个字段", "is no field of the record"),
    "literal_error": Words("不是允许的值", "is none of the values allowed"),
    "finite_number": Words("数字过大", "is too large a number"),
    "int_from_float": Words("应为整数", "should be a whole number"),
}
_REASONS_BY_BEGINNING = (
    ("string", Words("应为文字", "should be text")),
    ("int", Words("应为整数", "should be a whole number")),
    ("decimal", Words("应为数字", "should be a number")),
    ("is_instance", Words("应为数字", "should be a number")),
    ("date", Words('应为日期，如 "2025-03-14"', 'should be a date such as "2025-03-14"')),
    ("tuple", Words("应为列表", "should be a list")),
    ("model", Words("应为对象", "should be an object")),
    ("dict", Words("应为对象", "should be an object")),
)


def explained(error: ValidationError, kind: Kind) -> Words:
    """Return what does not fit, at most 20 values, as a head and one line for each."""
    details = error.errors(include_url=False)
    lines = [_line(detail, model_of(kind)) for detail in details[:_MOST]]
    more = len(details) - len(lines)
    title = KIND_TITLES[kind]
    head = Words(
        f"不是{title.zh}（{kind}）的记录：", f"this is not the record of a {title.en} ({kind}):"
    )
    tail = Words(f"\n  另有{more}处", f"\n  and {more} more") if more else Words("", "")
    return Words(
        "\n  ".join([head.zh, *(line.zh for line in lines)]) + tail.zh,
        "\n  ".join([head.en, *(line.en for line in lines)]) + tail.en,
    )


def names_of(form: type[BaseModel]) -> set[str]:
    """Return the fields that a record may have, the derived ones included."""
    return {*form.model_fields, *form.model_computed_fields}


def _line(detail: "ErrorDetails", form: type[BaseModel]) -> Words:
    pointer = "".join(f"/{_escaped(part)}" for part in detail["loc"]) or "/"
    what = _reason(detail["type"], detail["msg"])
    near = _nearest(detail, form) if detail["type"] == _NO_FIELD else Words("", "")
    return Words(f"{pointer}：{what.zh}{near.zh}", f"{pointer} {what.en}{near.en}")


def _escaped(part: int | str) -> str:
    return printable(str(part).replace("~", "~0").replace("/", "~1"))


def _reason(kind: str, message: str) -> Words:
    if kind in _REASONS:
        return _REASONS[kind]
    return next(
        (words for beginning, words in _REASONS_BY_BEGINNING if kind.startswith(beginning)),
        Words(message, message),
    )


def _nearest(detail: "ErrorDetails", form: type[BaseModel]) -> Words:
    """Propose the field that was meant, nothing where none is like it."""
    holder = form_at(detail["loc"][:-1], form)
    known = sorted(names_of(holder)) if holder else []
    near = difflib.get_close_matches(str(detail["loc"][-1]), known, n=1)
    if not near:
        return Words("", "")
    return Words(f"，是否指“{near[0]}”？", f"; did you mean “{near[0]}”?")
