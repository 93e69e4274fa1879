"""What a batch writes of a document: a line of JSON for each report, and rows of two tables."""

import json
from collections import Counter
from typing import Any, NamedTuple, TypedDict

from specvalidator.typesetting import harmless_json

Entry = dict[str, Any]
"""A report, or a file that could not be read, as `check --format json` prints it."""
Row = dict[str, Any]


class DocumentRow(TypedDict):
    """A report, or a file that could not be read."""

    file: str
    name: str
    index: int
    media_type: str | None
    sha256: str | None
    size: int | None
    kind: str | None
    subject: str | None
    verdict: str | None
    errors: int
    warnings: int
    reviews: int
    notes: int
    pack: str | None
    edition: str | None
    error: str | None
    message: str | None


class FindingRow(TypedDict):
    """A finding."""

    file: str
    name: str
    index: int
    rule: str
    kind: str
    severity: str
    basis: str
    message: str
    suggestion: str
    path: str
    place: str | None
    page: int | None
    written: str | None
    clause: str
    where: str
    facts: str


class Judged(NamedTuple):
    """Everything about one document, ready to be written."""

    lines: tuple[str, ...]
    """The entries as JSON, without line ends."""
    documents: tuple[DocumentRow, ...]
    """A row for each entry."""
    findings: tuple[FindingRow, ...]
    page: str = ""
    """The HTML report, where it is wished for and there are reports."""


def judged(file: str, entries: list[Entry]) -> Judged:
    """Return what is to be written of a document that gave these entries."""
    return Judged(
        tuple(_line(entry) for entry in entries),
        tuple(_row(file, entry) for entry in entries),
        tuple(row for entry in entries for row in _findings(file, entry)),
    )


def renamed(file: str, lines: list[str], old: str) -> Judged:
    """Return the same of a document with the same content and another name."""
    entries: list[Entry] = [json.loads(line) for line in lines]
    for entry in entries:
        name: str = entry["source"]["name"]
        entry["source"]["name"] = file + name.removeprefix(old)
    return judged(file, entries)


def _line(entry: Entry) -> str:
    return harmless_json(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))


def _row(file: str, entry: Entry) -> DocumentRow:
    source = entry["source"]
    pack = entry.get("pack", {})
    counted = [each for each in entry.get("findings", ()) if each["waived"] is None]
    gravities = Counter(
        "review" if each["kind"] == "review" else each["severity"] for each in counted
    )
    return {
        "file": file,
        "name": source["name"],
        "index": source["index"],
        "media_type": source["media_type"],
        "sha256": source["sha256"],
        "size": source["size"],
        "kind": entry.get("kind"),
        "subject": entry.get("subject"),
        "verdict": entry.get("verdict"),
        "errors": gravities["error"],
        "warnings": gravities["warning"],
        "reviews": gravities["review"],
        "notes": gravities["note"],
        "pack": pack.get("id"),
        "edition": pack.get("edition"),
        "error": entry.get("error"),
        "message": entry.get("message"),
    }


def _findings(file: str, entry: Entry) -> list[FindingRow]:
    return [_finding(file, entry["source"], each) for each in entry.get("findings", ())]


def _finding(file: str, source: dict[str, Any], finding: dict[str, Any]) -> FindingRow:
    location = finding["location"]
    place = location["place"] or {}
    return {
        "file": file,
        "name": source["name"],
        "index": source["index"],
        "rule": finding["rule"],
        "kind": finding["kind"],
        "severity": finding["severity"],
        "basis": finding["basis"],
        "message": finding["message"],
        "suggestion": finding["suggestion"],
        "path": location["path"],
        "place": place.get("text"),
        "page": place.get("page"),
        "written": location["written"],
        "clause": finding["clause"]["id"],
        "where": finding["clause"]["where"],
        "facts": json.dumps(finding["facts"], ensure_ascii=False, separators=(",", ":")),
    }
