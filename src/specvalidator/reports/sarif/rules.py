"""The rules of a SARIF run, and the notice's clauses as the taxonomy that they relate to."""

from typing import Any

from specvalidator.findings import Clause, HandClause, PackReference, Report, RuleReference
from specvalidator.reports.sarif.words import culture, message, said
from specvalidator.reports.vocabulary import BASES, pair
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang

_Object = dict[str, Any]


class Descriptors:
    """What results refer to by number: rules and clauses, each once, in alphabetical order."""

    def __init__(self, pack: PackReference | None, reports: list[Report], lang: Lang) -> None:
        self._pack = pack
        self._lang = lang
        self._references = {rule.name: rule for report in reports for rule in report.rules}
        self._clauses = _clauses(reports)
        names = {name for report in reports for name in _rules_of(report)}
        self._rules = {name: number for number, name in enumerate(sorted(names))}
        self._taxa = {name: number for number, name in enumerate(sorted(self._clauses))}

    def rule(self, name: str) -> _Object:
        """Return a result's reference to its rule."""
        return {"ruleId": name, "ruleIndex": self._rules[name]}

    def clause(self, clause: Clause) -> _Object:
        """Return a reference to a clause."""
        number = self._taxa[clause.id]
        return {"id": clause.id, "index": number, "toolComponent": self.notice()}

    def notice(self) -> _Object:
        """Return a reference to the taxonomy, the only one of the run."""
        return {"name": said(self._pack.number) if self._pack else "", "index": 0}

    def rules(self) -> list[_Object]:
        """Return the descriptors of the rules."""
        return [self._rule(name, self._references.get(name)) for name in self._rules]

    def taxonomy(self) -> _Object:
        """Return the notice, as far as reports quote it. It is Chinese in every language."""
        taxonomy: _Object = {"name": self.notice()["name"], "language": culture("zh")}
        taxonomy["isComprehensive"] = False
        taxonomy["taxa"] = [_taxon(self._clauses[name]) for name in self._taxa]
        return taxonomy

    def _rule(self, name: str, rule: RuleReference | None) -> _Object:
        descriptor: _Object = {"id": name, "name": _pascal(name)}
        if rule is None:  # a report made by hand need not describe its rules
            return descriptor
        strength = BASES[rule.basis].said(self._lang)
        clause = pair(rule.clause.where + strength, flowed(rule.clause.text), self._lang)
        end = "。" if self._lang == "zh" else ". "
        whole = f"{rule.title}{end}{clause}"
        level = "none" if rule.gravity == "review" else rule.gravity
        return descriptor | {
            "shortDescription": message(rule.title),
            "fullDescription": message(whole),
            "help": message(whole) | {"markdown": _markdown(rule, strength)},
            "defaultConfiguration": {"level": level},
            "relationships": [{"target": self.clause(rule.clause), "kinds": ["relevant"]}],
            "properties": {"basis": rule.basis},
        }


def _rules_of(report: Report) -> set[str]:
    asked = {rule.name for rule in report.rules}
    return asked | {finding.rule for finding in report.findings} | {*report.passed, *report.moot}


def _clauses(reports: list[Report]) -> dict[str, Clause]:
    """Collect the clauses that reports quote; what is judged by hand says why."""
    clauses: dict[str, Clause] = {}
    for report in reports:
        clauses |= {rule.clause.id: rule.clause for rule in report.rules}
        clauses |= {finding.clause.id: finding.clause for finding in report.findings}
    by_hand = {clause.id: clause for report in reports for clause in report.by_hand}
    return clauses | by_hand


def _taxon(clause: Clause) -> _Object:
    taxon: _Object = {
        "id": clause.id,
        "shortDescription": message(clause.where),
        "fullDescription": message(flowed(clause.text)),
    }
    if isinstance(clause, HandClause):
        taxon["properties"] = {"byHand": said(clause.reason)}
    return taxon


def _markdown(rule: RuleReference, strength: str) -> str:
    """Return the rule with its clause as a quotation."""
    from specvalidator.reports.markdown import escaped  # noqa: PLC0415 - one format of the other

    title, place, text = map(escaped, (rule.title, rule.clause.where, rule.clause.text))
    return f"**{title}**\n\n{place}{strength}\n\n> {text}"


def _pascal(name: str) -> str:
    """Return a rule's name as SARIF's readers expect it beside its id: WeightTotal."""
    return "".join(part.capitalize() for part in name.split("-"))
