"""What came of a batch, added up from its tables: verdicts, refusals, the commonest faults."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, get_args

from specvalidator.batch.parts import Part
from specvalidator.batch.tables import columns_of
from specvalidator.findings import Gravity, Verdict
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.packs import RulePack
from specvalidator.reports.vocabulary import GRAVITIES
from specvalidator.unfit import RULE, TITLE
from specvalidator.wording import Lang

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


class Fault(NamedTuple):
    """A rule that found something."""

    rule: str
    title: str
    """What the rule asks for."""
    submissions: int
    """In how many submissions it spoke."""
    findings: int


class Summary(NamedTuple):
    """What came of a batch."""

    documents: int
    """Files that were looked at."""
    duplicates: int
    """Those of them whose content had been judged under another name."""
    submissions: int
    """Forms that were found in them."""
    verdicts: dict[Kind, dict[str, int]]
    """For each kind of form that was met, how many have each verdict."""
    errors: dict[str, int]
    """For each reason why a file gave nothing, how many did; commonest first."""
    gravities: dict[Gravity, int]
    """How many findings there are of each gravity."""
    faults: tuple[Fault, ...]
    """Rules that found something, that of most submissions first."""

    def verdict(self, name: str) -> int:
        """Return how many submissions of all kinds have a verdict."""
        return sum(each[name] for each in self.verdicts.values())


def summed_up(parts: Sequence[Part], pack: RulePack, lang: Lang) -> Summary:
    """Add up what stands in all parts, one after the other."""
    verdicts: Counter[tuple[str, str]] = Counter()
    errors: Counter[str] = Counter()
    gravities: Counter[Gravity] = Counter()
    findings: Counter[str] = Counter()
    submissions: Counter[str] = Counter()
    documents = duplicates = 0
    for part in parts:
        rows = columns_of(part.documents, "document", "kind", "verdict", "error", "same_as")
        documents += len({row["document"] for row in rows})
        duplicates += len({row["document"] for row in rows if row["same_as"] is not None})
        verdicts.update((row["kind"], row["verdict"]) for row in rows if row["verdict"])
        errors.update(row["error"] for row in rows if row["error"])
        found = columns_of(part.findings, "document", "name", "index", "rule", "kind", "severity")
        gravities.update("review" if row["kind"] == "review" else row["severity"] for row in found)
        findings.update(row["rule"] for row in found)
        places = {(row["document"], row["name"], row["index"], row["rule"]) for row in found}
        submissions.update(rule for *_, rule in places)
    return Summary(
        documents,
        duplicates,
        sum(verdicts.values()),
        {
            kind: {verdict: verdicts[kind, verdict] for verdict in _VERDICTS}
            for kind in KIND_TITLES
            if any(verdicts[kind, verdict] for verdict in _VERDICTS)
        },
        dict(_commonest(errors)),
        {gravity: gravities[gravity] for gravity in GRAVITIES},
        tuple(
            Fault(rule, title_of(rule, pack, lang), count, findings[rule])
            for rule, count in _commonest(submissions)
        ),
    )


def set_aside(parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """Yield name, digest and reason of each file that could not be read or judged.

    The name is that of a file in an archive, too; `file` is the document that was looked at.
    """
    for part in parts:
        for row in columns_of(part.documents, "file", "name", "file_sha256", "error", "message"):
            if row["error"]:
                yield row


def _commonest(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def title_of(rule: str, pack: RulePack, lang: Lang) -> str:
    """Return what a rule asks for."""
    if rule == RULE:
        return TITLE.said(lang)
    return pack.rules[rule].title.said(lang)
