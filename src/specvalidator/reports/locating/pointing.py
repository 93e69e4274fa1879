"""Which words of a text a finding points at: the narrowest that it quotes, else the value."""

import re

from specvalidator.findings import Finding
from specvalidator.reports.locating.words import Stretch, found
from specvalidator.submission import Remark, Submission

_POINTING = ("ending", "level", "exam", "word", "written", "found")
"""Facts that quote what is wrong, the narrowest first."""
_AMBIGUOUS = frozenset({"written", "found"})
"""Facts that may be numbers, which point to a place only where they stand there once."""
_ITEM = re.compile(r"/tasks/\d+/(?:operations|knowledge)/\d+$")
_ITEM_LABEL = re.compile(r"[（(]?(?:\d{1,3}|[①-⑳])[ \t]*[）).．、]?[ \t]*$")


def pointed(finding: Finding, written: str, text: str) -> Stretch | None:
    """Return the words of a text that a finding points at, else the value itself.

    Args:
        finding: what is said.
        written: the value that it is about.
        text: what stands at its place, lines parted by line ends; None is returned where the
            value does not stand there.
    """
    values = found(text, written)
    if not values:
        return None
    value = values[0]
    for name in _POINTING:
        words = finding.facts.get(name)
        stretches = found(text, words, value) if words else []
        if name in _AMBIGUOUS and len(stretches) > 1:
            continue
        if stretches:
            return stretches[-1] if name == "ending" else stretches[0]
    if _ITEM.search(finding.location.path):
        label = _ITEM_LABEL.search(text[: value.start].rpartition("\n")[2])
        value = value._replace(start=value.start - (len(label[0]) if label else 0))
    return value


def column_named(finding: Finding) -> str | None:
    """Return the column that the clause of a finding about a whole table is about."""
    words = finding.clause.where.split()
    return words[-1] if words else None


def remark_of(finding: Finding, submission: Submission) -> Remark | None:
    """Return the reader's remark that a finding passes on, None where it is no such finding."""
    said = finding.facts.get("remark")
    path = finding.location.path
    return next(
        (each for each in submission.remarks if each.path == path and said in each.message), None
    )
