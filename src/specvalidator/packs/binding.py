"""A pack joined to the checks that its rules name, everything validated before it is used."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from string import Template
from typing import Any, NamedTuple

from pydantic import ValidationError

from specvalidator.catalogue import Catalogue
from specvalidator.checks import CHECKS, Check, check_named
from specvalidator.checks.base import Params, names_a_place, places_of
from specvalidator.checks.rows import Needed
from specvalidator.errors import BadPack
from specvalidator.findings import Clause, Facts, HandClause, RuleReference
from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.packs import Bilingual, ClauseText, Names, Rule, RulePack
from specvalidator.packs.adding import kept
from specvalidator.packs.refusing import Refuse, at_once, with_nearest
from specvalidator.submission import Reading
from specvalidator.toml_errors import explained
from specvalidator.wording import Lang, Words


class BoundRule(NamedTuple):
    """A rule joined to its check, its numbers validated."""

    name: str
    rule: Rule
    check: Check
    params: Params
    numbers: Facts
    """Those of the params that messages may quote, and the names of the notice."""


class BoundPack(NamedTuple):
    """A pack whose every rule about some kinds was found to work."""

    pack: RulePack
    rules: dict[Kind, tuple[BoundRule, ...]]
    clauses: Mapping[str, Clause]
    """Every clause by its id, as findings quote it."""
    by_hand: dict[Kind, Mapping[Lang, tuple[HandClause, ...]]]
    """What is left to a person; not what a rule could be asked for what was handed over."""
    references: dict[Kind, Mapping[Lang, tuple[RuleReference, ...]]]
    """What reports say of the rules, by name."""
    left_out: dict[Kind, Mapping[Lang, tuple[RuleReference, ...]]]
    """The rules that somebody asked not to ask, likewise."""


_LANGS: tuple[Lang, ...] = ("zh", "en")


def bind(
    pack: RulePack,
    catalogue: Catalogue | None = None,
    kinds: Iterable[Kind] = tuple(KIND_TITLES),
    refuse: Refuse = at_once,
    *,
    left_out: Collection[str] = (),
) -> BoundPack:
    """Join the rules of a pack to their checks.

    Args:
        pack: the rules.
        catalogue: the published projects; rules that need them are left out where None.
        kinds: of what; a pack that nobody has tried yet is bound whole.
        refuse: what is done about a rule that does not work; those gathered are left out.
        left_out: names of rules that are not asked.

    Raises:
        BadPack: a rule names a check, a number, a place or a fact that does not exist.
    """
    called = {name: Words(each.zh, each.en) for name, each in pack.pack.names}
    made = _Shared([], {}, called)
    clauses = {name: _quoted(name, clause) for name, clause in pack.clauses.items()}
    every = {
        kind: tuple(
            bound
            for name, rule in pack.rules_of(kind)
            if (rule.needs is None or catalogue is not None)
            and (bound := _bound(pack, name, rule, catalogue, made, refuse)) is not None
        )
        for kind in kinds
    }
    rules = {kind: _but(bound, left_out) for kind, bound in every.items()}
    others = {
        kind: _but(bound, {each.name for each in rules[kind]}) for kind, bound in every.items()
    }
    return BoundPack(
        pack,
        rules,
        clauses,
        {kind: _by_hand(pack, kind, bound) for kind, bound in rules.items()},
        {kind: _references(clauses, bound) for kind, bound in rules.items()},
        {kind: _references(clauses, bound) for kind, bound in others.items()},
    )


def _but(rules: tuple[BoundRule, ...], names: Collection[str]) -> tuple[BoundRule, ...]:
    return tuple(rule for rule in rules if rule.name not in names) if names else rules


class _Shared(NamedTuple):
    """What rules share that are given the same: four look for names in one list of 1,600 titles."""

    params: list[tuple[Params, dict[str, Any]]]
    """The params that were made already, each with what it was made of."""
    lists: dict[int, Any]
    """The lists that were found valid already, by the identity of what the pack holds."""
    names: Mapping[str, Words]
    """What the notice calls offices and papers."""


@cache
def _quotable(params: type[Params]) -> tuple[str, ...]:
    """Return the params that a message may quote: those that hold one value."""
    plain = (int, float, str)
    return tuple(name for name, field in params.model_fields.items() if field.annotation in plain)


def _bound(  # noqa: PLR0913, PLR0917 - what a rule is joined to, and what is done if it cannot be
    pack: RulePack,
    name: str,
    rule: Rule,
    catalogue: Catalogue | None,
    made: _Shared,
    refuse: Refuse,
) -> BoundRule | None:
    """Return a rule joined to its check, None where it cannot be and that is gathered."""
    file, key = pack.pack.id, f"rules.{name}"
    check = check_named(rule.check, rule.kind)
    form = model_of(rule.kind)
    if check is None:
        reason = Words(f"没有检查“{rule.check}”", f"there is no check “{rule.check}”")
        reason = with_nearest(reason, rule.check, CHECKS)
        refuse(BadPack(file, f"{key}.check", reason))
        return None
    if check.form is not Reading and not issubclass(form, check.form):
        reason = Words(
            f"检查“{rule.check}”不适用于 {rule.kind}",
            f"the check “{rule.check}” does not read a {rule.kind}",
        )
        refuse(BadPack(file, f"{key}.check", reason))
        return None
    _refuse_unknown_words(file, key, rule, check, refuse)
    handed_over = {} if rule.needs is None else {rule.needs: catalogue}
    given = _with_names(rule.params, made.names)
    params = _params(file, key, check, given | handed_over, made, refuse)
    if params is None:
        return None
    added = [field.path(name) for name, field in kept(pack.extra, rule.kind)]
    for entry, at in _places(params):
        if at not in added and not names_a_place(form, at):
            reason = Words(f"{rule.kind} 没有路径“{at}”", f"a {rule.kind} has no path “{at}”")
            reason = with_nearest(reason, at, (*added, *places_of(form)))
            refuse(BadPack(file, f"{key}.params.{entry}", reason))
    numbers = {each: str(getattr(params, each)) for each in _quotable(check.params)}
    return BoundRule(name, rule, check, params, {**made.names, **numbers})


def _quoted(name: str, clause: ClauseText) -> Clause:
    """Return a clause as reports quote it: that of another notice after the notice's number."""
    return Clause(
        id=name, where=clause.cited, text=clause.said or clause.text, notice=clause.notice
    )


