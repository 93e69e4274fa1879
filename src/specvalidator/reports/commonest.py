"""Which rules found something, and in how many documents: the commonest faults first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from specvalidator.findings import Clause, Gravity, Report


class CommonFault(NamedTuple):
    """What one rule found at one gravity."""

    rule: str
    gravity: Gravity
    title: str
    """What the rule asks for."""
    documents: int
    findings: int
    clause: Clause
    """The clause of the first of them."""


def commonest(reports: Sequence[Report]) -> Iterator[CommonFault]:
    """Yield what the rules found that counts, that of the most documents first."""
    found = [(number, each) for number, report in enumerate(reports) for each in report.counted]
    titles = {rule.name: rule.title for report in reports for rule in report.rules}
    firsts = {(each.rule, each.gravity): each for _, each in reversed(found)}
    times = Counter((each.rule, each.gravity) for _, each in found)
    once = {(number, each.rule, each.gravity) for number, each in found}
    documents = Counter((rule, gravity) for _, rule, gravity in once)
    for key, first in sorted(firsts.items(), key=lambda each: (-documents[each[0]], each[0])):
        rule, gravity = key
        title = titles.get(rule, "")
        yield CommonFault(rule, gravity, title, documents[key], times[key], first.clause)
