"""The cases of each rule: one small change to a valid record, and what the rule says to it."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any, Literal

import rtoml
from pydantic import BaseModel, ConfigDict, Field

from specvalidator.findings import Severity
from specvalidator.models import Kind
from specvalidator.packs import Bilingual
from specvalidator.pointers import parts
from specvalidator.shipped import data_folder
from specvalidator.submission import Remark

CaseOutcome = Literal["pass", "fail", "review"]
"""What a rule makes of a case: silence, a fault, or a question to a person."""


class _CaseEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Case(_CaseEntry):
    """One change to the valid record of a rule's kind: a test and an example at once."""

    rule: str
    outcome: CaseOutcome
    why: Bilingual = Field(description="What the case shows, one sentence")
    set: Mapping[str, Any] = Field(
        default={}, description="JSON Pointer → new value; `-` as last part appends to a list"
    )
    unset: tuple[str, ...] = Field(
        default=(), description="Values to empty and list items to take away, after `set`"
    )
    remarks: tuple[Remark, ...] = Field(
        default=(), description="What the reader remarks on this record"
    )
    at: str | None = Field(default=None, description="Path of the finding; None: any path")
    severity: Severity | None = Field(
        default=None, description="Gravity of the finding, where it is not the rule's own"
    )
    also: tuple[str, ...] = Field(default=(), description="Other rules that rightly speak too")
    word: str | None = Field(
        default=None, description="Why the change cannot exist in a Word file, None if it can"
    )


@cache
def cases_of(rule: str) -> tuple[Case, ...]:
    """Return the cases of a rule in the order of its file, none where it has no file.

    Raises:
        ValueError: the file is not valid; the message says which entry and why.
    """
    path = data_folder("cases") / f"{rule}.toml"
    if not path.is_file():
        return ()
    entries = rtoml.loads(path.read_text(encoding="utf-8"))
    unknown = sorted(set(entries) - {"pass", "fail", "review"})
    if unknown:
        raise ValueError(f"{path.name}: cases are pass, fail or review, not {unknown[0]}")
    return tuple(
        Case.model_validate({"rule": rule, "outcome": outcome, **entry})
        for outcome, group in entries.items()
        for entry in group
    )


def rules_with_cases() -> tuple[str, ...]:
    """Return the names of all rules that have a case file, in alphabetical order."""
    return tuple(sorted(path.stem for path in data_folder("cases").glob("*.toml")))


def valid_record(kind: Kind) -> dict[str, Any]:
    """Return the valid record that the cases of a kind change, as JSON."""
    return deepcopy(_valid_record(kind))


@cache
def _valid_record(kind: Kind) -> dict[str, Any]:
    path = data_folder("cases") / f"{kind}.json"
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def record_of(case: Case, kind: Kind) -> dict[str, Any]:
    """Return the valid record with the case's change made to it, as JSON.

    Raises:
        LookupError: a pointer names a place that the record does not have.
    """
    record = valid_record(kind)
    for pointer, value in case.set.items():
        _put(record, pointer, deepcopy(value))
    for pointer in case.unset:
        _take_away(record, pointer)
    return record


def _put(record: dict[str, Any], pointer: str, value: object) -> None:
    holder, last = _holder(record, pointer)
    if isinstance(holder, dict):
        holder[last] = value
    elif last == "-":
        holder.append(value)
    else:
        holder[int(last)] = value


def _take_away(record: dict[str, Any], pointer: str) -> None:
    """Take an item out of its list, empty a list, make anything else null."""
    holder, last = _holder(record, pointer)
    if isinstance(holder, list):
        del holder[int(last)]
    else:
        holder[last] = [] if isinstance(holder[last], list) else None


def _holder(record: dict[str, Any], pointer: str) -> tuple[Any, str]:
    """Return the object or list that holds what a pointer names, and the pointer's last part."""
    if not pointer:
        raise LookupError("a case changes values of the record, not all of it")
    *path, last = parts(pointer)
    holder: Any = record
    for part in path:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    return holder, last
