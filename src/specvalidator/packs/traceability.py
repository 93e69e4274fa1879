"""From each clause of the notice to the rules that test it, or the reason why a person must."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from specvalidator.models import KIND_TITLES
from specvalidator.packs import ClauseText, RulePack
from specvalidator.reports import Style
from specvalidator.reports.page import TextPage, column
from specvalidator.reports.vocabulary import listed
from specvalidator.typesetting import flowed
from specvalidator.version import __version__
from specvalidator.wording import Words

_RULES = Words("规则", "rules")
_DROPPED = Words("停用", "dropped")
_BY_HAND = Words("人工", "by hand")
_CONCERNS = Words("材料", "forms")
_TEXT = Words("条文", "text")
_LABELS = (_RULES, _DROPPED, _BY_HAND, _CONCERNS, _TEXT)
_TEXT_LINES = 2
"""Lines of a clause that are shown: enough to know it by."""


class TracedClause(NamedTuple):
    """A clause and what tests it."""

    id: str
    clause: ClauseText
    rules: tuple[str, ...]
    """Names of the rules in force that come from it, in the order of the pack."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Rules that come from it and are not in force, each with the reason."""

    @property
    def is_dropped(self) -> bool:
        """The pack does not take it over."""
        return self.clause.off is not None

    @property
    def is_covered(self) -> bool:
        """A rule tests it, or it says why none does."""
        return bool(self.rules or self.clause.by_hand or self.clause.off)


def traced(pack: RulePack) -> tuple[TracedClause, ...]:
    """Return every clause of a pack, in its order, with the rules in force that come from it."""
    rules: dict[str, list[str]] = {clause: [] for clause in pack.clauses}
    dropped: dict[str, list[tuple[str, str]]] = {clause: [] for clause in pack.clauses}
    for name, rule in pack.rules.items():
        why = pack.why_dropped(rule)
        for clause in dict.fromkeys(clause for _, clause in rule.clauses()):
            if why is None:
                rules[clause].append(name)
            else:
                dropped[clause].append((name, why))
    return tuple(
        TracedClause(name, clause, tuple(rules[name]), tuple(dropped[name]))
        for name, clause in pack.clauses.items()
    )


def clauses_page(pack: RulePack, style: Style) -> str:
    """Return the clauses as a list: where each stands, its rules, and what is left to a person."""
    page = TextPage(style.width, colour=style.colour)
    page.put(pack.pack.title, ink="strong")
    page.put(f"{pack.pack.number} · {pack.pack.id} {pack.pack.edition}", ink="faint")
    clauses = traced(pack)
    for each in clauses:
        page.blank()
        page.put(each.clause.cited, ink="strong")
        _put_clause(page, each, style)
    page.blank()
    page.put(summary(clauses).said(style.lang))
    return page.text()


def _put_clause(page: TextPage, traced: TracedClause, style: Style) -> None:
    hang = column(label.said(style.lang) for label in _LABELS)
    page.put(traced.id, indent=2, ink="faint")
    for label, text, most in _lines(traced, style):
        page.put(
            text, label=label.said(style.lang), indent=2, hang=hang, label_ink="faint", most=most
        )


def _lines(traced: TracedClause, style: Style) -> Iterator[tuple[Words, str, int | None]]:
    clause = traced.clause
    yield _TEXT, flowed(clause.text), _TEXT_LINES
    if clause.off:
        yield _DROPPED, clause.off, None
        return
    if traced.rules:
        yield _RULES, ", ".join(traced.rules), None
    for name, why in traced.dropped:
        yield _DROPPED, f"{name}（{why}）" if style.lang == "zh" else f"{name} ({why})", None
    if clause.by_hand:
        yield _BY_HAND, clause.by_hand.said(style.lang), None
    if clause.concerns:
        titles = [KIND_TITLES[kind].said(style.lang) for kind in clause.concerns]
        yield _CONCERNS, listed(titles, style.lang), None


def summary(clauses: tuple[TracedClause, ...]) -> Words:
    """Say how many clauses there are, and how many of them rules test, a person, or both."""
    dropped = sum(each.is_dropped for each in clauses)
    tested = sum(bool(each.rules) for each in clauses)
    both = sum(bool(each.rules and each.clause.by_hand) for each in clauses)
    gaps = sum(not each.is_covered for each in clauses)
    total, by_hand = len(clauses), len(clauses) - tested - gaps - dropped
    also = Words(f"{dropped}条不采用，", f"{dropped} dropped, ") if dropped else Words("", "")
    return Words(
        f"共{total}条：{tested}条有规则（其中{both}条还须人工核对），{by_hand}条只能人工核对"
        f"或不对材料提出要求，{also.zh}{gaps}条没有着落。",
        f"{total} clauses: {tested} with rules ({both} of them left to a person in part), "
        f"{by_hand} only by hand or without a demand on any form, {also.en}{gaps} without either.",
    )


def clauses_json(pack: RulePack) -> str:
    """Return the clauses as JSON with an indent of 2 and a line end."""
    header = pack.pack
    page = {
        "specvalidator": __version__,
        "pack": {"id": header.id, "number": header.number, "edition": header.edition},
        "clauses": [_entry(each) for each in traced(pack)],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _entry(traced: TracedClause) -> dict[str, Any]:
    clause = traced.clause.model_dump(mode="json")
    dropped = [{"rule": name, "reason": why} for name, why in traced.dropped]
    entry = {"id": traced.id, **clause, "rules": list(traced.rules)}
    return {**entry, "dropped": dropped} if dropped else entry
