"""A record handed over as JSON (RFC 8259): which kind it is, and what in it does not fit."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from specvalidator.errors import UnreadableFile
from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.models.base import Record
from specvalidator.readers import refusals
from specvalidator.readers.json_text import as_json, parsed
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.signatures import is_object
from specvalidator.submission import SchemaError, UnfitRecord
from specvalidator.wording import Words

_KIND = "kind"
_MOST = 20


class KindOfRecord(NamedTuple):
    """A record as it was read."""

    kind: Kind
    model: Record


def kind_of_record(data: bytes, limits: Limits = DEFAULT) -> Kind | None:
    """Return the kind of record that a file holds, None where it holds none that is known."""
    if not is_object(data):
        return None
    try:
        return _kind_of(parsed(data, limits))
    except UnreadableFile:
        return None


def holds_record(path: Path, limits: Limits = DEFAULT) -> bool:
    """Say whether a JSON file is one of ours, as most are not, or does not open to tell."""
    try:
        if path.stat().st_size > limits.record_bytes:
            return False
        return kind_of_record(path.read_bytes(), limits) is not None
    except FileNotFoundError:
        return False
    except OSError:
        return True


def read_record(data: bytes, kind: Kind | None = None, limits: Limits = DEFAULT) -> KindOfRecord:
    """Return the record that a file holds.

    Its kind is told by its key `kind`, which is no field of any record, else by its fields.

    Args:
        data: the file, in UTF-8.
        kind: the kind that it is; what does not fit is then measured by it.
        limits: bounds on its size and depth.

    Raises:
        UnreadableFile: `corrupt`, it is no JSON; `too-large`; `unrecognised`, it is no record of
            a known kind.
        UnfitRecord: it does not fit its kind.
    """
    return fitted(parsed(data, limits), kind)


def fitted(fields: Mapping[str, Any], kind: Kind | None = None) -> KindOfRecord:
    """Return the record that a mapping holds, as JSON has it; decimals and days may be Python's.

    Raises:
        UnreadableFile: `corrupt`, it holds something that JSON has not; `unrecognised`, it is no
            record of a known kind.
        UnfitRecord: it does not fit its kind.
    """
    named = fields.get(_KIND)
    found = kind or _kind_of(fields)
    if found is None:
        raise _unrecognised(named)
    if named not in (None, found):
        raise _contradicted(named, found)
    record = {key: value for key, value in fields.items() if key != _KIND}
    text = as_json(record)
    try:
        # From JSON, in which a list is a tuple and a text may be a date; nothing else is bent.
        model = model_of(found).model_validate_json(text, strict=True)
    except ValidationError as error:
        from specvalidator.readers.schema_errors import schema_errors_of  # noqa: PLC0415 - heavy, seldom needed

        why = schema_errors_of(json.loads(text), found, error.errors()[0]["loc"])
        raise UnfitRecord(found, _unfit(found, why), why) from None
    if '"extra"' in text:  # which the pack must have added
        from specvalidator.readers.schema_errors import schema_errors_of  # noqa: PLC0415 - the same

        why = schema_errors_of(json.loads(text), found)
        if why:
            raise UnfitRecord(found, _unfit(found, why), why)
    return KindOfRecord(found, model)


def _unfit(kind: Kind, misfits: tuple[SchemaError, ...]) -> Words:
    """Say what does not fit: a head, and one line for each value, at most 20."""
    title = KIND_TITLES[kind]
    zh = [f"不是{title.zh}（{kind}）的记录："]
    en = [f"this is not the record of a {title.en} ({kind}):"]
    for each in misfits[:_MOST]:
        zh.append(f"{each.path}：{each.reason.zh}")
        en.append(f"{each.path} {each.reason.en}")
    if more := len(misfits[_MOST:]):
        zh.append(f"另有{more}处")
        en.append(f"and {more} more")
    return Words("\n  ".join(zh), "\n  ".join(en))


def _kind_of(fields: Mapping[str, Any]) -> Kind | None:
    """Return the kind that the record names, else the one whose fields most of its keys are."""
    named = fields.get(_KIND)
    if named is not None:
        return next((kind for kind in KIND_TITLES if kind == named), None)
    known = {kind: len(fields.keys() & _names_of(model_of(kind))) for kind in KIND_TITLES}
    most = max(known.values())
    best = [kind for kind, count in known.items() if count == most]
    return best[0] if len(best) == 1 and 2 * most > len(fields) else None


def _names_of(form: type[Record]) -> set[str]:
    """Return the fields that a record may have, the derived ones included."""
    return {*form.model_fields, *form.model_computed_fields}


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
