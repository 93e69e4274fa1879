"""The list of a batch's submissions: what its page shows of each, and how many a folder has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from specvalidator.batch.html import HTML_FOLDER, page_name
from specvalidator.batch.parts import Part
from specvalidator.batch.summary import title_of
from specvalidator.batch.tables import columns_of
from specvalidator.models import KIND_TITLES
from specvalidator.packs import RulePack
from specvalidator.reports.vocabulary import UNREADABLE, VERDICTS
from specvalidator.typesetting import visible
from specvalidator.wording import Lang

MOST_LISTED = 50_000
"""So many lines a browser keeps at hand; of a larger batch the tables have all."""
UNREAD = "unread"
"""What stands for a verdict where a file gave none."""
_COLUMNS = (
    "document", "file", "file_sha256", "name", "index", "sha256", "kind", "subject",
    "verdict", "errors", "warnings", "reviews", "error", "message",
)  # fmt: skip


class Listed(NamedTuple):
    """A line of the list: a submission, or a file that gave none."""

    name: str
    folder: int
    """Number of its folder."""
    subject: str
    kind: str
    """"" where nothing was read."""
    verdict: str
    """`unread` where nothing was read."""
    counts: tuple[int, int, int]
    """Errors, warnings, questions to a person."""
    rules: tuple[int, ...]
    """Numbers of the rules that found something."""
    page: str
    """Where its HTML report is, from the folder of results; "" where there is none."""
    reason: str
    """Why nothing was read."""


class Listing(NamedTuple):
    """The lines in the order of the archive, and what they name by its number."""

    lines: tuple[Listed, ...]
    folders: tuple[str, ...]
    """Names of folders: the first in which the names of documents differ; "" for none."""
    rules: tuple[tuple[str, str], ...]
    """Rules that found something, each with what it asks for."""
    by_folder: Mapping[int, Mapping[str, int]]
    """How many lines of a folder, of all there are, have each verdict."""
    is_cut: bool
    """Whether there are more lines than are listed."""


def listing(
    parts: Sequence[Part], pack: RulePack, lang: Lang, results: Path, *, by_name: bool
) -> Listing:
    """Return the list of all submissions in the parts.

    Args:
        parts: the results.
        pack: what they were judged by.
        lang: language of what the rules ask for.
        results: the folder of results, to look for HTML reports there.
        by_name: whether documents were judged by their names, too.
    """
    depth = _common(name for part in parts for name in _names(part))
    folders: dict[str, int] = {}
    rules: dict[str, int] = {}
    lines: list[Listed] = []
    by_folder: dict[int, Counter[str]] = defaultdict(Counter)
    pages = {path.name for path in (results / HTML_FOLDER).glob("*.html")}
    for part in parts:
        spoken = _spoken(part)
        for row, anchor in _anchored(columns_of(part.documents, *_COLUMNS)):
            folder = folders.setdefault(_folder(row["name"], depth), len(folders))
            verdict = row["verdict"] or UNREAD
            by_folder[folder][verdict] += 1
            if len(lines) == MOST_LISTED:
                continue
            page = page_name(row["file_sha256"] or "", row["file"] if by_name else None)
            found = spoken.get((row["document"], row["name"], row["index"]), ())
            lines.append(
                Listed(
                    visible(row["name"]),
                    folder,
                    visible(row["subject"] or ""),
                    row["kind"] or "",
                    verdict,
                    (row["errors"], row["warnings"], row["reviews"]),
                    tuple(rules.setdefault(rule, len(rules)) for rule in found),
                    f"{HTML_FOLDER}/{page}{anchor}" if row["verdict"] and page in pages else "",
                    visible(row["message"] or ""),
                )
            )
    return Listing(
        tuple(lines),
        tuple(visible(name) for name in folders),
        tuple((rule, title_of(rule, pack, lang)) for rule in rules),
        by_folder,
        sum(each.total() for each in by_folder.values()) > len(lines),
    )


def as_data(listed: Listing, lang: Lang) -> dict[str, Any]:
    """Return the list as the script of the page takes it: texts once, lines by their numbers."""
    kinds = list(KIND_TITLES)
    verdicts = [*VERDICTS, UNREAD]
    said = [*(words.said(lang) for words in VERDICTS.values()), UNREADABLE.said(lang)]
    return {
        "folders": listed.folders,
        "kinds": [[kind, KIND_TITLES[kind].said(lang)] for kind in kinds],
        "verdicts": list(zip(verdicts, said, strict=True)),
        "rules": listed.rules,
        "rows": [
            [
                each.name,
                each.folder,
                each.subject,
                kinds.index(each.kind) if each.kind in KIND_TITLES else -1,  # type: ignore[arg-type]
                verdicts.index(each.verdict),
                *each.counts,
                each.rules,
                each.page,
                each.reason,
            ]
            for each in listed.lines
        ],
    }


def _names(part: Part) -> Iterator[str]:
    return (row["name"] for row in columns_of(part.documents, "name"))


def _common(names: Iterator[str]) -> int:
    """Return how many folders all names begin with."""
    shared: list[str] | None = None
    for name in names:
        folders = name.split("/")[:-1]
        if shared is None:
            shared = folders
        while shared and folders[: len(shared)] != shared:
            shared = shared[:-1]
    return len(shared or ())


def _folder(name: str, depth: int) -> str:
    """Return the first folder in which names differ, "" where a name has none there."""
    steps = name.split("/")
    return steps[depth] if len(steps) > depth + 1 else ""


def _spoken(part: Part) -> Mapping[tuple[int, str, int], tuple[str, ...]]:
    """Return the rules that found something, by submission, each once."""
    found: dict[tuple[int, str, int], dict[str, None]] = defaultdict(dict)
    for row in columns_of(part.findings, "document", "name", "index", "rule"):
        found[row["document"], row["name"], row["index"]][row["rule"]] = None
    return {key: tuple(rules) for key, rules in found.items()}


def _anchored(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each row with where the HTML report of its document speaks of it."""
    document = file = None
    number = part = 0
    for row in rows:
        if row["document"] != document:
            document, file, number = row["document"], None, 0
        if row["verdict"] is None:
            yield row, ""
            continue
        if (row["name"], row["sha256"]) != file:
            file, part, number = (row["name"], row["sha256"]), 0, number + 1
        part += 1
        yield row, "" if number == part == 1 else f"#d{number}-part{part}"
