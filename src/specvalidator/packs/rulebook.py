"""The rules as pages to read: a table of all, or one with its clause, numbers and examples."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from specvalidator.models import KIND_TITLES, Kind, field_words
from specvalidator.models.field_words import Schema
from specvalidator.models.schema import record_schema
from specvalidator.packs import Bilingual, Rule, RulePack
from specvalidator.packs.cases import Case, CaseOutcome, cases_of
from specvalidator.reports import Style
from specvalidator.reports.page import Ink, TextPage, column
from specvalidator.reports.vocabulary import GRAVITIES, GRAVITY_INKS, STRENGTHS
from specvalidator.typesetting import padded, shortened, width
from specvalidator.version import __version__
from specvalidator.wording import Lang, Words

_OUTCOMES: Mapping[CaseOutcome, tuple[str, Ink, Words]] = {
    "pass": ("✓", "green", Words("通过的例子", "Passes")),
    "fail": ("✗", "red", Words("不通过的例子", "Fails")),
    "review": ("?", "cyan", Words("交由人工核对的例子", "Goes to a person")),
}
_CLAUSE = Words("条款", "clause")
_BASIS = Words("依据", "basis")
_SEVERITY = Words("程度", "gravity")
_CHECK = Words("检查", "check")
_NUMBERS = Words("参数", "numbers")
_MESSAGE = Words("说明", "message")
_SUGGESTION = Words("建议", "advice")
_VARIANT = Words("情形", "case")
_DROPPED = Words("停用的规则", "Rules that are dropped")
_OFF = Words("停用", "dropped")
_LABELS = (_CLAUSE, _BASIS, _SEVERITY, _CHECK, _NUMBERS, _MESSAGE, _SUGGESTION, _VARIANT)
_MOST_ITEMS = 30
_MOST_COLUMNS = 150
_LONGEST_NAME = 30


def rules_in_force(pack: RulePack) -> dict[str, Rule]:
    """Return the rules of a pack by name, in its order; those that it drops are left out."""
    return {name: rule for name, rule in pack.rules.items() if pack.why_dropped(rule) is None}


def dropped(pack: RulePack) -> dict[str, str]:
    """Return why each rule is not asked that a pack drops of the one that it extends."""
    return {name: rule.off for name, rule in pack.rules.items() if rule.off is not None}


def table(pack: RulePack, style: Style) -> str:
    """Return all rules by kind: name, gravity, how strong the clause is, what the rule asks."""
    page = TextPage(style.width, colour=style.colour)
    page.put(pack.pack.title, ink="strong")
    page.put(f"{pack.pack.number} · {pack.pack.id} {pack.pack.edition}", ink="faint")
    rules = rules_in_force(pack)
    names = min(column(["", *pack.rules]), _LONGEST_NAME + 2)
    for kind, title in KIND_TITLES.items():
        of_kind = {name: rule for name, rule in rules.items() if rule.kind == kind}
        if of_kind:
            page.blank()
            page.put(f"{title.said(style.lang)} · {kind} ({len(of_kind)})", ink="strong")
        for name, rule in of_kind.items():
            _put_row(page, name, rule, names, style.lang)
    _put_dropped(page, dropped(pack), names, style.lang)
    return page.text()


def _put_dropped(page: TextPage, reasons: Mapping[str, str], names: int, lang: Lang) -> None:
    if reasons:
        page.blank()
        page.put(f"{_DROPPED.said(lang)} ({len(reasons)})", ink="strong")
    for name, reason in reasons.items():
        if width(name) + 2 > names:
            page.put(name, indent=2)
            name = ""  # noqa: PLW2901 - it stands on a line of its own
        page.put(reason, label=padded(name, names), indent=2, hang=names)


def _put_row(page: TextPage, name: str, rule: Rule, names: int, lang: Lang) -> None:
    gravity = padded(GRAVITIES[rule.severity].said(lang), _widest(GRAVITIES, lang))
    basis = padded(STRENGTHS[rule.basis].said(lang), _widest(STRENGTHS, lang))
    if width(name) + 2 > names:
        page.put(name, indent=2)
        name = ""
    label = f"{padded(name, names)}{gravity}{basis}"
    page.put(rule.title.said(lang), label=label, indent=2, hang=width(label))


def _widest(table: Mapping[Any, Words], lang: Lang) -> int:
    return column(word.said(lang) for word in table.values())


def rule_page(pack: RulePack, name: str, style: Style, lang: Lang | None = None) -> str:
    """Return everything about one rule.

    Args:
        pack: the pack that has the rule.
        name: the rule's name.
        style: width and colours; language of the labels.
        lang: language of the wording and examples, both where None.
    """
    rule = pack.rules[name]
    page = _RulePage(TextPage(style.width, colour=style.colour), style.lang, lang)
    page.put_head(name, rule)
    page.put_off(rule)
    page.put_law(pack, rule)
    page.put_numbers(rule.params)
    page.put_wording(pack, rule)
    for outcome in _OUTCOMES:
        page.put_cases(outcome, rule.kind, [c for c in cases_of(name) if c.outcome == outcome])
    return page.page.text()


def as_json(pack: RulePack, names: list[str], *, examples: bool = True) -> str:
    """Return rules with everything about them as JSON, with an indent of 2 and a line end.

    Their examples, nine tenths of it, may be left out.
    """
    header = pack.pack
    page = {
        "specvalidator": __version__,
        "pack": {"id": header.id, "number": header.number, "edition": header.edition},
        "rules": [_as_entry(pack, name, examples) for name in names],
        "dropped": [{"name": name, "reason": reason} for name, reason in dropped(pack).items()],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _as_entry(pack: RulePack, name: str, with_examples: bool) -> dict[str, Any]:  # noqa: FBT001
    # Only a rule that is dropped says so.
    rule = pack.rules[name].model_dump(mode="json")
    if rule["off"] is None:
        del rule["off"]
    clause = pack.clauses[pack.rules[name].clause]
    quoted = {"id": rule["clause"], "where": clause.cited, "text": clause.text}
    if clause.notice:
        quoted["notice"] = clause.notice
    entry = {"name": name, **rule, "clause": quoted}
    if with_examples:
        cases = [case.model_dump(mode="json", exclude={"rule"}) for case in cases_of(name)]
        entry["examples"] = cases
    return entry


class _RulePage:
    """The page of one rule as it grows: labels in one language, wording in one or in both."""

    def __init__(self, page: TextPage, labels: Lang, wording: Lang | None) -> None:
        self.page = page
        self.lang = labels
        self.langs: tuple[Lang, ...] = (wording,) if wording else ("zh", "en")
        self.hang = column(self._label(word) for word in _LABELS)

    def put_head(self, name: str, rule: Rule) -> None:
        self.page.put(name, ink="strong")
        for lang in self.langs:
            self.page.put(rule.title.said(lang))
        self.page.blank()

    def put_off(self, rule: Rule) -> None:
        if rule.off is not None:
            self._put(_OFF, rule.off, "yellow")
            self.page.blank()

    def put_law(self, pack: RulePack, rule: Rule) -> None:
        self._put(_CLAUSE, pack.clauses[rule.clause].cited)
        for line in pack.clauses[rule.clause].text.strip().splitlines():
            self.page.put(line, indent=self.hang, ink="faint")
        self._put(_BASIS, self._both(STRENGTHS[rule.basis]))
        self._put(_SEVERITY, self._both(GRAVITIES[rule.severity]), GRAVITY_INKS[rule.severity])

    def put_numbers(self, params: Mapping[str, Any]) -> None:
        label = self._label(_NUMBERS)
        for name, value in params.items():
            text = f"{name} = {number(value)}"
            self.page.put(text, label=label, hang=self.hang, label_ink="faint")
            label = ""
        self.page.blank()

    def put_wording(self, pack: RulePack, rule: Rule) -> None:
        self._put_bilingual(_MESSAGE, rule.message)
        self._put_bilingual(_SUGGESTION, rule.suggestion)
        for name, variant in rule.variants.items():
            self.page.blank()
            gravity = variant.severity or rule.severity
            said = self._both(GRAVITIES["review" if name == "review" else gravity])
            self._put(_VARIANT, f"{name} ({said})")
            if variant.clause:
                self._put(_CLAUSE, pack.clauses[variant.clause].cited)
            self._put_bilingual(_MESSAGE, variant.message)
            if variant.suggestion:
                self._put_bilingual(_SUGGESTION, variant.suggestion)

    def put_cases(self, outcome: CaseOutcome, kind: Kind, cases: list[Case]) -> None:
        if not cases:
            return
        mark, ink, title = _OUTCOMES[outcome]
        self.page.blank()
        self.page.put(self._both(title), ink="strong")
        for case in cases:
            self.page.blank()
            label = mark
            for lang in self.langs:
                said = case.why.said(lang)
                self.page.put(said, label=label, indent=2, hang=2, label_ink=ink)
                label = ""
            changes = Words("；", "; ").said(self.lang).join(self._changes(case, kind))
            self.page.put(changes, indent=4, ink="faint")

    def _changes(self, case: Case, kind: Kind) -> Iterator[str]:
        """Say how a case differs from the valid record."""
        schema = _schema(kind)
        for path, value in case.set.items():
            if f"{path}_text" in case.set:
                continue  # the number is said by the text it was read from
            shown = field_words.said(value, field_words.value_at(path, schema), schema)
            yield Words("：", ": ").said(self.lang).join((self._field(path, schema), shown))
        for path in case.unset:
            if f"{path}_text" not in case.unset:
                field = self._field(path, schema)
                yield Words(f"没有{field}", f"without {field}").said(self.lang)
        for remark in case.remarks:
            yield f"{remark.path}: {remark.message.said(self.lang)}"

    def _field(self, path: str, schema: Schema) -> str:
        """Return what the form calls a field; who reads no Chinese has its path, too."""
        form = field_words.label(path, schema)
        return form if self.lang == "zh" else f"{path} ({form})"

    def _put_bilingual(self, word: Words, text: Bilingual) -> None:
        for number, lang in enumerate(self.langs):
            label = self._label(word) if number == 0 else ""
            self.page.put(text.said(lang), label=label, hang=self.hang, label_ink="faint")

    def _put(self, word: Words, text: str, ink: Ink = "plain") -> None:
        self.page.put(text, label=self._label(word), hang=self.hang, label_ink="faint", ink=ink)

    def _label(self, word: Words) -> str:
        return word.said(self.lang)

    def _both(self, word: Words) -> str:
        return " ".join(word.said(lang) for lang in self.langs)


@cache
def _schema(kind: Kind) -> Schema:
    return record_schema(kind)


def number(value: object) -> str:
    """Show a param; of a long list its beginning and its length."""
    if not isinstance(value, list | tuple):
        return _shown(value)
    items = [_shown(item) for item in value[:_MOST_ITEMS]]
    while len(items) > 1 and width("、".join(items)) > _MOST_COLUMNS:
        items.pop()
    text = "、".join(items)
    return text if len(items) == len(value) else f"{text} … ({len(value)})"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, Mapping) and all(isinstance(item, str) for item in value.values()):
        return " ".join(value.values())
    return shortened(json.dumps(value, ensure_ascii=False, default=str), _MOST_COLUMNS)
