"""`new`: a Word form for a drafter, blank or filled from a record."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel, ValidationError

from specvalidator.cli.choices import one_of
from specvalidator.cli.terminal import WrongUsage, not_written
from specvalidator.models import MODELS, Kind
from specvalidator.wording import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MOST_ERRORS = 20
_MISFITS = {
    "missing": Words("缺少这一项", "is missing"),
    "extra_forbidden": Words("没有这个字段", "is no field of the record"),
    "literal_error": Words("不是允许的值", "is none of the values allowed"),
}
_MISFITS_BY_BEGINNING = (
    ("string", Words("应为文字", "should be text")),
    ("int", Words("应为整数", "should be a whole number")),
    ("decimal", Words("应为数字", "should be a number")),
    ("is_instance", Words("应为数字", "should be a number")),
    ("tuple", Words("应为列表", "should be a list")),
    ("model", Words("应为对象", "should be an object")),
    ("dict", Words("应为对象", "should be an object")),
)


def new(options: Namespace) -> int:
    """Write a form; return the exit status."""
    from specvalidator import forms  # noqa: PLC0415 - only `new` writes forms

    kind = cast("Kind", one_of(MODELS, options.kind, Words("种类", "kind")))
    output: Path = options.output
    record = None if options.record is None else _record(options.record, kind)
    data = forms.blank(kind) if record is None else forms.write(record)
    try:
        with output.open("wb" if options.force else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise WrongUsage(
            Words(
                f"{output} 已经存在，没有覆盖。请换一个文件名，或加 --force。",
                f"{output} exists and was left as it is; name another file, or add --force.",
            )
        ) from None
    except OSError as error:
        raise WrongUsage(not_written(output, error)) from None
    return 0


def _record(path: Path, kind: Kind) -> BaseModel:
    """Read a record from a JSON file.

    Raises:
        WrongUsage: the file cannot be read, or is no such record; the message says where.
    """
    try:
        return MODELS[kind].model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise WrongUsage(_misfits(path, kind, error)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = Words(f"无法读取 {path}（{reason}）。", f"{path} cannot be read ({reason}).")
        raise WrongUsage(words) from None


def _misfits(path: Path, kind: Kind, error: ValidationError) -> Words:
    """Say which values do not fit, each by its JSON Pointer."""
    details = error.errors(include_url=False)
    if details[0]["type"] == "json_invalid":
        reason = str(details[0].get("ctx", {}).get("error", ""))
        return Words(f"{path} 不是有效的 JSON：{reason}", f"{path} is not valid JSON: {reason}")
    lines = list(_lines(details[:_MOST_ERRORS]))
    more = len(details) - len(lines)
    head = Words(f"{path} 不是 {kind} 的记录：", f"{path} is not the record of a {kind}:")
    tail = Words(f"\n  另有{more}处", f"\n  and {more} more") if more else Words("", "")
    return Words(
        "\n  ".join([head.zh, *(line.zh for line in lines)]) + tail.zh,
        "\n  ".join([head.en, *(line.en for line in lines)]) + tail.en,
    )


def _lines(details: "list[ErrorDetails]") -> Iterator[Words]:
    for detail in details:
        pointer = "".join(f"/{part}" for part in detail["loc"]) or "/"
        what = _misfit(detail["type"], detail["msg"])
        yield Words(f"{pointer}：{what.zh}", f"{pointer} {what.en}")


def _misfit(kind: str, message: str) -> Words:
    if kind in _MISFITS:
        return _MISFITS[kind]
    for beginning, words in _MISFITS_BY_BEGINNING:
        if kind.startswith(beginning):
            return words
    return Words(message, message)
