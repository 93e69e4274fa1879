"""A record handed over as JSON (RFC 8259): which kind it is, and what in it does not fit."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from specvalidator.errors import UnreadableFile
from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.models.base import Record
from specvalidator.readers import is_record, misfits, refusals
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Words

MEDIA_TYPE = "application/json"
_KIND = "kind"


class KindOfRecord(NamedTuple):
    """A record as it was read."""

    kind: Kind
    model: Record


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object: which of its values counts, nobody can tell."""


def kind_of_record(data: bytes, limits: Limits = DEFAULT) -> Kind | None:
    """Return the kind of record that a file holds, None where it holds none that is known."""
    if not is_record(data):
        return None
    try:
        return _kind_of(_parsed(data, limits))
    except UnreadableFile:
        return None


def read_record(data: bytes, kind: Kind | None = None, limits: Limits = DEFAULT) -> KindOfRecord:
    """Return the record that a file holds.

    Its kind is told by its key `kind`, which is no field of any record, else by its fields.

    Args:
        data: the file, in UTF-8.
        kind: the kind that it is; what does not fit is then measured by it.
        limits: bounds on its size and depth.

    Raises:
        UnreadableFile: `corrupt`, it is no JSON; `too-large`; `unrecognised`, it is no record of
            a known kind; `unreadable`, it does not fit its kind.
    """
    fields = _parsed(data, limits)
    named = fields.get(_KIND)
    found = kind or _kind_of(fields)
    if found is None:
        raise _unrecognised(named)
    if named not in (None, found):
        raise _contradicted(named, found)
    record = {key: value for key, value in fields.items() if key != _KIND}
    try:
        # Back to JSON, in which a list is a tuple and a text may be a date; nothing else is bent.
        model = model_of(found).model_validate_json(json.dumps(record), strict=True)
    except ValidationError as error:
        raise UnreadableFile("unreadable", misfits.explained(error, found)) from None
    return KindOfRecord(found, model)


# ── JSON ─────────────────────────────────────────────────────────────────────────────────


def _parsed(data: bytes, limits: Limits) -> dict[str, Any]:
    if len(data) > limits.record_bytes:
        most = limits.record_bytes // 2**20
        raise refusals.record_too_large(Words(f"超过 {most} MB", f"it has more than {most} MB"))
    try:
        fields = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_without_repeats, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise refusals.no_json(Words("不是 UTF-8 编码的文本", "it is not text in UTF-8")) from None
    except json.JSONDecodeError as error:
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


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise _RepeatedKeyError(key)
        fields[key] = value
    return fields


def _no_number(constant: str) -> None:
    """Refuse NaN and Infinity, which Python would take and JSON does not know."""
    raise ValueError(constant)


def _refuse_without_end(value: object, limits: Limits) -> None:
    """Refuse objects and lists that stand too deep inside each other, or have too many entries."""
    depth, entries, level = 0, 0, [value]
    while containers := [each for each in level if isinstance(each, dict | list)]:
        depth += 1
        if depth > limits.record_depth:
            raise _too_deep(limits)
        entries += sum(len(each) for each in containers if isinstance(each, list))
        if entries > limits.entries:
            raise refusals.too_many_entries(limits.entries)
        level = [inside for each in containers for inside in _inside(each)]


def _inside(container: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return container.values() if isinstance(container, dict) else container


def _too_deep(limits: Limits) -> UnreadableFile:
    most = limits.record_depth
    return refusals.record_too_large(
        Words(f"嵌套超过{most}层", f"it is nested more than {most} deep")
    )


# ── the kind ─────────────────────────────────────────────────────────────────────────────


def _kind_of(fields: Mapping[str, Any]) -> Kind | None:
    """Return the kind that the record names, else the one whose fields most of its keys are."""
    named = fields.get(_KIND)
    if named is not None:
        return next((kind for kind in KIND_TITLES if kind == named), None)
    known = {kind: len(fields.keys() & misfits.names_of(model_of(kind))) for kind in KIND_TITLES}
    most = max(known.values())
    best = [kind for kind, count in known.items() if count == most]
    return best[0] if len(best) == 1 and 2 * most > len(fields) else None


def _unrecognised(named: object) -> UnreadableFile:
    kinds = Words("、".join(KIND_TITLES), ", ".join(KIND_TITLES))
    if named is None:
        return UnreadableFile(
            "unrecognised",
            Words(
                f'认不出这是哪一种记录。请用 --as 指明，或写明 "{_KIND}"，可为 {kinds.zh}。',
                "Which kind of record this is cannot be told from its fields. Say so with --as, "
                f'or by a key "{_KIND}": {kinds.en}.',
            ),
        )
    written = refusals.printable(json.dumps(named, ensure_ascii=False))
    return UnreadableFile(
        "unrecognised",
        Words(
            f"/{_KIND}：没有 {written} 这种记录，可为 {kinds.zh}。",
            f"/{_KIND}: there is no kind {written}; there is {kinds.en}.",
        ),
    )


def _contradicted(named: object, kind: Kind) -> UnreadableFile:
    written = refusals.printable(json.dumps(named, ensure_ascii=False))
    return UnreadableFile(
        "unrecognised",
        Words(
            f"/{_KIND}：记录写明是 {written}，却要按 {kind} 读取，请核对。",
            f"/{_KIND}: the record says that it is {written}, but is to be read as {kind}.",
        ),
    )