def _by_hand(
    pack: RulePack, kind: Kind, rules: tuple[BoundRule, ...]
) -> dict[Lang, tuple[HandClause, ...]]:
    asked = {each.rule.clause for each in rules if each.rule.needs}
    left = [
        (name, clause, clause.by_hand)
        for name, clause in pack.clauses.items()
        if clause.by_hand and kind in clause.concerns and name not in asked and not clause.off
    ]
    return {
        lang: tuple(
            HandClause(**dict(_quoted(name, clause)), reason=reason.said(lang))
            for name, clause, reason in left
        )
        for lang in _LANGS
    }


def _references(
    clauses: Mapping[str, Clause], rules: tuple[BoundRule, ...]
) -> dict[Lang, tuple[RuleReference, ...]]:
    return {
        lang: tuple(
            RuleReference(
                name=each.name,
                title=each.rule.title.said(lang),
                gravity=each.rule.severity,
                basis=each.rule.basis,
                clause=clauses[each.rule.clause],
            )
            for each in sorted(rules, key=attrgetter("name"))
        )
        for lang in _LANGS
    }


def _with_names(params: dict[str, Any], names: Mapping[str, Words]) -> dict[str, Any]:
    """Return params in which a wording's `$office` is the office's name."""
    return {
        key: _with_names(value, names)
        if isinstance(value, dict)
        else Template(value).safe_substitute({name: each.said(key) for name, each in names.items()})
        if key in _LANGS and isinstance(value, str) and "$" in value
        else value
        for key, value in params.items()
    }


def _params(  # noqa: PLR0913, PLR0917 - whose they are, what they are made of
    file: str, key: str, check: Check, given: dict[str, Any], made: _Shared, refuse: Refuse
) -> Params | None:
    """Return the params; rules given the same share them, and what is derived from them."""
    for params, of in made.params:
        if type(params) is check.params and of == given:
            return params
    try:
        params = check.params.model_validate(given, context=made.lists)
    except ValidationError as error:
        for each in error.errors():
            below = ".".join(str(part) for part in each["loc"])
            refuse(BadPack(file, f"{key}.params.{below}", explained(each, check.params)))
        return None
    made.params.append((params, given))
    return params


def _places(params: Params) -> Iterator[tuple[str, str]]:
    """Yield the paths at which a rule looks, each after the param that names it."""
    for entry in ("at", "since"):
        given: str | tuple[str, ...] = getattr(params, entry, ())
        for at in (given,) if isinstance(given, str) else given:
            yield entry, at
    if isinstance(params, Needed):
        yield from (("needed", f"{params.at}/*/{field}") for field in params.needed)


def _refuse_unknown_words(file: str, key: str, rule: Rule, check: Check, refuse: Refuse) -> None:
    """Refuse a variant that the check never asks for, and a `$name` that nothing fills."""
    for variant in rule.variants:
        if variant not in check.variants:
            reason = Words(
                f"检查“{rule.check}”没有这种情形", f"the check “{rule.check}” has no such variant"
            )
            reason = with_nearest(reason, variant, check.variants)
            refuse(BadPack(file, f"{key}.variants.{variant}", reason))
    known = dict.fromkeys((*Names.model_fields, *check.facts, *_quotable(check.params)), "")
    for at, wording in _wordings(rule):
        for lang in ("zh", "en"):
            written = getattr(wording, lang)
            if "$" not in written:
                continue
            blank = _unfilled(Template(written), known)
            if blank is not None:
                choices = "、".join(sorted(known))
                reason = Words(
                    f"“{blank}”没有可填的内容，可用：{choices}",
                    f"nothing fills “{blank}”; there is {choices}",
                )
                refuse(BadPack(file, f"{key}.{at}.{lang}", reason))


def _unfilled(template: Template, known: Mapping[str, str]) -> str | None:
    """Return the first blank of a template that is no blank, or is not known."""
    try:
        template.substitute(known)
    except KeyError as unknown:
        return f"${unknown.args[0]}"
    except ValueError:
        return "$"
    return None


def _wordings(rule: Rule) -> Iterator[tuple[str, Bilingual]]:
    yield "message", rule.message
    yield "suggestion", rule.suggestion
    for name, variant in rule.variants.items():
        yield f"variants.{name}.message", variant.message
        if variant.suggestion:
            yield f"variants.{name}.suggestion", variant.suggestion
