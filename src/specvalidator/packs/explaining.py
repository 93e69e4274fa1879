"""Examples of a rule for the reader of a report: a few of its cases, in one language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from specvalidator.findings import Report
from specvalidator.packs.cases import Case, CaseOutcome, cases_of
from specvalidator.reports import RuleExample
from specvalidator.wording import Lang

_MOST = 3
"""Examples of each outcome: enough to see where the line is."""
_LONGEST = 80
_ORDER: tuple[CaseOutcome, ...] = ("pass", "fail", "review")


def examples_for(reports: Iterable[Report], lang: Lang) -> Mapping[str, tuple[RuleExample, ...]]:
    """Return examples of each rule that found something; none of a rule that has no cases."""
    rules = {finding.rule for report in reports for finding in report.findings}
    found = {rule: tuple(_examples(rule, lang)) for rule in sorted(rules)}
    return {rule: examples for rule, examples in found.items() if examples}


def _examples(rule: str, lang: Lang) -> Iterator[RuleExample]:
    by_outcome: dict[CaseOutcome, list[Case]] = defaultdict(list)
    for case in cases_of(rule):
        by_outcome[case.outcome].append(case)
    for outcome in _ORDER:
        for case in by_outcome[outcome][:_MOST]:
            yield RuleExample(outcome, case.why.said(lang), _written(case))


def _written(case: Case) -> tuple[str, ...]:
    """Return what the case writes, where it is one text that is short enough to be read at once."""
    texts = [value for value in case.set.values() if isinstance(value, str)]
    is_said = any(text in case.why.zh or text in case.why.en for text in texts)
    if len(case.set) != 1 or is_said:
        return ()
    return tuple(text for text in texts if 0 < len(text) <= _LONGEST)
